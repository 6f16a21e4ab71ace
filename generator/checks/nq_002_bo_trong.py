"""Để trống chỉ tiêu tính được. | A value is left blank although it can be computed.

vi: Dòng có công thức được ghi là để trống, trong khi mọi dòng con đều có số.
Vì sao: người nhận tưởng chưa có số liệu. Căn cứ: công thức của dòng trong bộ biểu mẫu
(`cong_thuc`).
Cách xử lý: bỏ hẳn dòng đó khỏi tệp để máy tự tính. Cố ý để trống thì ghi `chap_nhan` kèm lý do.

en: A row with a formula is stated to be blank although all its operands are given.
Why: the receiver takes the figure for missing. Basis: the formula of the row (`cong_thuc`).
What to do: take the row out of the file, it is then computed. A blank on purpose is accepted with
`chap_nhan` and a reason.

đúng:
    bieu_mau: {1: {"2.1": 28, "2.2": 3}}

sai:
    bieu_mau: {1: {"2.1": 28, "2.2": 3, "2": trong}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import plain, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-002"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every row stated to be blank whose formula comes to a value."""
    for one in view.compared:
        if one.row.figure.number is not None or not one.computed.is_given:
            continue
        form, code = one.row.chi_tieu.ref
        computed = f"{one.formula.text} = {plain(one.computed)}"
        message = Message(
            f"Biểu mẫu {form}, dòng {code} để trống trong khi tính được {computed}",
            f"Form {form}, row {code} is blank although {computed}",
        )
        yield warning(CODE, one.row.where, message)
