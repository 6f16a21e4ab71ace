"""The values that the reader hands to the rules. Lengths are in twips, sizes in points."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from generator.problem import Where
from generator.the_thuc.doc.tables import goes_on, width_of

if TYPE_CHECKING:
    from lxml import etree

    from generator.problem import Message
    from generator.the_thuc.doc.formats import ParaFormat, RunFormat
    from generator.the_thuc.doc.tables import Layout

TWIPS_PER_POINT: Final = 20
TWIPS_PER_MM: Final = 1440 / 25.4
_EXCERPT: Final = 60
_AROUND: Final = 24


class Run(NamedTuple):
    """Characters of one format; tabs are `\\t`, breaks `\\n`."""

    text: str
    format: RunFormat


class Extras(Struct, eq=False):
    """What few paragraphs have beside text: names of fields, lengths of drawn lines, text boxes.

    `tracked` tells that changes were tracked in the paragraph and neither accepted nor rejected,
    `drawn` that there is a drawing of any kind.
    """

    fields: list[str] = []
    lines: list[int] = []
    boxes: list[etree._Element] = []
    tracked: bool = False
    drawn: bool = False


NO_EXTRAS: Final = Extras()


class Section(NamedTuple):
    """Paper and margins of a section; `headers` and `footers` by type (default, first, even)."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    title_page: bool
    number_format: str
    number_start: int | None
    headers: dict[str, str]
    footers: dict[str, str]

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return max(0, self.width - self.left - self.right)


class Cell(Struct, eq=False):
    """A table cell: which table, row and column (from 1), and what it holds.

    Cells of a nested table bear the place of the cell around it.
    """

    element: etree._Element
    layout: Layout
    table: int
    row: int
    column: int
    paras: list[Para]
    nested: bool
    header_row: bool

    @property
    def width(self) -> int:
        """Return the width inside the cell."""
        return width_of(self.element, self.layout)

    @property
    def merged(self) -> bool:
        """Tell whether the cell is the continuation of the one above."""
        return goes_on(self.element)

    @property
    def text(self) -> str:
        """Return the text of the cell."""
        return "\n".join([para.text for para in self.paras])


class Para(Struct, eq=False, dict=True):
    """One paragraph. `text` includes the number or bullet that Word puts before it."""

    runs: list[Run]
    text: str
    format: ParaFormat
    part: Message
    number: int
    cell: Cell | None
    section: int
    boxed: bool
    extras: Extras

    @property
    def lines(self) -> list[int]:
        """Return the lengths of the lines drawn in the paragraph."""
        return self.extras.lines

    @property
    def fields(self) -> list[str]:
        """Return the names of the fields in the paragraph."""
        return self.extras.fields

    def where(self, file: str, text: str = "") -> Where:
        """Return the place as a person counts it, with `text` (or the start of the paragraph)."""
        cell = self.cell
        return Where(
            file=file,
            part=self.part,
            table=cell.table if cell else None,
            table_row=cell.row if cell else None,
            table_cell=cell.column if cell else None,
            paragraph=None if cell and (cell.nested or len(cell.paras) == 1) else self.number,
            tag=excerpt(text or self.text),
        )

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Return what stands apart in the paragraph: between tabs, breaks and wide gaps."""
        return split(self)


class Piece(NamedTuple):
    """A stretch of a paragraph that stands as a line or a column of its own."""

    para: Para
    text: str
    runs: tuple[Run, ...]
    column: int = 0

    def where(self, file: str) -> Where:
        """Return the place of the piece."""
        return self.para.where(file, self.text)


class Doc(Struct, eq=False):
    """A document: its paragraphs in reading order (tables and text boxes included), its sections.

    `parts` holds the paragraphs of headers and footers by relationship id, `even_pages` tells
    that even pages have headers of their own, `comments` that somebody left comments.
    """

    paras: list[Para]
    tables: list[list[list[Cell]]]
    sections: list[Section]
    parts: dict[str, list[Para]]
    notes: list[Para]
    even_pages: bool
    comments: bool


def excerpt(text: str) -> str:
    """Return the beginning of `text`, short enough for one line of a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _EXCERPT else flat[: _EXCERPT - 1].rstrip() + "…"


def around(text: str, at: int) -> str:
    """Return the words around the character `at` of `text`."""
    begin, end = max(0, at - _AROUND), at + _AROUND
    before, after = text[begin:at], text[at:end]
    if begin:
        before = "…" + (before.partition(" ")[2] or before)
    if end < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return before + after


def split(para: Para) -> tuple[Piece, ...]:
    """Return the pieces of `para`; one piece for most paragraphs, none for an empty one."""
    said = para.text
    if "\t" not in said and "\n" not in said and _WIDE not in said:  # most paragraphs
        text = "".join([run.text for run in para.runs]).strip()
        return (Piece(para, text, tuple([r for r in para.runs if r.text.strip()])),) if text else ()
    pieces: list[Piece] = []
    held: list[Run] = []
    column = 0

    def close() -> None:
        text = "".join(run.text for run in held).strip()
        if text:
            pieces.append(Piece(para, text, tuple(r for r in held if r.text.strip()), column))
        held.clear()

    for run in para.runs:
        rest = run.text
        while rest:
            at, gap = _gap(rest)
            if gap:
                held.append(run._replace(text=rest[:at]))
                close()
                column = 0 if "\n" in gap else column + 1
                rest = rest[at + len(gap) :]
            else:
                held.append(run._replace(text=rest))
                rest = ""
    close()
    return tuple(pieces)


def _gap(text: str) -> tuple[int, str]:
    """Return where the first break, tab or run of six spaces stands, and the gap itself."""
    marks = [at for at in (text.find("\t"), text.find("\n"), text.find(_WIDE)) if at >= 0]
    if not marks:
        return len(text), ""
    at = min(marks)
    end = at
    while end < len(text) and text[end] in "\t\n \xa0":
        end += 1
    return at, text[at:end]


# -- blanks for the records office (`Số:      /BC-SNV`, `ngày      tháng`) are shorter than this --
_WIDE: Final = " " * 12
