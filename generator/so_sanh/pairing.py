"""Which item of one sequence belongs to which of the other, the order of both kept."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

T = TypeVar("T")

# Two stretches with more pairs than this have nothing to do with one another.
_MAX_PAIRS: Final = 1_000_000


def pair(
    old: Sequence[T],
    new: Sequence[T],
    key: Callable[[T], Hashable],
    likeness: Callable[[T, T], float],
) -> Iterator[tuple[T | None, T | None]]:
    """Yield each item of both with its partner, or with None.

    Items with one key belong together; between those, the partners are chosen that are the most
    alike in sum. `likeness` is 0 for two items that must not be partners.
    """
    keys = [key(item) for item in old], [key(item) for item in new]
    for kind, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(old[i:j], new[k:m], strict=True)
        else:
            yield from _closest(old[i:j], new[k:m], likeness)


def _closest(
    old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float]
) -> Iterator[tuple[T | None, T | None]]:
    if not old or not new or len(old) * len(new) > _MAX_PAIRS:
        yield from ((item, None) for item in old)
        yield from ((None, item) for item in new)
        return
    like = [[likeness(one, other) for other in new] for one in old]
    best = _best_sums(like)
    i = k = 0
    while i < len(old) and k < len(new):
        if like[i][k] and best[i][k] == like[i][k] + best[i + 1][k + 1]:
            yield old[i], new[k]
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            yield old[i], None
            i += 1
        else:
            yield None, new[k]
            k += 1
    yield from ((item, None) for item in old[i:])
    yield from ((None, item) for item in new[k:])


def _best_sums(like: list[list[float]]) -> list[list[float]]:
    """Return for each pair of places how alike all that follows can be in sum."""
    width = len(like[0])
    best = [[0.0] * (width + 1) for _ in range(len(like) + 1)]
    for i in range(len(like) - 1, -1, -1):
        for k in range(width - 1, -1, -1):
            together = like[i][k] + best[i + 1][k + 1]
            best[i][k] = max(best[i + 1][k], best[i][k + 1], together)
    return best
