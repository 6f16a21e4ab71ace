"""Two texts, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(StrEnum):
    """What became of a stretch of text, a paragraph, a row or a table."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


class Piece(NamedTuple):
    """A stretch of text that is in both documents, or in one of them."""

    kind: Kind
    text: str


# -- a number, a document's number (`16341/KH-UBND`) or a placeholder's name is one word --
_WORD: Final = re.compile(r"\w+(?:[.,/\-]\w+)*%?|\s+|[^\w\s]")


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return both texts as one sequence of pieces; no two neighbours are of one kind."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    kept = ""  # -- white space between two changes belongs to both, else it tears them apart --
    pieces: list[Piece] = []
    removed = added = ""
    for same, gone, come in _steps(before, after):
        if same and (same.strip() or not (removed or added)):
            pieces += [*_changed(removed, added), *_same(same)]
            removed = added = ""
        elif same:
            kept = same
        else:
            removed, added, kept = removed + kept + gone, added + kept + come, ""
    return (*pieces, *_changed(removed, added), *_same(kept))


def likeness(old: frozenset[str], new: frozenset[str]) -> float:
    """Return the share of words that two texts have in common: 1 for all, 0 for none."""
    together = len(old) + len(new)
    return 2 * len(old & new) / together if together else 1.0


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, marks and white space left out."""
    return frozenset(word for word in _WORD.findall(text) if word[0].isalnum() or word[0] == "_")


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[str, str, str]]:
    """Yield (same, "", "") or ("", removed, added) in order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        old, new = "".join(before[i:j]), "".join(after[k:m])
        yield (old, "", "") if kind == "equal" else ("", old, new)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(Kind.REMOVED, removed)
    if added:
        yield Piece(Kind.ADDED, added)


def _same(text: str) -> Iterator[Piece]:
    if text:
        yield Piece(Kind.SAME, text)
