"""Putting values into their places: text escaped, rich values fitted between runs or paragraphs."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Undefined
from lxml import etree
from markupsafe import Markup

from generator.word import foreign
from generator.word.known import label_of
from generator.word.slots import Mode, Slot
from generator.word.unprintable import worded
from generator.word.values import Runs, WellFormed
from generator.word.xmltext import CONTROL, SPECIAL, IllegalCharacterError, escape, escape_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.word.values import PartWriter

_FIRST: Final = re.compile(r"\s*<(/?)(?:[\w.-]+:)?([\w.-]+)")
_BLOCKS: Final = frozenset({"p", "tbl"})
_BAD_REFERENCE: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)")
# Their text is ASCII without anything special.
_PLAIN: Final = frozenset({int, float, bool, Decimal})
_TEXT: Final = "text"
_NO_ELEMENTS: Final = frozenset({Mode.BARE, Mode.RAW})


class PlacementError(ValueError):
    """A value that cannot stand where its tag stands; the words say why and what to do."""

    def __init__(self, vi: str, en: str, hint: tuple[str, str] | None = None) -> None:
        """Carry the reason in Vietnamese and English."""
        self.vi, self.en, self.hint = vi, en, hint
        super().__init__(en)


class MarkupError(ValueError):
    """Markup from a value that is not well-formed."""


class Writer:
    """Writes the values of one part in one rendering."""

    __slots__ = ("_links", "_notes", "_part", "_prefixes", "_slots", "_trusting")

    def __init__(
        self,
        part: PartWriter,
        slots: Mapping[int, Slot],
        namespaces: Mapping[str, str],
        links: Mapping[str, str],
    ) -> None:
        """Write into `slots` (by tag), under the prefixes `namespaces`; `links`: see `render`."""
        self._notes = part.notes_allowed
        self._part, self._slots, self._links = part, slots, links
        # -- where `w` is no prefix of the part, no markup of ours is well-formed --
        self._trusting = "w" in namespaces
        named = ((prefix, uri) for prefix, uri in namespaces.items() if prefix)
        self._prefixes = "".join(f' xmlns:{prefix}="{escape(uri)}"' for prefix, uri in named)

    def put(self, value: Any, number: int) -> bytes:
        """Return `value` as UTF-8 for the tag `number`."""
        label = label_of(value) if type(value) is Runs and self._trusting else b""
        if label and self._slots[number].mode is Mode.RUN:
            return label
        return self.word(value, number).encode()

    def word(self, value: Any, number: int) -> str:
        """Return `value` as markup for the tag `number`."""
        slot = self._slots[number]
        kind = type(value)
        if kind is str:
            return self._fit_text(value, slot)
        if kind in _PLAIN:
            text = str(value)
            return text if slot.mode is Mode.TEXT else self._fit(_TEXT, text, slot)
        if kind is Undefined:  # what `{{ a if b }}` gives without an else
            return ""
        return str(value) if slot.mode is Mode.RAW else self._rich(value, slot)

    def _rich(self, value: Any, slot: Slot) -> str:
        writer = getattr(value, "docx_xml", None)
        if writer is not None:
            self._part.notes_allowed = self._notes and not slot.boxed
            return self._fit_markup(writer(self._part), slot)
        if isinstance(value, Markup):
            return self._fit_markup(str(value), slot)
        if foreign.is_foreign(value):
            return self._fit_markup(foreign.markup(value, self._part, self._links), slot)
        return self._fit_text(worded(value), slot)

    def _fit_text(self, text: str, slot: Slot) -> str:
        if SPECIAL.search(text) is not None:
            text = escape(text) if slot.mode is Mode.BARE else _broken(text, slot.breaks)
        return self._fit(_TEXT, text, slot)

    def _fit_markup(self, xml: str, slot: Slot) -> str:
        if not xml:
            return ""
        level = _level(_FIRST.match(xml))
        trusted = self._trusting and type(xml) is WellFormed
        if ("\n" in xml or "\t" in xml) if trusted else CONTROL.search(xml) is not None:
            xml = _controlled(xml, slot) if level == _TEXT else foreign.with_breaks(xml, slot)
            trusted = False
        if not trusted:
            self._check(xml, level)
        return self._fit(level, xml, slot)

    def _fit(self, level: str, xml: str, slot: Slot) -> str:
        """Return `xml` with what its level needs around it in a slot of that mode."""
        mode = slot.mode
        if level == mode or (level == _TEXT and mode in _NO_ELEMENTS):
            return xml
        if not xml:
            return ""
        if mode is Mode.TEXT and level == "r":
            return f"{slot.close}{xml}{slot.run}"
        run = f"{slot.run}{xml}{slot.close}" if level == _TEXT else xml
        if mode is Mode.RUN and level == _TEXT:
            return run
        if mode is Mode.BLOCK and level in {_TEXT, "r"}:
            return f"{slot.block}{run}{slot.block_close}"
        raise _misplaced(level, mode)

    def _check(self, xml: str, level: str) -> None:
        """Raise `MarkupError` unless `xml` is well-formed between what surrounds its level."""
        if "<" not in xml and level == _TEXT:
            if _BAD_REFERENCE.search(xml):
                raise MarkupError("&")
            return
        before, after = _AROUND.get(level, ("", ""))
        parse = _parse_short if len(xml) < _SHORT else _parse
        try:
            parse(f"<x{self._prefixes}>{before}{xml}{after}</x>")
        except (etree.XMLSyntaxError, ValueError) as error:
            raise MarkupError(str(error)) from error


def _parse(xml: str) -> None:
    etree.fromstring(xml)


# The labels of a form are the same in every report.
_SHORT: Final = 500
_parse_short = lru_cache(2048)(_parse)


def _level(first: re.Match[str] | None) -> str:
    if first is None or first.group(1):
        return _TEXT
    name = first.group(2)
    if name in _BLOCKS:
        return "p"
    return name if name in {"tr", "tc"} else "r"


def _broken(text: str, breaks: Mapping[str, str]) -> str:
    """Escape `text`; line feeds and the like become what the slot makes of them."""
    if CONTROL.search(text) is None:
        return escape_marks(text)

    def replacement(match: re.Match[str]) -> str:
        character = match.group()
        if character in breaks:
            return breaks[character]
        if character == '"':
            return character
        try:
            return escape(character)
        except IllegalCharacterError:
            raise IllegalCharacterError(character, match.start()) from None

    return SPECIAL.sub(replacement, text.replace("\r\n", "\n"))


def _controlled(xml: str, slot: Slot) -> str:
    """Turn line feeds and the like into breaks in text that is markup (docxtpl's Listing)."""

    def replacement(match: re.Match[str]) -> str:
        try:
            return slot.breaks[match.group()]
        except KeyError:
            return escape(match.group())

    return CONTROL.sub(replacement, xml.replace("\r\n", "\n"))


_AROUND: Final = {_TEXT: ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"), "r": ("<w:p>", "</w:p>")}
_LEVELS: Final = {
    _TEXT: ("văn bản thường", "plain text"),
    "r": ("đoạn chữ có định dạng", "formatted runs"),
    "p": ("cả đoạn hoặc bảng", "whole paragraphs or tables"),
    "tr": ("hàng của bảng", "table rows"),
    "tc": ("ô của bảng", "table cells"),
}


def _misplaced(level: str, mode: Mode) -> PlacementError:
    vi, en = _LEVELS[level]
    hint = None
    if level == "p":
        hint = ("Viết {{p …}} trong một đoạn riêng.", "Write {{p …}} in a paragraph of its own.")
    elif mode is Mode.BARE:
        hint = (
            "Chỉ đặt văn bản thường vào thuộc tính, trường và siêu dữ liệu.",
            "Only plain text fits attributes, fields and properties.",
        )
    return PlacementError(
        f"giá trị là {vi}, không đặt được vào chỗ này",
        f"the value is {en}, which does not fit here",
        hint,
    )
