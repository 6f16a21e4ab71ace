"""Dấu cách, dấu chấm đặt sai. | Spaces and points in the wrong place.

vi: Dấu cách trước dấu phẩy, dấu chấm hay trong ngày (“2022 .”, “23 /11/2018”), thiếu dấu cách
sau dấu phẩy, bốn dấu chấm.
Căn cứ: quy tắc gõ văn bản tiếng Việt; dấu câu dính liền chữ đứng trước.
Cách xử lý: sửa theo gợi ý.

en: A space before a comma or point or inside a date (“2022 .”, “23 /11/2018”), no space after a
comma, four dots.
Why: Vietnamese typing: a mark joins the word before it.
What to do: correct it.

đúng:
    --- lời văn
    Sở thực hiện Kế hoạch năm 2022.

sai:
    --- lời văn
    Sở thực hiện Kế hoạch năm 2022 .
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-081"
SEVERITY = Severity.WARNING
_SLIPS = (
    r" +[,;:!?](?!\))| +\.(?![./0-9])|,(?=[^\W\d_])|;(?=[^\W\d_]{2})|\.{4,}|,,|;;|\( +| +\)"
    r"|[0-9] +/ ?[0-9]|[0-9]/ +[0-9]|(?<=[^\W\dA-Z_]{2})(?<!Ths)\.(?=[A-ZĐ][^\W\dA-Z_])"
)
_SPACE_BEFORE = r" [,;:!?.)/]"
_CLUES = (
    r",(?:,|[^\W\d_])",
    r";(?:;|[^\W\d_])",
    r"\.\.\.\.",
    r"\( ",
    "/ ",
    r"\.[A-ZĐ]",
)
_CONTEXT = 8
# An address is no sentence; number and day under an annex are written into gaps.
_ADDRESS = r"https?://|www\.|@|èm theo Báo cáo số"


def check(view: View) -> Iterator[Problem]:
    """Warn of every mark with a space too many or too few."""
    if view.text is None:
        return
    # -- spaces are many, and to look behind each of them is slow --
    before = (_SPACE_BEFORE,) if " ," in view.text.paused else ()
    for block, found in view.text.find(_SLIPS, *before, *_CLUES):
        if re.search(_ADDRESS, block.text):
            continue
        around = block.text[max(0, found.start() - _CONTEXT) : found.end() + _CONTEXT]
        message = Message(
            f"Dấu câu, dấu cách sai ở “{around}”", f"A mark or a space is wrong in “{around}”"
        )
        yield warning(CODE, block.where, message)
