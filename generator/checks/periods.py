"""Periods and days as running text names them: `quý I năm 2022`, `6 tháng đầu năm 2022`."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from generator.period import Ky, LoaiKy

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUARTER = r"(?i)quý\s+(I{1,3}|IV|[1-4])(?:\s*/\s*|,?\s+năm\s+)([0-9]{4})(?![0-9])"
_MONTHS = r"(?i)\b(0?6|0?9) tháng (đầu|cuối) năm ([0-9]{4})"
_MONTH = r"(?i)(?<![0-9] )\btháng (0?[1-9]|1[0-2])(?:\s*/\s*|\s+năm\s+)([0-9]{4})(?![0-9])"
_YEAR = r"(?i)\bnăm ([0-9]{4})(?![0-9])"
# The year of a day, of a month or of a quarter is no period by itself.
_BEFORE_ITS_YEAR = ("/", "i ", "v ", "i, ", "v, ", *(f"{digit} " for digit in range(10)))
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def periods_in(text: str) -> Iterator[tuple[str, Ky]]:
    """Return every quarter, half-year and nine months that a text names with its year."""
    for words, year, kind, number in _named(text):
        with suppress(ValueError):  # a year far off, by a slip, is no period
            yield words, Ky(nam=int(year), loai=kind, so=number)


def _named(text: str) -> Iterator[tuple[str, str, LoaiKy, int]]:
    folded = text.lower()
    for found in re.finditer(_QUARTER, text) if "quý" in folded else ():
        number = _ROMAN.get(found[1].upper()) or int(found[1])
        yield found.group(), found[2], LoaiKy.QUY, number
    for found in re.finditer(_MONTHS, text) if " tháng " in folded else ():
        if found[1].endswith("6"):
            half = 1 if found[2].casefold() == "đầu" else 2
            yield found.group(), found[3], LoaiKy.NUA_NAM, half
        elif found[2].casefold() == "đầu":
            yield found.group(), found[3], LoaiKy.CHIN_THANG, 1


def months_in(text: str) -> Iterator[tuple[str, Ky]]:
    """Return every month that a text names with its year, but not as part of a day."""
    for found in re.finditer(_MONTH, text) if "tháng " in text.lower() else ():
        with suppress(ValueError):  # as above
            yield found.group(), Ky(nam=int(found[2]), loai=LoaiKy.THANG, so=int(found[1]))


def years_in(text: str) -> Iterator[int]:
    """Return every year that a text names by itself, not as part of a day or of a quarter."""
    for found in re.finditer(_YEAR, text) if "năm " in text.lower() else ():
        if not text[: found.start()].lower().endswith(_BEFORE_ITS_YEAR):
            yield int(found[1])


def day_of(day: str, month: str, year: str) -> date | None:
    """Return the day of three written numbers, None where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
