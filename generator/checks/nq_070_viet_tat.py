"""Chữ viết tắt dùng trước khi giải thích. | An abbreviation used before it is explained.

vi: Lời văn giải thích chữ viết tắt trong ngoặc (“thủ tục hành chính (TTHC)”) sau khi đã dùng nó
ở trên. Chữ viết tắt phổ biến (UBND, HĐND ...) không xét.
Vì sao: lần dùng đầu người đọc chưa hiểu. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
II.6.
Cách xử lý: chuyển lời giải thích lên lần dùng đầu tiên.

en: The text explains an abbreviation in brackets after it used it. Common ones (UBND, HĐND ...)
do not count.
Why: at its first use nobody can know it. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.
What to do: explain it where it is used first.

đúng:
    --- lời văn
    Căn cước công dân (CCCD) được cấp đúng hạn.

    Hồ sơ CCCD tăng.

sai:
    --- lời văn
    Hồ sơ CCCD tăng.

    Căn cước công dân (CCCD) được cấp đúng hạn.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.text import Block
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-070"
SEVERITY = Severity.WARNING
_COMMON = frozenset({"UBND", "HĐND", "MTTQ", "TTHC", "ISO", "TCVN", "TP", "TW"})
_EXPLAINED = re.compile(r"\((?:viết tắt là |gọi tắt là )?([A-ZĐ]{2,10})\)")
_WORDS = 10
_WORDS_OF = re.compile(r"[^\w/-]+")


def check(view: View) -> Iterator[Problem]:
    """Warn of every abbreviation explained after its first use, at that use."""
    if view.text is None:
        return
    prose = view.text.prose
    explained: set[str] = set()
    for number, block in enumerate(prose):
        for found in _EXPLAINED.finditer(block.text) if "(" in block.text else ():
            short = found[1]
            before = block.text[: found.start()].split()[-_WORDS:]
            if short in explained or short in _COMMON or not _stands_for(short, before):
                continue
            explained.add(short)
            first = _first_use(short, [*prose[:number], block], found.start(1))
            if first:
                message = Message(
                    f"“{short}” dùng ở đây nhưng {block.where.beside()} mới giải thích",
                    f"“{short}” is used here and explained only at {block.where.beside('en')}",
                )
                yield warning(CODE, first.where, message)


def _stands_for(short: str, words: list[str]) -> bool:
    """Tell whether words end with those that begin with the letters of `short`, `và` left out."""
    initials = "".join(word[0] for word in words if word.casefold() != "và").upper()
    return initials.endswith(short)


def _first_use(short: str, blocks: list[Block], end: int) -> Block | None:
    *before, last = blocks
    for block in before:
        if short in block.text and _is_used(short, block.text):
            return block
    return last if _is_used(short, last.text[: end - 1]) else None


def _is_used(short: str, text: str) -> bool:
    """Tell whether `short` stands as a word of its own, not within a number of a document."""
    return short in _WORDS_OF.split(text)
