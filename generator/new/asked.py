"""What a new data file is asked for, held against the register, the template sets and the forms."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bieu_mau import none_in_force, select
from generator.bo_mau import no_such_set
from generator.don_vi import TEN_CAP, Cap
from generator.fields import Problems
from generator.period import FIRST_YEAR, Ky, KyError, LoaiKy
from generator.problem import Message, Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bieu_mau import BoBieuMau
    from generator.bo_mau import BoMau
    from generator.don_vi import DanhMuc, DonVi

_YEARS_BACK = 1


class Asked(Struct, frozen=True, kw_only=True):
    """A period, the unit as it is at its end, a template set, and its form set (None without)."""

    ky: Ky
    don_vi: DonVi
    cha: DonVi | None
    bo_mau: BoMau
    bo_bieu_mau: BoBieuMau | None


class Shelf(Struct, frozen=True, kw_only=True):
    """Everything there is to ask for."""

    danh_muc: DanhMuc
    bo_mau: tuple[BoMau, ...]
    bo_bieu_mau: tuple[BoBieuMau, ...]


def resolve(don_vi: str, ky: str, bo_mau: str, shelf: Shelf) -> Asked:
    """Return what the words of a command line ask for.

    Without `bo_mau` it is the only template set of the unit's level. Raises Stopped with every
    fault: DL-020, DL-021 (unit), DL-022 (period), HT-051 (unknown template set), DL-100 (several
    would do), DL-023, DL-024 (no forms in force, forms of another level).
    """
    problems = Problems()
    period = _period(ky, problems)
    day = period.den_ngay if period else None
    unit = shelf.danh_muc.require(don_vi, day, Where(path="--don-vi"), problems)
    template_set = _template_set(bo_mau, shelf, problems)
    if template_set is None and unit and period and not bo_mau:
        template_set = _default(unit, period, shelf, problems)
    forms = None
    if template_set and period:
        forms = _forms(template_set, period, unit, shelf, problems)
    if problems.found or period is None or unit is None or template_set is None:
        raise Stopped(problems.found)
    parent = shelf.danh_muc.get(unit.cha, period.den_ngay) if unit.cha else None
    return Asked(ky=period, don_vi=unit, cha=parent, bo_mau=template_set, bo_bieu_mau=forms)


def earlier_periods(period: Ky) -> Iterator[Ky]:
    """Give the periods in which the unit's last report may be found, the likeliest first.

    First the period of the same kind before this one, then any that ended no later than this one
    does, the latest first; a report older than the year before says little about today.
    """
    before = None
    with suppress(ValueError):  # nothing is before the first year there is
        before = period.truoc
        yield before
    years = range(period.nam, period.nam - _YEARS_BACK - 1, -1)
    parts = [(LoaiKy.NAM, 1), (LoaiKy.CHIN_THANG, 1), (LoaiKy.NUA_NAM, 2), (LoaiKy.NUA_NAM, 1)]
    parts += [(LoaiKy.QUY, number) for number in range(4, 0, -1)]
    parts += [(LoaiKy.THANG, number) for number in range(12, 0, -1)]
    every = [
        Ky(nam=year, loai=kind, so=number)
        for year in years
        if year >= FIRST_YEAR
        for kind, number in parts
    ]
    ended = [one for one in every if one.ngay_cuoi <= period.ngay_cuoi]
    for one in sorted(ended, key=lambda k: k.ngay_cuoi, reverse=True):
        if one not in (period, before):
            yield one


def _period(text: str, problems: Problems) -> Ky | None:
    try:
        return Ky.parse(text)
    except KyError as error:
        problems.error("DL-022", Where(path="--ky"), error.message, error.hint)
        return None


def _template_set(name: str, shelf: Shelf, problems: Problems) -> BoMau | None:
    found = next((one for one in shelf.bo_mau if one.ten == name), None)
    if name and found is None:
        known = [one.ten for one in shelf.bo_mau]
        problems.found.append(no_such_set(name, known, Where(path="--bo-mau")))
    return found


def _default(unit: DonVi, period: Ky, shelf: Shelf, problems: Problems) -> BoMau | None:
    """Return the only template set of the unit's level; DL-100 with the choices for several."""
    of_level = [one for one in shelf.bo_mau if one.cap == unit.cap]
    in_force = [one for one in of_level if _in_force(one, period, shelf)]
    if len(in_force) == 1:
        return in_force[0]
    choices = in_force or of_level or [one for one in shelf.bo_mau if not one.cap]
    listed = "".join(f"\n        --bo-mau {one.ten}: {one.ten_day_du}" for one in choices)
    message = Message(
        f"Chưa rõ dùng bộ mẫu nào cho {unit.day_du}.",
        f"It is not clear which template set {unit.day_du} uses.",
    )
    hint = Message(f"Chọn một bộ mẫu:{listed}", f"Choose a template set:{listed}")
    problems.error("DL-100", Where(path="--bo-mau"), message, hint)
    return None


def _in_force(template_set: BoMau, period: Ky, shelf: Shelf) -> BoBieuMau | None:
    forms = shelf.bo_bieu_mau
    return select(forms, template_set.che_do, template_set.cap, period.den_ngay)


def _forms(
    template_set: BoMau, period: Ky, unit: DonVi | None, shelf: Shelf, problems: Problems
) -> BoBieuMau | None:
    """Return the form set in force; None for a template set without forms."""
    if not template_set.che_do:
        return None
    found = _in_force(template_set, period, shelf)
    if found is None:
        message = none_in_force(template_set.che_do, template_set.cap, period)
        problems.error("DL-023", Where(path="--ky"), message, _since_when(template_set, shelf))
    elif unit and unit.cap not in found.cap:
        names = ", ".join(TEN_CAP[cap] for cap in Cap if cap in found.cap)
        message = Message(
            f"Bộ mẫu {template_set.ten} dùng biểu mẫu cấp {names}, còn {unit.day_du} là cấp "
            f"{TEN_CAP[unit.cap]}.",
            f"Template set {template_set.ten} has forms for level {', '.join(found.cap)}, but "
            f"{unit.day_du} is {unit.cap}.",
        )
        problems.error("DL-024", Where(path="--bo-mau"), message)
    return found


def _since_when(template_set: BoMau, shelf: Shelf) -> Message | None:
    """Return the form sets of the same regime and level, and when they are in force."""
    same = [
        one
        for one in shelf.bo_bieu_mau
        if one.che_do == template_set.che_do and template_set.cap in one.cap
    ]
    if not same:
        return None
    spans = ", ".join(f"{one.ten} ({one.tu or '…'} – {one.den or '…'})" for one in same)
    return Message(f"Hiện có: {spans}.", f"There are: {spans}.")
