"""Formulas of a form set as live formulas of a workbook, and limits as conditions.

They work out what `generator.bieu_mau.compute` does: blank unless every operand is a number and no
divisor is 0, ratios in percent, rounded half up to two decimals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.bieu_mau import Operation
from generator.workbook_layout import form_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.bieu_mau import BoBieuMau, ChiTieu, CongThuc, Ref

VALUE_LETTER = "D"


class Places(NamedTuple):
    """In which row of its sheet each indicator of a form set stands."""

    rows: Mapping[Ref, int]

    @classmethod
    def below(cls, header: int, form_set: BoBieuMau) -> Places:
        """Return the places where every form begins under the row `header` of its sheet."""
        return cls(
            {
                row.ref: number
                for form in form_set.bieu_mau
                for number, row in enumerate(form.chi_tieu, start=header + 1)
            }
        )

    def cell(self, ref: Ref, seen_from: str) -> str:
        """Return the address of a value, with its sheet where it is another form's."""
        address = f"{VALUE_LETTER}{self.rows[ref]}"
        return address if ref.bieu == seen_from else f"'{form_sheet(ref.bieu)}'!{address}"


def formula(computation: CongThuc, own: Ref, places: Places) -> str:
    """Return the formula of a cell, in the words every spreadsheet saves."""
    cells = [places.cell(ref, own.bieu) for ref in computation.operands]
    known = f"COUNT({','.join(cells)})={len(cells)}"
    if computation.operation is Operation.SUM:
        return f'=IF({known},{"+".join(cells)},"")'
    part, whole = cells
    return f'=IF({known},IF({whole}=0,"",ROUND(100*{part}/{whole},2)),"")'


def over(row: ChiTieu, limit: Ref, places: Places) -> str:
    """Return the condition that a value is larger than that of the row `limit`."""
    mine = places.cell(row.ref, row.ref.bieu)
    most = places.cell(limit, row.ref.bieu) if limit.bieu == row.ref.bieu else name_of(limit)
    return f"AND(ISNUMBER({mine}),ISNUMBER({most}),{mine}>{most})"


def named_cells(form_set: BoBieuMau, places: Places) -> dict[str, str]:
    """Return the names of cells that conditions of other sheets speak of, with their addresses.

    A condition may name a cell of another sheet in every version of Excel, but not point at it.
    """
    limits = [
        limit
        for row in form_set.rows.values()
        for limit in (row.khong_qua, row.thuong_khong_qua)
        if limit and limit.bieu != row.ref.bieu
    ]
    return {
        name_of(ref): f"'{form_sheet(ref.bieu)}'!${VALUE_LETTER}${places.rows[ref]}"
        for ref in limits
    }


def name_of(ref: Ref) -> str:
    """Return the name of the cell of a row, `BM4_1.3`."""
    return f"BM{ref.bieu}_{ref.ma}"
