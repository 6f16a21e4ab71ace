"""What an expression of a template depends on, through names that the template sets."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from generator.preview.depends import Depends, Names

JINJA = Environment(autoescape=True)


def _of(source: str) -> Depends:
    """Return what the last tag, a print, depends on, after all before it has set its names."""
    names = Names()
    tree = JINJA.parse(source)
    for one in tree.find_all(nodes.Assign):
        names.set(one.target, one.node)
    for loop in tree.find_all(nodes.For):
        names.loop(loop.target, loop.iter)
    last = list(tree.find_all(nodes.Output))[-1]
    return names.of(last.nodes[-1])


def _chains(source: str) -> set[str]:
    return {".".join(chain) for chain in _of(source).chains}


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("{{ ct.a and ct.b.co }}", {"ct.a", "ct.b.co"}),
        ("{{ sl['a'].b }}", {"sl.a.b"}),
        ("{{ sl.a[0].b }}", {"sl.a.[].b"}),
        ("{{ sl.a[sl.khoa] }}", {"sl.a.[?]", "sl.khoa"}),
        ("{{ sl.a | tong > 0 }}", {"sl.a"}),
        ("{{ sl.a.values() | tong }}", {"sl.a"}),
        ("{{ sl.a | map(attribute='x.y') | max }}", {"sl.a", "sl.a.[].x.y"}),
        ("{{ sl.a | selectattr('x') | list }}", {"sl.a", "sl.a.[].x"}),
        ("{% set x = ct.a %}{{ x == 1 }}", {"ct.a"}),
        ("{% set x, y = ct.a, ct.b %}{{ y }}", {"ct.b"}),
        ("{% set x = [ct.a, ct.b] %}{{ x | tong }}", {"ct.a", "ct.b"}),
        ("{% for x in sl.a %}{{ x.b }}{% endfor %}", {"sl.a", "sl.a.[].b"}),
        ("{% for t, v in [('A', sl.a), ('B', sl.b)] %}{{ v }}{% endfor %}", {"sl.a", "sl.b"}),
        ("{{ cung_ky.ct.a if cung_ky.co else sl.a }}", {"cung_ky.ct.a", "cung_ky.co", "sl.a"}),
    ],
)
def test_every_name_that_decides_is_found(source: str, wanted: set[str]) -> None:
    assert _chains(source) == wanted


def test_what_may_be_missing_is_told_apart() -> None:
    found = _of("{{ sl.a is defined and (sl.b | default(0)) and sl.c }}")

    assert found.optional == {("sl", "a"), ("sl", "b")}


def test_numbers_that_figures_are_compared_with_are_kept() -> None:
    assert _of("{% set x = ct.a < 50 %}{{ x or ct.b == 100 }}").numbers == {50, 100}


@pytest.mark.parametrize(
    ("source", "fixed"),
    [
        ("{{ [sl.a, sl.b] }}", True),
        ("{% set x = ['a', 'b'] + ['c'] %}{{ x | list }}", True),
        ("{{ range(3) }}", True),
        ("{{ range(sl.a) }}", False),
        ("{{ [sl.a, sl.b] | select }}", False),
        ("{{ sl.a }}", False),
    ],
)
def test_a_list_that_the_template_writes_has_its_length(source: str, fixed: bool) -> None:
    assert _of(source).fixed is fixed
