"""Số của phần, chương, phụ lục nhảy hoặc trùng. | Parts, chapters, annexes numbered with a gap.

vi: Phần, chương, phụ lục đánh số liên tục từ 1 (I, thứ nhất): không bắt đầu từ số khác, không nhảy
số, không trùng số. Chương có thể đánh số lại từ đầu ở mỗi phần; phụ lục có phần, chương riêng.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d và Mục III.1.
Cách xử lý: đánh số lại, hoặc bổ sung phần còn thiếu; chỉ có một phần thì bỏ số.

en: Parts, chapters and annexes are numbered from 1 (I, first) without a gap or a number twice.
Chapters may begin anew in each part; annexes have parts and chapters of their own.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.d and Mục III.1.
What to do: number anew, or add the part that is missing; a single part bears no number.

đúng:
    PHẦN 1 – KẾT QUẢ THỰC HIỆN
    PHẦN 2 – HỆ THỐNG BIỂU MẪU SỐ LIỆU

sai:
    PHẦN 2 – HỆ THỐNG BIỂU MẪU SỐ LIỆU
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para
    from generator.the_thuc.judging import Judge

CODE = "TT-026"
SEVERITY = Severity.WARNING

_HEADING: Final = re.compile(
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG)\s+(?:(?:thứ|THỨ)\s+)?(?P<number>[IVXL]+|[0-9]+|\w+)\b"
)
_LISTED: Final = re.compile(r"[\t.…]\s*[0-9]+\s*$")  # a line of a table of contents
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINALS: Final = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORDS: Final = ("P", "C")  # what a heading begins with
_LONG: Final = 200
_PART, _CHAPTER, _ANNEX = "phần", "chương", "phụ lục"
_ENGLISH: Final = {_PART: "part", _CHAPTER: "chapter", _ANNEX: "annex"}


def check(view: View) -> Iterator[Problem]:
    """Yield each number that does not follow the one before it."""
    found = judge(CODE, SEVERITY, view)
    annexes = {id(annex.title) for annex in view.annexes}
    last: dict[str, int] = {}
    for para in view.doc.paras[view.head.end :]:
        if id(para) in annexes:
            last = {}
        heading = _heading(para)
        if heading is None:
            continue
        word, number = heading
        restarts = word == _CHAPTER and number == 1 and _PART in last
        yield from _fault(found, para, word, number, 0 if restarts else last.get(word, 0))
        last[word] = number
    yield from _annexes(found, view)


def _annexes(found: Judge, view: View) -> Iterator[Problem]:
    """Yield what is wrong with the numbers of annexes; a single one is a matter of TT-023."""
    numbered = [
        (annex.title, number)
        for annex in view.annexes
        if annex.word == "PHU LUC" and (number := _number(annex.number))
    ]
    before = 0
    for title, number in numbered if len(numbered) > 1 else ():
        yield from _fault(found, title, _ANNEX, number, before)
        before = number


def _heading(para: Para) -> tuple[str, int] | None:
    """Return what a heading numbers, and its number; None for any other paragraph."""
    if not para.text.startswith(_WORDS) or para.cell is not None or len(para.text) > _LONG:
        return None
    match = _HEADING.match(para.text)
    number = _number(match["number"]) if match else 0
    if match is None or not number or not _stands_out(para) or _LISTED.search(para.text):
        return None
    return match["word"].lower(), number


def _stands_out(para: Para) -> bool:
    """Tell a heading from a sentence that begins with `Phần 2`."""
    said = [run for run in para.runs if run.text.strip()]
    return (
        para.text.isupper()
        or para.format.outline is not None
        or all(run.format.bold or run.format.caps for run in said)
    )


def _number(text: str) -> int:
    """Return the value of `2`, `II` or `hai`; 0 for anything else."""
    if text.isdecimal():
        return int(text)
    if text and set(text) <= set(_ROMAN):
        values = [_ROMAN[sign] for sign in text]
        return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
    return _ORDINALS.index(text.lower()) + 1 if text.lower() in _ORDINALS else 0


def _fault(found: Judge, para: Para, word: str, number: int, before: int) -> Iterator[Problem]:
    if number == before + 1:
        return
    english = _ENGLISH[word]
    if not before:
        yield found.at(
            para,
            f"Không có {word} 1: số của {word} phải bắt đầu từ 1.",
            f"There is no {english} 1: numbers begin at 1.",
        )
    elif number == before:
        yield found.at(
            para, f"Hai {word} cùng mang số {number}.", f"Two {english}s are numbered {number}."
        )
    else:
        yield found.at(
            para,
            f"Sau {word} {before} là {word} {number}.",
            f"{english.capitalize()} {before} is followed by {english} {number}.",
        )
