"""The trace of a roll-up as a workbook: one line for each value of each unit, to be filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from generator.excel.cells import put, put_text, set_page, set_widths, styled, to_bytes
from generator.excel.styles import Style, add_styles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

_HEADER_ROW = 2
_WIDTHS = (9, 9, 30, 50, 12, 24, 24, 26, 14, 14, 40, 18)


def trace_book(rows: Iterable[tuple[str | Decimal, ...]], *, title: str, day: date) -> bytes:
    """Return the workbook of `rows`, the heading first: the same bytes for the same rows.

    The columns are those of `rollup.trace`; `day` is the date it bears.
    """
    book = Workbook()
    add_styles(book)
    sheet = book.active
    sheet.title = "Nguồn"
    put_text(sheet.cell(1, 1), title)
    head, *lines = rows
    for column, name in enumerate(head, start=1):
        styled(sheet.cell(_HEADER_ROW, column), Style.HEADER, name)
    for number, line in enumerate(lines, start=_HEADER_ROW + 1):
        for column, value in enumerate(line, start=1):
            put(sheet.cell(number, column), value)
    set_widths(sheet, {get_column_letter(n): w for n, w in enumerate(_WIDTHS, start=1)})
    sheet.freeze_panes = sheet.cell(_HEADER_ROW + 1, 1)
    last = get_column_letter(len(head))
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{last}{sheet.max_row}"
    set_page(sheet, columns=f"A:{last}", header=_HEADER_ROW, wide=True)
    return to_bytes(book, title=title, day=day)
