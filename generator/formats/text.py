"""Small matters of text: capitals and lists."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from babel.lists import format_list

from generator.formats.locales import babel_locale

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPENING = "“‘\"'«([ "


def nfc(text: str) -> str:
    """Return `text` with every accented letter as one character, as all our texts are."""
    return unicodedata.normalize("NFC", text)


def upper(text: str) -> str:
    """Return `text` in capitals: `quý iv` is `QUÝ IV`."""
    return nfc(text).upper()


def lower(text: str) -> str:
    """Return `text` in small letters."""
    return nfc(text).lower()


def capital_first(text: str) -> str:
    """Return `text` with its first letter a capital, behind quotes and brackets if need be.

    A text that begins with a digit stays as it is (`6 tháng đầu năm`).
    """
    text = nfc(text)
    start = len(text) - len(text.lstrip(_OPENING))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def join_list(items: Iterable[str], locale: str) -> str:
    """Return the items as one enumeration in the locale's form: `a, b và c`; nothing for none."""
    return str(format_list([nfc(item) for item in items], locale=babel_locale(locale)))
