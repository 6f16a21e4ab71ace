"""Numbers and bullets that Word puts before paragraphs: not in their text, but on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.the_thuc.doc.properties import Props, integer, para_props
from generator.word.wml import W

if TYPE_CHECKING:
    from lxml import etree

_VAL: Final = f"{W}val"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LEVELS: Final = 9


class Level(NamedTuple):
    """One level of a list: first number, kind, text with `%1`, indents."""

    start: int
    kind: str
    text: str
    indents: Props


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the part `numbering.xml` (None: the document has no lists)."""
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._abstract[element.get(f"{W}abstractNumId", "")] = _levels(element)
            elif element.tag == f"{W}num":
                abstract = element.find(f"{W}abstractNumId")
                if abstract is not None:
                    self._lists[element.get(f"{W}numId", "")] = abstract.get(_VAL, "")

    def indents(self, entry: tuple[str, int] | None) -> Props:
        """Return the indents of a list level; none where there is no list."""
        level = self._level(entry)
        return level.indents if level else {}

    def next(self, entry: tuple[str, int] | None) -> str:
        """Count one paragraph of a list and return what stands before its text."""
        level = self._level(entry)
        if entry is None or level is None:
            return ""
        if level.kind == "bullet":
            return "- " if level.text in _DASHES else "• "
        if level.kind == "none":
            return f"{level.text} " if level.text else ""
        return f"{self._count(self._lists[entry[0]], entry[1], level)} "

    def _level(self, entry: tuple[str, int] | None) -> Level | None:
        if entry is None or entry[0] not in self._lists:
            return None
        return self._abstract.get(self._lists[entry[0]], {}).get(entry[1])

    def _count(self, abstract: str, at: int, level: Level) -> str:
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        before = counts[at]
        counts[at] = level.start if before is None else before + 1
        counts[at + 1 :] = [None] * (_LEVELS - at - 1)
        text = level.text
        for number, other in self._abstract[abstract].items():
            value = counts[number]
            shown = _number(other.kind, other.start if value is None else value)
            text = text.replace(f"%{number + 1}", shown)
        return text


_DASHES: Final = frozenset({"-", "–", "—", "\N{NON-BREAKING HYPHEN}", "\uf02d"})


def _levels(abstract: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in abstract.iterchildren(f"{W}lvl"):
        number = integer(element.get(f"{W}ilvl"))
        if 0 <= number < _LEVELS:
            para = para_props(element.find(f"{W}pPr"))
            found[number] = Level(
                start=integer(_child(element, "start"), 1),
                kind=_child(element, "numFmt") or "decimal",
                text=_child(element, "lvlText"),
                indents={key: para[key] for key in ("left", "right", "first") if key in para},
            )
    return found


def _child(element: etree._Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(_VAL, "")


def _number(kind: str, value: int) -> str:
    if kind in {"upperRoman", "lowerRoman"}:
        roman = _roman(value)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in {"upperLetter", "lowerLetter"} and value > 0:
        letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 % 9 + 1)
        return letter if kind == "upperLetter" else letter.lower()
    return f"{value:02}" if kind == "decimalZero" else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        text += letters * count
    return text
