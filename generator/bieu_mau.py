"""Form sets (bộ biểu mẫu): which indicators a report gives, and how they hang together.

A form set is data (`templates/bieu-mau/*.yaml`, read by `generator.bieu_mau_reader`) and is valid
for a regime, some levels of government and a span of time. The same indicator keeps its concept
name (`khai_niem`) from set to set, while its code may change: text, roll-up and comparison go by
concept, never by code.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from generator.figure import Figure, Kind, Status
from generator.problem import Message, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from generator.period import Ky
    from generator.rang_buoc import RangBuoc

_EXACT = Context(prec=100)  # far more digits than any figure has, so that rounding happens once


class Ref(NamedTuple):
    """Names one row of a form set: the number of its form and its logical code."""

    bieu: str
    ma: str

    def __str__(self) -> str:
        """Return the reference as formulas write it, `4:1.3`."""
        return f"{self.bieu}:{self.ma}"


class Operation(StrEnum):
    """What a formula does with its operands."""

    RATIO = "/"
    SUM = "+"


class CongThuc(Struct, frozen=True, kw_only=True):
    """A formula: a percentage of two operands, or a sum. `text` is as the form set writes it."""

    operation: Operation
    operands: tuple[Ref, ...]
    text: str


class ChuThich(Struct, frozen=True, kw_only=True):
    """A footnote of a label: its mark stands after the word `sau`."""

    sau: str
    noi_dung: str


class GopO(StrEnum):
    """Which cells of a row are printed as one, the value in it."""

    UNIT_AND_VALUE = "don_vi_so_lieu"


class GiuNguyen(StrEnum):
    """How long a value may be carried over from the period before into a new data file."""

    ALWAYS = "luon"
    WITHIN_YEAR = "trong_nam"


class ChiTieu(Struct, frozen=True, kw_only=True):
    """One row of a form: an indicator or a heading.

    `ma` is the logical code, `stt` the code as printed (may be empty), `nhan` the label, in which
    `{don_vi}` stands for the name of the reporting unit. `don_vi_tinh` holds one line each.
    `gia_tri_cho_phep` maps the allowed codes of an enumerated indicator to their meaning.
    `khong_qua` names the row whose value this one cannot exceed, `thuong_khong_qua` the row it
    normally does not. `chi_tiet` marks a row under another indicator (the operands of a ratio, the
    parts of a total): such rows are printed in italics. `gop_o` joins cells of the row; None leaves
    them apart. `tong_hop_tu` names, by the level of a reporting unit, the concept that feeds this
    row in a roll-up, units of other levels do not; empty: all do, by its own name. `giu_nguyen`
    marks what rarely changes (a plan, a structure): a new data file starts with the last value.
    `luy_ke` marks what adds up from the beginning of the year and so never falls within it,
    `vuot_100` a percentage that may exceed 100. `bat_buoc` marks what cannot be left blank;
    `bat_buoc_khi` the row that must be given, and not 0, for this one to be needed.
    """

    ref: Ref
    stt: str
    khai_niem: str
    nhan: str
    loai: Kind
    don_vi_tinh: tuple[str, ...] = ()
    gia_tri_cho_phep: Mapping[int, str] = field(default_factory=dict)
    cong_thuc: CongThuc | None = None
    khong_qua: Ref | None = None
    thuong_khong_qua: Ref | None = None
    cha: str = ""
    chi_tiet: bool = False
    chu_thich: ChuThich | None = None
    gop_o: GopO | None = None
    tong_hop_tu: Mapping[str, str] = field(default_factory=dict)
    giu_nguyen: GiuNguyen | None = None
    luy_ke: bool = False
    vuot_100: bool = False
    bat_buoc: bool = False
    bat_buoc_khi: Ref | None = None
    where: Where = field(default_factory=Where)

    @property
    def ma(self) -> str:
        """The logical code: unique in its form, used in data files and formulas."""
        return self.ref.ma

    @property
    def is_heading(self) -> bool:
        """Whether the row only bears a title and never a value."""
        return self.loai is Kind.HEADING


class BieuMau(Struct, frozen=True, kw_only=True, dict=True):
    """One form: its number, title and rows, in the order of print."""

    so: str
    ten: str
    chi_tieu: tuple[ChiTieu, ...]
    where: Where = field(default_factory=Where)

    # -- what every report asks for is worked out once --

    @cached_property
    def by_code(self) -> Mapping[str, ChiTieu]:
        """The rows by their codes."""
        return {row.ma: row for row in self.chi_tieu}

    @cached_property
    def wanted(self) -> tuple[ChiTieu, ...]:
        """The rows that the data must state: all but headings and what is worked out."""
        return tuple(row for row in self.chi_tieu if not row.is_heading and row.cong_thuc is None)


class BoBieuMau(Struct, frozen=True, kw_only=True, dict=True):
    """A form set: `ten` is its name in data files; `tu` and `den` are the days it is in force.

    `rang_buoc` are what its figures must be to each other. `nhay_vot` is the factor from which a
    change against the period before is worth a look; None: never.
    """

    ten: str
    ten_day_du: str
    che_do: str
    cap: tuple[str, ...]
    tu: date | None
    den: date | None
    bieu_mau: tuple[BieuMau, ...]
    rang_buoc: tuple[RangBuoc, ...] = ()
    nhay_vot: Decimal | None = None
    where: Where = field(default_factory=Where)

    def in_force(self, on: date) -> bool:
        """Tell whether the set is in force on a day."""
        return (self.tu is None or self.tu <= on) and (self.den is None or on <= self.den)

    @cached_property
    def rows(self) -> Mapping[Ref, ChiTieu]:
        """Every row of every form by its reference, in the order of print."""
        return {row.ref: row for form in self.bieu_mau for row in form.chi_tieu}

    def refs_of(self, test: Callable[[ChiTieu], object]) -> tuple[Ref, ...]:
        """Return the rows whose indicator passes `test`, in the order of print.

        `test` is a function of a module: what passes is found once, however many reports ask.
        """
        found = self._passed.get(test)
        if found is None:
            found = tuple(ref for ref, row in self.rows.items() if test(row))
            self._passed[test] = found
        return found

    @cached_property
    def concepts(self) -> Mapping[str, Ref]:
        """The row of every indicator (no headings) by the name of its concept."""
        return {row.khai_niem: ref for ref, row in self.rows.items() if not row.is_heading}

    @cached_property
    def _passed(self) -> dict[Callable[[ChiTieu], object], tuple[Ref, ...]]:
        return {}


def select(sets: Iterable[BoBieuMau], che_do: str, cap: str, on: date | None) -> BoBieuMau | None:
    """Return the set of a regime and a level in force on a day; the latest begun, if several.

    Without a day, the latest of all.
    """
    fitting = [
        one
        for one in sets
        if one.che_do == che_do and cap in one.cap and (on is None or one.in_force(on))
    ]
    return max(fitting, key=lambda s: (s.tu.toordinal() if s.tu else 0, s.ten), default=None)


def none_in_force(che_do: str, cap: str, period: Ky) -> Message:
    """Return what is said where `select` finds no set on the last day of `period` (DL-023)."""
    return Message(
        f"Không có bộ biểu mẫu {che_do} cấp {cap} nào có hiệu lực vào cuối kỳ {period}.",
        f"No form set {che_do} of level {cap} is in force at the end of {period}.",
    )


def percentage(part: Decimal, whole: Decimal, places: int = 2) -> Decimal | None:
    """Return part / whole in percent, rounded half up to `places` decimals; None for x / 0."""
    if whole == 0:
        return None
    exact = _EXACT.divide(_EXACT.multiply(part, Decimal(100)), whole)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_EXACT)


def compute(formula: CongThuc, operands: Iterable[Figure], kind: Kind) -> Figure:
    """Return the value of a formula: blank unless every operand is given and no divisor is 0."""
    numbers = [figure.number for figure in operands if figure.is_given]
    known = [number for number in numbers if number is not None]
    if len(known) != len(formula.operands):
        return Figure(kind=kind, status=Status.BLANK)
    if formula.operation is Operation.SUM:
        return Figure(kind=kind, number=sum(known, Decimal(0)), computed=True)
    ratio = percentage(known[0], known[1])
    if ratio is None:
        return Figure(kind=kind, status=Status.BLANK)
    return Figure(kind=kind, number=ratio, computed=True)
