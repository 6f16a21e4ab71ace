"""Values written into data files are read back as themselves."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figure import Figure, Kind, Status
from generator.raw import RawMap, RawScalar
from generator.readers import read
from generator.written import figure_text, free_text, scalar

_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\ufeff"
)


@given(st.text(_LETTERS, min_size=1, max_size=30))
def test_any_text_comes_back_as_that_text(text: str) -> None:
    raw = read(f"a: {scalar(text)}  # lời\n".encode(), "a.yaml")

    assert isinstance(raw, RawMap)
    value = raw.get("a")
    assert isinstance(value, RawScalar)
    assert value.value == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["16341/KH-UBND", "Giám đốc, các Phó Giám đốc Sở", "Điều 9"])
def test_usual_texts_need_no_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["2021", "14/21", "true", "trong", "Phòng: TH", "- a", " a", "#"])
def test_texts_that_would_be_something_else_are_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


def test_figures_are_written_as_data_files_state_them() -> None:
    percent = Figure(kind=Kind.PERCENT, number=Decimal("98.060"))

    assert figure_text(percent) == "98,06"
    assert free_text(percent) == "98,06%"
    assert figure_text(Figure(kind=Kind.COUNT, number=Decimal("1E+3"))) == "1000"
    fraction = Figure(kind=Kind.FRACTION, number=Decimal(14), total=Decimal(21))
    assert free_text(fraction) == "14/21"
    assert figure_text(Figure(kind=Kind.COUNT, status=Status.NOT_ARISING)) == "khong_phat_sinh"
    assert free_text(date(2022, 3, 18)) == "2022-03-18"
