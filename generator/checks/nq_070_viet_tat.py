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

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.text import PROSE
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from generator.checks.text import Block
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-070"
SEVERITY = Severity.WARNING
_COMMON = frozenset({"UBND", "HĐND", "MTTQ", "TTHC", "ISO", "TCVN", "TP", "TW"})
_EXPLAINED = r"\((?:viết tắt là |gọi tắt là )?([A-ZĐ]{2,10})\)"
_WORDS = 10


def check(view: View) -> Iterator[Problem]:
    """Warn of every abbreviation explained after its first use, at that use."""
    if view.text is None:
        return
    explained = set(_COMMON)
    for block, found in view.text.find(_EXPLAINED):
        short = found[1]
        if short in explained or block.kind not in PROSE or not _stands_for(short, found):
            continue
        explained.add(short)
        first = _first_use(short, view.text.prose, block, found.start())
        if first:
            message = Message(
                f"“{short}” dùng ở đây nhưng {block.where.beside()} mới giải thích",
                f"“{short}” is used here and explained only at {block.where.beside('en')}",
            )
            yield warning(CODE, first.where, message)


def _stands_for(short: str, found: re.Match[str]) -> bool:
    """Tell whether the words before begin with the letters of `short`, `và` left out."""
    words = found.string[: found.start()].split()[-_WORDS:]
    initials = "".join(word[0] for word in words if word.casefold() != "và").upper()
    return initials.endswith(short)


def _first_use(short: str, blocks: Iterable[Block], last: Block, end: int) -> Block | None:
    """Return the first block that uses `short`, up to the place `end` of the `last` one."""
    for block in blocks:
        if block is last:
            return last if _is_used(short, last.text[:end]) else None
        if short in block.text and _is_used(short, block.text):
            return block
    return None


def _is_used(short: str, text: str) -> bool:
    """Tell whether `short` stands as a word of its own, not within a number of a document."""
    around = pairwise(text.split(short))
    return any(not _goes_on(before[-1:]) and not _goes_on(after[:1]) for before, after in around)


def _goes_on(sign: str) -> bool:
    """Tell whether a word, or the number of a document, goes on with `sign`."""
    return sign.isalnum() or (sign != "" and sign in "_/-")
