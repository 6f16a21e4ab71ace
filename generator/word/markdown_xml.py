"""Narrative text as values, and how they are written as WordprocessingML.

The values here say what is printed, in the order in which it is printed; `markdown_parse` makes
them. Faults of the text were found when it was read; only a value that misbehaves can still fail.

Order of children follows the transitional schema of ISO/IEC 29500-1 (`CT_PPr`, `CT_RPr`,
`CT_TblPr`, `CT_TrPr`, `CT_TcPr`).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.problem import Message, Problem, Stopped, Where
from generator.word.values import WellFormed, is_own
from generator.word.xmltext import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.word.values import DocxValue, PartWriter

_BLOCK_STARTS = ("<w:p>", "<w:p ", "<w:p/>", "<w:tbl>", "<w:tbl ")
_TABLE_END = "</w:tbl>"
_EMPTY = "<w:p/>"
# A sentence that leads to a table stays on its page, and off its upper line (6 pt).
_BEFORE_TABLE = '<w:keepNext/><w:spacing w:after="120"/>'
# The end of the text stays with what the template puts behind it: a signature never stands alone.
_KEEP = "<w:keepNext/>"
# Tables of up to so many rows, headers included, stay on one page.
SHORT_TABLE = 9
_NOWHERE = Where()


class MarkdownStyles(Struct, frozen=True, kw_only=True):
    """Style ids of the Word template that narrative text is printed with, and the text width.

    `headings` are the styles of `#` ... `####`, `bullets` those of the first and the second level
    of a list. `text_width` is in twips (1/1440 inch); 9354 is A4 between margins of 30 and 15 mm
    (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I).
    """

    headings: tuple[str, str, str, str] = ("Heading1", "Heading2", "Heading3", "Heading4")
    body: str = "BodyText"
    bullets: tuple[str, str] = ("ListBullet", "ListBullet2")
    table: str = "TableGrid"
    table_header: str = "BangTieuDe"
    table_cell: str = "BangNoiDung"
    hyperlink: str = "Hyperlink"
    text_width: int = 9354


class Text(Struct, frozen=True, kw_only=True):
    """Characters of one look; a newline is a line break, `href` makes them a link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


class Note(Struct, frozen=True, kw_only=True):
    """A footnote: its mark stands here, its paragraphs at the foot of the page."""

    paragraphs: tuple[tuple[Inline, ...], ...]
    href: str = ""


class Inserted(Struct, frozen=True, kw_only=True):
    """A value of the data that writes itself: runs, or blocks if it stands alone."""

    value: DocxValue
    where: Where
    href: str = ""


Inline = Text | Note | Inserted


class Paragraph(Struct, frozen=True, kw_only=True):
    """One paragraph; `align` (`left`, `center`, `right`, `both`) only where it leaves its style.

    `where` is the file and line it comes from.
    """

    style: str
    inlines: tuple[Inline, ...] = ()
    align: str = ""
    where: Where = _NOWHERE


class Cell(Struct, frozen=True, kw_only=True):
    """One `w:tc`: columns taken, and `restart` / `continue` where it is merged downwards."""

    paragraph: Paragraph
    columns: int = 1
    merge: str = ""


class Table(Struct, frozen=True, kw_only=True):
    """A table: column widths in twips and rows; `header_rows` of them repeat on each page."""

    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1


Block = Paragraph | Table


class Blocks(Struct, frozen=True, kw_only=True):
    """Block-level content: paragraphs and tables, ready to be put into a part of a document."""

    blocks: tuple[Block, ...]
    styles: MarkdownStyles

    def docx_xml(self, part: PartWriter) -> str:
        """Return paragraphs and tables as WordprocessingML; links and footnotes go into `part`.

        Two tables that touch would become one in Word, and a cell may not end with a table: an
        empty paragraph follows a table wherever no other paragraph does. For the same reason
        nothing at all is one empty paragraph.
        """
        pieces: list[str] = []
        for position, block in enumerate(self.blocks):
            following = self.blocks[position + 1] if position + 1 < len(self.blocks) else None
            if isinstance(block, Paragraph):
                spacing = _BEFORE_TABLE if isinstance(following, Table) else ""
                spacing = _KEEP if following is None else spacing
                pieces.append(_paragraph(block, part, self.styles, spacing))
                continue
            pieces.append(_table(block, part, self.styles))
            if not isinstance(following, Paragraph):
                pieces.append(_paragraph(Paragraph(style=self.styles.body), part, self.styles))
        xml = "".join(pieces) or _paragraph(Paragraph(style=self.styles.body), part, self.styles)
        return WellFormed(xml) if all(map(_is_own, self.blocks)) else xml


def _is_own(block: Block) -> bool:
    """Tell whether no value stands in a block that writes markup of its own, as a picture does."""
    if isinstance(block, Paragraph):
        return all(is_own(inline.value) for inline in block.inlines if isinstance(inline, Inserted))
    return all(_is_own(cell.paragraph) for row in block.rows for cell in row)


