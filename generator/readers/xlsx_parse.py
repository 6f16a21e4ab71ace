"""Cells of a sheet from its parsed XML, however it is written: what `xlsx_scan` leaves to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.readers.xlsx_address import address, column_number
from generator.readers.xlsx_scan import Scanned, by_row, cell_of
from generator.readers.xlsx_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final
    from xml.etree.ElementTree import Element

    from generator.readers.xlsx_scan import Cell, Written

_DIGITS: Final = "0123456789"
_MOST_DIGITS: Final = 7


def parse_sheet(root: Element) -> Scanned:
    """Return the cells of a sheet that hold something. Raises ValueError for a row of no number."""
    tag = namespace_of(root)
    data = root.find(f"{tag}sheetData")
    merged = root.iterfind(f"{tag}mergeCells/{tag}mergeCell")
    cells = [] if data is None else [one for one in _cells(data, tag) if one]
    shared = any(one.kind == "shared" for one in cells)
    return Scanned(by_row(cells), [one.get("ref", "") for one in merged], shared)


def parse_texts(root: Element) -> list[str]:
    """Return the shared texts of a workbook, clean."""
    tag = namespace_of(root)
    return [_text(one, tag) for one in root]


def namespace_of(root: Element) -> str:
    """Return the namespace of an element, in braces: Strict workbooks have one of their own."""
    return root.tag[: root.tag.find("}") + 1]


def _cells(data: Element, tag: str) -> Iterator[Cell | None]:
    row = 0
    for line in data:
        row = _row_number(line.get("r"), row + 1)
        column = 0
        for one in line:
            letters = one.get("r", "").rstrip(_DIGITS)
            column = column_number(letters) if letters else column + 1
            if len(one):
                yield cell_of(_written(one, tag), (row, column, address(row, column)))


def _written(one: Element, tag: str) -> Written:
    formula = "" if one.find(f"{tag}f") is None else "f"
    own = one.find(f"{tag}is")
    value = one.findtext(f"{tag}v") or ""
    text = clean(value) if own is None else _text(own, tag)
    return one.get("s", ""), one.get("t", ""), formula, text


def _row_number(text: str | None, following: int) -> int:
    if text is None:
        return following
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise ValueError(f"a row cannot have the number {text}")
    return int(text)


def _text(one: Element, tag: str) -> str:
    """Return a text, its differently formatted runs joined, without how it is read aloud."""
    plain = one.findtext(f"{tag}t")
    if plain is not None:
        return clean(plain)
    return clean("".join(run.text or "" for run in one.iterfind(f"{tag}r/{tag}t")))
