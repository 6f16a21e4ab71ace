"""“Ý bạn là …?”: the known word nearest to one that is not known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

# -- what data files call otherwise than templates do --
KEYS: Final[Mapping[str, str]] = {
    "chi_tieu": "ct",
    "nguoi_ky": "chu_ky",
    "so_lieu": "sl",
    "so_lieu_minh_hoa": "minh_hoa",
    "van_ban": "vb",
    "ngay": "ngay_thang",
    "so": "so_hieu",
}
_NEAR: Final = 0.8  # names of templates are short: half of one is soon found in another


def plain(text: str) -> str:
    """Return `text` in lower case without accents, with `_` for spaces and hyphens.

    >>> plain("Số lượng")
    'so_luong'
    """
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return letters.strip().replace(" ", "_").replace("-", "_")


def those_like(word: str, known: Iterable[str], most: int, alike: float = 0.6) -> list[str]:
    """Return at most `most` known words that look like `word`, accents aside, the likest first.

    `alike` is how much they must have in common, of 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # only needed when something is wrong

    by_plain = {plain(candidate): candidate for candidate in known}
    found = get_close_matches(plain(word), by_plain, n=most, cutoff=alike)
    return [by_plain[one] for one in found]


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the known word that looks most like `word`, None if none does; see `those_like`."""
    return next(iter(those_like(word, known, 1, alike)), None)


def did_you_mean(word: str, known: Iterable[str], alike: float = 0.6) -> Message | None:
    """Return the hint for an unknown `word`: the nearest known one, or all when they are few."""
    candidates = list(known)
    best = nearest(word, candidates, alike)
    if best is not None:
        return Message(f"Ý bạn là “{best}”?", f"Did you mean “{best}”?")
    if not candidates or len(candidates) > 12:
        return None
    listed = ", ".join(candidates)
    return Message(f"Có thể dùng: {listed}.", f"Known: {listed}.")


def names_of(context: Mapping[str, object]) -> list[str]:
    """Return what a template may write: the names, and those in groups as `sl.nhiem_vu`."""
    groups = ((name, value) for name, value in context.items() if isinstance(value, Mapping))
    return [*context, *(f"{name}.{key}" for name, group in groups for key in group)]


def name_hint(name: str, known: Iterable[str], tag: str = "") -> Message | None:
    """Return the hint for a name that a template does not have where it is used.

    `known` are those it has, see `names_of`; `name` itself is among them where it is that of a
    loop. `tag` is the text of the tag.
    """
    names = list(known)
    if name in names:
        return Message(
            f"“{name}” chỉ có ở trong vòng lặp đặt ra nó: đưa thẻ này vào giữa hai thẻ của vòng"
            " lặp.",
            f"“{name}” is known only inside its loop: move this tag between the tags of the loop.",
        )
    hyphen = re.search(rf"([^\W\d][\w.]*)-{re.escape(name)}\b", tag)
    if hyphen:
        meant = f"{hyphen[1]}_{name}"
        return Message(
            f"Tên không có dấu gạch ngang: viết “{meant}”. Phép trừ thì có dấu cách hai bên.",
            f"Names have no hyphens: write “{meant}”. A subtraction has spaces on both sides.",
        )
    inside = (one for one in names if one.endswith(f".{name}"))
    asked = KEYS.get(name)
    best = (asked if asked in names else None) or next(inside, None) or nearest(name, names, _NEAR)
    if best:
        return Message(f"Ý bạn là “{best}”?", f"Did you mean “{best}”?")
    if not name.isascii():
        return Message(
            f'Chữ thì đặt trong dấu nháy: "{name}"; tên thì viết không dấu.',
            f'A text stands in quotes: "{name}"; names have no accents.',
        )
    return None
