"""Đoạn văn thiếu dấu ở cuối. | A paragraph without a mark at its end.

vi: Đoạn văn, mục liệt kê phải kết thúc bằng dấu chấm, chấm phẩy, hai chấm ...; mục cuối của danh
sách không kết thúc bằng dấu phẩy.
Căn cứ: quy tắc chính tả; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.
Cách xử lý: thêm dấu.

en: A paragraph or an item ends with a point, a semicolon, a colon ...; the last item of a list
not with a comma.
Why: spelling; Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.
What to do: add the mark.

đúng:
    --- lời văn
    Sở đã thực hiện đầy đủ các nhiệm vụ được giao.

sai:
    --- lời văn
    Sở đã thực hiện đầy đủ các nhiệm vụ được giao
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.text import Block, Kind
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-083"
SEVERITY = Severity.WARNING
_ENDS = (".", ";", ":", "!", "?", "…", "/", ".)", ".”")
_KINDS = (Kind.PARAGRAPH, Kind.ITEM)
_CAPTION = r"(?:Bảng|Biểu|Hình|Phụ lục|Đơn vị)\b"
_ADDRESS = r"https?://\S+$"
_FEWEST_WORDS = 6
_END = Block(kind=Kind.HEADING, text="")


def check(view: View) -> Iterator[Problem]:
    """Warn of every sentence that ends without its mark."""
    blocks = [b for b in view.text.blocks if b.kind is not Kind.NOTE] if view.text else []
    for block, following in pairwise((*blocks, _END)):
        if block.text.endswith(_ENDS) or block.kind not in _KINDS or following.kind is Kind.CELL:
            continue
        goes_on = following.kind is block.kind and block.text.endswith(",")
        if goes_on or _needs_none(block.text):
            continue
        tail = " ".join(block.text.split()[-5:])
        message = Message(
            f"Đoạn kết thúc “... {tail}” thiếu dấu câu", f"“... {tail}” ends without its mark"
        )
        yield warning(CODE, block.where, message)


def _needs_none(text: str) -> bool:
    """Tell whether a text needs no mark: a few words are a label, a page has no point."""
    if re.match(_CAPTION, text) or re.search(_ADDRESS, text) or text.isupper():  # a title
        return True
    return not text.endswith(",") and len(text.split()) < _FEWEST_WORDS
