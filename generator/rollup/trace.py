"""Where every number of a roll-up comes from: unit, file, line or cell.

As the rows of a table, or as lines of text for one indicator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.rollup.adding import How
from generator.written import figure_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from generator.figure import Figure
    from generator.rollup.adding import Cell, Total, Totals

Value: TypeAlias = "str | Decimal"

_HEAD = (
    "Biểu mẫu",
    "Mã",
    "Khái niệm",
    "Chỉ tiêu",
    "Kết quả",
    "Cách tính",
    "Đơn vị",
    "Mã đơn vị",
    "Số liệu của đơn vị",
    "Biểu mẫu, mã của đơn vị",
    "Tệp",
    "Dòng hoặc ô",
)
_HOW = {
    How.SUMMED: "cộng",
    How.RATIO: "tính lại từ tổng tử số, tổng mẫu số của các đơn vị",
    How.UNEQUAL: "để trống: có đơn vị chỉ ghi một trong hai số tử số, mẫu số",
    How.OPEN: "để trống: không cộng được",
    How.NO_SOURCE: "để trống: biểu mẫu của đơn vị không có",
    How.NOT_ASKED: "để trống: không cộng từ các đơn vị này, cấp trên tự ghi",
}


def trace_rows(totals: Totals, columns: Iterable[Total]) -> Iterator[tuple[Value, ...]]:
    """Give the whole trace under its heading: one line for each value of each unit.

    `columns` are the totals of the table of units, which stand in the rows of the units' forms.
    """
    yield _HEAD
    for total in (*totals.by_ref.values(), *columns):
        yield from _lines(total)


def explain(name: str, totals: Iterable[Totals]) -> list[str]:
    """Return the lines that say where a number comes from; empty for an unknown name.

    `name` is a concept or a reference (`3:3.2.1`) in the first of the form sets that has it. What a
    formula is worked out from follows it.
    """
    for one in totals:
        for ref, total in one.by_ref.items():
            if name in (total.row.khai_niem, str(ref)):
                return list(_explained(total, one))
    return []


def how_text(total: Total) -> str:
    """Return how a value came about, in words."""
    if total.how is How.FORMULA and total.row.cong_thuc:
        return f"tính theo {total.row.cong_thuc.text}"
    return _HOW[total.how]


def _explained(total: Total, totals: Totals) -> Iterator[str]:
    row = total.row
    yield f"{row.ref}  {row.khai_niem} = {figure_text(total.figure)}  ({how_text(total)})"
    if total.how in (How.FORMULA, How.UNEQUAL) and row.cong_thuc:
        for ref in row.cong_thuc.operands:
            yield from _explained(totals.by_ref[ref], totals)
        return
    for cell in total.cells if total.how is not How.NO_SOURCE else ():
        place = ", ".join(piece for piece in _where(cell) if piece)
        value = figure_text(cell.figure) if cell.figure else "biểu mẫu không có chỉ tiêu này"
        yield f"    {cell.unit.ten}: {value}  [{place}]"


def _lines(total: Total) -> Iterator[tuple[Value, ...]]:
    row = total.row
    label = row.nhan.partition("\n")[0]
    start = (*row.ref, row.khai_niem, label, _value(total.figure), how_text(total))
    cells = [cell for cell in total.cells if cell.row]
    if not cells:
        yield (*start, "", "", "", "", "", "")
    for cell in cells:
        yield (*start, cell.unit.ten, cell.unit.don_vi.ma, *_cell(cell))


def _cell(cell: Cell) -> tuple[Value, ...]:
    assert cell.row is not None  # the caller's filter
    return (_value(cell.row.figure), str(cell.row.chi_tieu.ref), *_where(cell))


def _value(figure: Figure) -> Value:
    """Return a number as a number; n/m, words and why there is none as text."""
    if figure.number is not None and figure.total is None:
        return figure.number
    return figure_text(figure)


def _where(cell: Cell) -> tuple[str, str]:
    """Return file and place of a unit's value; what the file does not state has no place."""
    row, file = cell.row, cell.unit.file
    if row is None:
        return file, ""
    if row.figure.computed and row.chi_tieu.cong_thuc:
        return file, f"tính theo {row.chi_tieu.cong_thuc.text}"
    if row.where.file != file:
        return file, "không ghi"
    return file, row.where.beside()
