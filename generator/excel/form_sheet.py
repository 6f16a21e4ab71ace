"""The sheet of one form in the clerk's workbook, laid out like the printed form.

Beside the printed columns stand last time's values, for the eye, and two hidden columns for the
reader: the code of each row, and `x` where the workbook itself computes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule

from generator.excel.cells import TEXT_FORMAT, protect, put_text, set_page, set_widths, styled
from generator.excel.formulas import formula, over
from generator.excel.styles import EMPTY, INTEGER, KEPT_FILL, TOO_LARGE, UNUSUAL, Style
from generator.excel.validations import validation
from generator.figure import Kind
from generator.workbook_layout import Column, form_sheet

if TYPE_CHECKING:
    from decimal import Decimal

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.bieu_mau import BieuMau, ChiTieu, Ref
    from generator.excel.formulas import Places
    from generator.figure import Figure
    from generator.formats.base import Formatter
    from generator.new import Start

HEADER_ROW = 4
_BEFORE = "Kỳ trước"
_PRINTED = "A:E"
_WIDTHS = {"A": 6.5, "B": 42, "C": 16, "D": 12, "E": 15, "F": 12, "G": 10, "H": 9, "I": 18}
_HEADERS = (
    *(Column.NUMBER, Column.LABEL, Column.UNIT, Column.VALUE, Column.NOTE),
    *(_BEFORE, Column.CODE, Column.COMPUTED),
)
_FORMATS = {
    Kind.COUNT: "#,##0",
    Kind.ENUMERATED: "0",
    Kind.MONEY: "#,##0.##",
    Kind.DECIMAL: "#,##0.##",
    Kind.FRACTION: TEXT_FORMAT,
    Kind.TEXT: TEXT_FORMAT,
}


def add_form_sheet(
    book: Workbook, form: BieuMau, start: Start, places: Places, formatter: Formatter
) -> None:
    """Add the sheet of `form` to `book`."""
    sheet = book.create_sheet(form_sheet(form.so))
    set_widths(sheet, _WIDTHS)
    period = formatter.period_title(start.asked.ky)
    titles = (
        (Style.TITLE, f"BIỂU MẪU {form.so}"),
        (Style.TITLE, form.ten.upper()),
        (Style.SUBTITLE, f"{start.asked.don_vi.day_du} – {period}"),
    )
    for number, (style, words) in enumerate(titles, start=1):
        styled(sheet.cell(number, 1), style, words)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=5)
    cites = any(row.loai is Kind.TEXT for row in form.chi_tieu)
    for number, header in enumerate((*_HEADERS, *((Column.CITED,) if cites else ())), start=1):
        styled(sheet.cell(HEADER_ROW, number), Style.HEADER, str(header))
    for row in form.chi_tieu:
        _add_row(sheet, row, start, places, formatter)
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 1)
    for letter in ("G", "H"):
        sheet.column_dimensions[letter].hidden = True
    sheet.column_dimensions["F"].hidden = start.truoc is None
    set_page(sheet, columns=_PRINTED, header=HEADER_ROW)
    protect(sheet)


def _add_row(
    sheet: Worksheet, row: ChiTieu, start: Start, places: Places, formatter: Formatter
) -> None:
    number = places.rows[row.ref]
    label, middle = _row_styles(row)
    name = row.nhan.replace("{don_vi}", start.asked.don_vi.ten)
    styled(sheet.cell(number, 1), middle, row.stt)
    styled(sheet.cell(number, 2), label, name)
    styled(sheet.cell(number, 3), middle, "\n".join(row.don_vi_tinh))
    value = sheet.cell(number, 4)
    styled(sheet.cell(number, 7), Style.BEFORE, row.ma)
    if row.is_heading:
        styled(value, label)
        styled(sheet.cell(number, 5), label)
        return
    styled(sheet.cell(number, 5), Style.TEXT_INPUT).number_format = TEXT_FORMAT
    before = start.before.get(row.khai_niem)
    if before:
        percent = row.don_vi_tinh == ("%",)
        last = formatter.cell(before.figure, unit_is_percent=percent)
        styled(sheet.cell(number, 6), Style.BEFORE, last)
    if row.loai is Kind.TEXT:
        styled(sheet.cell(number, 9), Style.TEXT_INPUT).number_format = TEXT_FORMAT
    _add_value(value, row, start, places)


def _row_styles(row: ChiTieu) -> tuple[Style, Style]:
    """Return the style of the label and that of the cells in the middle."""
    if row.is_heading:
        return Style.HEADING, Style.CENTRED_HEADING
    if row.chi_tiet:
        return Style.DETAIL, Style.CENTRED_DETAIL
    return Style.LABEL, Style.CENTRED


def _add_value(cell: Cell, row: ChiTieu, start: Start, places: Places) -> None:
    sheet: Worksheet = cell.parent
    kept = start.kept.get(row.ref)
    if row.cong_thuc:
        styled(cell, Style.COMPUTED).value = formula(row.cong_thuc, row.ref, places)
        styled(sheet.cell(cell.row, 8), Style.BEFORE, "x")
    else:
        styled(cell, Style.TEXT_INPUT if row.loai is Kind.TEXT else Style.NUMBER_INPUT)
        rule = validation(row, cell.coordinate)
        if rule:
            sheet.add_data_validation(rule)
    cell.number_format = _FORMATS.get(row.loai, "General")
    if kept:
        _put_figure(cell, kept.figure)
        cell.fill = KEPT_FILL
    _add_conditions(cell, row, places)
    words = _help(row, start, kept=kept is not None)
    if words:
        cell.comment = Comment(words, "baocao", height=24 * (words.count("\n") + 3), width=320)


def _put_figure(cell: Cell, figure: Figure) -> None:
    number: Decimal | None = figure.number
    if number is None:
        put_text(cell, figure.text or figure.status.value)
    elif figure.total is not None:
        put_text(cell, f"{number:f}/{figure.total:f}")
    else:
        cell.value = number


def _add_conditions(cell: Cell, row: ChiTieu, places: Places) -> None:
    """Colour a value over its limit, and an input that is still empty."""
    if row.khong_qua:
        _add_condition(cell, over(row, row.khong_qua, places), TOO_LARGE)
    if row.thuong_khong_qua:
        _add_condition(cell, over(row, row.thuong_khong_qua, places), UNUSUAL)
    if row.cong_thuc is None:
        _add_condition(cell, f'{cell.coordinate}=""', EMPTY)
    if row.loai in (Kind.MONEY, Kind.DECIMAL):
        _add_condition(cell, f"{cell.coordinate}=INT({cell.coordinate})", INTEGER)


def _add_condition(cell: Cell, condition: str, look: DifferentialStyle) -> None:
    rule = Rule(type="expression", dxf=look, formula=[condition])
    cell.parent.conditional_formatting.add(cell.coordinate, rule)


def _help(row: ChiTieu, start: Start, *, kept: bool) -> str:
    """Return the help beside a value, a line for each thing that is special about it."""
    lines = []
    if row.cong_thuc:
        lines.append(f"Tự tính: {row.cong_thuc.text}.")
        lines.append("Phải ghi đúng số đã công bố thì bỏ bảo vệ trang (không mật khẩu) rồi gõ số.")
    if row.khong_qua:
        lines.append(f"Không lớn hơn {_spoken(row.khong_qua, row)}.")
    if row.thuong_khong_qua:
        lines.append(f"Thường không lớn hơn {_spoken(row.thuong_khong_qua, row)}.")
    if row.chu_thich:
        lines.append(row.chu_thich.noi_dung)
    if kept:
        lines.append(f"Giữ từ kỳ {start.truoc}: kiểm tra lại.")
    return "\n".join(lines)


def _spoken(ref: Ref, row: ChiTieu) -> str:
    other = "" if ref.bieu == row.ref.bieu else f" của biểu mẫu {ref.bieu}"
    return f"dòng {ref.ma}{other}"
