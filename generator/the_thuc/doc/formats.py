"""How characters and paragraphs look, after styles and defaults."""

from __future__ import annotations

from typing import NamedTuple


class RunFormat(NamedTuple):
    """How characters look, after styles and defaults. `colour` is hex digits or empty (automatic).

    `fonts` are those for ASCII, other Latin, East Asian and complex scripts.
    """

    fonts: tuple[str, str, str, str]
    size: float
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    hidden: bool
    struck: bool
    raised: bool
    colour: str
    highlight: bool


class ParaFormat(NamedTuple):
    """How a paragraph stands, after styles and defaults.

    `first` is the indent of the first line (negative: hanging). `line` is in twips, or in 240ths
    of a line where `line_rule` is `auto`. `outline` is 0 for a heading of the first level.
    """

    align: str
    left: int
    right: int
    first: int
    before: int
    after: int
    contextual: bool
    line: int
    line_rule: str
    outline: int | None
    border: bool
    centre_tab: bool
    framed: str
