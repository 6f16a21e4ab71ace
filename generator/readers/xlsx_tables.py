"""Tables of a sheet: the row of headers, wherever it stands, and the rows below it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.problem import Message
from generator.suggest import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.readers.xlsx_book import Grid
    from generator.readers.xlsx_values import Values
    from generator.workbook_layout import Column


class Table(NamedTuple):
    """Where a table of a sheet begins, and in which column each of its headers stands."""

    grid: Grid
    header: int
    columns: dict[Column, int]

    def rows(self) -> Iterator[int]:
        """Give the numbers of the rows below the headers that hold anything."""
        yield from sorted(row for row in self.grid.rows if row > self.header)

    def text(self, row: int, header: Column) -> str:
        """Return the text of a cell, empty where there is none."""
        cell = self.grid.rows[row].get(self.columns.get(header, 0))
        return cell.text if cell else ""


@lru_cache(maxsize=500)  # the same headers and labels stand in every unit's workbook
def folded(text: str) -> str:
    """Return what spellings of one header or label have in common."""
    return plain(" ".join(text.split()).rstrip(" :*"))


def headers_of(columns: Iterable[Column]) -> Mapping[str, Column]:
    """Return columns by what spellings of their headers have in common."""
    return {folded(header): header for header in columns}


def find_table(
    grid: Grid, known: Mapping[str, Column], wanted: str, values: Values
) -> Table | None:
    """Return the table under the first row with at least two `known` headers, the first of all too.

    Notes DL-085 where there is none, saying that `wanted` is; DL-003 for a header that stands
    twice.
    """
    first = next(iter(known.values()))
    for row in sorted(grid.rows):
        texts = {
            column: known.get(folded(cell.text))
            for column, cell in grid.rows[row].items()
            if cell.kind == "text"
        }
        cells = {column: header for column, header in texts.items() if header}
        if first in cells.values() and len(set(cells.values())) > 1:
            return Table(grid, row, _columns(grid, row, cells, values))
    message = Message(
        f"Trang “{grid.name}” không có dòng tiêu đề {wanted}.",
        f"Sheet “{grid.name}” has no row of headers {wanted}.",
    )
    values.problems.error("DL-085", values.at_sheet(grid.name), message)
    return None


def _columns(grid: Grid, row: int, cells: dict[int, Column], values: Values) -> dict[Column, int]:
    columns: dict[Column, int] = {}
    for column, header in sorted(cells.items()):
        if header in columns:
            message = Message(
                f"Hai cột cùng tiêu đề “{header}”.", f"Two columns bear the header “{header}”."
            )
            hint = Message("Đổi tên hoặc xóa một cột.", "Rename or delete one of them.")
            values.problems.error("DL-003", values.at(grid.name, row, column), message, hint)
        else:
            columns[header] = column
    return columns
