"""Cells, pages and bytes: what every workbook of ours does in the same way."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import MultiCellRange

from generator.excel.styles import SIZE
from generator.word.package import packed, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.excel.styles import Style

TEXT_FORMAT = "@"
_LIKE_A_FORMULA = ("=", "+", "-", "@")
_MM = 1 / 25.4
_LINE_HEIGHT = 16.5  # points, of a line of 12 points
_BOLD_SCALE = 1.1
_LETTER = 0.93  # of the width of a digit, which Excel measures columns in
_CUSTOM_HEIGHT = re.compile(rb' customHeight="1"')
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


class _InOrder(MultiCellRange):  # type: ignore[misc]  # openpyxl has no types
    """Ranges that are always given in one order: openpyxl keeps them in a set."""

    def __iter__(self) -> Iterator[CellRange]:
        """Give the ranges in the order of their names."""
        return iter(sorted(self.ranges, key=str))


def put_text(cell: Cell, text: str) -> None:
    """Write a text that stays a text: `=1+1` is no formula, `#N/A` no error, now or when edited."""
    cell.value = text
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_LIKE_A_FORMULA)


def put(cell: Cell, value: str | int | Decimal | date | None) -> None:
    """Write a value; a text stays a text (see `put_text`)."""
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value


def styled(cell: Cell, style: Style, value: str | int | Decimal | date | None = None) -> Cell:
    """Give a cell its style and its value, and return it."""
    cell.style = str(style)
    put(cell, value)
    return cell


def set_widths(sheet: Worksheet, widths: Mapping[str, float]) -> None:
    """Set the widths of columns, in characters."""
    for column, width in widths.items():
        sheet.column_dimensions[column].width = width


def fit_heights(sheet: Worksheet) -> None:
    """Make every row as high as its longest text asks for, joined cells included.

    Excel fits rows when a file is opened or a cell is edited, but not to joined cells; LibreOffice
    does so only while editing.
    """
    joined = {area.start_cell.coordinate: area for area in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        lines = [_lines(cell, joined.get(cell.coordinate)) for cell in row if cell.value]
        height = _LINE_HEIGHT * max(lines, default=1)
        sheet.row_dimensions[row[0].row].height = height


def _lines(cell: Cell, area: CellRange | None) -> int:
    """Return how many lines the text of a cell takes in the width it has."""
    columns = range(area.min_col, area.max_col + 1) if area else (cell.column,)
    dimensions = cell.parent.column_dimensions
    width = sum(dimensions[get_column_letter(column)].width for column in columns)
    if not isinstance(cell.value, str) or cell.data_type == "f":
        return 1
    scale = _LETTER * cell.font.sz / SIZE * (_BOLD_SCALE if cell.font.b else 1)
    letters = max(1, int(width / scale))
    return sum(max(1, len(wrap(line, letters))) for line in cell.value.split("\n"))


def set_page(
    sheet: Worksheet, *, columns: str, header: int | None = None, wide: bool = False
) -> None:
    """Print on A4, as wide as the page, with the page number above from page 2 on.

    `columns` (`A:E`) are printed; the row `header` stands on every page; `wide` turns the page.
    """
    first, last = columns.split(":")
    sheet.print_area = f"{first}1:{last}{sheet.max_row}"
    if header:
        sheet.print_title_rows = f"{header}:{header}"
    setup: Any = sheet.page_setup
    setup.paperSize = sheet.PAPERSIZE_A4
    setup.orientation = sheet.ORIENTATION_LANDSCAPE if wide else sheet.ORIENTATION_PORTRAIT
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    # -- Nghị định 30/2020, phụ lục I, I.4: left 30 to 35 mm, right 15 to 20, above and below 20 --
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = (
        side * _MM for side in (30, 15, 20, 20)
    )
    margins.header = margins.footer = 10 * _MM
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.center.text = "&P"
    sheet.HeaderFooter.differentFirst = True


def protect(sheet: Worksheet) -> None:
    """Lock all cells that are no inputs, without a password; sizes may still be changed."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = False  # false: not forbidden


def to_bytes(book: Workbook, *, title: str, day: date) -> bytes:
    """Return the file: the same bytes for the same workbook, dated `day` and not today."""
    stamp = f"{day.isoformat()}T00:00:00Z"
    for sheet in book.worksheets:
        fit_heights(sheet)
        sheet.merged_cells = _InOrder(sheet.merged_cells.ranges)
    book.properties.creator = "baocao"
    book.properties.title = title
    written = BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _MODIFIED.sub(rb"\g<1>" + stamp.encode(), parts[core])
    parts[core] = re.sub(rb"(<dcterms:created[^>]*>)[^<]*", rb"\g<1>" + stamp.encode(), parts[core])
    return b"".join(write(packed(name, _adjustable(data)) for name, data in parts.items()))


def _adjustable(part: bytes) -> bytes:
    """Return a part in which no height of a row is fixed: rows grow with what is typed in."""
    return _CUSTOM_HEIGHT.sub(b"", part)
