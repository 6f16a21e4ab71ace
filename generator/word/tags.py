"""Tags in a stretch of text: where they begin and end, their prefix, their code.

The dialect is docxtpl's: `{{ }}`, `{% %}`, `{# #}`, with the prefixes `p`, `tr`, `tc` and `r` right
behind the opening, and `-` at either end.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Where

CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENER: Final = re.compile(r"\{[{%#]")
_PREFIX: Final = re.compile(r"(p|tr|tc|r)\s+(?=\S)")
# A string literal, in straight quotes or in those that Word puts for them.
_STRING: Final = re.compile(
    r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[“”„]([^“”„]*)[“”]|[‘’]([^‘’]*)[‘’]""", re.DOTALL
)
# -- signs that Word puts for what is typed, outside strings: dashes, comparisons --
_SIGNS: Final = str.maketrans({"–": "-", "−": "-", "≥": ">=", "≤": "<=", "≠": "!="})  # noqa: RUF001
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f"))
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}


class Tag(Struct, frozen=True, kw_only=True):
    """One tag of a template. Its `index` is what Jinja takes for a line number.

    `code` is what stands between the delimiters, prefix and dashes taken off; `source` the tag as
    written. `synthetic` tags were put in by the compiler for one that the author wrote.
    """

    index: int
    kind: str
    code: str
    where: Where
    source: str = ""
    prefix: str = ""
    dash_before: bool = False
    dash_after: bool = False
    synthetic: bool = False

    @property
    def keyword(self) -> str:
        """The first word of a statement (`for`, `endif`), empty for the other kinds."""
        if self.kind != "{%":
            return ""
        match = re.match(r"\s*([^\W\d]\w*)", self.code)
        return match.group(1) if match else ""


class Found(Struct, frozen=True, kw_only=True):
    """A tag found in a text at `[start, end)`; `closed` is false if its end is missing."""

    start: int
    end: int
    kind: str
    code: str
    prefix: str
    dash_before: bool
    dash_after: bool
    closed: bool = True


def find_tags(text: str) -> Iterator[Found]:
    """Yield the tags of `text` in order; an unclosed one is yielded too and reaches to the end."""
    position = 0
    while (opening := _OPENER.search(text, position)) is not None:
        start, kind = opening.start(), opening.group()
        end = _end(text, start + 2, kind)
        if end < 0:
            next_one = _OPENER.search(text, start + 2)
            position = next_one.start() if next_one else len(text)
            yield _found(text, start, position, closed=False)
        else:
            position = end
            yield _found(text, start, end, closed=True)


def _found(text: str, start: int, end: int, *, closed: bool) -> Found:
    kind = text[start : start + 2]
    inner = text[start + 2 : end - 2 if closed else end]
    dash_before, dash_after = inner.startswith("-"), len(inner) > 1 and inner.endswith("-")
    inner = inner.removeprefix("-").removeprefix("+")
    if dash_after:
        inner = inner[:-1]
    prefix = _PREFIX.match(inner)
    return Found(
        start=start,
        end=end,
        kind=kind,
        code=clean(inner[prefix.end() :] if prefix else inner),
        prefix=prefix.group(1) if prefix else "",
        dash_before=dash_before,
        dash_after=dash_after,
        closed=closed,
    )


def _end(text: str, start: int, kind: str) -> int:
    """Return the index behind the closer; closers inside strings and brackets do not count."""
    closer = CLOSERS[kind]
    first = at = text.find(closer, start)
    if kind == "{#" or first < 0:
        return first + 2 if first >= 0 else -1
    while at >= 0:
        if is_complete(text[start:at]):
            return at + 2
        at = text.find(closer, at + 1)
    return first + 2  # the code is wrong anyway; its own text will say how


def is_complete(code: str) -> bool:
    """Tell whether all strings and brackets of `code` are closed."""
    bare = _STRING.sub("", code)
    if '"' in bare or "'" in bare:
        return False
    waiting: list[str] = []
    for character in bare:
        if character in "([{":
            waiting.append(character)
        elif character in _PAIRS and (not waiting or waiting.pop() != _PAIRS[character]):
            return True  # one closed too many: no later end of the tag can heal that
    return not waiting


def clean(code: str) -> str:
    """Return the code of a tag with what Word does to typed text undone.

    Quotes that Word curled are straight again where they delimit a string and stay curled inside
    one; outside strings dashes are minus signs, ≥ and ≤ what is typed for them; line breaks and
    invisible characters go; letters are composed (NFC), so that a name typed as letter and accent
    is the same name.
    """
    code = unicodedata.normalize("NFC", code)
    pieces, position = [], 0
    for match in _STRING.finditer(code):
        pieces.append(_plain(code[position : match.start()]))
        pieces.append(_literal(match))
        position = match.end()
    pieces.append(_plain(code[position:]))
    return "".join(pieces)


def _plain(code: str) -> str:
    return re.sub(r"\s", " ", code).translate(_INVISIBLE).translate(_SIGNS)


def _literal(match: re.Match[str]) -> str:
    body = match.group(1) if match.group(1) is not None else match.group(2)
    if body is None:
        return match.group().replace("\n", " ").replace("\r", " ")
    return '"' + body.replace("\\", "\\\\").replace('"', '\\"') + '"'
