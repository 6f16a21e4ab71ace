"""Dấu kết thúc văn bản. | Closing mark.

vi: Hết nội dung của văn bản có dấu “./.”.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, các mẫu văn bản hành chính (đều đặt “./.” ở cuối
nội dung).
Cách xử lý: thay dấu chấm của câu cuối bằng “./.”.

en: The content ends in “./.”.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục III: every model form has “./.” at the end of the content.
What to do: write “./.” in place of the last full stop.

đúng:
    Trên đây là báo cáo công tác cải cách hành chính quý I năm 2022./.

sai:
    Trên đây là báo cáo công tác cải cách hành chính quý I năm 2022.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Severity
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-018"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Yield the last paragraph of the body, unless the closing mark stands in or near it."""
    found = judge(CODE, SEVERITY, view)
    last = [block.para for block in view.body[-3:]]
    if last and not any(para.text.rstrip().endswith("./.") for para in last):
        yield found.at(
            last[-1],
            "Hết nội dung phải có dấu “./.”.",
            "The content must end in “./.”.",
        )
