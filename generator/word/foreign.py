"""Value types of docxtpl, told by their shape, so that docxtpl itself need not be there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from generator.word.slots import line_breaks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.word.slots import Slot
    from generator.word.writer import PartWriter

_LINK: Final = re.compile(r'(<w:hyperlink r:id=")([^"]*)(")')
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|#")
_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_PARAGRAPH_PROPERTIES: Final = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_RUN: Final = re.compile(r"<w:r(?: [^>]*)?>.*?</w:r>", re.DOTALL)
_BREAK: Final = re.compile("[\n\r\t\a\f]")
_RUN_PROPERTIES: Final = re.compile(r"<w:rPr>(.*?)</w:rPr>", re.DOTALL)
_PROPERTY: Final = re.compile(r"<w:\w+(?: [^<>]*)?/>")
_NAMES: Final = "rStyle rFonts b bCs i iCs strike color sz szCs u shd vertAlign rtl lang"
_ORDER: Final = {name: number for number, name in enumerate(_NAMES.split())}


class UnknownLinkError(ValueError):
    """A RichText hyperlink whose id belongs to another document."""


def is_foreign(value: object) -> bool:
    """Tell whether `value` is one of docxtpl's (RichText, Listing, InlineImage, Subdoc …)."""
    return hasattr(value, "__html__")


def markup(value: Any, part: PartWriter, links: Mapping[str, str]) -> str:
    """Return the markup of such a value, its relationships made in `part`.

    `links` gives the addresses behind the ids that `DocxTemplate.build_url_id` has handed out; an
    address itself may stand for an id.
    """
    if hasattr(value, "image_descriptor"):
        from generator.word import pictures  # noqa: PLC0415  # few reports have pictures

        return pictures.docxtpl_image(value, part)
    if hasattr(value, "subdocx"):
        from generator.word import subdoc  # noqa: PLC0415  # few reports have sub-documents

        return subdoc.markup(value, part)
    xml = _RUN_PROPERTIES.sub(_in_order, str(value.__html__()))
    return _LINK.sub(lambda match: _link(match, part, links), xml)


def _in_order(match: re.Match[str]) -> str:
    """Put the properties of a run into the order of the schema, which docxtpl does not keep."""
    found = _PROPERTY.findall(match.group(1))
    if "".join(found) != match.group(1):
        return match.group()
    ordered = sorted(found, key=lambda one: _ORDER.get(one[3:].split()[0].rstrip("/>"), 99))
    properties = "".join(ordered).replace("<w:shd w:fill", '<w:shd w:val="clear" w:fill')
    return f"<w:rPr>{properties}</w:rPr>"


def _link(match: re.Match[str], part: PartWriter, links: Mapping[str, str]) -> str:
    before, ident, after = match.groups()
    address = links.get(ident, ident)
    if _URL.match(address):
        return f"{before}{part.hyperlink(_unescaped(address))}{after}"
    if part.relationship(ident) is None:
        raise UnknownLinkError(ident)
    return match.group()


def with_breaks(xml: str, slot: Slot) -> str:
    """Turn line feeds, tabs, bells and form feeds in the texts of runs into breaks, as docxtpl.

    A new paragraph is like the one the run stands in: that of the value, or else of the slot.
    """
    around = "" if slot.breaks.get("\a") == slot.breaks.get("\n") else slot.block

    def paragraph(match: re.Match[str]) -> str:
        own = _PARAGRAPH_PROPERTIES.search(match.group())
        return _runs(match.group(), "<w:p>" + (own.group() if own else ""))

    if "<w:p>" in xml or "<w:p " in xml:
        return _PARAGRAPH.sub(paragraph, xml)
    return _runs(xml, around)


def _runs(xml: str, paragraph: str) -> str:
    def run(match: re.Match[str]) -> str:
        own = _RUN_PROPERTIES.search(match.group())
        properties = own.group() if own else ""
        opening = f'<w:r>{properties}<w:t xml:space="preserve">'
        ends = ("</w:t></w:r></w:p>", f"{paragraph}{opening}") if paragraph else ("", "")
        breaks = line_breaks("w:", properties, ends)
        return _BREAK.sub(lambda one: breaks[one.group()], match.group())

    return _RUN.sub(run, xml)


def _unescaped(text: str) -> str:
    """Return character data as plain text."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
