"""Rows that state a value although a formula gives it: what they state, what the formula says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bieu_mau import CongThuc, Operation, compute, percentage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from generator.bieu_mau import ChiTieu, Ref
    from generator.figure import Figure
    from generator.report import Row


class Compared(Struct, frozen=True, kw_only=True):
    """A stated row whose operands are all given, and the value its formula comes to."""

    row: Row
    formula: CongThuc
    numbers: tuple[Decimal, ...]
    computed: Figure

    @property
    def agrees(self) -> bool:
        """Whether the stated value is the computed one, at the decimals it is stated with.

        A percentage stated as n/m is stated with two decimals, as it is printed.
        """
        stated, wanted = self.row.figure, self.computed.number
        if stated.number is None or self.formula.operation is Operation.SUM:
            return stated.number == wanted
        if stated.total is not None:
            return percentage(stated.number, stated.total) == wanted
        places = max(0, -int(stated.number.as_tuple().exponent))
        return percentage(self.numbers[0], self.numbers[1], places) == stated.number


def has_formula(indicator: ChiTieu) -> bool:
    """Tell whether a formula gives the value of an indicator."""
    return indicator.cong_thuc is not None


def compared_rows(some: Iterable[Row], rows: Mapping[Ref, Row]) -> Iterator[Compared]:
    """Give of `some` rows those that the data state, with a formula and all its operands given.

    `rows` are all rows of the report, where operands are looked up.
    """
    for row in some:
        formula = row.chi_tieu.cong_thuc
        if formula is None or row.figure.computed:
            continue
        operands = [rows[ref].figure for ref in formula.operands]
        numbers = tuple(o.number for o in operands if o.is_given and o.number is not None)
        if len(numbers) == len(operands):
            computed = compute(formula, operands, row.chi_tieu.loai)
            yield Compared(row=row, formula=formula, numbers=numbers, computed=computed)
