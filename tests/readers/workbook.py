"""Workbooks for tests: from rows of cells, or from the raw values of a data file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from openpyxl import Workbook
from openpyxl.utils.escape import escape

from generator.problem import Where
from generator.raw import Raw, RawList, RawMap, RawScalar
from generator.workbook_layout import (
    ACCEPTED_KEYS,
    CONSTRAINT_KEYS,
    COVER,
    DOCUMENT_KEYS,
    Column,
    Shape,
    form_sheet,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = object  # whatever openpyxl takes
HEADERS = ("Mã", "Chỉ tiêu", "Số liệu", "Ghi chú", "Ghi bằng lời", "Tên văn bản")


def workbook(sheets: Mapping[str, Iterable[Sequence[Value]]]) -> bytes:
    """Return a workbook of the given sheets, each a list of rows that begin in A1."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def as_workbook(raw: RawMap) -> bytes:
    """Return a workbook that says what `raw`, the values of a data file, says."""
    book = Workbook()
    cover = book.worksheets[0]
    cover.title = "Bìa"
    for field in COVER:
        _cover_field(cover, field.label, field.shape, _at(raw, field.path))
    copies = _at(raw, "luu.noi")
    if copies is not None:
        _cover_field(cover, "Lưu", Shape.LIST, copies)
    _documents(book.create_sheet("Văn bản"), raw.get("van_ban"))
    _table(book.create_sheet("Số liệu"), (Column.NAME, Column.FIGURE), _leaves(raw.get("so_lieu")))
    _list(book.create_sheet("Ràng buộc"), CONSTRAINT_KEYS, raw.get("rang_buoc"))
    _list(book.create_sheet("Chấp nhận"), ACCEPTED_KEYS, raw.get("chap_nhan"))
    forms = raw.get("bieu_mau")
    for key, form in forms.entries() if isinstance(forms, RawMap) else ():
        assert isinstance(form, RawMap)
        rows = [_form_row(code.text, row) for code, row in form.entries()]
        _table(book.create_sheet(form_sheet(key.text)), HEADERS, rows)
    return saved(book)


def _at(raw: Raw, path: str) -> Raw | None:
    for step in path.split("."):
        if not isinstance(raw, RawMap) or step not in raw.keys:
            return None
        raw = raw.values[step]
    return raw


def _cover_field(sheet: Worksheet, label: str, shape: Shape, value: Raw | None) -> None:
    if value is None or (shape is Shape.ONE and not isinstance(value, RawScalar)):
        return
    items = value.items if isinstance(value, RawList) else (value,)
    for number, item in enumerate(items):
        if isinstance(item, RawMap) and shape is not Shape.LIST:
            continue
        row = sheet.max_row + 1
        sheet.cell(row, 1, label if number == 0 else None)
        _put(sheet, row, 2, _entry(item))


def _entry(item: Raw) -> RawScalar:
    """Return what a cell says of one receiver: a text, a group, a named list of the register."""
    if isinstance(item, RawScalar):
        return item
    assert isinstance(item, RawMap)
    named, group, purpose = (_at(item, key) for key in ("ds", "nhom", "muc_dich"))
    if isinstance(named, RawScalar):
        return _scalar(f"ds: {named.text}")
    assert isinstance(group, RawList)
    assert isinstance(purpose, RawScalar)
    lines = [one.text for one in group.items if isinstance(one, RawScalar)]
    return _scalar("\n".join([*lines, f"({purpose.text})"]))


def _documents(sheet: Worksheet, raw: Raw | None) -> None:
    rows = [
        [key.text, *(_at(one, name) for name in DOCUMENT_KEYS.values())]
        for key, one in (raw.entries() if isinstance(raw, RawMap) else ())
    ]
    _table(sheet, (Column.NAME, *DOCUMENT_KEYS), rows)


def _list(sheet: Worksheet, keys: Mapping[Column, str], raw: Raw | None) -> None:
    items = raw.items if isinstance(raw, RawList) else ()
    rows = [[_at(one, name) for name in keys.values()] for one in items]
    _table(sheet, tuple(keys), rows)


def _leaves(raw: Raw | None, path: str = "") -> list[list[Raw | str | None]]:
    if isinstance(raw, RawMap):
        inner = [(key.text, value) for key, value in raw.entries()]
    elif isinstance(raw, RawList) and raw.items:
        inner = [(str(number), value) for number, value in enumerate(raw.items, start=1)]
    elif raw is None:
        return []
    else:
        return [[path, raw if isinstance(raw, RawScalar) else "[]"]]
    return [leaf for name, value in inner for leaf in _leaves(value, f"{path}.{name}".lstrip("."))]


def _form_row(code: str, row: Raw) -> list[Raw | str | None]:
    if isinstance(row, RawScalar):
        return [code, None, row]
    said = ("chi_tieu", "gia_tri", "ghi_chu", "bang_loi", "van_ban")
    return [code, *(_at(row, key) for key in said)]


def _table(
    sheet: Worksheet, headers: Sequence[str], rows: Iterable[Sequence[Raw | str | None]]
) -> None:
    sheet.append([str(one) for one in headers])
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            _put(sheet, number, column, _scalar(value) if isinstance(value, str) else value)


def _put(sheet: Worksheet, row: int, column: int, raw: Raw | None) -> None:
    if raw is None:
        return
    assert isinstance(raw, RawScalar)
    cell = sheet.cell(row, column)
    if isinstance(raw.value, str):
        cell.value = escape(raw.value)
        cell.data_type = "s"  # never a formula
        if raw.quoted:
            cell.number_format = "@"
    else:
        cell.value = raw.value


def _scalar(text: str) -> RawScalar:
    return RawScalar(where=Where(), text=text, value=text)
