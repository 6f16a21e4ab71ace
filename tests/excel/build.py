"""The clerk's workbook of the small world of `tests.new.build`, opened, and filled in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from generator.excel import make_workbook
from tests.new.build import start

if TYPE_CHECKING:
    from generator.new import Start


def opened(begun: Start | None = None) -> Any:
    """Return the workbook of a new file as openpyxl reads it."""
    return load_workbook(BytesIO(make_workbook(begun or start())))


def saved(book: Any) -> bytes:
    """Return the bytes of a workbook that was filled in."""
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def row_of(sheet: Any, code: str) -> int:
    """Return the number of the row of an indicator, by the hidden column of codes."""
    return int(next(cell.row for cell in sheet["G"] if cell.value == code))


def column_values(sheet: Any, column: str, first: int) -> list[object]:
    """Return what stands in a column from the row `first` on, without what is empty."""
    return [cell.value for cell in sheet[column][first - 1 :] if cell.value is not None]
