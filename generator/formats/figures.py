"""Figures by kind: in a cell of a form, in a sentence, in words.

A percentage with a `total` was given as n of m: `number` is n, `total` is m, and it prints as
`100% (18/18)`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.figure import Figure, Kind, Status
from generator.formats.rounding import as_count, percent_of, round_half_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.formats.base import Formatter

BLANK_IN_PROSE = "…"
_CELL_MARKS = {Status.BLANK: "", Status.NOT_ARISING: "-", Status.NOT_REPORTED: "…"}
_COMPUTED_PLACES = 2


def cell(figure: Figure, form: Formatter, *, unit_is_percent: bool) -> str:
    """Return `figure` as it stands in a cell; a percent sign only where the unit is not %."""
    if figure.status is not Status.GIVEN:
        return _CELL_MARKS[figure.status]
    if figure.kind is Kind.PERCENT and figure.total is None and unit_is_percent:
        return form.percent_number(number_of(figure))
    if figure.kind is Kind.MONEY:
        return form.money(shown_number(figure))
    return _PROSE[figure.kind](figure, form)


def prose(figure: Figure, form: Formatter) -> str:
    """Return `figure` as it stands in a sentence."""
    if figure.status is Status.BLANK:
        return BLANK_IN_PROSE
    if figure.status is Status.NOT_ARISING:
        return form.words.not_arising
    if figure.status is Status.NOT_REPORTED:
        return form.words.not_reported
    return _PROSE[figure.kind](figure, form)


def words(figure: Figure, form: Formatter) -> str:
    """Return `figure` in words, as `prose` where there is no number in it."""
    if not figure.is_given or figure.kind in (Kind.TEXT, Kind.HEADING):
        return prose(figure, form)
    if figure.kind is Kind.FRACTION:
        return form.fraction_words(number_of(figure), figure.total or Decimal(0))
    if figure.kind is Kind.PERCENT:
        return form.percent_words(percentage(figure))
    if figure.kind is Kind.MONEY:
        return form.money_words(shown_number(figure))
    return form.number_words(shown_number(figure))


def number_of(figure: Figure) -> Decimal:
    """Return the number of a given figure; raises ValueError where it has none."""
    if figure.number is None:
        raise ValueError(f"a given figure of kind {figure.kind} has no number")
    return figure.number


def shown_number(figure: Figure) -> Decimal:
    """Return the number as it is printed: as stated, or with two decimals if it was worked out."""
    number = number_of(figure)
    return round_half_up(number, _COMPUTED_PLACES) if figure.computed else number


def percentage(figure: Figure) -> Decimal:
    """Return the value of a percentage; for n of m, exact to 60 digits.

    Raises ZeroDivisionError for n of 0.
    """
    number = number_of(figure)
    return number if figure.total is None else percent_of(number, figure.total)


def _percent(figure: Figure, form: Formatter) -> str:
    if figure.total is None:
        return form.percent(number_of(figure))
    fraction = form.fraction(number_of(figure), figure.total)
    return f"{form.percent(percentage(figure))} ({fraction})" if figure.total else fraction


_PROSE: dict[Kind, Callable[[Figure, Formatter], str]] = {
    Kind.COUNT: lambda figure, form: form.count(number_of(figure)),
    Kind.DECIMAL: lambda figure, form: form.decimal(shown_number(figure)),
    Kind.PERCENT: _percent,
    Kind.ENUMERATED: lambda figure, _: str(as_count(number_of(figure))),
    Kind.MONEY: lambda figure, form: form.money_text(shown_number(figure)),
    Kind.FRACTION: lambda figure, form: form.fraction(
        number_of(figure), figure.total or Decimal(0)
    ),
    Kind.TEXT: lambda figure, _: figure.text,
    Kind.HEADING: lambda figure, _: figure.text,
}
