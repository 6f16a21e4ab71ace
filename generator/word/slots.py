"""The place a value goes into: between which elements, and with which formatting around it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct, field

from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

_DECLARATION: Final = re.compile(r' xmlns(?::[\w.-]+)?="[^"]*"')
# What may stand between a paragraph and a run that a line of a value can be carried over.
_CARRIED: Final = frozenset({f"{W}hyperlink", f"{W}ins", f"{W}smartTag"})


class Mode(StrEnum):
    """What surrounds the place: text of a run, runs, paragraphs, rows, cells, or other text."""

    TEXT = "text"
    RUN = "r"
    BLOCK = "p"
    ROW = "tr"
    CELL = "tc"
    BARE = "bare"
    RAW = "raw"


class Slot(Struct, frozen=True, kw_only=True):
    """How a value is put into one place.

    `run` opens a run with the formatting of the tag, up to the text; `close` ends it. `block` opens
    a paragraph like the tag's. `breaks` maps the control characters of docxtpl's Listing (line
    feed, tab, bell, form feed) to what they become. `boxed` places stand in a text box.
    """

    mode: Mode
    run: str = ""
    close: str = ""
    block: str = ""
    block_close: str = ""
    breaks: Mapping[str, str] = field(default_factory=dict)
    boxed: bool = False


def slot_of(home: etree._Element, prefix: str) -> Slot:
    """Return the slot of a tag with `prefix` whose mark stands in the text element `home`."""
    mode = Mode(prefix) if prefix else Mode.TEXT
    run = home.getparent()
    if home.tag != f"{W}t" or run is None or run.tag != f"{W}r":
        return Slot(mode=Mode.BARE)
    paragraph, between = _around(run)
    w = f"{home.prefix}:" if home.prefix else ""
    text = f'<{w}t xml:space="preserve">'
    properties = _properties(run, "rPr")
    opening = f"<{w}r>{properties}{text}"
    close = f"</{w}t></{w}r>"
    paragraph_opening = f"<{w}p>" + ("" if paragraph is None else _properties(paragraph, "pPr"))
    return Slot(
        mode=mode,
        run=opening,
        close=close,
        block=paragraph_opening,
        block_close=f"</{w}p>",
        boxed=next(home.iterancestors(f"{W}txbxContent"), None) is not None,
        breaks=line_breaks(w, properties, _paragraph_break(w, paragraph_opening, opening, between)),
    )


def _around(run: etree._Element) -> tuple[etree._Element | None, list[etree._Element]]:
    between: list[etree._Element] = []
    parent = run.getparent()
    while parent is not None and parent.tag != f"{W}p":
        between.append(parent)
        parent = parent.getparent()
    return parent, between


def _paragraph_break(
    w: str, paragraph: str, run: str, between: list[etree._Element]
) -> tuple[str, str]:
    """Return the markup that ends a paragraph and that which goes on in a like one."""
    if any(element.tag not in _CARRIED for element in between):
        return "", ""
    closing = "".join(f"</{_name(element)}>" for element in between)
    opening = "".join(_start_tag(element) for element in reversed(between))
    return f"</{w}t></{w}r>{closing}</{w}p>", f"{paragraph}{opening}{run}"


def line_breaks(w: str, properties: str, paragraph: tuple[str, str]) -> dict[str, str]:
    """Return what docxtpl makes of control characters in a run's text.

    `w` is the prefix of elements, `properties` the run's, `paragraph` what ends one and begins
    the next; where it is empty a new paragraph becomes a new line.
    """
    line = f'</{w}t><{w}br/><{w}t xml:space="preserve">'
    tab = (
        f"</{w}t></{w}r><{w}r>{properties}<{w}tab/></{w}r>"
        f'<{w}r>{properties}<{w}t xml:space="preserve">'
    )
    end, start = paragraph
    page = f'<{w}p><{w}r><{w}br {w}type="page"/></{w}r></{w}p>'
    return {
        "\n": line,
        "\r": line,
        "\t": tab,
        "\a": f"{end}{start}" if end else line,
        "\f": f"{end}{page}{start}" if end else line,
    }


def _name(element: etree._Element) -> str:
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def _start_tag(element: etree._Element) -> str:
    copy = element.makeelement(element.tag, {str(k): str(v) for k, v in element.attrib.items()})
    return markup(copy).removesuffix("/>") + ">"


def _properties(element: etree._Element, name: str) -> str:
    found = element.find(W + name)
    if found is None:
        return ""
    section = found.find(f"{W}sectPr")
    if section is not None:
        found = etree.fromstring(etree.tostring(found))
        for inner in found.findall(f"{W}sectPr"):
            found.remove(inner)
    return markup(found)


def markup(element: etree._Element) -> str:
    """Return `element` as markup without the namespace declarations of its surroundings."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return _DECLARATION.sub("", text)
