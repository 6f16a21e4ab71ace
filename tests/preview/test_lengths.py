"""What a condition rules out for the loops behind it."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from generator.preview.depends import Names
from generator.preview.lengths import impossible

JINJA = Environment(autoescape=True)


def _never(test: str, *, held: bool) -> set[str]:
    tree = JINJA.parse(f"{{% if {test} %}}{{% endif %}}")
    found = impossible(next(tree.find_all(nodes.If)).test, Names().of, held=held)
    assert {chain for chain, _ in found} <= {("x",)}
    return {outcome for _, outcome in found}


@pytest.mark.parametrize(
    ("test", "held", "not_held"),
    [
        ("x", {"khong"}, {"mot", "nhieu"}),
        ("not x", {"mot", "nhieu"}, {"khong"}),
        ("x | length == 1", {"khong", "nhieu"}, {"mot"}),
        ("x | length > 1", {"khong", "mot"}, {"nhieu"}),
        ("x | length > 5", {"khong", "mot"}, set()),
        ("x | length", {"khong"}, {"mot", "nhieu"}),
        ("x and y.z == 1", {"khong"}, set()),
        ("x | length == y", set(), set()),
        ("x == 1", set(), set()),
        ("x is defined", set(), set()),
    ],
)
def test_lengths_that_cannot_be(test: str, held: set[str], not_held: set[str]) -> None:
    assert _never(test, held=True) == held
    assert _never(test, held=False) == not_held


def test_of_two_lists_neither_is_left_empty_or_full() -> None:
    tree = JINJA.parse("{% if x or y %}{% endif %}")
    test = next(tree.find_all(nodes.If)).test

    assert impossible(test, Names().of, held=True) == frozenset()
    assert len(impossible(test, Names().of, held=False)) == 4
