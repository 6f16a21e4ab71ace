"""Comparing and measuring text as it is printed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.word.rule_line import text_width

if TYPE_CHECKING:
    from generator.the_thuc.doc.model import Piece

_LINE_CHARS: Final = frozenset("_\u2500\u2501\u2014\u2015")
_PLAIN_D: Final = str.maketrans("đĐ", "dD")


@lru_cache(4096)  # heads and feet of reports say the same
def fold(text: str) -> str:
    """Return `text` in upper case without marks, spaces single: for finding, not for judging."""
    bare = unicodedata.normalize("NFD", text.translate(_PLAIN_D))
    # -- no mark is below \u0300; comparing first is three times as fast --
    kept = [c for c in bare if c < "\u0300" or not unicodedata.combining(c)]
    return " ".join("".join(kept).upper().split())


def tidy(text: str) -> str:
    """Return `text` composed (NFC) and with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def in_upper_case(piece: Piece) -> bool:
    """Tell whether a piece is printed in capitals, typed so or by the format "all caps"."""
    return all(run.format.caps or run.text == run.text.upper() for run in piece.runs)


def size_of(piece: Piece) -> float:
    """Return the size of the first characters of a piece."""
    return piece.runs[0].format.size if piece.runs else 0.0


def width_of(piece: Piece) -> float:
    """Return the printed width of a bold piece in twips, were it on one line."""
    caps = bool(piece.runs) and piece.runs[0].format.caps
    return text_width(piece.text.upper() if caps else piece.text, size_of(piece))


def is_typed_line(text: str) -> bool:
    """Tell whether a text is nothing but a line typed with underscores or dashes."""
    return len(text) > 2 and set(text) <= _LINE_CHARS
