"""The parts of a docx that layout rules read, parsed safely; parts that do not parse are skipped.

What makes the file no Word document at all (encrypted, cut short, a zip bomb …) is refused by
`opc.open_docx`. Macros and outside references are no concern here: nothing is run or fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.word import opc, wml
from generator.word.faults import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FONT_SLOTS: Final = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}


class Parts(Struct, frozen=True, kw_only=True):
    """Roots of the parts; headers and footers by the id the main document refers to them with."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    settings: etree._Element | None
    footnotes: etree._Element | None
    comments: bool
    theme: Mapping[str, str]
    edges: Mapping[str, tuple[str, etree._Element]]


def open_parts(blob: bytes) -> Parts:
    """Return the parts of the docx in `blob`; raise `RefusedError` if it is none."""
    docx = opc.open_docx(blob)
    document = wml.parse(docx.members[docx.main].data(), docx.main)
    roots: dict[str, etree._Element] = {}
    edges: dict[str, tuple[str, etree._Element]] = {}
    for kind, relation, root in _referred(docx):
        if kind in {"header", "footer"}:
            edges[relation] = (kind, root)
        else:
            roots.setdefault(kind, root)
    comments = roots.get("comments")
    return Parts(
        document=document,
        styles=roots.get("styles"),
        numbering=roots.get("numbering"),
        settings=roots.get("settings"),
        footnotes=roots.get("footnotes"),
        comments=comments is not None and len(comments) > 0,
        theme=_theme_fonts(roots.get("theme")),
        edges=edges,
    )


_READ: Final = frozenset(
    {"styles", "numbering", "settings", "footnotes", "comments", "theme", "header", "footer"}
)


def _referred(docx: opc.Docx) -> Iterator[tuple[str, str, etree._Element]]:
    """Yield kind, relationship id and root of every readable part of the main document."""
    try:
        relations = docx.relationships_of(docx.main)
    except RefusedError:
        return
    for relation in relations.values():
        kind = relation.type.rpartition("/")[2]
        name = opc.resolve(docx.main, relation.target)
        if relation.external or kind not in _READ or name not in docx.members:
            continue
        try:
            yield kind, relation.id, wml.parse(docx.members[name].data(), name)
        except RefusedError:
            continue


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
