"""Styles and numberings that values bring along, put into the parts that list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.word import wml
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBERING: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_EMPTY: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:numbering xmlns:w="{W[1:-1]}"></w:numbering>'
)


def with_styles(part: bytes, styles: Mapping[str, str]) -> bytes:
    """Return styles.xml with those of `styles` (markup by id) that it has not."""
    known = {style.get(f"{W}styleId") for style in wml.parse(part, "styles.xml")}
    new = "".join(markup for name, markup in styles.items() if name not in known)
    position = part.rindex(b"</")
    return part[:position] + new.encode() + part[position:]


def with_numbering(
    part: bytes | None, abstracts: Mapping[str, str], numbers: Mapping[str, str]
) -> bytes:
    """Return numbering.xml with the definitions (markup by id) that it has not."""
    data = part or _EMPTY.encode()
    root = wml.parse(data, "numbering.xml")
    known = {a.get(f"{W}abstractNumId") for a in root.findall(f"{W}abstractNum")}
    used = {n.get(f"{W}numId") for n in root.findall(f"{W}num")}
    definitions = "".join(xml for name, xml in abstracts.items() if name not in known)
    uses = "".join(xml for name, xml in numbers.items() if name not in used)
    first = data.find(b"<w:num ")  # definitions come before all uses
    last = data.rindex(b"</")
    middle = last if first < 0 else first
    return data[:middle] + definitions.encode() + data[middle:last] + uses.encode() + data[last:]
