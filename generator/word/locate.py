"""Where each paragraph of a part stands, as a person would count it in Word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree
from msgspec.structs import replace

from generator.problem import Where
from generator.word.wml import W

if TYPE_CHECKING:
    from generator.problem import Message


class Places:
    """Counts tables, rows, cells and paragraphs of one part.

    Paragraphs outside tables are counted through the part; those in a table within their cell. A
    table inside a table, or a text box, takes the place of what it stands in. What was brought in
    from another file is counted as it stands there.
    """

    def __init__(self, root: etree._Element, file: str, part: Message) -> None:
        """Count through `root`; `file` and `part` go into every place."""
        self._base = Where(file=file, part=part)
        self._outer: dict[etree._Element, Where] = {}
        counted: Counter[tuple[str, str]] = Counter()
        files = [file]
        for element in _outermost(root):
            if isinstance(element, etree._ProcessingInstruction):
                if element.target == _PIECE and element.text:  # stands for the paragraph of its tag
                    counted[files[-1], f"{W}p"] += 1
                _enter_or_leave(element, files)
                continue
            here = Where(file=files[-1], part=part)
            counted[here.file, str(element.tag)] += 1
            number = counted[here.file, str(element.tag)]
            if element.tag == f"{W}tbl":
                self._count_table(element, replace(here, table=number))
            else:
                self._outer[element] = replace(here, paragraph=number)

    def of(self, element: etree._Element | None) -> Where:
        """Return the place of `element`: of the outermost counted thing around it."""
        found = self._base
        while element is not None:
            found = self._outer.get(element, found) if found is self._base else found
            element = element.getparent()
        return found

    def _count_table(self, table: etree._Element, at: Where) -> None:
        rows = (child for child in _inside(table) if child.tag == f"{W}tr")
        for row_number, row in enumerate(rows, 1):
            in_row = self._outer[row] = replace(at, table_row=row_number)
            cells = (child for child in _inside(row) if child.tag == f"{W}tc")
            for cell_number, cell in enumerate(cells, 1):
                self._count_cell(cell, replace(in_row, table_cell=cell_number))

    def _count_cell(self, cell: etree._Element, place: Where) -> None:
        self._outer[cell] = place
        paragraphs = [child for child in _inside(cell) if child.tag == f"{W}p"]
        if len(paragraphs) > 1:
            for number, paragraph in enumerate(paragraphs, 1):
                self._outer[paragraph] = replace(place, paragraph=number)


def brought_in(pieces: list[etree._Element], file: str) -> list[etree._Element]:
    """Return `pieces` between marks that say which file they were brought in from."""
    return [etree.PI(_PIECE, file), *pieces, etree.PI(_PIECE, "")]


def without_marks(root: etree._Element) -> None:
    """Take the marks of `brought_in` out of `root` again."""
    etree.strip_tags(root, etree.PI)


def _enter_or_leave(mark: etree._ProcessingInstruction, files: list[str]) -> None:
    if mark.target == _PIECE and mark.text:
        files.append(mark.text)
    elif mark.target == _PIECE and len(files) > 1:
        files.pop()


_PIECE = "baocao-tep"
_COUNTED = frozenset({f"{W}p", f"{W}tbl"})
_CONTAINERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"})


def _outermost(root: etree._Element) -> list[etree._Element]:
    """Return the paragraphs and tables that stand in no other, and the marks between them."""
    found: list[etree._Element] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in _COUNTED or isinstance(element, etree._ProcessingInstruction):
            found.append(element)
        else:
            waiting.extend(reversed(element))
    return found


def _inside(parent: etree._Element) -> list[etree._Element]:
    """Return the children of `parent`, looking through content controls and the like."""
    found: list[etree._Element] = []
    for child in parent:
        found.extend(_inside(child) if child.tag in _CONTAINERS else (child,))
    return found
