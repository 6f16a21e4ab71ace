"""Named styles of our workbooks: Times New Roman, and one colour for each thing a cell can be."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils.indexed_list import IndexedList

if TYPE_CHECKING:
    from openpyxl import Workbook

FONT = "Times New Roman"
SIZE = 12


class Style(StrEnum):
    """Styles by the name that Excel's gallery shows."""

    TITLE = "BC Tiêu đề"
    SUBTITLE = "BC Phụ đề"
    HEADER = "BC Đầu cột"
    LABEL = "BC Chỉ tiêu"
    HEADING = "BC Đề mục"
    DETAIL = "BC Toán hạng"
    CENTRED = "BC Giữa ô"
    CENTRED_HEADING = "BC Giữa ô đề mục"
    CENTRED_DETAIL = "BC Giữa ô toán hạng"
    NUMBER_INPUT = "BC Ô nhập số"
    TEXT_INPUT = "BC Ô nhập chữ"
    COMPUTED = "BC Ô tự tính"
    PLAIN = "BC Chữ"
    HELP = "BC Hướng dẫn"
    BEFORE = "BC Kỳ trước"


# -- what stays open when a sheet is protected --
INPUTS = (Style.NUMBER_INPUT, Style.TEXT_INPUT)

_THIN = Side(style="thin", color="FF7F7F7F")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MIDDLE: dict[str, Any] = {"vertical": "center", "wrap_text": True}

HEADER_FILL = PatternFill("solid", fgColor="FFE2EFDA")
COMPUTED_FILL = PatternFill("solid", fgColor="FFEDEDED")
KEPT_FILL = PatternFill("solid", fgColor="FFDDEBF7")
# -- conditional colours: Excel wants the background of the differential style --
EMPTY = DifferentialStyle(fill=PatternFill(bgColor="FFFFF9DB"))
TOO_LARGE = DifferentialStyle(fill=PatternFill(bgColor="FFFFC7CE"), font=Font(color="FF9C0006"))
# -- `#,##0.##` would print 12 as `12,` --
INTEGER = DifferentialStyle(numFmt=NumberFormat(numFmtId=3, formatCode="#,##0"))
UNUSUAL = DifferentialStyle(fill=PatternFill(bgColor="FFFFE699"))


def add_styles(book: Workbook) -> None:
    """Give `book` the named styles, and its empty cells the same font."""
    # -- the first font is that of cells without a style, by which Excel measures columns --
    book._fonts = IndexedList([Font(name=FONT, size=SIZE)])
    for style in _styles():
        book.add_named_style(style)


def _styles() -> list[NamedStyle]:
    bold, italic = {"bold": True}, {"italic": True}
    return [
        _style(Style.TITLE, font={"bold": True, "size": 14}, horizontal="center", box=False),
        _style(Style.SUBTITLE, font=italic, horizontal="center", box=False),
        _style(Style.HEADER, font=bold, horizontal="center", fill=HEADER_FILL),
        _style(Style.LABEL),
        _style(Style.HEADING, font=bold),
        _style(Style.DETAIL, font=italic),
        _style(Style.CENTRED, horizontal="center"),
        _style(Style.CENTRED_HEADING, font=bold, horizontal="center"),
        _style(Style.CENTRED_DETAIL, font=italic, horizontal="center"),
        _style(Style.NUMBER_INPUT, horizontal="right"),
        _style(Style.TEXT_INPUT),
        _style(Style.COMPUTED, horizontal="right", fill=COMPUTED_FILL),
        _style(Style.PLAIN, box=False),
        _style(Style.HELP, font={"italic": True, "color": "FF595959"}, box=False),
        _style(Style.BEFORE, font={"color": "FF7F7F7F"}, horizontal="right", box=False),
    ]


def _style(
    name: Style,
    *,
    font: dict[str, Any] | None = None,
    horizontal: str = "left",
    fill: PatternFill | None = None,
    box: bool = True,
) -> NamedStyle:
    style = NamedStyle(name=str(name))
    style.font = Font(**{"name": FONT, "size": SIZE, **(font or {})})
    style.alignment = Alignment(horizontal=horizontal, **_MIDDLE)
    style.protection = Protection(locked=name not in INPUTS)
    if box:
        style.border = _BOX
    if fill:
        style.fill = fill
    return style
