"""“Ý bạn là …?”: the known word nearest to one that is not known."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Iterable


def plain(text: str) -> str:
    """Return `text` in lower case without accents, with `_` for spaces and hyphens.

    >>> plain("Số lượng")
    'so_luong'
    """
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return letters.strip().replace(" ", "_").replace("-", "_")


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the known word that looks most like `word`, accents aside; None if none does.

    `alike` is how much they must have in common, of 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # only needed when something is wrong

    by_plain = {plain(candidate): candidate for candidate in known}
    found = get_close_matches(plain(word), by_plain, n=1, cutoff=alike)
    return by_plain[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> Message | None:
    """Return the hint for an unknown `word`: the nearest known one, or all when they are few."""
    candidates = list(known)
    best = nearest(word, candidates)
    if best is not None:
        return Message(f"Ý bạn là “{best}”?", f"Did you mean “{best}”?")
    if not candidates or len(candidates) > 12:
        return None
    listed = ", ".join(candidates)
    return Message(f"Có thể dùng: {listed}.", f"Known: {listed}.")
