"""The body of a document: which paragraphs are headings, which captions, which running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from generator.the_thuc.doc.model import Para

Kind = Literal["de_muc", "can_cu", "chu_thich", "doan"]

_ROMAN: Final = re.compile(r"^[IVXL]+\s*[.\-)/]\s*\S")
_PART: Final = re.compile(r"^(Phần|PHẦN|Chương|CHƯƠNG)\s+([IVXL]+|[0-9]+|thứ|THỨ)")
# A part, chapter or section on a line of its own, its title on the next.
_ALONE: Final = re.compile(
    r"^(Phần|Chương|Mục|Tiểu mục)\s+(thứ\s+\w+|[IVXL]+|[0-9]+)[.:]?$", re.IGNORECASE
)
_ARABIC: Final = re.compile(r"^[0-9]+(\.[0-9]+)*[.)]?\s+\S")
_CAPTION: Final = re.compile(
    r"^(Bảng|Biểu đồ|Biểu|Hình|Sơ đồ|Đồ thị)\s+(số\s+)?[0-9IVX]"
    r"|^\(?(Đơn vị tính|ĐVT|Nguồn|Ghi chú)\b",
    re.IGNORECASE,
)
_BASIS: Final = re.compile(r"^Căn cứ\b.*[;.]$", re.DOTALL)
_LONG: Final = 300


class Block(Struct, frozen=True, kw_only=True):
    """A paragraph of the body: a heading (with its level), a legal basis, a caption, or text.

    `at` is its place among the paragraphs of the body, those of tables counted.
    """

    kind: Kind
    para: Para
    at: int
    level: int = 0


def find_body(paras: list[Para]) -> tuple[Block, ...]:
    """Return the paragraphs that are neither empty nor in tables or boxes, with their kind."""
    blocks: list[Block] = []
    opening = True
    untitled = 0
    for at, para in enumerate(paras):
        if para.cell is None and not para.boxed and para.text.strip():
            text = para.text.strip()
            level = _level(para, text) or (untitled if para.format.align == "center" else 0)
            untitled = level if level and _ALONE.match(text) else 0
            kind = "de_muc" if level else _kind(para, text, opening=opening)
            opening = opening and kind == "can_cu"
            blocks.append(Block(kind=kind, para=para, at=at, level=level))
    return tuple(blocks)


def _kind(para: Para, text: str, *, opening: bool) -> Kind:
    """Return what a paragraph is that is no heading."""
    if _CAPTION.match(text) and len(text) < _LONG:
        return "chu_thich"
    if para.format.align == "center" and text.isupper() and len(text) < _LONG:
        return "chu_thich"  # who decides, QUYẾT ĐỊNH:, a title of its own
    return "can_cu" if opening and _BASIS.match(text) and text.endswith(";") else "doan"


def _level(para: Para, text: str) -> int:
    """Return the level of a heading from 1, 0 for no heading.

    A heading is a paragraph with an outline level, one whose number is Roman, or one that is bold
    as a whole behind its Arabic number.
    """
    if _ROMAN.match(text) and len(text) < _LONG and _stands_out(para, text):
        return 1
    if para.format.outline is not None:
        return para.format.outline + 1
    if _PART.match(text) and len(text) < _LONG:
        return 1
    if para.format.align == "center" and _ALONE.match(text):
        return 2
    bold = all(run.format.bold for run in para.runs if run.text.strip())
    if _ARABIC.match(text) and bold and len(text) < _LONG:
        return 2
    return 0


def _stands_out(para: Para, text: str) -> bool:
    """Tell a heading from a sentence that only begins with a Roman number."""
    look = para.runs[0].format if para.runs else None
    return (
        para.format.outline is not None
        or text == text.upper()
        or (look is not None and (look.bold or look.caps))
        or not text.endswith((".", ";", ":"))
    )
