"""Periods and days as running text names them: `quý I năm 2022`, `6 tháng đầu năm 2022`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.period import Ky, LoaiKy

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUARTER = re.compile(
    r"quý\s+(I{1,3}|IV|[1-4])(?:\s*/\s*|,?\s+năm\s+)([0-9]{4})(?![0-9])", re.IGNORECASE
)
_MONTHS = re.compile(r"\b(0?6|0?9) tháng (đầu|cuối) năm ([0-9]{4})", re.IGNORECASE)
# The year of a day, of a month or of a quarter is no period by itself.
_YEAR = re.compile(
    r"(?<!\d )(?<!/)(?<!I )(?<!V )(?<!I, )(?<!V, )\bnăm ([0-9]{4})(?![0-9])", re.IGNORECASE
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def periods_in(text: str) -> Iterator[tuple[str, Ky]]:
    """Return every quarter, half-year and nine months that a text names with its year."""
    for found in _QUARTER.finditer(text):
        number = _ROMAN.get(found[1].upper()) or int(found[1])
        yield found.group(), Ky(nam=int(found[2]), loai=LoaiKy.QUY, so=number)
    for found in _MONTHS.finditer(text):
        if found[1].endswith("6"):
            half = 1 if found[2].casefold() == "đầu" else 2
            yield found.group(), Ky(nam=int(found[3]), loai=LoaiKy.NUA_NAM, so=half)
        elif found[2].casefold() == "đầu":
            yield found.group(), Ky(nam=int(found[3]), loai=LoaiKy.CHIN_THANG)


def years_in(text: str) -> Iterator[int]:
    """Return every year that a text names by itself, not as part of a day or of a quarter."""
    for found in _YEAR.finditer(text):
        yield int(found[1])


def day_of(day: str, month: str, year: str) -> date | None:
    """Return the day of three written numbers, None where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
