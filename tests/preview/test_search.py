"""The search for data: conditions that exclude each other, that need each other, that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.preview.choices import Choice
from generator.preview.search import Found, search

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.preview.choices import Picks
    from generator.preview.search import Outcome, Taken

A, B = Choice(path=("a",), values=(9, 0, "trong")), Choice(path=("b",), values=(9, 0, "trong"))


def _both(a: object, b: object) -> Taken:
    """Go as `{% if a and b %}{% elif a %}{% elif a == 0 and b == 0 %}{% endif %}` does."""
    first, second = isinstance(a, int) and a > 0, isinstance(b, int) and b > 0
    taken = {(0, "dung" if first and second else "sai")}
    if not (first and second):
        taken.add((1, "dung" if first else "sai"))
        if not first:
            taken.add((2, "dung" if a == b == 0 else "sai"))
    return frozenset(taken)


def _render(rule: Callable[[object, object], Taken | None]) -> Callable[[Picks], Taken | None]:
    return lambda picks: rule(picks.get(("a",), 9), picks.get(("b",), 9))


LEFT = ((0, "sai"), (1, "dung"), (1, "sai"), (2, "dung"), (2, "sai"))
WANTED: Mapping[Outcome, tuple[Choice, ...]] = dict.fromkeys(LEFT, (A, B))


def _outcomes(found: tuple[Found, ...]) -> set[Outcome]:
    return {outcome for one in found for outcome in one.taken}


def test_branches_that_exclude_each_other_are_found_in_few_samples() -> None:
    found = search(Found(picks={}, taken=_both(9, 9)), WANTED, _render(_both))

    assert _outcomes(found) >= set(WANTED)
    assert len(found) <= 3


def test_what_cannot_be_is_left_and_the_search_ends() -> None:
    never = {**WANTED, (7, "dung"): (A, B)}
    found = search(Found(picks={}, taken=_both(9, 9)), never, _render(_both))

    assert (7, "dung") not in _outcomes(found)
    assert (2, "dung") in _outcomes(found)


def test_values_that_are_no_report_do_not_spoil_those_tried_with_them() -> None:
    def strict(a: object, b: object) -> Taken | None:
        return None if b == 0 else _both(a, b)

    wanted = {(1, "dung"): (B,), (1, "sai"): (A,)}
    found = search(Found(picks={}, taken=_both(9, 9)), wanted, _render(strict))

    assert _outcomes(found) >= set(wanted)
    assert all(one.picks.get(("b",)) != 0 for one in found)


def test_the_search_can_be_ended() -> None:
    asked: list[Picks] = []

    def render(picks: Picks) -> Taken | None:
        asked.append(picks)
        return None

    begin = Found(picks={}, taken=_both(9, 9))
    assert search(begin, WANTED, render, lambda: True) == ()
    assert asked == []
