"""Dấu % lúc liền, lúc cách số. | Percent signs with and without a space.

vi: Trong một báo cáo dấu % viết hai kiểu: 98,06% và 98,06 %. Kiểu ít dùng hơn bị nêu; dùng bằng
nhau thì kiểu có dấu cách bị nêu.
Vì sao: một văn bản một kiểu viết số. Căn cứ: thói quen viết liền của văn bản hành chính; không có
quy định bắt buộc.
Cách xử lý: viết theo kiểu kia; số lấy từ tệp số liệu thì máy luôn in liền.

en: A report writes percentages in two ways: 98,06% and 98,06 %. The rarer is told; of two that are
as frequent, the one with a space.
Why: one document, one way to write numbers; no provision prescribes which.
What to do: write it in the other way; figures of the data are always printed without a space.

đúng:
    --- lời văn
    Cấp tỉnh đạt 98,06%, cấp huyện đạt 97%.

sai:
    --- lời văn
    Cấp tỉnh đạt 98,06%, cấp huyện đạt 97 %.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-079"
SEVERITY = Severity.WARNING
_APART, _JOINED = r"[0-9]+(?:,[0-9]+)? %", r"[0-9]+(?:,[0-9]+)?%"


def check(view: View) -> Iterator[Problem]:
    """Warn of every percentage that is not written as most are."""
    if view.text is None or " %" not in view.text.whole:
        return
    apart = list(view.text.find(_APART, " %"))
    joined = list(view.text.find(_JOINED, "%"))
    for block, found in (apart if len(apart) <= len(joined) else joined) if joined else ():
        message = Message(
            f"“{found.group()}” viết khác kiểu của các tỷ lệ khác",
            f"“{found.group()}” is not written as other percentages",
        )
        yield warning(CODE, block.where, message)
