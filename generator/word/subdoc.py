"""docxtpl's Subdoc as a value: a whole document in the place of a paragraph.

docxtpl merges what the sub-document needs (styles, numbering, pictures, notes) into the package of
the DocxTemplate it was made from. What its text refers to there is carried over from that package
into ours; ids of styles and numbering are kept, so both must come from the same template file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from generator.word.wml import W

if TYPE_CHECKING:
    from generator.word.writer import PartWriter

_RELATION: Final = re.compile(r'(\br:(?:id|embed|link|pict|dm|lo|qs|cs)=")([^"]*)(")')
_STYLE: Final = re.compile(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|link|next) w:val="([^"]*)"')
_NUMBER: Final = re.compile(r'<w:numId w:val="(\d+)"')
_NOTE: Final = re.compile(r'(<w:footnoteReference\b[^>]*?w:id=")(\d+)(")')


class SubdocError(ValueError):
    """A sub-document with something in it that cannot be carried over."""


def markup(value: Any, part: PartWriter) -> str:
    """Return the body of a sub-document, after adding what it needs to the document."""
    xml = str(value.__html__())
    source = value.docx.part
    xml = _RELATION.sub(lambda match: _related(match, source, part), xml)
    xml = _NOTE.sub(lambda match: _noted(match, source, part), xml)
    styles = {style.get(f"{W}styleId"): style for style in value.docx.styles.element}
    _add_styles(xml, styles, part)
    _add_numbers(xml, value, part)
    return xml


def _related(match: re.Match[str], source: Any, part: PartWriter) -> str:
    before, ident, after = match.groups()
    relation = source.rels[ident]
    kind = relation.reltype.rpartition("/")[2]
    if relation.is_external and kind == "hyperlink":
        return f"{before}{part.hyperlink(relation.target_ref)}{after}"
    if relation.is_external or kind != "image":
        raise SubdocError(kind)
    return f"{before}{part.picture(relation.target_part.blob)}{after}"


def _noted(match: re.Match[str], source: Any, part: PartWriter) -> str:
    before, ident, after = match.groups()
    for relation in source.rels.values():
        if relation.reltype.endswith("/footnotes"):
            for note in etree.fromstring(relation.target_part.blob).iter(f"{W}footnote"):
                if note.get(f"{W}id") == ident:
                    content = "".join(etree.tostring(child, encoding="unicode") for child in note)
                    return f"{before}{part.footnote(content)}{after}"
    raise SubdocError("footnote")


def _add_styles(xml: str, styles: dict[str, Any], part: PartWriter) -> None:
    """Add the styles that `xml` names, and those they are based on."""
    waiting = _STYLE.findall(xml)
    while waiting:
        name = waiting.pop()
        if name in styles and name not in part.additions.styles:
            text = etree.tostring(styles[name], encoding="unicode", with_tail=False)
            part.additions.styles[name] = text
            waiting += _STYLE.findall(text)


def _add_numbers(xml: str, value: Any, part: PartWriter) -> None:
    """Add the numberings that `xml` and the new styles name."""
    wanted = {*_NUMBER.findall(xml)}
    for style in part.additions.styles.values():
        wanted.update(_NUMBER.findall(style))
    if not wanted - {"0"}:
        return
    root = value.docx.part.numbering_part.element
    abstracts = {a.get(f"{W}abstractNumId"): a for a in root.findall(f"{W}abstractNum")}
    for number in root.findall(f"{W}num"):
        if number.get(f"{W}numId") in wanted:
            ident = number.find(f"{W}abstractNumId").get(f"{W}val")
            added = part.additions
            added.numbers[number.get(f"{W}numId")] = etree.tostring(number, encoding="unicode")
            added.abstracts[ident] = etree.tostring(abstracts[ident], encoding="unicode")
