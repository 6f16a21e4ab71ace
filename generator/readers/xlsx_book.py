"""A workbook as it lies in the file: its sheets, and the cells of a sheet by row and column.

Read from the parts themselves rather than with a library. Measured on a workbook of seven forms
(`benchmarks/reading.py`), python-calamine takes as long as this, which has seen the labels before,
and openpyxl over ten times as long; but calamine gives an error value, a formula without a result
and an empty cell alike, does not tell 0.9806 from 98,06%, and reserves memory for every cell
between the first and the last, so that one stray cell at the end of a sheet ends the whole process.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from msgspec import Struct

from generator.readers import xlsx_faults
from generator.readers.remembered import remembered
from generator.readers.xlsx_address import Area, area_of, column_number
from generator.readers.xlsx_formats import GENERAL, Format, read_formats
from generator.readers.xlsx_package import BROKEN_XML, Package
from generator.readers.xlsx_parse import namespace_of, parse_sheet, parse_texts
from generator.readers.xlsx_scan import scan_sheet, scan_texts
from generator.readers.xlsx_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final
    from xml.etree.ElementTree import Element

    from generator.readers.xlsx_scan import Scanned

_MANY_DIGITS: Final = 9
_KINDS: Final = {
    **dict.fromkeys(("", "n"), "number"),
    **dict.fromkeys(("s", "str", "inlineStr"), "text"),
    "b": "bool",
    "d": "date",
}


class Cell(Struct, frozen=True, gc=False):
    """One cell that holds something.

    `kind` is `text`, `number`, `bool`, `date` (an ISO date) or `error`; `text` is the value as the
    file has it, empty for a formula whose result was not saved.
    """

    kind: str
    text: str
    style: Format
    formula: bool


class Grid(NamedTuple):
    """The cells of one sheet that hold something: by row, then by column, both counted from 1."""

    name: str
    rows: dict[int, dict[int, Cell]]
    merged: tuple[Area, ...]


class SheetEntry(NamedTuple):
    """One sheet as the workbook lists it."""

    name: str
    path: str
    hidden: bool


class Book:
    """A workbook; a sheet is read when it is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it. Raises `Stopped` (DL-080 ... DL-084) where it is no workbook."""
        self._package = Package(data, name)
        top = self._package.relations("")
        main = next((one.path for one in top.values() if one.kind == "officeDocument"), "")
        if not main:
            raise self._package.stopped("DL-080", xlsx_faults.NOT_A_WORKBOOK)
        root = self._package.root(main)
        if not root.tag.endswith("}workbook"):
            raise self._package.stopped("DL-080", xlsx_faults.NOT_A_WORKBOOK)
        tag = namespace_of(root)
        self._relations = self._package.relations(main)
        self.sheets = tuple(self._entries(root, tag))
        settings = root.find(f"{tag}workbookPr")
        self.from_1904 = settings is not None and settings.get("date1904") in ("1", "true", "on")

    def grid(self, sheet: SheetEntry) -> Grid:
        """Return the cells of a sheet. Raises `Stopped` where its part is damaged or too large."""
        blob = self._package.blob(sheet.path)
        scanned = scan_sheet(blob)
        if scanned is None:
            try:
                scanned = parse_sheet(self._package.parsed(blob))
            except ValueError as error:
                raise self._package.stopped("DL-082", xlsx_faults.DAMAGED) from error
        areas = (area_of(text) for text in scanned.merged)
        return Grid(sheet.name, self._rows(scanned), tuple(area for area in areas if area))

    def _entries(self, root: Element, tag: str) -> Iterator[SheetEntry]:
        for one in root.iterfind(f"{tag}sheets/{tag}sheet"):
            ids = [value for key, value in one.items() if key.endswith("}id")]
            relation = self._relations.get(ids[0]) if ids else None
            if relation and relation.kind == "worksheet":
                hidden = one.get("state", "visible") != "visible"
                yield SheetEntry(clean(one.get("name", "")), relation.path, hidden)

    def _rows(self, scanned: Scanned) -> dict[int, dict[int, Cell]]:
        rows: dict[int, dict[int, Cell]] = {}
        row: dict[int, Cell] = {}
        row_number = ""
        styles = self._styles
        for letters, number, style, written, formula, value in scanned.cells:
            kind = _KINDS.get(written, "error")
            text = self._shared(value) if written == "s" else value
            # -- the result of a formula may well be an empty text: the cell is empty then --
            if text or (formula and kind != "text"):
                cell = Cell(kind, text, styles.get(style, GENERAL), bool(formula))
                if number != row_number:
                    row_number, row = number, rows.setdefault(int(number), {})
                row[column_number(letters)] = cell
        return rows

    @cached_property
    def _styles(self) -> dict[str, Format]:
        """The formats by the number with which cells refer to them."""
        path = self._path_of("styles")
        if not path:
            return {}
        try:
            return _formats(self._package.blob(path))
        except BROKEN_XML as error:
            raise self._package.stopped("DL-082", xlsx_faults.DAMAGED) from error

    def _shared(self, text: str) -> str:
        index = int(text) if text.isascii() and text.isdigit() and len(text) < _MANY_DIGITS else -1
        if not 0 <= index < len(self._strings):
            raise self._package.stopped("DL-082", xlsx_faults.DAMAGED)
        return self._strings[index]

    @cached_property
    def _strings(self) -> tuple[str, ...]:
        path = self._path_of("sharedStrings")
        if not path:
            return ()
        blob = self._package.blob(path)
        texts = scan_texts(blob)
        if texts is None:
            texts = parse_texts(self._package.parsed(blob))
        return tuple(texts)

    def _path_of(self, kind: str) -> str:
        return next((one.path for one in self._relations.values() if one.kind == kind), "")


@remembered(most=8, longest=100_000)
def _formats(blob: bytes) -> dict[str, Format]:
    return {str(number): one for number, one in enumerate(read_formats(ET.fromstring(blob)))}
