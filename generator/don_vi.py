"""The register of reporting units (danh mục đơn vị): what each unit is called, and since when.

A unit is known by its code, never by its name: the same name lives on at other levels (thành phố
Biên Hòa until 30/6/2025, phường Biên Hòa after). One code may have several entries that follow
each other in time. Which entry is printed is decided by the day of the document.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.fields import Fields, Problems
from generator.noi_nhan import NoiNhan, read_entries
from generator.problem import Message, Stopped, Where, has_errors
from generator.suggest import did_you_mean, plain, those_like

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.raw import RawMap


class Cap(StrEnum):
    """Levels of reporting units."""

    TINH = "tinh"
    SO = "so"
    HUYEN = "huyen"
    XA = "xa"


_MOST_LISTED = 12
_MOST_LIKE = 3

TEN_CAP = {Cap.TINH: "tỉnh", Cap.SO: "sở", Cap.HUYEN: "huyện", Cap.XA: "xã"}


class LanhDao(Struct, frozen=True, kw_only=True):
    """Somebody who signs for a unit: its head, or a deputy (`chuc_vu` is the own title)."""

    ten: str
    chuc_vu: str


class DonVi(Struct, frozen=True, kw_only=True):
    """One unit as it is between `tu` and `den` (both included; None: open).

    `chu_quan` and `ban_hanh` are the lines at the head of a document: the superior body (Nghị định
    30/2020, phụ lục I, II.2) and the issuing body itself. `chuc_danh` is the title of its head,
    `tap_the` the collective body its head signs for (TM.), empty where the head signs alone;
    `lanh_dao` are the head and the deputies by name, as far as they are known.
    `noi_nhan` holds named lists of receivers; `mac_dinh` is used where a report names none.
    """

    ma: str
    cap: Cap
    loai: str
    ten: str
    day_du: str
    ky_hieu: str
    dia_danh: str
    cha: str = ""
    chu_quan: tuple[str, ...] = ()
    ban_hanh: tuple[str, ...] = ()
    chuc_danh: str = ""
    tap_the: str = ""
    lanh_dao: tuple[LanhDao, ...] = ()
    noi_nhan: Mapping[str, tuple[NoiNhan, ...]] = field(default_factory=dict)
    tu: date | None = None
    den: date | None = None
    tien_than: tuple[str, ...] = ()
    ke_tuc: tuple[str, ...] = ()
    where: Where = field(default_factory=Where)

    def exists(self, on: date) -> bool:
        """Tell whether this entry is valid on a day."""
        return (self.tu is None or self.tu <= on) and (self.den is None or on <= self.den)


class DanhMuc(Struct, frozen=True, dict=True):
    """The register: all entries, in the order of its files."""

    don_vi: tuple[DonVi, ...]

    @classmethod
    def load(cls, files: Iterable[RawMap]) -> DanhMuc:
        """Return the register made of all `files`. Raises `Stopped` with every problem in them.

        DL-010 ... DL-014 are faults of single fields; DL-050 two entries of one code at one time,
        DL-051 a parent or a relative that is not in the register.
        """
        problems = Problems()
        units = tuple(_unit(entry) for raw in files for entry in _entries(raw, problems))
        if not has_errors(problems.found):
            _check(units, problems)
        if has_errors(problems.found):
            raise Stopped(problems.found)
        return cls(units)

    def get(self, code: str, on: date) -> DonVi | None:
        """Return the unit of a code as it is on a day; None where there is none on that day."""
        return next((u for u in self._by_code.get(code, ()) if u.exists(on)), None)

    def children(self, parent: str, on: date) -> tuple[DonVi, ...]:
        """Return the units directly under `parent` on a day, in the order of the register."""
        return tuple(u for u in self.don_vi if u.cha == parent and u.exists(on))

    def require(self, code: str, on: date | None, where: Where, problems: Problems) -> DonVi | None:
        """Return the unit; where there is none, note DL-020 (unknown) or DL-021 (not that day).

        Where no day is known it is None, but DL-020 is noted all the same.
        """
        if on is None:
            if code not in self._by_code:
                self._unknown(code, where, problems)
            return None
        unit = self.get(code, on)
        if unit is None:
            entries = self._by_code.get(code)
            if entries:
                _not_that_day(entries, on, where, problems)
            else:
                self._unknown(code, where, problems)
        return unit

    @cached_property
    def _by_code(self) -> Mapping[str, list[DonVi]]:
        """The entries of each code: every report asks a register of thousands for one."""
        found: dict[str, list[DonVi]] = {}
        for unit in self.don_vi:
            found.setdefault(unit.ma, []).append(unit)
        return found

    def _unknown(self, code: str, where: Where, problems: Problems) -> None:
        known = list(self._by_code)
        hint = _among(self._named(code)) or _among(those_like(code, known, _MOST_LIKE, 0.8))
        hint = hint or did_you_mean(code, known)
        message = Message(
            f"Không có đơn vị “{code}” trong danh mục.",
            f"There is no unit “{code}” in the register.",
        )
        problems.error("DL-020", where, message, hint)

    def _named(self, words: str) -> list[str]:
        """Return the codes of all units whose code or full name holds `words`, accents aside."""
        wanted = plain(words)
        found = (u.ma for u in self.don_vi if wanted in plain(u.ma) or wanted in plain(u.day_du))
        return list(dict.fromkeys(found)) if wanted else []


def _among(codes: list[str]) -> Message | None:
    """Return the hint that one of `codes` may be meant; None where there is none, or far too many.

    “Sở Nội vụ” is a unit of every province: nobody can guess which.
    """
    if not codes or len(codes) > _MOST_LISTED:
        return None
    if len(codes) == 1:
        return Message(f"Ý bạn là “{codes[0]}”?", f"Did you mean “{codes[0]}”?")
    listed = ", ".join(codes)
    return Message(f"Có thể là: {listed}.", f"It may be: {listed}.")


def _not_that_day(entries: list[DonVi], on: date, where: Where, problems: Problems) -> None:
    unit = entries[-1]
    spans_vi = " hoặc ".join(_span(u, "từ", "đến") for u in entries)
    spans_en = " or ".join(_span(u, "from", "to") for u in entries)
    day = _day(on)
    hint = None
    if unit.ke_tuc:
        codes = ", ".join(unit.ke_tuc)
        hint = Message(f"Đơn vị kế tục: {codes}.", f"Its successors: {codes}.")
    message = Message(
        f"{unit.day_du} không có vào ngày {day} (chỉ có {spans_vi}).",
        f"{unit.day_du} does not exist on {day} (only {spans_en}).",
    )
    problems.error("DL-021", where, message, hint)


def _span(unit: DonVi, since: str, until: str) -> str:
    ends = ((since, unit.tu), (until, unit.den))
    return " ".join(f"{word} {_day(day)}" for word, day in ends if day)


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _entries(raw: RawMap, problems: Problems) -> list[Fields]:
    fields = Fields(raw, problems)
    entries = list(fields.each("don_vi", required=True))
    fields.close()
    return entries


def _unit(fields: Fields) -> DonVi:
    unit = DonVi(
        ma=fields.text("ma"),
        cap=Cap(fields.one_of("cap", list(Cap)) or Cap.XA),
        loai=fields.text("loai"),
        ten=fields.text("ten"),
        day_du=fields.text("day_du"),
        ky_hieu=fields.text("ky_hieu"),
        dia_danh=fields.text("dia_danh"),
        cha=fields.text("cha", required=False),
        chu_quan=fields.texts("chu_quan"),
        ban_hanh=fields.texts("ban_hanh", required=True),
        chuc_danh=fields.text("chuc_danh"),
        tap_the=fields.text("tap_the", required=False),
        lanh_dao=tuple(_leader(entry) for entry in fields.each("lanh_dao")),
        noi_nhan=_receivers(fields.inner("noi_nhan")),
        tu=fields.date("tu"),
        den=fields.date("den"),
        tien_than=fields.texts("tien_than"),
        ke_tuc=fields.texts("ke_tuc"),
        where=fields.raw.where,
    )
    fields.close()
    return unit


def _leader(fields: Fields) -> LanhDao:
    leader = LanhDao(ten=fields.text("ten"), chuc_vu=fields.text("chuc_vu"))
    fields.close()
    return leader


def _receivers(fields: Fields | None) -> dict[str, tuple[NoiNhan, ...]]:
    """Return the named lists of receivers of one unit."""
    if fields is None:
        return {}
    named = {key: read_entries(fields, key, named_lists=False) for key in fields.raw.keys}
    return {
        key: tuple(entry for entry in entries if isinstance(entry, NoiNhan))
        for key, entries in named.items()
    }


def _check(units: tuple[DonVi, ...], problems: Problems) -> None:
    known = {unit.ma for unit in units}
    earlier: dict[str, list[DonVi]] = {}
    for unit in units:
        if unit.tu and unit.den and unit.den < unit.tu:
            message = Message(f"“{unit.ma}” hết trước khi bắt đầu.", f"“{unit.ma}” ends too early.")
            problems.error("DL-050", unit.where, message)
        for other in earlier.setdefault(unit.ma, []):
            if _overlap(other, unit):
                message = Message(
                    f"“{unit.ma}” có hai mục trùng thời gian (mục kia ở dòng {other.where.line}).",
                    f"“{unit.ma}” has two entries at one time (the other on line "
                    f"{other.where.line}).",
                )
                problems.error("DL-050", unit.where, message)
        earlier[unit.ma].append(unit)
        for code in (unit.cha, *unit.tien_than, *unit.ke_tuc):
            if code and code not in known:
                message = Message(
                    f"“{unit.ma}” nhắc tới đơn vị “{code}” không có trong danh mục.",
                    f"“{unit.ma}” names “{code}”, which is not in the register.",
                )
                problems.error("DL-051", unit.where, message, did_you_mean(code, known))


def _overlap(one: DonVi, other: DonVi) -> bool:
    first, last = date.min, date.max
    return (one.tu or first) <= (other.den or last) and (other.tu or first) <= (one.den or last)
