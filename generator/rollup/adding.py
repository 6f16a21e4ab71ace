"""Rows of the units' forms -> totals of the parent's, by concept.

Counts and money are summed, n/m as n and m. A ratio is never averaged: its operands are summed and
it is worked out anew. A percentage without operands, a code and a text cannot be summed: they stay
blank, for a person to fill in.

A unit that left a value blank has not answered; it counts for nothing, and the total says how many
units it is over. A unit that stated "không phát sinh" has answered: none. A total over nobody who
answered is blank, never 0.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.bieu_mau import Operation, compute, percentage
from generator.figure import Figure, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.bieu_mau import BoBieuMau, ChiTieu, Ref
    from generator.don_vi import Cap
    from generator.report import Row
    from generator.rollup.units import Unit

_ANSWERS = (Status.GIVEN, Status.NOT_ARISING)
_SUMMED = (Kind.COUNT, Kind.MONEY, Kind.FRACTION)


class How(StrEnum):
    """How a total came about."""

    SUMMED = "cong"
    FORMULA = "cong_thuc"  # worked out from other totals, by the formula of its own row
    RATIO = "ty_le"  # worked out from the summed operands of the units' own rows
    UNEQUAL = "lech"  # a ratio left blank: some units gave one operand only
    OPEN = "de_trong"  # cannot be summed
    NO_SOURCE = "khong_co"  # no unit's form set has it
    NOT_ASKED = "cap_tren"  # units of these levels do not feed it: the parent's own to fill in


class Cell(Struct, frozen=True, kw_only=True):
    """What one unit gives for one total; no row where its form set has no such indicator."""

    unit: Unit
    row: Row | None

    @property
    def figure(self) -> Figure | None:
        """The unit's value, None where it has no such indicator."""
        return self.row.figure if self.row else None

    @property
    def answered(self) -> bool:
        """Whether the unit gave a value, or said that there was nothing."""
        return self.figure is not None and self.figure.status in _ANSWERS


class Total(Struct, frozen=True, kw_only=True):
    """One row of the parent: its value, how it came about, and what each unit gave.

    `lacking` names the units that gave one operand of a ratio without the other. `only` are the
    levels that it is over where it should be over others, too, of which nobody reported.
    """

    row: ChiTieu
    how: How
    figure: Figure
    cells: tuple[Cell, ...]
    lacking: tuple[Unit, ...] = ()
    only: tuple[Cap, ...] = ()

    @property
    def answers(self) -> int:
        """How many units the value is over."""
        return sum(cell.answered for cell in self.cells)

    @property
    def is_partial(self) -> bool:
        """Whether some units, not all, answered."""
        return self.how in (How.SUMMED, How.RATIO) and 0 < self.answers < len(self.cells)


class _Pair(NamedTuple):
    """The operands of one unit's ratio; `stated` where it wrote them as n/m."""

    part: Decimal
    whole: Decimal
    stated: bool = False


class Totals(Struct, frozen=True, kw_only=True):
    """The total of every row of a form set (no headings), in the order of print."""

    form_set: BoBieuMau
    by_ref: Mapping[Ref, Total]

    def of(self, concept: str) -> Total | None:
        """Return the total of a concept, None where the form set does not have it."""
        return next((t for t in self.by_ref.values() if t.row.khai_niem == concept), None)


def add_up(
    form_set: BoBieuMau, units: Sequence[Unit], silent: frozenset[Cap] = frozenset()
) -> Totals:
    """Return the totals of `units` in a form set's rows; `silent` are levels that sent nothing."""
    adder = _Adder(form_set.rows, units)
    by_ref = {ref: adder.total(ref) for ref, row in adder.rows.items() if not row.is_heading}
    only = {ref: _only(ref, by_ref, silent) for ref in by_ref}
    return Totals(
        form_set=form_set,
        by_ref={ref: replace(total, only=only[ref]) for ref, total in by_ref.items()},
    )


def _only(ref: Ref, totals: Mapping[Ref, Total], silent: frozenset[Cap]) -> tuple[Cap, ...]:
    """Return the levels that a total is over, () where it lacks none; a sum is as its parts are."""
    total = totals[ref]
    row = total.row
    if not total.figure.is_given or not silent:
        return ()
    there = {cell.unit.don_vi.cap for cell in total.cells if cell.row}
    if not there and row.cong_thuc and row.cong_thuc.operation is Operation.SUM:
        there = {cap for part in row.cong_thuc.operands for cap in _only(part, totals, silent)}
        return tuple(sorted(there))
    asked = silent if not row.tong_hop_tu else silent.intersection(row.tong_hop_tu)
    return tuple(sorted(there)) if asked else ()


def source_of(row: ChiTieu, unit: Unit) -> Row | None:
    """Return the unit's row that feeds `row`: by concept and of the same kind."""
    if not _feeds(unit, row):
        return None
    found = unit.rows.get(row.tong_hop_tu.get(unit.don_vi.cap, row.khai_niem))
    return found if found and found.chi_tieu.loai is row.loai else None


