"""Cells of a sheet straight from its text, where it is written as nearly every program writes it.

Parsing the XML into a tree costs more than all else that is done with a workbook. Excel,
LibreOffice and openpyxl write cells in one way, which a pattern can take apart five times as fast.
Every cell must be accounted for: where a single one is written otherwise, or anything stands in the
part that the pattern does not know, nothing is returned and the part is parsed after all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.readers.remembered import remembered
from generator.readers.xlsx_address import column_number
from generator.readers.xlsx_text import unescaped

if TYPE_CHECKING:
    from typing import Final

_KINDS: Final = {
    **dict.fromkeys(("", "n"), "number"),
    **dict.fromkeys(("str", "inlineStr"), "text"),
    "s": "shared",
    "b": "bool",
    "d": "date",
}
# A sheet is cut before the address of each cell: a piece is one cell and what stands between it
# and the next. Nothing in here is ever tried twice (`++`, `*+`): a cell reads in one way only.
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


# Of one cell as the file has it: style, type, formula, value (clean); empty where there is none.
Written: TypeAlias = tuple[str, str, str, str]


class Cell(NamedTuple):
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


class Scanned(NamedTuple):
    """What a sheet holds: its cells, and the names of the areas that are merged into one cell."""

    cells: list[Cell]
    merged: list[str]


def cell_of(written: Written, place: tuple[int, int, str]) -> Cell | None:
    """Return the cell at a row, a column and their name; None for an empty one."""
    style, kind, formula, value = written
    kind = _KINDS.get(kind, "error")
    # -- the result of a formula may well be an empty text: the cell is empty then --
    if value or kind == "shared" or (formula and kind != "text"):
        row, column, address = place
        return Cell(row, column, style, kind, bool(formula), value, address)
    return None


def scan_sheet(blob: bytes) -> Scanned | None:
    """Return the cells of a sheet that hold something; None where it must be parsed."""
    text = _regular(blob, "worksheet")
    if text is None:
        return None
    start, end = text.find("<sheetData>"), text.rfind("</sheetData>")
    if not 0 < start < end:
        return None
    before, *pieces = text[start:end].split(_CUT)
    if "<c" in before:
        return None
    try:
        cells = list(filter(None, map(_cell, pieces)))
    except ValueError:
        return None
    areas = text.find("<mergeCells", end)
    return Scanned(cells, _MERGED.findall(text, areas) if areas > 0 else [])


# All but the values stand in every unit's workbook, which saves half the time; a workbook of seven
# forms has 1,500 pieces.
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
