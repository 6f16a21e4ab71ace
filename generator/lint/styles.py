"""Styles that a template names and does not have. Code MA-074."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Message, Problem, Severity, Where
from generator.word import wml
from generator.word.faults import RefusedError
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from generator.lint.words import Part
    from generator.word.opc import Docx

STYLES: Final = Message("kiểu chữ", "styles")
_NAMES: Final = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))


class Styles:
    """The styles of a package."""

    def __init__(self, docx: Docx) -> None:
        """Read them; a package without styles has none."""
        member = docx.members.get(docx.target("styles"))
        self.by_id: dict[str, etree._Element] = {}
        self.root_fonts: etree._Element | None = None
        self.defaults: set[str] = set()
        if member is None:
            return
        try:
            root = wml.parse(member.data(), member.name)
        except RefusedError:
            return  # reported already
        self.by_id = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        self.root_fonts = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        self.defaults = {
            ident
            for ident, style in self.by_id.items()
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
        }

    def name_of(self, ident: str) -> str:
        """Return what Word calls a style."""
        name = self.by_id[ident].find(f"{W}name")
        return ident if name is None else name.get(f"{W}val", ident)

    def used_in(self, root: etree._Element) -> set[str]:
        """Return the ids of styles that a part uses and that there are."""
        return {one.get(f"{W}val", "") for one in root.iter(*_NAMES)} & set(self.by_id)

    def with_parents(self, idents: Iterable[str]) -> set[str]:
        """Return the styles and all they are based on."""
        found: set[str] = set()
        waiting = list(idents)
        while waiting:
            ident = waiting.pop()
            if ident in self.by_id and ident not in found:
                found.add(ident)
                based = self.by_id[ident].find(f"{W}basedOn")
                waiting += [] if based is None else [based.get(f"{W}val", "")]
        return found


def faults(docx: Docx, parts: Iterable[Part], narrative: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a warning for every style that is named and not there.

    `narrative` are the ids of styles that the text of the outline is printed with.
    """
    known = Styles(docx).by_id
    for part in parts:
        told = set()
        for element in part.root.iter(*_NAMES):
            ident = element.get(f"{W}val", "")
            if ident not in known and ident not in told:
                told.add(ident)
                yield _missing(ident, part.places.of(element))
    for ident in narrative:
        if ident not in known:
            yield _missing(ident, Where(part=STYLES, tag="{{p noi_dung }}"))


def _missing(ident: str, where: Where) -> Problem:
    return Problem(
        code="MA-074",
        message=Message(
            f"Mẫu không có kiểu chữ “{ident}” mà chỗ này dùng.",
            f"The template does not have the style “{ident}” that is used here.",
        ),
        where=where,
        hint=Message(
            "Chép đoạn từ một mẫu còn kiểu này (Word); LibreOffice đổi tên kiểu khi lưu.",
            "Copy a paragraph from a template that has it; LibreOffice renames styles on saving.",
        ),
        severity=Severity.WARNING,
    )
