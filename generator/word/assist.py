"""What the compiler's own tags ask of a rendering: merged cells, ids, footnotes, table grids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from lxml import etree
from markupsafe import Markup

from generator.word.wml import PREFIXES, W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.word.values import Additions

_GRID: Final = re.compile(r"<w:tblGrid\b[^>]*?(?:/>|>.*?</w:tblGrid>)", re.DOTALL)
_MARKUP: Final = re.compile(r"<[^>]+>")


class UnequalCellsError(ValueError):
    """Cells to be merged into one that do not say the same."""

    def __init__(self, first: str, other: str) -> None:
        """Keep the two texts."""
        self.first, self.other = _MARKUP.sub("", str(first)), _MARKUP.sub("", str(other))
        super().__init__(f"{self.first!r} / {self.other!r}")


class Assistant:
    """Lives for one rendering; templates know it as `_gop`."""

    __slots__ = ("_additions", "_cells", "_merged")

    def __init__(self, additions: Additions) -> None:
        """Serve the rendering whose footnotes and ids `additions` collects."""
        self._additions = additions
        self._cells: dict[int, Any] = {}
        self._merged: dict[int, bool] = {}

    def khac(self, number: int, first: bool, value: Any) -> bool:  # called by templates
        """Tell whether `value` differs from that of the cell above, or starts a loop."""
        starts = first or self._cells.get(number) != value
        self._cells[number], self._merged[number] = value, starts
        return starts

    def dau(self, number: int) -> bool:
        """Tell what `khac` told last for this cell."""
        return self._merged[number]

    def mot_lan(self, number: int, first: bool, content: str) -> bool:  # see above
        """Tell whether to write a cell that stands for all its copies; they must be alike."""
        if first:
            self._cells[number] = content
        elif self._cells.get(number) != content:
            raise UnequalCellsError(str(self._cells.get(number)), content)
        return first

    def so_moi(self) -> int:
        """Return a new number for the id of a drawing."""
        self._additions.next_id += 1
        return self._additions.next_id

    def ghi_chu(self) -> str:
        """Return the markup of the footnotes that values have added."""
        return notes_markup(self._additions)


def notes_markup(additions: Additions) -> str:
    """Return the new footnotes as markup."""
    return "".join(
        f'<w:footnote w:id="{number}">{xml}</w:footnote>' for number, xml in additions.notes
    )


def fitted_grid(table: str, namespaces: Mapping[str, str]) -> Markup:
    """Return a table whose grid has the columns its rows need, at the same total width.

    As docxtpl does it: columns are added at the right, of the average width, when a row has more
    cells than the grid has columns, and the others shrink in proportion; columns that no row
    reaches are taken away and their width is shared out.
    """
    table = str(table)  # a Markup would escape what is added to it
    names = "".join(f' xmlns:{p}="{u}"' for p, u in {**PREFIXES, **namespaces}.items() if p)
    inner = etree.fromstring(f"<x{names}>{table}</x>").find(f"{W}tbl")
    grid = None if inner is None else inner.find(f"{W}tblGrid")
    old = _GRID.search(table)
    if inner is None or grid is None or old is None:
        return Markup(table)
    widths = [float(column.get(f"{W}w") or 0) for column in grid.findall(f"{W}gridCol")]
    rows = [_cells(row) for row in inner.iter(f"{W}tr") if _around(row, "tbl") is inner]
    columns = "".join(f'<w:gridCol w:w="{int(width)}"/>' for width in _fit(widths, rows))
    new = f"<w:tblGrid>{columns}</w:tblGrid>"
    return Markup(table[: old.start()] + new + table[old.end() :])


def _fit(widths: list[float], rows: list[tuple[int, int]]) -> list[float]:
    """Return the widths of the columns for rows of so many cells, taking up so many columns."""
    if not widths or not rows:
        return widths
    more = max(cells for cells, _ in rows) - len(widths)
    if more > 0:
        average = sum(widths) / (len(widths) + more)
        shrink = len(widths) / (len(widths) + more)
        widths = [width * shrink for width in widths] + [average] * more
    needed = max(spans for _, spans in rows)
    if 0 < needed < len(widths):
        extra = int(sum(widths[needed:]) / needed)
        widths = [width + extra for width in widths[:needed]]
    return widths


def _cells(row: etree._Element) -> tuple[int, int]:
    """Return the number of a row's cells, and of the columns they take up with those skipped."""
    cells = [cell for cell in row.iter(f"{W}tc") if _around(cell, "tr") is row]
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in cells]
    skips = [row.find(f"{W}trPr/{W}{name}") for name in ("gridBefore", "gridAfter")]
    taken = sum(1 if span is None else int(span.get(f"{W}val") or 1) for span in spans)
    return len(cells), taken + sum(int(s.get(f"{W}val") or 0) for s in skips if s is not None)


def _around(element: etree._Element, name: str) -> etree._Element | None:
    parent = element.getparent()
    while parent is not None and parent.tag != W + name:
        parent = parent.getparent()
    return parent


def filled(cell: str) -> Markup:
    """Return the content of a cell, with an empty paragraph behind if it does not end with one."""
    cell = str(cell)
    ends_well = cell.rstrip().endswith(("</w:p>", "<w:p/>", "</w:sdt>"))
    return Markup(cell if ends_well else cell + "<w:p/>")
