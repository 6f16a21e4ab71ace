"""Một số cho hai văn bản. | One number given to two documents.

vi: Trong bảng liệt kê văn bản, hai dòng cùng số, ký hiệu mà nội dung khác nhau.
Vì sao: mỗi văn bản có một số riêng (Nghị định 30/2020/NĐ-CP, Điều 15); một dòng chép nhầm số của
dòng kia.
Cách xử lý: xem lại số của hai văn bản.

en: In a list of documents two rows bear one number and speak of different things.
Why: each document has a number of its own (Nghị định 30/2020/NĐ-CP, Điều 15).
What to do: look at the numbers of both documents.

đúng:
    --- lời văn
    Các văn bản đã ban hành:

    | STT | Số hiệu | Nội dung |
    |---|---|---|
    | 1 | 45/2018/NQ-HĐND ngày 30/01/2018 | Quy hoạch chung |
    | 2 | 46/2018/NQ-HĐND ngày 30/01/2018 | Sử dụng đất |

sai:
    --- lời văn
    Các văn bản đã ban hành:

    | STT | Số hiệu | Nội dung |
    |---|---|---|
    | 1 | 45/2018/NQ-HĐND ngày 30/01/2018 | Quy hoạch chung |
    | 2 | 45/2018/NQ-HĐND ngày 30/01/2018 | Sử dụng đất |
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

CODE = "NQ-053"
SEVERITY = Severity.WARNING
_HEADERS = ("số hiệu", "số ký hiệu", "số, ký hiệu", "số văn bản")
_NUMBER = r"[0-9]+[a-zđ]?(?:/[0-9]{4})?[/-][A-ZĐ][\w/&.-]*"


def check(view: View) -> Iterator[Problem]:
    """Warn of every row of a list of documents whose number an earlier, different row bears."""
    cells = [b for b in view.text.blocks if b.kind is Kind.CELL] if view.text else []
    columns = {(b.table, b.column) for b in cells if b.row == 1 and _heads_numbers(b.text)}
    met: dict[tuple[int, int, str], Block] = {}
    for cell in cells if columns else ():
        if (cell.table, cell.column) not in columns:
            continue
        number = re.match(_NUMBER, cell.text)
        if not number:
            continue
        first = met.setdefault((cell.table, cell.column, number.group()), cell)
        if first is cell or _rest(first, cells) == _rest(cell, cells):
            continue
        message = Message(
            f"Số {number.group()} đã ghi cho một văn bản khác trong cùng bảng (hàng {first.row})",
            f"{number.group()} already stands for another document of the table (row {first.row})",
        )
        yield warning(CODE, cell.where, message)


def _heads_numbers(text: str) -> bool:
    folded = text.lower()
    return any(words in folded for words in _HEADERS)


def _rest(cell: Block, cells: list[Block]) -> list[str]:
    """Return what the row of `cell` says beside it; the first column only counts the rows."""
    return [
        other.text
        for other in cells
        if (other.table, other.row) == (cell.table, cell.row)
        and other.column not in (1, cell.column)
    ]
