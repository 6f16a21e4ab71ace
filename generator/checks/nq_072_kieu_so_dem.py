"""Số đếm lúc có số 0, lúc không. | Counts with and without a leading zero.

vi: Số đếm dưới 10 của cùng một đối tượng khi viết 03, khi viết 3 trong một đoạn; hoặc tổng viết
06 mà các phần trong ngoặc viết 3.
Vì sao: một đoạn một kiểu. Căn cứ: thông lệ viết số trong văn bản hành chính (03, 07); máy in số
liệu theo kiểu này.
Cách xử lý: lấy số từ dữ liệu ({{ sl... }}, {{ ct... }}) để máy viết.

en: Counts below 10 of one thing stand as 03 and as 3 in one paragraph; or the total as 06 and
its parts in brackets as 3.
Why: one style in a paragraph. Basis: usage (03, 07), which the program follows for figures of
the data.
What to do: take the figures from the data.

đúng:
    --- lời văn
    Có 32 TTHC (03 cấp) và 50 TTHC (03 cấp).

sai:
    --- lời văn
    Có 32 TTHC (03 cấp) và 50 TTHC (3 cấp).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.text import PROSE
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-072"
SEVERITY = Severity.WARNING
# What these look behind at stands in front of the digit; looking first would be slow.
_PADDED = r"0[1-9](?<![\w.,/:-]..) ([^\W\d_]+)"
_PLAIN = r"[1-9](?<![\w.,/:-].) ([^\W\d_]+)"
_IN_BRACKETS = r"0(?<!\w.)[1-9] [^\d(]{1,40}\((?:gồm |trong đó )?([1-9]) [^\W\d_]"
# Spans of time and levels are read as words: 5 năm, 4 cấp.
_NOT_COUNTED = frozenset({"năm", "tháng", "ngày", "giờ", "tuổi"})


def check(view: View) -> Iterator[Problem]:
    """Warn of every count without its zero in a paragraph that writes another with it."""
    for block in view.text.having("0[1-9] ") if view.text else ():
        written = _without_zero(block.text) if block.kind in PROSE else ""
        if written:
            message = Message(
                f"“{written}”: trong đoạn này số đếm khác có số 0 ở trước",
                f"“{written}”: other counts of the paragraph have a leading zero",
            )
            yield warning(CODE, block.where, message)


def _without_zero(text: str) -> str:
    """Return the first count without its zero where others have it; empty where there is none."""
    plain = list(re.finditer(_PLAIN, text))
    if not plain:
        return ""
    padded = set(re.findall(_PADDED, text)) - _NOT_COUNTED
    for found in plain:
        if found[1] in padded:
            return found.group()
    inside = re.search(_IN_BRACKETS, text)
    return inside.group() if inside else ""
