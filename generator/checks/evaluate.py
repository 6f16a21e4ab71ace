"""Constraints worked out on a report: which numbers their names stand for, and what comes of them.

What is not given makes a side unknown, and a constraint with an unknown side says nothing: only
figures that are there can contradict each other.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bieu_mau import percentage
from generator.checks.lookup import (
    Scope,
    figure_at,
    figure_of,
    free_of,
    place_of,
    row_of,
    step_into,
)
from generator.figure import Kind
from generator.rang_buoc import Call, Name, Number, Phep, Ratio, Sum, names
from generator.rang_buoc.tree import EACH
from generator.report import FreeLeaf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.figure import Figure
    from generator.problem import Where
    from generator.rang_buoc import Node, RangBuoc
    from generator.report import Free


class Case(Struct, frozen=True, kw_only=True):
    """One constraint on one entry of its list, with what its sides come to.

    `left` is None where it is not given, `right` too, and where it divides by 0.
    """

    constraint: RangBuoc
    left: Decimal | None
    right: Decimal | None
    scope: Scope

    @property
    def where(self) -> Where:
        """The place of the first figure that the data state themselves; the left side first."""
        both = (*names(self.constraint.left), *names(self.constraint.right))
        rows = [(name, row_of(name, self.scope)) for name in both if not name.ky]
        stated = [name for name, row in rows if row is None or not row.figure.computed]
        places = (place_of(name, self.scope) for name in (*stated, *both))
        return next((place for place in places if place), self.constraint.where)


def cases(view: View) -> Iterator[Case]:
    """Give every constraint on a report, entry by entry."""
    for constraint in view.constraints:
        for entry in _entries(constraint, view):
            scope = Scope(view, entry)
            yield Case(
                constraint=constraint,
                left=number_of(constraint.left, scope),
                right=number_of(constraint.right, scope),
                scope=scope,
            )


def _entries(constraint: RangBuoc, view: View) -> range:
    if constraint.listed is None:
        return range(1)
    listed = step_into(view.report.so_lieu, constraint.listed, 0)
    return range(1, len(listed) + 1) if isinstance(listed, tuple) else range(0)


def number_of(node: Node, scope: Scope) -> Decimal | None:
    """Return the number a side comes to, None where a figure in it is not given."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return _value(figure_of(node, scope))
    if isinstance(node, Call):
        return _call(node, scope)
    if isinstance(node, Sum):
        return _sum(node, scope)
    part, whole = number_of(node.part, scope), number_of(node.whole, scope)
    return None if part is None or not whole else percentage(part, whole)


def _sum(node: Sum, scope: Scope) -> Decimal | None:
    total = Decimal(0)
    for added, term in node.terms:
        number = number_of(term, scope)
        if number is None:
            return None
        total = total + number if added else total - number
    return total


def _call(call: Call, scope: Scope) -> Decimal | None:
    first = call.arguments[0]
    if isinstance(first, Name) and call.function in ("tong", "dem"):
        return _of_list(call, first, scope)
    if isinstance(first, Name) and call.function in ("tu", "mau"):
        figure = figure_of(first, scope)
        if figure is None or not figure.is_given:
            return None
        return figure.number if call.function == "tu" else figure.total
    numbers = [number_of(argument, scope) for argument in call.arguments]
    if call.function == "hoac":
        return numbers[1] if numbers[0] is None else numbers[0]
    known = [number for number in numbers if number is not None]
    if len(known) != len(numbers):
        return None
    return min(known) if call.function == "nho_nhat" else max(known)


def _of_list(call: Call, name: Name, scope: Scope) -> Decimal | None:
    """Return the sum of a list or how many entries it has.

    A share of each entry in the whole list asks for the same sum again and again.
    """
    known = scope.view.lists
    key = (call.function, name.text, call.field, scope.entry if EACH in name.path else 0)
    if key not in known:
        group = free_of(name, scope)
        known[key] = _total(group, call.field) if call.function == "tong" else _count(group)
    return known[key]


def _value(figure: Figure | None) -> Decimal | None:
    """Return the number of a figure: of n/m the n, but of a percentage given as n/m the percent."""
    if figure is None or not figure.is_given or figure.number is None:
        return None
    if figure.kind is Kind.PERCENT and figure.total is not None:
        return percentage(figure.number, figure.total)
    return figure.number


def _count(group: Free | None) -> Decimal | None:
    return None if group is None or isinstance(group, FreeLeaf) else Decimal(len(group))


def _total(group: Free | None, field: str) -> Decimal | None:
    """Return the sum of a group or a list: of its figures, or of one field of its entries.

    What is blank counts as nothing, as in the tables of a report; None where all is.
    """
    if group is None or isinstance(group, FreeLeaf):
        return None
    entries = group if isinstance(group, tuple) else group.values()
    path = tuple(field.split(".")) if field else ()
    found = [step_into(entry, path, 0) for entry in entries]
    numbers = [_value(figure_at(leaf)) for leaf in found]
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if known else None


def ratio_of(constraint: RangBuoc) -> Ratio | None:
    """Return what a constraint says a stated percentage follows from: `x = a / b`; else None."""
    if constraint.phep is Phep.EQUAL and isinstance(constraint.left, Name):
        return constraint.right if isinstance(constraint.right, Ratio) else None
    return None
