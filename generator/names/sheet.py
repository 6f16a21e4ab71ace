"""The names of a template set as a Word sheet to print and lay beside the keyboard."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from generator.names.filters import FILTERS
from generator.names.types import SAID
from generator.word import package

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.names.catalogue import Entry
    from generator.names.overview import Overview

_FONT: Final = "Times New Roman"
_HEADS: Final = ("Cách viết trong mẫu", "Ý nghĩa", "Loại", "In ra (ví dụ)")
_WIDTHS: Final = (92, 82, 33, 60)  # mm; A4 lengthwise has 267 between its margins


def sheet(found: Overview, title: str) -> bytes:
    """Return the Word file: what is used, what else there is, what does not exist, the filters.

    The page follows Nghị định 30/2020 (A4, Times New Roman); it is a working paper without a head.
    """
    document = Document()
    _page(document)
    _line(document, "DANH MỤC CHỖ ĐIỀN CỦA MẪU", size=14, bold=True, centred=True)
    _line(document, title, size=13, centred=True)
    used = [one.entry for one in found.used]
    paths = {entry.path for entry in used}
    if found.missing:
        _heading(document, "Mẫu đang dùng mà không có")
        _table(document, (_row(one.entry) for one in found.missing))
    if used:
        _heading(document, "Mẫu đang dùng")
        _table(document, map(_row, used))
    _heading(document, "Có thể dùng thêm" if used else "Có thể dùng")
    _table(document, (_row(entry) for entry in found.available if entry.path not in paths))
    _heading(document, "Bộ lọc")
    _table(document, (_filter_row(name) for name in FILTERS))
    document.add_paragraph()  # Word wants one behind the last table
    target = BytesIO()
    document.save(target)
    # -- the same names give the same bytes --
    return b"".join(package.write(package.read(target.getvalue())))


def _row(entry: Entry) -> tuple[str, ...]:
    return entry.tag, entry.meaning.vi, SAID[entry.type.sort].vi, entry.prints or entry.value


def _filter_row(name: str) -> tuple[str, ...]:
    info = FILTERS[name]
    return info.example, info.meaning.vi, name, info.prints


def _page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)


def _line(document: Any, text: str, *, size: int, bold: bool = False, centred: bool = False) -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    return paragraph


def _heading(document: Any, text: str) -> None:
    paragraph = _line(document, text, size=13, bold=True)
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.paragraph_format.keep_with_next = True


def _table(document: Any, rows: Iterable[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(_HEADS))
    table.style, table.autofit = "Table Grid", False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    for number, texts in enumerate([_HEADS, *rows]):
        row = table.add_row()
        _keep_together(row, repeats=number == 0)
        for cell, text, width in zip(row.cells, texts, _WIDTHS, strict=True):
            cell.width = Mm(width)
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = number == 0, Pt(11)


def _keep_together(row: Any, *, repeats: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeats:
        properties.append(OxmlElement("w:tblHeader"))
