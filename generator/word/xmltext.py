"""Plain text as XML character data: what must be escaped and what cannot be written at all."""

from __future__ import annotations

import re
from typing import Final

# Everything that cannot stand as it is in a text node or in a quoted attribute. The illegal
# characters of XML 1.0 (section 2.2) are in the same class, so that one search finds both.
SPECIAL: Final = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')

# Those that are no mark of XML: what they become depends on the place.
CONTROL: Final = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")

_ESCAPES: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "\t",
    "\n": "\n",
    "\r": "\n",
}


class IllegalCharacterError(ValueError):
    """A character that no XML document can hold, such as NUL or half a surrogate pair."""

    def __init__(self, character: str, position: int) -> None:
        """Name the character as `U+0000` and its place in the text, counted from 1."""
        self.code = f"U+{ord(character):04X}"
        self.position = position + 1
        super().__init__(f"{self.code} at {self.position}")


def escape(text: str) -> str:
    """Return `text` as XML character data, good in text nodes and in quoted attributes.

    Carriage returns become line feeds, as any XML reader would make them. Raises
    `IllegalCharacterError` for control characters and half surrogate pairs.
    """
    if SPECIAL.search(text) is None:
        return text
    return SPECIAL.sub(_replacement, text.replace("\r\n", "\n"))


def escape_marks(text: str) -> str:
    """Return `text`, which holds no control characters, as character data of a text node."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _replacement(match: re.Match[str]) -> str:
    character = match.group()
    try:
        return _ESCAPES[character]
    except KeyError:
        raise IllegalCharacterError(character, match.start()) from None
