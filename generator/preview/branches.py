"""Which branches of a template set no sample shows, and further samples that show most of them."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.preview.lengths import MANY, NONE, ONE
from generator.preview.marking import FALSE, TRUE, of_data
from generator.preview.search import Found, search
from generator.preview.values import Case
from generator.problem import Message, Where  # msgspec reads annotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.preview.choices import Picks
    from generator.preview.making import Making
    from generator.preview.marking import Mark
    from generator.preview.search import Outcome

EXTRA: Final = "nhanh-"  # before the number of a further sample
SECONDS: Final = 30.0  # for the search: with slow templates rather a branch less
_WHEN: Final = {
    TRUE: Message("khi điều kiện đúng", "where the condition holds"),
    FALSE: Message("khi điều kiện sai", "where the condition does not hold"),
    NONE: Message("khi danh sách rỗng", "with an empty list"),
    ONE: Message("khi danh sách có đúng một phần tử", "with one element"),
    MANY: Message("khi danh sách có nhiều phần tử", "with several elements"),
}
_NOT_OF_DATA: Final = Message(
    "Biểu mẫu, danh mục đơn vị hoặc kỳ báo cáo quyết định điều này, không phải số liệu.",
    "The forms, the register of units or the period decide this, not the data.",
)
_NOT_FOUND: Final = Message(
    "Không dữ liệu mẫu nào tới được: xem lại điều kiện, hoặc xem bằng một tệp dữ liệu có trường "
    "hợp này (--data).",
    "No sample gets there: look at the condition, or preview with data where it is so (--data).",
)


class Branch(Struct, frozen=True, kw_only=True):
    """One way that a template can go: where it parts, when it is taken, why no sample shows it."""

    where: Where
    when: Message
    why: Message


class Extra(Struct, frozen=True, kw_only=True):
    """A further sample: what it has instead of that with many, and the branches only it shows."""

    picks: Picks
    shows: tuple[Branch, ...]


class Explored(Struct, frozen=True, kw_only=True):
    """What is known of the branches of a template set; `known` tells whether anything is."""

    known: bool = False
    extra: tuple[Extra, ...] = ()
    unseen: tuple[Branch, ...] = ()

    @property
    def cases(self) -> tuple[str, ...]:
        """What the further samples are called, beside the cases there always are."""
        return tuple(f"{EXTRA}{number}" for number, _ in enumerate(self.extra, 1))

    def data_of(self, case: str) -> tuple[Case, Picks]:
        """Return which sample a case is, and what it has instead of its own values."""
        if not case.startswith(EXTRA):
            return Case(case), {}
        found = self.of(case)
        return Case.MANY, found.picks if found else {}

    def of(self, case: str) -> Extra | None:
        """Return the further sample that a case is, None for others and for one that is gone."""
        return dict(zip(self.cases, self.extra, strict=True)).get(case)


def explore(
    making: Making, cases: Iterable[Case], given_up: Callable[[], bool] = lambda: False
) -> Explored:
    """Return the branches that none of `cases` shows, and samples that show more.

    Nothing is known of templates of which no sample can be made. `given_up` ends the search early.
    """
    until = monotonic() + SECONDS
    ways = {case: making.way(case) for case in cases if case is not Case.REAL}
    begin = ways.get(Case.MANY)
    if begin is None:
        return Explored()
    marks = dict(making.follower.marks)  # without those of the unit's own text
    plain = frozenset().union(*filter(None, ways.values()))
    every = [(number, outcome) for number, mark in marks.items() for outcome in mark.outcomes]
    found = search(
        Found(picks={}, taken=begin),
        {one: making.choices.of(marks[one[0]].depends) for one in every if one not in plain},
        lambda picks: making.way(Case.MANY, picks),
        lambda: given_up() or monotonic() > until,
    )
    if Case.REAL in cases:
        plain |= making.way(Case.REAL) or frozenset()
    seen, extra = plain, []
    for one in found:
        shows = [_branch(outcome, marks) for outcome in every if outcome in one.taken - seen]
        extra.append(Extra(picks=one.picks, shows=tuple(shows)))
        seen |= one.taken
    return Explored(
        known=True,
        extra=tuple(extra),
        unseen=tuple(_branch(outcome, marks) for outcome in every if outcome not in seen),
    )


def _branch(outcome: Outcome, marks: dict[int, Mark]) -> Branch:
    mark = marks[outcome[0]]
    by_data = any(map(of_data, mark.depends.chains))
    why = _NOT_FOUND if by_data else _NOT_OF_DATA
    return Branch(where=mark.where, when=_WHEN[outcome[1]], why=why)
