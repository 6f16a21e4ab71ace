"""Problems in the order in which a reader meets their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.lint.words import Part
    from generator.problem import Problem, Where

_Key: TypeAlias = "tuple[str, str, int, int, int, int]"


def place_of(where: Where) -> _Key:
    """Return a place without its tag, as something that can be looked up."""
    numbers = (where.table, where.table_row, where.table_cell, where.paragraph)
    table, row, cell, paragraph = (number or 0 for number in numbers)
    return where.file, where.part.en if where.part else "", table, row, cell, paragraph


def in_order(problems: Iterable[Problem], parts: Iterable[Part]) -> tuple[Problem, ...]:
    """Return the problems in reading order: first those of the file as a whole."""
    positions: dict[_Key, int] = {}
    for part in parts:
        for element in part.root.iter(f"{W}p", f"{W}tc", f"{W}tr", f"{W}tbl"):
            positions.setdefault(place_of(part.places.of(element)), len(positions))
    return tuple(sorted(problems, key=lambda p: positions.get(place_of(p.where), -1)))
