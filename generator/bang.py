"""Captions of the tables in a narrative, and references to them: numbered here, never typed.

    {{ ten_bang("bo_may") }} Số phòng chuyên môn, đơn vị sự nghiệp công lập

    | Nội dung | ... |
    |---|---|

    ... số liệu chi tiết tại {{ bang("bo_may") }}.

prints "Bảng 3.1. Số phòng chuyên môn, ..." above the table and "tại Bảng 3.1." in the sentence. The
first number is that of the section of level 2 the table stands in (`## 3. ...`), the second counts
its captioned tables. Where no such section has a number the tables are counted through: "Bảng 1".
Parts of a report may number their sections alike (I.1, II.1); the count then goes on, so that no
two tables share a number.

A table without a caption has no number. Numbers are given after the placeholders have been filled
in: a table that a condition leaves out is not counted.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.problem import Message, Problem, Stopped
from generator.suggest import did_you_mean
from generator.word.markdown_xml import Inserted, Note, Paragraph, Table, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.problem import Where
    from generator.word.markdown_xml import Block, Blocks, Cell, Inline
    from generator.word.values import PartWriter

CAPTION_STYLE: Final = "Caption"
"""Id of the style of captions in Word templates: Word's own."""

_WORD: Final = "Bảng"
_SECTION: Final = re.compile(r"\s*([0-9]+(?:\.[0-9]+)*)[.)]?(?:\s|$)")


class TableName(Struct, frozen=True):
    """Where the number of a table is printed: before its caption, or in a sentence about it."""

    label: str
    is_caption: bool

    def docx_xml(self, part: PartWriter) -> str:  # noqa: ARG002  # the protocol of values
        """Refuse to print: only `number_tables` knows the number. Raises `Stopped`."""
        raise Stopped([_not_here()])


def _bang(nhan: object) -> TableName:
    """Return a reference to the table labelled `nhan`."""
    return TableName(label=str(nhan), is_caption=False)


def _ten_bang(nhan: object = "") -> TableName:
    """Return the beginning of a caption; a table that nothing refers to needs no label."""
    return TableName(label=str(nhan), is_caption=True)


NAMES: Final[Mapping[str, Callable[..., object]]] = {"bang": _bang, "ten_bang": _ten_bang}
"""What a narrative may call."""


def number_tables(narrative: Blocks, caption_style: str = CAPTION_STYLE) -> Blocks:
    """Return `narrative` with the number of each table in its caption and wherever it is named.

    Raises `Stopped` with every fault: a caption that does not begin the paragraph right above a
    table (MA-331) or has no words (MA-334), a label used twice (MA-332), a reference to a label
    that no caption has (MA-333).
    """
    numberer = _Numberer(narrative, caption_style)
    captioned = [numberer.caption(position) for position in range(len(narrative.blocks))]
    blocks = tuple(_with_inlines(block, numberer.named) for block in captioned)
    if numberer.problems:
        found = dict.fromkeys(numberer.problems)
        raise Stopped(sorted(found, key=lambda problem: problem.where.line or 0))
    return replace(narrative, blocks=blocks)


