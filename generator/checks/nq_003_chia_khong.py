"""Có tỷ lệ trong khi mẫu số bằng 0. | A ratio is stated although it divides by 0.

vi: Mẫu số bằng 0 thì không có tỷ lệ: 0/0 không phải là 0%, cũng không phải là 100%.
Vì sao: "0%" đọc là không làm được gì, "100%" đọc là làm xong tất cả, đều sai khi không có việc
phát sinh.
Căn cứ: công thức của dòng trong bộ biểu mẫu (`cong_thuc`).
Cách xử lý: bỏ dòng tỷ lệ (in trống), hoặc ghi đúng mẫu số.

en: Where the divisor is 0 there is no ratio: 0/0 is neither 0% nor 100%.
Why: "0%" reads as nothing done and "100%" as all done; both are wrong where there was nothing to
do.
Basis: the formula of the row (`cong_thuc`).
What to do: leave the ratio out (it prints blank), or correct the divisor.

đúng:
    bieu_mau: {3: {"3.2.1": 0, "3.2.2": 0, "3.2": trong}}

sai:
    bieu_mau: {3: {"3.2.1": 0, "3.2.2": 0, "3.2": 0}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import plain, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-003"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every stated ratio whose divisor is 0."""
    for one in view.compared:
        if one.row.figure.number is None or one.computed.is_given:
            continue
        form, code = one.row.chi_tieu.ref
        stated = plain(one.row.figure)
        message = Message(
            f"Biểu mẫu {form}, tỷ lệ {code} nêu {stated} nhưng mẫu số của {one.formula.text} bằng "
            "0",
            f"Form {form}, ratio {code} states {stated}, but {one.formula.text} divides by 0",
        )
        yield warning(CODE, one.row.where, message)
