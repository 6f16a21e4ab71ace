"""What a constraint is made of. Nothing here knows a report."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003  # msgspec asks for it
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from generator.problem import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

EACH = "*"


class Phep(StrEnum):
    """How the two sides of a constraint are compared."""

    EQUAL = "="
    AT_MOST = "<="
    AT_LEAST = ">="
    LESS = "<"
    MORE = ">"


class Name(Struct, frozen=True, kw_only=True):
    """A figure: `root` is `ct`, `sl` or `bieu` (then `path` is the form and the code of a row).

    A number in `path` is an entry of a list, counted from 1; `*` is each entry. `ky` is what
    follows `@`: a period, or `truoc`, `cung_ky`, `nam_truoc`; empty for this report's own.
    """

    root: str
    path: tuple[str, ...]
    text: str
    ky: str = ""


class Number(Struct, frozen=True, kw_only=True):
    """A number written in the constraint itself."""

    value: Decimal


class Call(Struct, frozen=True, kw_only=True):
    """A function of `FUNCTIONS`; `field` is the bare word after a list: `tong(sl.x, so)`."""

    function: str
    arguments: tuple[Node, ...]
    field: str = ""


class Sum(Struct, frozen=True, kw_only=True):
    """Terms with their signs."""

    terms: tuple[tuple[bool, Node], ...]
    """Each term with whether it is added (False: taken away)."""


class Ratio(Struct, frozen=True, kw_only=True):
    """A percentage; only ever one whole side of a constraint."""

    part: Node
    whole: Node


Node: TypeAlias = "Name | Number | Call | Sum | Ratio"


class RangBuoc(Struct, frozen=True, kw_only=True, dict=True):
    """A constraint: `text` is as it was written.

    `y_nghia` says in words what it means. `thuong` marks what usually holds but need not.
    """

    text: str
    left: Node
    phep: Phep
    right: Node
    y_nghia: str = ""
    thuong: bool = False
    where: Where = field(default_factory=Where)

    @cached_property
    def listed(self) -> tuple[str, ...] | None:
        """Where the list is of which it speaks entry by entry (`sl.a.b[*]`: a, b); else None."""
        for name in (*names(self.left), *names(self.right)):
            if name.root == "sl" and EACH in name.path:
                return name.path[: name.path.index(EACH)]
        return None


def names(node: Node) -> Iterator[Name]:
    """Give every name in a side of a constraint, from left to right."""
    if isinstance(node, Name):
        yield node
    elif isinstance(node, Call):
        for argument in node.arguments:
            yield from names(argument)
    elif isinstance(node, Sum):
        for _, term in node.terms:
            yield from names(term)
    elif isinstance(node, Ratio):
        yield from names(node.part)
        yield from names(node.whole)
