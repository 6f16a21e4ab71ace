"""What a condition says of the lists it asks about: which lengths they cannot have behind it.

`{% if x %}` leaves no empty `x` to a loop inside it; nobody needs to see what cannot be.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.preview.depends import Chain, Depends

NONE: Final = "khong"
ONE: Final = "mot"
MANY: Final = "nhieu"
_LENGTHS: Final = {NONE: (0,), ONE: (1,), MANY: (2, 1000)}
_COMPARED: Final = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}


def impossible(
    test: nodes.Node, of: Callable[[nodes.Node], Depends], *, held: bool
) -> frozenset[tuple[Chain, str]]:
    """Return lists with lengths that they do not have where `test` held, or did not hold."""
    if isinstance(test, nodes.Not):
        return impossible(test.node, of, held=not held)
    if isinstance(test, nodes.And if held else nodes.Or):
        return impossible(test.left, of, held=held) | impossible(test.right, of, held=held)
    asked, holds = _of_length(test)
    if asked is None:
        return frozenset()
    return frozenset(
        (chain, name)
        for chain in of(asked).values
        for name, lengths in _LENGTHS.items()
        if all(holds(length) is not held for length in lengths)
    )


def _of_length(test: nodes.Node) -> tuple[nodes.Node | None, Callable[[int], bool]]:
    """Return the list whose length a test asks for, and the test of a length."""
    if isinstance(test, nodes.Name | nodes.Getattr):
        return test, bool
    if isinstance(test, nodes.Filter) and test.name in {"length", "count"}:
        return test.node, bool
    if isinstance(test, nodes.Compare) and len(test.ops) == 1:
        operand, number = test.ops[0], test.ops[0].expr
        asked, _ = _of_length(test.expr) if isinstance(test.expr, nodes.Filter) else (None, bool)
        if isinstance(number, nodes.Const) and isinstance(number.value, int):
            bound, compare = number.value, _COMPARED[operand.op]
            return asked, lambda length: compare(length, bound)
    return None, bool
