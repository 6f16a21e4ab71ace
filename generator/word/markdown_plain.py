"""Headings, sentences, bullets and tables with little markup: read here, not by the parser.

Most of a report is such text; the parser takes longer over it, and as long again to be imported.
Stanzas (lines between blank lines) that nothing in Markdown could mean anything else by are taken
out of the text; where a run of them stood, the parser finds one mark. All else keeps its line.

Of markup there may be `**bold**` and `*italic*` words that stand apart: in front of them a blank,
`(` or nothing, behind them a blank, nothing or one of `,.;:)`, letters or digits at both ends.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.word.markdown_plain_tables import LETTER, WORDS, PlainTable, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARK: Final = "\x01"  # no text holds control characters

# A number with a sign behind it begins a list, a sign alone may begin anything.
_SENTENCE: Final = rf"(?![0-9]+[.)](?:[ \t]|$))(?={LETTER}|[*(]){WORDS}"
_LINE: Final = re.compile(rf"(?:(#{{1,4}})[ \t]+({WORDS})|{_SENTENCE})")
_BULLET: Final = re.compile(rf"([-+]) ({_SENTENCE})")
# What a line begins with that is of a list, or of what stands above it.
_LISTED: Final = ("-", "+", "*", " ", "\t")
_BLANK: Final = " \t"


class Plain(Struct, frozen=True):
    """A heading (`level` from 1), a paragraph (0), or a bullet behind a `sign` (of level 0 or 1).

    `first` is its first line, `lines` are its words.
    """

    level: int
    first: int
    lines: tuple[str, ...]
    sign: str = ""


def take_out(text: str) -> tuple[str, dict[int, list[Plain | PlainTable]]]:
    """Return `text` with a mark for each run of plain stanzas, and those by the line (from 0)."""
    lines = text.split("\n")
    runs: dict[int, list[Plain | PlainTable]] = {}
    run: list[Plain | PlainTable] | None = None
    stanzas = [(first, lines[first:end]) for first, end in _stanzas(lines)]
    for (first, stanza), found in zip(stanzas, _read_all(stanzas), strict=True):
        if not found:
            run = None
            continue
        lines[first : first + len(stanza)] = [""] * len(stanza)
        if run is None:
            run = runs[first] = []
            lines[first] = MARK
        run += found
    return "\n".join(lines), runs


def _stanzas(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each group of lines that are not blank begins, and where it has ended."""
    first = -1
    for number, line in enumerate((*lines, "")):
        if line.strip(_BLANK):
            first = number if first < 0 else first
        elif first >= 0:
            yield first, number
            first = -1


def _read_all(stanzas: Sequence[tuple[int, Sequence[str]]]) -> list[Sequence[Plain | PlainTable]]:
    """Return what is plain of each stanza: all of it, or nothing."""
    found: list[Sequence[Plain | PlainTable]] = []
    # -- a list goes on over blank lines: its stanzas are taken out together or not at all --
    for is_list, group in groupby(stanzas, lambda stanza: stanza[1][0].startswith(_LISTED)):
        members = list(group)
        if is_list:
            before = stanzas[len(found) - 1][1] if found else ()
            # -- a reference prints nothing: what stands above it is what the list follows --
            alone = not any(line.startswith((*_LISTED, "[")) for line in before)
            found += (_bullets(members) if alone else None) or [[] for _ in members]
            continue
        for first, stanza in members:
            table = read_table(stanza, first) if stanza[0].startswith(("|", "{")) else None
            # -- settings may stand apart from their table: both are the parser's then --
            apart = found and stanzas[len(found) - 1][1][-1].lstrip().startswith("{")
            found.append(([] if apart else [table]) if table else _read(stanza, first))
    return found


def _bullets(stanzas: Sequence[tuple[int, Sequence[str]]]) -> list[list[Plain]] | None:
    """Return the bullets of a list, None if anything in it is not plain."""
    found: list[list[Plain]] = []
    dashed = False
    for first, stanza in stanzas:
        found.append([])
        for number, line in enumerate(stanza, first):
            match = _BULLET.fullmatch(line)
            if match is None:
                return None
            dashed = dashed or match[1] == "-"
            level = 1 if dashed and match[1] == "+" else 0
            found[-1].append(Plain(level, number, (match[2],), match[1]))
    return found


def _read(stanza: Sequence[str], first: int) -> list[Plain]:
    """Return the headings and paragraphs of a stanza, none if anything in it is not plain."""
    found: list[Plain] = []
    sentences: list[str] = []
    for number, line in enumerate(stanza):
        match = _LINE.fullmatch(line)
        if match is None:
            return []
        if match[1] is None:
            sentences.append(line)
            continue
        found += _paragraph(sentences, first + number)
        sentences = []
        found.append(Plain(len(match[1]), first + number, (match[2],)))
    return found + _paragraph(sentences, first + len(stanza))


def _paragraph(sentences: Sequence[str], end: int) -> list[Plain]:
    return [Plain(0, end - len(sentences), tuple(sentences))] if sentences else []
