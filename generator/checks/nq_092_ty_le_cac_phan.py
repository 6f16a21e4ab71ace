"""Tỷ lệ của các phần không khớp với tổng. | Shares that their total does not give.

vi: Câu nêu tổng, rồi từng phần kèm tỷ lệ trong ngoặc: “1.588 hồ sơ: trực tuyến 1.200 hồ sơ
(75,57%), trực tiếp 388 hồ sơ (24,43%)”. Các phần cộng đúng một số nêu trước đó trong câu thì số ấy
là tổng, và mỗi tỷ lệ tính lại từ phần và tổng, làm tròn theo số chữ số đã in, phải khớp.
Vì sao: người đọc kiểm tra được ngay. Căn cứ: cách tính tỷ lệ của các biểu mẫu.
Cách xử lý: sửa số sai; nên để máy tính: {{ ti_le(phần, tổng) }}.

en: A total is followed by parts, each with its share in brackets. Where the parts add up to a
number that stands before them in the sentence, each share is worked out anew from part and total,
at the decimals that are printed.
Why: any reader can check it. Basis: ratios of the forms.
What to do: correct the wrong figure; better let the program compute it.

đúng:
    --- lời văn
    Tiếp nhận 1.588 hồ sơ: trực tuyến 1.200 hồ sơ (75,57%), trực tiếp 388 hồ sơ (24,43%).

sai:
    --- lời văn
    Tiếp nhận 1.588 hồ sơ: trực tuyến 1.200 hồ sơ (75,77%), trực tiếp 388 hồ sơ (24,43%).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.bieu_mau import percentage
from generator.checks.wording import grouped, places_of, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-092"
SEVERITY = Severity.WARNING
_COUNT = r"(?<![\w.,/-])[0-9]{1,15}(?:\.[0-9]{3}){0,4}(?![\w/,%-])"
_SHARE = (
    rf"({_COUNT}) [^0-9().;%/]{{1,40}}"
    r"\((?:đạt |chiếm |tỷ lệ )?([0-9]+(?:,[0-9]+)?)\s?%\)"
)
_CLUE = r"%\)"


def check(view: View) -> Iterator[Problem]:
    """Warn of every share of a part that part and total do not give."""
    for block in view.text.having(_CLUE) if view.text else ():
        for sentence in block.text.split(". "):
            if sentence.count("%)") < 2:
                continue
            shares = list(re.finditer(_SHARE, sentence))
            if len(shares) < 2:
                continue
            whole = sum(_number(share[1]) for share in shares)
            before = re.findall(_COUNT, sentence[: shares[0].start()])
            if whole not in map(_number, before):
                continue
            for share in shares:
                stated = Decimal(share[2].replace(",", "."))
                right = percentage(Decimal(_number(share[1])), Decimal(whole), places_of(stated))
                if right is not None and right != stated:
                    shown = f"{share[1]}/{grouped(whole)} = {f'{right}'.replace('.', ',')}%"
                    message = Message(f"“{share.group()}”: {shown}", f"“{share.group()}”: {shown}")
                    yield warning(CODE, block.where, message)


def _number(text: str) -> int:
    return int(text.replace(".", ""))
