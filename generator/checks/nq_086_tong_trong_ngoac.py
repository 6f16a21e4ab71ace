"""Các phần trong ngoặc không cộng thành tổng. | Parts in brackets that do not add up.

vi: Câu nêu tổng rồi liệt kê các phần trong ngoặc, mỗi phần một số: “08 đơn vị (05 sở, 03 huyện, 03
xã)”. Các phần phải cộng đúng tổng. Ngoặc chỉ nêu một phần, có “trong đó”, hoặc kể tên (“tổ 1, tổ
2”) không xét.
Vì sao: tổng hoặc một phần chắc chắn sai. Căn cứ: phép cộng; quy tắc tổng bằng các phần của biểu
mẫu.
Cách xử lý: sửa số sai.

en: A total is followed by its parts in brackets, one number each: “08 đơn vị (05 sở, 03 huyện, 03
xã)”. They must add up. Brackets with one part, with “trong đó” (among them), or with names (“tổ 1,
tổ 2”) do not count.
Why: the total or a part is certainly wrong. Basis: addition.
What to do: correct it.

đúng:
    --- lời văn
    Kiểm tra 11 đơn vị (05 sở, 03 huyện, 03 xã).

sai:
    --- lời văn
    Kiểm tra 08 đơn vị (05 sở, 03 huyện, 03 xã).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.wording import grouped, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-086"
SEVERITY = Severity.WARNING
_COUNT = r"[0-9]{1,15}(?:\.[0-9]{3}){0,4}"
_BRACKETS = r"\((?:gồm:? )?([^()]*[0-9][^()]*[,;][^()]*)\)"
_TOTAL = rf"(?:^|[\s(])({_COUNT})(?: [^\W\d_]+){{0,9}} $"
_FARTHEST = 90
# Those who are counted again by another property, and shares, add up to nothing.
_NOT_A_SUM = ("trong đó", "%", "nữ ", "đảng viên", "dân tộc")
_NUMBERS = r"[0-9](?<![\w.,/-].)[0-9]{0,14}(?:\.[0-9]{3}){0,4}(?![\w/,%-])"
_SPLIT = r"[;,]\s|\bvà\b"
_DIGITS = "0123456789"


def check(view: View) -> Iterator[Problem]:
    """Warn of every total that the parts in the brackets behind it do not make."""
    for block, found in view.text.find(_BRACKETS) if view.text else ():
        if any(word in found[1] for word in _NOT_A_SUM):
            continue
        parts = [re.findall(_NUMBERS, piece) for piece in re.split(_SPLIT, found[1])]
        if len(parts) < 2 or any(len(numbers) != 1 for numbers in parts) or _are_names(found[1]):
            continue
        start = found.start()
        total = re.compile(_TOTAL).search(block.text, max(0, start - _FARTHEST), start)
        added = sum(_number(numbers[0]) for numbers in parts)
        if total and _number(total[1]) != added:
            words = block.text[total.start() : found.end()].strip()
            message = Message(
                f"“{words}”: các phần cộng lại bằng {grouped(added)}",
                f"“{words}”: the parts add up to {grouped(added)}",
            )
            yield warning(CODE, block.where, message)


def _are_names(inside: str) -> bool:
    """Tell whether the numbers tell names apart: `tổ 1, tổ 2`; a unit stands behind a count."""
    pieces = [piece.strip() for piece in re.split(_SPLIT, inside)]
    return all(piece[-1:].isdecimal() for piece in pieces) and (
        len({piece.rstrip(_DIGITS) for piece in pieces}) == 1
    )


def _number(text: str) -> int:
    return int(text.replace(".", ""))