def _paragraph(
    paragraph: Paragraph, part: PartWriter, styles: MarkdownStyles, spacing: str = ""
) -> str:
    if len(paragraph.inlines) == 1 and isinstance(paragraph.inlines[0], Inserted):
        xml = paragraph.inlines[0].value.docx_xml(part)
        if xml.startswith(_BLOCK_STARTS):
            return f"{xml}{_EMPTY}" if xml.endswith(_TABLE_END) else xml
        runs = xml
    else:
        runs = _inlines(paragraph.inlines, part, styles)
    align = f'<w:jc w:val="{paragraph.align}"/>' if paragraph.align else ""
    style = f'<w:pStyle w:val="{escape(paragraph.style)}"/>'
    return f"<w:p><w:pPr>{style}{spacing}{align}</w:pPr>{runs}</w:p>"


def _inlines(inlines: Sequence[Inline], part: PartWriter, styles: MarkdownStyles) -> str:
    if len(inlines) == 1 and not inlines[0].href:  # as in most paragraphs
        return _inline(inlines[0], part, styles)
    pieces = []
    for href, group in groupby(_joined(inlines), key=lambda inline: inline.href):
        runs = "".join(_inline(inline, part, styles) for inline in group)
        if href:
            link = escape(part.hyperlink(href))
            runs = f'<w:hyperlink r:id="{link}" w:history="1">{runs}</w:hyperlink>'
        pieces.append(runs)
    return "".join(pieces)


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Return `inlines` with neighbours of one look as one: a sentence should be one run."""
    waiting: Text | None = None
    for inline in inlines:
        if waiting and isinstance(inline, Text) and _look_alike(waiting, inline):
            waiting = replace(waiting, text=waiting.text + inline.text)
            continue
        if waiting:
            yield waiting
        waiting = inline if isinstance(inline, Text) else None
        if waiting is None:
            yield inline
    if waiting:
        yield waiting


def _look_alike(one: Text, other: Text) -> bool:
    return (one.bold, one.italic, one.href) == (other.bold, other.italic, other.href)


def _inline(inline: Inline, part: PartWriter, styles: MarkdownStyles) -> str:
    if isinstance(inline, Text):
        return f"<w:r>{_look(inline, styles)}{_characters(inline.text)}</w:r>"
    if isinstance(inline, Note):
        return part.footnote_reference(_note(inline, part, styles))
    xml = inline.value.docx_xml(part)
    if xml.startswith(_BLOCK_STARTS):
        raise Stopped([_block_inside_text(inline.where)])
    return xml


def _block_inside_text(where: Where) -> Problem:
    return Problem(
        code="MA-310",
        message=Message(
            "Giá trị này là cả đoạn hoặc cả bảng nên không nằm giữa dòng chữ được.",
            "This value is a whole paragraph or table and cannot stand inside a line of text.",
        ),
        hint=Message(
            "Đặt chỗ điền một mình trên một dòng, trước và sau có dòng trống.",
            "Put the placeholder alone on a line, with blank lines around it.",
        ),
        where=where,
    )


def _note(note: Note, part: PartWriter, styles: MarkdownStyles) -> str:
    # The style of the paragraphs and the number in front are the part's own business.
    return "".join(f"<w:p>{_inlines(inlines, part, styles)}</w:p>" for inlines in note.paragraphs)


def _look(text: Text, styles: MarkdownStyles) -> str:
    # bCs and iCs are the same two properties for complex scripts (Khmer, Lao, Thai).
    link = f'<w:rStyle w:val="{escape(styles.hyperlink)}"/>' if text.href else ""
    bold = "<w:b/><w:bCs/>" if text.bold else ""
    italic = "<w:i/><w:iCs/>" if text.italic else ""
    look = f"{link}{bold}{italic}"
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def _characters(text: str) -> str:
    lines = text.split("\n")
    return "<w:br/>".join(["<w:tab/>".join(map(_words, line.split("\t"))) for line in lines])


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def _table(table: Table, part: PartWriter, styles: MarkdownStyles) -> str:
    # Centred, a table as wide as the text keeps its outer lines on the margins in every version
    # of Word; fixed layout keeps the columns as wide as was asked for.
    properties = (
        f'<w:tblPr><w:tblStyle w:val="{escape(styles.table)}"/>'
        f'<w:tblW w:w="{sum(table.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    rows = []
    for position, cells in enumerate(table.rows):
        header = "<w:tblHeader/>" if position < table.header_rows else ""
        keep = _KEEP if _stays_with_next(table, position) else ""
        written = _cells(cells, table.widths, (part, styles, keep))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{written}</w:tr>")
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _stays_with_next(table: Table, position: int) -> bool:
    """Tell whether a row may not be the last on its page.

    Short tables stay whole; of longer ones the header keeps a row, the last row the one before,
    and a heading across the table the row after it.
    """
    last = len(table.rows) - 1
    if position == last:
        return False
    heading = len(table.rows[position]) == 1 < len(table.widths)
    beside = position < table.header_rows or position == last - 1
    return len(table.rows) <= SHORT_TABLE or heading or beside


def _cells(
    cells: Sequence[Cell],
    widths: Sequence[int],
    writing: tuple[PartWriter, MarkdownStyles, str],
) -> str:
    part, styles, keep = writing
    pieces = []
    column = 0
    for cell in cells:
        width = sum(widths[column : column + cell.columns])
        column += cell.columns
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
        properties = (
            f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
            '<w:vAlign w:val="center"/></w:tcPr>'
        )
        pieces.append(f"<w:tc>{properties}{_paragraph(cell.paragraph, part, styles, keep)}</w:tc>")
    return "".join(pieces)
