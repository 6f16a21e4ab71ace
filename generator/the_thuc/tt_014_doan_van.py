"""Canh lề và thụt dòng của nội dung. | Alignment and indent of the body.

vi: Nội dung được canh đều cả hai lề; khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d.
Cách xử lý: Word, Trang đầu (Home), Đoạn (Paragraph): Alignment chọn Justified, Special chọn
First line 1,27 cm; tốt nhất sửa ở kiểu (style).

en: The body is justified; the first line of a paragraph is indented by 1 cm or 1.27 cm.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d.
What to do: Word, Home, Paragraph: Alignment Justified, Special First line 1.27 cm; best in the
style.

đúng:
    canh đều, dòng đầu lùi 1,27 cm

sai:
    canh trái, dòng đầu không lùi
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para

CODE = "TT-014"
SEVERITY = Severity.ERROR

_INDENTS: Final = (567, 720)  # twips: 1 cm, 1,27 cm
_TOLERANCE: Final = 17  # 0,3 mm


def check(view: View) -> Iterator[Problem]:
    """Yield paragraphs of text that are not justified, and those not indented as they must be."""
    found = judge(CODE, SEVERITY, view)
    paras = [block.para for block in view.body if block.kind == "doan"]
    yield from found.several(
        [para for para in paras if para.format.align != "both"],
        "Đoạn văn phải canh đều hai bên",
        "Text must be justified",
    )
    yield from found.several(
        [para for para in paras if not _indented(para)],
        "Dòng đầu của đoạn phải lùi vào 1 cm hoặc 1,27 cm",
        "The first line must be indented by 1 cm or 1.27 cm",
    )


def _indented(para: Para) -> bool:
    """Tell whether the first line begins where it must; items under items may stand further in."""
    look = para.format
    begin = look.left + look.first
    if para.text[:1] == "\t" and begin == 0:
        return True  # Word's own tab stop, 1,27 cm
    if para.text.lstrip()[:1] in {"+", "*", "•"}:
        return begin >= _INDENTS[0] - _TOLERANCE
    return any(abs(begin - wanted) <= _TOLERANCE for wanted in _INDENTS)
