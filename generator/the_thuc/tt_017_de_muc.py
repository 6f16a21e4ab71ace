"""Đề mục. | Headings.

vi: Phần, mục (số La Mã): số và tiêu đề bằng chữ in hoa, cỡ 13–14, đứng, đậm. Khoản có tiêu đề
(1., 2., …): tiêu đề trên một dòng riêng, đứng, đậm, cùng cỡ với nội dung.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.đ.
Cách xử lý: viết hoa cả đề mục La Mã (hoặc chọn All caps ở kiểu Heading 1), in đậm.

en: Parts and sections (Roman numbers): number and title in capitals, 13–14 points, upright,
bold. Clauses with a title (1., 2., …): bold, upright, on a line of their own.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.đ.
What to do: write Roman headings in capitals (or All caps in the style Heading 1), in bold.

đúng:
    I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH

sai:
    I. Công tác chỉ đạo, điều hành
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.doc.model import Piece
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-017"
SEVERITY = Severity.ERROR

_ROMAN: Final = re.compile(r"^[IVXL]+\s*[.\-)/]")
_CLAUSE: Final = re.compile(r"^[0-9]+\.\s")
_SECTION: Final = Look(
    name=Message("Đề mục", "The heading"), sizes=(13, 14), bold=True, italic=False, upper=True
)
_TITLED: Final = Look(
    name=Message("Đề mục", "The heading"), sizes=(13, 14), bold=True, italic=False
)


def check(view: View) -> Iterator[Problem]:
    """Yield headings that look otherwise; how those below a clause look is not regulated."""
    found = judge(CODE, SEVERITY, view)
    for block in view.body:
        if block.kind != "de_muc":
            continue
        para = block.para
        runs = tuple(run for run in para.runs if run.text.strip() and not run.format.raised)
        piece = Piece(para, para.text.strip(), runs)
        if _ROMAN.match(piece.text):
            yield from found.look([piece], _SECTION)
        elif _CLAUSE.match(piece.text):
            yield from found.look([piece], _TITLED)
