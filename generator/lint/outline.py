"""The outline of a template set: its structure, its tags, the names in them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.de_cuong import SourceText, merge
from generator.lint import words
from generator.lint.docx import Linted
from generator.names.reading import read
from generator.names.tags import Piece
from generator.problem import Problem, Stopped, Where
from generator.word.markdown_sandbox import NarrativeEnvironment
from generator.word.markdown_template import compile_text
from generator.word.scan import shortened
from generator.word.tags import find_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.lint.docx import House


def lint_outline(blob: bytes, name: str, house: House) -> Linted:
    """Return all faults of the outline in `blob` (UTF-8), which people call `name`."""
    text = blob.decode("utf-8-sig", errors="replace")
    source = SourceText(text=unicodedata.normalize("NFC", text), name=name)
    problems: list[Problem] = []
    environment = NarrativeEnvironment(filters=house.filters, names=house.functions)
    _collect(lambda: merge(source), problems)
    _collect(
        lambda: compile_text(source.text, environment, lambda n: Where(file=name, line=n)), problems
    )
    reading = read(_pieces(source), house.world, narrative=True)
    letters = list(words.of_text(text, name))
    better = {
        "MA-301": {p.where.line for p in letters},
        "MA-309": {p.where.line for p in reading.problems if p.code == "MA-068"},
    }
    problems = [p for p in problems if p.where.line not in better.get(p.code, ())]
    known = dict.fromkeys([*problems, *reading.problems, *letters])
    return Linted(problems=tuple(sorted(known, key=lambda p: p.where.line or 0)), reading=reading)


def _collect(stage: Callable[[], object], problems: list[Problem]) -> None:
    try:
        stage()
    except Stopped as stopped:
        problems += stopped.problems


def _pieces(source: SourceText) -> Iterator[Piece]:
    for tag in find_tags(source.text):
        line = source.text.count("\n", 0, tag.start) + 1
        shown = shortened(source.text[tag.start : tag.end])
        where = Where(file=source.name, line=line, tag=shown)
        if tag.closed:
            yield Piece(kind=tag.kind, code=tag.code, where=where)
