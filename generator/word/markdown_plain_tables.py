"""Tables whose cells hold little markup (`markdown_plain`): read here, not by the parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

# Characters of which none can begin or end anything inside a line; `&` can where `;` follows.
_INERT: Final = r"[^\x00-\x1f*_\[\]<>\\^`|#{}]"
_NO_ENTITY: Final = r"(?!.*&[#0-9A-Za-z]+;)"
LETTER: Final = r"[\w\U000f0000-\U0010fffd]"
"""What Markdown takes for a letter or digit, as a pattern: stand-ins of `markdown_chars`, too."""
_MARKED: Final = rf"(?={LETTER}){_INERT}+(?<={LETTER})"
_BOLD_OR_ITALIC: Final = rf"(?<![^\s(])(?:\*\*{_MARKED}\*\*|\*{_MARKED}\*)(?![^\s,.;:)])"
WORDS: Final = rf"(?=\S){_NO_ENTITY}{_INERT}*(?:{_BOLD_OR_ITALIC}{_INERT}*)*(?<!\s)"
"""Text of one line that needs no parser, as a pattern; it begins and ends with no blank."""
SETTINGS: Final = re.compile(r"\{\s*\w+\s*=.*\}\s*")
"""The line above a table that sets its columns."""

_CELL: Final = re.compile(rf"(?:[<^]|{WORDS})?")
_RULES: Final = re.compile(r"\|(?: *:?-+:? *\|)+")


class PlainTable(Struct, frozen=True):
    """A table: its line of settings (empty without one), and how its columns are aligned.

    `first` is the line it begins in; each of `rows` has its line, and the words of its cells.
    """

    first: int
    settings: str
    aligns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(stanza: Sequence[str], first: int) -> PlainTable | None:
    """Return the table that the lines of `stanza` are, None if anything in it is not plain."""
    settings = stanza[0] if SETTINGS.fullmatch(stanza[0]) else ""
    head = 1 if settings else 0
    if len(stanza) < head + 2 or not _RULES.fullmatch(stanza[head + 1]):
        return None
    aligns = tuple(_align(rule) for rule in _cells(stanza[head + 1]))
    rows = [(n, _cells(line)) for n, line in enumerate(stanza) if n == head or n > head + 1]
    for number, cells in rows:
        line = stanza[number]
        if not (line.startswith("|") and line.endswith("|")) or len(cells) != len(aligns):
            return None
        if not all(map(_CELL.fullmatch, cells)):
            return None
    numbered = tuple((first + number, cells) for number, cells in rows)
    return PlainTable(first=first, settings=settings, aligns=aligns, rows=numbered)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip(" ") for cell in line.split("|")[1:-1])


def _align(rule: str) -> str:
    if rule.endswith(":"):
        return "center" if rule.startswith(":") else "right"
    return "left" if rule.startswith(":") else ""
