"""Operations between values that have nothing to do with each other. Code MA-082.

`sl.ghi_chu > 5` stops a report as it is made, `ky.nam == "2022"` never holds and nobody sees why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from generator.names.types import SAID, Sort
from generator.problem import Message, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.problem import Where

# -- sorts that can be held against each other; nothing is said of the others --
_KINDS: Final[Mapping[Sort, str]] = {
    **dict.fromkeys((Sort.TEXT, Sort.RUNS), "text"),
    **dict.fromkeys((Sort.NUMBER, Sort.FIGURE, Sort.FLAG), "number"),
    Sort.DATE: "date",
    Sort.LIST: "list",
}
_SIGNS: Final = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}
# -- sums that there are, by the kinds of both sides --
_SUMS: Final = {
    ("number", "number"): frozenset({"+", "-", "*", "/", "//", "%", "**"}),
    ("text", "text"): frozenset({"+", "%"}),
    ("list", "list"): frozenset({"+"}),
    ("date", "date"): frozenset({"-"}),
    ("text", "number"): frozenset({"*", "%"}),
    ("number", "text"): frozenset({"*"}),
    ("list", "number"): frozenset({"*"}),
    ("number", "list"): frozenset({"*"}),
    ("text", "date"): frozenset({"%"}),
    ("text", "list"): frozenset({"%"}),
}


def sum_of(sign: str, left: Sort, right: Sort) -> Callable[[Where], Problem] | None:
    """Return what makes the problem of a sum that cannot be worked out, None of one that can."""
    kinds = _KINDS.get(left, ""), _KINDS.get(right, "")
    if not all(kinds) or sign in _SUMS.get(kinds, ()):
        return None
    hint = ("Nối chữ thì dùng dấu ~.", "Texts are joined by ~.")
    return lambda where: _impossible(sign, (left, right), where, hint if sign == "+" else None)


def comparison(
    operator: str, sorts: tuple[Sort, Sort], sides: tuple[nodes.Node, nodes.Node]
) -> Callable[[Where], Problem] | None:
    """Return what makes the problem of a comparison that makes no sense, None of one that does."""
    sign = _SIGNS.get(operator, "")
    kinds = {_KINDS.get(sort) for sort in sorts}
    if not sign or None in kinds or len(kinds) == 1:
        return None
    hint = _unquoted(sides)
    if sign in {"==", "!="}:
        return lambda where: _never(sign, sorts, where, hint)
    return lambda where: _impossible(sign, sorts, where, hint)


def _unquoted(sides: tuple[nodes.Node, nodes.Node]) -> tuple[str, str] | None:
    """Return the hint that a number needs no quotes."""
    for side in sides:
        text = side.value if isinstance(side, nodes.Const) else None
        if isinstance(text, str) and text.isdecimal():
            number = text.lstrip("0") or "0"
            return f"Số viết không có dấu nháy: {number}.", f"Numbers have no quotes: {number}."
    return None


def _impossible(
    sign: str, sorts: tuple[Sort, Sort], where: Where, hint: tuple[str, str] | None
) -> Problem:
    left, right = (SAID[sort] for sort in sorts)
    return Problem(
        code="MA-082",
        message=Message(
            f"Không có phép “{sign}” giữa {left.vi} và {right.vi}.",
            f"There is no “{sign}” between {left.en} and {right.en}.",
        ),
        where=where,
        hint=Message(*hint) if hint else None,
    )


def _never(
    sign: str, sorts: tuple[Sort, Sort], where: Where, hint: tuple[str, str] | None
) -> Problem:
    left, right = (SAID[sort] for sort in sorts)
    always, always_en = ("sai", "never holds") if sign == "==" else ("đúng", "always holds")
    return Problem(
        code="MA-082",
        message=Message(
            f"So sánh {left.vi} với {right.vi} bằng “{sign}” thì lúc nào cũng {always}.",
            f"“{sign}” between {left.en} and {right.en} {always_en}.",
        ),
        where=where,
        hint=Message(*hint) if hint else None,
        severity=Severity.WARNING,
    )
