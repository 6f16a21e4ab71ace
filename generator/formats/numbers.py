"""Numbers over Babel: decimal, half up, with the signs of a locale.

Babel rounds half-even and in the caller's decimal context, so every number is rounded
first (`rounding`) and formatted in a context wide enough to change nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from functools import cache, lru_cache

from babel.numbers import NumberPattern, format_currency, format_decimal, parse_pattern

from generator.formats.locales import babel_locale
from generator.formats.rounding import EXACT, as_count, as_decimal, round_half_up

_TWO_DIGITS, _ZERO = parse_pattern("#,#00"), parse_pattern("0")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def decimal_text(value: int | Decimal, locale: str, places: int | None = None) -> str:
    """Return `value` grouped, with at most `places` decimals and no trailing zeros.

    Without `places`, all its decimals.
    """
    number = as_decimal(value)
    if places is None:
        places = max(0, -int(number.as_tuple().exponent))
    return _apply(round_half_up(number, places), _pattern(locale, places), locale)


def padded_text(value: int | Decimal, locale: str) -> str:
    """Return a count grouped, with a zero before a single digit (04, 1.788); zero is 0."""
    return _padded(value if type(value) is Decimal else as_count(value), locale)


@lru_cache(4096)  # as `_apply`: counts are most of what is printed
def _padded(value: Decimal, locale: str) -> str:
    number = as_count(value)
    return _apply(number, _TWO_DIGITS if number else _ZERO, locale)


def percent_text(value: int | Decimal, locale: str, places: int = 2, *, fixed: bool = False) -> str:
    """Return the percentage `value` (98.06 for 98,06%) with the locale's percent sign.

    It has at most `places` decimals; with `fixed` exactly so many, as a column wants it.
    """
    number = round_half_up(value, places)
    pattern = _percent_pattern(locale, places, "0" if fixed else "#")
    return _apply(number.scaleb(-2, context=EXACT), pattern, locale)


def currency_text(value: int | Decimal, locale: str, currency: str = "VND") -> str:
    """Return an amount of money in the form CLDR gives for the locale, with all its decimals."""
    number = as_decimal(value)
    with localcontext(EXACT):
        return str(
            format_currency(
                number, currency, locale=babel_locale(locale), decimal_quantization=False
            )
        )


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in Roman numerals; ValueError outside of that."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    letters = []
    for value, letter in _ROMAN:
        times, number = divmod(number, value)
        letters.append(letter * times)
    return "".join(letters)


@lru_cache(4096)  # figures are mostly small numbers, printed in forms, in the text, in messages
def _apply(number: Decimal, pattern: NumberPattern, locale: str) -> str:
    with localcontext(EXACT):
        return str(format_decimal(number, format=pattern, locale=babel_locale(locale)))


@cache
def _pattern(locale: str, places: int) -> NumberPattern:
    """Return the locale's pattern for numbers with up to `places` decimals."""
    whole = babel_locale(locale).decimal_formats[None].pattern.partition(".")[0]
    return parse_pattern(f"{whole}.{'#' * places}" if places else whole)


@cache
def _percent_pattern(locale: str, places: int, digit: str) -> NumberPattern:
    """Return the locale's percent pattern, its sign and spaces kept, with decimals added.

    CLDR's own pattern has none, which would lose them without a word.
    """
    pattern = babel_locale(locale).percent_formats[None].pattern
    decimals = f".{digit * places}" if places else ""
    return parse_pattern(re.sub(r"[#,]*0", lambda whole: whole[0] + decimals, pattern))
