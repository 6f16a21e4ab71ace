"""Which data an expression of a template depends on, through `{% set %}`, loops and filters.

A chain is a path of names from the top: `("sl", "mot_cua", "dung_han")`; `[]` is an element of a
list, `[?]` what stands under a key that is worked out.
Better one chain too many than one too few: what is found is tried, and what comes of it is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jinja2 import nodes
from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Chain: TypeAlias = tuple[str, ...]
ELEMENT: Final = "[]"
UNKNOWN: Final = "[?]"
_MAY_MISS: Final = frozenset({"default", "d"})
# -- what keeps the number of elements --
_ALIKE: Final = frozenset({"list", "sort", "reverse"})


class Depends(Struct, frozen=True):
    """What a value comes from: `values` are the chains it may be, `chains` all that it needs.

    `optional` are those the template can do without, `numbers` what figures are compared with.
    `fixed` tells that the template itself writes how many elements there are.
    """

    values: frozenset[Chain] = frozenset()
    chains: frozenset[Chain] = frozenset()
    optional: frozenset[Chain] = frozenset()
    numbers: frozenset[int] = frozenset()
    fixed: bool = False


class Names:
    """The names that a text has set so far, each with what it depends on."""

    def __init__(self) -> None:
        """Begin with none: a name that was not set is one of the data."""
        self._set: dict[str, Depends] = {}
        self._methods: tuple[tuple[Any, Callable[[Any], Depends]], ...] = (
            (nodes.Name, self._name),
            ((nodes.Getattr, nodes.Getitem), self._member),
            (nodes.Filter, self._filter),
            (nodes.Call, self._call),
            (nodes.Const, self._const),
            ((nodes.List, nodes.Tuple), self._list),
            (nodes.Test, self._test),
        )

    def of(self, *expressions: nodes.Node | None) -> Depends:
        """Return what expressions depend on together."""
        return together(self._of(node) for node in expressions if node is not None)

    def set(self, target: nodes.Node, value: nodes.Node) -> None:
        """Take in `{% set target = value %}`."""
        if isinstance(target, nodes.Tuple) and isinstance(value, nodes.Tuple):
            for own, one in zip(target.items, value.items, strict=False):
                self._bind(own, self._of(one))
        else:
            self._bind(target, self._of(value))

    def loop(self, target: nodes.Node, over: nodes.Node) -> None:
        """Take in `{% for target in over %}`."""
        rows = [row for row in _written(over) if isinstance(row, nodes.Tuple)]
        if isinstance(target, nodes.Tuple) and rows:
            for number, own in enumerate(target.items):
                column = (row.items[number] for row in rows if number < len(row.items))
                self._bind(own, together(map(self._of, column)))
            return
        self._bind(target, _inside(self._of(over)))

    def _bind(self, target: nodes.Node, value: Depends) -> None:
        targets = target.items if isinstance(target, nodes.Tuple) else [target]
        for one in targets:
            if isinstance(one, nodes.Name):
                self._set[one.name] = value

    def _of(self, node: nodes.Node) -> Depends:
        for kinds, method in self._methods:
            if isinstance(node, kinds):
                return method(node)
        return self._parts(node)

    def _parts(self, node: nodes.Node) -> Depends:
        return together(map(self._of, node.iter_child_nodes()))

    def _name(self, node: nodes.Name) -> Depends:
        own = frozenset({(node.name,)})
        return self._set.get(node.name) or Depends(own, own)

    def _const(self, node: nodes.Const) -> Depends:
        is_number = type(node.value) is int
        return Depends(numbers=frozenset({node.value})) if is_number else Depends()

    def _list(self, node: nodes.List | nodes.Tuple) -> Depends:
        return replace(self._parts(node), fixed=True)

    def _test(self, node: nodes.Test) -> Depends:
        found = self._parts(node)
        if node.name not in {"defined", "undefined"}:
            return found
        return replace(found, optional=found.optional | found.values)

    def _call(self, node: nodes.Call) -> Depends:
        """Return what a call depends on: `a.values()` on `a`, a function on what it is given."""
        arguments = (*node.args, *(pair.value for pair in node.kwargs))
        given = together(map(self._of, arguments))
        if isinstance(node.node, nodes.Getattr):
            owner = self._of(node.node.node)
            return replace(together((owner, given)), values=owner.values, fixed=False)
        return replace(given, fixed=not given.chains)

    def _member(self, node: nodes.Getattr | nodes.Getitem) -> Depends:
        owner = self._of(node.node)
        name, needed = UNKNOWN, owner
        if isinstance(node, nodes.Getattr):
            name = node.attr
        elif isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            name = node.arg.value
        elif isinstance(node.arg, nodes.Const):
            name = ELEMENT
        else:
            needed = together((owner, self._of(node.arg)))
        values = frozenset((*chain, name) for chain in owner.values)
        return Depends(values, needed.chains - owner.values | values, needed.optional)

    def _filter(self, node: nodes.Filter) -> Depends:
        given = self._of(node.node) if node.node is not None else Depends()
        rest = (*node.args, *(pair.value for pair in node.kwargs))
        found = together((given, *map(self._of, rest)))
        named = next((_text(pair.value) for pair in node.kwargs if pair.key == "attribute"), "")
        if node.name.endswith("attr"):  # selectattr, rejectattr: elements stay what they are
            inner = _inside(given, (_text(node.args[0]) if node.args else "").split("."))
            return replace(found, values=given.values, chains=found.chains | inner.values)
        if named:
            inner = _inside(given, named.split("."))
            return replace(found, values=inner.values, chains=found.chains | inner.values)
        if node.name in _MAY_MISS:
            found = replace(found, optional=found.optional | given.values)
        alike = node.name in _ALIKE or node.name.startswith(" ")  # those of the compiler
        return replace(found, values=given.values, fixed=given.fixed and alike)


def together(several: Iterable[Depends]) -> Depends:
    """Return what several values depend on, as one."""
    found = list(several)
    return Depends(
        frozenset().union(*(one.values for one in found)),
        frozenset().union(*(one.chains for one in found)),
        frozenset().union(*(one.optional for one in found)),
        frozenset().union(*(one.numbers for one in found)),
        bool(found) and all(one.fixed for one in found),
    )


def _inside(found: Depends, names: Sequence[str] = ()) -> Depends:
    values = frozenset((*chain, ELEMENT, *names) for chain in found.values)
    return replace(found, values=values, chains=found.chains | values, fixed=False)


def _written(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the elements of lists that the template itself writes."""
    for one in (node, *node.find_all((nodes.List, nodes.Tuple))):
        if isinstance(one, nodes.List):
            yield from one.items


def _text(node: nodes.Node) -> str:
    return str(node.value) if isinstance(node, nodes.Const) else ""
