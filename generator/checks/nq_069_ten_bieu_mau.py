"""Biểu mẫu được gọi khác tên in trên biểu. | A form called otherwise than its title says.

vi: Trên biểu in “Biểu mẫu 1”, trong lời văn lại viết “Biểu mẫu số 01”.
Vì sao: một tên gọi thống nhất trong cả văn bản. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần
I, III.1.
Cách xử lý: viết Biểu mẫu {{ bieu_mau[0].so }}, hoặc sửa lời dẫn cho giống tên biểu.

en: The form is titled “Biểu mẫu 1”, the text says “Biểu mẫu số 01”.
Why: one name in the whole document. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.
What to do: write Biểu mẫu {{ bieu_mau[0].so }}, or make the reference like the title.

đúng:
    bieu_mau: {1: {"2.1": 28}}
    --- lời văn
    Số liệu chi tiết tại Biểu mẫu 1 kèm theo.

sai:
    bieu_mau: {1: {"2.1": 28}}
    --- lời văn
    Số liệu chi tiết tại Biểu mẫu số 01 kèm theo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-069"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn once, at the first reference that is not written as the titles of the forms are."""
    if view.text is None or not view.report.bieu_mau:
        return
    there = {form.so for form in view.report.bieu_mau}  # what else is named, NQ-065 speaks of
    odd = [
        one
        for one in view.text.references
        if one.number in there and not one.written.endswith(f"iểu mẫu {one.number}")
    ]
    if odd:
        first, others = odd[0], len(odd) - 1
        more = Message(f" (và {others} chỗ khác)", f" (and {others} more)")
        title = f"“Biểu mẫu {first.number}”"
        message = Message(
            f"Gọi là “{first.written}”, còn trên biểu in {title}{more.vi if others else ''}",
            f"Called “{first.written}”, titled {title}{more.en if others else ''}",
        )
        yield warning(CODE, first.where, message)
