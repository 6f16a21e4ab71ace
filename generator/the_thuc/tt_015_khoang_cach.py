"""Khoảng cách giữa các đoạn, các dòng. | Spacing of paragraphs and lines.

vi: Khoảng cách giữa các đoạn văn tối thiểu 6 pt; giữa các dòng tối thiểu là dòng đơn, tối đa là
1,5 dòng.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d.
Cách xử lý: Word, Đoạn (Paragraph), Spacing: Before hoặc After từ 6 pt; Line spacing từ Single
đến 1.5 lines.

en: At least 6 points between paragraphs; lines from single to 1.5.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d.
What to do: Word, Paragraph, Spacing: Before or After 6 pt or more; Line spacing Single to 1.5
lines.

đúng:
    trước đoạn 6 pt, giãn dòng 1,15

sai:
    trước đoạn 0 pt, giãn dòng 2
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.doc.model import TWIPS_PER_POINT
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.body import Block
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para

CODE = "TT-015"
SEVERITY = Severity.ERROR

_BETWEEN: Final = 6 * TWIPS_PER_POINT
_SINGLE, _MOST = 240, 360  # 240ths of a line
_SOLID: Final = 1.15  # a single line of Times New Roman, in sizes of its characters
_TOLERANCE: Final = 0.05


def check(view: View) -> Iterator[Problem]:
    """Yield paragraphs too near to the one before, and those with lines too near or too far."""
    found = judge(CODE, SEVERITY, view)
    text = [block for block in view.body if block.kind in {"doan", "de_muc", "can_cu"}]
    yield from found.several(
        [b.para for a, b in pairwise(text) if _follows(a, b) and _gap(a.para, b.para) < _BETWEEN],
        "Khoảng cách giữa các đoạn phải từ 6 pt trở lên",
        "At least 6 points must stand between paragraphs",
    )
    yield from found.several(
        [block.para for block in text if not _spaced(block.para)],
        "Khoảng cách giữa các dòng phải từ dòng đơn đến 1,5 dòng",
        "Lines must be spaced from single to 1.5",
    )


def _follows(one: Block, other: Block) -> bool:
    """Tell whether no table, caption or empty paragraph stands between two paragraphs."""
    return other.at == one.at + 1


def _gap(one: Para, other: Para) -> int:
    """Return the space between two paragraphs: Word takes the larger of the two."""
    if one.format.contextual and one.format == other.format:
        return 0
    return max(one.format.after, other.format.before)


def _spaced(para: Para) -> bool:
    look = para.format
    if look.line_rule == "auto":
        lines = look.line / _SINGLE
    else:
        size = max((run.format.size for run in para.runs if run.text.strip()), default=14.0)
        lines = look.line / TWIPS_PER_POINT / (size * _SOLID)
        if look.line_rule == "atLeast":
            lines = max(lines, 1.0)
    return 1 - _TOLERANCE <= lines <= _MOST / _SINGLE + _TOLERANCE
