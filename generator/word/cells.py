"""Tags that change the table cell they stand in: `colspan`, `cellbg`, `vm` and `hm`."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from generator.word import trees
from generator.word.scan import Marks, mark
from generator.word.wml import W

if TYPE_CHECKING:
    from lxml import etree

    from generator.word.tags import Tag

_NAMES: Final = frozenset({"colspan", "cellbg", "vm", "hm"})


def cell_tag(tag: Tag, marks: Marks) -> None:
    """Carry out a tag that changes its cell; leave any other tag alone."""
    if tag.keyword not in _NAMES:
        return
    home = marks.homes.get(tag.index)
    cell = trees.ancestor(home, f"{W}tc")
    argument = tag.code.strip()[len(tag.keyword) :].strip()
    if home is None or cell is None:
        _blame_no_cell(tag, marks)
    elif tag.keyword in {"colspan", "cellbg"} and not argument:
        _blame_no_value(tag, marks)
    else:
        _take_out(home, tag)
        _ACTIONS[tag.keyword](cell, argument, tag, marks)


def _colspan(cell: etree._Element, argument: str, tag: Tag, marks: Marks) -> None:
    trees.set_cell_property(cell, "gridSpan", {"val": marks.make("{{", argument, tag)})
    marks.note_dynamic(cell, tag)


def _cellbg(cell: etree._Element, argument: str, tag: Tag, marks: Marks) -> None:
    fill = marks.make("{{", argument, tag)
    trees.set_cell_property(cell, "shd", {"val": "clear", "color": "auto", "fill": fill})


def _vertical(cell: etree._Element, argument: str, tag: Tag, marks: Marks) -> None:
    """Merge the copies of a cell downwards: all of a loop, or those of equal `argument`."""
    number = tag.index
    if argument:
        value = f"_gop.khac({number}, loop.first, {argument})"
        restart = marks.make("{{", f"'restart' if {value} else 'continue'", tag)
        opening = marks.make("{%", f"if _gop.dau({number})", tag)
        closing = ""
    else:
        restart = marks.make("{{", "'restart' if loop.first else 'continue'", tag)
        opening = marks.make("{%", f"set _o{number}", tag)
        closing = (
            marks.make("{%", "endset", tag)
            + marks.make("{%", f"if _gop.mot_lan({number}, loop.first, _o{number})", tag)
            + marks.raw(f"_o{number}", tag)
        )
    trees.set_cell_property(cell, "vMerge", {"val": restart})
    blocks = [child for child in cell if child.tag != f"{W}tcPr"]
    trees.put_text_before(blocks[0], opening)
    last = blocks[-1]
    blank = _blank_like(last)
    tail, last.tail = last.tail, None
    last.addnext(blank)
    last.tail = (tail or "") + closing + marks.make("{%", "else", tag)
    blank.tail = marks.make("{%", "endif", tag)


def _horizontal(cell: etree._Element, argument: str, tag: Tag, marks: Marks) -> None:
    """Let one cell take the place of all its copies in a loop over columns."""
    del argument
    number = tag.index
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    width = (span.get(f"{W}val") if span is not None else None) or "1"
    times = marks.make("{{", f"{width} * loop.length" if width.isdigit() else "loop.length", tag)
    trees.set_cell_property(cell, "gridSpan", {"val": times})
    blocks = [child for child in cell if child.tag != f"{W}tcPr"]
    holder = cell.makeelement(f"{W}tc", None, None)  # gathers the content, is never written
    cell.addprevious(holder)
    for block in blocks:
        holder.append(block)
    properties = cell.find(f"{W}tcPr")
    assert properties is not None
    properties.tail = marks.raw(f"_o{number}", tag)
    trees.put_text_before(holder, marks.make("{%", f"set _o{number}", tag))
    _unwrap(holder)
    condition = f"if _gop.mot_lan({number}, loop.first, _o{number})"
    trees.put_text_before(cell, marks.make("{%", "endset", tag) + marks.make("{%", condition, tag))
    trees.put_text_after(cell, marks.make("{%", "endif", tag))
    marks.note_dynamic(cell, tag)


def _unwrap(holder: etree._Element) -> None:
    for block in list(holder):
        holder.addprevious(block)
    trees.remove(holder)


_ACTIONS: Final = {"colspan": _colspan, "cellbg": _cellbg, "vm": _vertical, "hm": _horizontal}


def _blank_like(block: etree._Element) -> etree._Element:
    """Return an empty paragraph with the properties of `block`."""
    blank = block.makeelement(trees.PARAGRAPH, None, None)
    properties = block.find(f"{W}pPr") if block.tag == trees.PARAGRAPH else None
    if properties is not None:
        blank.append(deepcopy(properties))
    return blank


def _take_out(home: etree._Element, tag: Tag) -> None:
    """Remove the tag's mark, and its run if that held nothing else."""
    home.text = (home.text or "").replace(mark(tag.index), "", 1)
    run = home.getparent()
    if run is not None and run.tag == f"{W}r" and not trees.shows(run):
        trees.remove(run)


def _blame_no_cell(tag: Tag, marks: Marks) -> None:
    marks.blame(
        "MA-029",
        f"Thẻ {tag.keyword} chỉ dùng được trong ô của bảng.",
        f"The tag {tag.keyword} works in a table cell only.",
        where=tag.where,
    )


def _blame_no_value(tag: Tag, marks: Marks) -> None:
    marks.blame(
        "MA-029",
        f"Thẻ {tag.keyword} thiếu giá trị.",
        f"The tag {tag.keyword} lacks its value.",
        where=tag.where,
        hint=(f"Viết {{% {tag.keyword} so_cot %}}.", f"Write {{% {tag.keyword} number %}}."),
    )
