"""Hai số lớn bằng hệt nhau, có thể do chép. | Two large figures are equal, perhaps copied.

vi: Số có mặt bằng đúng số được giao ở quy mô lớn (từ 1.000 trở lên): hiếm khi đúng đến từng
người.
Vì sao: thường là chép số được giao sang dòng có mặt. Căn cứ: hai dòng mà bộ biểu mẫu ghi
`thuong_khong_qua` với nhau.
Cách xử lý: xem lại; đúng thực tế thì ghi `chap_nhan` kèm lý do.

en: What is present equals what was assigned, in large numbers (1.000 and more): it rarely is so
to a man.
Why: mostly the assigned number was copied into the other row. Basis: two rows that the form set
ties by `thuong_khong_qua`.
What to do: look at it; if it is right, accept it with `chap_nhan` and a reason.

đúng:
    bieu_mau: {4: {"2.1": 3041, "2.2": 2987}}

sai:
    bieu_mau: {4: {"2.1": 3041, "2.2": 3041}}
"""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.checks.wording import plain, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-032"
SEVERITY = Severity.WARNING
_LARGE = Decimal(1000)
_USUAL_LIMIT = attrgetter("thuong_khong_qua")


def check(view: View) -> Iterator[Problem]:
    """Warn of every large figure that equals the one it normally stays below."""
    for row in view.rows_of(_USUAL_LIMIT):
        ref, number = row.chi_tieu.thuong_khong_qua, row.figure.number
        if ref is None or number is None or number < _LARGE:
            continue
        if view.rows[ref].figure.number == number:
            form, code = row.chi_tieu.ref
            message = Message(
                f"Biểu mẫu {form}, dòng {code} bằng đúng dòng {ref.ma} ({plain(row.figure)}), có "
                "thể do chép số",
                f"Form {form}, row {code} equals row {ref.ma} ({plain(row.figure)}): copied?",
            )
            yield warning(CODE, view.place_of(row), message)
