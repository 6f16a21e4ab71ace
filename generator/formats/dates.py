"""Dates as the administration of Vietnam writes them (Nghị định 30/2020, Phụ lục I, II.4).

Digits are Arabic; a zero stands before days under 10 and before the months 1 and 2 only. A day
or month that the records office will fill in is a gap of six spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

GAP = " " * 6
"""The gap left for the records office to fill in by hand."""


def day_digits(day: int) -> str:
    """Return a day of the month: 05, 14."""
    return f"{day:02}"


def month_digits(month: int) -> str:
    """Return a month: 01 and 02, then 3 to 12."""
    return f"{month:02}" if month < 3 else str(month)


def long_date(day: int | None, month: int | None, year: int) -> str:
    """Return `ngày 05 tháng 01 năm 2022`; a part that is None is a gap."""
    day_text = GAP if day is None else f" {day_digits(day)} "
    month_text = GAP if month is None else f" {month_digits(month)} "
    return f"ngày{day_text}tháng{month_text}năm {year}"


def short_date(day: date) -> str:
    """Return `05/01/2022` or `14/9/2022`."""
    return f"{day_digits(day.day)}/{month_digits(day.month)}/{day.year}"


def month_year(month: int, year: int) -> str:
    """Return `tháng 10/2022`."""
    return f"tháng {month_digits(month)}/{year}"


def date_range(first: date, last: date) -> str:
    """Return `từ ngày 15/12/2021 đến ngày 14/3/2022`."""
    return f"từ ngày {short_date(first)} đến ngày {short_date(last)}"
