"""Hàng tổng cộng của bảng không bằng tổng các hàng. | A total row that its rows do not make.

vi: Bảng trong lời văn có hàng “Tổng cộng” (“Tổng số”, “Cộng”) và các hàng đánh số 1, 2, 3 ... liền
nhau: mỗi cột số đếm cộng lại phải bằng số ở hàng tổng. Cột có tỷ lệ, số lẻ, chữ, dấu “…”, và cột mà
số ở hàng tổng nằm giữa các số của cột (tỷ lệ, điểm, thứ hạng, bình quân) không xét.
Vì sao: tổng hoặc một hàng chắc chắn sai. Căn cứ: phép cộng; quy tắc tổng bằng các phần của biểu
mẫu.
Cách xử lý: sửa số sai; nên để máy cộng: {{ [a, b] | tong }}.

en: A table of the text has a total row (“Tổng cộng”, “Tổng số”, “Cộng”) and rows numbered 1, 2, 3:
the counts of a column must add up to the total. Columns with ratios, decimals, words or “…”, and
those whose total lies between its parts (marks, ranks, averages) are left alone.
Why: the total or a row is certainly wrong. Basis: addition.
What to do: correct it; better let the program add: {{ [a, b] | tong }}.

đúng:
    --- lời văn
    Kết quả giải quyết hồ sơ:

    | STT | Lĩnh vực | Hồ sơ |
    |---|---|---|
    | 1 | Đất đai | 120 |
    | 2 | Tư pháp | 80 |
    | | Tổng cộng | 200 |

sai:
    --- lời văn
    Kết quả giải quyết hồ sơ:

    | STT | Lĩnh vực | Hồ sơ |
    |---|---|---|
    | 1 | Đất đai | 120 |
    | 2 | Tư pháp | 80 |
    | | Tổng cộng | 210 |
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.text import Kind
from generator.checks.wording import grouped, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.checks.text import Block
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-089"
SEVERITY = Severity.WARNING
_TOTALS = frozenset({"tổng cộng", "tổng số", "tổng", "cộng", "tổng cộng:", "tổng số:", "cộng:"})
_CLUES = ("Tổng", "TỔNG", "Cộng", "CỘNG")
_COUNT = r"[0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,15}"
_SHARE = 100  # up to here a column may hold percentages
_AVERAGES = ("bình quân", "trung bình", "tỷ lệ", "tỉ lệ", "%", "điểm", "hạng", "mức")
_BLANK = ("", "-", "–")

_Rows = dict[int, dict[int, "Block"]]


def check(view: View) -> Iterator[Problem]:
    """Warn of every count in a total row that is not the sum of its column."""
    if view.text is None or not any(block.table for block in view.text.blocks):
        return
    there = [clue for clue in _CLUES if clue in view.text.whole]
    for label in view.text.having(*there):
        if label.kind is Kind.CELL and label.table and label.text.lower() in _TOTALS:
            rows = _rows_of(view.text.blocks, label.table)
            numbered = _numbered(rows, label.row)
            if len(numbered) > 1:
                yield from _compare(rows[label.row], numbered, label, _averaged(rows))


def _rows_of(blocks: tuple[Block, ...], table: int) -> _Rows:
    rows: _Rows = {}
    for block in blocks:
        if block.kind is Kind.CELL and block.table == table:
            rows.setdefault(block.row, {})[block.column] = block
    return rows


def _numbered(rows: _Rows, total: int) -> list[Mapping[int, Block]]:
    """Return the rows on one side of the total, if they are numbered 1, 2, 3 ... without a gap."""
    firsts = {row: cells[1].text.rstrip(".") for row, cells in rows.items() if 1 in cells}
    above = [row for row in sorted(rows) if row < total and firsts.get(row, "").isdecimal()]
    below = [row for row in sorted(rows) if row > total]
    chosen = below if below and not above else above if not below else []
    counted = [firsts.get(row) for row in chosen] == [str(n + 1) for n in range(len(chosen))]
    in_a_row = bool(chosen) and chosen[-1] - chosen[0] + 1 == len(chosen)
    return [rows[row] for row in chosen] if counted and in_a_row else []


def _averaged(rows: _Rows) -> Callable[[int], bool]:
    """Return what tells by its heading whether a column holds averages; one may head several."""
    heads = rows[min(rows)]

    def averaged(column: int) -> bool:
        over = max((n for n in heads if n <= column), default=0)
        return over > 0 and any(word in heads[over].text.lower() for word in _AVERAGES)

    return averaged


def _compare(
    total: Mapping[int, Block],
    rows: list[Mapping[int, Block]],
    label: Block,
    averaged: Callable[[int], bool],
) -> Iterator[Problem]:
    for column, cell in total.items():
        stated = _count(cell.text)
        parts = [_count(row[column].text) if column in row else 0 for row in rows]
        counts = [part for part in parts if part is not None]
        if column <= label.column or stated is None or len(counts) < len(parts):
            continue
        added = sum(counts)
        if added != stated and not (
            min(counts) <= stated <= max(counts) and (stated <= _SHARE or averaged(column))
        ):
            message = Message(
                f"Hàng “{label.text}” nêu {cell.text}, các hàng cộng lại bằng {grouped(added)}",
                f"The row “{label.text}” states {cell.text}, its rows add up to {grouped(added)}",
            )
            yield warning(CODE, cell.where, message)


def _count(text: str) -> int | None:
    """Return the count that a cell states, 0 for a blank one, None for anything else."""
    if text in _BLANK:
        return 0
    return int(text.replace(".", "")) if re.fullmatch(_COUNT, text) else None
