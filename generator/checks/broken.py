"""Constraints that do not hold, and how messages speak of them."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from generator.bieu_mau import percentage
from generator.checks.evaluate import number_of, ratio_of
from generator.checks.lookup import place_of
from generator.checks.wording import name_in_words, places_of, side
from generator.problem import Message
from generator.rang_buoc import Phep, names

if TYPE_CHECKING:
    from generator.checks.evaluate import Case
    from generator.problem import Where
    from generator.rang_buoc import Name

_HOLDS = {
    Phep.EQUAL: operator.eq,
    Phep.AT_MOST: operator.le,
    Phep.AT_LEAST: operator.ge,
    Phep.LESS: operator.lt,
    Phep.MORE: operator.gt,
}
_BUT = {
    Phep.EQUAL: Message("khác", "is not"),
    Phep.AT_MOST: Message("lớn hơn", "is more than"),
    Phep.AT_LEAST: Message("nhỏ hơn", "is less than"),
    Phep.LESS: Message("không nhỏ hơn", "is not less than"),
    Phep.MORE: Message("không lớn hơn", "is not more than"),
}


def is_broken(case: Case) -> bool:
    """Tell whether both sides are known and do not compare as they should.

    A stated percentage is held against its ratio at the decimals it is stated with.
    """
    if case.left is None or case.right is None:
        return False
    ratio = ratio_of(case.constraint)
    if ratio:
        part, whole = number_of(ratio.part, case.scope), number_of(ratio.whole, case.scope)
        if part is None or whole is None:
            return False
        return percentage(part, whole, places_of(case.left)) != case.left
    return not _HOLDS[case.constraint.phep](case.left, case.right)


def message_of(case: Case) -> Message:
    """Return the sentence that says what a broken constraint comes to, with all its numbers."""
    one = case.constraint
    but = _BUT[one.phep]
    meaning = f"{one.y_nghia}: " if one.y_nghia else ""
    left, right = side(one.left, case.scope), side(one.right, case.scope)
    return Message(f"{meaning}{left.vi}, {but.vi} {right.vi}", f"{left.en} {but.en} {right.en}")


def hint_of(case: Case) -> Message | None:
    """Return where the other figures of a constraint stand; None where they have no place."""
    one, own = case.constraint, case.where
    others: dict[str, tuple[Name, Where]] = {}
    for name in (*names(one.left), *names(one.right)):
        place = place_of(name, case.scope)
        if place and place.beside() and place != own:
            others.setdefault(place.beside(), (name, place))
    if not others:
        return None
    vi, en = (
        "; ".join(
            f"{name_in_words(name, case.scope, lang)} ({place.beside(lang)})"
            for name, place in others.values()
        )
        for lang in ("vi", "en")
    )
    return Message(f"Xem lại cả {vi}.", f"See also {en}.")
