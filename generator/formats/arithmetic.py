"""Arithmetic with figures, exact, and only where it means something.

Numbers of one kind add up; money and percentages can be multiplied and divided by numbers; two
amounts give a plain ratio. Fractions n/m, codes and texts do not calculate, and a percentage does
not mix with counts: a ratio is made with `ti_le` from what it is a ratio of. Whatever meets a
value that is not there is blank.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from generator.figure import Figure, Kind, Status
from generator.formats.errors import FilterError
from generator.formats.figures import percentage
from generator.formats.rounding import EXACT, as_decimal, divide, is_integral, percent_of
from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

KIND_NAMES = {
    None: Message("số", "a number"),
    Kind.COUNT: Message("số lượng", "a count"),
    Kind.DECIMAL: Message("số thập phân", "a decimal number"),
    Kind.PERCENT: Message("tỷ lệ phần trăm", "a percentage"),
    Kind.ENUMERATED: Message("mã lựa chọn", "a code"),
    Kind.MONEY: Message("số tiền", "an amount of money"),
    Kind.FRACTION: Message("phân số n/m", "a fraction n/m"),
    Kind.TEXT: Message("chữ", "a text"),
    Kind.HEADING: Message("đề mục", "a heading"),
}
_PLAIN = (None, Kind.COUNT, Kind.DECIMAL)
_CALCULATES = (*_PLAIN, Kind.PERCENT, Kind.MONEY)


class Operation(Enum):
    """The four operations, each with the sentence that says it is not possible."""

    ADD = Message("Không thể cộng {} với {}.", "{} and {} cannot be added.")
    SUBTRACT = Message("Không thể lấy {} trừ {}.", "From {} one cannot subtract {}.")
    MULTIPLY = Message("Không thể nhân {} với {}.", "{} and {} cannot be multiplied.")
    DIVIDE = Message("Không thể chia {} cho {}.", "{} cannot be divided by {}.")


def value_of(figure: Figure) -> Decimal | None:
    """Return the number to calculate with, None where there is none.

    That is the percentage of a percentage given as n of m (none for n of 0) and the n of a
    fraction n/m.
    """
    if figure.number is None or not figure.is_given:
        return None
    if figure.kind is Kind.PERCENT:
        return None if figure.total == 0 else percentage(figure)
    return figure.number


def calculate(operation: Operation, left: Figure | Decimal, right: Figure | Decimal) -> Figure:
    """Return the result, marked as computed; blank where an operand is not there.

    Raises FilterError where the kinds do not go together, ZeroDivisionError.
    """
    kind = _result_kind(operation, _kind(left), _kind(right))
    one, other = _number(left), _number(right)
    if one is None or other is None:
        return Figure(kind=kind, status=Status.BLANK)
    return computed(kind, _exactly(operation, one, other))


def computed(kind: Kind, number: Decimal) -> Figure:
    """Return a computed figure; a count that came out with decimals is a decimal number."""
    number = as_decimal(number)
    if kind is Kind.COUNT and not is_integral(number):
        kind = Kind.DECIMAL
    return Figure(kind=kind, number=number, computed=True)


def total(figures: Iterable[Figure]) -> Figure:
    """Return the sum of the figures that are there; blank when none is.

    Raises FilterError for kinds that do not add up; percentages do not: they are ratios of
    different wholes.
    """
    given: Figure | None = None
    blank = Figure(kind=Kind.COUNT, status=Status.BLANK)
    for figure in figures:
        if figure.kind is Kind.PERCENT:
            raise _no_sum_of_percentages()
        if value_of(figure) is None:
            blank = Figure(kind=figure.kind, status=Status.BLANK)
        else:
            start = Figure(kind=figure.kind, number=Decimal(0)) if given is None else given
            given = calculate(Operation.ADD, start, figure)
    return blank if given is None else given


def ratio(part: Figure, whole: Figure) -> Figure:
    """Return `part` as an exact percentage of `whole`; blank when either is not there or 0.

    Raises FilterError when they are not of one sort.
    """
    if _is_free_blank(part) or _is_free_blank(whole):
        return Figure(kind=Kind.PERCENT, status=Status.BLANK)
    _result_kind(Operation.DIVIDE, part.kind, whole.kind)
    if Kind.PERCENT in (part.kind, whole.kind) or (part.kind is Kind.MONEY) is not (
        whole.kind is Kind.MONEY
    ):
        raise _refusal(Operation.DIVIDE, part.kind, whole.kind)
    one, other = value_of(part), value_of(whole)
    if one is None or not other:
        return Figure(kind=Kind.PERCENT, status=Status.BLANK)
    return computed(Kind.PERCENT, percent_of(one, other))


def _kind(operand: Figure | Decimal) -> Kind | None:
    if not isinstance(operand, Figure) or _is_free_blank(operand):
        return None
    return operand.kind


def _is_free_blank(figure: Figure) -> bool:
    """Tell whether a free figure is not there: nobody knows of what kind it would be."""
    return figure.kind is Kind.TEXT and not figure.is_given


def _number(operand: Figure | Decimal) -> Decimal | None:
    return value_of(operand) if isinstance(operand, Figure) else operand


def _exactly(operation: Operation, one: Decimal, other: Decimal) -> Decimal:
    if operation is Operation.ADD:
        return EXACT.add(one, other)
    if operation is Operation.SUBTRACT:
        return EXACT.subtract(one, other)
    if operation is Operation.MULTIPLY:
        return EXACT.multiply(one, other)
    return divide(one, other)


def _result_kind(operation: Operation, left: Kind | None, right: Kind | None) -> Kind:
    if left in _PLAIN and right in _PLAIN:
        decimal = operation is Operation.DIVIDE or Kind.DECIMAL in (left, right)
        return Kind.DECIMAL if decimal else Kind.COUNT
    kind = None
    if left in _CALCULATES and right in _CALCULATES:
        kind = _KIND_OF[operation](left, right)
    if kind is None:
        raise _refusal(operation, left, right)
    return kind


def _kind_of_sum(left: Kind | None, right: Kind | None) -> Kind | None:
    return left or right if left is right or None in (left, right) else None


def _kind_of_product(left: Kind | None, right: Kind | None) -> Kind | None:
    scaled, by = (right, left) if left in _PLAIN else (left, right)
    return scaled if by is None or (scaled is Kind.MONEY and by in _PLAIN) else None


def _kind_of_quotient(left: Kind | None, right: Kind | None) -> Kind | None:
    if left is right:
        return Kind.DECIMAL
    return left if right is None or (left is Kind.MONEY and right in _PLAIN) else None


_KIND_OF = {
    Operation.ADD: _kind_of_sum,
    Operation.SUBTRACT: _kind_of_sum,
    Operation.MULTIPLY: _kind_of_product,
    Operation.DIVIDE: _kind_of_quotient,
}


def _refusal(operation: Operation, left: Kind | None, right: Kind | None) -> FilterError:
    one, other, sentence = KIND_NAMES[left], KIND_NAMES[right], operation.value
    english = sentence.en.format(one.en, other.en)
    return FilterError(
        Message(vi=sentence.vi.format(one.vi, other.vi), en=english[0].upper() + english[1:]),
        Message(
            vi="Tính tỷ lệ từ hai số bằng bộ lọc `ti_le`; lấy riêng con số bằng `.gia_tri`.",
            en="Make a ratio of two numbers with `ti_le`; take the bare number with `.gia_tri`.",
        ),
    )


def _no_sum_of_percentages() -> FilterError:
    return FilterError(
        Message(
            vi="Các tỷ lệ phần trăm không cộng được với nhau.",
            en="Percentages do not add up.",
        ),
        Message(
            vi="Cộng các số bằng `tong`, rồi tính tỷ lệ của hai tổng bằng `ti_le`.",
            en="Add the numbers with `tong`, then make a ratio of the two sums with `ti_le`.",
        ),
    )
