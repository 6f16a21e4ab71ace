"""One part of a template, from its markup with marks (`source`) to Python code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from msgspec import Struct

from generator.word import blocks, limits, sandbox, syntax
from generator.word.codegen import WordCodeGenerator
from generator.word.scan import MARK, mark
from generator.word.slots import Mode, Slot
from generator.word.wml import W14
from generator.word.xmltext import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2 import nodes
    from jinja2.lexer import Token

    from generator.problem import Where
    from generator.word.scan import Marks
    from generator.word.source import Source
    from generator.word.tags import Tag

_PLAIN: Final = frozenset({Mode.TEXT, Mode.BARE, Mode.RAW})
REFRESH: Final = "cap_nhat_truong"
_ESCAPED: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_PARAGRAPH_IDS: Final = re.compile(r' w14:(?:paraId|textId)="[^"]*"')


class Part(Struct, frozen=True, kw_only=True):
    """A compiled part: a function that yields its bytes, and what locates its errors.

    `lines` maps lines of the generated code to tags, `loops` each tag to the loops around it,
    `stream` is what a second compilation, for diagnosis, starts from.
    """

    name: str
    notes_allowed: bool
    run: Callable[..., Iterator[bytes]]
    blocks: Mapping[str, Callable[..., Iterator[bytes]]]
    lines: tuple[tuple[int, int], ...]
    slots: Mapping[int, Slot]
    namespaces: Mapping[str, str]
    stream: tuple[Token, ...]
    loops: Mapping[int, tuple[int, ...]]

    @property
    def filename(self) -> str:
        """What Python's tracebacks call the code of this part."""
        return code_name(self.name)


def code_name(part: str) -> str:
    """Return the file name under which the code of a part is compiled."""
    return f"<docx {part}>"


def without_raw(source: Source, marks: Marks) -> str:
    """Return the markup with the tags between `{% raw %}` and `{% endraw %}` as their own text."""
    if not any(tag.keyword == "raw" for tag in marks.tags[source.first : source.last]):
        return source.text
    raw: list[Tag] = []

    def replacement(match: re.Match[str]) -> str:
        tag = marks.tags[int(match.group(1))]
        if raw and tag.keyword == "endraw":
            raw.pop()
            return ""
        if raw:
            return "" if tag.synthetic else escape(tag.source)
        if tag.keyword == "raw":
            raw.append(tag)
            return ""
        return match.group()

    text = MARK.sub(replacement, source.text)
    for tag in raw:
        marks.blame(
            "MA-024",
            "Khối “raw” không được đóng.",
            "The block “raw” is never closed.",
            where=tag.where,
            hint=("Thêm {% endraw %}.", "Add {% endraw %}."),
        )
    return text


def stream_of(
    text: str, loops: Mapping[int, tuple[int, ...]], marks: Marks, env: sandbox.WordEnvironment
) -> list[Token]:
    """Return the tokens of a part; a tag that cannot be read raises `TemplateSyntaxError`."""
    found: list[Token] = []
    looping = False
    for position, piece in enumerate(MARK.split(text)):
        if position % 2 == 0:
            if piece:
                found.append(syntax.data(_settled(piece, looping=looping)))
            continue
        tag = marks.tags[int(piece)]
        found += syntax.tokens(env, tag)
        around = len(loops.get(tag.index, ()))
        looping = around + (tag.keyword == "for") - (tag.keyword == "endfor") > 0
    return found


def _settled(piece: str, *, looping: bool) -> str:
    for written, meant in _ESCAPED:
        if written in piece:
            piece = piece.replace(written, meant)
    return _PARAGRAPH_IDS.sub("", piece) if looping and W14[1:-1] not in piece else piece


def compile_part(
    source: Source, marks: Marks, env: sandbox.WordEnvironment, *, notes: bool
) -> Part | None:
    """Return the part as code, or None after blaming whatever is wrong with its tags."""
    try:
        return _compile_part(source, marks, env, notes=notes)
    except limits.TOO_DEEP:  # blocks were counted before: it is an expression
        longest = max(marks.tags[source.first : source.last], key=lambda tag: len(tag.code))
        marks.blame(
            "MA-030",
            "Biểu thức quá dài hoặc lồng nhau quá sâu.",
            "The expression is too long or nested too deeply.",
            where=longest.where,
            hint=(
                "Tách thành nhiều thẻ, hoặc tính trước bằng {% set … %}.",
                "Split it into several tags, or work it out before by {% set … %}.",
            ),
        )
        return None


def _compile_part(
    source: Source, marks: Marks, env: sandbox.WordEnvironment, *, notes: bool
) -> Part | None:
    faults = len(marks.faults)
    text = without_raw(source, marks)
    loops = blocks.check(text, marks)
    tags = marks.tags[source.first : source.last]
    tree = None
    if len(marks.faults) == faults:
        try:
            stream = stream_of(text, loops, marks, env)
            tree = syntax.parse(env, stream)
        except TemplateSyntaxError:
            tree = None
    if tree is None:
        for tag in tags:
            if mark(tag.index) in text:
                syntax.faults_of_tag(env, tag, marks)
        if len(marks.faults) == faults:
            raise AssertionError("a template that does not parse has no fault")
        return None
    syntax.faults_of_tree(env, tree, marks)
    if len(marks.faults) > faults:
        return None
    generator = WordCodeGenerator(env, source.name)
    slots = {tag.index: marks.slots.get(tag.index, Slot(mode=Mode.BARE)) for tag in tags}
    run, named, lines = to_code(tree, slots, generator)
    return Part(
        name=source.name,
        notes_allowed=notes,
        run=run,
        blocks=named,
        lines=lines,
        slots=slots,
        namespaces=source.namespaces,
        stream=tuple(stream),
        loops=loops,
    )


def to_code(
    tree: nodes.Template,
    slots: Mapping[int, Slot],
    generator: WordCodeGenerator,
) -> tuple[Callable[..., Iterator[bytes]], dict[str, Any], tuple[tuple[int, int], ...]]:
    """Return the function of a tree, those of its named blocks, and its lines as (line, tag)."""
    env, name = generator.environment, generator.name or ""
    syntax.number_loops(tree, sandbox.LOOP_FILTER)
    generator.plain = {tag for tag, slot in slots.items() if slot.mode in _PLAIN}
    generator.visit(tree)
    code = compile(generator.stream.getvalue(), code_name(name), "exec")  # type: ignore[attr-defined]  # StringIO
    space: dict[str, Any] = {"environment": env}
    space |= {f"has_{name}": sandbox.Having(name) for name in generator.looked_up}
    exec(code, space)  # the code is Jinja's, made from a sandboxed tree
    lines = tuple((line, tag) for tag, line in generator.debug_info)
    return space["root"], space["blocks"], lines


def places(marks: Marks) -> tuple[Where, ...]:
    """Return the place of every tag, by its index."""
    return tuple(tag.where for tag in marks.tags)


def names_used(parts: tuple[Part, ...], env: sandbox.WordEnvironment) -> set[str]:
    """Return the names that the parts use and do not set, those every template has left out."""
    found: set[str] = set()
    for part in parts:
        found |= find_undeclared_variables(syntax.parse(env, part.stream))
    return {name for name in found if name not in env.globals and not name.startswith("_")}
