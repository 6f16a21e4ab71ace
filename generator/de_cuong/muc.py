"""The sections of an outline or of a unit's text: Markdown with Jinja tags -> a tree of sections.

A section begins with a heading that carries its number (`# I. ...`, `## 2. ...`, `### 2.1. ...`,
`#### a) ...`) and reaches to the next heading; the number of `#` says which section holds which.
Headings of the first two levels may go without a number (`# Phụ lục`): their words identify them.
Deeper ones without a number are text of the section they stand in. Lines inside comments, tags,
`{% raw %}` and blocks of code are never headings.

Sections of an outline may be printed on a condition: `{% if %}`, `{% elif %}`, `{% else %}` and
`{% endif %}` around whole sections, each alone on its line. Other tags may not reach around
sections, because a section could then not be found or replaced on its own.

A line `---` after the last section begins the closing ("Trên đây là báo cáo ..."): it belongs to no
section, so that it stays when the last section is replaced.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from generator.de_cuong import loi
from generator.de_cuong.the import Structure, scan
from generator.problem import Where
from generator.suggest import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.problem import Problem

NUMBERED_FROM: Final = 3
"""From this level on a heading without a number is no section."""

CLOSING_RULE: Final = "---"
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
HEADING: Final = re.compile(r" {0,3}(#{1,4})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*")
_NUMBER: Final = re.compile(
    r"(?P<number>(?:[IVXLC]+|[A-Za-zđ])(?:[.)]|$)|[0-9]+(?:\.[0-9]+)*[.)]?(?=\s|$))\s*(?P<title>.*)"
)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# Phụ lục I of Nghị định 30/2020 letters its own points with this alphabet.
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"


class SourceText(Struct, frozen=True, kw_only=True):
    """A file as text, with the name to call it by."""

    name: str
    text: str


class Line(Struct, frozen=True, kw_only=True):
    """One line and the place it comes from."""

    text: str
    where: Where


Lines = tuple[Line, ...]


class Section(Struct, frozen=True, kw_only=True):
    """A heading, the text under it, and the sections inside it.

    `key` identifies it among its siblings: its number without the closing sign (`II`, `2.1`, `a`),
    or `=` and the plain words of a heading without a number.
    """

    key: str
    number: str
    title: str
    level: int
    heading: Line
    body: Lines
    children: tuple[Node, ...]


class Choice(Struct, frozen=True, kw_only=True):
    """Sections printed on a condition: each tag with what follows it, and the closing tag."""

    branches: tuple[tuple[Line, tuple[Node, ...]], ...]
    end: Line


Node = Section | Choice


class Outline(Struct, frozen=True, kw_only=True):
    """A whole text: what stands before the first heading, the sections, and the closing."""

    preamble: Lines
    nodes: tuple[Node, ...]
    closing: Lines = ()


def sections(nodes: Iterable[Node]) -> Iterator[Section]:
    """Return the sections of `nodes` on this level, also those that depend on a condition."""
    for node in nodes:
        if isinstance(node, Section):
            yield node
        else:
            yield from sections(chain.from_iterable(inside for _, inside in node.branches))


def descendants(nodes: Iterable[Node]) -> Iterator[Section]:
    """Return the sections of `nodes` and all sections inside them."""
    for section in sections(nodes):
        yield section
        yield from descendants(section.children)


def rank(key: str) -> tuple[str, tuple[int, ...]] | None:
    """Return the kind of a section's number and its place in the order of that kind."""
    if key and set(key) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in key]
        following = [*values[1:], 0]
        total = sum(-v if v < after else v for v, after in zip(values, following, strict=True))
        return "roman", (total,)
    if len(key) == 1 and key in _LETTERS:
        return "letter", (_LETTERS.index(key),)
    if key.replace(".", "").isdigit():
        return "arabic", tuple(int(part) for part in key.split("."))
    return None


def is_blank(lines: Iterable[Line]) -> bool:
    """Tell whether nothing is written on `lines`, comments aside."""
    return not _COMMENT.sub("", "\n".join(line.text for line in lines)).strip()


