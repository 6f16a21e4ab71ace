"""Warnings that a unit has looked into and stands by: taken out of the list, kept on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.problem import Message, Problem, Severity
from generator.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.report import ChapNhan


class Accepted(Struct, frozen=True, kw_only=True):
    """A warning and what the unit says to it."""

    problem: Problem
    ly_do: str


class Settled(Struct, frozen=True, kw_only=True):
    """What is left to show, and what was accepted."""

    shown: tuple[Problem, ...]
    accepted: tuple[Accepted, ...] = ()


def how_to_accept(code: str = "NQ-001", place: str = "bieu_mau.1.2") -> Message:
    """Return the one line that says how a warning is accepted."""
    written = f"chap_nhan: [{{ma: {code}, o: {place}, ly_do: …}}]"
    return Message(
        f"Chấp nhận thì ghi vào tệp dữ liệu: {written}; o là chỗ in ở cuối dòng đầu của cảnh báo.",
        f"To accept, write in the data: {written}; o is the place at the end of its first line.",
    )


def settle(
    found: Sequence[Problem],
    acceptances: Iterable[ChapNhan],
    codes: Iterable[str],
    *,
    complete: bool = True,
) -> Settled:
    """Take the accepted warnings out of `found`; `codes` are those of all rules.

    An acceptance is of one code at one place (`o`, the path a warning names). Errors cannot be
    accepted. Adds DL-130 for a code that no rule has and, where all rules were asked (`complete`),
    DL-131 where there was nothing to accept; both are warnings.
    """
    reasons = {(one.ma, one.o): one for one in acceptances}
    if not reasons:
        return Settled(shown=tuple(found))
    shown, accepted = [], []
    used = set()
    for problem in found:
        key = problem.code, problem.where.path
        if key in reasons and problem.severity is Severity.WARNING:
            accepted.append(Accepted(problem=problem, ly_do=reasons[key].ly_do))
            used.add(key)
        else:
            shown.append(problem)
    known = {*codes, *(problem.code for problem in found)}
    for key, one in reasons.items():
        if one.ma.startswith(("NQ", "TT")) and one.ma not in known:
            shown.append(_unknown(one, known))
        elif complete and key not in used:
            shown.append(_unused(one, found))
    return Settled(shown=tuple(shown), accepted=tuple(accepted))


def _unknown(one: ChapNhan, known: Iterable[str]) -> Problem:
    return Problem(
        code="DL-130",
        severity=Severity.WARNING,
        where=one.where,
        message=Message(
            f"Chấp nhận cảnh báo {one.ma}, nhưng không có quy tắc nào mang mã này.",
            f"Warning {one.ma} is accepted, but no rule has this code.",
        ),
        hint=_with_form(did_you_mean(one.ma, sorted(known)), how_to_accept()),
    )


def _unused(one: ChapNhan, found: Sequence[Problem]) -> Problem:
    places = [p.where.path for p in found if p.code == one.ma and p.where.path]
    return Problem(
        code="DL-131",
        severity=Severity.WARNING,
        where=one.where,
        message=Message(
            f"Chấp nhận cảnh báo {one.ma} ở “{one.o}”, nhưng ở đó không có cảnh báo này.",
            f"Warning {one.ma} is accepted at “{one.o}”, but there is none.",
        ),
        hint=_with_form(did_you_mean(one.o, places) or _PUT_RIGHT, how_to_accept(one.ma)),
    )


_PUT_RIGHT = Message("Đã sửa xong thì bỏ mục này.", "If it has been put right, take the entry out.")


def _with_form(guess: Message | None, form: Message) -> Message:
    return Message(f"{guess.vi} {form.vi}", f"{guess.en} {form.en}") if guess else form
