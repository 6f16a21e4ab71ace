"""A Word template as Markdown with tags: what is told of a text is told of it, too."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from generator.names.printed_at import printed_at
from generator.names.word_text import word_text
from generator.word.faults import RefusedError


def _template() -> bytes:
    document = Document()
    document.add_heading("II. KẾT QUẢ", 1)
    document.add_heading("1. Bộ máy", 2)
    paragraph = document.add_paragraph("Có {{ sl.")
    paragraph.add_run("xa }} xã & phường").bold = True  # Word splits tags over runs
    document.add_paragraph("{%p if sl.co_bang %}")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells],
        ("Nội dung", "Số lượng", "Cấp sở", "{{ sl.cap_so }}"),
        strict=True,
    ):
        cell.text = words
    document.add_paragraph("{%p endif %}")
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_headings_paragraphs_and_rows_come_out_as_lines() -> None:
    lines = [line for line in word_text(_template(), "mau.docx").split("\n") if line]

    assert lines[:6] == [
        "# II. KẾT QUẢ",
        "## 1. Bộ máy",
        "Có {{ sl.xa }} xã & phường",
        "{% if sl.co_bang %}",
        "| Nội dung | Số lượng |",
        "| Cấp sở | {{ sl.cap_so }} |",
    ]


def test_figures_are_found_in_it_as_in_any_text() -> None:
    text = word_text(_template(), "mau.docx")

    assert printed_at(["xa", "cap_so", "khac"], [text]) == {
        "xa": "II.1: “Có […] xã & phường”",
        "cap_so": "II.1: “Cấp sở | Số lượng: […]”",
        "khac": "lời văn không dùng",
    }


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(RefusedError):
        word_text(b"PK", "mau.docx")
