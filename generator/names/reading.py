"""The tags of a text, read in order with what is in scope: which names they use, what is wrong.

Every tag is read by itself, so that one faulty tag, or a block that is never closed, hides nothing
behind it. `for`, `set`, `with` and `macro` bring names into scope; `{% if x is defined %}` lets its
block use `x`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from msgspec import Struct, field
from msgspec.structs import replace

from generator.names import faults
from generator.names.expressions import Evaluator, guards
from generator.names.tags import BLOCKS, Piece, names_of_faulty_loop, outside_raw, parsed
from generator.names.types import ANY, NUMBER, TEXT, Sort, Type, a, function, list_of
from generator.names.world import Value, World
from generator.problem import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.problem import Problem

_SCOPES: Final = frozenset({"for", "macro", "call", "with", "block", ""})
_TOO_DEEP: Final = ("biểu thức lồng nhau quá sâu", "too deeply nested an expression")
_PREFIXES: Final = frozenset({"p", "tr", "tc", "r"})
_NO_LIST: Final = frozenset(Sort) - {Sort.LIST, Sort.GROUP, Sort.ANY}
_WHOLE: Final = frozenset({Sort.TEXT, Sort.RUNS, Sort.NUMBER, Sort.FIGURE, Sort.DATE, Sort.FLAG})
_NOTES: Final = "chu_thich"
# -- what Jinja itself offers in a template --
_JINJA: Final = {
    "range": function(list_of(NUMBER)),
    "dict": function(ANY),
    "namespace": function(ANY),
    "cycler": function(ANY),
    "joiner": function(ANY),
    "true": ANY,
    "false": ANY,
    "none": ANY,
}


class Use(Struct, frozen=True):
    """A path of names that a tag uses (`bieu_mau[].dong[].stt`), and whether there is one."""

    path: str
    exists: bool
    where: Where


class Reading(Struct, frozen=True, kw_only=True):
    """What was found in a text."""

    uses: tuple[Use, ...]
    filters: tuple[tuple[str, Where], ...]
    problems: tuple[Problem, ...]


class _Scope(Struct):
    word: str
    where: Where
    macro: str = ""
    names: dict[str, Value] = field(default_factory=dict)
    guarded: set[str] = field(default_factory=set)


def read(pieces: Iterable[Piece], world: World, *, narrative: bool = False) -> Reading:
    """Return what the tags of a text use and what is wrong with it.

    `narrative`: the text is Markdown, where a block needs no prefix.
    """
    reader = _Reader(world, narrative=narrative)
    for piece in outside_raw(pieces):
        reader.tag(piece)
    return Reading(
        uses=tuple(dict.fromkeys(reader.uses)),
        filters=tuple(reader.filters),
        problems=tuple(reader.problems),
    )


class _Reader:
    """See the module."""

    def __init__(self, world: World, *, narrative: bool) -> None:
        self._world, self._narrative = world, narrative
        names = {name: Value(kind, name) for name, kind in world.names.items()}
        jinja = {name: Value(kind) for name, kind in _JINJA.items()}
        self._stack = [_Scope("", Where(), names={**jinja, **names})]
        self._gone: dict[str, Where] = {}
        self._here = Piece(kind="{{", code="", where=Where())
        self.uses: list[Use] = []
        self.filters: list[tuple[str, Where]] = []
        self.problems: dict[Problem, None] = {}
        self._evaluator = Evaluator(world, self._find, self._note, self._use)
        self._evaluator.missing = self._missing

    def tag(self, piece: Piece) -> None:
        """Read one tag; one that is nested too deeply to be read is a fault."""
        try:
            self._read(piece)
        except RecursionError:
            self._note(lambda where: faults.too_much(_TOO_DEEP, where))

    def _read(self, piece: Piece) -> None:
        if piece.keyword in _PREFIXES:  # written apart: a fault, but what is meant is clear
            piece = replace(piece, code=piece.code.replace(piece.keyword, "", 1))
        self._here = piece
        word = piece.keyword
        if word.startswith("end"):
            self._close(word.removeprefix("end"))
            return
        tree = parsed(piece)
        if tree is not None:
            self.filters += [(one.name, piece.where) for one in tree.find_all(nodes.Filter)]
            self._evaluator.guarded = {*guards(tree), *self._guarded()}
            self._check_recursion(tree)
            self._check_notes(tree)
        if piece.kind == "{{" and tree is not None:
            self._print(tree)
        elif word in BLOCKS:
            self._open(word, tree)
        elif word in {"elif", "else"}:
            self._branch(tree)
        elif tree is not None:
            self._statement(tree)

    def _check_recursion(self, tree: nodes.Template) -> None:
        macros = {scope.macro for scope in self._stack if scope.macro}
        called = {
            one.node.name for one in tree.find_all(nodes.Call) if isinstance(one.node, nodes.Name)
        }
        for name in sorted(macros & called):
            what = (f"“{name}” tự gọi lại chính nó", f"“{name}” calls itself")
            self._note(lambda where, what=what: faults.too_much(what, where))  # type: ignore[misc]

    def _check_notes(self, tree: nodes.Template) -> None:
        part = self._here.where.part
        notes = (one for one in tree.find_all(nodes.Filter) if one.name == _NOTES)
        if part is not None and part.en != "body" and any(notes):
            self._note(faults.note_outside_body)

    def _guarded(self) -> set[str]:
        return set().union(*(scope.guarded for scope in self._stack))

    # -- what the evaluator asks --

    def _find(self, name: str) -> Value | None:
        if name.startswith("_") and not self._here.own:
            return Value(ANY)
        found = (scope.names[name] for scope in reversed(self._stack) if name in scope.names)
        return next(found, None)

    def _use(self, path: str, exists: bool) -> None:  # a callback
        self.uses.append(Use(path, exists, self._here.where))

    def _note(self, make: Callable[[Where], Problem | None]) -> None:
        problem = make(self._here.where)
        if problem is not None:
            self.problems[problem] = None

    def _missing(self, name: str) -> None:
        if name == "loop" and not self._here.own:  # of `{% vm … %}`
            self._note(faults.merged_outside_loop)
            return
        ended = self._gone.get(name)
        if ended is not None:
            self._note(lambda where: faults.left(name, ended, where))
            return
        known = [one for scope in self._stack for one in scope.names if one not in _JINJA]
        groups = self._world.names.items()
        known += [f"{group}.{key}" for group, kind in groups for key in kind.keys or ()]
        self._note(lambda where: faults.unknown(name, known, where))

    # -- tags --

    def _print(self, tree: nodes.Template) -> None:
        output = next(tree.find_all(nodes.Output), None)
        if output is None:
            return
        value = merged_value([self._evaluator.value(node) for node in output.nodes])
        if not self._here.own:
            return
        sort, code = value.type.sort, self._here.code.strip()
        if sort is Sort.FUNCTION:
            self._note(lambda where: faults.not_called(code, where))
        elif sort is Sort.BLOCK and self._here.prefix != "p" and not self._narrative:
            self._note(lambda where: faults.needs_paragraph(code, where))
        elif self._has_no_words(value.type):
            inside = list(self._world.inside(value.type))[:6]
            self._note(lambda where: faults.not_printable(value.type, inside, where))

    def _has_no_words(self, value: Type) -> bool:
        if value.sort is Sort.RECORD:
            return not self._world.records[value.record].prints
        return value.sort in {Sort.LIST, Sort.GROUP, Sort.DATE}

    def _open(self, word: str, tree: nodes.Template | None) -> None:
        scope = _Scope(word, self._here.where)
        node = tree.body[0] if tree is not None and tree.body else None
        if isinstance(node, nodes.For):
            scope.names = self._loop(node)
        elif isinstance(node, nodes.If):
            self._evaluator.value(node.test)
            scope.guarded = guards(node.test)
        elif isinstance(node, nodes.With):
            values = [self._evaluator.value(value) for value in node.values]
            scope.names = dict(_bound(node.targets, values))
        elif isinstance(node, nodes.Macro | nodes.CallBlock):
            scope.names = self._parameters(node)
            scope.macro = getattr(node, "name", "")
        elif node is not None:
            self._evaluator.value(node)
        elif word == "for":
            names = names_of_faulty_loop(self._here.code)
            scope.names = {name: Value(ANY) for name in names}
        self._stack.append(scope)

    def _loop(self, node: nodes.For) -> dict[str, Value]:
        over = self._evaluator.value(node.iter)
        if over.type.sort in _NO_LIST:
            self._note(lambda where: faults.no_list(over.path, over.type, where))
        item = over.type.item if over.type.sort is Sort.LIST else None
        if isinstance(node.target, nodes.Tuple) and item is not None and item.sort in _WHOLE:
            targets = [one.name for one in node.target.find_all(nodes.Name)]
            self._note(lambda where: faults.unpacked(targets, item, where))
        element = Value(
            item or (TEXT if over.type.keys else ANY), f"{over.path}[]" if over.path else ""
        )
        names = {"loop": Value(a("loop")), **dict(_bound([node.target], [element]))}
        if node.test is not None:
            self._stack.append(_Scope("for", self._here.where, names=names))
            self._evaluator.value(node.test)
            self._stack.pop()
        return names

    def _parameters(self, node: nodes.Macro | nodes.CallBlock) -> dict[str, Value]:
        for default in node.defaults:
            self._evaluator.value(default)
        names = {one.name: Value(ANY) for one in node.args}
        if isinstance(node, nodes.CallBlock):
            self._evaluator.value(node.call)
            return names
        self._bind(node.name, Value(function(ANY)))
        extra = {name: Value(ANY) for name in ("caller", "varargs", "kwargs")}
        return {**extra, **names}

    def _branch(self, tree: nodes.Template | None) -> None:
        scope = self._stack[-1]
        scope.guarded = set()
        if tree is not None and tree.body and isinstance(tree.body[0], nodes.If):
            self._evaluator.value(tree.body[0].test)
            scope.guarded = guards(tree.body[0].test)

    def _statement(self, tree: nodes.Template) -> None:
        for node in tree.body:
            if isinstance(node, nodes.Assign):
                for name, bound in self._assigned(node):
                    self._bind(name, bound)
            elif isinstance(node, nodes.AssignBlock):
                self._bind(getattr(node.target, "name", ""), Value(TEXT))
            else:
                self._evaluator.value(node)

    def _assigned(self, node: nodes.Assign) -> Iterator[tuple[str, Value]]:
        """Yield the names that `{% set a, b = x, y %}` sets."""
        left, right = node.target, node.node
        if isinstance(left, nodes.Tuple) and isinstance(right, nodes.Tuple):
            yield from _bound(left.items, [self._evaluator.value(one) for one in right.items])
        else:
            yield from _bound([left], [self._evaluator.value(right)])

    def _bind(self, name: str, value: Value) -> None:
        next(s for s in reversed(self._stack) if s.word in _SCOPES).names[name] = value

    def _close(self, word: str) -> None:
        if not any(scope.word == word for scope in self._stack[1:]):
            return
        while True:
            scope = self._stack.pop()
            self._gone.update(dict.fromkeys(scope.names, scope.where))
            if scope.word == word:
                return


def merged_value(values: list[Value]) -> Value:
    """Return the one value that a tag prints."""
    return values[0] if len(values) == 1 else Value(ANY)


def _bound(targets: Sequence[nodes.Node], values: list[Value]) -> Iterator[tuple[str, Value]]:
    for target, value in zip(targets, values, strict=False):
        if isinstance(target, nodes.Name):
            yield target.name, value
        else:
            item = Value(value.type.item or ANY if value.type.sort is Sort.LIST else ANY)
            for name in target.find_all(nodes.Name):
                yield name.name, item
