"""The finished words of a report as rules see them: blocks with places, no Markdown, no Word.

Tags are filled in, bullets and numbers stand in front of their items as they are printed. Every
block knows its section (`II.2.2`), which is also how an acceptance names it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.checks.annexes import Reference, references_in
from generator.checks.cited import Citation, citations_in, may_cite
from generator.problem import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"\s*([IVXL]+\.|[0-9]+(?:\.[0-9]+)*[.)]?|[A-Za-zđ][.)])(?=\s|$)")


TASKS = re.compile(r"phương hướng|nhiệm vụ", re.IGNORECASE)
"""What the heading of the section on coming tasks says."""


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
        found = _NUMBER.match(self.text)
        return found[1].rstrip(".)") if found else ""


class Text(Struct, frozen=True, kw_only=True, dict=True):
    """All blocks of a report in the order of print. What several rules need is found once."""

    blocks: tuple[Block, ...]

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """Sentences: paragraphs, items and footnotes."""
        kinds = (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE)
        return tuple(block for block in self.blocks if block.kind in kinds)

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
            for block in self.blocks
            if may_cite(block.text)
            for found in citations_in(block.text, block.where)
        )

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Where the words point to numbered forms and annexes of the report."""
        return tuple(
            found
            for block in self.blocks
            if "ẫu " in block.text or "lục " in block.text
            for found in references_in(block.text, block.where)
        )

    @cached_property
    def folded(self) -> str:
        """All words in small letters."""
        return self.whole.casefold()

    def find(self, pattern: str, needle: str = "") -> Iterator[tuple[Block, re.Match[str]]]:
        """Return every place where the regular expression `pattern` occurs, with its block.

        Most rules find nothing in most reports, and one look at the whole text says so. `needle`,
        which is part of every match, spares even that: a pattern is compiled when it is needed. A
        match stays within its block; it looks behind only inside it.
        """
        if needle not in self.whole:
            return
        compiled = re.compile(pattern)
        if needle:
            for block in self.blocks:
                if needle in block.text:
                    for found in compiled.finditer(block.text):
                        yield block, found
            return
        for hit in compiled.finditer(self.whole):
            number = bisect_right(self._starts, hit.start()) - 1
            block = self.blocks[number]
            inside = compiled.match(block.text, hit.start() - self._starts[number])
            if inside is not None:
                yield block, inside

    @cached_property
    def _starts(self) -> list[int]:
        """Where each block begins in `whole`."""
        return [0, *accumulate(len(block.text) + 1 for block in self.blocks)]


def tasks_ahead(text: Text | None) -> Iterator[Block]:
    """Return the words of the section on coming tasks: the last part whose heading says so."""
    parts: list[list[Block]] = []
    for block in text.blocks if text else ():
        if block.level == 1:
            parts.append([])
        if parts:
            parts[-1].append(block)
    about = [
        part
        for part in parts
        if TASKS.search(part[0].text) and "KẾT QUẢ" not in part[0].text.upper()
    ]
    yield from (block for block in (about[-1] if about else ()) if block.kind is not Kind.HEADING)


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
