"""Cells of a sheet straight from its text, where it is written as nearly every program writes it.

Parsing the XML into a tree costs more than all else that is done with a workbook. Excel,
LibreOffice and openpyxl write cells in one way, which a pattern can take apart five times as fast.
Every cell must be accounted for: where a single one is written otherwise, or anything stands in the
part that the pattern does not know, nothing is returned and the part is parsed after all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.readers.xlsx_text import unescaped

if TYPE_CHECKING:
    from typing import Final

# Nothing in here is ever tried twice (`++`, `*+`): a cell reads in one way only.
_CELL: Final = re.compile(
    r'<c r="([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"(?: s="([0-9]++)")?+(?: t="([a-zA-Z]++)")?+>(?!</c>)'
    r"(<f[^>]*+(?:(?<=/)>|>[^<]*+</f>))?+"
    r"(?:<v>([^<]*+)</v>|<v/>|<is><t[^>]*+>([^<]*+)</t></is>)?+</c>"
)
_EMPTY_CELL: Final = re.compile(r"<c [^>]*+(?:(?<=/)>|></c>)")
_MERGED: Final = re.compile(r'<mergeCell ref="([^"]*)"')
_TEXT: Final = re.compile(r"<si><t[^>/]*>([^<]*)</t></si>")
_ENCODING: Final = re.compile(rb'\s*<\?xml[^>]*encoding=["\']([^"\']*)')


# Of one cell: column, row, style, type, formula, value (clean); each empty where there is none.
Written: TypeAlias = tuple[str, str, str, str, str, str]


class Scanned(NamedTuple):
    """What a sheet holds: its cells, and the names of the areas that are merged into one cell."""

    cells: list[Written]
    merged: list[str]


def scan_sheet(blob: bytes) -> Scanned | None:
    """Return the cells of a sheet that hold something; None where it must be parsed."""
    text = _regular(blob, "worksheet")
    if text is None:
        return None
    start, end = text.find("<sheetData>"), text.find("</sheetData>")
    if not 0 < start < end:
        return None
    found = _CELL.findall(text, start, end)
    if len(found) + len(_EMPTY_CELL.findall(text, start, end)) != text.count("<c", start, end):
        return None
    try:
        cells = [
            (letters, row, style, kind, formula, unescaped(value or own))
            for letters, row, style, kind, formula, value, own in found
        ]
    except ValueError:
        return None
    areas = text.find("<mergeCells", end)
    return Scanned(cells, _MERGED.findall(text, areas) if areas > 0 else [])


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
