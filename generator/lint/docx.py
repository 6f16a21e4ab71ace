"""One Word template: everything the compiler finds, and everything it does not look for."""

from __future__ import annotations

from collections.abc import Callable, Mapping  # noqa: TC003  # msgspec reads annotations
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.lint import blocks, fonts, order, package, rows, styles, words
from generator.names.reading import Reading, read
from generator.names.tags import Piece
from generator.problem import Problem  # noqa: TC001  # msgspec reads annotations
from generator.word import footnotes, opc, refuse
from generator.word.faults import RefusedError
from generator.word.include import expanded
from generator.word.scan import MARK
from generator.word.template import draft

if TYPE_CHECKING:
    from generator.names.world import World
    from generator.word.source import Source
    from generator.word.template import Draft


class House(Struct, frozen=True, kw_only=True):
    """What templates are held against: names, filters, functions, and pieces they may include.

    `load` returns a piece and its name or raises Stopped. `styles` are the ids of those that the
    narrative is printed with, empty where there is none.
    """

    world: World
    load: Callable[[str], tuple[bytes, str]]
    filters: Mapping[str, Callable[..., Any]]
    functions: Mapping[str, Callable[..., Any]]
    styles: tuple[str, ...] = ()


class Linted(Struct, frozen=True, kw_only=True):
    """The faults of a template in reading order, and the names that it uses."""

    problems: tuple[Problem, ...]
    reading: Reading


NOTHING = Reading(uses=(), filters=(), problems=())


def lint_docx(blob: bytes, name: str, house: House) -> Linted:
    """Return all faults of the Word template in `blob`, which people call `name`."""
    try:
        docx = opc.open_docx(blob)
        found = refuse.refusals(docx)
        whole, missing = expanded(docx, name, house.load)
        made = draft(whole, name, house.filters, house.functions)
        footnotes.look(docx)
    except RefusedError as refused:  # nothing can be read of it
        return Linted(problems=(refused.problem.at(file=name),), reading=NOTHING)
    pieces = _pieces(made)
    reading = read(pieces, house.world)
    parts = words.parts_of(whole, name)
    own = (
        *blocks.faults(pieces, {p.where for p in made.problems}),
        *words.faults(parts),
        *rows.faults(parts),
        *fonts.faults(whole, parts, house.styles),
        *styles.faults(whole, parts, _narrative_styles(house, reading)),
        *package.faults(docx, parts),
    )
    compiled = _spoken_better(made.problems, own, reading)
    problems = (*found, *missing, *compiled, *reading.problems, *own)
    placed = dict.fromkeys(p if p.where.file else p.at(file=name) for p in problems)
    return Linted(problems=order.in_order(placed, parts), reading=reading)


def _pieces(made: Draft) -> list[Piece]:
    return [piece for source in made.sources for piece in _pieces_of(source, made)]


def _pieces_of(source: Source, made: Draft) -> list[Piece]:
    """Return the tags of a part in the order in which they act."""
    tags = (made.marks.tags[int(number)] for number in MARK.findall(source.text))
    return [
        Piece(kind=t.kind, code=t.code, where=t.where, prefix=t.prefix, own=not t.synthetic)
        for t in tags
    ]


def _spoken_better(
    compiled: list[Problem], own: tuple[Problem, ...], reading: Reading
) -> list[Problem]:
    """Leave out what is told in other words of the same tag.

    That is faulty syntax caused by letters that Word or a keyboard put in, and too deep nesting.
    """
    better = {
        "MA-021": {p.where for p in own if p.code == words.WRONG_LETTERS},
        "MA-030": {p.where for p in reading.problems if p.code == "MA-068"},
    }
    return [p for p in compiled if p.where not in better.get(p.code, ())]


def _narrative_styles(house: House, reading: Reading) -> tuple[str, ...]:
    uses = {use.path for use in reading.uses}
    return house.styles if "noi_dung" in uses else ()
