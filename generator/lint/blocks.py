"""Blocks that begin in one row, cell or table and end in another. Code MA-080.

The compiler takes them where the markup stays whole, but rows then run into each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Message, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from generator.names.tags import Piece
    from generator.problem import Where

_BLOCKS: Final = frozenset({"for", "if"})
_CELL: Final = ("table", "table_row", "table_cell")
# -- what the two ends of a block must share, by their prefix --
_SHARED: Final = {"tr": _CELL[:1], "tc": _CELL[:2], "p": _CELL, "r": _CELL, "": _CELL}


def faults(pieces: Iterable[Piece], known: Container[Where]) -> Iterator[Problem]:
    """Yield a warning for every such block; `known` are places of faults already told."""
    stack: list[Piece] = []
    for piece in pieces:
        word = piece.keyword
        if not piece.own:
            continue
        if word in _BLOCKS:
            stack.append(piece)
        elif word.removeprefix("end") in _BLOCKS and word.startswith("end"):
            opener = _opener(word.removeprefix("end"), stack)
            if opener is not None and opener.where not in known and not _together(opener, piece):
                yield _apart(opener, piece)


def _opener(word: str, stack: list[Piece]) -> Piece | None:
    if not any(piece.keyword == word for piece in stack):
        return None
    while stack[-1].keyword != word:
        stack.pop()
    return stack.pop()


def _together(one: Piece, other: Piece) -> bool:
    names = _SHARED[one.prefix]
    return one.prefix == other.prefix and all(
        getattr(one.where, name) == getattr(other.where, name) for name in names
    )


def _apart(opener: Piece, closer: Piece) -> Problem:
    end = closer.where
    return Problem(
        code="MA-080",
        message=Message(
            f"Khối này đóng bằng “{end.tag}” ở hàng, ô hay bảng khác ({end.describe()}).",
            f"This block ends with “{end.tag}” in another row, cell or table "
            f"({end.describe('en')}).",
        ),
        where=opener.where,
        hint=Message(
            "Đặt cả hai thẻ trong cùng một ô, hoặc dùng {%tr %} cho hàng, {%tc %} cho ô.",
            "Put both into one cell, or use {%tr %} for rows, {%tc %} for cells.",
        ),
        severity=Severity.WARNING,
    )
