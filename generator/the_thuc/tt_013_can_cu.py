"""Căn cứ ban hành. | Legal bases.

vi: Các dòng “Căn cứ …” ở đầu văn bản: chữ in thường, cỡ 13–14, nghiêng, mỗi căn cứ một dòng,
cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.
Cách xử lý: đặt nghiêng và sửa dấu cuối dòng.

en: Lines “Căn cứ …” at the beginning: 13–14 points, italic, one per line, each ending in a
semicolon, the last in a full stop.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.
What to do: set italic and correct the mark.

đúng:
    Căn cứ Kế hoạch số 16341/KH-UBND ngày 28/12/2021 của UBND tỉnh; (nghiêng)

sai:
    Căn cứ Kế hoạch số 16341/KH-UBND ngày 28/12/2021 của UBND tỉnh; (đứng)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message, Severity
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-013"
SEVERITY = Severity.ERROR

_LOOK = Look(
    name=Message("Dòng căn cứ", "The legal basis"), sizes=(13, 14), bold=False, italic=True
)


def check(view: View) -> Iterator[Problem]:
    """Yield legal bases that look otherwise."""
    found = judge(CODE, SEVERITY, view)
    for block in view.body:
        if block.kind == "can_cu":
            yield from found.look(block.para.pieces, _LOOK)
