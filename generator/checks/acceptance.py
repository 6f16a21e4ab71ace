"""Warnings that a unit has looked into and stands by: taken out of the list, kept on record.

A warning of the data, of figures or of words (DL, NQ) is accepted at the one place it names. One of
layout (TT) is accepted wherever it is found, or at one place: its words as the warning prints them.
What stands in a workbook may also be named by its sheet and cell: `Biểu mẫu 1!D8`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.problem import Message, Problem, Severity
from generator.suggest import did_you_mean
from generator.workbook_layout import Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from generator.problem import Where
    from generator.report import ChapNhan

_LAYOUT: Final = "TT"
_ROW: Final = f"{Column.WARNING} | {Column.PLACE} | {Column.REASON}"


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
    if code.startswith(_LAYOUT):
        written = f"chap_nhan: [{{ma: {code}, ly_do: …}}]"
        return Message(
            f"Chấp nhận thì ghi vào tệp dữ liệu: {written}; "
            f"tệp Excel thì ghi một dòng ({_ROW}) ở trang “{Sheet.ACCEPTED}”; "
            "chỉ chấp nhận ở một chỗ thì thêm o: chỗ in trong cảnh báo.",
            f"To accept, write in the data: {written}; "
            f"in a workbook write a row ({_ROW}) on sheet “{Sheet.ACCEPTED}”; "
            "for one place only add o: the place as the warning prints it.",
        )
    written = f"chap_nhan: [{{ma: {code}, o: {place}, ly_do: …}}]"
    return Message(
        f"Chấp nhận thì ghi vào tệp dữ liệu: {written}; "
        f"tệp Excel thì ghi một dòng ({_ROW}) ở trang “{Sheet.ACCEPTED}”; "
        "o là chỗ in ở cuối dòng đầu của cảnh báo.",
        f"To accept, write in the data: {written}; "
        f"in a workbook write a row ({_ROW}) on sheet “{Sheet.ACCEPTED}”; "
        "o is the place at the end of its first line.",
    )


def settle(
    found: Sequence[Problem],
    acceptances: Iterable[ChapNhan],
    codes: Iterable[str],
    *,
    looked_at: Collection[str],
) -> Settled:
    """Take the accepted warnings out of `found`; `codes` are those of all rules that looked.

    Errors cannot be accepted. Adds, as warnings, DL-130 for a code that no rule has, and DL-131
    where there was nothing to accept: for the kinds of problems (`NQ`) that were `looked_at`.
    """
    wanted = tuple({(one.ma, one.o): one for one in acceptances}.values())
    if not wanted:
        return Settled(shown=tuple(found))
    shown, accepted = [], []
    used = set()
    for problem in found:
        one = next((one for one in wanted if _is_meant(one, problem)), None)
        if one is not None:
            accepted.append(Accepted(problem=problem, ly_do=one.ly_do))
            used.add((one.ma, one.o))
        else:
            shown.append(problem)
    known = {*codes, *(problem.code for problem in found)}
    for one in wanted:
        kind = one.ma[:2]
        if one.ma not in known and (kind == "NQ" or (kind == _LAYOUT and kind in looked_at)):
            shown.append(_unknown(one, known))
        elif kind in looked_at and (one.ma, one.o) not in used:
            shown.append(_unused(one, found))
    return Settled(shown=tuple(shown), accepted=tuple(accepted))


def _is_meant(one: ChapNhan, problem: Problem) -> bool:
    if one.ma != problem.code or problem.severity is not Severity.WARNING:
        return False
    if one.ma.startswith(_LAYOUT):
        return not one.o or any(
            f", {_plain(one.o)}," in f", {_plain(place)}," for place in _printed(problem.where)
        )
    where = problem.where
    if one.o == where.path:
        return True
    return bool(where.sheet) and _cell(one.o) in (
        _cell(where.beside()),
        _cell(f"{where.path}, {where.beside()}"),
    )


def _cell(place: str) -> str:
    """Return a place in a workbook as it is compared: `'Biểu mẫu 1'!$D$8` is `biểu mẫu 1!d8`."""
    return re.sub("['$]", "", _plain(place)).casefold()


def _printed(where: Where) -> tuple[str, str]:
    """Return a place in a document as a warning prints it, in both languages."""
    inside = replace(where, file="")
    return inside.describe("vi"), inside.describe("en")


def _plain(place: str) -> str:
    """Return a place without quotation marks, spaces single."""
    return " ".join(unicodedata.normalize("NFC", place).replace('"', "").split())


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
    same = [p.where for p in found if p.code == one.ma]
    layout = one.ma.startswith(_LAYOUT)
    places = [_printed(p)[0] for p in same] if layout else [p.path for p in same if p.path]
    if "!" in one.o:  # named by its cell, so guess a cell
        places = [p.beside() for p in same if p.sheet]
    guess = did_you_mean(one.o, places) if one.o else None
    at, there = (f" ở “{one.o}”", f" at “{one.o}”") if one.o else ("", ""), "ở đó " if one.o else ""
    return Problem(
        code="DL-131",
        severity=Severity.WARNING,
        where=one.where,
        message=Message(
            f"Chấp nhận cảnh báo {one.ma}{at[0]}, nhưng {there}không có cảnh báo này.",
            f"Warning {one.ma} is accepted{at[1]}, but there is none.",
        ),
        hint=_with_form(guess or _PUT_RIGHT, how_to_accept(one.ma)),
    )


_PUT_RIGHT = Message("Đã sửa xong thì bỏ mục này.", "If it has been put right, take the entry out.")


def _with_form(guess: Message | None, form: Message) -> Message:
    return Message(f"{guess.vi} {form.vi}", f"{guess.en} {form.en}") if guess else form
