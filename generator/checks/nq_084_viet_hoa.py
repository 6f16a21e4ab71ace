"""Chữ hoa, chữ thường đặt sai. | Capitals in the wrong place.

vi: Sau dấu chấm viết chữ thường, đầu đoạn viết chữ thường, hoặc viết hoa cả chữ thứ hai của tên
loại văn bản (“Nghị Quyết”).
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I (đầu câu) và mục V (tên loại văn bản).
Cách xử lý: sửa chữ đó.

en: A small letter after a point or at the beginning of a paragraph, or a capital in the second
word of a kind of document (“Nghị Quyết”).
Why: Nghị định 30/2020/NĐ-CP, Phụ lục II, I and V.
What to do: correct the letter.

đúng:
    --- lời văn
    Thực hiện Nghị quyết số 19-NQ/TW. Sở đã ban hành kế hoạch.

sai:
    --- lời văn
    Thực hiện Nghị Quyết số 19-NQ/TW. sở đã ban hành kế hoạch.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.text import Kind
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.text import Block
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-084"
SEVERITY = Severity.WARNING
_AFTER_POINT = r"\. (?![A-ZĐ])([^\W\d_]+)"
_BEFORE = r"(?:^|[\s(“/])([^\W\d_]{2,}|[0-9]{4}|[0-9,]+%)$"
_LONGEST_WORD = 9
_TWO_CAPITALS = (
    "Nghị Quyết", "Nghị Định", "Quyết Định", "Kế Hoạch", "Thông Tư", "Chỉ Thị", "Công Văn",
    "Báo Cáo", "Chương Trình",
)  # fmt: skip
_SHORTENED = frozenset({"tr", "vv", "tp", "stt"})
_ADDRESS = ("http", "www.")
_ROMAN = r"[ivx]+\)"  # ii)


def check(view: View) -> Iterator[Problem]:
    """Warn of every small letter that begins a sentence and every kind with two capitals."""
    if view.text is None:
        return
    for block, found in view.text.find(_AFTER_POINT):
        if found[1][0].islower() and _ends_sentence(block.text, found.start()):
            yield _warning(block, found.group().strip(". "))
    for words in _TWO_CAPITALS:
        if words in view.text.whole:
            yield from (_warning(b, words) for b in view.text.blocks if words in b.text)
    for block in view.text.blocks:
        small = (
            block.kind is Kind.PARAGRAPH and block.text[:2].isalpha() and block.text[0].islower()
        )
        if small and not block.text.startswith(_ADDRESS) and not re.match(_ROMAN, block.text):
            yield _warning(block, block.text.partition(" ")[0])


def _ends_sentence(text: str, point: int) -> bool:
    """Tell whether a word or a year stands before the point, not the letters of a short form."""
    found = re.compile(_BEFORE).search(text, max(0, point - _LONGEST_WORD), point)
    word = found[1] if found else ""
    return bool(word) and word not in _SHORTENED and not word.isupper()


def _warning(block: Block, words: str) -> Problem:
    message = Message(f"Viết hoa sai ở “{words}”", f"Capitals are wrong in “{words}”")
    return warning(CODE, block.where, message)
