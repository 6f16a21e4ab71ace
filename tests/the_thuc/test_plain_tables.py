"""Tables of annexes are left out only where no rule could find anything in them."""

from __future__ import annotations

import pytest

from generator import the_thuc
from generator.the_thuc.doc.parts import Shelf, open_parts
from generator.the_thuc.plain_tables import PlainTables
from tests.the_thuc.build import ANNEX, BODY, p, r, report, table

FILE = "bao-cao.docx"
RULES = [rule for rule in the_thuc.RULES if rule.CODE in {"TT-003", "TT-030", "TT-031", "TT-032"}]
HEADED = ANNEX[: ANNEX.index("<w:tbl>")]
WIDTHS = (700, 6000, 2654)


def _form(*cells: str) -> str:
    """Return an annex with a form; the last row has `cells`."""
    rows = [(p("O", str(n)), p("O", f"Chỉ tiêu {n}"), p("O", str(7 * n))) for n in range(1, 6)]
    return HEADED + table(WIDTHS, *rows, cells or (p("O", "6"), p("O", "Tổng"), p("O", "98")))


def _read(blob: bytes) -> list[str] | None:
    """Return the texts of the cells that are read, None where all of the document is read."""
    parts = open_parts(blob, Shelf())
    view = PlainTables(RULES).view(parts, FILE)
    return [para.text for para in view.doc.paras if para.cell] if view else None


def test_a_plain_table_of_an_annex_is_not_read() -> None:
    read = _read(report((ANNEX, _form())))

    assert read is not None
    assert "SỞ NỘI VỤ" in read
    assert not any("Chỉ tiêu" in text for text in read)
    assert read[-1] == ""  # the empty table in its place


def test_a_table_above_the_annexes_is_read() -> None:
    own = table((4000, 5354), (p("O", "Hồ sơ"), p("O", "155")))
    read = _read(report((BODY, BODY + own), (ANNEX, _form())))

    assert read is not None
    assert "Hồ sơ" in read


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ((p("O", "6"), p("O", "Tổng  số"), p("O", "98")), "TT-032"),
        ((p("O", "6"), p("O", r("Tổng ") + r(" số")), p("O", "98")), "TT-032"),
        ((p("O", "6"), p("O", "Tổng"), p("O", "None")), "TT-030"),
        ((p("O", "6"), p("O", "Tổng"), p("O", r("No") + r("ne"))), "TT-030"),
        ((p("O"), p("O"), p("O")), "TT-031"),
        ((p("O", " "), p("O"), p("O")), "TT-031"),
        ((p("O", "6"), p("O", r("Tổng", '<w:color w:val="FF0000"/>')), p("O", "98")), "TT-003"),
        ((p("O", "6"), p("O", "Tổng"), p("O", r("98", '<w:rFonts w:ascii="Arial"/>'))), "TT-003"),
    ],
)
def test_what_is_wrong_in_a_form_is_found_at_its_place(cells: tuple[str, ...], code: str) -> None:
    (found,) = the_thuc.check(report((ANNEX, _form(*cells))), FILE)

    assert (found.code, found.where.table, found.where.table_row) == (code, 3, 6)


def test_the_font_of_letters_with_marks_is_looked_at_where_all_texts_are_figures() -> None:
    arial = p("O", r("98", '<w:rFonts w:hAnsi="Arial"/>'))
    rows = [(p("O", "1"), p("O", "2"), p("O", "3"))] * 4

    figures = HEADED + table(WIDTHS, *rows, (p("O", "1"), p("O", "2"), arial))

    assert the_thuc.check(report((ANNEX, figures)), FILE) == ()
    lettered = figures.replace(">98<", ">chín<")
    assert [one.code for one in the_thuc.check(report((ANNEX, lettered)), FILE)] == ["TT-003"]


def test_one_document_after_the_other_is_judged_as_if_it_were_alone() -> None:
    blobs = [
        report((ANNEX, _form())),
        report((ANNEX, _form(p("O", "6"), p("O", "Tổng"), p("O", "nan")))),
        report((ANNEX, _form()), ("98,06%", "{{ x }}")),
        report(("<w:b/>", ""), part="styles"),
        report(),
    ]
    inspector = the_thuc.Inspector()

    together = [inspector.check(blob, FILE) for blob in (*blobs, *blobs)]

    assert together == [the_thuc.check(blob, FILE) for blob in (*blobs, *blobs)]
    assert [len(found) for found in together[:3]] == [0, 1, 1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:tbl><w:tblPr>", "<!-- --><w:tbl><w:tblPr>"),
        (p("O", "1"), p("O", "1 &amp; 2")),
        (p("O", "1"), table((700,), (p("O", "1"),)) + p("O")),
    ],
)
def test_what_cannot_be_taken_apart_as_text_is_parsed(old: str, new: str) -> None:
    annex = _form().replace(old, new, 1)

    assert the_thuc.check(report((ANNEX, annex)), FILE) == ()
    assert _read(report((ANNEX, annex))) is None
