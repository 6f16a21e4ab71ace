"""One part of a template as it is read: its XML, with marks where its tags act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from generator.word import sandbox, shape, trees, wml
from generator.word.locate import Places, without_marks
from generator.word.scan import MARK, Marks, scan
from generator.word.slots import Mode, Slot, slot_of
from generator.word.wml import WP, W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.problem import Message

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ESCAPE: Final = re.compile(rb"\{_[{%]|[}%]_\}")
_CELL_LIKE: Final = frozenset(
    wml.W + name for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment")
)


class Source(Struct, frozen=True, kw_only=True):
    """A part that was read and shaped: its markup with marks, and which tags of `Marks` are its."""

    name: str
    text: str
    namespaces: Mapping[str, str]
    first: int
    last: int


def read_part(data: bytes, name: str, places: tuple[str, Message], marks: Marks) -> Source | None:
    """Return a part with marks where its tags act, or None if it has no tags.

    `places` is the file's name and the part's name for people.
    """
    if b"{" not in data:
        return None
    root = wml.parse(data, name, keep_marks=True)
    first = len(marks.tags)
    counted = Places(root, *places)
    without_marks(root)
    scan(root, counted, marks)
    if len(marks.tags) == first and not _ESCAPE.search(data):
        return None
    shape.shape(marks, first)
    _fit_tables(marks, root)
    _fill_cells(root, first, marks)
    _number_drawings(root, first, marks)
    _add_slots(first, marks)
    return _source(root, name, first, marks)


def _source(root: etree._Element, name: str, first: int, marks: Marks) -> Source:
    text = etree.tostring(root, encoding="unicode")
    namespaces = {str(p): u for p, u in root.nsmap.items() if p}
    missing = (
        {p: u for p, u in wml.PREFIXES.items() if p not in namespaces} if "w" in namespaces else {}
    )
    declared = "".join(f' xmlns:{p}="{u}"' for p, u in missing.items())
    start = re.match(r"<[^\s/>]+", text)
    assert start is not None
    text = HEAD + start.group() + declared + text[start.end() :]
    last = len(marks.tags)
    return Source(name=name, text=text, namespaces=namespaces | missing, first=first, last=last)


def _fit_tables(marks: Marks, root: etree._Element) -> None:
    """Let tables whose columns may change fit their grid: those of the body, as docxtpl does."""
    for table, tag in marks.dynamic_tables.items():
        if root.tag == f"{W}document":
            trees.put_text_before(table, marks.make("{%", f"filter {sandbox.GRID_FILTER}", tag))
            trees.put_text_after(table, marks.make("{%", "endfilter", tag))
    marks.dynamic_tables.clear()


def _fill_cells(root: etree._Element, first: int, marks: Marks) -> None:
    """Let cells end with a paragraph even if all of theirs are left out: Word demands one."""
    for cell in root.iter():
        if cell.tag not in _CELL_LIKE:
            continue
        last = cell[-1] if len(cell) else None
        numbers = MARK.findall((cell.text if last is None else last.tail) or "")
        if all(marks.tags[int(number)].synthetic for number in numbers):
            continue
        tag = marks.tags[max(first, int(numbers[-1]))]
        start = marks.make("{%", f"filter {sandbox.FILL_FILTER}", tag)
        properties = cell.find(f"{W}tcPr")
        if properties is not None:
            properties.tail = start + (properties.tail or "")
        else:
            cell.text = start + (cell.text or "")
        end = marks.make("{%", "endfilter", tag)
        if last is None:
            cell.text = (cell.text or "") + end
        else:
            last.tail = (last.tail or "") + end


def _number_drawings(root: etree._Element, first: int, marks: Marks) -> None:
    """Give drawings new ids: those in a loop would be there several times."""
    if first == len(marks.tags):
        return
    for properties in root.iter(f"{WP}docPr"):
        properties.set("id", marks.make("{{", "_gop.so_moi()", marks.tags[first]))


def _add_slots(first: int, marks: Marks) -> None:
    for tag in marks.tags[first:]:
        if tag.index not in marks.slots:
            home = marks.homes.get(tag.index)
            marks.slots[tag.index] = Slot(mode=Mode.BARE) if home is None else slot_of(home, "")
