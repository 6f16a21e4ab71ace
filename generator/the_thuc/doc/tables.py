"""Rows and cells of a table, and how wide a cell is inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.the_thuc.doc.properties import integer, is_on
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_VAL: Final = f"{W}val"
_CELL_SIDE: Final = 108  # twips: Word's own margin at each side of a cell
_THROUGH: Final = frozenset(f"{W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins"))
_MAX_DEPTH: Final = 20
_TC: Final = f"{W}tc"
_MAX_SPAN: Final = 63  # columns: as many as Word allows


class Layout(NamedTuple):
    """The columns of a table, and the margins left and right in its cells together."""

    columns: tuple[int, ...]
    sides: int


def layout(table: etree._Element, style_margins: int | None) -> Layout:
    """Return the layout; `style_margins` are those of the table style, None where it has none."""
    columns = tuple(
        integer(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")
    )
    margins = cell_margins(table.find(f"{W}tblPr"))
    sides = next((m for m in (margins, style_margins) if m is not None), 2 * _CELL_SIDE)
    return Layout(columns, sides)


def style_of(table: etree._Element) -> str:
    """Return the id of the table style, or an empty string."""
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return "" if style is None else style.get(_VAL, "")


def cell_margins(properties: etree._Element | None) -> int | None:
    """Return the sum of the side margins in a `w:tblPr`, None where it does not state them."""
    margins = properties.find(f"{W}tblCellMar") if properties is not None else None
    if margins is None:
        return None
    total = 0
    for names in (("left", "start"), ("right", "end")):
        side = next((m for m in (margins.find(f"{W}{n}") for n in names) if m is not None), None)
        total += _CELL_SIDE if side is None else integer(side.get(f"{W}w"), _CELL_SIDE)
    return total


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those in content controls too."""
    return _children(table, f"{W}tr", 0)


def read_row(row: etree._Element) -> tuple[bool, list[etree._Element]]:
    """Return whether a row is repeated on every page, and its cells, in content controls too."""
    header = False
    cells: list[etree._Element] = []
    for child in row:
        tag = child.tag
        if tag == _TC:
            cells.append(child)
        elif tag == f"{W}trPr":
            header = any(one.tag == f"{W}tblHeader" and is_on(one) for one in child)
        elif tag in _THROUGH:
            cells.extend(_children(child, _TC, 1))
    return header, cells


def width_of(cell: etree._Element, table: Layout) -> int:
    """Return the width inside a cell: its own, else that of the columns it covers."""
    width = cell.find(f"{W}tcPr/{W}tcW")
    if width is not None and width.get(f"{W}type", "dxa") == "dxa":
        return max(0, integer(width.get(f"{W}w")) - table.sides)
    column = sum(_span(before) for before in cell.itersiblings(f"{W}tc", preceding=True))
    return max(0, sum(table.columns[column : column + _span(cell)]) - table.sides)


def goes_on(cell: etree._Element) -> bool:
    """Tell whether a cell is the continuation of the one above."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(_VAL, "continue") == "continue"


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else max(1, min(_MAX_SPAN, integer(span.get(_VAL), 1)))


def _children(parent: etree._Element, tag: str, depth: int) -> Iterator[etree._Element]:
    for child in parent:
        found = child.tag
        if found == tag:
            yield child
        elif found in _THROUGH and depth < _MAX_DEPTH:
            yield from _children(child, tag, depth + 1)
