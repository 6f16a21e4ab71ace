"""The clerk's workbook: a new data file to be filled in with Excel or LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from generator.excel.cells import to_bytes
from generator.excel.cover_sheet import add_cover_sheet
from generator.excel.form_sheet import HEADER_ROW, add_form_sheet
from generator.excel.formulas import Places, named_cells
from generator.excel.guide_sheet import add_guide_sheet
from generator.excel.styles import add_styles
from generator.excel.table_sheets import (
    add_accepted_sheet,
    add_documents_sheet,
    add_figures_sheet,
)
from generator.formats import formatter

if TYPE_CHECKING:
    from generator.new import Start


def make_workbook(start: Start) -> bytes:
    """Return the workbook of a new data file; `generator.readers` reads it when it is filled in."""
    vietnamese = formatter("vi")
    book = Workbook()
    del book["Sheet"]
    add_styles(book)
    add_cover_sheet(book, start, vietnamese)
    forms = start.asked.bo_bieu_mau
    if forms:
        places = Places.below(HEADER_ROW, forms)
        for form in forms.bieu_mau:
            add_form_sheet(book, form, start, places, vietnamese)
        for name, address in named_cells(forms, places).items():
            book.defined_names[name] = DefinedName(name, attr_text=address)
    add_figures_sheet(book, start)
    add_documents_sheet(book, start)
    add_accepted_sheet(book)
    add_guide_sheet(book)
    ky, unit = start.asked.ky, start.asked.don_vi
    title = f"Số liệu báo cáo {vietnamese.period_title(ky)} – {unit.day_du}"
    return to_bytes(book, title=title, day=ky.ngay_cuoi)
