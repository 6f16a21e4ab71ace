"""What every formatter can write; where locales differ, the subclass does it.

Numbers are `int` or `Decimal`. Whatever cannot be written raises FormatError: floats, numbers
that are not finite, a count with decimals.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.formats import figures, numbers, text
from generator.formats.dates import GAP
from generator.formats.locales import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from generator.figure import Figure
    from generator.formats.locales import Words
    from generator.period import Ky


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatter(ABC):
    """Writes values in one locale; `locale` is a name that Babel knows."""

    locale: str

    @property
    def words(self) -> Words:
        """The words printed where a value is not there."""
        return words_of(self.locale)

    # -- numbers ------------------------------------------------------------------------------

    @abstractmethod
    def count(self, value: int | Decimal) -> str:
        """Return a whole number: `04`, `0`, `1.788` in vi; `4`, `1,788` in en."""

    def decimal(self, value: int | Decimal, places: int | None = None) -> str:
        """Return a number with at most `places` decimals (all without), no trailing zeros."""
        return numbers.decimal_text(value, self.locale, places)

    def percent(self, value: int | Decimal, places: int = 2, *, fixed: bool = False) -> str:
        """Return a percentage (98.06 is 98,06%) with its sign and at most `places` decimals.

        With `fixed` it has exactly so many.
        """
        return numbers.percent_text(value, self.locale, places, fixed=fixed)

    def percent_number(self, value: int | Decimal, places: int = 2) -> str:
        """Return a percentage without its sign, for a column whose unit is %."""
        return numbers.decimal_text(value, self.locale, places)

    def fraction(self, part: int | Decimal, whole: int | Decimal) -> str:
        """Return n/m without spaces, each a count: `06/11`."""
        return f"{self.count(part)}/{self.count(whole)}"

    def money(self, millions: int | Decimal) -> str:
        """Return an amount in triệu đồng as a number only."""
        return self.decimal(millions)

    @abstractmethod
    def money_text(self, amount: int | Decimal, unit: str = "triệu đồng") -> str:
        """Return an amount with its unit: `4.494.051 triệu đồng`.

        `unit` is the unit in which `amount` is counted: đồng, nghìn đồng, triệu đồng, tỷ đồng.
        """

    @abstractmethod
    def money_words(self, amount: int | Decimal, unit: str = "triệu đồng") -> str:
        """Return an amount and its unit in words."""

    @abstractmethod
    def number_words(self, value: int | Decimal) -> str:
        """Return a number in words; in digits where the locale has none here."""

    @abstractmethod
    def fraction_words(self, part: int | Decimal, whole: int | Decimal) -> str:
        """Return n/m in words."""

    @abstractmethod
    def percent_words(self, value: int | Decimal) -> str:
        """Return a percentage of at most two decimals in words."""

    @abstractmethod
    def number_range(self, first: str, last: str) -> str:
        """Return two printed numbers as a range: `2021 - 2025`."""

    # -- dates and periods --------------------------------------------------------------------

    @abstractmethod
    def date_with_blanks(self, *, day: int | None, month: int | None, year: int) -> str:
        """Return the long date; a part that is None is a gap: `ngày      tháng 8 năm 2022`."""

    def long_date(self, day: date) -> str:
        """Return `ngày 05 tháng 01 năm 2022`."""
        return self.date_with_blanks(day=day.day, month=day.month, year=day.year)

    @abstractmethod
    def short_date(self, day: date) -> str:
        """Return `05/01/2022`, `14/9/2022`."""

    @abstractmethod
    def month_year(self, day: date) -> str:
        """Return the month of a day: `tháng 10/2022`."""

    @abstractmethod
    def date_range(self, first: date, last: date) -> str:
        """Return `từ ngày 15/12/2021 đến ngày 14/3/2022`."""

    @abstractmethod
    def period_title(self, ky: Ky) -> str:
        """Return a period as in a title: `Quý I/2022`, `6 tháng đầu năm 2022`, `tháng 3/2022`."""

    @abstractmethod
    def period_running(self, ky: Ky) -> str:
        """Return a period as in running text: `quý I năm 2022`, `tháng 3 năm 2022`."""

    @abstractmethod
    def period_without_year(self, ky: Ky) -> str:
        """Return a period whose year is known: `quý I`, `6 tháng đầu năm`, `năm`."""

    # -- text ---------------------------------------------------------------------------------

    def document_number(self, number: int | None, symbol: str) -> str:
        """Return `Số: 05/BC-SNV`, or `Số:      /BC-SNV` with a gap where there is no number yet."""
        digits = GAP if number is None else f" {number:02}"
        return f"{self.words.document_number}{digits}/{symbol}"

    def join(self, items: Iterable[str]) -> str:
        """Return an enumeration: `a, b và c`; an empty text for no items."""
        return text.join_list(items, self.locale)

    # -- figures ------------------------------------------------------------------------------

    def cell(self, figure: Figure, *, unit_is_percent: bool = False) -> str:
        """Return a figure as it stands in a cell of a form.

        Blank is empty, not arising `-`, not reported `…`; a percentage has no sign where the
        unit of its row is %.
        """
        return figures.cell(figure, self, unit_is_percent=unit_is_percent)

    def prose(self, figure: Figure) -> str:
        """Return a figure as it stands in a sentence; a value that is not there is named."""
        return figures.prose(figure, self)
