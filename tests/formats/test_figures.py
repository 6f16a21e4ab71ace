"""Tests of figures in cells, in sentences and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.figure import Figure, Kind, Status
from generator.formats import formatter
from generator.formats.figures import words

VI, EN = formatter("vi"), formatter("en")


def figure(kind: Kind, number: str, total: str | None = None, *, computed: bool = False) -> Figure:
    whole = None if total is None else Decimal(total)
    return Figure(kind=kind, number=Decimal(number), total=whole, computed=computed)


@pytest.mark.parametrize(
    ("value", "cell", "prose", "spoken"),
    [
        (figure(Kind.COUNT, "4"), "04", "04", "bốn"),
        (figure(Kind.COUNT, "0"), "0", "0", "không"),
        (figure(Kind.COUNT, "112000"), "112.000", "112.000", "một trăm mười hai nghìn"),
        (figure(Kind.DECIMAL, "12.50"), "12,5", "12,5", "mười hai phẩy năm"),
        (
            figure(Kind.PERCENT, "98.06"),
            "98,06%",
            "98,06%",
            "chín mươi tám phẩy không sáu phần trăm",
        ),
        (figure(Kind.PERCENT, "18", "18"), "100% (18/18)", "100% (18/18)", "một trăm phần trăm"),
        (figure(Kind.ENUMERATED, "1"), "1", "1", "một"),
        (figure(Kind.MONEY, "4494051"), "4.494.051", "4.494.051 triệu đồng", None),
        (figure(Kind.FRACTION, "6", "11"), "06/11", "06/11", "sáu trên mười một"),
        (figure(Kind.FRACTION, "0", "0"), "0/0", "0/0", "không trên không"),
        (Figure(kind=Kind.TEXT, text="Trang CCHC"), "Trang CCHC", "Trang CCHC", "Trang CCHC"),
        (Figure(kind=Kind.HEADING), "", "", ""),
    ],
)
def test_given_figures(value: Figure, cell: str, prose: str, spoken: str | None) -> None:
    assert VI.cell(value) == cell
    assert VI.prose(value) == prose
    assert spoken is None or words(value, VI) == spoken


def test_a_percentage_has_no_sign_where_the_unit_of_its_row_is_percent() -> None:
    assert VI.cell(figure(Kind.PERCENT, "98.06"), unit_is_percent=True) == "98,06"
    assert VI.cell(figure(Kind.PERCENT, "7", "9"), unit_is_percent=True) == "77,78% (07/09)"
    assert VI.cell(figure(Kind.COUNT, "4"), unit_is_percent=True) == "04"
    assert EN.cell(figure(Kind.PERCENT, "98.06"), unit_is_percent=True) == "98.06"


def test_a_percentage_of_nothing_prints_its_fraction_only() -> None:
    assert VI.prose(figure(Kind.PERCENT, "0", "0")) == "0/0"


@pytest.mark.parametrize("kind", list(Kind))
def test_a_value_that_is_not_there_says_why(kind: Kind) -> None:
    absent = [
        Figure(kind=kind, status=status)
        for status in (Status.BLANK, Status.NOT_ARISING, Status.NOT_REPORTED)
    ]
    assert [VI.cell(value) for value in absent] == ["", "-", "…"]
    assert [VI.prose(value) for value in absent] == ["…", "không phát sinh", "chưa có số liệu"]
    assert [EN.prose(value) for value in absent] == ["…", "none", "not yet available"]
    assert [words(value, VI) for value in absent] == [VI.prose(value) for value in absent]


def test_locales_without_words_of_ours_print_the_marks_of_a_cell() -> None:
    form = formatter("sv")
    assert form.prose(Figure(kind=Kind.COUNT, status=Status.NOT_ARISING)) == "-"
    assert form.prose(Figure(kind=Kind.COUNT, status=Status.NOT_REPORTED)) == "…"


def test_what_was_worked_out_has_two_decimals_and_what_was_stated_all() -> None:
    assert VI.prose(figure(Kind.DECIMAL, "0.3333", computed=True)) == "0,33"
    assert VI.prose(figure(Kind.DECIMAL, "0.3333")) == "0,3333"
    assert VI.prose(figure(Kind.MONEY, "1.005", computed=True)) == "1,01 triệu đồng"
    assert words(figure(Kind.MONEY, "3630"), VI) == "ba nghìn sáu trăm ba mươi triệu đồng"


def test_the_number_line_of_a_document() -> None:
    assert VI.document_number(None, "BC-SNV") == "Số:      /BC-SNV"
    assert VI.document_number(5, "BC-SNV") == "Số: 05/BC-SNV"
    assert VI.document_number(16341, "KH-UBND") == "Số: 16341/KH-UBND"
    assert EN.document_number(5, "BC-SNV") == "No. 05/BC-SNV"
    assert formatter("sv").document_number(None, "BC-SNV") == "№      /BC-SNV"
