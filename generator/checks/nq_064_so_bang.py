"""Số bảng, số biểu mẫu nhảy hoặc trùng. | Tables or forms numbered with a gap or twice.

vi: Tên bảng gõ tay (Bảng 2.1.) và số của các biểu mẫu kèm theo phải tăng từng đơn vị, không
trùng.
Vì sao: lời văn dẫn đến bảng nào không rõ. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
III.1 (phụ lục được đánh số thứ tự).
Cách xử lý: dùng {{ ten_bang("nhan") }} để máy đánh số bảng; sửa số của biểu mẫu trong bộ biểu
mẫu.

en: Captions typed by hand (Bảng 2.1.) and the numbers of the forms rise by one and none stands
twice.
Why: a reference could lead to two tables. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.
What to do: let {{ ten_bang("label") }} number the tables; correct the form set.

đúng:
    --- lời văn
    Bảng 1. Hồ sơ cấp huyện

    Bảng 2. Hồ sơ cấp xã

sai:
    --- lời văn
    Bảng 1. Hồ sơ cấp huyện

    Bảng 3. Hồ sơ cấp xã
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.text import Kind
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-064"
SEVERITY = Severity.WARNING
_CAPTION = r"(Bảng|Biểu|Hình)\s+((?:[0-9]+\.)*)([0-9]{1,9})[.:]\s"
_NOUNS = ("Bảng", "Biểu", "Hình")
_KINDS = (Kind.PARAGRAPH, Kind.CAPTION)


def check(view: View) -> Iterator[Problem]:
    """Warn of every caption and form whose number does not follow the one before."""
    yield from _captions(view)
    forms = [form.so for form in view.report.bieu_mau]
    places = view.report.bo_bieu_mau
    for before, number in pairwise(forms):
        if before.isdecimal() and number.isdecimal() and int(number) != int(before) + 1 and places:
            yield warning(CODE, places.where, _message("Biểu mẫu", before, number))


def _captions(view: View) -> Iterator[Problem]:
    last: dict[tuple[str, str], int] = {}
    for block in view.text.blocks if view.text else ():
        if block.kind not in _KINDS or not block.text.startswith(_NOUNS):
            continue
        found = re.match(_CAPTION, block.text)
        if not found:
            continue
        series, number = (found[1], found[2]), int(found[3])
        before = last.get(series, 0)
        if number != before + 1:
            name = f"{found[2]}{before}" if before else ""
            message = _message(found[1], name, f"{found[2]}{number}")
            yield warning(CODE, block.where, message)
        last[series] = number


def _message(noun: str, before: str, number: str) -> Message:
    if not before:
        return Message(
            f"{noun} đầu tiên mang số {number}", f"The first {noun} is numbered {number}"
        )
    return Message(
        f"Sau {noun} {before} là {noun} {number}", f"{noun} {before} is followed by {number}"
    )
