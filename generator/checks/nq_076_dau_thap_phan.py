"""Số thập phân viết dấu chấm. | A decimal point instead of a comma.

vi: Số thập phân tiếng Việt viết dấu phẩy (95,74%), dấu chấm chỉ để tách hàng nghìn.
Vì sao: 3.041 có thể hiểu là ba nghìn. Căn cứ: thông lệ viết số tiếng Việt; Luật Kế toán (dấu
chấm, dấu phẩy).
Cách xử lý: lấy số từ dữ liệu để máy viết, hoặc đổi thành dấu phẩy.

en: Vietnamese decimals take a comma (95,74%); the point only groups thousands.
Why: 3.041 reads as three thousand. Basis: usage and the Accounting Law.
What to do: take the number from the data, or write a comma.

đúng:
    --- lời văn
    Mức độ hài lòng đạt 95,74%.

sai:
    --- lời văn
    Mức độ hài lòng đạt 95.74%.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-076"
SEVERITY = Severity.WARNING
_POINT = r"([0-9][0-9]*)\.([0-9]{1,2}|[0-9]{4,})\s?(?:%|điểm|tỷ|triệu|lần)"
_CLUE = r"\.[0-9]+\s?(?:%|đi|t|l)"


def check(view: View) -> Iterator[Problem]:
    """Warn of every percentage or amount with a decimal point."""
    for block, found in view.text.find(_POINT, _CLUE) if view.text else ():
        right = f"{found[1]},{found[2]}"
        message = Message(
            f"“{found.group()}” viết dấu chấm thập phân", f"“{found.group()}” has a decimal point"
        )
        yield warning(CODE, block.where, message, Message(f"Viết: {right}.", f"Write {right}."))
