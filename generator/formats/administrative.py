"""Vietnamese as the administration writes it: a layer over Babel's numbers.

Counts under ten have a zero before them, dates follow Nghị định 30/2020, quarters are Roman,
money is named in words ("triệu đồng").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.formats import dates, numbers, periods, words
from generator.formats.base import Formatter
from generator.formats.rounding import round_half_up

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from generator.period import Ky


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrativeFormatter(Formatter):
    """Writes values in administrative Vietnamese."""

    def count(self, value: int | Decimal) -> str:
        """Return `04`, `0`, `1.788`."""
        return numbers.padded_text(value, self.locale)

    def money_text(self, amount: int | Decimal, unit: str = "triệu đồng") -> str:
        """Return `4.494.051 triệu đồng`: the unit in words, the amount as it is."""
        return f"{self.money(amount)} {unit}"

    def money_words(self, amount: int | Decimal, unit: str = "triệu đồng") -> str:
        """Return `ba nghìn sáu trăm ba mươi tỷ đồng`."""
        return f"{self.number_words(amount)} {unit}"

    def number_words(self, value: int | Decimal) -> str:
        """Return `hai nghìn không trăm hai mươi lăm`."""
        return words.number_words(value)

    def fraction_words(self, part: int | Decimal, whole: int | Decimal) -> str:
        """Return `sáu trên mười một`."""
        return f"{self.number_words(part)} trên {self.number_words(whole)}"

    def percent_words(self, value: int | Decimal) -> str:
        """Return `chín mươi tám phẩy không sáu phần trăm`."""
        return f"{self.number_words(round_half_up(value, 2))} phần trăm"

    def number_range(self, first: str, last: str) -> str:
        """Return `2021 - 2025`, the hyphen between spaces as in the decree itself."""
        return f"{first} - {last}"

    def date_with_blanks(self, *, day: int | None, month: int | None, year: int) -> str:
        """Return `ngày 05 tháng 01 năm 2022`, `ngày      tháng 8 năm 2022`."""
        return dates.long_date(day, month, year)

    def short_date(self, day: date) -> str:
        """Return `05/01/2022`, `14/9/2022`."""
        return dates.short_date(day)

    def month_year(self, day: date) -> str:
        """Return `tháng 10/2022`."""
        return dates.month_year(day.month, day.year)

    def date_range(self, first: date, last: date) -> str:
        """Return `từ ngày 15/12/2021 đến ngày 14/3/2022`."""
        return dates.date_range(first, last)

    def period_title(self, ky: Ky) -> str:
        """Return `Quý I/2022`, `6 tháng đầu năm 2022`."""
        return periods.title(ky)

    def period_running(self, ky: Ky) -> str:
        """Return `quý I năm 2022`."""
        return periods.running(ky)

    def period_without_year(self, ky: Ky) -> str:
        """Return `quý I`."""
        return periods.without_year(ky)
