"""Dẫn đến phụ lục không có. | A reference to an annex that is not there.

vi: Lời văn dẫn đến biểu mẫu, phụ lục mà báo cáo không kèm (“Biểu mẫu 6a kèm theo”), hoặc nói
“kèm theo”, “đính kèm” trong khi báo cáo không có phụ lục nào.
Vì sao: người nhận tìm không thấy số liệu. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
III.1.a.
Cách xử lý: sửa số biểu mẫu, hoặc kèm biểu mẫu đó.

en: The text points to a form or annex that does not come with the report (“Biểu mẫu 6a”), or
says “kèm theo” (attached) where the report has no annex at all.
Why: the figures cannot be found. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.a.
What to do: correct the number, or attach the form.

đúng:
    --- lời văn
    Số liệu chi tiết tại Biểu mẫu 6 kèm theo.

sai:
    --- lời văn
    Số liệu chi tiết tại Biểu mẫu 6a kèm theo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-065"
SEVERITY = Severity.WARNING
_ATTACHED = r"\b(?:bảng tổng hợp|biểu|danh sách|phụ lục)\b[^.,;:()]{0,20}(?:đính kèm|kèm theo)"


def check(view: View) -> Iterator[Problem]:
    """Warn of every reference to a form that the report does not have."""
    if view.text is None:
        return
    there = {form.so for form in view.report.bieu_mau}
    for one in view.text.references:
        if one.number not in there:
            message = Message(
                f"“{one.written}” không có trong các biểu mẫu kèm theo",
                f"“{one.written}” is none of the forms of the report",
            )
            yield warning(CODE, one.where, message)
    if there:
        return
    for block, found in view.text.find(_ATTACHED, " kèm"):
        message = Message(
            f"“{found.group()}” nhưng báo cáo không có phụ lục nào",
            f"“{found.group()}” (attached), but the report has no annex",
        )
        yield warning(CODE, block.where, message)
