"""Sheets of free figures, documents cited, constraints and accepted warnings -> raw values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message
from generator.raw import RawList, RawScalar
from generator.readers.xlsx_tables import find_table, headers_of
from generator.readers.xlsx_tree import Branch, mapping_at, text_at
from generator.readers.xlsx_values import Want, mended
from generator.workbook_layout import (
    ACCEPTED_KEYS,
    CONSTRAINT_KEYS,
    DOCUMENT_KEYS,
    FIGURE_COLUMNS,
    YES,
    Column,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

    from generator.problem import Where
    from generator.raw import Raw, RawMap
    from generator.readers.xlsx_book import Grid
    from generator.readers.xlsx_tables import Table
    from generator.readers.xlsx_values import Values

_EMPTY_LIST: Final = "[]"
_FIGURES: Final = headers_of(FIGURE_COLUMNS)
_DOCUMENTS: Final = headers_of((Column.NAME, *DOCUMENT_KEYS))


def read_figures(grid: Grid, values: Values) -> RawMap:
    """Return the free figures by their dotted names; a name without a value is blank.

    Notes DL-085 (no header row), DL-003 (a name twice) and DL-092 (a value without a name).
    """
    figures = Branch(where=values.at_sheet(grid.name))
    table = find_table(grid, _FIGURES, f"{Column.NAME} | {Column.FIGURE}", values)
    if table is None:
        return figures.done()
    for row in table.rows():
        column = table.columns.get(Column.FIGURE)
        value = values.read(grid, row, column, Want.DATE)
        name = mended(table.text(row, Column.NAME))
        if name:
            where = values.at(grid.name, row, table.columns[Column.NAME])
            figures.put_at(name, where, _figure(value, where), values.problems)
        elif value:
            values.problems.error("DL-092", value.where, *_NO_NAME)
    return figures.done()


def _figure(value: RawScalar | None, where: Where) -> Raw:
    if value is None:
        return RawScalar(where=where, text="", value=None)
    return RawList(where=value.where, items=()) if value.text == _EMPTY_LIST else value


def read_documents(grid: Grid, values: Values) -> RawMap:
    """Return the documents cited by their names; empty cells say nothing.

    Notes DL-085 (no header row), DL-003 (a name twice) and DL-092 (a document without a name).
    """
    documents = Branch(where=values.at_sheet(grid.name))
    table = find_table(grid, _DOCUMENTS, f"{Column.NAME} | {Column.TYPE} | {Column.SYMBOL}", values)
    if table is None:
        return documents.done()
    for row in table.rows():
        stated = _stated(table, row, DOCUMENT_KEYS, values)
        name = mended(table.text(row, Column.NAME))
        where = values.at(grid.name, row, table.columns[Column.NAME])
        if name:
            documents.put(text_at(name, where), mapping_at(stated, where), values.problems)
        elif stated:
            values.problems.error("DL-092", next(iter(stated.values())).where, *_NO_NAME)
    return documents.done()


def read_accepted(grid: Grid, values: Values) -> RawList:
    """Return the accepted warnings in their order. Notes DL-085 (no header row)."""
    return _list(grid, ACCEPTED_KEYS, values)


def read_constraints(grid: Grid, values: Values) -> RawList:
    """Return the constraints between figures in their order. Notes DL-085 (no header row)."""
    return _list(grid, CONSTRAINT_KEYS, values)


def _list(grid: Grid, keys: Mapping[Column, str], values: Values) -> RawList:
    place = values.at_sheet(grid.name)
    table = find_table(grid, headers_of(keys), " | ".join(keys), values)
    items = []
    if table is None:
        return RawList(where=place, items=())
    for row in table.rows():
        stated = _stated(table, row, keys, values)
        if stated:
            items.append(mapping_at(stated, next(iter(stated.values())).where))
    return RawList(where=place, items=tuple(items))


def _stated(
    table: Table, row: int, keys: Mapping[Column, str], values: Values
) -> dict[str, RawScalar]:
    stated = {}
    for header, key in keys.items():
        want = Want.DATE if header is Column.DATE else Want.NO_DATE
        value = values.read(table.grid, row, table.columns.get(header), want)
        if value is not None:
            stated[key] = _yes(value) if header is Column.USUALLY else value
    return stated


def _yes(value: RawScalar) -> RawScalar:
    """Return `true` for an `x`; validation says of anything else that it is no yes or no."""
    said = value.text.casefold() in YES
    return RawScalar(where=value.where, text="true", value=True) if said else value


_NO_NAME: Final = (
    Message("Dòng này có giá trị nhưng không có tên.", "The row has a value but no name."),
    Message(
        f"Ghi tên ở cột {Column.NAME}, hoặc xóa dòng.",
        f"Write its name in column {Column.NAME}, or delete the row.",
    ),
)
