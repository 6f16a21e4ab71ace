"""The parts of a docx that layout rules read, parsed safely; parts that do not parse are skipped.

What makes the file no Word document at all (encrypted, cut short, a zip bomb …) is refused by
`opc.open_docx`. Macros and outside references are no concern here: nothing is run or fetched.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.the_thuc.doc.styles import Styles
from generator.word import opc, wml
from generator.word.faults import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from generator.word.package import Member
    from generator.word.values import Relationship

_KEPT: Final = 100  # parts; pictures are not among them
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FONT_SLOTS: Final = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}


class Parts(Struct, frozen=True, kw_only=True):
    """The XML of the main document (part `main`), and what else a rule reads, parsed.

    Headers and footers are known by the id the main document refers to them with.
    """

    main: str
    document: bytes
    styles: Styles
    numbering: etree._Element | None
    settings: etree._Element | None
    footnotes: etree._Element | None
    comments: bool
    edges: Mapping[str, tuple[str, etree._Element]]


class Shelf:
    """Parts that were parsed already, by their bytes.

    Reports of one template share all of them but the text, and reading the styles takes as long as
    reading a short report.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.root = lru_cache(_KEPT)(_root)
        """Returns the root of a part, None where it cannot be read."""
        self.relations = lru_cache(_KEPT)(_relations)
        """Returns the relationships that a part lists, none where it cannot be read."""
        self.styles = lru_cache(_KEPT)(self._styles)
        """Returns the styles of the parts `styles` and `theme`: for equal parts the same object."""

    def _styles(self, part: Member | None, theme: Member | None) -> Styles:
        fonts = _theme_fonts(self.root(theme) if theme else None)
        return Styles(self.root(part) if part else None, fonts)


def _root(member: Member) -> etree._Element | None:
    try:
        return wml.parse(member.data(), member.name)
    except RefusedError:
        return None


def _relations(member: Member | None) -> Mapping[str, Relationship]:
    try:
        return opc.read_relationships(member) if member else {}
    except RefusedError:
        return {}


def open_parts(blob: bytes, shelf: Shelf) -> Parts:
    """Return the parts of the docx in `blob`; raise `RefusedError` if it is none."""
    docx = opc.open_docx(blob)
    members: dict[str, Member] = {}
    edges: dict[str, tuple[str, etree._Element]] = {}
    for kind, relation, member in _referred(docx, shelf):
        root = shelf.root(member)
        if root is None:
            continue
        if kind in _EDGES:
            edges[relation] = (kind, root)
        else:
            members.setdefault(kind, member)
    roots = {kind: shelf.root(member) for kind, member in members.items()}
    comments = roots.get("comments")
    return Parts(
        main=docx.main,
        document=docx.members[docx.main].data(),
        styles=shelf.styles(members.get("styles"), members.get("theme")),
        numbering=roots.get("numbering"),
        settings=roots.get("settings"),
        footnotes=roots.get("footnotes"),
        comments=comments is not None and len(comments) > 0,
        edges=edges,
    )


_EDGES: Final = frozenset({"header", "footer"})
_READ: Final = _EDGES | {"styles", "numbering", "settings", "footnotes", "comments", "theme"}


def _referred(docx: opc.Docx, shelf: Shelf) -> Iterator[tuple[str, str, Member]]:
    """Yield kind, relationship id and member of every part of the main document that is read."""
    listed = docx.members.get(opc.rels_name(docx.main))
    for relation in shelf.relations(listed).values():
        kind = relation.type.rpartition("/")[2]
        if relation.external or kind not in _READ:
            continue
        member = docx.members.get(opc.resolve(docx.main, relation.target))
        if member is not None:
            yield kind, relation.id, member


def _theme_fonts(root: etree._Element | None) -> dict[str, str]:
    """Return the font that each name of a theme font (`minorHAnsi`) stands for."""
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        scheme = root.find(f".//{_A}{size}Font") if root is not None else None
        for slot, name in _FONT_SLOTS.items():
            font = scheme.find(f"{_A}{name}") if scheme is not None else None
            if font is not None and font.get("typeface"):
                fonts[size + slot] = font.get("typeface", "")
    return fonts
