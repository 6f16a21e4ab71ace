"""Sample data that lead a template into branches which the plain samples do not enter.

Nothing is reasoned about conditions: values are tried at the places that a condition depends on,
and what the rendering then goes through is seen. A trial serves all conditions at once, each with
the next of its own values; where one led to something new, the next trials begin. In the end what
was of use is put together in as few samples as will do.
"""

from __future__ import annotations

from itertools import chain, islice, product
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from generator.preview.choices import Choice, Path, Picks  # noqa: TC001  # msgspec reads annotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.preview.values import Tree

# The number of a mark, and what came of it.
Outcome: TypeAlias = tuple[int, str]
Taken: TypeAlias = frozenset[Outcome]
Wanted: TypeAlias = "Mapping[Outcome, Sequence[Choice]]"
Render: TypeAlias = "Callable[[Picks], Taken | None]"

_MOST_TRIALS: Final = 150
_OF_ONE: Final = 40
_TOGETHER: Final = 3
_ALONE: Final = 8


class Found(Struct, frozen=True, kw_only=True):
    """Some picks, and what they lead to."""

    picks: Picks
    taken: Taken


def search(
    begin: Found, wanted: Wanted, render: Render, enough: Callable[[], bool] = lambda: False
) -> tuple[Found, ...]:
    """Return few picks that together lead to as much of `wanted` as could be found.

    `begin` is where the search starts; `wanted` says for each outcome that plain samples do not
    lead to what decides it. `render` returns what picks lead to, None where the data are no report.
    `enough` is asked before each trial: True ends them.
    """
    run = _Search(wanted, render, enough)
    queue = [begin]
    for base in queue:  # grows
        queue += run.around(base)
    queue += run.alone(begin)
    return _together(run.useful, queue[1:], render)


class _Search:
    """Tries, and keeps in `useful` the picks that an outcome was seen to come from."""

    def __init__(self, wanted: Wanted, render: Render, enough: Callable[[], bool]) -> None:
        self._left, self._render, self._enough = dict(wanted), render, enough
        self._met: set[int] = set()
        self._trials = 0
        self.useful: dict[Outcome, Picks] = {}

    def around(self, base: Found) -> Iterator[Found]:
        """Try values near `base` and yield what leads to something new.

        At the first base all conditions have their turn, later those that were not met before.
        """
        met = {number for number, _ in base.taken}
        plans = _Plans(
            {
                outcome: choices
                for outcome, choices in self._left.items()
                if choices and (not self._met or outcome[0] in met - self._met)
            }
        )
        self._met |= met
        while self._goes_on() and (turns := plans.next(self._left)):
            yield from self._tried(base, turns)

    def alone(self, base: Found) -> Iterator[Found]:
        """Try what is left by itself: others may have led away from its condition each time."""
        for outcome, choices in list(self._left.items()):
            for picks in islice(_plan(choices) if choices else (), _ALONE):
                if outcome in self._left and self._goes_on():
                    yield from self._tried(base, {outcome: picks})

    def _goes_on(self) -> bool:
        return self._trials < _MOST_TRIALS and not self._enough()

    def _tried(self, base: Found, turns: Mapping[Outcome, Picks]) -> Iterator[Found]:
        """Try picks together; where that is no report, each half by itself."""
        picks = dict(base.picks)
        for one in turns.values():
            picks.update(one)
        self._trials += 1
        taken = self._render(picks)
        if taken is None and len(turns) > 1:
            several = list(turns.items())
            half = len(several) // 2
            yield from self._tried(base, dict(several[:half]))
            yield from self._tried(base, dict(several[half:]))
        new = [outcome for outcome in self._left if taken and outcome in taken]
        for outcome in new:
            del self._left[outcome]
            self.useful[outcome] = {**base.picks, **turns.get(outcome, picks)}
        if taken and new:
            yield Found(picks=picks, taken=taken)


class _Plans:
    """What to try for each outcome, in turn."""

    def __init__(self, wanted: Wanted) -> None:
        self._plans: dict[Outcome, Iterator[Picks]] = {
            outcome: islice(_plan(choices), _OF_ONE) for outcome, choices in wanted.items()
        }

    def next(self, left: Iterable[Outcome]) -> dict[Outcome, Picks]:
        """Return the next picks for all of `left` that do not stand in each other's way."""
        box: dict[Path, Tree] = {}
        turns = {}
        for outcome in [outcome for outcome in self._plans if outcome in left]:
            picks = next(self._plans[outcome], None)
            if picks is None:
                del self._plans[outcome]
            elif _fits(picks, box):
                box.update(picks)
                turns[outcome] = picks
            else:  # it is the first the next time
                plan = chain((picks,), self._plans.pop(outcome))
                self._plans = {outcome: plan, **self._plans}
        return turns


def _plan(choices: Sequence[Choice]) -> Iterator[Picks]:
    """Yield picks to try: one place at a time, all places alike, then some places in every way."""
    for choice in choices:
        for value in choice.values:
            yield {choice.path: value}
    for number in range(max(len(choice.values) for choice in choices)):
        yield {one.path: one.values[number] for one in choices if number < len(one.values)}
    few = choices[:_TOGETHER]
    for values in product(*(choice.values for choice in few)):
        yield {choice.path: value for choice, value in zip(few, values, strict=True)}


def _fits(picks: Picks, box: Picks) -> bool:
    """Tell whether picks go together: the same at one place, nothing inside what is replaced."""
    return all(
        mine == theirs
        if path == other
        else path != other[: len(path)] and other != path[: len(other)]
        for path, mine in picks.items()
        for other, theirs in box.items()
    )


def _together(
    useful: Mapping[Outcome, Picks], trials: Sequence[Found], render: Render
) -> tuple[Found, ...]:
    """Return picks that lead to all outcomes of `useful`, which `trials` led to one by one."""
    boxes: list[dict[Path, Tree]] = []
    for picks in useful.values():
        box = next((box for box in boxes if _fits(picks, box)), None)
        if box is None:
            boxes.append(dict(picks))
        else:
            box.update(picks)
    found = [*(Found(picks=box, taken=render(box) or frozenset()) for box in boxes), *trials]
    kept: list[tuple[Found, frozenset[Outcome]]] = []
    for one, share in _shares(found, set(useful)):
        for number, (other, its_share) in enumerate(kept):
            both = _with(other, {outcome: useful[outcome] for outcome in share}, render)
            if both.taken >= share | its_share:
                kept[number] = both, share | its_share
                break
        else:
            kept.append((one, share))
    return tuple(one for one, _ in kept)


def _with(found: Found, useful: Mapping[Outcome, Picks], render: Render) -> Found:
    picks = dict(found.picks)
    for outcome in sorted(useful):
        picks.update(useful[outcome])
    return Found(picks=picks, taken=render(picks) or frozenset())


def _shares(found: Sequence[Found], wanted: set[Outcome]) -> list[tuple[Found, frozenset[Outcome]]]:
    """Return few of `found`, the most useful first, each with what it alone is kept for."""
    kept = []
    while wanted:
        best = max(found, key=lambda one: len(wanted & one.taken))
        kept.append((best, frozenset(wanted & best.taken)))
        wanted -= best.taken
    return kept
