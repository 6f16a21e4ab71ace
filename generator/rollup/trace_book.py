"""The trace of a roll-up as a workbook: one line for each value of each unit, to be filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.rollup.trace import Value

_HEADER_ROW = 2
_WIDTHS = (9, 9, 30, 50, 12, 24, 24, 26, 14, 14, 40, 18)


def trace_book(rows: Iterable[tuple[Value, ...]], *, title: str, day: date) -> bytes:
    """Return the workbook of `rows`, the heading first: the same bytes for the same rows.

    `day` is the date it bears.
    """
    # -- openpyxl is slow to import: not before there is something to write --
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    from generator.excel.cells import (  # noqa: PLC0415
        put,
        put_text,
        set_page,
        set_widths,
        styled,
        to_bytes,
    )
    from generator.excel.styles import Style, add_styles  # noqa: PLC0415

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
    sheet.freeze_panes = "A3"
    last = get_column_letter(len(head))
    sheet.auto_filter.ref = f"A2:{last}{sheet.max_row}"
    set_page(sheet, columns=f"A:{last}", header=_HEADER_ROW, wide=True)
    return to_bytes(book, title=title, day=day)
