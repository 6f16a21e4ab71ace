"""Every locale but Vietnamese: the forms of CLDR, over Babel."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from generator.formats import cldr_dates, numbers
from generator.formats.base import Formatter
from generator.formats.locales import language_of
from generator.formats.rounding import EXACT, as_count, as_decimal

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from generator.period import Ky

# The units in which amounts of đồng are counted, as powers of ten.
_SCALE = {"đồng": 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9}


@dataclass(frozen=True, slots=True, kw_only=True)
class CldrFormatter(Formatter):
    """Writes values in the forms CLDR gives for a locale."""

    def count(self, value: int | Decimal) -> str:
        """Return `4`, `1,788`."""
        return numbers.decimal_text(as_count(value), self.locale)

    def money_text(self, amount: int | Decimal, unit: str = "triệu đồng") -> str:
        """Return the whole amount in đồng: `₫4,494,051,000,000`. Raises KeyError for the unit."""
        dong = as_decimal(amount).scaleb(_SCALE[unit], context=EXACT)
        return numbers.currency_text(dong, self.locale)

    def money_words(self, amount: int | Decimal, unit: str = "triệu đồng") -> str:
        """Return the amount in digits, as `money_text`."""
        return self.money_text(amount, unit)

    def number_words(self, value: int | Decimal) -> str:
        """Return words where the package num2words is installed and has the language."""
        number = as_decimal(value)
        try:
            spoken = import_module("num2words").num2words(number, lang=language_of(self.locale))
        except (ImportError, NotImplementedError, OverflowError):
            return self.decimal(number)
        return str(spoken)

    def fraction_words(self, part: int | Decimal, whole: int | Decimal) -> str:
        """Return the digits: no source gives a locale's words for n of m."""
        return self.fraction(part, whole)

    def percent_words(self, value: int | Decimal) -> str:
        """Return the digits, with the locale's percent sign."""
        return self.percent(value)

    def number_range(self, first: str, last: str) -> str:
        """Return the two ends joined as the ends of an interval."""
        return cldr_dates.join_range(first, last, self.locale)

    def date_with_blanks(self, *, day: int | None, month: int | None, year: int) -> str:
        """Return the locale's long date: `January 5, 2022`."""
        return cldr_dates.long_date(day, month, year, self.locale)

    def short_date(self, day: date) -> str:
        """Return the locale's date in digits: `1/5/2022`."""
        return cldr_dates.short_date(day, self.locale)

    def month_year(self, day: date) -> str:
        """Return `October 2022`."""
        return cldr_dates.month_year(day.month, day.year, self.locale)

    def date_range(self, first: date, last: date) -> str:
        """Return both dates, each complete, joined as an interval."""
        return self.number_range(self.short_date(first), self.short_date(last))

    def period_title(self, ky: Ky) -> str:
        """Return `1st quarter 2022`."""
        return cldr_dates.period(ky, self.locale)

    def period_running(self, ky: Ky) -> str:
        """Return the same as in a title."""
        return cldr_dates.period(ky, self.locale)

    def period_without_year(self, ky: Ky) -> str:
        """Return `1st quarter`."""
        return cldr_dates.period_without_year(ky, self.locale)
