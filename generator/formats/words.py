"""Numbers in Vietnamese words, read as schoolbooks and banks read them.

Groups of three digits with nghìn, triệu, tỷ; `mốt`, `tư` and `lăm` after `mươi`, `lăm` after
`mười`, `linh` for an empty ten, `không trăm` for an empty hundred of the last group. What comes
before `tỷ` is read as a number of its own, so `nghìn tỷ`, `triệu tỷ` and `tỷ tỷ` follow.

>>> number_words(2025)
'hai nghìn không trăm hai mươi lăm'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.rounding import as_decimal

if TYPE_CHECKING:
    from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION = 10**9


def number_words(value: int | Decimal) -> str:
    """Return a number in words, in lower case; trailing zeros of decimals are not read.

    Up to three decimals are read as a number after their zeros (0,05 không phẩy không năm;
    0,25 không phẩy hai mươi lăm), more of them digit by digit. Raises FormatError for what is
    no number or too long to be read.
    """
    number = as_decimal(value)
    sign = "âm " if number < 0 else ""
    whole, _, decimals = f"{abs(number):f}".partition(".")
    decimals = decimals.rstrip("0")
    tail = f" phẩy {_decimals(decimals)}" if decimals else ""
    return f"{sign}{_whole(int(whole))}{tail}"


def _whole(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, _BILLION)
    millions, below = divmod(rest, 10**6)
    thousands, units = divmod(below, 1000)
    pieces = [f"{_whole(billions)} tỷ"] if billions else []
    if millions:
        pieces.append(f"{_group(millions)} triệu")
    if thousands:
        pieces.append(f"{_group(thousands)} nghìn")
    if units:
        pieces.append(_group(units, full=bool(pieces)))
    return " ".join(pieces)


def _group(number: int, *, full: bool = False) -> str:
    """Return a number from 1 to 999; a `full` reading says its empty hundred too."""
    hundreds, below = divmod(number, 100)
    tens, units = divmod(below, 10)
    pieces = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens == 0 and units and pieces:
        pieces.append("linh")
    elif tens:
        pieces.append("mười" if tens == 1 else f"{_DIGITS[tens]} mươi")
    if units:
        pieces.append(_unit(tens, units))
    return " ".join(pieces)


def _unit(tens: int, units: int) -> str:
    if tens == 1:
        return "lăm" if units == 5 else _DIGITS[units]
    return _AFTER_TENS.get(units, _DIGITS[units]) if tens else _DIGITS[units]


def _decimals(digits: str) -> str:
    if len(digits) > 3:
        return " ".join(_DIGITS[int(digit)] for digit in digits)
    zeros = len(digits) - len(digits.lstrip("0"))
    return " ".join([_DIGITS[0]] * zeros + [_group(int(digits))])
