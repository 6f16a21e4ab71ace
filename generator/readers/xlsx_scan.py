"""Cells of a sheet straight from its text, where it is written as nearly every program writes it.

Parsing the XML into a tree costs more than all else that is done with a workbook. Excel,
LibreOffice and openpyxl write cells in one way, which a pattern can take apart five times as fast.
Every cell must be accounted for: where a single one is written otherwise, or anything stands in the
part that the pattern does not know, nothing is returned and the part is parsed after all.

The workbooks of all units come from one mould: most rows of theirs are the same letter by letter,
many others but for one figure. Both are read once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from generator.readers.remembered import Known, remembered
from generator.readers.xlsx_address import column_number
from generator.readers.xlsx_text import unescaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Final

_KINDS: Final = {
    **dict.fromkeys(("", "n"), "number"),
    **dict.fromkeys(("str", "inlineStr"), "text"),
    "s": "shared",
    "b": "bool",
    "d": "date",
}
# A sheet is cut into lines where rows end, and a line before the address of each cell: a piece is
# one cell and what stands between it and the next. Nothing in here is ever tried twice (`++`,
# `*+`): a cell reads in one way only.
_CUT_ROWS: Final = "</row><row"
_CUT: Final = '<c r="'
_CELL: Final = re.compile(
    r'([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"(?: s="([0-9]++)")?+(?: t="([a-zA-Z]++)")?+>(?!</c>)'
    r"(<f[^>]*+(?:(?<=/)>|>[^<]*+</f>))?+"
    r"(?:<v>([^<]*+)</v>|<v/>|<is><t[^>]*+>([^<]*+)</t></is>)?+</c>"
)
_EMPTY_CELL: Final = re.compile(r"[^>]*+(?:(?<=/)>|></c>)")
_MERGED: Final = re.compile(r'<mergeCell ref="([^"]*)"')
_TEXT: Final = re.compile(r"<si><t[^>/]*>([^<]*)</t></si>")
_ENCODING: Final = re.compile(rb'\s*<\?xml[^>]*encoding=["\']([^"\']*)')
_VALUE: Final = "<v>"
_SHARED: Final = 't="s">'  # before the value of a cell with a shared text
_LONGEST_LINE: Final = 3000  # of those remembered: twice what the longest of ours takes
_ANY_FIGURE: Final = "314159265358979"


# Of one cell as the file has it: style, type, formula, value (clean); empty where there is none.
Written: TypeAlias = tuple[str, str, str, str]


class Cell(Struct, frozen=True, gc=False):
    """One cell that holds something.

    `kind` is `text`, `number`, `bool`, `date` (an ISO date), `error`, or `shared`: a text that
    `text` only gives the number of. `text` is the value as the file has it, clean; empty for a
    formula whose result was not saved. `style` is the number of its format, `address` its name.
    """

    row: int
    column: int
    style: str
    kind: str
    formula: bool
    text: str
    address: str


# Cells that hold something by row, then by column. Rows are shared between workbooks.
Rows: TypeAlias = "Mapping[int, Mapping[int, Cell]]"


class Scanned(NamedTuple):
    """What a sheet holds: its cells, and the names of the areas that are merged into one cell.

    `shared` tells that some cells may be so, see `Cell`.
    """

    rows: Rows
    merged: list[str]
    shared: bool


def cell_of(written: Written, place: tuple[int, int, str]) -> Cell | None:
    """Return the cell at a row, a column and their name; None for an empty one."""
    style, kind, formula, value = written
    kind = _KINDS.get(kind, "error")
    # -- the result of a formula may well be an empty text: the cell is empty then --
    if value or kind == "shared" or (formula and kind != "text"):
        row, column, address = place
        return Cell(row, column, style, kind, bool(formula), value, address)
    return None


@remembered(most=16, longest=10_000)  # sheets that were left empty; a form takes 20,000
def scan_sheet(blob: bytes) -> Scanned | None:
    """Return the cells of a sheet that hold something; None where it must be parsed."""
    text = _regular(blob, "worksheet")
    if text is None:
        return None
    start, end = text.find("<sheetData>"), text.rfind("</sheetData>")
    if not 0 < start < end:
        return None
    try:
        lines = list(map(_LINES.__getitem__, text[start:end].split(_CUT_ROWS)))
    except ValueError:
        return None
    areas = text.find("<mergeCells", end)
    merged = _MERGED.findall(text, areas) if areas > 0 else []
    return Scanned(_together(lines), merged, any(line.shared for line in lines))


def _together(lines: Sequence[_Line]) -> Rows:
    rows: dict[int, Mapping[int, Cell]] = {}
    for line in lines:
        rows.update(line.rows)
    if len(rows) == sum([len(line.rows) for line in lines]):
        return rows
    # -- a row in several lines --
    return by_row(cell for line in lines for row in line.rows.values() for cell in row.values())


def by_row(cells: Iterable[Cell]) -> Rows:
    """Return cells by row, then by column; of several in one place the last."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return rows


