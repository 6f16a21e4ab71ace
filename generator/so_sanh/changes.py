"""What differs between two sequences of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.so_sanh.pairing import pair
from generator.so_sanh.reading import Row, Table, Text
from generator.so_sanh.words import Kind, Piece, compare_words, likeness

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from generator.problem import Where
    from generator.so_sanh.reading import Block

# From where on two paragraphs, rows or cells are one that changed, not one gone and one come.
_LEAST: Final = 0.5
# Forms share their header row: two tables need more in common than that.
_TABLES_ALIKE: Final = 0.6


class Change(Struct, frozen=True, kw_only=True):
    """A paragraph, cell, row or table that was added, removed or changed.

    `where` is the place in the newer document (of what was removed: in the older one), `before`
    the place of what changed in the older one; `label` is what the row of a cell is called.
    """

    kind: Kind
    where: Where
    pieces: tuple[Piece, ...]
    before: Where | None = None
    label: str = ""

    @property
    def old(self) -> str:
        """The text that was."""
        return "".join(piece.text for piece in self.pieces if piece.kind is not Kind.ADDED)

    @property
    def new(self) -> str:
        """The text that is."""
        return "".join(piece.text for piece in self.pieces if piece.kind is not Kind.REMOVED)


def changes_of(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    """Yield what changed from `old` to `new`, in reading order."""
    for before, after in pair(old, new, _key, _likeness):
        if isinstance(before, Table) and isinstance(after, Table):
            yield from _of_tables(before, after)
        elif isinstance(before, Text) and isinstance(after, Text):
            yield from _of_texts(before, after)
        else:
            yield from _alone(before, after)


def _of_tables(old: Table, new: Table) -> Iterator[Change]:
    for before, after in pair(old.rows, new.rows, lambda row: row.label, _alike):
        if before and after:
            yield from _of_rows(before, after)
        else:
            yield from _alone(before, after)


def _of_rows(old: Row, new: Row) -> Iterator[Change]:
    for before, after in _cells(old.cells, new.cells):
        if before and after:
            yield from _of_texts(before, after, new.label)
        else:
            yield from _alone(before, after, new.label)


def _cells(
    old: tuple[Text, ...], new: tuple[Text, ...]
) -> Iterator[tuple[Text | None, Text | None]]:
    """Pair cells by place; by what they say where a column was added or removed."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield from pair(old, new, lambda cell: cell.text, _alike)


def _of_texts(old: Text, new: Text, label: str = "") -> Iterator[Change]:
    if old.text != new.text:
        yield Change(
            kind=Kind.CHANGED,
            where=new.where,
            before=old.where,
            pieces=compare_words(old.text, new.text),
            label="" if label == new.text else label,
        )


def _alone(old: Block | Row | None, new: Block | Row | None, label: str = "") -> Iterator[Change]:
    """Yield what was removed and what was added, unless it holds no word."""
    for block, kind in ((old, Kind.REMOVED), (new, Kind.ADDED)):
        if block and block.text.strip():
            pieces = (Piece(kind, block.text),)
            yield Change(kind=kind, where=block.where, pieces=pieces, label=label)


def _key(block: Block) -> Hashable:
    """Return what two blocks share that belong together; of tables the figures do not matter."""
    return block.labels if isinstance(block, Table) else block.text


def _likeness(old: Block, new: Block) -> float:
    if isinstance(old, Table) and isinstance(new, Table):
        heads = likeness(old.rows[0].words, new.rows[0].words)
        if len(old.rows) == 1 or len(new.rows) == 1:
            return _or_none(heads, _TABLES_ALIKE)
        rows = likeness(frozenset(old.labels), frozenset(new.labels))
        return _or_none((heads + rows) / 2, _TABLES_ALIKE)
    if isinstance(old, Text) and isinstance(new, Text):
        return _alike(old, new)
    return 0.0


def _alike(old: Text | Row, new: Text | Row) -> float:
    return _or_none(likeness(old.words, new.words), _LEAST)


def _or_none(share: float, least: float) -> float:
    return share if share >= least else 0.0
