"""Files of YAML written as people write them, read without a YAML library.

Loading the library takes longer than all that is read with it here. Whatever is not as plain as
this (texts over several lines other than `>-` and `|-`, escapes, marks, tabs, a line out of place,
a name twice, any fault) is left to `yaml_tree`, which reads all of YAML and knows what is wrong.
What is read here is the same, value for value and place for place: tests hold both to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Where
from generator.raw import Raw, RawList, RawMap, RawScalar
from generator.readers.scalars import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_DEPTH: Final = 20
_UNUSUAL: Final = re.compile("[\t\x85\u2028\u2029\ufeff]")  # blanks and line ends beyond ours
# `name: value`, the name a word or in quotes; what follows may be empty.
_NAMED: Final = re.compile(r'(?:"([^"\\]{0,200})"|(\w[\w.-]{0,200})):(?: +|$)')
_QUOTED: Final = re.compile(r'"([^"\\]*)"|\'([^\']*)\'')
_QUOTES: Final = ('"', "'")
_FOLDED: Final = re.compile(r"([>|])- *(?:(?<= )#.*)?")
_AFTER: Final = re.compile(r" *(?:(?<= )#.*)?")
_IN_BRACKETS: Final = re.compile(r"[^,:#{}\[\]\"']+")
_FIRST: Final = frozenset("(+/._“…")  # of a text without quotes, beside letters and digits


class _OtherwiseError(Exception):
    """The file is not as plain as that."""


def read_plain(text: str, name: str) -> RawMap | None:
    """Return the values of the YAML file `text`, None where it is to be read in full."""
    if _UNUSUAL.search(text):
        return None
    try:
        return _Lines(text, name).whole()
    except _OtherwiseError:
        return None


class _Lines:
    """The lines of a file, read from the first to the last."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._lines = text.split("\n")
        self._line = -1  # the one that is read, counted from 0
        self._indent = -1  # how far it is indented; -1 behind the last
        self._text = ""  # what stands in it after that
        self._next()

    def whole(self) -> RawMap:
        found = self._block(0)
        if self._indent >= 0 or not isinstance(found, RawMap):
            raise _OtherwiseError
        return found

    def _next(self) -> None:
        """Go to the next line that holds anything but a comment."""
        for number in range(self._line + 1, len(self._lines)):
            line = self._lines[number]
            text = line.lstrip(" ")
            if text and text[0] != "#":
                self._line, self._indent, self._text = number, len(line) - len(text), text
                return
        self._line, self._indent, self._text = len(self._lines), -1, ""

    def _at(self, column: int) -> Where:
        return Where(file=self._name, line=self._line + 1, column=column + 1)

    def _block(self, depth: int) -> RawMap | RawList:
        """Return the list or the mapping whose first entry is the line that is read."""
        if depth > _MAX_DEPTH:
            raise _OtherwiseError
        where = self._at(self._indent)
        if self._text.startswith("- "):
            return RawList(where=where, items=tuple(self._items(self._indent, depth)))
        keys: dict[str, RawScalar] = {}
        values: dict[str, Raw] = {}
        for key, value in self._entries(self._indent, depth):
            if key.text in keys:
                raise _OtherwiseError
            keys[key.text] = key
            values[key.text] = value
        return RawMap(where=where, keys=keys, values=values)

    def _items(self, indent: int, depth: int) -> Iterator[Raw]:
        while self._indent == indent and self._text.startswith("- "):
            text = self._text[1:].lstrip(" ")
            self._indent += len(self._text) - len(text)
            self._text = text
            if _NAMED.match(text):
                yield self._block(depth + 1)
            else:
                yield self._value(text, self._indent, indent)
        if self._indent > indent:
            raise _OtherwiseError

    def _entries(self, indent: int, depth: int) -> Iterator[tuple[RawScalar, Raw]]:
        while self._indent == indent:
            key, end = self._named(self._text, 0, indent)
            rest = self._text[end:]
            if rest and rest[0] != "#":
                yield key, self._value(rest, indent + end, indent)
                continue
            # -- where there is no value its place is behind the colon --
            nothing = self._scalar("", indent + len(self._text[:end].rstrip(" ")))
            self._next()
            below = self._indent > indent or (
                self._indent == indent and self._text.startswith("- ")
            )
            yield key, self._block(depth + 1) if below else nothing
        if self._indent > indent:
            raise _OtherwiseError

    def _named(self, text: str, start: int, column: int) -> tuple[RawScalar, int]:
        """Return the name at `start`, and where its value begins."""
        named = _NAMED.match(text, start)
        if named is None:
            raise _OtherwiseError
        quoted, word = named.groups()
        return self._scalar(word or quoted, column + start, quoted=word is None), named.end()

    def _value(self, text: str, column: int, indent: int) -> Raw:
        """Return the value that `text` begins in a column, and go on to the line after it.

        `indent` is that of the entry it belongs to: a line that stands deeper would go on with it.
        """
        if text[:1] in ("[", "{"):
            value, end = self._brackets(text, 0, column, 0)
            self._check_after(text, end)
        elif text[:1] in (">", "|"):
            where = self._at(column)
            joined = self._several_lines(text, indent)
            value = RawScalar(where=where, text=joined, value=joined, quoted=True)
        elif text[:1] in _QUOTES and (quoted := _QUOTED.match(text)):
            value = self._scalar(quoted[quoted.lastindex or 1], column, quoted=True)
            self._check_after(text, quoted.end())
        else:
            bare = text.partition(" #")[0].rstrip(" ")
            if ": " in bare or bare.endswith(":"):
                raise _OtherwiseError
            value = self._scalar(_word(bare), column)
        self._next()
        if self._indent > indent:
            raise _OtherwiseError
        return value

    def _check_after(self, text: str, end: int) -> None:
        if not _AFTER.fullmatch(text, end):
            raise _OtherwiseError

    def _several_lines(self, text: str, indent: int) -> str:
        """Return the text that `>-` or `|-` announces, and stay at its last line."""
        head = _FOLDED.fullmatch(text)
        lines: list[str] = []
        deep = 0
        for number in range(self._line + 1, len(self._lines)):
            line = self._lines[number]
            bare = line.lstrip(" ")
            if len(line) - len(bare) <= indent and (bare or not line):
                break
            deep = deep or len(line) - len(bare)
            if len(line) - len(bare) != deep or line.endswith(" "):
                raise _OtherwiseError
            lines.append(bare)
        # -- after an empty line the text may go on: the next line shows it --
        if head is None or not lines:
            raise _OtherwiseError
        self._line += len(lines)
        return (" " if head[1] == ">" else "\n").join(lines)

    def _brackets(self, text: str, start: int, column: int, depth: int) -> tuple[Raw, int]:
        """Return the list or the mapping in brackets at `start`, and where `text` goes on."""
        if depth > _MAX_DEPTH:
            raise _OtherwiseError
        where = self._at(column + start)
        mapping = text[start] == "{"
        closing = "}" if mapping else "]"
        items: list[Raw] = []
        keys: dict[str, RawScalar] = {}
        at = _skip(text, start + 1)
        while text[at : at + 1] != closing:
            if mapping:
                key, at = self._named(text, at, column)
                keys[key.text] = key
            value, at = self._in_brackets(text, at, column, depth)
            items.append(value)
            at = _skip(text, at)
            if text[at : at + 1] == ",":
                at = _skip(text, at + 1)
            elif text[at : at + 1] != closing:
                raise _OtherwiseError
        if not mapping:
            return RawList(where=where, items=tuple(items)), at + 1
        if len(keys) < len(items):  # a name twice
            raise _OtherwiseError
        values = dict(zip(keys, items, strict=True))
        return RawMap(where=where, keys=keys, values=values), at + 1

    def _in_brackets(self, text: str, start: int, column: int, depth: int) -> tuple[Raw, int]:
        first = text[start : start + 1]
        if first in ("[", "{"):
            return self._brackets(text, start, column, depth + 1)
        if first in _QUOTES and (quoted := _QUOTED.match(text, start)):
            inner = quoted[quoted.lastindex or 1]
            return self._scalar(inner, column + start, quoted=True), quoted.end()
        if bare := _IN_BRACKETS.match(text, start):
            return self._scalar(_word(bare[0].rstrip(" ")), column + start), bare.end()
        raise _OtherwiseError

    def _scalar(self, text: str, column: int, *, quoted: bool = False) -> RawScalar:
        value = text if quoted else resolve(text)
        return RawScalar(where=self._at(column), text=text, value=value, quoted=quoted)


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def _word(text: str) -> str:
    """Return a text that begins as one without quotes may."""
    first = text[:1]
    if first.isalnum() or first in _FIRST or (first == "-" and text[1:2].isalnum()):
        return text
    raise _OtherwiseError
