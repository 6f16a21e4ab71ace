"""A workbook as it lies in the file: its sheets, and the cells of a sheet by row and column.

Read from the parts themselves rather than with a library. Measured on a workbook of seven forms
(`benchmarks/reading.py`), python-calamine takes three times as long as this takes for cells that it
has read before in another workbook (labels, headers, what is empty), but half as long for cells it
never saw; openpyxl takes over ten times as long. And calamine gives an error value, a formula
without a result and an empty cell alike, does not tell 0.9806 from 98,06%, and reserves memory for
every cell between the first and the last, so that one stray cell at the end of a sheet ends the
whole process.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from generator.readers import xlsx_faults
from generator.readers.remembered import remembered
from generator.readers.xlsx_address import area_of
from generator.readers.xlsx_formats import read_formats
from generator.readers.xlsx_package import BROKEN_XML, Package
from generator.readers.xlsx_parse import namespace_of, parse_sheet, parse_texts
from generator.readers.xlsx_scan import scan_sheet, scan_texts
from generator.readers.xlsx_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Final
    from xml.etree.ElementTree import Element

    from generator.readers.xlsx_address import Area
    from generator.readers.xlsx_formats import Format
    from generator.readers.xlsx_scan import Cell, Rows

_MANY_DIGITS: Final = 9


class Grid(NamedTuple):
    """The cells of one sheet that hold something: by row, then by column, both counted from 1."""

    name: str
    rows: Rows
    merged: tuple[Area, ...]


class SheetEntry(NamedTuple):
    """One sheet as the workbook lists it."""

    name: str
    path: str
    hidden: bool


class _Said(NamedTuple):
    """What the main part says: of each sheet name, relation and whether it is hidden; its dates."""

    sheets: tuple[tuple[str, str, bool], ...]
    from_1904: bool


class Book:
    """A workbook, `file` in messages; a sheet is read when it is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it. Raises `Stopped` (DL-080 ... DL-084) where it is no workbook."""
        self.file = name
        self._package = Package(data, name)
        top = self._package.relations("")
        main = next((one.path for one in top.values() if one.kind == "officeDocument"), "")
        if not main:
            raise self._package.stopped("DL-080", xlsx_faults.NOT_A_WORKBOOK)
        said = self._package.parsed(self._package.blob(main), _said)
        if said is None:
            raise self._package.stopped("DL-080", xlsx_faults.NOT_A_WORKBOOK)
        self._relations = self._package.relations(main)
        self.sheets = tuple(self._entries(said))
        self.from_1904 = said.from_1904

    def grid(self, sheet: SheetEntry) -> Grid:
        """Return the cells of a sheet. Raises `Stopped` where its part is damaged or too large."""
        blob = self._package.blob(sheet.path)
        scanned = scan_sheet(blob)
        if scanned is None:
            try:
                scanned = parse_sheet(self._package.parsed(blob, ET.fromstring))
            except ValueError as error:
                raise self._package.stopped("DL-082", xlsx_faults.DAMAGED) from error
        areas = (area_of(text) for text in scanned.merged)
        merged = tuple(area for area in areas if area)
        rows = self._with_texts(scanned.rows) if scanned.shared else scanned.rows
        return Grid(sheet.name, rows, merged)

    def _entries(self, said: _Said) -> Iterator[SheetEntry]:
        for name, relation_id, hidden in said.sheets:
            relation = self._relations.get(relation_id)
            if relation and relation.kind == "worksheet":
                yield SheetEntry(name, relation.path, hidden)

    def _with_texts(self, rows: Rows) -> Rows:
        """Return `rows` with shared texts in place of their numbers, empty ones left out."""
        found = {}
        for number, row in rows.items():
            cells = {column: self._with_text(cell) for column, cell in row.items()}
            filled = {column: cell for column, cell in cells.items() if cell}
            if filled:
                found[number] = filled
        return found

    def _with_text(self, cell: Cell) -> Cell | None:
        if cell.kind != "shared":
            return cell
        text = self._shared(cell.text)
        return replace(cell, kind="text", text=text) if text else None

    @cached_property
    def formats(self) -> Mapping[str, Format]:
        """The formats by the number with which cells refer to them."""
        path = self._path_of("styles")
        if not path:
            return {}
        try:
            return _formats_of(self._package.blob(path))
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
            texts = parse_texts(self._package.parsed(blob, ET.fromstring))
        return tuple(texts)

    def _path_of(self, kind: str) -> str:
        return next((one.path for one in self._relations.values() if one.kind == kind), "")


@remembered(most=16, longest=100_000)
def _said(blob: bytes) -> _Said | None:
    """Return what the main part of a workbook says; None for the part of another program."""
    root = ET.fromstring(blob)
    if not root.tag.endswith("}workbook"):
        return None
    tag = namespace_of(root)
    settings = root.find(f"{tag}workbookPr")
    from_1904 = settings is not None and settings.get("date1904") in ("1", "true", "on")
    return _Said(tuple(_sheets(root.iterfind(f"{tag}sheets/{tag}sheet"))), from_1904)


def _sheets(listed: Iterable[Element]) -> Iterator[tuple[str, str, bool]]:
    for one in listed:
        ids = [value for key, value in one.items() if key.endswith("}id")]
        if ids:
            hidden = one.get("state", "visible") != "visible"
            yield clean(one.get("name", "")), ids[0], hidden


@remembered(most=8, longest=100_000)
def _formats_of(blob: bytes) -> Mapping[str, Format]:
    return {str(number): one for number, one in enumerate(read_formats(ET.fromstring(blob)))}