def read_outline(source: SourceText) -> tuple[Outline, list[Problem]]:
    """Return the tree of sections of `source` (made NFC), and what is wrong with its structure."""
    text = unicodedata.normalize("NFC", source.text.removeprefix("\ufeff"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [
        Line(text=line, where=Where(file=source.name, line=number))
        for number, line in enumerate(text.split("\n"), 1)
    ]
    structure = scan(text, source.name, lambda line: _read_heading(line) is not None)
    end = _closing_rule(lines)
    reader = _TreeReader(lines[:end], structure)
    outline = replace(reader.read(), closing=tuple(lines[end + 1 :]))
    problems = [*structure.problems, *reader.problems, *_duplicates(outline.nodes)]
    return outline, sorted(problems, key=lambda problem: problem.where.line or 0)


def _closing_rule(lines: Sequence[Line]) -> int:
    """Return where the line `---` after the last heading stands; the end where there is none."""
    for number in range(len(lines) - 1, -1, -1):
        if lines[number].text.strip() == CLOSING_RULE:
            return number
        if _read_heading(lines[number].text) is not None:
            break
    return len(lines)


def _read_heading(line: str) -> tuple[int, str, str, str] | None:
    """Return level, key, number and title of a heading that begins a section."""
    found = HEADING.fullmatch(line)
    if not found:
        return None
    level, words = len(found.group(1)), found.group(2)
    numbered = _NUMBER.fullmatch(words)
    if numbered:
        number = numbered.group("number")
        return level, number.rstrip(".)"), number, numbered.group("title")
    return (level, f"={plain(words)}", "", words) if level < NUMBERED_FROM else None


class _Frame(Struct, kw_only=True):
    """A section, a choice or the whole text (level 0) while it is being read."""

    level: int
    start: Line | None = None
    head: tuple[int, str, str, str] | None = None
    body: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    branches: list[tuple[Line, tuple[Node, ...]]] = field(default_factory=list)

    @property
    def is_choice(self) -> bool:
        return self.start is not None and self.head is None

    def end_branch(self, following: Line) -> None:
        """Close the branch that is open and begin the one that starts at `following`."""
        if self.start:
            self.branches.append((self.start, tuple(self.children)))
        self.start, self.children = following, []


class _TreeReader:
    """Builds the tree line by line; the frames are what is still open, outermost first."""

    def __init__(self, lines: Sequence[Line], structure: Structure) -> None:
        self._lines = lines
        self._structure = structure
        self._faulty = {problem.where.line for problem in structure.problems}
        self._frames = [_Frame(level=0)]
        self.problems: list[Problem] = []

    def read(self) -> Outline:
        """Return the tree of all lines."""
        for number, line in enumerate(self._lines):
            if number in self._structure.tags:
                self._tag(self._structure.tags[number], number, line)
            elif number in self._structure.headings:
                self._heading(line)
            else:
                self._text(line)
        self._close_sections(0)
        root = self._frames[0]
        return Outline(preamble=tuple(root.body), nodes=tuple(root.children))

    def _tag(self, kind: str, number: int, line: Line) -> None:
        if kind == "open":
            first = min(n for n in self._structure.headings if n > number)
            head = _read_heading(self._lines[first].text)
            level = head[0] if head else 1
            self._close_sections(level)
            self._frames.append(_Frame(level=level, start=line))
            return
        if kind == "faulty":
            return
        self._close_sections(0)
        choice = self._frames[-1]
        choice.end_branch(line)
        if kind == "close":
            self._frames.pop()
            self._frames[-1].children.append(Choice(branches=tuple(choice.branches), end=line))

    def _heading(self, line: Line) -> None:
        head = _read_heading(line.text)
        if head is None:
            return
        level = head[0]
        self._close_sections(level)
        top = self._frames[-1]
        outside = [frame for frame in self._frames if not frame.is_choice][-1]
        last = top.children[-1:]
        after_choice = any(s.level < level for s in sections(last) if isinstance(last[0], Choice))
        if (top.is_choice and outside.level >= level) or after_choice:
            self.problems.append(loi.across_choice(line.text, line.where))
        self._frames.append(_Frame(level=level, start=line, head=head))

    def _text(self, line: Line) -> None:
        top = self._frames[-1]
        if not top.is_choice and not top.children:
            top.body.append(line)
        elif line.text.strip() and line.where.line not in self._faulty:
            self.problems.append(loi.text_beside_choice(line.where))

    def _close_sections(self, level: int) -> None:
        """Close the open sections of that level and deeper, up to the choice that is open."""
        while self._frames[-1].head and self._frames[-1].level >= level:
            frame = self._frames.pop()
            if frame.start and frame.head:
                depth, key, number, title = frame.head
                self._frames[-1].children.append(
                    Section(
                        key=key,
                        number=number,
                        title=title,
                        level=depth,
                        heading=frame.start,
                        body=tuple(frame.body),
                        children=tuple(frame.children),
                    )
                )


def _duplicates(nodes: Sequence[Node]) -> Iterator[Problem]:
    seen: dict[str, Section] = {}
    for section in sections(nodes):
        if section.key in seen:
            first = seen[section.key].heading.where
            yield loi.duplicate(section.number or section.title, first, section.heading.where)
        seen.setdefault(section.key, section)
        yield from _duplicates(section.children)
