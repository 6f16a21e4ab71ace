"""Lines drawn in a paragraph: VML of old Word, DrawingML of new Word, a rule (`o:hr`).

Returned are their lengths in twips; nearly horizontal lines only. Text boxes are found here too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.word.wml import MC, WP, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_EMU_PER_TWIP: Final = 635
_LINES: Final = frozenset({"line", "straightConnector1"})
_CONNECTOR: Final = "#_x0000_t32"
_UNITS: Final = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "": 15.0}
_LENGTH: Final = re.compile(r"(-?[0-9]*\.?[0-9]+)\s*(pt|in|cm|mm|px)?")
_DIGITS: Final = 8  # of a length that are read: no page is longer, and the rest is less than a hair
_FLAT: Final = 60  # twips (3 points) that a line may rise, or a box used as a line be high


def chosen(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a drawing, of alternatives only the first that Word would take."""
    if element.tag == f"{MC}AlternateContent":
        branch = element.find(f"{MC}Choice")
        if branch is None:
            branch = element.find(f"{MC}Fallback")
        yield from branch if branch is not None else ()
    else:
        yield element


def lines_of(drawing: etree._Element) -> Iterator[int]:
    """Yield the length of every line in a `w:drawing` or `w:pict`."""
    for element in drawing.iter(f"{WP}inline", f"{WP}anchor"):
        extent = element.find(f"{WP}extent")
        shapes = {shape.get("prst") for shape in element.iter(f"{_A}prstGeom")}
        if shapes & _LINES and extent is not None and _emu(extent, "cy") <= _FLAT:
            yield _emu(extent, "cx")
    for element in drawing.iter(f"{_V}line"):
        (x1, y1), (x2, y2) = _point(element.get("from")), _point(element.get("to"))
        if abs(y2 - y1) <= _FLAT:
            yield round(abs(x2 - x1))
    for element in drawing.iter(f"{_V}shape", f"{_V}rect"):
        yield from _flat_shape(element)


def _flat_shape(element: etree._Element) -> Iterator[int]:
    """Yield the width of a connector or a horizontal rule of old Word."""
    style = _style(element)
    is_line = element.get(f"{_O}hr") in {"t", "true"} or element.get("type") == _CONNECTOR
    if is_line and _twips(style.get("height")) <= _FLAT:
        yield round(_twips(style.get("width")))


def boxes_of(drawing: etree._Element) -> Iterator[etree._Element]:
    """Yield the contents of the text boxes in a drawing, outermost first."""
    for box in drawing.iter(f"{W}txbxContent"):
        if not any(True for _ in box.iterancestors(f"{W}txbxContent")):
            yield box


def _emu(element: etree._Element, name: str) -> int:
    try:
        return int(element.get(name, "0")) // _EMU_PER_TWIP
    except ValueError:
        return 0


def _style(element: etree._Element) -> dict[str, str]:
    pairs = (item.partition(":") for item in element.get("style", "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _point(text: str | None) -> tuple[float, float]:
    x, _, y = (text or "").partition(",")
    return _twips(x), _twips(y)


def _twips(text: str | None) -> float:
    found = _LENGTH.match((text or "").strip())
    return float(found[1][:_DIGITS]) * _UNITS[found[2] or ""] if found else 0.0
