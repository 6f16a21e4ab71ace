"""Lặp từ. | Words written twice.

vi: Một cụm từ viết hai lần liền nhau (“cho các cho các”), hoặc một từ nối viết hai lần (“của của”).
Từ láy và chữ ghép đúng (song song, trực tiếp tiếp nhận) không bị nêu.
Vì sao: lỗi khi cắt dán. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.
Cách xử lý: bỏ một lần.

en: A phrase stands twice in a row (“cho các cho các”), or a particle (“của của”). True
reduplications and words that meet (trực tiếp tiếp nhận) are left alone.
Why: a slip of cutting and pasting. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.
What to do: delete one.

đúng:
    --- lời văn
    Bộ phận trực tiếp tiếp nhận hồ sơ, hai việc làm song song.

sai:
    --- lời văn
    Sở giao biên chế cho các cho các đơn vị.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.checks.text import paused
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.text import Block
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-080"
SEVERITY = Severity.WARNING
_WORD = r"[^\W\d_]+"
_PHRASE = rf"\b({_WORD} {_WORD}(?: {_WORD}){{0,4}}) \1\b"
# Single words that are never doubled; "từ từ", "dần dần", "song song" are words of their own.
_PARTICLE = (
    r"(?i)\b(các|của|và|cho|là|được|về|trong|những|với|đã|để|theo|tại|bị|này|đối|do|nhằm|việc) \1\b"
)
_RHETORIC = ("từng", "ngày", "mỗi", "càng")
_LONGEST = 6
_MARKS = "\n([]<>“”…"  # beside those of `paused`


def check(view: View) -> Iterator[Problem]:
    """Warn of every phrase and particle that stands twice in a row, tables aside."""
    if view.text is None or not _may_repeat(view.text.paused):
        return
    for block in (*view.text.prose, *view.text.headings):
        if _may_repeat(paused(block.text)):
            yield from _slips(block)


def _slips(block: Block) -> Iterator[Problem]:
    for pattern in (_PHRASE, _PARTICLE):
        for found in re.finditer(pattern, block.text):
            if found[1].casefold().startswith(_RHETORIC):
                continue
            message = Message(f"Lặp từ “{found.group()}”", f"“{found.group()}” stands twice")
            yield warning(CODE, block.where, message)


def _may_repeat(text: str) -> bool:
    """Tell whether anything in a text (`paused`) may stand twice in a row, between two marks.

    That is quick, and in most reports nothing does.
    """
    for mark in _MARKS:
        text = text.replace(mark, ",")
    return any(map(_repeats_within, text.split(",")))


@lru_cache(4096)  # most of what stands between two marks is the outline's: the same in all reports
def _repeats_within(clause: str) -> bool:
    words = clause.lower().split()
    return len(set(words)) < len(words) and _repeats(words)


def _repeats(words: list[str]) -> bool:
    """Tell whether words stand twice in a row, as they are written."""
    last: dict[str, int] = {}
    for number, word in enumerate(words):
        if word in last and number - last[word] <= _LONGEST:
            before = last[word]
            if words[before:number] == words[number : number + number - before]:
                return True
        last[word] = number
    return False
