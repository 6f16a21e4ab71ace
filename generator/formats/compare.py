"""Figures against an earlier period, and as shares: words that follow from the numbers.

Counts, decimal numbers and money are compared in percent of the earlier value, percentages by
their difference in percentage points. Differences are taken between the values as they are
printed, so that who subtracts what stands in the text gets the same. Nothing arisen counts as 0;
with a value that is blank or not reported there is nothing to compare.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.figure import Figure, Kind, Status
from generator.formats.arithmetic import KIND_NAMES, value_of
from generator.formats.errors import FilterError
from generator.formats.rounding import EXACT, percent_of, round_half_up
from generator.problem import Message

if TYPE_CHECKING:
    from generator.formats.base import Formatter

_PLACES = 2
_PLAIN = (Kind.COUNT, Kind.DECIMAL)
_COMPARED = (*_PLAIN, Kind.MONEY, Kind.PERCENT)


def change(now: Figure, before: Figure, form: Formatter, unit: str = "") -> str:
    """Return `tăng 2,5%`, `giảm 0,3 điểm phần trăm`, `không đổi`, or that nothing can be compared.

    With `unit` the difference itself: `tăng 05 đơn vị`; so, too, where the earlier value is 0 or
    negative, or the change too small for two decimals of a percentage. Raises FilterError for
    values that do not compare.
    """
    kind = _common_kind(now, before)
    new, old = _shown(now, kind), _shown(before, kind)
    words = form.words
    if new is None or old is None:
        return words.no_comparison
    if new == old:
        return words.same
    size = _relative(new, old) if kind is not Kind.PERCENT and not unit else None
    amount = form.percent(size) if size else _amount(abs(new - old), kind, form)
    return (words.up if new > old else words.down).format(f"{amount} {unit}".strip())


def difference(now: Figure, before: Figure, form: Formatter) -> str:
    """Return the difference without a sign: `05`, `0,3 điểm phần trăm`; raises FilterError."""
    kind = _common_kind(now, before)
    new, old = _shown(now, kind), _shown(before, kind)
    if new is None or old is None:
        return form.words.no_comparison
    return _amount(abs(EXACT.subtract(new, old)), kind, form)


def _relative(new: Decimal, old: Decimal) -> Decimal | None:
    """Return the change in percent of `old`, rounded; None where that says nothing."""
    if old <= 0:
        return None
    return round_half_up(percent_of(abs(EXACT.subtract(new, old)), old), _PLACES) or None


def _amount(size: Decimal, kind: Kind, form: Formatter) -> str:
    if kind is Kind.PERCENT:
        return form.words.points.format(form.percent_number(size))
    if kind is Kind.MONEY:
        return form.money_text(size)
    return form.count(size) if kind is Kind.COUNT else form.decimal(size)


def _shown(figure: Figure, kind: Kind) -> Decimal | None:
    """Return the value as it is printed, 0 for nothing arisen, None where there is none."""
    if figure.status is Status.NOT_ARISING and kind is not Kind.PERCENT:
        return Decimal(0)
    value = value_of(figure)
    if value is None:
        return None
    return round_half_up(value, _PLACES) if kind is Kind.PERCENT or figure.computed else value


def _common_kind(now: Figure, before: Figure) -> Kind:
    """Return the kind in which two figures are compared; those not there go with any."""
    kinds = [figure.kind for figure in (now, before) if figure.is_given]
    if any(kind not in _COMPARED for kind in kinds):
        raise _refusal(next(kind for kind in kinds if kind not in _COMPARED))
    if len(kinds) == 2 and kinds[0] is not kinds[1] and not set(kinds) <= set(_PLAIN):
        one, other = (KIND_NAMES[kind] for kind in kinds)
        raise FilterError(
            Message(
                vi=f"Không thể so sánh {one.vi} với {other.vi}.",
                en=f"{one.en.capitalize()} cannot be compared with {other.en}.",
            )
        )
    if len(set(kinds)) == 2:
        return Kind.DECIMAL
    return kinds[0] if kinds else Kind.COUNT


def _refusal(kind: Kind) -> FilterError:
    name = KIND_NAMES[kind]
    return FilterError(
        Message(
            vi=f"Không thể nói tăng, giảm với {name.vi}.",
            en=f"{name.en.capitalize()} neither grows nor shrinks.",
        ),
        Message(
            vi="Phân số n/m: tính tỷ lệ bằng `ti_le` rồi so sánh.",
            en="For fractions n/m, make percentages with `ti_le` and compare those.",
        ),
    )


def none_said(figure: Figure, form: Formatter, words: str = "") -> str:
    """Return the figure as in a sentence, `không phát sinh` (or `words`) for 0 and nothing arisen.

    What is blank or not reported stays that: nobody knows that nothing arose.
    """
    if figure.status is Status.NOT_ARISING or (figure.is_given and figure.number == 0):
        return words or form.prose(replace(_NONE, kind=figure.kind))
    return form.prose(figure)


_NONE = Figure(kind=Kind.COUNT, status=Status.NOT_ARISING)
