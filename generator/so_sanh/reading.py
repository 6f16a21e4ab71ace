"""A Word document as what can be compared: paragraphs and tables, rows and cells, with places."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from generator.problem import Stopped, Where
from generator.so_sanh.words import words_of
from generator.the_thuc.doc.reading import read_docx
from generator.word.faults import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.the_thuc.doc.model import Cell, Para

_FIRST_CELLS: Final = 2


class Text(Struct, frozen=True, dict=True):
    """A paragraph, or all paragraphs of a cell, one a line."""

    text: str
    where: Where

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in it."""
        return words_of(self.text)


class Row(Struct, frozen=True, dict=True):
    """A row of a table; cells that were joined to the one above are there and empty."""

    cells: tuple[Text, ...]
    where: Where

    @cached_property
    def label(self) -> str:
        """What the row is called: of its first two cells the one with more letters."""
        texts = (cell.text for cell in self.cells[:_FIRST_CELLS])
        return max(texts, key=lambda text: sum(map(str.isalpha, text)))

    @cached_property
    def text(self) -> str:
        """Its cells on one line."""
        return " | ".join(" ".join(cell.text.split()) for cell in self.cells).rstrip(" |")

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in it."""
        return frozenset[str]().union(*(cell.words for cell in self.cells))


class Table(Struct, frozen=True, dict=True):
    """A table; tables inside its cells are part of the cells' text."""

    rows: tuple[Row, ...]
    where: Where

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What its rows are called."""
        return tuple(row.label for row in self.rows)

    @cached_property
    def text(self) -> str:
        """Its rows, one a line."""
        return "\n".join(row.text for row in self.rows)


Block: TypeAlias = Text | Table


def read_strands(blob: bytes, name: str) -> tuple[tuple[Block, ...], ...]:
    """Return body, headers and footers, and footnotes of a docx. Raises Stopped if it is none."""
    try:
        doc = read_docx(blob)
    except RefusedError as refused:
        raise Stopped([refused.problem.at(file=name)]) from refused
    # -- a part that several sections use stands once among the relations --
    edges = [para for part in doc.parts.values() for para in part]
    edges.sort(key=lambda para: para.part.en, reverse=True)  # headers first, in any file
    return tuple(tuple(_blocks(paras)) for paras in (doc.paras, edges, doc.notes))


def _blocks(paras: Iterable[Para]) -> Iterator[Block]:
    """Yield paragraphs with text, and tables."""
    for table, own in groupby(paras, key=lambda para: para.cell.table if para.cell else None):
        if table is None:
            yield from (text for para in own if (text := _text([para])).text)
        else:
            yield _table(own)


def _table(paras: Iterable[Para]) -> Table:
    rows = []
    for _, of_row in groupby(paras, key=lambda para: _cell(para).row):
        cells = groupby(of_row, key=lambda para: _cell(para).column)
        texts = tuple(_text(list(of_cell)) for _, of_cell in cells)
        where = texts[0].where
        place = Where(part=where.part, table=where.table, table_row=where.table_row)
        rows.append(Row(texts, place))
    where = rows[0].where
    return Table(tuple(rows), Where(part=where.part, table=where.table))


def _cell(para: Para) -> Cell:
    assert para.cell
    return para.cell


def _text(paras: list[Para]) -> Text:
    text = "\n".join(unicodedata.normalize("NFC", para.text) for para in paras).strip()
    first, cell = paras[0], paras[0].cell
    if cell is None:
        return Text(text, Where(part=first.part, paragraph=first.number))
    return Text(
        text,
        Where(part=first.part, table=cell.table, table_row=cell.row, table_cell=cell.column),
    )
