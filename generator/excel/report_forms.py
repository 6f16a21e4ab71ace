"""The forms of a finished report as a workbook: what the Word file prints, numbers as numbers.

The words are those of the printed forms (`context.BieuMauIn`), placeholders filled in; a value is a
number wherever it can be one, shown as the locale writes it: `04`, `1.788`, `98,06`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from generator.bieu_mau import GopO
from generator.excel.cells import (
    TEXT_FORMAT,
    put,
    set_page,
    set_widths,
    styled,
    to_bytes,
)
from generator.excel.number_formats import number_format
from generator.excel.styles import Style, add_styles
from generator.figure import Kind
from generator.word.values import Footnote
from generator.workbook_layout import Column, form_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from openpyxl.worksheet.worksheet import Worksheet

    from generator.context import BieuMauIn, DongIn
    from generator.formats.base import Formatter
    from generator.report import Report, Row
    from generator.word.values import Runs

HEADER_ROW = 4
_HEADERS = (Column.NUMBER, Column.LABEL, Column.UNIT, Column.VALUE, Column.NOTE)
_WIDTHS = {"A": 6.5, "B": 42, "C": 16, "D": 12, "E": 18}
_MARKS = "¹²³⁴⁵⁶⁷⁸⁹"


def report_forms(report: Report, forms: Iterable[BieuMauIn], formatter: Formatter) -> bytes:
    """Return the workbook with one sheet for each form of `report`, printed as in `forms`.

    The report must have forms: a workbook cannot be without a sheet.
    """
    book = Workbook()
    add_styles(book)
    del book["Sheet"]
    titles = f"{report.don_vi.day_du} – {formatter.period_title(report.ky)}"
    for form, printed in zip(report.bieu_mau, forms, strict=True):
        sheet = book.create_sheet(form_sheet(form.so))
        _add_titles(sheet, (f"BIỂU MẪU {form.so}", form.ten.upper(), titles))
        _add_rows(sheet, tuple(zip(form.rows, printed.dong, strict=True)), formatter)
        sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 1)
        set_page(sheet, columns="A:E", header=HEADER_ROW)
    return to_bytes(book, title=titles, day=report.ky.ngay_cuoi)


def _add_titles(sheet: Worksheet, titles: tuple[str, ...]) -> None:
    set_widths(sheet, _WIDTHS)
    styles = (Style.TITLE, Style.TITLE, Style.SUBTITLE)
    for number, (style, words) in enumerate(zip(styles, titles, strict=True), start=1):
        styled(sheet.cell(number, 1), style, words)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=5)
    for number, header in enumerate(_HEADERS, start=1):
        styled(sheet.cell(HEADER_ROW, number), Style.HEADER, str(header))


def _add_rows(sheet: Worksheet, rows: tuple[tuple[Row, DongIn], ...], formatter: Formatter) -> None:
    notes: list[str] = []
    for number, (row, printed) in enumerate(rows, start=HEADER_ROW + 1):
        label, middle = _STYLES[printed.loai]
        styled(sheet.cell(number, 1), middle, printed.stt)
        styled(sheet.cell(number, 2), label, _marked(printed.chi_tieu, notes))
        styled(sheet.cell(number, 3), middle, printed.don_vi_tinh)
        styled(sheet.cell(number, 4), middle)
        styled(sheet.cell(number, 5), label, str(printed.ghi_chu))
        column = 3 if printed.gop_o == GopO.UNIT_AND_VALUE else 4
        if column == 3:
            sheet.merge_cells(start_row=number, end_row=number, start_column=3, end_column=4)
        value, shown = _value(row, printed, formatter)
        put(sheet.cell(number, column), value)
        sheet.cell(number, column).number_format = shown
    for note in notes:
        last = sheet.max_row + 1
        styled(sheet.cell(last, 1), Style.PLAIN, note)
        sheet.merge_cells(start_row=last, end_row=last, start_column=1, end_column=5)


_STYLES = {
    "de_muc": (Style.HEADING, Style.CENTRED_HEADING),
    "toan_hang": (Style.DETAIL, Style.CENTRED_DETAIL),
    "thuong": (Style.LABEL, Style.CENTRED),
}


def _marked(label: Runs, notes: list[str]) -> str:
    """Return a label with the marks of its footnotes, whose words go to `notes`."""
    words = ""
    for piece in label.pieces:
        if isinstance(piece, Footnote):
            mark = _MARKS[len(notes)] if len(notes) < len(_MARKS) else f" ({len(notes) + 1})"
            notes.append(f"{mark.strip()} {piece.text}")
            words += mark
        elif isinstance(piece, str):
            words += piece
    return words


def _value(row: Row, printed: DongIn, formatter: Formatter) -> tuple[str | Decimal | None, str]:
    """Return what stands in the cell of a value, and how it is shown."""
    figure, number = row.figure, row.figure.number
    if number is None or figure.total is not None:
        return str(printed.so_lieu) or None, TEXT_FORMAT
    shown = number_format(figure, number, formatter)
    if figure.kind is Kind.PERCENT and row.chi_tieu.don_vi_tinh != ("%",):
        return number / 100, f"{shown}%"
    return number, shown
