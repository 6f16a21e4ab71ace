"""Periods as the administration of Vietnam writes them: quarters in Roman numerals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.dates import month_digits, month_year
from generator.formats.numbers import roman
from generator.period import LoaiKy

if TYPE_CHECKING:
    from generator.period import Ky


def title(ky: Ky) -> str:
    """Return a period as in the subject of a report: `Quý I/2022`, `6 tháng đầu năm 2022`."""
    if ky.loai is LoaiKy.THANG:
        return month_year(ky.thang_dau, ky.nam)
    if ky.loai is LoaiKy.QUY:
        return f"Quý {roman(ky.so)}/{ky.nam}"
    return running(ky)


def running(ky: Ky) -> str:
    """Return a period as in running text: `quý I năm 2022`, `tháng 3 năm 2022`, `năm 2022`."""
    if ky.loai in (LoaiKy.THANG, LoaiKy.QUY):
        return f"{without_year(ky)} năm {ky.nam}"
    return f"{without_year(ky)} {ky.nam}"


def without_year(ky: Ky) -> str:
    """Return a period whose year is known: `quý I`, `6 tháng đầu năm`; a year is `năm`."""
    if ky.loai is LoaiKy.THANG:
        return f"tháng {month_digits(ky.so)}"
    if ky.loai is LoaiKy.QUY:
        return f"quý {roman(ky.so)}"
    if ky.loai is LoaiKy.NUA_NAM:
        return "6 tháng đầu năm" if ky.so == 1 else "6 tháng cuối năm"
    return "9 tháng đầu năm" if ky.loai is LoaiKy.CHIN_THANG else "năm"
