"""The finished narrative -> the words that rules look at (`checks.text`), each with its place.

Rules know neither Markdown nor Word: this is where words leave their paragraphs, tables and
footnotes. Where the text is written in the Word template itself, the finished document is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bang import CAPTION_STYLE
from generator.checks.text import Block, Kind, Sections
from generator.word.markdown_xml import Inserted, Note, Paragraph
from generator.word.markdown_xml import Text as Words
from generator.word.values import Footnote, Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.context import BieuMauIn
    from generator.problem import Where
    from generator.report import Report
    from generator.word.markdown_xml import Blocks, Inline, Table

_KINDS = {
    "trich_yeu": Kind.SUBJECT,
    "can_cu": Kind.PARAGRAPH,
    "de_muc": Kind.HEADING,
    "doan": Kind.PARAGRAPH,
    "chu_thich": Kind.CAPTION,
    "o_bang": Kind.CELL,
    "kem_theo": Kind.CELL,
    "chu_thich_cuoi_trang": Kind.NOTE,
}
_BULLETS = ("- ", "+ ", "• ")


def words_of(narrative: Blocks) -> tuple[Block, ...]:
    """Return the words of a narrative in the order of print, footnotes after their paragraph."""
    reader = _Reader(narrative)
    blocks = [
        block
        for one in narrative.blocks
        for block in (reader.paragraph(one) if isinstance(one, Paragraph) else reader.table(one))
    ]
    return tuple(blocks)


def words_of_docx(blob: bytes, file: str) -> tuple[Block, ...]:
    """Return the words of a finished document: its subject, its text, the lines under its annexes.

    `file` is where they were written: the Word template. The other parts of the head and of the
    foot come from the data, see `words_beside`; tables of annexes are forms.
    """
    from generator import the_thuc  # noqa: PLC0415  # few reports need it

    sections = Sections()
    blocks = []
    annexed = False
    for one in the_thuc.read(blob, file):
        annexed = annexed or one.kind == "phu_luc"
        kind = _KINDS.get(one.kind)
        if kind is None or (annexed and kind is not Kind.NOTE and one.kind != "kem_theo"):
            continue
        if kind is Kind.PARAGRAPH and one.text.startswith(_BULLETS):
            kind = Kind.ITEM
        block = Block(
            kind=kind,
            text=one.text,
            level=one.level,
            table=one.table,
            row=one.row,
            column=one.column,
        )
        if one.level:
            sections.enter(one.level, block.number)
        blocks.append(replace(block, where=replace(one.where, path=sections.path)))
    return tuple(blocks)


def words_beside(report: Report, forms: Iterable[BieuMauIn]) -> tuple[Block, ...]:
    """Return the words around the text: addressees, receivers, and the notes of `forms`.

    `forms` are those of `report` as they are printed, placeholders filled in.
    """
    heads = [
        *((replace(report.where, path="kinh_gui"), line) for line in report.kinh_gui),
        *((entry.where, line) for entry in report.noi_nhan for line in entry.dong),
    ]
    notes = [
        (row.places.get(field, row.where), str(getattr(line, printed)))
        for form, shown in zip(report.bieu_mau, forms, strict=True)
        for row, line in zip(form.rows, shown.dong, strict=True)
        for field, printed in (("ghi_chu", "ghi_chu"), ("bang_loi", "so_lieu"))
        if getattr(row, field)
    ]
    return tuple(Block(kind=Kind.CELL, text=text, where=where) for where, text in (*heads, *notes))


class _Reader:
    """Goes through a narrative and knows which section it is in."""

    def __init__(self, narrative: Blocks) -> None:
        styles = narrative.styles
        self._levels = {style: level for level, style in enumerate(styles.headings, 1)}
        self._kinds = {CAPTION_STYLE: Kind.CAPTION, **dict.fromkeys(styles.bullets, Kind.ITEM)}
        self._sections = Sections()
        self._path = self._sections.path
        self._tables = 0

    def paragraph(self, paragraph: Paragraph) -> Iterator[Block]:
        """Return the block of a paragraph, and those of its footnotes."""
        level = self._levels.get(paragraph.style, 0)
        kind = Kind.HEADING if level else self._kinds.get(paragraph.style, Kind.PARAGRAPH)
        text = _plain(paragraph.inlines)
        if level:
            self._enter(level, Block(kind=kind, text=text).number)
        place = self._place(paragraph.where)
        yield Block(kind=kind, text=text, level=level, where=place)
        yield from _notes(paragraph.inlines, place)

    def table(self, table: Table) -> Iterator[Block]:
        """Return a block for every cell that says something, row by row."""
        self._tables += 1
        for number, row in enumerate(table.rows, 1):
            column = 1
            for cell in row:
                place = self._place(cell.paragraph.where)
                text = _plain(cell.paragraph.inlines)
                if text:
                    yield Block(
                        kind=Kind.CELL,
                        text=text,
                        table=self._tables,
                        row=number,
                        column=column,
                        where=place,
                    )
                yield from _notes(cell.paragraph.inlines, place)
                column += cell.columns

    def _enter(self, level: int, number: str) -> None:
        self._sections.enter(level, number)
        self._path = self._sections.path

    def _place(self, where: Where) -> Where:
        return replace(where, path=self._path)


def _notes(inlines: Sequence[Inline], where: Where) -> Iterator[Block]:
    for inline in inlines:
        if isinstance(inline, Note):
            for paragraph in inline.paragraphs:
                yield Block(kind=Kind.NOTE, text=_plain(paragraph), where=where)
        elif isinstance(inline, Inserted) and isinstance(inline.value, Footnote):
            yield Block(kind=Kind.NOTE, text=inline.value.text, where=where)


def _plain(inlines: Sequence[Inline]) -> str:
    return "".join(map(_words, inlines)).strip()


def _words(inline: Inline) -> str:
    if isinstance(inline, Words):
        return inline.text
    if isinstance(inline, Inserted) and isinstance(inline.value, Runs):
        return str(inline.value)
    return ""
