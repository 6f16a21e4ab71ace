"""A period as templates print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

    from generator.formats.base import Formatter
    from generator.period import Ky


class KyIn(Struct, frozen=True):
    """A period: `ten` "Quý I/2022", `day_du` "quý I năm 2022", `rut_gon` "quý I"; prints `ten`."""

    ky: Ky
    formatter: Formatter

    def __str__(self) -> str:
        """Return the title of the period."""
        return self.ten

    @property
    def ten(self) -> str:
        """As in a title."""
        return self.formatter.period_title(self.ky)

    @property
    def day_du(self) -> str:
        """As in running text."""
        return self.formatter.period_running(self.ky)

    @property
    def rut_gon(self) -> str:
        """Without the year."""
        return self.formatter.period_without_year(self.ky)

    @property
    def nam(self) -> int:
        """The year."""
        return self.ky.nam

    @property
    def tu_ngay(self) -> date:
        """The first day of data (Nghị định 09/2019, Điều 12)."""
        return self.ky.tu_ngay

    @property
    def den_ngay(self) -> date:
        """The last day of data."""
        return self.ky.den_ngay

    @property
    def truoc(self) -> KyIn:
        """The period before."""
        return KyIn(self.ky.truoc, self.formatter)

    @property
    def sau(self) -> KyIn:
        """The next period."""
        return KyIn(self.ky.sau, self.formatter)

    @property
    def cung_ky(self) -> KyIn:
        """The same period of the year before."""
        return KyIn(self.ky.cung_ky, self.formatter)
