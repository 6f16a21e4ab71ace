"""Annexes in the same file: `Phụ lục`, or `Biểu mẫu 1` as ministries name their forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.the_thuc.doc.words import fold

if TYPE_CHECKING:
    from generator.the_thuc.doc.model import Para

_TITLE: Final = re.compile(
    r"^(?P<word>PHU LUC|BIEU MAU|BIEU SO|MAU SO|BIEU)(?: SO)?"
    r"(?: (?P<number>[IVXLC]+|[0-9]+[A-Z]?))?[.:]?$"
)
_LONG: Final = 40
_INITIALS: Final = frozenset("PBMpbm ")
_NOTE: Final = re.compile(r"^\(?\s*(BAN HANH )?KEM THEO\b")
_NEAR: Final = 8


class Annex(Struct, frozen=True, kw_only=True):
    """One annex: its title, the lines of its name, its note `(Kèm theo …)`.

    `start` is the number of the title's paragraph; `word` and `number` are folded.
    """

    title: Para
    word: str
    number: str
    name: tuple[Para, ...]
    note: Para | None
    start: int


def find_annexes(paras: list[Para], first: int) -> tuple[Annex, ...]:
    """Return the annexes whose titles stand behind paragraph `first`, outside tables."""
    found = []
    for at in range(first, len(paras)):
        para = paras[at]
        if para.cell is None and len(para.text) <= _LONG and para.text[:1] in _INITIALS:
            match = _TITLE.match(fold(para.text.replace("\n", " ")))
            if match and para.format.align == "center":
                found.append(_annex(paras, at, match))
    return tuple(found)


def _annex(paras: list[Para], at: int, match: re.Match[str]) -> Annex:
    name: list[Para] = []
    note = None
    for para in paras[at + 1 : at + _NEAR]:
        if para.cell is not None:
            break
        if _NOTE.match(fold(para.text)):
            note = para
            break
        if para.text.strip():
            name.append(para)
    if note is None:
        name = name[:1]
    return Annex(
        title=paras[at],
        word=match["word"],
        number=match["number"] or "",
        name=tuple(name),
        note=note,
        start=at,
    )
