"""Shares of one whole that were changed so that they add up to 100.

Shares are rounded one by one and may add up to 99,99 or 100,01. Whoever changes the last one to
make it 100 states a share that does not follow from its figures.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.bieu_mau import percentage
from generator.checks.evaluate import number_of, ratio_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checks.evaluate import Case
    from generator.rang_buoc import Node

_PLACES = 2


def forced_to_100(cases: Iterable[Case]) -> dict[Node, Decimal]:
    """Return the wholes whose stated shares add up to 100 though each rounded for itself do not.

    With each whole: what the shares, rounded one by one, add up to. A share that is not stated
    counts as it is printed, rounded; so does the rest of the whole that no share speaks of.
    """
    groups: dict[Node, list[Case]] = {}
    for case in cases:
        ratio = ratio_of(case.constraint)
        if ratio:
            groups.setdefault(ratio.whole, []).append(case)
    sums = {name: _sums(group) for name, group in groups.items()}
    return {name: both[1] for name, both in sums.items() if both[0] == 100 and both[1] != 100}


def _sums(group: Iterable[Case]) -> tuple[Decimal, Decimal]:
    """Return what the shares of a whole add up to: as printed, and rounded one by one."""
    printed = rounded = parts = Decimal(0)
    whole = None
    for case in group:
        ratio = ratio_of(case.constraint)
        part = number_of(ratio.part, case.scope) if ratio else None
        whole = number_of(ratio.whole, case.scope) if ratio else None
        share = _share(part, whole)
        rounded += share
        printed += share if case.left is None else case.left
        parts += part or 0
    rest = _share(whole - parts, whole) if whole else Decimal(0)
    return printed + rest, rounded + rest


def _share(part: Decimal | None, whole: Decimal | None) -> Decimal:
    share = percentage(part, whole, _PLACES) if part is not None and whole else None
    return share or Decimal(0)
