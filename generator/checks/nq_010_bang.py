"""Hai chỗ nêu khác nhau. | Two places disagree.

vi: Cùng một con số được nêu ở hai chỗ (lời văn và biểu mẫu, hai biểu mẫu với nhau), hoặc một tổng
và các phần của nó, mà hai bên không bằng nhau.
Vì sao: một trong hai chỗ chắc chắn sai. Căn cứ: ràng buộc `=` trong bộ biểu mẫu, bộ mẫu hoặc tệp
số liệu (mục `rang_buoc`); biểu mẫu và báo cáo phải cùng một số liệu.
Cách xử lý: sửa chỗ sai; tốt nhất là chỉ ghi một chỗ, chỗ kia lấy lại bằng {{ ct.… }} hoặc {{ sl.…
}}. Hai số thật ra nói về hai việc khác nhau thì ghi `chap_nhan` kèm lý do.

en: The same figure is stated in two places (text and forms, two forms), or a total and its parts
are, and the two do not agree.
Why: one of them is certainly wrong. Basis: a constraint with `=` of the form set, the template
set or the data file (`rang_buoc`); forms and text report the same figures.
What to do: correct the wrong one; best state it once and take it up with {{ ct.… }} or {{ sl.…
}}. Where the two are about different things, accept it with `chap_nhan` and a reason.

đúng:
    so_lieu: {bo_may: {tinh_gian: 41, bien_che: 3, nguoi_lam_viec: 38}}
    rang_buoc: [sl.bo_may.tinh_gian = sl.bo_may.bien_che + sl.bo_may.nguoi_lam_viec]

sai:
    so_lieu: {bo_may: {tinh_gian: 36, bien_che: 3, nguoi_lam_viec: 38}}
    rang_buoc: [sl.bo_may.tinh_gian = sl.bo_may.bien_che + sl.bo_may.nguoi_lam_viec]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.broken import hint_of, is_broken, message_of
from generator.checks.evaluate import ratio_of
from generator.checks.wording import warning
from generator.problem import Severity
from generator.rang_buoc import Phep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-010"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every constraint `=` whose sides differ."""
    for case in view.cases:
        one = case.constraint
        if one.phep is not Phep.EQUAL or one.thuong or ratio_of(one):
            continue
        if is_broken(case):
            yield warning(CODE, case.where, message_of(case), hint_of(case))
