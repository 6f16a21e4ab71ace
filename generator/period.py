"""Reporting periods: month, quarter, half-year, nine months, year.

A period is written `2022-03`, `2022-Q1`, `2022-6T` (first half), `2022-H2` (second half),
`2022-9T` or `2022`; that is also how folders and files are named. How a period reads on paper
("Quý I/2022") is the business of `generator.formats`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from generator.problem import Message


class LoaiKy(StrEnum):
    """The kinds of period a report may cover."""

    THANG = "thang"
    QUY = "quy"
    NUA_NAM = "6_thang"
    CHIN_THANG = "9_thang"
    NAM = "nam"


_MONTHS = {
    LoaiKy.THANG: 1,
    LoaiKy.QUY: 3,
    LoaiKy.NUA_NAM: 6,
    LoaiKy.CHIN_THANG: 9,
    LoaiKy.NAM: 12,
}
FIRST_YEAR, _LAST_YEAR = 1900, 2999
# Written forms after the year; "" is the whole year. The first form of a period is its own.
_FORMS = (
    *((f"{so:02}", (LoaiKy.THANG, so)) for so in range(1, 13)),
    *((f"Q{so}", (LoaiKy.QUY, so)) for so in range(1, 5)),
    ("6T", (LoaiKy.NUA_NAM, 1)),
    ("H1", (LoaiKy.NUA_NAM, 1)),
    ("H2", (LoaiKy.NUA_NAM, 2)),
    ("9T", (LoaiKy.CHIN_THANG, 1)),
    ("9M", (LoaiKy.CHIN_THANG, 1)),
    ("", (LoaiKy.NAM, 1)),
)
_BY_FORM = dict(_FORMS)
_OWN_FORM = {which: form for form, which in reversed(_FORMS)}
_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9A-Z]+))?")


class KyError(ValueError):
    """A text is not a period; `message` says so, `hint` says which forms are accepted."""

    def __init__(self, text: str) -> None:
        """Say that `text` is not a period."""
        self.message = Message(
            vi=f"“{text}” không phải là kỳ báo cáo.",
            en=f"“{text}” is not a reporting period.",
        )
        self.hint = Message(
            vi=(
                "Viết theo một trong các dạng: 2022-03 (tháng), 2022-Q1 (quý), 2022-6T (6 tháng "
                "đầu năm), 2022-H2 (6 tháng cuối năm), 2022-9T (9 tháng đầu năm), 2022 (năm)."
            ),
            en=(
                "Write one of: 2022-03 (month), 2022-Q1 (quarter), 2022-6T (first half), "
                "2022-H2 (second half), 2022-9T (nine months), 2022 (year)."
            ),
        )
        super().__init__(f"{self.message.en} {self.hint.en}")


class Ky(Struct, frozen=True, kw_only=True):
    """One reporting period: the year, the kind, and which one of its kind in that year.

    `so` is 1-12 for months, 1-4 for quarters, 1-2 for half-years, 1 for nine months and years.
    Two periods are equal when all three are. Raises ValueError for parts out of range.
    """

    nam: int
    loai: LoaiKy
    so: int = 1

    def __post_init__(self) -> None:
        """Refuse a period that does not exist."""
        if not FIRST_YEAR <= self.nam <= _LAST_YEAR or (self.loai, self.so) not in _OWN_FORM:
            raise ValueError(f"no such period: year {self.nam}, {self.loai} {self.so}")

    @classmethod
    def parse(cls, text: str) -> Ky:
        """Return the period written as `text` (any case, outer spaces ignored).

        Raises KyError, which lists the accepted forms.
        """
        written = _WRITTEN.fullmatch(text.strip().upper())
        which = _BY_FORM.get(written[2] or "") if written else None
        if written is None or which is None:
            raise KyError(text)
        try:
            return cls(nam=int(written[1]), loai=which[0], so=which[1])
        except ValueError as error:
            raise KyError(text) from error

    def __str__(self) -> str:
        """Return the period's own written form; `Ky.parse` reads it back."""
        form = _OWN_FORM[self.loai, self.so]
        return f"{self.nam}-{form}" if form else str(self.nam)

    @property
    def thang_dau(self) -> int:
        """The number of the first month."""
        return (self.so - 1) * _MONTHS[self.loai] + 1

    @property
    def thang_cuoi(self) -> int:
        """The number of the last month."""
        return self.thang_dau + _MONTHS[self.loai] - 1

    @property
    def ngay_dau(self) -> date:
        """The first calendar day."""
        return date(self.nam, self.thang_dau, 1)

    @property
    def ngay_cuoi(self) -> date:
        """The last calendar day."""
        return _first_of_next_month(self.nam, self.thang_cuoi) - timedelta(days=1)

    @property
    def tu_ngay(self) -> date:
        """The first day of data: the 15th of the month before (Nghị định 09/2019, Điều 12).

        The decree is silent on nine months; they follow the same rule, as local rules do.
        """
        return (self.ngay_dau - timedelta(days=1)).replace(day=15)

    @property
    def den_ngay(self) -> date:
        """The last day of data: the 14th of the last month (Nghị định 09/2019, Điều 12)."""
        return date(self.nam, self.thang_cuoi, 14)

    @property
    def truoc(self) -> Ky:
        """The period of the same kind before this one; raises ValueError before the year 1900.

        Before nine months come the nine months of the year before.
        """
        if self.so > 1:
            return replace(self, so=self.so - 1)
        return replace(self, nam=self.nam - 1, so=_count_in_year(self.loai))

    @property
    def sau(self) -> Ky:
        """The period whose tasks a report on this one announces; ValueError after the year 2999.

        It is the next of the same kind, but after nine months comes quarter IV: what is left of
        the year is announced, not the nine months of the year to come.
        """
        if self.loai is LoaiKy.CHIN_THANG:
            return Ky(nam=self.nam, loai=LoaiKy.QUY, so=4)
        if self.so < _count_in_year(self.loai):
            return replace(self, so=self.so + 1)
        return replace(self, nam=self.nam + 1, so=1)

    @property
    def cung_ky(self) -> Ky:
        """The same period of the year before; raises ValueError before the year 1900."""
        return replace(self, nam=self.nam - 1)

    def contains(self, other: Ky) -> bool:
        """Tell whether every month of `other` belongs to this period (a period contains itself)."""
        return self.nam == other.nam and (
            self.thang_dau <= other.thang_dau and other.thang_cuoi <= self.thang_cuoi
        )


def _count_in_year(loai: LoaiKy) -> int:
    """Return how many periods of a kind a year has (one of nine months)."""
    return 12 // _MONTHS[loai]


def _first_of_next_month(year: int, month: int) -> date:
    return date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
