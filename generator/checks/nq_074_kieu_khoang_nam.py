"""Khoảng năm viết nhiều kiểu. | Spans of years written in several ways.

vi: “2021-2025” chỗ này, “2021 - 2030” hay “2021 – 2030” chỗ khác. Chỗ viết theo kiểu ít dùng hơn
được nêu ra.
Vì sao: một kiểu trong cả báo cáo. Căn cứ: cách viết thống nhất của báo cáo.
Cách xử lý: chọn một kiểu; trích yếu chép nguyên văn bản gốc thì ghi `chap_nhan`.

en: “2021-2025” here, “2021 - 2030” or “2021 – 2030” there. What is told is the rarer way.
Why: one style in the whole report.
What to do: choose one; a subject quoted from a document is accepted with `chap_nhan`.

đúng:
    --- lời văn
    Giai đoạn 2021-2025 và giai đoạn 2021-2030.

sai:
    --- lời văn
    Giai đoạn 2021-2025, giai đoạn 2021-2030 và nhiệm kỳ 2021 – 2026.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-074"
SEVERITY = Severity.WARNING
_SPAN = r"[12][0-9]{3}(\s?[-–]\s?)[12][0-9]{3}\b"
_CLUES = (r"-\s?[12][0-9]{3}\b", r"–\s?[12][0-9]{3}\b")


def check(view: View) -> Iterator[Problem]:
    """Warn of every span of years that is not written as most are; of two ways, as the first."""
    found = list(view.text.find(_SPAN, *_CLUES)) if view.text else []
    ways = Counter(span[1] for _, span in found)
    if len(ways) < 2:
        return
    usual = ways.most_common(1)[0][0]
    for block, span in found:
        if span[1] != usual:
            message = Message(
                f"“{span.group()}” viết khác kiểu của các khoảng năm khác (2021{usual}2025)",
                f"“{span.group()}” is not written as other spans of years (2021{usual}2025)",
            )
            yield warning(CODE, block.where, message)