class _Line(Struct, frozen=True, gc=False):
    """What stands between two ends of rows: one row, but for odd files. `shared`: see `Scanned`."""

    rows: Rows
    shared: bool


def _line(piece: str) -> _Line:
    """Return what a line holds. Raises ValueError where the sheet must be parsed."""
    before, *pieces = piece.split(_CUT)
    if "<c" in before:
        raise ValueError(piece)
    cells = list(filter(None, map(_cell, pieces)))
    return _Line(by_row(cells), any(cell.kind == "shared" for cell in cells))


class _Lines(Known[str, _Line]):
    """Lines as they are written. Those with a figure are not kept: they would fill the memory."""

    def __missing__(self, piece: str) -> _Line:
        start = piece.find(_VALUE)
        while start > 0 and piece.endswith(_SHARED, 0, start):
            start = piece.find(_VALUE, start + 1)
        start += len(_VALUE)
        end = piece.find("</v>", start)
        figure = piece[start:end]
        plain = figure.isdecimal() and figure.isascii() and len(piece) <= _LONGEST_LINE
        mould = _mould(piece[:start], piece[end:]) if plain else None
        if mould is None:
            return super().__missing__(piece)
        cells, cell, shared = mould
        return _Line({cell.row: {**cells, cell.column: replace(cell, text=figure)}}, shared)


# A workbook of seven forms has 300 lines of 1,300 cells: a third of the time.
_LINES: Final = _Lines(_line, most=2_000, longest=_LONGEST_LINE)


@lru_cache(maxsize=1_000)
def _mould(before: str, after: str) -> tuple[Mapping[int, Cell], Cell, bool] | None:
    """Return the row that stands around a figure and the cell for it; None in an odd file."""
    line = _line(f"{before}{_ANY_FIGURE}{after}")
    (cells,) = line.rows.values() if len(line.rows) == 1 else ({},)
    cell = next((one for one in cells.values() if one.text == _ANY_FIGURE), None)
    return None if cell is None else (cells, cell, line.shared)


# Of a line that is not known most cells are.
@remembered(most=5_000, longest=1000)
def _cell(piece: str) -> Cell | None:
    """Return the cell of a piece, None for an empty one. Raises ValueError for anything else."""
    found = _CELL.match(piece)
    if "<c" in piece or not (found or _EMPTY_CELL.match(piece)):
        raise ValueError(piece)
    if found is None:
        return None
    letters, row, style, kind, formula, value, own = found.groups(default="")
    written = style, kind, formula, unescaped(value or own)
    return cell_of(written, (int(row), column_number(letters), f"{letters}{row}"))


def scan_texts(blob: bytes) -> list[str] | None:
    """Return the shared texts of a workbook, clean; None where they must be parsed."""
    text = _regular(blob, "sst")
    if text is None:
        return None
    texts = _TEXT.findall(text)
    if len(texts) != text.count("<si"):
        return None
    try:
        return [unescaped(one) for one in texts]
    except ValueError:
        return None


def _regular(blob: bytes, root: str) -> str | None:
    """Return the text of a part in UTF-8 whose root bears no prefix, without comments and CDATA."""
    encoding = _ENCODING.match(blob)
    if encoding and encoding[1].lower() != b"utf-8":
        return None
    try:
        text = blob.decode()
    except UnicodeDecodeError:
        return None
    whole = f"<{root}" in text and text.rstrip().endswith(f"</{root}>")
    plain = "!" not in text or "<!" not in text  # a single character is found in no time
    return text if whole and plain else None
