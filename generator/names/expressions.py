"""The type of an expression, worked out from the names in it; what is wrong is noted on the way."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  # msgspec reads annotations
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from generator.names import charts, faults, operations
from generator.names.filters import FILTERS
from generator.names.types import (
    ANY,
    FIGURE,
    FLAG,
    NUMBER,
    RUNS,
    TEXT,
    Sort,
    Type,
    function,
    list_of,
)
from generator.names.world import Value, World, merged
from generator.word.limits import MAX_RANGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.problem import Problem

_MAX_POWER: Final = 64
_MAX_REPEATED: Final = 10_000
_PYTHON: Final[Mapping[Sort, type]] = {
    Sort.TEXT: str,
    Sort.RUNS: str,
    Sort.DATE: date,
    Sort.NUMBER: Decimal,
    Sort.FLAG: bool,
    Sort.LIST: tuple,
    Sort.GROUP: dict,
}
_MAY_MISS: Final = frozenset({"default", "d"})


class Evaluator:
    """Works out the expressions of one tag.

    `find` gives the value of a name or None; `note` takes what is wrong, `use` every path used
    and whether it exists. Paths in `guarded` were tested for being there.
    """

    def __init__(
        self,
        world: World,
        find: Callable[[str], Value | None],
        note: Callable[[Callable[[Any], Problem | None]], None],
        use: Callable[[str, bool], None],
    ) -> None:
        """Evaluate in `world`."""
        self._world, self._find, self._note, self._use = world, find, note, use
        self._quiet = 0
        self.guarded: set[str] = set()
        self.missing: Callable[[str], None] = lambda _: None

    def value(self, node: nodes.Node | None) -> Value:
        """Return the value of an expression, after looking at everything in it."""
        if node is None:
            return Value(ANY)
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is not None:
            found: Value = method(node)
            return found
        for child in node.iter_child_nodes():
            self.value(child)
        return Value(_RESULTS.get(type(node), ANY))

    # -- names --

    def _name(self, node: nodes.Name) -> Value:
        found = self._find(node.name)
        if found is None:
            self._use(node.name, False)
            if not self._quiet and node.name not in self.guarded:
                self.missing(node.name)
            return Value(ANY)
        if found.path:
            self._use(found.path, True)
        return found

    def _getattr(self, node: nodes.Getattr) -> Value:
        return self._inside(node.node, node.attr)

    def _getitem(self, node: nodes.Getitem) -> Value:
        argument = node.arg
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            return self._inside(node.node, argument.value)
        owner = self.value(node.node)
        if isinstance(argument, nodes.Slice):
            self.value(argument)
            return Value(owner.type)
        self.value(argument)
        if owner.type.sort is Sort.LIST:
            return Value(owner.type.item or ANY, f"{owner.path}[]" if owner.path else "")
        return Value(TEXT if owner.type.sort is Sort.TEXT else ANY)

    def _inside(self, owner_node: nodes.Node, name: str) -> Value:
        owner = self.value(owner_node)
        path = f"{owner.path}.{name}" if owner.path else ""
        found = self._member(owner.type, name)
        if path:
            self._use(path, found is not None)
        if found is not None:
            return Value(found, path)
        written = _written(owner_node)
        if not self._quiet and not name.startswith("_") and not self._is_guarded(written, name):
            inside = tuple(self._world.inside(owner.type))
            make = faults.not_in_samples if owner.type.from_data else faults.unknown_inside
            self._note(lambda where: make(written, name, inside, where))
        return Value(ANY)

    def _is_guarded(self, written: str, name: str) -> bool:
        full = f"{written}.{name}"
        return any(full == one or full.startswith(f"{one}.") for one in self.guarded)

    def _member(self, owner: Type, name: str) -> Type | None:
        """Return the type of what is called `name` in `owner`, None where there is nothing."""
        inside = self._world.inside(owner)
        if name in inside:
            return inside[name]
        if owner.sort is Sort.ANY:
            return ANY
        methods = _PYTHON.get(owner.sort)
        if methods is not None and hasattr(methods, name) and not name.startswith("_"):
            return function(ANY) if callable(getattr(methods, name)) else ANY
        return owner.item if owner.sort is Sort.GROUP and owner.keys is None else None

    # -- values worked out --

    def _const(self, node: nodes.Const) -> Value:
        for kind, found in ((bool, FLAG), (str, TEXT), (int, NUMBER), (float, NUMBER)):
            if isinstance(node.value, kind):
                return Value(found)
        return Value(ANY)

    def _list(self, node: nodes.List | nodes.Tuple) -> Value:
        return Value(list_of(merged(self.value(item).type for item in node.items)))

    _tuple = _list

    def _dict(self, node: nodes.Dict) -> Value:
        for pair in node.items:
            self.value(pair.value)
        return Value(Type(sort=Sort.GROUP, item=ANY))

    def _condexpr(self, node: nodes.CondExpr) -> Value:
        self.value(node.test)
        return Value(merged((self.value(node.expr1).type, self.value(node.expr2).type)))

    def _test(self, node: nodes.Test) -> Value:
        if node.name in {"defined", "undefined"}:
            self._quietly(node.node)
        else:
            self.value(node.node)
        for argument in node.args:
            self.value(argument)
        return Value(FLAG)

    def _quietly(self, node: nodes.Node | None) -> Value:
        self._quiet += 1
        found = self.value(node)
        self._quiet -= 1
        return found

    def _call(self, node: nodes.Call) -> Value:
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.value(argument)
        if isinstance(node.node, nodes.Name) and node.node.name == "range":
            self._check_range(node)
        if isinstance(node.node, nodes.Name) and node.node.name == charts.NAME and node.args:
            drawn = self.value(node.args[0])
            for make in charts.wrong_in(node, drawn.type):
                self._note(make)
        called = self.value(node.node)
        return Value(called.type.gives or ANY)

    def _check_range(self, node: nodes.Call) -> None:
        numbers = [a.value for a in node.args if isinstance(a, nodes.Const)]
        if any(isinstance(number, int) and abs(number) > MAX_RANGE for number in numbers):
            self._note(
                lambda where: faults.too_much(
                    (f"range quá {MAX_RANGE:,} phần tử", f"a range of more than {MAX_RANGE:,}"),
                    where,
                )
            )

    def _filter(self, node: nodes.Filter) -> Value:
        given = self._quietly(node.node) if node.name in _MAY_MISS else self.value(node.node)
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.value(argument)
        if node.name == "safe":
            self._note(faults.unescaped)
        info = FILTERS.get(node.name)
        if info is None:
            return Value(ANY)
        plain = Sort.TEXT if given.type.sort is Sort.RUNS else given.type.sort
        if plain is not Sort.ANY and plain not in info.takes:
            self._note(lambda where: faults.wrong_input(node.name, given.type, info.takes, where))
        self._check_elements(node.name, given.type)
        if node.name in {"first", "last"} and given.type.sort is Sort.LIST:
            return Value(given.type.item or ANY, f"{given.path}[]" if given.path else "")
        return Value(info.gives or given.type)

    def _check_elements(self, name: str, given: Type) -> None:
        """Note a filter that writes the elements of a list where these have no words."""
        item = given.item if given.sort is Sort.LIST else None
        if name in {"danh_sach", "join"} and item is not None and item.sort is Sort.GROUP:
            inside = list(self._world.inside(item))[:6]
            self._note(lambda where: faults.not_printable(item, inside, where))

    # -- operations --

    def _arithmetic(self, node: nodes.BinExpr) -> Value:
        left, right = (self.value(side).type.sort for side in (node.left, node.right))
        wrong = operations.sum_of(node.operator, left, right)
        if wrong is not None:
            self._note(wrong)
        sorts = {left, right}
        if sorts == {Sort.NUMBER}:
            return Value(NUMBER)
        return Value(FIGURE if Sort.FIGURE in sorts and sorts <= _COUNTED else ANY)

    _add = _sub = _div = _floordiv = _mod = _arithmetic

    def _compare(self, node: nodes.Compare) -> Value:
        left, before = node.expr, self.value(node.expr).type.sort
        for one in node.ops:
            sort = self.value(one.expr).type.sort
            wrong = operations.comparison(one.op, (before, sort), (left, one.expr))
            if wrong is not None:
                self._note(wrong)
            left, before = one.expr, sort
        return Value(FLAG)

    def _mul(self, node: nodes.Mul) -> Value:
        sides = (node.left, node.right)
        texts = [side for side in sides if self.value(side).type.sort in {Sort.TEXT, Sort.LIST}]
        if texts and any(_number(side) > _MAX_REPEATED for side in sides):
            self._note(lambda where: faults.too_much(_REPEATED, where))
        return self._arithmetic(node)

    def _pow(self, node: nodes.Pow) -> Value:
        if _number(node.right) > _MAX_POWER:
            self._note(lambda where: faults.too_much(_POWER, where))
        return self._arithmetic(node)


_COUNTED: Final = frozenset({Sort.NUMBER, Sort.FIGURE})
_REPEATED: Final = ("lặp lại quá nhiều lần", "repeated too many times")
_POWER: Final = ("lũy thừa quá lớn", "too large a power")
_RESULTS: Final[Mapping[type[nodes.Node], Type]] = {
    nodes.Not: FLAG,
    nodes.Concat: TEXT,
    nodes.TemplateData: TEXT,
    nodes.MarkSafe: RUNS,
}


def _number(node: nodes.Node) -> int:
    value = node.value if isinstance(node, nodes.Const) else 0
    return value if isinstance(value, int) else 0


def _written(node: nodes.Node) -> str:
    """Return an expression as the designer wrote it, as far as it is a chain of names."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        shown = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{_written(node.node)}[{shown!r}]" if shown != "…" else f"{_written(node.node)}[…]"
    return "…"


def guards(tree: nodes.Node) -> set[str]:
    """Return the chains of names that `is defined` asks for."""
    tests = [tree] if isinstance(tree, nodes.Test) else tree.find_all(nodes.Test)
    return {_written(one.node) for one in tests if one.name == "defined"}