class _Numberer:
    """Counts captions in reading order, then names tables; keeps what is wrong."""

    def __init__(self, narrative: Blocks, caption_style: str) -> None:
        self._blocks = narrative.blocks
        self._headings = narrative.styles.headings
        self._style = caption_style
        self._section = ""
        self._counts: Counter[str] = Counter()
        self._numbers: dict[str, str] = {}
        self.problems: list[Problem] = []

    def caption(self, position: int) -> Block:
        """Return the block at `position`; a caption with its number. Call in reading order."""
        block = self._blocks[position]
        if not isinstance(block, Paragraph):
            return block
        if block.style in self._headings[:2]:
            self._section = self._number_of(block)
        start = _caption_of(block)
        if start is None or not self._is_above_table(position):
            return block  # a caption out of place is met again, and reported, in `named`
        name, where = start
        self._counts[self._section] += 1
        count = str(self._counts[self._section])
        number = f"{_WORD} {f'{self._section}.{count}' if self._section else count}"
        if name.label in self._numbers:
            self.problems.append(_twice(name.label, where))
        if name.label:
            self._numbers[name.label] = number
        words = block.inlines[1:]
        if not any(not isinstance(inline, Text) or inline.text.strip() for inline in words):
            self.problems.append(_no_words(where))
        inlines = (Text(text=f"{number}."), *words)
        return Paragraph(style=self._style, inlines=inlines, where=block.where)

    def named(self, inline: Inline) -> Inline:
        """Return `inline`, or the name of the table that it refers to."""
        if isinstance(inline, Note):
            inside = (tuple(self.named(one) for one in line) for line in inline.paragraphs)
            return replace(inline, paragraphs=tuple(inside))
        if not isinstance(inline, Inserted) or not isinstance(inline.value, TableName):
            return inline
        name = inline.value
        if name.is_caption:
            self.problems.append(_misplaced(inline.where))
        elif name.label not in self._numbers:
            self.problems.append(_unknown(name.label, self._numbers, inline.where))
        return Text(text=self._numbers.get(name.label, _WORD), href=inline.href)

    def _number_of(self, heading: Paragraph) -> str:
        if heading.style != self._headings[1]:
            return ""
        words = "".join(one.text for one in heading.inlines if isinstance(one, Text))
        found = _SECTION.match(words)
        return found.group(1) if found else ""

    def _is_above_table(self, position: int) -> bool:
        return isinstance(next(iter(self._blocks[position + 1 :]), None), Table)


def _caption_of(paragraph: Paragraph) -> tuple[TableName, Where] | None:
    """Return the beginning of a caption that `paragraph` starts with, and its place."""
    for first in paragraph.inlines[:1]:
        if isinstance(first, Inserted) and isinstance(first.value, TableName):
            return (first.value, first.where) if first.value.is_caption else None
    return None


def _with_inlines(block: Block, change: Callable[[Inline], Inline]) -> Block:
    """Return `block` with every inline of it, in cells too, changed."""
    if isinstance(block, Paragraph):
        if all(type(inline) is Text for inline in block.inlines):  # as in most paragraphs
            return block
        return replace(block, inlines=tuple(change(inline) for inline in block.inlines))
    return replace(block, rows=tuple(_row(row, change) for row in block.rows))


def _row(row: Iterable[Cell], change: Callable[[Inline], Inline]) -> tuple[Cell, ...]:
    return tuple(
        replace(
            cell,
            paragraph=replace(
                cell.paragraph, inlines=tuple(change(inline) for inline in cell.paragraph.inlines)
            ),
        )
        for cell in row
    )


_HOW: Final = Message(
    'Viết {{ ten_bang("nhan") }} rồi đến tên bảng thành một đoạn riêng, ngay trên bảng.',
    'Write {{ ten_bang("label") }} and the title as a paragraph right above the table.',
)


def _misplaced(where: Where) -> Problem:
    return Problem(
        code="MA-331",
        message=Message(
            "Tên bảng phải mở đầu đoạn đứng ngay trên một bảng.",
            "A caption must begin the paragraph right above a table.",
        ),
        hint=_HOW,
        where=where,
    )


def _not_here() -> Problem:
    return Problem(
        code="MA-331",
        message=Message(
            "`bang(...)` và `ten_bang(...)` chỉ dùng được trong lời văn (.md).",
            "`bang(...)` and `ten_bang(...)` can only be used in a narrative (.md).",
        ),
    )


def _twice(label: str, where: Where) -> Problem:
    return Problem(
        code="MA-332",
        message=Message(
            f"Nhãn bảng “{label}” đã dùng cho một bảng khác.",
            f"The table label “{label}” already belongs to another table.",
        ),
        where=where,
    )


def _unknown(label: str, known: Iterable[str], where: Where) -> Problem:
    return Problem(
        code="MA-333",
        message=Message(
            f"Không có bảng nào mang nhãn “{label}”.", f"No table is labelled “{label}”."
        ),
        hint=did_you_mean(label, known) or _HOW,
        where=where,
    )


def _no_words(where: Where) -> Problem:
    return Problem(
        code="MA-334",
        message=Message("Bảng có số nhưng chưa có tên.", "A table has a number but no title."),
        hint=_HOW,
        where=where,
    )
