"""The sheet of a form -> its rows: each by its code, else by its label.

A blank value beside a blank note says nothing, as a row that is absent from a YAML file. The label
travels with the value, so that validation, which knows the form, can find a row without a code and
notice a code beside the label of another row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problem import Message
from generator.readers.xlsx_address import address
from generator.readers.xlsx_tables import find_table, headers_of
from generator.readers.xlsx_tree import Branch, mapping_at, text_at
from generator.readers.xlsx_values import mended
from generator.workbook_layout import FORM_COLUMNS, Column

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

    from generator.problem import Where
    from generator.raw import RawMap, RawScalar
    from generator.readers.xlsx_address import Area
    from generator.readers.xlsx_book import Grid
    from generator.readers.xlsx_scan import Cell
    from generator.readers.xlsx_tables import Table
    from generator.readers.xlsx_values import Values

_HEADERS: Final = headers_of((Column.VALUE, *FORM_COLUMNS))
_WANTED: Final = f"{Column.CODE} | {Column.LABEL} | {Column.VALUE}"
# Printed forms number their columns below the headers: 1, 2, 3 or (1), (2), (3) or A, B, 1.
_COLUMN_NUMBER: Final = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?")
_LONGEST_NUMBER: Final = len("(12)")
_OF_A_ROW: Final = (
    Column.VALUE,
    Column.LABEL,
    Column.NUMBER,
    Column.UNIT,
    Column.CODE,
    Column.COMPUTED,
)
_SAID: Final = {
    Column.NOTE: "ghi_chu",
    Column.IN_WORDS: "bang_loi",
    Column.CITED: "van_ban",
}


def read_form(grid: Grid, values: Values) -> RawMap:
    """Return what a sheet states of each row: `{chi_tieu, stt, gia_tri, ghi_chu, ...}` or a value.

    Notes DL-085 (no header row), DL-003 (two rows with one code) and DL-092 (a value that belongs
    to no row, or to several).
    """
    form = Branch(where=values.at_sheet(grid.name))
    table = find_table(grid, _HEADERS, _WANTED, values)
    if table:
        rows = _Rows(table, values)
        for row in table.rows():
            rows.read(row, form)
    return form.done()


class _Rows:
    """Reads the rows of one form. A column that the form lacks has number 0, where no cell is."""

    def __init__(self, table: Table, values: Values) -> None:
        self._grid, self._values, self._sheet = table.grid, values, table.grid.name
        self._value, self._label, self._number, self._unit, self._code, self._computed = (
            table.columns.get(header, 0) for header in _OF_A_ROW
        )
        self._said = [
            (table.columns[header], key) for header, key in _SAID.items() if header in table.columns
        ]
        self._merged = [
            one
            for one in table.grid.merged
            if one.left <= self._value <= one.right and one.bottom > table.header
        ]

    def read(self, row: int, form: Branch) -> None:
        """Add what a row states to `form`."""
        cells = self._grid.rows[row]
        label = cells.get(self._label)
        if label and len(label.text) <= _LONGEST_NUMBER and _COLUMN_NUMBER.fullmatch(label.text):
            return
        column = self._value_column(row) if self._merged else self._value
        stated = self._stated(cells, column)
        if not stated:
            return
        told: dict[str, RawScalar] = {}
        name = self._name(cells, label, told)
        value = stated.get("gia_tri")
        where = value.where if value else self._at(row, column)
        if name:
            told.update(stated)
            whole = value if value and len(told) == 1 else mapping_at(told, where)
            form.put(name, whole, self._values.problems)
        elif value:
            self._values.problems.error("DL-092", where, *_NO_ROW)

    def _stated(self, cells: Mapping[int, Cell], column: int) -> dict[str, RawScalar]:
        """Return what the cells of a row say, by the keys of a data file."""
        stated: dict[str, RawScalar] = {}
        value = cells.get(column)
        # -- a formula of our own workbook says nothing: the report works it out anew --
        if value and not (value.formula and _written(cells, self._computed)):
            stated["gia_tri"] = self._values.of(value, self._sheet)
        for place, key in self._said:
            if place in cells:
                stated[key] = self._values.of(cells[place], self._sheet)
        cited = stated.get("van_ban")
        if cited and isinstance(cited.value, str):
            stated["van_ban"] = text_at(mended(cited.value), cited.where)
        return stated

    def _name(
        self, cells: Mapping[int, Cell], label: Cell | None, told: dict[str, RawScalar]
    ) -> RawScalar | None:
        """Return the name of a row, its code, else number and label; `told` takes these two."""
        label_at = None
        if label and label.text:
            label_at = self._values.at_cell(self._sheet, label)
            told["chi_tieu"] = text_at(label.text, label_at)
        code = cells.get(self._code)
        if code:
            name = self._values.of(code, self._sheet)
            return text_at(name.text.rstrip("."), name.where)
        if not label or not label_at:
            return None
        number = cells.get(self._number)
        if number is None or not number.text:
            return text_at(label.text, label_at)
        told["stt"] = text_at(number.text, self._values.at_cell(self._sheet, number))
        return text_at(f"{number.text} {label.text}", label_at)

    def _value_column(self, row: int) -> int:
        """Return the column that holds the value of a row, which may be merged with its unit.

        Notes DL-092 for a value in a cell that is merged over several rows: it may belong to any.
        """
        area = next((one for one in self._merged if one.top <= row <= one.bottom), None)
        if area is None:
            return self._value
        if area.bottom > area.top and area.top == row:
            where = self._at(row, self._value)
            self._values.problems.error("DL-092", where, *_merged(area))
        return area.left if area.left == self._unit else self._value

    def _at(self, row: int, column: int) -> Where:
        return self._values.at(self._sheet, row, column)


def _written(cells: Mapping[int, Cell], column: int) -> str:
    cell = cells.get(column)
    return cell.text if cell else ""


_NO_ROW: Final = (
    Message(
        "Ô có giá trị nhưng dòng này không có mã và tên chỉ tiêu.",
        "The cell has a value, but its row has neither a code nor a label.",
    ),
    Message(
        f"Ghi mã ở cột {Column.CODE}, hoặc xóa giá trị.",
        f"Write the code in column {Column.CODE}, or delete the value.",
    ),
)


def _merged(area: Area) -> tuple[Message, Message]:
    cells = f"{address(area.top, area.left)}:{address(area.bottom, area.right)}"
    return (
        Message(
            f"Các ô {cells} gộp làm một, không rõ giá trị thuộc dòng nào.",
            f"The cells {cells} are merged; the row of their value is not certain.",
        ),
        Message(
            "Bỏ gộp ô rồi ghi giá trị cho từng dòng.", "Unmerge them and write each row's value."
        ),
    )
