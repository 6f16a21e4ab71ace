"""The cover sheet -> the fields of a report: labels in one column, values in the next.

Where the labels stand is found by the labels themselves, so that columns or rows may have been
inserted before them. A list takes one row for each entry, its label repeated or left empty.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.fields import day_first
from generator.problem import Message
from generator.raw import RawList, RawScalar
from generator.readers.xlsx_tables import folded
from generator.readers.xlsx_tree import Branch, mapping_at, text_at
from generator.readers.xlsx_values import Want
from generator.suggest import nearest, plain
from generator.workbook_layout import COVER, COVER_HEADERS, NO, YES, Shape, label_of

if TYPE_CHECKING:
    from typing import Final

    from generator.problem import Where
    from generator.raw import Raw
    from generator.readers.xlsx_book import Grid
    from generator.readers.xlsx_values import Values
    from generator.workbook_layout import CoverField

_FIELDS: Final = {folded(name): one for one in COVER for name in (one.label, one.path)}
_HEADER: Final = folded(COVER_HEADERS[0])
_WANTS: Final = {"ky": Want.PERIOD, "ngay": Want.DATE, "ngay.ngay": Want.DATE}
_PURPOSE: Final = re.compile(r"\((.+)\)")
_NAMED_LIST: Final = re.compile(r"ds\s*:\s*(\w+)")
_AUTOMATIC: Final = "tu_dong"
_BLANK: Final = "trong"
_YEAR: Final = "ngay.nam"
_YES: Final = {plain(word) for word in YES}
_NO: Final = {plain(word) for word in NO}


def read_cover(grid: Grid, top: Branch, values: Values) -> None:
    """Add the fields of the cover sheet to `top`.

    A whole date beside the label of the day stands for its month and year too. Notes DL-085 (no
    label known), DL-086 (unknown label), DL-003 (a label twice, a month or year that is not that of
    the whole date), DL-012 (neither yes nor no) and DL-092 (a value without a label).
    """
    column = _label_column(grid)
    if column is None:
        message = Message(
            f"Trang “{grid.name}” không có mục nào như “{COVER[0].label}”.",
            f"Sheet “{grid.name}” has no field such as “{COVER[0].label}”.",
        )
        values.problems.error("DL-085", values.at_sheet(grid.name), message)
        return
    _Cover(grid, column, top, values).read()


def _label_column(grid: Grid) -> int | None:
    """Return the column with the most labels that are known, the first if several have."""
    labels: dict[int, int] = {}
    for cells in grid.rows.values():
        for column, cell in cells.items():
            if folded(cell.text) in _FIELDS:
                labels[column] = labels.get(column, 0) + 1
    return max(labels, key=lambda column: (labels[column], -column), default=None)


class _Cover:
    """Reads the rows of a cover sheet in their order."""

    def __init__(self, grid: Grid, column: int, top: Branch, values: Values) -> None:
        self._grid, self._column, self._top, self._values = grid, column, top, values
        self._lists: dict[str, tuple[Where, list[Raw]]] = {}
        self._seen: dict[str, Where] = {}

    def read(self) -> None:
        field: CoverField | None = None
        known = True
        for row in sorted(self._grid.rows):
            label = self._grid.rows[row].get(self._column)
            if label and label.text:
                field = _FIELDS.get(folded(label.text))
                known = field is not None
            want = _WANTS.get(field.path, Want.NO_DATE) if field else Want.NO_DATE
            value = self._values.read(self._grid, row, self._column + 1, want)
            if value is None:
                continue
            if field and (label or field.shape is Shape.LIST):
                self._add(field, value, row)
            elif label and label.text:
                self._unknown(label.text, row)
            elif known:  # below an unknown label one problem is enough
                self._values.problems.error("DL-092", value.where, *_NO_LABEL)
        for path, (where, items) in self._lists.items():
            self._add_list(path, where, items)
        self._finish_day()

    def _finish_day(self) -> None:
        """Split a whole date beside `Ngày`; give a year that is missing its cell."""
        day = self._top.values.get("ngay")
        stated = day.values.get("ngay") if isinstance(day, Branch) else None
        whole = _whole_day(stated) if isinstance(stated, RawScalar) else None
        if isinstance(day, Branch) and isinstance(stated, RawScalar) and whole:
            for key, number in (("ngay", whole.day), ("thang", whole.month), ("nam", whole.year)):
                self._put_part(day, key, number, stated)
        elif day is None or (isinstance(day, Branch) and "nam" not in day.keys):
            self._put_empty_year()

    def _put_empty_year(self) -> None:
        for row, cells in self._grid.rows.items():
            label = cells.get(self._column)
            field = _FIELDS.get(folded(label.text)) if label else None
            if field and field.path == _YEAR:
                where = self._values.at(self._grid.name, row, self._column + 1)
                empty = RawScalar(where=where, text="", value=None)
                self._top.put_at(_YEAR, where, empty, self._values.problems)
                return

    def _put_part(self, day: Branch, key: str, number: int, whole: RawScalar) -> None:
        """Put day, month or year of a `whole` date where it is not stated by itself."""
        part = RawScalar(where=whole.where, text=str(number), value=number)
        stated = day.values.get(key)
        if stated is whole:
            day.values[key] = part
        elif not isinstance(stated, RawScalar):
            day.put(text_at(key, whole.where), part, self._values.problems)
        elif plain(stated.text) == _BLANK:
            day.values[key] = part
        elif stated.text.lstrip("0") != str(number):
            label = label_of(f"ngay.{key}")
            message = Message(
                f"Ô {whole.where.cell} ghi cả ngày {whole.text}, còn “{label}” ghi {stated.text}.",
                f"Cell {whole.where.cell} states the whole date {whole.text}, but “{label}” is "
                f"{stated.text}.",
            )
            self._values.problems.error("DL-003", stated.where, message, _ONE_DAY)

    def _add(self, field: CoverField, value: RawScalar, row: int) -> None:
        where = self._values.at(self._grid.name, row, self._column)
        if field.shape is Shape.LIST:
            self._lists.setdefault(field.path, (value.where, []))[1].extend(
                _entries(field.path, value)
            )
            return
        first = self._seen.setdefault(field.path, where)
        if first is not where:
            message = Message(
                f"Mục “{field.label}” đã có ở ô {first.cell}.",
                f"“{field.label}” already stands in cell {first.cell}.",
            )
            self._values.problems.error("DL-003", where, message)
            return
        stated = self._flag(value) if field.shape is Shape.FLAG else value
        if stated:
            self._top.put_at(field.path, where, stated, self._values.problems)

    def _flag(self, value: RawScalar) -> RawScalar | None:
        word = plain(value.text)
        if word in _YES | _NO:
            said = word in _YES
            return RawScalar(where=value.where, text=str(said).lower(), value=said)
        message = Message(
            f"“{value.text}” không dùng được ở đây, cần “x” hoặc để trống.",
            f"“{value.text}” cannot stand here; wanted: “x” or nothing.",
        )
        self._values.problems.error("DL-012", value.where, message)
        return None

    def _unknown(self, label: str, row: int) -> None:
        if folded(label) == _HEADER:
            return
        guess = nearest(label.rstrip(" :*"), [one.label for one in COVER])
        before_all = not self._seen and not self._lists
        if before_all and guess is None:  # a title
            return
        message = Message(
            f"Trang “{self._grid.name}” không có mục “{label}”.",
            f"Sheet “{self._grid.name}” has no field “{label}”.",
        )
        hint = (
            Message(f"Ý bạn là “{guess}”?", f"Did you mean “{guess}”?")
            if guess
            else Message("Xóa dòng này nếu không cần.", "Delete the row if it is not needed.")
        )
        where = self._values.at(self._grid.name, row, self._column)
        self._values.problems.error("DL-086", where, message, hint)

    def _add_list(self, path: str, where: Where, items: list[Raw]) -> None:
        first = items[0]
        value: Raw = RawList(where=where, items=tuple(items))
        if len(items) == 1 and isinstance(first, RawScalar) and plain(first.text) == _AUTOMATIC:
            value = text_at(_AUTOMATIC, where)  # the register's own list: a word, not a receiver
        # -- with the number of copies filed, `luu` is a mapping --
        full = f"{path}.noi" if path in self._top.keys else path
        self._top.put_at(full, where, value, self._values.problems)


def _entries(path: str, value: RawScalar) -> list[Raw]:
    """Return the entries that one cell holds: several lines are a group of receivers."""
    lines = [line.strip() for line in value.text.split("\n") if line.strip()]
    if path == "noi_nhan":
        return [_receiver(lines, value.where)]
    if path == "luu":
        lines = [place.strip() for line in lines for place in re.split("[,;]", line)]
    return [text_at(line, value.where) for line in lines if line]


def _receiver(lines: list[str], where: Where) -> Raw:
    named = _NAMED_LIST.fullmatch(lines[0])
    if named:
        return mapping_at({"ds": text_at(named[1], where)}, where)
    if len(lines) == 1:
        return text_at(lines[0], where)
    stated: dict[str, Raw] = {}
    purpose = _PURPOSE.fullmatch(lines[-1])
    if purpose:
        stated["muc_dich"] = text_at(purpose[1], where)
        lines = lines[:-1]
    group = tuple(text_at(line, where) for line in lines)
    return mapping_at({"nhom": RawList(where=where, items=group)} | stated, where)


def _whole_day(value: RawScalar) -> date | None:
    return value.value if isinstance(value.value, date) else day_first(value.text)


_ONE_DAY: Final = Message(
    "Ghi ngày, tháng, năm vào ba mục riêng, hoặc sửa cho khớp.",
    "State day, month and year in their three fields, or make them agree.",
)
_NO_LABEL: Final = (
    Message("Ô có giá trị nhưng không có tên mục ở bên trái.", "The value has no label beside it."),
    Message("Ghi tên mục, hoặc xóa giá trị.", "Write the label, or delete the value."),
)
