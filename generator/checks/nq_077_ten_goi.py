"""Một tên viết nhiều cách. | One name spelt in several ways.

vi: Cùng một tiêu chuẩn khi ghi TCVN ISO 9001:2015, khi ghi thiếu TCVN; “tỉ lệ” bên cạnh “tỷ lệ”;
“Covid -19”. Chỗ viết theo cách ít dùng hơn được nêu ra.
Vì sao: tên phải thống nhất. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6 (dùng
từ thống nhất).
Cách xử lý: chọn một cách; trích yếu chép nguyên văn bản gốc thì ghi `chap_nhan`.

en: One standard is once TCVN ISO 9001:2015, once without TCVN; “tỉ lệ” beside “tỷ lệ”; “Covid
-19”. What is told is the rarer way.
Why: a name is written in one way. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.
What to do: choose one; a subject quoted from a document is accepted with `chap_nhan`.

đúng:
    --- lời văn
    Áp dụng TCVN ISO 9001:2015. Duy trì TCVN ISO 9001:2015.

sai:
    --- lời văn
    Áp dụng TCVN ISO 9001:2015. Duy trì TCVN ISO 9001:2015 và TCVN 9001:2015.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.text import Text
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-077"
SEVERITY = Severity.WARNING
# The ways to write each name, in small letters; of two that overlap the longer comes first. Before
# them, what a report must say for the ways to be worth counting: many never do.
_NAMES = (
    ("9001:2015", ("tcvn iso 9001:2015", "tcvn 9001:2015", "iso 9001:2015")),
    ("tỉ lệ", ("tỷ lệ", "tỉ lệ")),
    ("covid", ("covid-19", "covid -19", "covid- 19", "covid - 19")),
)


def check(view: View) -> Iterator[Problem]:
    """Warn of every name that is not written as it mostly is in the report."""
    for said, ways in _NAMES if view.text else ():
        if view.text and said in view.text.folded and _written_differently(view.text.folded, ways):
            yield from _compare(view.text, ways)


def _written_differently(text: str, ways: tuple[str, ...]) -> bool:
    counts = [text.count(way) for way in ways]
    # -- a short way is also counted wherever it is the end of a longer one --
    longer = [
        sum(c for w, c in zip(ways[:n], counts, strict=False) if w.endswith(way))
        for n, way in enumerate(ways)
    ]
    return sum(count > inside for count, inside in zip(counts, longer, strict=True)) > 1


def _compare(text: Text, ways: tuple[str, ...]) -> Iterator[Problem]:
    pattern = f"(?i:{'|'.join(map(re.escape, ways))})"
    found = list(text.find(pattern))
    counts = Counter(one.group().casefold() for _, one in found)
    usual = counts.most_common(1)[0][0]
    example = next(one.group() for _, one in found if one.group().casefold() == usual)
    odd = {
        (block.text, one.group().casefold()): (block, one)  # once for each paragraph
        for block, one in found
        if one.group().casefold() != usual
    }
    for block, one in odd.values():
        message = Message(
            f"“{one.group()}”, chỗ khác viết “{example}”",
            f"“{one.group()}”, elsewhere “{example}”",
        )
        yield warning(CODE, block.where, message)
