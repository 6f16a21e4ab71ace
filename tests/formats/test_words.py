"""Tests of numbers in words."""

from __future__ import annotations

import sys
from decimal import Decimal
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats import formatter
from generator.formats.words import number_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (2025, "hai nghìn không trăm hai mươi lăm"),
        (10_000, "mười nghìn"),
        (1_000_001, "một triệu không trăm linh một"),
        (4_494_051, "bốn triệu bốn trăm chín mươi tư nghìn không trăm năm mươi mốt"),
        (2_003_004_005, "hai tỷ ba triệu bốn nghìn không trăm linh năm"),
        (3_630_000_000, "ba tỷ sáu trăm ba mươi triệu"),
        (10**12, "một nghìn tỷ"),
        (1_005 * 10**9 + 5, "một nghìn không trăm linh năm tỷ không trăm linh năm"),
        (10**15, "một triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (-21, "âm hai mươi mốt"),
    ],
)
def test_whole_numbers(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("98.06", "chín mươi tám phẩy không sáu"),
        ("98.60", "chín mươi tám phẩy sáu"),
        ("0.25", "không phẩy hai mươi lăm"),
        ("0.125", "không phẩy một trăm hai mươi lăm"),
        ("0.005", "không phẩy không không năm"),
        ("3.14159", "ba phẩy một bốn một năm chín"),
        ("-0.5", "âm không phẩy năm"),
        ("1.0", "một"),
        ("1E+3", "một nghìn"),
    ],
)
def test_decimals(number: str, words: str) -> None:
    assert number_words(Decimal(number)) == words


@given(st.decimals(-(10**20), 10**20, places=5), st.decimals(-(10**20), 10**20, places=5))
def test_different_numbers_never_read_alike(one: Decimal, other: Decimal) -> None:
    assert (number_words(one) == number_words(other)) is (one == other)


def test_no_two_of_the_first_numbers_and_their_multiples_read_alike() -> None:
    numbers = [n * scale for scale in (1, 10**9, 10**18) for n in range(1, 3000)]
    assert len({number_words(n) for n in numbers}) == len(numbers)


@given(st.integers(1, 10**18 - 1))
def test_words_are_read_back_as_the_number(number: int) -> None:
    assert _heard(number_words(number)) == number


def _heard(text: str) -> int:
    """Return the number a listener hears: the reverse of the rules, written another way."""
    digits = {"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7}
    digits |= {"tám": 8, "chín": 9, "mốt": 1, "tư": 4, "lăm": 5, "linh": 0}
    before, _, after = text.partition(" tỷ")
    if after or text.endswith(" tỷ"):
        return _heard(before) * 10**9 + (_heard(after.strip()) if after else 0)
    total = group = last = 0
    for word in text.split():
        if word in digits:
            last = digits[word]
            group += last
        elif word == "mười":
            group += 10
        elif word in ("mươi", "trăm"):
            group += last * ({"mươi": 10, "trăm": 100}[word] - 1)
        else:
            total += group * {"nghìn": 1000, "triệu": 10**6}[word]
            group = 0
    return total + group


def test_amounts_and_ratios_in_words() -> None:
    form = formatter("vi")
    assert form.money_words(3630, "triệu đồng") == "ba nghìn sáu trăm ba mươi triệu đồng"
    assert form.percent_words(Decimal("98.064")) == "chín mươi tám phẩy không sáu phần trăm"
    assert form.fraction_words(6, 11) == "sáu trên mười một"


def test_other_locales_have_digits_without_num2words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "num2words", None)
    form = formatter("en")
    assert form.number_words(2025) == "2,025"
    assert form.percent_words(Decimal("98.06")) == "98.06%"
    assert form.fraction_words(6, 11) == "6/11"


def test_other_locales_have_words_where_num2words_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("num2words")

    def num2words(number: Decimal, *, lang: str) -> str:
        if lang != "fr":
            raise NotImplementedError
        return f"<{number}>"

    module.num2words = num2words  # type: ignore[attr-defined]  # a stand-in for the package
    monkeypatch.setitem(sys.modules, "num2words", module)
    assert formatter("fr").number_words(21) == "<21>"
    assert formatter("km").number_words(1788) == "1,788"
