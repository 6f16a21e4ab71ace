"""The words around a tag of a text, short enough for a column: what a reader knows it by.

Other tags are shown as `…`, the tag itself as `[…]`. In a table these are the words of its row and
of its column.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.word.tags import find_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.tags import Found

# -- letters nobody types, for what stands in place of tags until the words are cut --
_OWN: Final = "\ue000"
_OTHER: Final = "\ue001"
_CUT: Final = "…"
_SHOWN: Final = ((_OWN, "[…]"), (_OTHER, _CUT))
_LINK: Final = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_SIGNS: Final = re.compile(r"\*+|\\(?=\W)|<br ?/?>|^\[\^[^\]]*\]:|\[\^[^\]]*\]|^\{[^{}]*\}$")
_MARKER: Final = re.compile(r"^\s*(?:#{1,6}|[-+])\s+")
_GAPS: Final = re.compile(r"(?<=\() | (?=[.,;:)])")
_WORD: Final = re.compile(r"[^\W\d_]{2}")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_LOOP_ENDS: Final = re.compile(r"\s*endfor\b").match
_MERGED: Final = "<"


class Words(Struct, frozen=True):
    """A text and its tags in order; finds the words around them."""

    text: str
    tags: tuple[Found, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Return the words of a text, which is Markdown with tags."""
        return cls(text, tuple(tag for tag in find_tags(text) if tag.closed))

    def around(self, tag: Found, most: int) -> str:
        """Return the sentence that a tag stands in, in at most `most` letters.

        Empty where it stands alone: a chart, a table of its own.
        """
        start, end = self._line(tag)
        line = self._clean(start, end, tag)
        if line.startswith("|"):
            found = self._of_row(line, start, most)
        else:
            found = next((one for one in _SENTENCE.split(line) if _OWN in one), line)
        return _shown(_within(found, most)) if _WORD.search(found) else ""

    def after(self, tag: Found, most: int) -> str:
        """Return the first words behind a tag that prints nothing, in its loop and section."""
        start = tag.end
        loops = (one.start for one in self.tags if one.start >= start and _LOOP_ENDS(one.code))
        last = next(loops, len(self.text))
        while start < last:
            end = self._end_of_line(start)
            if self.text.startswith("#", start) and start > tag.end:
                break
            line = self._clean(start, end, None).strip("| ")
            if _WORD.search(line):
                return _shown(_within(_SENTENCE.split(line)[0], most))
            start = end + 1
        return ""

    def _line(self, tag: Found) -> tuple[int, int]:
        return self.text.rfind("\n", 0, tag.start) + 1, self._end_of_line(tag.end)

    def _end_of_line(self, position: int) -> int:
        """Return where a line ends; lines inside a tag go on."""
        while True:
            end = self.text.find("\n", position)
            end = len(self.text) if end < 0 else end
            across = next((tag for tag in self.tags if tag.start < end < tag.end), None)
            if across is None:
                return end
            position = across.end

    def _clean(self, start: int, end: int, own: Found | None) -> str:
        """Return a piece of the text without signs of Markdown, with letters in place of tags."""
        pieces, position = [], start
        for tag in self.tags:
            if start <= tag.start < end:
                letter = _OTHER if tag.kind == "{{" else ""
                pieces += [self.text[position : tag.start], _OWN if tag is own else letter]
                position = tag.end
        line = _MARKER.sub("", "".join([*pieces, self.text[position:end]]))
        line = _SIGNS.sub(" ", _LINK.sub(r"\1", line))
        return _GAPS.sub("", " ".join(line.split()))

    # -- tables --

    def _of_row(self, line: str, start: int, most: int) -> str:
        """Return what tells a cell: the first words of its row, its column's, its own."""
        cells = _cells(line)
        column = next((n for n, cell in enumerate(cells) if _OWN in cell), 0)
        others = (cell for n, cell in enumerate(cells) if n != column)
        named = (cell for cell in others if _WORD.search(cell) and not cell.startswith(_OTHER))
        label = list(named)[:1]
        above = list(self._above(start, column))
        heads = [one.rstrip(":") for one in dict.fromkeys((*label, *above[-1:], *above[:1]))]
        if not heads:
            return cells[column]
        room = (most - len(cells[column]) - len(" | ") * len(heads)) // len(heads)
        if sum(map(len, heads)) > room * len(heads):
            heads = [one if len(one) <= room else _head(one, room) for one in heads]
        return f"{' | '.join(heads)}: {cells[column]}"

    def _above(self, start: int, column: int) -> Iterator[str]:
        """Give the words above a cell, the nearest first."""
        while start > 0:
            end = start - 1
            start = self.text.rfind("\n", 0, end) + 1
            line = self._clean(start, end, None)
            if line and not line.startswith("|"):
                break
            cells = _cells(line)[: column + 1]
            while cells and cells[-1] == _MERGED:
                cells.pop()
            if cells and _WORD.search(cells[-1]) and _OTHER not in cells[-1]:
                yield cells[-1]


def _cells(line: str) -> list[str]:
    inside = line.removeprefix("|").rstrip().removesuffix("|")
    return [cell.strip() for cell in inside.split("|")]


def _within(text: str, most: int) -> str:
    """Return a text in at most `most` letters as they are shown, cut where the tag is not."""
    text = text.rstrip(" .,;:")
    text = re.sub(f"{_OTHER}(?:[ ,;/]*{_OTHER})+", _OTHER, text)
    most -= len("[…]") - 1 if _OWN in text else 0
    if len(text) <= most:
        return text
    left, own, right = text.rpartition(_OWN)
    if not own:
        return _head(text, most)
    most -= 1
    room_left = max(most * 2 // 3, most - len(right))
    left = left if len(left) <= room_left else _tail(left, room_left)
    return (
        left + own + (right if len(right) <= most - len(left) else _head(right, most - len(left)))
    )


def _head(text: str, most: int) -> str:
    """Return the beginning of a text, whole words."""
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ') + 1].rstrip()} {_CUT}"[:most] if " " in cut else _CUT


def _tail(text: str, most: int) -> str:
    """Return the end of a text, whole words."""
    cut = text[-(most - 2) :]
    return f"{_CUT} {cut[cut.find(' ') + 1 :]}" if " " in cut else _CUT


def _shown(text: str) -> str:
    for letter, shown in _SHOWN:
        text = text.replace(letter, shown)
    return re.sub(r"…(?: ?…)+", _CUT, text.replace("[…]", _OWN)).replace(_OWN, "[…]").strip()
