"""Find the tags of a part and put a mark in the tree for each, however Word has split them.

A tag may be spread over any number of runs, with proofing marks, bookmarks or tracked changes
between its pieces. Its text leaves the runs; a mark (`MARK`) stands where it began; whatever stood
between the pieces stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from generator.word import trees
from generator.word.faults import fault
from generator.word.slots import Mode, Slot
from generator.word.tags import CLOSERS, Found, Tag, find_tags
from generator.word.wml import SPACE, M, W

if TYPE_CHECKING:
    from lxml import etree

    from generator.problem import Problem, Where
    from generator.word.locate import Places

# Two noncharacters that XML allows and nobody types, around the tag's index.
MARK: Final = re.compile("\ufdd0(\\d+)\ufdd1")

_PARAGRAPH: Final = f"{W}p"
_TEXT: Final = f"{W}t"
_PROPERTIES: Final = frozenset({f"{W}pPr", f"{W}rPr", f"{W}sectPr"})
# What stands for a character between the pieces of a tag; outside tags it stays as it is.
_CHARACTERS: Final = {
    f"{W}tab": " ",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_CHANNELS: Final = {_TEXT: "t", f"{W}instrText": "instrText", f"{M}t": "m:t"}
_DELETED: Final = frozenset({f"{W}delText", f"{W}delInstrText"})


def mark(index: int) -> str:
    """Return the mark of the tag `index`."""
    return f"\ufdd0{index}\ufdd1"


class Marks(Struct, kw_only=True):
    """The tags of a whole template while it is being compiled, and the faults met on the way.

    `homes` tells in which text element the mark of a tag stands, `slots` how the value of a tag is
    put in its place, `dynamic_tables` which tables may change the number of their columns.
    """

    tags: list[Tag] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    homes: dict[int, etree._Element] = field(default_factory=dict)
    slots: dict[int, Slot] = field(default_factory=dict)
    dynamic_tables: dict[etree._Element, Tag] = field(default_factory=dict)

    def add(self, found: Found, where: Where, source: str) -> Tag:
        """Keep a tag that was found and return it with its index."""
        tag = Tag(
            index=len(self.tags),
            kind=found.kind,
            code=found.code,
            where=replace(where, tag=shortened(source)),
            source=source,
            prefix=found.prefix,
            dash_before=found.dash_before,
            dash_after=found.dash_after,
        )
        self.tags.append(tag)
        return tag

    def make(self, kind: str, code: str, like: Tag) -> str:
        """Return the mark of a new tag that the compiler puts in on behalf of the tag `like`."""
        tag = Tag(index=len(self.tags), kind=kind, code=code, where=like.where, synthetic=True)
        self.tags.append(tag)
        if tag.keyword == "filter":
            self.slots[tag.index] = Slot(mode=Mode.RAW)
        return mark(tag.index)

    def raw(self, code: str, like: Tag) -> str:
        """Return the mark of a new tag whose value goes in as the markup it is."""
        made = self.make("{{", code, like)
        self.slots[len(self.tags) - 1] = Slot(mode=Mode.RAW)
        return made

    def note_dynamic(self, element: etree._Element, tag: Tag) -> None:
        """Note that the table around `element` may change the number of its columns."""
        table = trees.ancestor(element, f"{W}tbl")
        if table is not None:
            self.dynamic_tables.setdefault(table, tag)

    def blame(self, code: str, vi: str, en: str, **more: object) -> None:
        """Note a fault."""
        self.faults.append(fault(code, vi, en, **more))


def shortened(source: str) -> str:
    """Return a tag as one line of at most 80 characters."""
    line = " ".join(source.split())
    return line if len(line) <= 80 else line[:77] + "…" + line[-2:]


def scan(root: etree._Element, places: Places, marks: Marks) -> None:
    """Put marks for all tags of the part `root`, in its paragraphs and anywhere else in it."""
    for paragraph in list(root.iter(_PARAGRAPH)):
        _scan_paragraph(paragraph, places, marks)
    for element in root.iter():
        if element.tag not in _DELETED:
            _scan_single(element, places, marks)


class _Piece(Struct):
    """A stretch of a paragraph's text: the element it stands in, and where it begins."""

    element: etree._Element
    text: str
    start: int


def _scan_paragraph(paragraph: etree._Element, places: Places, marks: Marks) -> None:
    channels: dict[str, list[_Piece]] = {}
    _collect(paragraph, channels)
    for channel, pieces in channels.items():
        text = "".join(piece.text for piece in pieces)
        if "{" not in text:
            continue
        found = []
        for one in find_tags(text):
            source = text[one.start : one.end]
            if not one.closed:
                _blame_unclosed(marks, places.of(paragraph), source)
                continue
            found.append((one, marks.add(one, places.of(paragraph), source)))
        for one, tag in reversed(found):
            _put(pieces, one, tag, marks, joinable=channel == "t")


def _blame_unclosed(marks: Marks, where: Where, source: str) -> None:
    closer = CLOSERS[source[:2]]
    marks.blame(
        "MA-020",
        f"Thẻ mở bằng “{source[:2]}” không được đóng bằng “{closer}” trong cùng đoạn.",
        f"The tag opened by “{source[:2]}” is not closed by “{closer}” in the same paragraph.",
        where=replace(where, tag=shortened(source)),
        hint=(
            f"Thêm “{closer}”; thẻ phải nằm trọn trong một đoạn (xuống dòng bằng Shift+Enter).",
            f"Add “{closer}”; a tag must lie within one paragraph (Shift+Enter breaks its line).",
        ),
    )


