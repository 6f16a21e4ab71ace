"""Số mục nhảy hoặc trùng. | Sections numbered with a gap or twice.

vi: Trong một phần, số của các mục liền nhau phải tăng từng đơn vị và bắt đầu từ 1 (I, a); các đoạn
đánh số 1., 2. và a), b) trong một mục cũng vậy.
Vì sao: người đọc tưởng thiếu mục. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.d (bố
cục, đánh số).
Cách xử lý: đánh số lại, hoặc bổ sung mục còn thiếu.

en: Inside a part the numbers of sections rise by one and begin with 1 (I, a); so do paragraphs
numbered 1., 2. and a), b).
Why: a section seems to be missing. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.d.
What to do: number anew, or add what is missing.

đúng:
    --- lời văn
    1. Việc thứ nhất.

    2. Việc thứ hai.

sai:
    --- lời văn
    1. Việc thứ nhất.

    3. Việc thứ hai.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.checks.text import Kind, number_of
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-063"
SEVERITY = Severity.WARNING
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_POINT = r"[0-9]{1,2}\.\s"
_DIGITS = tuple("0123456789")
_ARTICLE = "Điều "


def check(view: View) -> Iterator[Problem]:
    """Warn of every heading and numbered paragraph whose number does not follow the one before."""
    if view.text is None:
        return
    headings = iter(_faults(tuple([(one.level, one.text) for one in view.text.headings])))
    point = letter = ""
    for block in view.text.blocks:
        if block.kind is Kind.HEADING:
            fault = next(headings)
            point = letter = ""
        elif block.kind is Kind.PARAGRAPH and _is_point(block.text):
            number = block.number
            fault = _fault(number, point)
            point, letter = number, ""
        elif block.kind is Kind.PARAGRAPH and block.text[1:3] == ") ":
            number = block.number
            # -- a) begins anew; the first may be any sign: i) of i), ii) --
            fault = _fault(number, letter) if letter and number != "a" else None
            letter = number
        elif block.text.startswith(_ARTICLE):  # its clauses begin anew
            point = letter = ""
            continue
        else:
            continue
        if fault:
            yield warning(CODE, block.where, fault)


@lru_cache(64)  # the headings are the outline's: mostly the same in all reports
def _faults(headings: tuple[tuple[int, str], ...]) -> tuple[Message | None, ...]:
    """Return what is wrong with the number of each heading, of which level and words are given."""
    faults = []
    above: dict[int, str] = {}
    for level, text in headings:
        number = number_of(text)
        faults.append(_fault(number, above.get(level, "")))
        above = {higher: other for higher, other in above.items() if higher < level}
        above[level] = number
    return tuple(faults)


def _is_point(text: str) -> bool:
    return text.startswith(_DIGITS) and re.match(_POINT, text) is not None


@lru_cache(1024)  # sections have few numbers, and all reports the same
def _fault(number: str, before: str) -> Message | None:
    """Return what is wrong with a number after the one before it."""
    mine, last = _rank(number, before), _rank(before, number)
    if mine is None or (before and (last is None or last[:-1] != mine[:-1])):
        return None
    step = mine[-1] - (last[-1] if last else 0)
    if step == 1:
        return None
    if not before:
        return Message(f"Mục đầu mang số {number}", f"The first section is numbered {number}")
    if step == 0:
        return Message(f"Hai mục cùng mang số {number}", f"Two sections are numbered {number}")
    return Message(
        f"Sau mục {before} là mục {number}", f"Section {before} is followed by section {number}"
    )


def _rank(number: str, beside: str) -> tuple[int, ...] | None:
    """Return the place of a number in its order; `i` beside `h` is a letter, beside `II` Roman."""
    if not number:
        return None
    if number[0].isdecimal():
        return tuple(int(piece) for piece in number.split("."))
    roman = number.isupper() and set(number) <= set(_ROMAN)
    if roman and (len(number) > 1 or not beside or beside.isupper()):
        values = [_ROMAN[sign] for sign in number]
        return (sum(-v if v < max(values[n:]) else v for n, v in enumerate(values)),)
    place = _LETTERS.find(number.lower())
    return (place + 1,) if place >= 0 and len(number) == 1 else None
