"""The sheets that are plain tables: free figures, documents cited, accepted warnings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.excel.cells import TEXT_FORMAT, protect, put, set_page, set_widths, styled
from generator.excel.styles import KEPT_FILL, Style
from generator.figure import Status
from generator.new.start import FreeStart
from generator.workbook_layout import (
    ACCEPTED_KEYS,
    DOCUMENT_KEYS,
    Column,
    Sheet,
)
from generator.written import free_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.new import Start
    from generator.new.start import FreeTree

HEADER_ROW = 3
_USED = "Dùng ở"  # for the clerk: readers take no notice of it
_DATE_FORMAT = "dd/mm/yyyy"
_SPARE_ROWS = 30


def add_figures_sheet(book: Workbook, start: Start) -> None:
    """Add the sheet of free figures: last time's names, where they are printed, values empty."""
    sheet = _table(
        book,
        Sheet.FIGURES,
        "Dùng ở: câu in số liệu đó, […] là chỗ in. Số liệu mới: thêm dòng, tên không dấu "
        "(kiem_tra.so_xa); lời văn gọi là {{ sl.<tên> }}.",
        {Column.NAME: 36, _USED: 58, Column.FIGURE: 28, Column.NOTE: 32},
    )
    for number, (name, leaf) in enumerate(start.leaves(), start=HEADER_ROW + 1):
        put(sheet.cell(number, 1), name)
        put(sheet.cell(number, 2), start.dung_o.get(name, ""))
        put(sheet.cell(number, 4), _remark(leaf))
        value = sheet.cell(number, 3)
        if isinstance(leaf, FreeStart) and isinstance(leaf.value, str):
            put(value, leaf.value)
            value.fill = KEPT_FILL
        elif not isinstance(leaf, FreeStart):
            put(value, "[]")
    _finish(sheet)


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
    headers = {column: sheet.cell(HEADER_ROW, column).value for column in columns}
    for number in range(HEADER_ROW + 1, used + _SPARE_ROWS + 1):
        for column, header in headers.items():
            cell = sheet.cell(number, column)
            if header == _USED:
                cell.style = str(Style.LABEL)
            else:
                _make_input(cell, is_date=header == Column.DATE)
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 2)
    last = sheet.cell(HEADER_ROW, sheet.max_column).column_letter
    set_page(sheet, columns=f"A:{last}", header=HEADER_ROW)
    sheet.print_area = f"A1:{last}{used}"
    if sheet.max_column > len(ACCEPTED_KEYS):
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
