"""Placeholders in one line of plain text."""

from __future__ import annotations

import pytest

from generator.formats import formatter
from generator.formats.filters import filters
from generator.problem import Stopped, Where
from generator.word.inline_text import InlineTexts, has_placeholders
from generator.word.values import Footnote, Runs

HERE = Where(file="a.yaml", line=7, column=3, path="bieu_mau.1.2.ghi_chu")


def _fill(source: str, **names: object) -> str | Runs:
    return InlineTexts(filters=filters(formatter("vi")), names={}).fill(source, names, HERE)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("({{ n | so_luong }} TTHC)", "(04 TTHC)"),
        ("* {{ a }} *", "* **x** | <b> *"),
        ("1. {{ n }}", "1. 4"),
        ("# _{{ n }}_", "# _4_"),
        ("{{ n }}\nhai dòng", "4\nhai dòng"),
        ("{% if n > 3 %}nhiều{% endif %}", "nhiều"),
    ],
)
def test_what_stands_around_placeholders_is_plain_text(source: str, printed: str) -> None:
    assert _fill(source, n=4, a="**x** | <b>") == printed


def test_a_footnote_keeps_its_place_between_words() -> None:
    made = _fill('{{ n }} đơn vị{{ "Số ước tính." | chu_thich }}, đã rà soát', n=4)
    assert made == Runs(("4 đơn vị", Footnote("Số ước tính."), ", đã rà soát"))


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("{{ khong_co }} {{ cung_khong }}", ["MA-304", "MA-304"]),
        ("{{ n ", ["MA-301"]),
        ("{{ n | khong_loc }}", ["MA-302"]),
        ("{{ n / 0 }}", ["MA-306"]),
    ],
)
def test_faults_are_found_at_the_place_of_the_text(source: str, codes: list[str]) -> None:
    with pytest.raises(Stopped) as stopped:
        _fill(source, n=4)
    found = stopped.value.problems
    assert [problem.code for problem in found] == codes
    assert {(p.where.file, p.where.line, p.where.path) for p in found} == {
        ("a.yaml", 7, "bieu_mau.1.2.ghi_chu")
    }


@pytest.mark.parametrize(
    ("text", "found"), [("{{ a }}", True), ("{% if a %}", True), ("{a} 100%", False), ("", False)]
)
def test_only_texts_with_tags_need_filling(text: str, *, found: bool) -> None:
    assert has_placeholders(text) is found
