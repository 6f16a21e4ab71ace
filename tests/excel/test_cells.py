"""Texts stay texts, rows are high enough, nothing of the machine is in the file."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from generator.excel.cells import put_text, styled, to_bytes
from generator.excel.styles import Style, add_styles


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@x", "#N/A", "=HYPERLINK('x')"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    book = Workbook()
    add_styles(book)
    put_text(book.active["A1"], text)

    cell = load_workbook(BytesIO(to_bytes(book, title="", day=date(2022, 3, 31)))).active["A1"]

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix is (text[0] in "=+-@")


def test_a_row_is_as_high_as_its_longest_text_and_may_still_grow() -> None:
    book = Workbook()
    add_styles(book)
    sheet = book.active
    sheet.column_dimensions["A"].width = 10
    styled(sheet["A1"], Style.LABEL, "một hai ba bốn năm sáu")
    styled(sheet["A2"], Style.LABEL, "một")

    blob = to_bytes(book, title="", day=date(2022, 3, 31))

    read = load_workbook(BytesIO(blob)).active
    assert (read.row_dimensions[1].height, read.row_dimensions[2].height) == (3 * 16.5, 16.5)
    with ZipFile(BytesIO(blob)) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet1.xml")


def test_joined_cells_count_as_one_width() -> None:
    book = Workbook()
    add_styles(book)
    sheet = book.active
    for letter in "AB":
        sheet.column_dimensions[letter].width = 10
    styled(sheet["A1"], Style.LABEL, "một hai ba bốn năm")
    sheet.merge_cells("A1:B1")

    read = load_workbook(BytesIO(to_bytes(book, title="", day=date(2022, 3, 31)))).active

    assert read.row_dimensions[1].height == 16.5
