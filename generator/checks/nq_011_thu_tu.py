"""Số lớn hơn hoặc nhỏ hơn mức có thể. | A figure is beyond what another one allows.

vi: Số này không thể lớn hơn (hoặc nhỏ hơn) số kia: một bộ phận so với toàn bộ, đã giải quyết so
với đã tiếp nhận, mức của cả tỉnh so với từng cấp.
Vì sao: một trong các số chắc chắn sai. Căn cứ: ràng buộc `<=`, `>=`, `<`, `>` trong bộ biểu mẫu,
bộ mẫu hoặc tệp số liệu (mục `rang_buoc`).
Cách xử lý: sửa số sai. Có lý do chính đáng (hồ sơ kỳ trước chuyển sang) thì ghi `chap_nhan`.

en: The figure cannot be more (or less) than the other one: a part and its whole, what was done
and what came in, a province and its levels.
Why: one of the figures is certainly wrong. Basis: a constraint with `<=`, `>=`, `<`, `>` of the
form set, the template set or the data file (`rang_buoc`).
What to do: correct the wrong figure. With a good reason (dossiers carried over) accept it with
`chap_nhan`.

đúng:
    so_lieu: {huyen: {tu_chu: 378, tong_so: 378}}
    rang_buoc: [sl.huyen.tu_chu <= sl.huyen.tong_so]

sai:
    so_lieu: {huyen: {tu_chu: 394, tong_so: 378}}
    rang_buoc: [sl.huyen.tu_chu <= sl.huyen.tong_so]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.broken import hint_of, is_broken, message_of
from generator.checks.wording import warning
from generator.problem import Severity
from generator.rang_buoc import Phep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-011"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every constraint of order that does not hold."""
    for case in view.cases:
        one = case.constraint
        if one.phep is not Phep.EQUAL and not one.thuong and is_broken(case):
            yield warning(CODE, case.where, message_of(case), hint_of(case))
