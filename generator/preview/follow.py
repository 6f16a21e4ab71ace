"""Which branches and loops of a template a rendering goes through.

Templates of a preview are compiled with marks (`marking`); what is printed stays the same. No other
command compiles its templates so.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec.structs import replace

from generator.de_cuong import merge
from generator.pipeline import Workshop
from generator.preview.depends import Names
from generator.preview.lengths import MANY, NONE, ONE
from generator.preview.marking import BEGUN, FALSE, STEP, TESTED, TRUE, Marking
from generator.word import compiling, syntax
from generator.word.codegen import WordCodeGenerator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import nodes

    from generator.bo_mau import BoMau
    from generator.de_cuong import MergedText
    from generator.pipeline import Library
    from generator.preview.depends import Chain
    from generator.preview.marking import Mark
    from generator.problem import Where
    from generator.word import Template
    from generator.word.compiling import Part
    from generator.word.markdown import MarkdownTemplate
    from generator.word.rendering import Program

Value = TypeVar("Value")

_TAG: Final = re.compile(r"\{([%{])(?:(?![%}]\}).)*?\b(?:if|elif|for)\b.*?[%}]\}")


class Follower:
    """Puts marks into templates and keeps what the renderings tell."""

    def __init__(self) -> None:
        """Follow nothing yet."""
        self.marks: dict[int, Mark] = {}
        self.used: set[Chain] = set()
        self._numbers: dict[tuple[Where, int, bool], int] = {}
        self._taken: set[tuple[int, str]] = set()
        self._steps: Counter[int] = Counter()

    @property
    def optional(self) -> frozenset[Chain]:
        """What the templates can do without: they ask whether it is there."""
        return frozenset().union(*(mark.depends.optional for mark in self.marks.values()))

    @property
    def filters(self) -> dict[str, Callable[..., object]]:
        """The filters by which marked templates tell."""
        return {TESTED: self._test, BEGUN: self._begin, STEP: self._step}

    def begin(self) -> None:
        """Forget what has been told so far."""
        self._taken.clear()
        self._steps.clear()

    def taken(self) -> frozenset[tuple[int, str]]:
        """Return what was told since `begin`: numbers of marks, each with an outcome."""
        for number in list(self._steps):
            self._end(number)
        return frozenset(self._taken)

    # -- what marked templates tell --

    def _test(self, value: Value, number: int) -> Value:
        self._taken.add((number, TRUE if value else FALSE))
        return value

    def _begin(self, items: Value, number: int) -> Value:
        if number in self._steps:
            self._end(number)
        self._steps[number] = 0
        return items

    def _step(self, number: int) -> str:
        self._steps[number] += 1
        return ""

    def _end(self, number: int) -> None:
        count = self._steps.pop(number)
        self._taken.add((number, MANY if count > 1 else ONE if count else NONE))

    # -- marking --

    def template(self, template: Template) -> Template:
        """Return a compiled Word template with marks."""
        program = template.program
        parts = tuple(self._part(part, program) for part in program.parts)
        return replace(template, program=replace(program, parts=parts))

    def _part(self, part: Part, program: Program) -> Part:
        tree = syntax.parse(program.env, part.stream)
        self._mark(tree, Names(), program.places.__getitem__)
        generator = WordCodeGenerator(program.env, part.name)
        run, named, lines = compiling.to_code(tree, part.slots, generator)
        return replace(part, run=run, blocks=named, lines=lines)

    def narrative(self, text: MarkdownTemplate, lines: Iterable[str]) -> MarkdownTemplate:
        """Return a compiled narrative with marks; `lines` are those of its source."""
        source, names = list(lines), Names()
        pieces = []
        for before, piece in text.pieces:
            place = _Lines(text.where, source, before)
            marked = piece.changed(lambda tree, place=place: self._mark(tree, names, place))  # type: ignore[misc]
            pieces.append((before, marked))
        return replace(text, pieces=tuple(pieces))

    def _mark(self, tree: nodes.Template, names: Names, where: Callable[[int], Where]) -> None:
        Marking(self.number, self.used.update, names, where).visit(tree)

    def number(self, mark: Mark) -> int:
        """Return the number of a mark, the same whenever its text is compiled again."""
        key = mark.where, mark.nth, mark.is_loop
        number = self._numbers.setdefault(key, len(self._numbers))
        self.marks[number] = mark
        self.used |= mark.depends.chains
        return number


class _Lines:
    """Places in a piece of a narrative; each tag that asks is the next one of its line."""

    def __init__(self, where: Callable[[int], Where], source: list[str], before: int) -> None:
        self._where, self._source, self._before = where, source, before
        self._asked: Counter[int] = Counter()

    def __call__(self, line: int) -> Where:
        number = self._before + line
        tags = [found.group() for found in _TAG.finditer(self._source[number - 1])] or [""]
        tag = tags[min(self._asked[number], len(tags) - 1)]
        self._asked[number] += 1
        return replace(self._where(number), tag=tag)


class FollowedWorkshop(Workshop):
    """Makes reports as any workshop does, and tells a follower which way they went."""

    def __init__(self, library: Library, follower: Follower) -> None:
        """Make reports from `library`."""
        super().__init__(library)
        self._follower = follower
        self._marked: dict[tuple[str, tuple[Where, ...]], MarkdownTemplate] = {}
        self._filters.update(follower.filters)  # compilers have them by reference

    def prepare(self, name: str) -> None:
        """Put marks into a template set before any report. Raises Stopped with its faults."""
        bo_mau = self.bo_mau(name)
        self._template(bo_mau)
        if bo_mau.de_cuong:
            self._compile_narrative(merge(self._outline(bo_mau)), bo_mau)

    def _compile_template(self, bo_mau: BoMau) -> Template:
        return self._follower.template(super()._compile_template(bo_mau))

    def _compile_narrative(self, merged: MergedText, bo_mau: BoMau) -> MarkdownTemplate:
        key = merged.source, merged.places
        if key not in self._marked:
            compiled = super()._compile_narrative(merged, bo_mau)
            self._marked[key] = self._follower.narrative(compiled, merged.source.split("\n"))
        return self._marked[key]
