"""Reading clerks' workbooks: every cell of seven forms, with its address, by three readers."""

from __future__ import annotations

import io
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import python_calamine

from benchmarks.measure import EngineFailed
from generator import readers
from generator.bieu_mau_reader import read_form_set
from generator.readers.xlsx_book import Book

if TYPE_CHECKING:
    from collections.abc import Callable

FORMS = Path(__file__).parent.parent / "templates/bieu-mau/so-huyen-2022.yaml"
HEADERS = ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú", "Mã")
UNITS = 20


def measures() -> dict[str, Callable[[], float]]:
    """Return what to time, each in seconds per workbook; all must find the same cells."""
    books = [workbook(unit) for unit in range(UNITS)]
    engines: dict[str, Callable[[bytes], int]] = {
        "cells, ours": _ours,
        "cells, python-calamine": _calamine,
        "cells, openpyxl read-only": _openpyxl,
        "whole data file, ours": _whole,
    }
    found = {name: read(books[0]) for name, read in engines.items() if name.startswith("cells")}
    if len(set(found.values())) > 1:
        raise EngineFailed("reading", f"the readers disagree: {found}")
    return {name: _timed(read, books) for name, read in engines.items()}


def workbook(unit: int) -> bytes:
    """Return a unit's workbook of the seven forms of 2022, 150 rows, and forty documents."""
    book = openpyxl.Workbook()
    cover = book.worksheets[0]
    cover.title = "Bìa"
    cover.append(["Kỳ báo cáo", "2022-Q1"])
    form_set = read_form_set(readers.read(FORMS.read_bytes(), FORMS.name))
    for form in form_set.bieu_mau:
        sheet = book.create_sheet(f"Biểu mẫu {form.so}")
        sheet.append(HEADERS)
        for number, row in enumerate(form.chi_tieu):
            measure = ", ".join(row.don_vi_tinh)
            value = None if row.is_heading else number * 37 + unit * 1_789
            sheet.append([row.stt, row.nhan, measure, value, "theo báo cáo của các phòng", row.ma])
    documents = book.create_sheet("Văn bản")
    documents.append(["Tên", "Loại", "Số, ký hiệu", "Ngày"])
    for number in range(1, 41):
        day = date(2022, 1, number % 28 + 1)
        documents.append([f"kh_{number}", "Kế hoạch", f"{number + unit * 40}/KH-UBND", day])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ours(data: bytes) -> int:
    book = Book(data, "a.xlsx")
    return sum(len(row) for one in book.sheets for row in book.grid(one).rows.values())


def _calamine(data: bytes) -> int:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = (book.get_sheet_by_name(name) for name in book.sheet_names)
    return sum(cell != "" for sheet in sheets for row in sheet.to_python() for cell in row)


def _openpyxl(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows())
    return sum(cell.value not in (None, "") for row in rows for cell in row)


def _whole(data: bytes) -> int:
    return len(readers.read(data, "a.xlsx").keys)


def _timed(read: Callable[[bytes], int], books: list[bytes]) -> Callable[[], float]:
    def measure() -> float:
        start = time.perf_counter()
        for data in books:
            read(data)
        return (time.perf_counter() - start) / len(books)

    return measure
