"""Fonts other than the decree's: Times New Roman, Unicode (Nghị định 30/2020, Phụ lục I, Phần I).

Looked at where text really takes them: runs with words in them, and styles that are in use.
Code MA-073.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.lint.styles import STYLES, Styles
from generator.problem import Message, Problem, Severity, Where
from generator.word import wml
from generator.word.faults import RefusedError
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from generator.lint.words import Part
    from generator.word.opc import Docx

_WANTED: Final = "Times New Roman"
# -- of signs, not of letters --
_SIGNS: Final = frozenset(
    ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Cambria Math", "MS Gothic",
     "Segoe UI Symbol")
)  # fmt: skip
_OLD: Final = re.compile(r"^(\.Vn|VNI[- ]|VnTime)", re.IGNORECASE)
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def faults(docx: Docx, parts: Iterable[Part], more: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a warning for every other font, once for a paragraph or style.

    `more` are ids of styles that the narrative uses.
    """
    theme = _theme(docx)
    styles = Styles(docx)
    used = set(more) & set(styles.by_id)
    for part in parts:
        used |= styles.used_in(part.root)
        yield from _of_runs(part, theme)
    for ident in sorted(styles.with_parents(used | styles.defaults)):
        font = _font(styles.by_id[ident].find(f"{W}rPr/{W}rFonts"), theme)
        if _is_other(font):
            yield _other(font, Where(part=STYLES, tag=styles.name_of(ident)))
    font = _font(styles.root_fonts, theme)
    if _is_other(font) and not any(
        styles.by_id[ident].find(f"{W}rPr/{W}rFonts") is not None for ident in styles.defaults
    ):
        yield _other(font, Where(part=STYLES, tag="docDefaults"))


def _of_runs(part: Part, theme: dict[str, str]) -> Iterator[Problem]:
    told = set()
    for run in part.root.iter(f"{W}r"):
        font = _font(run.find(f"{W}rPr/{W}rFonts"), theme)
        if _is_other(font) and any((t.text or "").strip() for t in run.iter(f"{W}t")):
            where = part.places.of(run)
            if (font, where) not in told:
                told.add((font, where))
                yield _other(font, where)


def _is_other(font: str) -> bool:
    return bool(font) and font != _WANTED and font not in _SIGNS


def _font(fonts: etree._Element | None, theme: dict[str, str]) -> str:
    """Return the font of Latin letters, empty where none is named."""
    if fonts is None:
        return ""
    for side in ("ascii", "hAnsi"):
        named = fonts.get(f"{W}{side}Theme", "")
        font = theme.get(named[:5], "") if named else fonts.get(f"{W}{side}", "")
        if font:
            return font
    return ""


def _theme(docx: Docx) -> dict[str, str]:
    """Return the Latin fonts of the theme, by the first letters of what styles call them."""
    member = docx.members.get(docx.target("theme"))
    if member is None:
        return {}
    try:
        root = wml.parse(member.data(), member.name)
    except RefusedError:
        return {}  # reported already
    found = {}
    for kind in ("major", "minor"):
        latin = next(root.iter(f"{_A}{kind}Font"), None)
        face = latin.find(f"{_A}latin") if latin is not None else None
        if face is not None:
            found[kind] = face.get("typeface", "")
    return found


def _other(font: str, where: Where) -> Problem:
    old = _OLD.match(font) is not None
    hint = (
        Message(
            "Phông chữ cũ (TCVN3, VNI): chuyển mã chữ sang Unicode rồi chọn Times New Roman.",
            "An old font (TCVN3, VNI): convert the text to Unicode, then choose Times New Roman.",
        )
        if old
        else Message("Chọn phông Times New Roman.", "Choose Times New Roman.")
    )
    return Problem(
        code="MA-073",
        message=Message(
            f"Phông chữ “{font}”; văn bản hành chính dùng Times New Roman.",
            f"The font “{font}”; administrative documents use Times New Roman.",
        ),
        where=where,
        hint=hint,
        severity=Severity.WARNING,
    )
