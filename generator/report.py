"""The report: what every stage after validation sees. Frozen values, each with its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from generator.problem import Where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.bieu_mau import BoBieuMau, ChiTieu
    from generator.chu_ky import NguoiKy
    from generator.don_vi import DonVi
    from generator.figure import Figure
    from generator.noi_nhan import NoiNhan
    from generator.period import Ky
    from generator.rang_buoc import RangBuoc
    from generator.van_ban import VanBan


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """One row of a form: its indicator, its label with the unit's name in place, its value.

    Where there is no figure, `bang_loi` may say in words what stands in its cell, or `van_ban` is
    the document that is cited there. `where` is the place of the value in the data, or of the form
    where the value is absent, `places` those of its words by the name of their field.
    """

    chi_tieu: ChiTieu
    nhan: str
    figure: Figure
    ghi_chu: str = ""
    bang_loi: str = ""
    van_ban: VanBan | None = None
    where: Where = field(default_factory=Where)
    places: Mapping[str, Where] = field(default_factory=dict)


class Form(Struct, frozen=True, kw_only=True):
    """One form with all its rows, headings included, in the order of print."""

    so: str
    ten: str
    rows: tuple[Row, ...]


class SoKyHieu(Struct, frozen=True, kw_only=True):
    """Number and symbol; `so` is None while the records office has not given one."""

    so: int | None
    ky_hieu: str


class NgayBanHanh(Struct, frozen=True, kw_only=True):
    """The day of issue. Day, or day and month, may be left for the records office (None)."""

    ngay: int | None
    thang: int | None
    nam: int

    @property
    def day(self) -> date | None:
        """The full date, None while a part of it is blank."""
        if self.ngay is None or self.thang is None:
            return None
        return date(self.nam, self.thang, self.ngay)


class FreeLeaf(Struct, frozen=True, kw_only=True):
    """One free value of `so_lieu`: a figure, a date or a text, as it was written."""

    value: Figure | date | str
    where: Where


Free: TypeAlias = "FreeLeaf | tuple[Free, ...] | Mapping[str, Free]"


class ChapNhan(Struct, frozen=True, kw_only=True):
    """A warning the unit has looked into: its code, the place it points at (`o`), and why.

    Of a warning of layout `o` may be empty: it is accepted wherever it is found.
    """

    ma: str
    o: str
    ly_do: str
    where: Where = field(default_factory=Where)


class Report(Struct, frozen=True, kw_only=True):
    """Everything one report says.

    `don_vi` and `cha` (its superior) are as they stood on the day of the document; without a full
    date, on the last day of the period. `so_ban_luu` is the number of copies filed, if stated;
    `minh_hoa` says that the figures are made up.
    """

    ky: Ky
    don_vi: DonVi
    cha: DonVi | None
    bo_mau: str
    bo_bieu_mau: BoBieuMau | None
    so_ky_hieu: SoKyHieu
    ngay_ban_hanh: NgayBanHanh
    kinh_gui: tuple[str, ...]
    noi_nhan: tuple[NoiNhan, ...]
    luu: tuple[str, ...]
    nguoi_ky: NguoiKy
    van_ban: Mapping[str, VanBan]
    so_lieu: Mapping[str, Free]
    bieu_mau: tuple[Form, ...]
    so_ban_luu: int | None = None
    rang_buoc: tuple[RangBuoc, ...] = ()
    chap_nhan: tuple[ChapNhan, ...] = ()
    minh_hoa: bool = False
    where: Where = field(default_factory=Where)

    def by_concept(self) -> dict[str, Row]:
        """Return the row of every indicator (no headings) by its concept name."""
        return {
            row.chi_tieu.khai_niem: row
            for form in self.bieu_mau
            for row in form.rows
            if not row.chi_tieu.is_heading
        }
