"""Tests of numbers in administrative Vietnamese and in other locales."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats import formatter
from generator.formats.errors import FormatError
from generator.formats.numbers import roman
from generator.formats.rounding import percent_of, round_half_up

VI, EN, FR, KM = (formatter(locale) for locale in ("vi", "en", "fr", "km"))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (Decimal("0.00"), "0"),
        (Decimal("-0"), "0"),
        (4, "04"),
        (9, "09"),
        (10, "10"),
        (-5, "-05"),
        (1788, "1.788"),
        (4494051, "4.494.051"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_counts_have_a_zero_before_one_digit(value: int | Decimal, written: str) -> None:
    assert VI.count(value) == written


def test_counts_of_other_locales_follow_cldr() -> None:
    assert [f.count(4) for f in (EN, FR, KM)] == ["4", "4", "4"]
    assert EN.count(1788) == "1,788"
    assert FR.count(1788) == "1\u202f788"
    assert formatter("hi").count(4494051) == "44,94,051"


def test_a_count_with_decimals_is_refused_with_advice() -> None:
    with pytest.raises(FormatError) as caught:
        VI.count(Decimal("2.5"))
    assert "2.5 không phải là số nguyên" in caught.value.message.vi
    assert caught.value.hint is not None
    assert "`so`" in caught.value.hint.vi


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        ("98.06", None, "98,06"),
        ("12.50", None, "12,5"),
        ("-1788.125", None, "-1.788,125"),
        ("98.645", 2, "98,65"),
        ("0.125", 2, "0,13"),
        ("2.5", 0, "3"),
        ("-0.004", 2, "0"),
        ("1234567890123456789012345678901.5", None, "1.234.567.890.123.456.789.012.345.678.901,5"),
    ],
)
def test_decimals_have_a_comma_and_round_half_up(
    value: str, places: int | None, written: str
) -> None:
    assert VI.decimal(Decimal(value), places) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("98.06", "98,06%"),
        ("98.6", "98,6%"),
        ("98.60", "98,6%"),
        ("100", "100%"),
        ("0", "0%"),
        ("98.645", "98,65%"),
        ("99.995", "100%"),
        ("-0.3", "-0,3%"),
        ("1050", "1.050%"),
    ],
)
def test_percentages_have_no_space_and_no_forced_zeros(value: str, written: str) -> None:
    assert VI.percent(Decimal(value)) == written
    assert VI.percent_number(Decimal(value)) == written.removesuffix("%")


def test_percentages_of_other_locales_keep_their_sign_and_their_decimals() -> None:
    value = Decimal("98.06")
    assert EN.percent(value) == "98.06%"
    assert FR.percent(value) == "98,06\u00a0%"
    assert formatter("tr").percent(value) == "%98,06"
    assert formatter("eu").percent(value) == "%\u00a098,06"


def test_fractions_pad_like_counts() -> None:
    assert VI.fraction(6, 11) == "06/11"
    assert VI.fraction(27, 27) == "27/27"
    assert VI.fraction(0, 1200) == "0/1.200"
    assert EN.fraction(6, 11) == "6/11"


def test_money_is_named_in_words() -> None:
    assert VI.money(4494051) == "4.494.051"
    assert VI.money_text(4494051) == "4.494.051 triệu đồng"
    assert VI.money_text(3630, "tỷ đồng") == "3.630 tỷ đồng"
    assert VI.money_text(Decimal("0.5")) == "0,5 triệu đồng"
    assert VI.money_text(5, "đồng") == "5 đồng"


def test_money_of_other_locales_is_the_whole_amount_in_dong() -> None:
    assert EN.money_text(4494051) == "₫4,494,051,000,000"
    assert FR.money_text(3630, "tỷ đồng") == "3\u202f630\u202f000\u202f000\u202f000\u00a0₫"
    assert KM.money_text(Decimal("0.0000005")) == "0.5₫"


def test_ranges() -> None:
    assert VI.number_range("2021", "2025") == "2021 - 2025"
    assert VI.number_range("70%", "100%") == "70% - 100%"
    assert EN.number_range("2021", "2025") == "2021\u2009–\u20092025"


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        True,
        "5",
        None,
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("1E+36"),
        Decimal("1E-121"),
    ],
)
def test_what_is_no_exact_number_is_refused(value: object) -> None:
    with pytest.raises(FormatError):
        VI.decimal(value)  # type: ignore[arg-type]  # the point of the test


def test_the_decimal_context_of_the_caller_changes_nothing() -> None:
    with decimal.localcontext(decimal.Context(prec=3, rounding=decimal.ROUND_DOWN)):
        assert VI.decimal(Decimal("4494051.255"), 2) == "4.494.051,26"
        assert VI.percent(Decimal("98.065")) == "98,07%"
        assert EN.money_text(Decimal("4494051.25")) == "₫4,494,051,250,000"


def test_roman_numerals() -> None:
    assert [roman(n) for n in (1, 2, 3, 4, 9, 14, 40, 1994, 3999)] == [
        *("I", "II", "III", "IV", "IX", "XIV", "XL", "MCMXCIV", "MMMCMXCIX")
    ]
    with pytest.raises(ValueError, match="no Roman numeral for 0"):
        roman(0)


DECIMALS = st.decimals(-(10**15), 10**15, places=6, allow_nan=False)


@given(DECIMALS, st.integers(0, 5))
def test_rounding_is_that_of_exact_rationals(value: Decimal, places: int) -> None:
    scaled = abs(Fraction(value)) * 10**places
    expected = Fraction(floor(scaled + Fraction(1, 2)), 10**places)
    assert Fraction(round_half_up(value, places)) == (expected if value > 0 else -expected)


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_ratios_are_rounded_as_exact_rationals(part: int, whole: int) -> None:
    hundredths = floor(Fraction(part * 100, whole) * 100 + Fraction(1, 2))
    rounded = round_half_up(percent_of(Decimal(part), Decimal(whole)), 2)
    assert Fraction(rounded) == Fraction(hundredths, 100)


@given(DECIMALS)
def test_printed_numbers_hold_every_digit(value: Decimal) -> None:
    printed = VI.decimal(value)
    assert Decimal(printed.replace(".", "").replace(",", ".")) == value
    assert not printed.endswith(",")
    assert "," not in printed or not printed.endswith("0")
