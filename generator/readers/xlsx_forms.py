"""The sheet of a form -> its rows: each by its code, else by its label.

A blank value beside a blank note says nothing, as a row that is absent from a YAML file. The label
travels with the value, so that validation, which knows the form, can find a row without a code and
notice a code beside the label of another row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problem import Message
from generator.raw import RawMap, RawScalar
from generator.readers.xlsx_address import address
from generator.readers.xlsx_layout import FORM_COLUMNS, Column
from generator.readers.xlsx_tables import find_table
from generator.readers.xlsx_tree import Branch
from generator.readers.xlsx_values import mended

if TYPE_CHECKING:
    from typing import Final

    from generator.problem import Where
    from generator.raw import Raw
    from generator.readers.xlsx_address import Area
    from generator.readers.xlsx_book import Cell, Grid
    from generator.readers.xlsx_tables import Table
    from generator.readers.xlsx_values import Values

_FIRST: Final = (Column.VALUE, *FORM_COLUMNS)
# Printed forms number their columns below the headers: 1, 2, 3 or (1), (2), (3) or A, B, 1.
_COLUMN_NUMBER: Final = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?")
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
    wanted = f"{Column.CODE} | {Column.LABEL} | {Column.VALUE}"
    table = find_table(grid, _FIRST, wanted, values)
    if table:
        rows = _Rows(table, values)
        for row in table.rows():
            rows.read(row, form)
    return form.done()


class _Rows:
    """Reads the rows of one form. A column that the form lacks has number 0, where no cell is."""

    def __init__(self, table: Table, values: Values) -> None:
        self._grid, self._values = table.grid, values
        self._value, self._label, self._number, self._unit, self._code, self._computed = (
            table.columns.get(header, 0) for header in _OF_A_ROW
        )
        self._said = {
            table.columns[header]: key for header, key in _SAID.items() if header in table.columns
        }
        self._merged = [
            one
            for one in table.grid.merged
            if one.left <= self._value <= one.right and one.bottom > table.header
        ]

    def read(self, row: int, form: Branch) -> None:
        """Add what a row states to `form`."""
        cells = self._grid.rows[row]
        label = _written(cells, self._label)
        if _COLUMN_NUMBER.fullmatch(label):
            return
        column = self._value_column(row)
        stated = self._stated(row, cells, column)
        if not stated:
            return
        name, told = self._name(row, cells, label)
        value = stated.get("gia_tri")
        where = value.where if value else self._at(row, column)
        if name:
            form.put(name, _mapping(told | stated, where), self._values.problems)
        elif value:
            self._values.problems.error("DL-092", where, *_NO_ROW)

    def _stated(self, row: int, cells: dict[int, Cell], column: int) -> dict[str, Raw]:
        """Return what the cells of a row say, by the keys of a data file."""
        stated: dict[str, Raw] = {}
        if column in cells and not self._computes_itself(cells, column):
            _add(stated, "gia_tri", self._values.read(self._grid, row, column))
        for place, key in self._said.items():
            if place in cells:
                _add(stated, key, self._values.read(self._grid, row, place))
        cited = stated.get("van_ban")
        if isinstance(cited, RawScalar) and isinstance(cited.value, str):
            stated["van_ban"] = _text(mended(cited.value), cited.where)
        return stated

    def _computes_itself(self, cells: dict[int, Cell], column: int) -> bool:
        """Tell whether the value is a formula of our own workbook: the report works it out anew."""
        return cells[column].formula and bool(_written(cells, self._computed))

    def _name(
        self, row: int, cells: dict[int, Cell], label: str
    ) -> tuple[RawScalar | None, dict[str, Raw]]:
        """Return the name of a row: its code, else number and label; and what else tells of it."""
        told: dict[str, Raw] = {}
        if label:
            told["chi_tieu"] = _text(label, self._at(row, self._label))
        code = self._values.read(self._grid, row, self._code)
        if code:
            return _text(code.text.rstrip("."), code.where), told
        if not label:
            return None, {}
        number = _written(cells, self._number)
        if number:
            told["stt"] = _text(number, self._at(row, self._number))
        return _text(f"{number} {label}".strip(), self._at(row, self._label)), told

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
        return self._values.at(self._grid.name, row, column)


def _written(cells: dict[int, Cell], column: int) -> str:
    cell = cells.get(column)
    return cell.text if cell else ""


def _add(stated: dict[str, Raw], key: str, value: RawScalar | None) -> None:
    if value is not None:
        stated[key] = value


def _text(text: str, where: Where) -> RawScalar:
    return RawScalar(where=where, text=text, value=text)


def _mapping(stated: dict[str, Raw], where: Where) -> Raw:
    if stated.keys() == {"gia_tri"}:
        return stated["gia_tri"]
    keys = {key: _text(key, value.where) for key, value in stated.items()}
    return RawMap(where=where, keys=keys, values=stated)


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
