"""Placeholders in narrative text: Markdown with Jinja tags -> Markdown, without a traceback.

The environment is a sandbox: no attribute that starts with `_`, no call that changes a value of
the data, no file, no clock, no chance. Every value is defused before it is printed
(`markdown_chars`), so that it can never act as Markdown.

Not accepted, because nothing needs it and each would let text escape twice or not at all: macros,
`{% call %}`, `{% filter %}`, `{% set x %}...{% endset %}`, includes, inheritance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinja2 import Template, nodes
from jinja2.exceptions import TemplateSyntaxError
from msgspec import Struct

from generator.problem import Stopped
from generator.word import markdown_chars as chars
from generator.word import markdown_faults as faults
from generator.word.limits import TOO_DEEP
from generator.word.markdown_notes import Notes, UnknownName, line_of
from generator.word.misread import READ, misread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from jinja2.runtime import Context

    from generator.problem import Problem, Where
    from generator.word.markdown_piece import Piece
    from generator.word.markdown_sandbox import NarrativeEnvironment
    from generator.word.values import DocxValue

MAX_CHARACTERS: Final = 4_000_000
_MAX_FAULTS: Final = 50
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PRINT_TAG: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_FORBIDDEN: Final[Mapping[type[nodes.Node], str]] = {
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.AssignBlock: "set … endset",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from … import",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.ScopedEvalContextModifier: "autoescape",
}


class Filled(Struct, frozen=True, kw_only=True):
    """Markdown whose placeholders are filled in.

    Values stand in `text` behind stand-ins (`markdown_chars`); `lines` holds for each line of it
    the line of the source, `values` what the value marks in it stand for.
    """

    text: str
    lines: tuple[int, ...]
    values: tuple[DocxValue, ...] = ()


def compile_text(
    source: str,
    environment: NarrativeEnvironment,
    where: Callable[[int], Where],
) -> Template:
    """Return the compiled template of `source`.

    Raises `Stopped` with every fault that can be seen without data: faulty tags, unknown filters,
    tags that are not accepted or nested too deeply, characters that cannot be printed.
    """
    problems = list(_characters(source, where))
    try:
        tree, syntax = _parse(source, environment, where)
        problems += syntax or _tree_problems(tree, environment, where)
        code = None if problems else environment.compile(tree)
    except TOO_DEEP:
        longest = max(_TAG.finditer(source), key=lambda tag: len(tag.group()))
        line = source.count("\n", 0, longest.start()) + 1
        problems.append(faults.too_deep(where(line)))
    if problems or code is None:
        raise Stopped(sorted(problems, key=lambda problem: problem.where.line or 0))
    return Template.from_code(environment, code, environment.make_globals(None))


def fill(
    pieces: Sequence[tuple[int, Piece]],
    context: Mapping[str, object],
    where: Callable[[int], Where],
) -> Filled:
    """Return the text of `pieces` with the names of `context` filled in.

    Each piece comes with the number of lines before it; what one sets (`{% set %}`) the following
    ones know. Raises `Stopped` with every unknown name and unprintable value met on the way. An
    error that leaves nothing to go on with (a division by zero, an unknown name in a condition)
    comes last.
    """
    notes = Notes()
    texts: list[str] = []
    lines: list[int] = []
    piece, length = pieces[0][1], 0
    shared = piece.context({**context, Notes.KEY: notes})
    try:
        for notes.before, piece in pieces:
            text, own = _filled(piece, shared, MAX_CHARACTERS - length)
            length += len(text)
            texts.append(text)
            lines += [notes.before + line for line in own]
    except _TooLong:
        notes.found.append((1, faults.too_long))
    except UnknownName as error:
        notes.unknown(error.value, line_of(error, piece.template), context)
    except Exception as error:  # whatever a template manages to raise is a fault of the template
        caught = error
        notes.add(line_of(error, piece.template), lambda place: faults.failed(caught, place))
    if notes.found:
        raise Stopped(dict.fromkeys(make(where(line)) for line, make in notes.found))
    return Filled(text="\n".join(texts), lines=tuple(lines), values=tuple(notes.values))


def _filled(piece: Piece, context: Context, left: int) -> tuple[str, Sequence[int]]:
    """Return the text of a piece, of `left` characters at most, and the line each line is of."""
    text = piece.at_once(context)
    if text is None:
        return chars.unmark_lines("".join(_bounded(piece.template.root_render_func(context), left)))
    if len(text) > left:
        raise _TooLong
    return text, range(1, text.count("\n") + 2)


class _TooLong(Exception):  # noqa: N818  # said to the user as a problem, not as an error
    """A text grew beyond any report."""


def _bounded(pieces: Iterable[str], left: int) -> Iterator[str]:
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise _TooLong
        yield piece


def _characters(source: str, where: Callable[[int], Where]) -> list[Problem]:
    problems = []
    for number, line in enumerate(source.split("\n"), 1):
        for found in chars.ILLEGAL.finditer(line):
            problem = faults.illegal_character(f"U+{ord(found.group()):04X}", where(number))
            problems.append(problem.at(column=found.start() + 1))
    return problems


def _parse(
    source: str, environment: NarrativeEnvironment, where: Callable[[int], Where]
) -> tuple[nodes.Template, list[Problem]]:
    """Return the tree, and all faulty tags: each is blanked out so that the next one shows."""
    problems: list[Problem] = []
    while True:
        try:
            return environment.parse(source), problems
        except TemplateSyntaxError as error:
            problems.append(faults.syntax(error.message or "", where(error.lineno)))
            rest = _without_fault(source, error.lineno, environment)
            if rest == source or len(problems) >= _MAX_FAULTS:
                return nodes.Template([], lineno=1), problems
            source = rest


def _without_fault(source: str, line: int, environment: NarrativeEnvironment) -> str:
    for tag in _PRINT_TAG.finditer(source):
        first = source.count("\n", 0, tag.start()) + 1
        if not first <= line <= first + tag.group().count("\n"):
            continue
        try:
            environment.parse(tag.group())
        except TemplateSyntaxError:
            blank = re.sub(r"[^\n]", " ", tag.group())
            return source[: tag.start()] + blank + source[tag.end() :]
    return source


def _tree_problems(
    tree: nodes.Template, environment: NarrativeEnvironment, where: Callable[[int], Where]
) -> list[Problem]:
    problems = []
    for node in tree.find_all(nodes.Node):
        if isinstance(node, READ):
            for line, message, hint in misread(node, environment.filters):
                problems.append(faults.misread(message, hint, where(line)))
        tag = _FORBIDDEN.get(type(node))
        if tag:
            problems.append(faults.tag_not_allowed(tag, where(node.lineno)))
        elif isinstance(node, nodes.Filter) and node.name not in environment.filters:
            known = environment.filters
            problems.append(faults.unknown_filter(node.name, known, where(node.lineno)))
        elif isinstance(node, nodes.Test) and node.name not in environment.tests:
            known = environment.tests
            problems.append(faults.unknown_filter(node.name, known, where(node.lineno)))
    return problems
