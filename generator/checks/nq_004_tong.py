"""Tổng khác với các dòng cộng lại. | A total is not the sum of its parts.

vi: Dòng tổng có ghi số, nhưng cộng các dòng thành phần thì ra số khác.
Vì sao: một trong các số chắc chắn sai. Căn cứ: công thức của dòng trong bộ biểu mẫu
(`cong_thuc`).
Cách xử lý: bỏ dòng tổng để máy tự cộng, hoặc sửa dòng thành phần.

en: The row of a total states a value, but its parts add up to another one.
Why: one of the figures is certainly wrong. Basis: the formula of the row (`cong_thuc`).
What to do: leave the total out and let it be computed, or correct the parts.

đúng:
    bieu_mau: {4: {"1.3": 12, "1.3.1": 5, "1.3.2": 7}}

sai:
    bieu_mau: {4: {"1.3": 13, "1.3.1": 5, "1.3.2": 7}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bieu_mau import Operation
from generator.checks.wording import plain, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-004"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every stated total that is not the sum its formula names."""
    for one in view.compared:
        stated = one.row.figure
        if one.formula.operation is not Operation.SUM or stated.number is None or one.agrees:
            continue
        form, code = one.row.chi_tieu.ref
        message = Message(
            f"Biểu mẫu {form}, dòng {code} nêu {plain(stated)}, tính theo {one.formula.text} được "
            f"{plain(one.computed)}",
            f"Form {form}, row {code} states {plain(stated)}, but {one.formula.text} gives "
            f"{plain(one.computed)}",
        )
        yield warning(CODE, one.row.where, message)
