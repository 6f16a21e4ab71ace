"""The sheets that are plain tables: free figures, documents cited, accepted warnings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from generator.excel.cells import TEXT_FORMAT, protect, put, set_page, set_widths, styled
from generator.excel.styles import KEPT_FILL, Style
from generator.figure import Status
from generator.new.start import FreeStart
from generator.readers.xlsx_layout import (
    ACCEPTED_KEYS,
    DOCUMENT_KEYS,
    FIGURE_COLUMNS,
    Column,
    Sheet,
)
from generator.written import free_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.new import Start
    from generator.new.start import FreeTree

HEADER_ROW = 3
_DATE_FORMAT = "dd/mm/yyyy"
_SPARE_ROWS = 30


def add_figures_sheet(book: Workbook, start: Start) -> None:
    """Add the sheet of free figures: last time's names, their values still empty."""
    sheet = _table(
        book,
        Sheet.FIGURES,
        "Số liệu của lời văn: mỗi dòng một tên không dấu (kiem_tra.so_xa); gọi là {{ sl.<tên> }}.",
        {str(header): width for header, width in zip(FIGURE_COLUMNS, (44, 34, 40), strict=True)},
    )
    leaves = _leaves(start.so_lieu, "") if start.so_lieu else ()
    for number, (name, leaf) in enumerate(leaves, start=HEADER_ROW + 1):
        put(sheet.cell(number, 1), name)
        put(sheet.cell(number, 3), _remark(leaf))
        value = sheet.cell(number, 2)
        if isinstance(leaf, FreeStart) and isinstance(leaf.value, str):
            put(value, leaf.value)
            value.fill = KEPT_FILL
        elif not isinstance(leaf, FreeStart):
            put(value, "[]")
    _finish(sheet)


def _leaves(tree: FreeTree, path: str) -> Iterator[tuple[str, FreeTree]]:
    """Give every leaf with its dotted path; entries of a list count from 1."""
    if isinstance(tree, FreeStart) or not tree:
        yield path, tree
        return
    entries = tree.items() if isinstance(tree, Mapping) else enumerate(tree, start=1)
    for name, value in entries:
        yield from _leaves(value, f"{path}.{name}" if path else str(name))


def _remark(leaf: FreeTree) -> str:
    if not isinstance(leaf, FreeStart):
        return ""
    if isinstance(leaf.value, str):
        kept = isinstance(leaf.before, str)
        return "giữ từ kỳ trước: kiểm tra lại" if kept else "ví dụ: sửa lại"
    was = free_text(leaf.before)
    return "" if was == Status.BLANK else f"kỳ trước: {was}"


def add_documents_sheet(book: Workbook, start: Start) -> None:
    """Add the sheet of documents cited, with those of last time."""
    widths = (30, 14, 22, 13, 24, 60)
    headers = (Column.NAME, *DOCUMENT_KEYS)
    sheet = _table(
        book,
        Sheet.DOCUMENTS,
        "Văn bản được nhắc đến, mỗi văn bản một dòng; tên không dấu, gọi bằng {{ vb.<tên> }}.",
        {str(header): width for header, width in zip(headers, widths, strict=True)},
    )
    for number, (key, document) in enumerate(start.van_ban.items(), start=HEADER_ROW + 1):
        values = (key, *(getattr(document, name) for name in DOCUMENT_KEYS.values()))
        for column, value in enumerate(values, start=1):
            put(sheet.cell(number, column), value or None)
    _finish(sheet)


def add_accepted_sheet(book: Workbook) -> None:
    """Add the empty sheet of warnings that were looked at and accepted."""
    widths = (18, 32, 70)
    _finish(
        _table(
            book,
            Sheet.ACCEPTED,
            "Cảnh báo đã xem và chấp nhận: mã, ô như chương trình nêu (bieu_mau.7.4.1), lý do.",
            {str(header): width for header, width in zip(ACCEPTED_KEYS, widths, strict=True)},
        )
    )


def _table(book: Workbook, name: str, words: str, widths: Mapping[str, int]) -> Worksheet:
    """Add a sheet with a title, a line of help and the headers, each with its width."""
    sheet = book.create_sheet(name)
    styled(sheet.cell(1, 1), Style.TITLE, name.upper())
    styled(sheet.cell(2, 1), Style.SUBTITLE, words)
    for number in (1, 2):
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(widths))
    for column, header in enumerate(widths, start=1):
        styled(sheet.cell(HEADER_ROW, column), Style.HEADER, header)
    letters = (sheet.cell(HEADER_ROW, column).column_letter for column in range(1, len(widths) + 1))
    set_widths(sheet, dict(zip(letters, widths.values(), strict=True)))
    return sheet


def _finish(sheet: Worksheet) -> None:
    """Make inputs of all rows and some more, freeze the headers; print the rows that are used."""
    used = sheet.max_row
    columns = range(1, sheet.max_column + 1)
    dates = [c for c in columns if sheet.cell(HEADER_ROW, c).value == Column.DATE]
    for number in range(HEADER_ROW + 1, used + _SPARE_ROWS + 1):
        for column in columns:
            _make_input(sheet.cell(number, column), is_date=column in dates)
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 2)
    last = sheet.cell(HEADER_ROW, sheet.max_column).column_letter
    set_page(sheet, columns=f"A:{last}", header=HEADER_ROW)
    sheet.print_area = f"A1:{last}{used}"
    if sheet.max_column > len(FIGURE_COLUMNS):
        sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    protect(sheet)


def _make_input(cell: Cell, *, is_date: bool) -> None:
    kept = cell.fill.fill_type is not None
    is_text = isinstance(cell.value, str)
    cell.style = str(Style.TEXT_INPUT)
    if kept:
        cell.fill = KEPT_FILL
    if is_date or isinstance(cell.value, date):
        cell.number_format = _DATE_FORMAT
    elif is_text:
        cell.number_format = TEXT_FORMAT