class _Adder:
    """Adds up one form set; totals may lean on each other, formulas never go in a circle."""

    def __init__(self, rows: Mapping[Ref, ChiTieu], units: Sequence[Unit]) -> None:
        self.rows = rows
        self._units = units
        self._totals: dict[Ref, Total] = {}

    def total(self, ref: Ref) -> Total:
        """Return the total of a row."""
        if ref not in self._totals:
            self._totals[ref] = self._total(self.rows[ref])
        return self._totals[ref]

    def _total(self, row: ChiTieu) -> Total:
        cells = tuple(
            Cell(unit=unit, row=source_of(row, unit)) for unit in self._units if _feeds(unit, row)
        )
        if row.loai is Kind.PERCENT:
            return self._ratio(row, cells)
        if not any(cell.row for cell in cells):
            how = How.FORMULA if row.cong_thuc else _unfed(cells)
            return Total(row=row, how=how, figure=self._by_formula(row), cells=cells)
        if row.loai not in _SUMMED:
            return Total(row=row, how=How.OPEN, figure=_blank(row), cells=cells)
        figure = _sum(row, [cell.figure for cell in cells])
        agrees = row.cong_thuc is not None and self._by_formula(row).number == figure.number
        how = How.FORMULA if agrees else How.SUMMED
        return Total(row=row, how=how, figure=figure, cells=cells)

    def _by_formula(self, row: ChiTieu) -> Figure:
        """Return what the row's formula makes of other totals; blank without a formula."""
        if row.cong_thuc is None:
            return _blank(row)
        operands = [self.total(ref).figure for ref in row.cong_thuc.operands]
        return compute(row.cong_thuc, operands, row.loai)

    def _ratio(self, row: ChiTieu, cells: tuple[Cell, ...]) -> Total:
        if row.cong_thuc is None:
            how, figure = _from_own_operands(row, cells)
            return Total(row=row, how=how, figure=figure, cells=cells)
        part, whole = row.cong_thuc.operands
        lacking = tuple(
            unit
            for unit in self._units
            if (self._value(part, unit) is None) != (self._value(whole, unit) is None)
        )
        how = How.UNEQUAL if lacking else How.FORMULA
        figure = _blank(row) if lacking else self._by_formula(row)
        return Total(row=row, how=how, figure=figure, cells=cells, lacking=lacking)

    def _value(self, ref: Ref, unit: Unit) -> Decimal | None:
        """Return what one unit gives for a row of this form set, None where it did not answer."""
        row = self.rows[ref]
        source = source_of(row, unit)
        if source is not None:
            return _number(source.figure)
        if row.cong_thuc is None or row.cong_thuc.operation is not Operation.SUM:
            return None
        parts = [self._value(part, unit) for part in row.cong_thuc.operands]
        known = [part for part in parts if part is not None]
        return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _feeds(unit: Unit, row: ChiTieu) -> bool:
    """Tell whether a unit is asked for a row: one for other levels is not its business."""
    return not row.tong_hop_tu or unit.don_vi.cap in row.tong_hop_tu


def _unfed(cells: Sequence[Cell]) -> How:
    return How.NO_SOURCE if cells else How.NOT_ASKED


def _number(figure: Figure) -> Decimal | None:
    """Return an answer as a number to add; what did not arise adds nothing."""
    return Decimal(0) if figure.status is Status.NOT_ARISING else figure.number


def _sum(row: ChiTieu, figures: Sequence[Figure | None]) -> Figure:
    """Return the sum over those who gave a value; where nobody did, why there is none."""
    given = [figure for figure in figures if figure and figure.is_given]
    if given:
        wholes = [figure.total for figure in given if figure.total is not None]
        return Figure(
            kind=row.loai,
            number=sum((f.number for f in given if f.number is not None), Decimal(0)),
            total=sum(wholes, Decimal(0)) if wholes else None,
        )
    reasons = {figure.status if figure else Status.BLANK for figure in figures}
    return Figure(kind=row.loai, status=reasons.pop() if len(reasons) == 1 else Status.BLANK)


def _from_own_operands(row: ChiTieu, cells: Sequence[Cell]) -> tuple[How, Figure]:
    """Return a percentage of which only the units know the operands, as rows or as n/m."""
    if not any(cell.row for cell in cells):
        return _unfed(cells), _blank(row)
    pairs = [(cell, _own_pair(cell)) for cell in cells]
    known = [pair for _, pair in pairs if pair]
    if not known or any(cell.answered and pair is None for cell, pair in pairs):
        return How.OPEN, _blank(row)
    part = sum((pair.part for pair in known), Decimal(0))
    whole = sum((pair.whole for pair in known), Decimal(0))
    if all(pair.stated for pair in known):
        return How.SUMMED, Figure(kind=row.loai, number=part, total=whole)
    ratio = percentage(part, whole)
    if ratio is None:
        return How.RATIO, _blank(row)
    return How.RATIO, Figure(kind=row.loai, number=ratio, computed=True)


def _own_pair(cell: Cell) -> _Pair | None:
    """Return the operands of a unit's ratio: by its own formula, else as it is stated, n/m."""
    if cell.row is None:
        return None
    formula, form_set = cell.row.chi_tieu.cong_thuc, cell.unit.report.bo_bieu_mau
    if formula and form_set:
        rows = form_set.rows
        figures = [cell.unit.rows[rows[ref].khai_niem].figure for ref in formula.operands]
        part, whole = (_number(figure) for figure in figures)
        if part is not None and whole is not None:
            return _Pair(part, whole)
    figure = cell.row.figure
    if figure.number is None or figure.total is None:
        return None
    return _Pair(figure.number, figure.total, stated=True)


def _blank(row: ChiTieu) -> Figure:
    return Figure(kind=row.loai, status=Status.BLANK)
