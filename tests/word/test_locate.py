"""Places are counted as a person counts them in Word."""

from __future__ import annotations

import pytest

from generator.problem import Message, Stopped
from generator.word import compile_template, wml
from generator.word.include import expand
from generator.word.locate import Places
from tests.word.build import docx
from tests.word.read import part

BODY = """một
| a | b |
| c¶{{ hai }} | d |
{{ ba }}
| e |"""


def place(text: str, wanted: str) -> str:
    root = wml.parse(part(docx(text), "word/document.xml").encode(), "document.xml")
    places = Places(root, "mau.docx", Message("thân", "body"))
    found = next(t for t in root.iter(f"{wml.W}t") if wanted in (t.text or ""))
    return places.of(found).describe()


def test_paragraphs_outside_tables_are_counted_through_the_part() -> None:
    assert place(BODY, "một") == "mau.docx, thân, đoạn 1"
    assert place(BODY, "ba") == "mau.docx, thân, đoạn 2"


def test_cells_are_counted_in_their_row_and_paragraphs_in_their_cell() -> None:
    assert place(BODY, "b") == "mau.docx, thân, bảng 1, hàng 1, ô 2"
    assert place(BODY, "hai") == "mau.docx, thân, bảng 1, hàng 2, ô 1, đoạn 2"
    assert place(BODY, "e") == "mau.docx, thân, bảng 2, hàng 1, ô 1"


def test_a_table_in_a_cell_takes_the_place_of_the_cell() -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"

    assert place(outer, "trong") == "mau.docx, thân, bảng 1, hàng 1, ô 1"


def test_a_piece_brought_in_counts_as_the_paragraph_of_its_tag() -> None:
    pieces = {"dau": docx("x\ny\n{{ loi | }}"), "cuoi": docx("z")}
    outer = docx('{%p include "cuoi" %}\na\n{%p include "dau" %}\nb\n{{ sai | }}')
    whole = expand(outer, "mau.docx", lambda name: (pieces[name], f"chung/{name}.docx"))

    with pytest.raises(Stopped) as stopped:
        compile_template(whole, name="mau.docx")

    assert [(p.where.file, p.where.paragraph) for p in stopped.value.problems] == [
        ("chung/dau.docx", 3),
        ("mau.docx", 5),
    ]
