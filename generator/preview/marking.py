"""Marks in the syntax tree of a template: what tells which way a rendering goes.

The condition of every `if`, `elif` and inline `if` goes through a filter that tells whether it
held, what a loop runs over through one that tells that it begins, and each step of it is told.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from msgspec import Struct
from msgspec.structs import replace

from generator.names.sources import FROM_DATA, FROM_EARLIER, NEVER_EMPTY
from generator.preview.depends import ELEMENT, Depends, Names, together
from generator.preview.lengths import MANY, NONE, ONE, impossible
from generator.problem import Where  # noqa: TC001  # msgspec reads annotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.preview.depends import Chain

TRUE: Final = "dung"
FALSE: Final = "sai"
# -- names that no template can write --
TESTED: Final = " xet"
BEGUN: Final = " vong"
STEP: Final = " buoc"


class Mark(Struct, frozen=True, kw_only=True):
    """One condition or loop: where it stands, as which one there, and what it depends on.

    `where.tag` is the text of its tag; `never` are outcomes that the tags around it rule out.
    """

    where: Where
    nth: int
    is_loop: bool
    depends: Depends
    never: frozenset[str] = frozenset()

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What can become of it with some data.

        A list that the template itself, the forms or the register of units write stays as it is.
        """
        if not self.is_loop:
            return (TRUE, FALSE)
        if self.depends.fixed or not any(map(of_data, self.depends.chains)):
            return ()
        never = {*self.never, *([NONE] if self.depends.values & NEVER_EMPTY else [])}
        return tuple(outcome for outcome in (NONE, ONE, MANY) if outcome not in never)


def of_data(chain: Chain) -> bool:
    """Tell whether the data file decides what a chain leads to."""
    return chain[0] in FROM_DATA or chain[0] in FROM_EARLIER


class Marking:
    """Marks one tree, in the order of its text.

    `number` takes in a mark and gives its number, `use` takes the chains of what is printed;
    `names` are those the text has set before, `where` tells the place of a line.
    """

    def __init__(
        self,
        number: Callable[[Mark], int],
        use: Callable[[Iterable[Chain]], None],
        names: Names,
        where: Callable[[int], Where],
    ) -> None:
        """Mark nothing yet."""
        self._take, self._use, self._names, self._where = number, use, names, where
        self._there: Counter[Where] = Counter()
        self._never: frozenset[tuple[Chain, str]] = frozenset()
        self._else_of = Depends()  # what decides whether an `elif` is asked at all

    def visit(self, node: nodes.Node) -> None:
        """Mark a node and all inside it."""
        if isinstance(node, nodes.For):
            self._loop(node)
        elif isinstance(node, nodes.If | nodes.CondExpr):
            self._condition(node)
        else:
            self._inside(node)
            if isinstance(node, nodes.Assign):
                self._names.set(node.target, node.node)
            elif isinstance(node, nodes.Output):
                self._use(self._names.of(*node.nodes).chains)

    def _inside(self, *several: nodes.Node) -> None:
        for node in several:
            for child in node.iter_child_nodes():
                self.visit(child)

    def _condition(self, node: nodes.If | nodes.CondExpr) -> None:
        before, needs = self._never, together((self._names.of(node.test), self._else_of))
        number, self._else_of = self._number(node, needs), Depends()
        self.visit(node.test)
        if isinstance(node, nodes.If):
            self._where_holds(node.test, node.body, held=True)
            for other in node.elif_:  # each knows that the conditions before it do not hold
                self._never = self._never | impossible(node.test, self._names.of, held=False)
                self._else_of = needs = together((needs, self._names.of(other.test)))
                self.visit(other)
            self._where_holds(node.test, node.else_, held=False)
        else:
            self._inside(node)
        self._never = before
        node.test = _told(TESTED, node.test, number, node.lineno)

    def _where_holds(self, test: nodes.Node, several: Iterable[nodes.Node], *, held: bool) -> None:
        before = self._never
        self._never = before | impossible(test, self._names.of, held=held)
        for node in several:
            self.visit(node)
        self._never = before

    def _loop(self, node: nodes.For) -> None:
        over = self._names.of(node.iter)  # before `{% for x in x.y %}` gives `x` another meaning
        self._names.loop(node.target, node.iter)
        self._use((*chain, ELEMENT) for chain in over.values)
        needs = together((over, self._names.of(node.test)))
        needs = replace(needs, fixed=over.fixed and node.test is None)
        never = (outcome for chain, outcome in self._never if chain in over.values)
        number = self._number(node, needs, frozenset(never))
        self._inside(node)
        line = node.lineno
        node.iter = _told(BEGUN, node.iter, number, line)
        step = nodes.Filter(nodes.Const(number, lineno=line), STEP, [], [], None, None, lineno=line)
        node.body.insert(0, nodes.ExprStmt(step, lineno=line))

    def _number(
        self, node: nodes.Node, depends: Depends, never: frozenset[str] = frozenset()
    ) -> int:
        where = self._where(node.lineno)
        self._there[where] += 1
        mark = Mark(
            where=where,
            nth=self._there[where],
            is_loop=isinstance(node, nodes.For),
            depends=depends,
            never=never,
        )
        return self._take(mark)


def _told(name: str, value: Any, number: int, line: int) -> nodes.Filter:
    args: list[nodes.Expr] = [nodes.Const(number, lineno=line)]
    return nodes.Filter(value, name, args, [], None, None, lineno=line)
