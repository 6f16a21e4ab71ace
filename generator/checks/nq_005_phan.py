"""Phần lớn hơn toàn thể. | A part is larger than its whole.

vi: Dòng này là một phần của dòng kia (đã giải quyết trong tổng số phải giải quyết) nên không thể
lớn hơn.
Vì sao: một trong hai số chắc chắn sai. Căn cứ: `khong_qua` của dòng trong bộ biểu mẫu.
Cách xử lý: sửa số sai; thường là hai dòng ghi ngược nhau, hoặc dòng tổng quên cập nhật.

en: This row is a part of the other one (done, of what was to be done) and so cannot be larger.
Why: one of the two figures is certainly wrong. Basis: `khong_qua` of the row in the form set.
What to do: correct the wrong one; mostly the two were swapped, or the total was not brought up to
date.

đúng:
    bieu_mau: {2: {"3.2.1": 4, "3.2.2": 4}}

sai:
    bieu_mau: {2: {"3.2.1": 0, "3.2.2": 4}}
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from generator.checks.limits import beyond, limit_said
from generator.checks.wording import plain, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-005"
SEVERITY = Severity.WARNING
_LIMIT = attrgetter("khong_qua")


def check(view: View) -> Iterator[Problem]:
    """Warn of every row that exceeds the row it is a part of."""
    for row, whole, name in beyond(view, _LIMIT):
        form, code = row.chi_tieu.ref
        part, most = plain(row.figure), limit_said(whole.figure)
        message = Message(
            f"Biểu mẫu {form}, dòng {code} nêu {part}, lớn hơn dòng {name} ({most.vi})",
            f"Form {form}, row {code} states {part}, over row {name} ({most.en})",
        )
        yield warning(CODE, view.place_of(row), message)
