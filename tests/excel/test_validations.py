"""What may be typed into a cell, by the kind of its indicator."""

from __future__ import annotations

from typing import Any

import pytest

from tests.excel.build import opened, row_of
from tests.excel.spreadsheet import Spreadsheet
from tests.new.build import start


def _rule(book: Any, form: str, code: str) -> Any:
    sheet = book[f"Biểu mẫu {form}"]
    cell = f"D{row_of(sheet, code)}"
    return next((r for r in sheet.data_validations.dataValidation if str(r.sqref) == cell), None)


def test_an_enumeration_is_a_list_with_its_meaning() -> None:
    rule = _rule(opened(), "1", "2.2")

    assert rule.type == "list"
    assert rule.formula1 == '"0,1,trống,không phát sinh,chưa báo cáo"'
    assert rule.prompt == "0 = Không; 1 = Có."


@pytest.mark.parametrize(
    ("value", "fine"),
    [
        (0, True),
        (1788, True),
        (-1, False),
        (1.5, False),
        ("không phát sinh", True),
        (" trống ", True),
        ("mười", False),
        ("1.788", False),
    ],
)
def test_a_count_is_a_whole_number_or_a_word_that_says_why_not(value: object, fine: bool) -> None:
    assert _accepts("1", "1.1", value) is fine


@pytest.mark.parametrize(("value", "fine"), [(1234.5, True), (-0.5, False), ("nhiều", False)])
def test_money_may_have_decimals(value: object, fine: bool) -> None:
    assert _accepts("1", "2.3", value) is fine


@pytest.mark.parametrize(
    ("value", "fine"),
    [("14/21", True), ("14-21", False), ("a/b", False), ("chưa báo cáo", True)],
)
def test_a_fraction_is_n_over_m(value: str, fine: bool) -> None:
    assert _accepts("2", "1", value) is fine


@pytest.mark.parametrize(
    ("value", "fine"),
    [(98.06, True), (-1, False), ("18/18", True), ("nhiều", False), ("trống", True)],
)
def test_a_percentage_is_a_number_or_a_fraction(value: object, fine: bool) -> None:
    assert _accepts("2", "4", value) is fine


def _accepts(form: str, code: str, value: object) -> object:
    book = opened(start(after=False))
    sheet = book[f"Biểu mẫu {form}"]
    sheet.cell(row_of(sheet, code), 4).value = value
    rule = _rule(book, form, code)
    assert (rule.type, rule.allow_blank, rule.showErrorMessage) == ("custom", True, True)
    assert len(rule.formula1) <= 255  # what Excel takes
    return Spreadsheet(book).result(sheet.title, rule.formula1)


def test_formulas_and_words_have_no_rule() -> None:
    book = opened()

    assert _rule(book, "1", "1") is None
    assert _rule(book, "2", "2") is None


def test_every_rule_tells_what_is_wanted() -> None:
    for sheet in opened():
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.error or "") <= 255
            assert rule.prompt or sheet.title == "Bìa"