def _collect(element: etree._Element, channels: dict[str, list[_Piece]]) -> None:
    """Gather the text of a paragraph, without that of paragraphs inside it (text boxes)."""
    for child in element:
        name = child.tag
        if name in _CHANNELS:
            _append(channels.setdefault(_CHANNELS[name], []), child, child.text or "")
        elif name in _CHARACTERS and element.tag == f"{W}r":
            _append(channels.setdefault("t", []), child, _CHARACTERS[name])
        elif name != _PARAGRAPH and name not in _PROPERTIES:
            _collect(child, channels)


def _append(pieces: list[_Piece], element: etree._Element, text: str) -> None:
    start = pieces[-1].start + len(pieces[-1].text) if pieces else 0
    pieces.append(_Piece(element, text, start))


def _put(pieces: list[_Piece], found: Found, tag: Tag, marks: Marks, *, joinable: bool) -> None:
    """Take the text of one tag out of its pieces and leave its mark in the first."""
    touched = [
        piece
        for piece in pieces
        if piece.start < found.end and piece.start + len(piece.text) > found.start
    ]
    first, last = touched[0], touched[-1]
    for piece in touched:
        before = piece.text[: max(0, found.start - piece.start)]
        after = piece.text[max(0, found.end - piece.start) :]
        left = before + (mark(tag.index) if piece is first else "") + after
        _set_text(piece, left)
    marks.homes[tag.index] = first.element
    if joinable and first is not last:
        _tidy(touched, marks)


def _set_text(piece: _Piece, text: str) -> None:
    piece.text = text
    if piece.element.tag in _CHARACTERS:
        parent = piece.element.getparent()
        if parent is not None:
            parent.remove(piece.element)
        return
    piece.element.text = text
    if piece.element.tag == _TEXT:
        piece.element.set(SPACE, "preserve")


def _tidy(touched: list[_Piece], marks: Marks) -> None:
    """Remove runs the tag has emptied; give the first run what is left of a like last one."""
    first, last = touched[0].element, touched[-1].element
    home, tail = first.getparent(), last.getparent()
    if home is None or tail is None:
        return
    for piece in touched[1:-1]:
        _drop_if_empty(piece.element.getparent())
    if home is not tail and _alike(home, tail) and _only_proofing_between(home, tail):
        if last.text:
            first.text = touched[0].text = (first.text or "") + last.text
            for index in _marks_in(last.text):
                marks.homes[index] = first
        last.text = ""
        for child in list(tail):
            if child.tag != f"{W}rPr" and child is not last:
                home.append(child)
        tail.remove(last)
    _drop_if_empty(tail)


def _marks_in(text: str) -> list[int]:
    return [int(number) for number in MARK.findall(text)]


def _alike(one: etree._Element, other: etree._Element) -> bool:
    return (
        one.getparent() is other.getparent()
        and one.tag == other.tag == f"{W}r"
        and properties(one) == properties(other)
    )


def properties(run: etree._Element) -> str:
    """Return the properties of a run as a comparable text (not XML)."""
    found = run.find(f"{W}rPr")
    return "" if found is None else _told(found)


def _told(element: etree._Element) -> str:
    inner = "".join(_told(child) for child in element)
    return f"({element.tag} {sorted(element.attrib.items())} {inner})"


def _only_proofing_between(one: etree._Element, other: etree._Element) -> bool:
    between = one.getnext()
    proofing = []
    while between is not None and between is not other:
        if between.tag not in {f"{W}proofErr", f"{W}lastRenderedPageBreak"}:
            return False
        proofing.append(between)
        between = between.getnext()
    parent = one.getparent()
    if between is None or parent is None:
        return False
    for element in proofing:
        parent.remove(element)
    return True


def _drop_if_empty(run: etree._Element | None) -> None:
    """Remove a run with nothing in it, and a wrapper (tracked insertion …) that held only it."""
    while run is not None and run.tag in _REMOVABLE and not _holds(run):
        parent = run.getparent()
        if parent is None:
            return
        parent.remove(run)
        run = parent


_REMOVABLE: Final = frozenset({f"{W}r", f"{W}ins", f"{W}smartTag"})


def _holds(element: etree._Element) -> bool:
    return any(
        child.tag not in {f"{W}rPr", f"{W}smartTagPr"} and (child.tag != _TEXT or child.text)
        for child in element
    )


def _scan_single(element: etree._Element, places: Places, marks: Marks) -> None:
    """Put marks into attributes and into text outside paragraphs, where no tag is ever split."""
    for name, value in element.attrib.items():
        if "{{" in value or "{%" in value:
            element.set(name, _marked(str(value), element, places, marks))
    text = element.text
    if text and ("{{" in text or "{%" in text or "{#" in text) and element.tag not in _CHANNELS:
        element.text = _marked(text, element, places, marks)
        for index in _marks_in(element.text):
            marks.homes[index] = element


def _marked(text: str, element: etree._Element, places: Places, marks: Marks) -> str:
    pieces, position = [], 0
    for found in find_tags(text):
        source = text[found.start : found.end]
        where = places.of(element)
        if not found.closed:
            _blame_unclosed(marks, where, source)
            continue
        tag = marks.add(found, where, source)
        pieces += [text[position : found.start], mark(tag.index)]
        position = found.end
    return "".join([*pieces, text[position:]])
