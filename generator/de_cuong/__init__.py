"""The outline of a template set, merged with the text of one unit in one period.

The outline (`de-cuong.md`) is a complete report by itself: headings and standing text. The unit's
text is optional and names only what differs; both are Markdown with placeholders. A section is
found by the numbers of its headings (`# II.`, `## 2.`, `### 2.1.`, `#### a)`):

- Text of the unit under a heading replaces the standing text of that section, not the sections
  inside it. A heading with nothing under it changes nothing: it only leads to those below it.
- A title after the number replaces the outline's; `## 2.` alone keeps it.
- A line `[văn mẫu]` keeps the standing text at that place; `[bỏ văn mẫu]` leaves it out and puts
  nothing there.
- Text before the first heading replaces the text before the first heading; text after a line
  `---` at the end replaces the closing, which otherwise stays whatever the last section becomes.
- A section the outline does not have is put among its neighbours by its number. Where the number
  says nothing (other kind than theirs) it follows the section that the unit's text puts before it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.de_cuong import loi
from generator.de_cuong.muc import (
    Choice,
    Line,
    Lines,
    Node,
    Section,
    SourceText,
    descendants,
    is_blank,
    rank,
    read_outline,
    sections,
)
from generator.problem import Problem, Stopped, Where, has_errors
from generator.suggest import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.de_cuong.muc import Outline

__all__ = ["MergedText", "SourceText", "merge"]

PIECES_DOWN_TO: Final = 2
"""Sections of deeper levels are part of the piece of the one they stand in."""

_KEEP: Final = "[van_mau]"
_DROP: Final = "[bo_van_mau]"


class MergedText(Struct, frozen=True, kw_only=True):
    """The text of a report: Markdown with placeholders, and the place each line comes from.

    `pieces` are the texts of its sections, which make up the whole when joined by line feeds; no
    tag reaches from one into another.
    """

    pieces: tuple[str, ...]
    places: tuple[Where, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def source(self) -> str:
        """The whole text."""
        return "\n".join(self.pieces)

    def where(self, line: int) -> Where:
        """Return the file and line of a line of `source`, counted from 1."""
        return self.places[min(max(line, 1), len(self.places)) - 1]


def merge(outline: SourceText, unit: SourceText | None = None) -> MergedText:
    """Return the outline with the text of `unit` in it.

    Raises `Stopped` with every fault of the structure of both texts (MA-321 ... MA-326).
    """
    standing, problems = _standing(outline)
    merger = _Merger(problems)
    if unit is not None:
        written, found = read_outline(unit)
        merger.problems += found
        merger.no_choices(written.nodes)
        standing = merger.outline(standing, written)
    if has_errors(merger.problems):
        raise Stopped(merger.problems)
    pieces = [piece for piece in _pieces(standing) if piece]
    return MergedText(
        pieces=tuple("\n".join(line.text for line in piece) for piece in pieces),
        places=tuple(line.where for piece in pieces for line in piece),
        warnings=tuple(merger.problems),
    )


@lru_cache(8)
def _standing(outline: SourceText) -> tuple[Outline, tuple[Problem, ...]]:
    """Return an outline, which is that of many reports, and what is wrong with it."""
    standing, problems = read_outline(outline)
    problems += [loi.no_standing_text(line.where) for line in _all_lines(standing) if _mark(line)]
    return standing, tuple(problems)


class _Merger:
    """Puts the sections of a unit into an outline and keeps what is wrong with them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)

    def outline(self, standing: Outline, written: Outline) -> Outline:
        """Return `standing` with what is `written` in it."""
        return replace(
            standing,
            preamble=self._text(written.preamble, standing.preamble),
            nodes=self._nodes(standing.nodes, tuple(sections(written.nodes)), None),
            closing=self._text(written.closing, standing.closing),
        )

    def no_choices(self, nodes: Iterable[Node]) -> None:
        """Report tags around sections of a unit: it writes for one period and needs none."""
        for node in nodes:
            if isinstance(node, Choice):
                where = node.branches[0][0].where
                self.problems.append(loi.not_around_sections("if", where))
            else:
                self.no_choices(node.children)

    def _nodes(
        self, standing: Sequence[Node], written: Sequence[Section], parent: Section | None
    ) -> tuple[Node, ...]:
        by_key = {section.key: section for section in written}
        known = {section.key for section in sections(standing)}
        nodes = [self._node(node, by_key) for node in standing]
        before = ""
        for section in written:
            if section.key not in known:
                self._check_added(section, standing, parent)
                nodes.insert(_position(nodes, section.key, before), section)
            before = section.key
        return tuple(nodes)

    def _node(self, node: Node, written: dict[str, Section]) -> Node:
        if isinstance(node, Choice):
            branches = tuple(
                (tag, tuple(self._node(inside, written) for inside in nodes))
                for tag, nodes in node.branches
            )
            return replace(node, branches=branches)
        unit = written.get(node.key)
        if unit is None:
            return node
        heading = node.heading
        if unit.number and unit.title:
            text = f"{'#' * node.level} {node.number} {unit.title}"
            heading = Line(text=text, where=unit.heading.where)
        return replace(
            node,
            heading=heading,
            body=self._text(unit.body, node.body),
            children=self._nodes(node.children, tuple(sections(unit.children)), node),
        )

    def _text(self, written: Lines, standing: Lines) -> Lines:
        if is_blank(written):
            return standing
        lines: list[Line] = []
        for line in written:
            mark = _mark(line)
            if mark and is_blank(standing):
                self.problems.append(loi.no_standing_text(line.where))
            elif mark == _KEEP:
                blank = Line(text="", where=line.where)
                lines += [blank, *standing, blank]
            elif not mark:
                lines.append(line)
        return tuple(lines)

    def _check_added(
        self, section: Section, standing: Sequence[Node], parent: Section | None
    ) -> None:
        where = section.heading.where
        siblings = list(sections(standing))
        deeper = {inner.key for inner in descendants(standing)}
        top = min((sibling.level for sibling in siblings), default=section.level)
        if section.key in deeper or (parent is None and section.level > top):
            self.problems.append(loi.no_parent(section.number or section.title, where))
        elif not section.number:
            self.problems.append(loi.no_number(section.title, where))
        elif example := _odd(section.key, [s.key for s in siblings], parent.key if parent else ""):
            self.problems.append(loi.odd_number(section.number, example, where))
        self.problems += [
            loi.no_standing_text(line.where) for line in _lines([section]) if _mark(line)
        ]


