"""Cỡ chữ của nội dung. | Size of the body.

vi: Nội dung trình bày bằng chữ in thường, cỡ 13–14, kiểu chữ đứng. Cỡ chữ trong bảng và ở chú
thích không bị quy định.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d.
Cách xử lý: đặt lại cỡ chữ của đoạn nêu trong cảnh báo; tốt nhất sửa ở kiểu (style).

en: The body is set in 13–14 points, upright. Sizes in tables and footnotes are not regulated.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d.
What to do: set the size of the paragraph named; best in its style.

đúng:
    cỡ 14

sai:
    cỡ 12
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.judging import judge, number, wrong_sizes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para

CODE = "TT-016"
SEVERITY = Severity.ERROR

_SIZES: Final = (13, 14)


def check(view: View) -> Iterator[Problem]:
    """Yield each size of the body that is not 13–14 once, and text that leans as a whole."""
    found = judge(CODE, SEVERITY, view)
    wrong: dict[float, list[Para]] = {}
    leaning: list[Para] = []
    for block in view.body:
        if block.kind != "doan":
            continue
        for size in dict.fromkeys(wrong_sizes(block.para, _SIZES)):
            wrong.setdefault(size, []).append(block.para)
        if all(run.format.italic for run in block.para.runs if run.text.strip()):
            leaning.append(block.para)
    for size, places in wrong.items():
        yield from found.several(
            places,
            f"Chữ của nội dung phải cỡ 13–14, ở đây là {number(size)}",
            f"Text must be of size 13–14, not {number(size)}",
        )
    if len(leaning) > _NOTES:
        yield from found.several(
            leaning, "Nội dung phải dùng kiểu chữ đứng", "Text must be upright"
        )


_NOTES: Final = 3  # paragraphs that lean: a remark or two may
