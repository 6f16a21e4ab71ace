"""The plain page, where there is no LibreOffice: text and tables, nothing that acts."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from generator.preview.html import as_html
from generator.problem import Stopped


def _page() -> str:
    document = docx.Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("Báo cáo").bold = True
    title.add_run(" quý").italic = True
    document.add_paragraph("dòng một\ndòng hai <script>alert(1)</script> & “ngoặc”")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Gộp"
    table.cell(1, 2).text = "98,06%"
    stream = BytesIO()
    document.save(stream)
    return as_html(stream.getvalue(), "Tên <b>")


def test_paragraphs_keep_their_look() -> None:
    assert '<p class="giua"><b>Báo cáo</b><i> quý</i></p>' in _page()


def test_tables_keep_rows_and_joined_cells() -> None:
    page = _page()

    assert '<tr><td colspan="2"><p>Gộp</p></td><td><p></p></td></tr>' in page
    assert "<td><p>98,06%</p></td></tr></table>" in page


def test_nothing_in_a_document_is_read_as_html() -> None:
    page = _page()

    assert "dòng một<br>dòng hai &lt;script&gt;alert(1)&lt;/script&gt; &amp; “ngoặc”" in page
    assert "<title>Tên &lt;b&gt;</title>" in page
    assert "<script" not in page


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(Stopped):
        as_html(b"PK", "a")