def _position(nodes: Sequence[Node], key: str, before: str) -> int:
    mine = rank(key)
    places = [(n, rank(s.key)) for n, node in enumerate(nodes) for s in sections([node])]
    alike = [(n, other[1]) for n, other in places if mine and other and other[0] == mine[0]]
    if mine and alike:
        smaller = [n for n, order in alike if order < mine[1]]
        return max(smaller) + 1 if smaller else alike[0][0]
    for n, node in enumerate(nodes):
        if before in {section.key for section in sections([node])}:
            return n + 1
    return len(nodes)


def _odd(key: str, siblings: Sequence[str], parent: str) -> str:
    """Return a number that shows how `key` should look, if it looks otherwise."""
    if "." in key and parent[:1].isdigit():
        return "" if key.rpartition(".")[0] == parent else f"{parent}.1"
    numbered = [sibling for sibling in siblings if rank(sibling)]
    shapes = {_shape(sibling) for sibling in numbered}
    return numbered[0] if shapes and _shape(key) not in shapes else ""


def _shape(key: str) -> tuple[str, int]:
    order = rank(key)
    return (order[0], len(order[1])) if order else ("", 0)


def _mark(line: Line) -> str:
    """Return which mark for standing text `line` is, if it is one."""
    if not line.text.lstrip().startswith("["):
        return ""
    text = plain(" ".join(line.text.split()))
    return text if text in (_KEEP, _DROP) else ""


def _all_lines(outline: Outline) -> Iterator[Line]:
    yield from outline.preamble
    yield from _lines(outline.nodes)
    yield from outline.closing


def _pieces(outline: Outline) -> Iterator[Sequence[Line]]:
    """Yield the lines of each section of the first two levels, as far as it stands by itself."""
    yield outline.preamble
    yield from _nodes_apart(outline.nodes)
    yield outline.closing


def _nodes_apart(nodes: Iterable[Node]) -> Iterator[Sequence[Line]]:
    for node in nodes:
        if isinstance(node, Section) and node.level < PIECES_DOWN_TO:
            yield list(_lines([replace(node, children=())]))
            yield from _nodes_apart(node.children)
        else:
            yield list(_lines([node]))


def _lines(nodes: Iterable[Node]) -> Iterator[Line]:
    for node in nodes:
        if isinstance(node, Section):
            # A heading may not touch the text before it, wherever that comes from.
            yield Line(text="", where=node.heading.where)
            yield node.heading
            yield from node.body
            yield from _lines(node.children)
            continue
        for tag, inside in node.branches:
            yield tag
            yield from _lines(inside)
        yield node.end
