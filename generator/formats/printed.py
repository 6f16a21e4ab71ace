"""Figures as templates hold them: they print themselves, compare and calculate.

Names a template may use: `.gia_tri` (the bare number, None where there is none), `.o` (as in a
cell of a form), `.co` (there is a value), `.trong`, `.khong_phat_sinh`, `.chua_bao_cao` (why
there is none), `.mau_so` (m of n/m), `.ghi_chu` (the note of its row).
"""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from generator.figure import Figure, Kind, Status
from generator.formats.arithmetic import KIND_NAMES, Operation, calculate, value_of
from generator.formats.errors import FilterError
from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from generator.formats.base import Formatter

Operand: TypeAlias = "PrintedFigure | int | Decimal | float"


def plain_number(value: object) -> Decimal | None:
    """Return a number written in a template, None for anything else.

    A float is taken as the digits the designer wrote (`0.5`), never as a binary number.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return Decimal(repr(value))
    return Decimal(value) if isinstance(value, int | Decimal) else None


class PrintedFigure(Struct, frozen=True, kw_only=True, eq=False):
    """A figure that prints itself in one locale; immutable.

    `str()` is the figure as in a sentence. It is true when there is a value and the value is not
    zero, nor an empty text. Equality is that of the values: a count of 5 equals 5; two values
    that are not there are equal when they are so for one reason. Order comparisons with a value
    that is not there are false. Results of `+ - * /` are printed figures, blank where an operand
    is not there. Raises FilterError where kinds do not go together, ZeroDivisionError.
    """

    so_lieu_goc: Figure
    formatter: Formatter
    ghi_chu: str = ""
    unit_is_percent: bool = False

    def __str__(self) -> str:
        """Return the figure as in a sentence."""
        return self.formatter.prose(self.so_lieu_goc)

    @property
    def o(self) -> str:
        """The figure as in a cell of its form."""
        return self.formatter.cell(self.so_lieu_goc, unit_is_percent=self.unit_is_percent)

    @property
    def gia_tri(self) -> Decimal | None:
        """The number to calculate with: a percentage's value, the n of n/m, a code; or None."""
        return value_of(self.so_lieu_goc)

    @property
    def mau_so(self) -> Decimal | None:
        """The m of n/m, None where there is none."""
        return self.so_lieu_goc.total

    @property
    def co(self) -> bool:
        """Whether there is a value, zero included."""
        return self.so_lieu_goc.is_given

    @property
    def trong(self) -> bool:
        """Whether the value was left blank."""
        return self.so_lieu_goc.status is Status.BLANK

    @property
    def khong_phat_sinh(self) -> bool:
        """Whether there was nothing to report."""
        return self.so_lieu_goc.status is Status.NOT_ARISING

    @property
    def chua_bao_cao(self) -> bool:
        """Whether the value has not been reported yet."""
        return self.so_lieu_goc.status is Status.NOT_REPORTED

    def with_figure(self, figure: Figure) -> PrintedFigure:
        """Return `figure` printed in the same way, without the note."""
        return replace(self, so_lieu_goc=figure, ghi_chu="")

    def __bool__(self) -> bool:
        """Tell whether there is a value other than zero or an empty text."""
        figure = self.so_lieu_goc
        return figure.is_given and bool(figure.number or (figure.number is None and figure.text))

    # -- comparing ----------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        """Compare the values, whatever the locale and the note."""
        if isinstance(other, PrintedFigure):
            return self._key() == other._key()
        number = plain_number(other)
        if number is not None or isinstance(other, str):
            return self._key() == (other if number is None else number)
        return NotImplemented

    def __hash__(self) -> int:
        """Return a hash that agrees with equality, also to plain numbers and texts."""
        return hash(self._key())

    def __lt__(self, other: Operand) -> bool:
        """Tell whether both values are there and this one is smaller."""
        return self._ordered(other, operator.lt)

    def __le__(self, other: Operand) -> bool:
        """Tell whether both values are there and this one is not larger."""
        return self._ordered(other, operator.le)

    def __gt__(self, other: Operand) -> bool:
        """Tell whether both values are there and this one is larger."""
        return self._ordered(other, operator.gt)

    def __ge__(self, other: Operand) -> bool:
        """Tell whether both values are there and this one is not smaller."""
        return self._ordered(other, operator.ge)

    # -- calculating --------------------------------------------------------------------------

    def __add__(self, other: Operand) -> PrintedFigure:
        """Return the sum."""
        return self._result(Operation.ADD, self, other)

    def __radd__(self, other: Operand) -> PrintedFigure:
        """Return the sum, a plain number first (so that `sum` works)."""
        return self._result(Operation.ADD, other, self)

    def __sub__(self, other: Operand) -> PrintedFigure:
        """Return the difference."""
        return self._result(Operation.SUBTRACT, self, other)

    def __rsub__(self, other: Operand) -> PrintedFigure:
        """Return a plain number less this figure."""
        return self._result(Operation.SUBTRACT, other, self)

    def __mul__(self, other: Operand) -> PrintedFigure:
        """Return the product."""
        return self._result(Operation.MULTIPLY, self, other)

    def __rmul__(self, other: Operand) -> PrintedFigure:
        """Return the product, a plain number first."""
        return self._result(Operation.MULTIPLY, other, self)

    def __truediv__(self, other: Operand) -> PrintedFigure:
        """Return the quotient."""
        return self._result(Operation.DIVIDE, self, other)

    def __rtruediv__(self, other: Operand) -> PrintedFigure:
        """Return a plain number divided by this figure."""
        return self._result(Operation.DIVIDE, other, self)

    def __neg__(self) -> PrintedFigure:
        """Return the value with the other sign."""
        return self._result(Operation.MULTIPLY, self, -1)

    def __abs__(self) -> PrintedFigure:
        """Return the value without its sign."""
        return -self if self.gia_tri is not None and self.gia_tri < 0 else self * 1

    # NotImplemented lets Python try the other operand, and then name both types in its error.
    def _result(self, operation: Operation, left: Operand, right: Operand) -> PrintedFigure:
        one, other = _operand(left), _operand(right)
        if one is None or other is None:
            return NotImplemented  # type: ignore[no-any-return]  # as every operator may
        return self.with_figure(calculate(operation, one, other))

    def _ordered(self, other: Operand, test: Callable[[Decimal, Decimal], bool]) -> bool:
        operand = _operand(other)
        if operand is None:
            return NotImplemented  # type: ignore[no-any-return]  # as every operator may
        mine, number = _rank(self.so_lieu_goc), _rank(operand)
        return mine is not None and number is not None and test(mine, number)

    def _key(self) -> Hashable:
        figure = self.so_lieu_goc
        if not figure.is_given:
            return (figure.status,)
        if figure.kind is Kind.FRACTION:
            return (figure.number, figure.total)
        value = self.gia_tri
        return figure.text if value is None else value


def _operand(value: object) -> Figure | Decimal | None:
    return value.so_lieu_goc if isinstance(value, PrintedFigure) else plain_number(value)


def _rank(operand: Figure | Decimal) -> Decimal | None:
    """Return the number by which values are ordered, None for a value that is not there."""
    if isinstance(operand, Decimal):
        return operand
    if operand.is_given and operand.kind in (Kind.FRACTION, Kind.TEXT, Kind.HEADING):
        raise FilterError(
            Message(
                vi=f"Không thể so sánh lớn bé với {KIND_NAMES[operand.kind].vi}.",
                en=f"{KIND_NAMES[operand.kind].en.capitalize()} cannot be put in order.",
            )
        )
    return value_of(operand)
