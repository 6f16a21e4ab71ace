"""One part of a template, from its XML to Python code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from lxml import etree
from msgspec import Struct

from generator.word import blocks, sandbox, shape, syntax, trees, wml
from generator.word.codegen import WordCodeGenerator
from generator.word.locate import Places, without_marks
from generator.word.scan import MARK, Marks, mark, scan
from generator.word.slots import Mode, Slot, slot_of
from generator.word.wml import W14, WP, W
from generator.word.xmltext import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2 import nodes
    from jinja2.lexer import Token

    from generator.problem import Message, Where
    from generator.word.tags import Tag

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PLAIN: Final = frozenset({Mode.TEXT, Mode.BARE, Mode.RAW})
REFRESH: Final = "cap_nhat_truong"
_ESCAPED: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_ESCAPE: Final = re.compile(rb"\{_[{%]|[}%]_\}")
_PARAGRAPH_IDS: Final = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
_CELL_LIKE: Final = frozenset(
    wml.W + name for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment")
)


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


class Source(Struct, frozen=True, kw_only=True):
    """A part that was read and shaped: its markup with marks, and which tags of `Marks` are its."""

    name: str
    text: str
    namespaces: Mapping[str, str]
    first: int
    last: int


def read_part(data: bytes, name: str, places: tuple[str, Message], marks: Marks) -> Source | None:
    """Return a part with marks where its tags act, or None if it has no tags.

    `places` is the file's name and the part's name for people.
    """
    if b"{" not in data:
        return None
    root = wml.parse(data, name, keep_marks=True)
    first = len(marks.tags)
    counted = Places(root, *places)
    without_marks(root)
    scan(root, counted, marks)
    if len(marks.tags) == first and not _ESCAPE.search(data):
        return None
    shape.shape(marks, first)
    _fit_tables(marks, root)
    _fill_cells(root, first, marks)
    _number_drawings(root, first, marks)
    _add_slots(first, marks)
    return _source(root, name, first, marks)


def _source(root: etree._Element, name: str, first: int, marks: Marks) -> Source:
    text = etree.tostring(root, encoding="unicode")
    namespaces = {str(p): u for p, u in root.nsmap.items() if p}
    missing = (
        {p: u for p, u in wml.PREFIXES.items() if p not in namespaces} if "w" in namespaces else {}
    )
    declared = "".join(f' xmlns:{p}="{u}"' for p, u in missing.items())
    start = re.match(r"<[^\s/>]+", text)
    assert start is not None
    text = HEAD + start.group() + declared + text[start.end() :]
    last = len(marks.tags)
    return Source(name=name, text=text, namespaces=namespaces | missing, first=first, last=last)


def _fit_tables(marks: Marks, root: etree._Element) -> None:
    """Let tables whose columns may change fit their grid: those of the body, as docxtpl does."""
    for table, tag in marks.dynamic_tables.items():
        if root.tag == f"{W}document":
            trees.put_text_before(table, marks.make("{%", f"filter {sandbox.GRID_FILTER}", tag))
            trees.put_text_after(table, marks.make("{%", "endfilter", tag))
    marks.dynamic_tables.clear()


def _fill_cells(root: etree._Element, first: int, marks: Marks) -> None:
    """Let cells end with a paragraph even if all of theirs are left out: Word demands one."""
    for cell in root.iter():
        if cell.tag not in _CELL_LIKE:
            continue
        last = cell[-1] if len(cell) else None
        numbers = MARK.findall((cell.text if last is None else last.tail) or "")
        if all(marks.tags[int(number)].synthetic for number in numbers):
            continue
        tag = marks.tags[max(first, int(numbers[-1]))]
        start = marks.make("{%", f"filter {sandbox.FILL_FILTER}", tag)
        properties = cell.find(f"{W}tcPr")
        if properties is not None:
            properties.tail = start + (properties.tail or "")
        else:
            cell.text = start + (cell.text or "")
        end = marks.make("{%", "endfilter", tag)
        if last is None:
            cell.text = (cell.text or "") + end
        else:
            last.tail = (last.tail or "") + end


def _number_drawings(root: etree._Element, first: int, marks: Marks) -> None:
    """Give drawings new ids: those in a loop would be there several times."""
    if first == len(marks.tags):
        return
    for properties in root.iter(f"{WP}docPr"):
        properties.set("id", marks.make("{{", "_gop.so_moi()", marks.tags[first]))


def _add_slots(first: int, marks: Marks) -> None:
    for tag in marks.tags[first:]:
        if tag.index not in marks.slots:
            home = marks.homes.get(tag.index)
            marks.slots[tag.index] = Slot(mode=Mode.BARE) if home is None else slot_of(home, "")


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
            "khối “raw” không được đóng",
            "the block “raw” is never closed",
            where=tag.where,
            hint=("thêm {% endraw %}", "add {% endraw %}"),
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
    generator = WordCodeGenerator(env, source.name, source.name, optimized=False)
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
