"""The line drawn under the name of an agency: as long as a share of the text above it.

Nghị định 30/2020, Phụ lục I, Mục II.2: a solid line of 1/3 to 1/2 of the text line, balanced under
it. It is the border of a short paragraph, never underlined text. The length follows the text, so
that one template serves every agency.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from generator.word.values import PartWriter

TWIPS_PER_CM = 567
TWIPS_PER_POINT = 20

# -- advance widths of Times New Roman Bold, in thousandths of the font size --
_WIDTHS = {
    letter: width
    for width, letters in (
        (250, " ,."),
        (278, "il/"),
        (333, "fjt-()"),
        (389, "sI"),
        (444, "cerz"),
        (500, "agovxyJ0123456789–"),
        (556, "bdhknpquSđ"),
        (611, "FP"),
        (667, "BELTZ"),
        (722, "wACDNRUVXYĐ"),
        (778, "GHKOQ"),
        (833, "m&"),
        (944, "M"),
        (1000, "W"),
    )
    for letter in letters
}
_HORN = "\N{COMBINING HORN}"
_HORN_WIDTH = {"U": 74, "u": 44, "O": 0, "o": 54}
_UNKNOWN = 600


def text_width(text: str, points: float) -> float:
    """Return the width in twips of one line of bold `text` set in Times New Roman at `points`."""
    thousandths = 0
    base = ""
    for char in unicodedata.normalize("NFD", text):
        if char == _HORN:
            thousandths += _HORN_WIDTH.get(base, 0)
        elif not unicodedata.combining(char):
            thousandths += _WIDTHS.get(char, _UNKNOWN)
            base = char
    return thousandths * points * TWIPS_PER_POINT / 1000


class RuleLine(Struct, frozen=True, kw_only=True):
    """A drawn line of `length` twips, centred in a box of `box` twips."""

    length: int
    box: int
    style: str = "DuongKe"

    def docx_xml(self, part: PartWriter) -> str:  # noqa: ARG002  # block values all have this shape
        """Return the paragraph whose top border is the line (the style draws the border)."""
        side = max(0, (self.box - self.length) // 2)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>'
            f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
        )


def ke_ngang(text: str, rong: float, phan: float = 0.45, co_chu: float = 13) -> RuleLine:
    """Return the line under `text`, for a template: `{{p ke_ngang(don_vi.ten, 6.5) }}`.

    `rong` is the width of the box around it in cm, `phan` the line's share of the text line,
    `co_chu` the size of the text in points.
    """
    box = round(rong * TWIPS_PER_CM)
    return RuleLine(length=round(min(text_width(str(text), co_chu), box) * phan), box=box)
