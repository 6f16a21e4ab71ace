"""Paper, margins, headers and footers of each section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.the_thuc.doc.model import Section
from generator.the_thuc.doc.properties import integer, is_on
from generator.word.wml import R, W

if TYPE_CHECKING:
    from lxml import etree

_LETTER: Final = (12_240, 15_840)  # what Word takes where a section names no paper: US Letter
_MARGIN: Final = 1440


def read_section(element: etree._Element, before: Section | None) -> Section:
    """Return the section of a `w:sectPr`; headers it does not name are those of `before`."""
    size = element.find(f"{W}pgSz")
    margins = element.find(f"{W}pgMar")
    numbers = element.find(f"{W}pgNumType")
    title = element.find(f"{W}titlePg")
    gutter = _attribute(margins, "gutter", 0)
    start = numbers.get(f"{W}start") if numbers is not None else None
    return Section(
        width=_attribute(size, "w", _LETTER[0]),
        height=_attribute(size, "h", _LETTER[1]),
        top=abs(_attribute(margins, "top", _MARGIN)),
        bottom=abs(_attribute(margins, "bottom", _MARGIN)),
        left=_attribute(margins, "left", _MARGIN) + gutter,
        right=_attribute(margins, "right", _MARGIN),
        title_page=title is not None and is_on(title),
        number_format=(numbers.get(f"{W}fmt") if numbers is not None else None) or "decimal",
        number_start=None if start is None else integer(start),
        headers=_references(element, "headerReference", before.headers if before else {}),
        footers=_references(element, "footerReference", before.footers if before else {}),
    )


def _attribute(element: etree._Element | None, name: str, default: int) -> int:
    return default if element is None else integer(element.get(f"{W}{name}"), default)


def _references(element: etree._Element, name: str, before: dict[str, str]) -> dict[str, str]:
    found = dict(before)
    for reference in element.iterchildren(f"{W}{name}"):
        found[reference.get(f"{W}type", "default")] = reference.get(f"{R}id", "")
    return found
