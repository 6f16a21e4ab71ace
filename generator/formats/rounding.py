"""Decimal numbers: what counts as one, and rounding half up, as people round.

Floats are refused: 0.1 is not a decimal number.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from generator.formats.errors import FormatError
from generator.problem import Message

_MAX_DIGITS = 36
_MAX_DECIMALS = 120

EXACT = Context(prec=2 * (_MAX_DIGITS + _MAX_DECIMALS), rounding=ROUND_HALF_UP)
"""Wide enough for every number `as_decimal` lets through, and for products of two of them."""

_ONE = Decimal(1)

_QUOTIENT = Context(prec=60, rounding=ROUND_HALF_UP)


def as_decimal(value: int | Decimal) -> Decimal:
    """Return `value` as a finite decimal of at most 36 digits and 120 decimals.

    Raises FormatError for anything else: floats, booleans, NaN, infinities, monsters.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise FormatError(
            Message(
                vi=f"{value!r} không phải là số nguyên hoặc số thập phân chính xác.",
                en=f"{value!r} is neither an integer nor an exact decimal number.",
            )
        )
    number = Decimal(value)
    if number.same_quantum(_ONE) and number.adjusted() < _MAX_DIGITS:  # a count, as most are
        return number if number else Decimal(0)
    exponent = number.as_tuple().exponent
    too_long = isinstance(exponent, str) or (
        number != 0 and (number.adjusted() >= _MAX_DIGITS or exponent < -_MAX_DECIMALS)
    )
    if too_long:
        raise FormatError(
            Message(
                vi="Số quá lớn hoặc quá nhiều chữ số thập phân, không in được.",
                en="The number is too large or has too many decimals to be printed.",
            )
        )
    return number if number else Decimal(0)


def round_half_up(value: int | Decimal, places: int = 0) -> Decimal:
    """Return `value` rounded to `places` decimals, halves away from zero; never minus zero."""
    rounded = as_decimal(value).quantize(Decimal(1).scaleb(-places), context=EXACT)
    return rounded if rounded else abs(rounded)


def is_integral(value: Decimal) -> bool:
    """Tell whether `value` has no decimals other than zeros."""
    return value == value.to_integral_value()


def as_count(value: int | Decimal) -> Decimal:
    """Return `value` as a whole number; raises FormatError when it has decimals."""
    number = as_decimal(value)
    if number.same_quantum(_ONE):
        return number
    if not is_integral(number):
        raise FormatError(
            Message(
                vi=f"{number} không phải là số nguyên, không in được như số lượng.",
                en=f"{number} is not a whole number and cannot be printed as a count.",
            ),
            Message(
                vi="Dùng bộ lọc `so` cho số thập phân, `ty_le` cho tỷ lệ.",
                en="Use the filter `so` for a decimal number, `ty_le` for a percentage.",
            ),
        )
    return round_half_up(number)


def divide(one: Decimal, other: Decimal) -> Decimal:
    """Return the quotient, exact or to 60 digits; raises ZeroDivisionError."""
    if not other:
        raise ZeroDivisionError("a figure was divided by zero")
    return _QUOTIENT.divide(one, other)


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """Return how many hundredths of `whole` `part` is; raises ZeroDivisionError."""
    return divide(EXACT.multiply(part, Decimal(100)), whole)
