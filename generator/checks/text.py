"""The finished words of a report as rules see them: blocks with places, no Markdown, no Word.

Tags are filled in, bullets and numbers stand in front of their items as they are printed. Every
block knows its section (`II.2.2`), which is also how an acceptance names it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.checks.annexes import Reference, references_in
from generator.checks.cited import CITING, Citation, citations_in
from generator.problem import Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A letter is written as in `ky_hieu`.
_NUMBER = r"\s*([IVXL]+\.|[0-9]+(?:\.[0-9]+)*[.)]?|(?=[A-zđ])[^\W_][.)])(?=\s|$)"
_MARKS = ".;:!?)/"
_TASKS = ("phương hướng", "nhiệm vụ")
_RESULTS = "kết quả"

OPENING = "mo_dau"
"""What the words before the first heading are called as a place."""


class Kind(StrEnum):
    """What a block is; the style of the template says so."""

    SUBJECT = "subject"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    NOTE = "note"


PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE)
"""What holds sentences: paragraphs, items and footnotes."""


class Block(Struct, frozen=True, kw_only=True):
    """A paragraph, an item of a list, a cell, a caption, a footnote, a heading or the subject.

    `level` is that of a heading, from 1. `table`, `row` and `column` (from 1) place a cell.
    """

    kind: Kind
    text: str
    level: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    where: Where = field(default_factory=Where)

    @property
    def number(self) -> str:
        """The number in front, without its closing sign: `II`, `2.1`, `a`; empty where none is."""
        return number_of(self.text)


@lru_cache(1024)  # those of headings are asked for: the outline's, mostly the same in all reports
def number_of(text: str) -> str:
    """Return the number in front of words, see `Block.number`."""
    found = re.match(_NUMBER, text)
    return found[1].rstrip(".)") if found else ""


# The patterns of the rules, a fixed number; `re` keeps them, too, but takes five times as long.
_compiled = lru_cache(512)(re.compile)


class Text(Struct, frozen=True, kw_only=True, dict=True):
    """All blocks of a report in the order of print. What several rules need is found once."""

    blocks: tuple[Block, ...]

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that hold sentences."""
        return tuple(block for block in self.blocks if block.kind in PROSE)

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The headings alone."""
        return tuple(block for block in self.blocks if block.kind is Kind.HEADING)

    @cached_property
    def whole(self) -> str:
        """All words, a line for each block: to ask quickly whether something occurs at all."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Documents named with a number, in the order of print."""
        return tuple(
            found
            for block in self.having(*CITING)
            for found in citations_in(block.text, block.where)
        )

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Where the words point to numbered forms and annexes of the report."""
        return tuple(
            found
            for block in self.having("ẫu ", "lục ")
            for found in references_in(block.text, block.where)
        )

    @cached_property
    def paused(self) -> str:
        """All words, see the function of this name."""
        return paused(self.whole)

    @cached_property
    def folded(self) -> str:
        """All words in small letters."""
        return self.whole.lower()

    def find(self, pattern: str, *clues: str) -> Iterator[tuple[Block, re.Match[str]]]:
        """Return every place where the regular expression `pattern` occurs, with its block.

        Of the `clues`, see `having`, one is part of every match; without any, `pattern` is its own.
        A match stays within its block.
        """
        for block in self.having(*(clues or (pattern,))):
            for found in _compiled(pattern).finditer(block.text):
                yield block, found

    def having(self, *clues: str) -> Sequence[Block]:
        """Return the blocks in which one of the small regular expressions `clues` occurs.

        Most rules find nothing in most reports, and one look at the whole text says so: at once
        where a clue begins with a fixed letter (`/[0-9]`), twenty times slower where it begins with
        a set of letters or looks behind. A clue that looks ahead sees a line break at the end.
        """
        numbers = set()
        whole = self.whole
        for clue in clues:
            search = _compiled(clue).search
            hit = search(whole)
            while hit:
                number = bisect_right(self._starts, hit.start()) - 1
                numbers.add(number)
                hit = search(whole, self._starts[number + 1])
        return [self.blocks[number] for number in sorted(numbers)] if numbers else ()

    @cached_property
    def _starts(self) -> list[int]:
        """Where each block begins in `whole`."""
        return [0, *accumulate(len(block.text) + 1 for block in self.blocks)]


def paused(text: str) -> str:
    """Return `text` with a comma for every mark that stands behind a word."""
    for mark in _MARKS:
        text = text.replace(mark, ",")
    return text


def speaks_of_tasks(heading: str) -> bool:
    """Tell whether a heading is that of the section on coming tasks."""
    folded = heading.lower()
    return any(words in folded for words in _TASKS)


def tasks_ahead(text: Text | None) -> list[Block]:
    """Return the words of the section on coming tasks: the last part whose heading says so."""
    blocks = text.blocks if text else ()
    end = len(blocks)
    for start in [number for number, block in enumerate(blocks) if block.level == 1][::-1]:
        heading = blocks[start].text
        if speaks_of_tasks(heading) and _RESULTS not in heading.lower():
            return [block for block in blocks[start:end] if block.kind is not Kind.HEADING]
        end = start
    return []


class Sections:
    """Names the section a block stands in while the blocks of a report go by: `II.2.2.3`."""

    def __init__(self) -> None:
        """Begin before the first heading."""
        self._numbers: list[tuple[int, str]] = []

    def enter(self, level: int, number: str) -> None:
        """Go into the section of a heading."""
        self._numbers = [one for one in self._numbers if one[0] < level]
        self._numbers.append((level, number))

    @property
    def path(self) -> str:
        """The numbers of the section and those above; `2.2` swallows the `2` above it."""
        names: list[str] = []
        for _, number in self._numbers:
            if names and number.startswith(f"{names[-1]}."):
                names.pop()
            if number:
                names.append(number)
        return ".".join(names) or OPENING
