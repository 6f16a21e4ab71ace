"""Data files as workbooks: bytes of an .xlsx -> `RawMap`, every value with its sheet and cell.

The tree is the one that a YAML file of the same content gives, so that everything after is the
same. Sheets are found by their names (`workbook_layout`), columns by their headers, rows by code or
label. Sheets with other names are the clerk's own and are not read, hidden ones neither; but a
hidden sheet of ours is refused, for nobody sees what stands in it. Visible sheets that were not
read are told (`RawMap.unread`): one of them may be a form that was renamed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.fields import Problems
from generator.problem import Message, Stopped, Where
from generator.raw import PartlyReadError
from generator.readers.xlsx_book import Book
from generator.readers.xlsx_cover import read_cover
from generator.readers.xlsx_forms import read_form
from generator.readers.xlsx_lists import (
    read_accepted,
    read_constraints,
    read_documents,
    read_figures,
)
from generator.readers.xlsx_tables import folded
from generator.readers.xlsx_tree import Branch, text_at
from generator.readers.xlsx_values import Values
from generator.suggest import nearest
from generator.workbook_layout import Sheet, form_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Final

    from generator.raw import Raw, RawMap
    from generator.readers.xlsx_book import Grid, SheetEntry

_LISTS: Final[dict[Sheet, tuple[str, Callable[[Grid, Values], Raw]]]] = {
    Sheet.DOCUMENTS: ("van_ban", read_documents),
    Sheet.FIGURES: ("so_lieu", read_figures),
    Sheet.CONSTRAINTS: ("rang_buoc", read_constraints),
    Sheet.ACCEPTED: ("chap_nhan", read_accepted),
}
_SHEETS: Final = {folded(one): one for one in (Sheet.COVER, *_LISTS)}
# `Biểu mẫu 3`, which may also be written `Biểu mẫu 03` or `Biểu mẫu3`.
_FORM: Final = re.compile(rf"{folded(Sheet.FORM)}_*0*([0-9a-z]+)")
_COPY: Final = re.compile(r"_*\([0-9]+\)$")  # Excel calls a copy of a sheet `Biểu mẫu 3 (2)`


def read_xlsx(data: bytes, name: str) -> RawMap:
    """Return the values of the workbook `data`; `name` is its name in messages.

    Raises `Stopped` with everything that could be found in one reading: DL-080 ... DL-084 for the
    file as a whole, DL-003, DL-005 and DL-085 ... DL-092 for sheets and cells; `PartlyReadError`
    where only cells are at fault.
    """
    book = Book(data, name)
    values = Values(book, Problems())
    sheets = _ours(book.sheets, values)
    top = Branch(where=Where(file=name))
    if Sheet.COVER in sheets:
        cover = sheets.pop(Sheet.COVER)
        top.where = values.at_sheet(cover.name)  # where a field that is missing belongs
        read_cover(book.grid(cover), top, values)
    else:
        values.problems.error("DL-085", top.where, *_NO_COVER)
    for sheet, (key, read_list) in _LISTS.items():
        if sheet in sheets:
            found = read_list(book.grid(sheets.pop(sheet)), values)
            _put(top, key, found, found.where, values)
    if sheets:
        forms = Branch(where=values.at_sheet(next(iter(sheets.values())).name))
        for number, entry in sheets.items():
            form = read_form(book.grid(entry), values)
            _put(forms, number, form, form.where, values)
        _put(top, "bieu_mau", forms.done(), forms.where, values)
    faults = values.problems.found
    if faults and all(problem.where.cell for problem in faults):
        raise PartlyReadError(faults, top.done())
    if faults:
        raise Stopped(faults)
    return replace(top.done(), unread=tuple(_unread(book.sheets, values)))


def _unread(entries: Iterable[SheetEntry], values: Values) -> Iterator[Where]:
    for entry in entries:
        if _key(entry.name) is None and not _is_own(entry):
            yield values.at_sheet(entry.name)


def _ours(entries: Iterable[SheetEntry], values: Values) -> dict[str, SheetEntry]:
    """Return the sheets to be read, by the names of the layout, those of forms by their numbers.

    Notes DL-003 (two sheets for one), DL-090 (hidden), DL-086 (a name that is nearly one of ours).
    """
    sheets: dict[str, SheetEntry] = {}
    for entry in entries:
        key = _key(entry.name)
        where = values.at_sheet(entry.name)
        if key is None:
            _check_other(entry, values)
        elif entry.hidden:
            values.problems.error("DL-090", where, *_hidden(entry.name))
        elif key in sheets:
            values.problems.error("DL-003", where, *_two_sheets(entry.name, sheets[key].name))
        else:
            sheets[key] = entry
    return sheets


@lru_cache(maxsize=100)  # the same sheets are in every unit's workbook
def _key(name: str) -> str | None:
    bare = _COPY.sub("", folded(name))
    form = _FORM.fullmatch(bare)
    return form[1] if form else _SHEETS.get(bare)


def _check_other(entry: SheetEntry, values: Values) -> None:
    """Note a visible sheet that may be one of ours with a slip in its name (DL-086)."""
    if _is_own(entry):
        return
    guess = nearest(entry.name, [*_SHEETS.values(), form_sheet("1")])
    if guess is None:
        return
    message = Message(
        f"Không rõ trang “{entry.name}” có phải là một trang như “{guess}” không.",
        f"Whether “{entry.name}” is meant to be a sheet such as “{guess}” is not clear.",
    )
    hint = Message(
        f"Đổi lại đúng tên; trang riêng của bạn thì đặt tên “_{entry.name}”.",
        f"Give it the right name; call a sheet of your own “_{entry.name}”.",
    )
    values.problems.error("DL-086", values.at_sheet(entry.name), message, hint)


def _is_own(entry: SheetEntry) -> bool:
    """Tell whether a sheet is the clerk's own for certain, or the guide."""
    guide = folded(entry.name) == folded(Sheet.GUIDE)
    return entry.hidden or entry.name.startswith("_") or guide


def _put(branch: Branch, key: str, value: Raw, where: Where, values: Values) -> None:
    branch.put(text_at(key, where), value, values.problems)


def _hidden(name: str) -> tuple[Message, Message]:
    return (
        Message(f"Trang “{name}” đang bị ẩn.", f"Sheet “{name}” is hidden."),
        Message(
            "Bấm chuột phải vào tên trang, chọn Bỏ ẩn (Unhide); không dùng thì xóa trang.",
            "Right-click a sheet's name and choose Unhide; delete the sheet if it is not used.",
        ),
    )


def _two_sheets(name: str, first: str) -> tuple[Message, Message]:
    return (
        Message(
            f"Hai trang “{first}” và “{name}” cho cùng một nội dung.",
            f"The sheets “{first}” and “{name}” stand for the same thing.",
        ),
        Message("Xóa hoặc đổi tên một trang.", "Delete or rename one of them."),
    )


_NO_COVER: Final = (
    Message(f"Tệp không có trang “{Sheet.COVER}”.", f"There is no sheet “{Sheet.COVER}”."),
    Message(
        "Dùng tệp do lệnh `baocao new --xlsx` tạo ra.",
        "Use a workbook made by `baocao new --xlsx`.",
    ),
)
