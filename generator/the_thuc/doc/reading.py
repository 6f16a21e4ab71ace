"""From the parts of a docx to `model.Doc`: one walk over the body, in reading order.

Text boxes come behind the paragraph they are anchored in; deleted text (tracked changes) is left
out, inserted text is in. Of alternatives (`mc:AlternateContent`) the first is read. Paragraphs are
counted as `word.locate` counts them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from msgspec.structs import replace

from generator.problem import Message
from generator.the_thuc.doc import tables
from generator.the_thuc.doc.inline import InlineReader
from generator.the_thuc.doc.model import NO_EXTRAS, Cell, Doc, Para, Section
from generator.the_thuc.doc.numbering import Numbering
from generator.the_thuc.doc.parts import Shelf, open_parts
from generator.the_thuc.doc.properties import is_on, style_and_props
from generator.the_thuc.doc.sections import read_section
from generator.the_thuc.doc.shapes import NO_CUTS, NUMBER, shape_of, take_out
from generator.word import wml
from generator.word.faults import RefusedError
from generator.word.wml import W

if TYPE_CHECKING:
    from lxml import etree

    from generator.the_thuc.doc.formats import ParaFormat
    from generator.the_thuc.doc.model import Run
    from generator.the_thuc.doc.parts import Parts
    from generator.the_thuc.doc.properties import Props
    from generator.the_thuc.doc.shapes import Cut, Cuts, Shape
    from generator.the_thuc.doc.styles import Base, Styles

BODY: Final = Message("thân văn bản", "body")
_EDGES: Final = {
    "header": Message("đầu trang", "header"),
    "footer": Message("chân trang", "footer"),
}
_NOTES: Final = Message("chú thích chân trang", "footnotes")
_P: Final = f"{W}p"
_TBL: Final = f"{W}tbl"
_PPR: Final = f"{W}pPr"
_SECT: Final = f"{W}sectPr"
_THROUGH: Final = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_MOST_SHAPES: Final = 10_000  # kept of documents with the same styles
_MAX_DEPTH: Final = 60  # tables and boxes inside one another; deeper ones are left unread


class _Around(NamedTuple):
    """What stands around blocks: the cell, the table style, a text box, and how deep it is."""

    cell: Cell | None = None
    style: str = ""
    boxed: bool = False
    depth: int = 0


def read_docx(blob: bytes) -> Doc:
    """Return the document in `blob`; raise `RefusedError` if it is no Word document."""
    parts = open_parts(blob, Shelf())
    return read_parts(parts, parts.document)


def read_parts(parts: Parts, document: bytes) -> Doc:
    """Return the document with the other `parts`, its own XML being `document`.

    Raises `RefusedError` if that is no XML.
    """
    skeleton, cuts = take_out(document)
    try:
        return _read(parts, skeleton, cuts)
    except RefusedError:
        if not cuts.all:
            raise
    return _read(parts, document, NO_CUTS)  # says where it is broken


def _read(parts: Parts, document: bytes, cuts: Cuts) -> Doc:
    main = wml.parse(document, parts.main)
    styles, numbering = parts.styles, Numbering(parts.numbering)
    body = _Walk(styles, numbering, BODY, cuts)
    found = main.find(f"{W}body")
    root = main if found is None else found
    body.blocks(root, _Around())
    last = root.find(_SECT)
    if last is not None or not body.sections:
        body.section(root if last is None else last)
    _add_borders(body.paras, body.sections)
    notes = parts.footnotes if parts.footnotes is not None else ()
    return Doc(
        paras=body.paras,
        tables=body.tables,
        sections=body.sections,
        parts={
            relation: _paras_of(root, _Walk(styles, numbering, _EDGES[kind]))
            for relation, (kind, root) in parts.edges.items()
        },
        notes=[
            para
            for note in notes
            if note.get(f"{W}type", "normal") == "normal"
            for para in _paras_of(note, _Walk(styles, numbering, _NOTES))
        ],
        even_pages=_even_pages(parts),
        comments=parts.comments,
    )


def _paras_of(root: etree._Element, walk: _Walk) -> list[Para]:
    walk.blocks(root, _Around())
    return walk.paras


def _even_pages(parts: Parts) -> bool:
    settings = parts.settings
    even = settings.find(f"{W}evenAndOddHeaders") if settings is not None else None
    return even is not None and is_on(even)


def _add_borders(paras: list[Para], sections: list[Section]) -> None:
    """Add to each paragraph with a border the line that is drawn, as wide as its box allows."""
    for para in paras:
        if para.format.border and not para.boxed and sections:
            section = sections[min(para.section, len(sections) - 1)]
            width = para.cell.width if para.cell else section.text_width
            length = width - para.format.left - para.format.right
            para.extras = replace(para.extras, lines=[*para.lines, length])


class _Walk:
    """The walk over one part."""

    def __init__(
        self, styles: Styles, numbering: Numbering, part: Message, cuts: Cuts = NO_CUTS
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = InlineReader(styles)
        self._cuts = cuts
        self._specimens: dict[bytes, etree._Element] = {}
        self._part = part
        self._number = 0
        self.paras: list[Para] = []
        self.tables: list[list[list[Cell]]] = []
        self.sections: list[Section] = []

    def section(self, element: etree._Element) -> None:
        """Close a section."""
        self.sections.append(read_section(element, self.sections[-1] if self.sections else None))

    def blocks(self, parent: etree._Element, around: _Around) -> None:
        """Read the paragraphs and tables in `parent`."""
        if around.depth > _MAX_DEPTH:
            return
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, around)
            elif tag == _TBL:
                self._table(child, around)
            elif tag in _THROUGH:
                self.blocks(child, around._replace(depth=around.depth + 1))

    def _paragraph(self, element: etree._Element, around: _Around) -> None:
        number = element.get(NUMBER)
        if number is None or not self._cuts.all:
            self._parsed(element, around)
            return
        cut = self._cuts.all[int(number)]
        key = (cut[0], around.style)
        shape = self._styles.shapes.get(key)
        if shape is None:
            shape = self._shape(cut, key)
        if shape:
            self._add(shape.fill(cut[1]), "", shape.para, around)
        else:
            self._parsed(self._cuts.parsed(cut), around)

    def _shape(self, cut: Cut, key: tuple[bytes, str]) -> Shape | Literal[False]:
        """Return the shape of a paragraph not met before, False where it has more than text."""
        known = self._styles.shapes
        if len(known) > _MOST_SHAPES:
            known.clear()
        if not self._specimens:  # of all paragraphs at once: parsing them one by one is slow
            self._specimens = self._cuts.specimens()
        element = self._specimens[cut[0]]
        style, direct = _style_and_props(element)
        base = self._styles.base(style, key[1])
        runs = self._inline.read(element, base)
        if "num" in direct or base.entry or "section" in direct or self._inline.has_extras():
            known[key] = False
        else:
            look = self._styles.para(base.style, key[1], direct, {}) if direct else base.para
            known[key] = shape_of(look, runs, cut[1]) or False
        return known[key]

    def _parsed(self, element: etree._Element, around: _Around) -> None:
        style, direct = _style_and_props(element)
        ending = direct.pop("section", None)  # no format: it ends with this paragraph
        base = self._styles.base(style, around.style)
        runs = self._inline.read(element, base)
        look, label = self._special(base, direct) if direct or base.entry else (base.para, "")
        para = self._add(runs, label, look, around)
        para.extras = self._inline.extras()
        for box in para.extras.boxes:
            self.blocks(box, around._replace(boxed=True, depth=around.depth + 1))
        if ending is not None:
            self.section(ending)

    def _add(self, runs: list[Run], label: str, look: ParaFormat, around: _Around) -> Para:
        cell = around.cell
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        if cell is None and not around.boxed:
            self._number += 1
        para = Para(
            runs=runs,
            text=label + text if label and text.strip() else text,
            format=look,
            part=self._part,
            number=self._number if cell is None else len(cell.paras) + 1,
            cell=cell,
            section=len(self.sections),
            boxed=around.boxed,
            extras=NO_EXTRAS,
        )
        self.paras.append(para)
        if cell is not None:
            cell.paras.append(para)
        return para

    def _special(self, base: Base, direct: Props) -> tuple[ParaFormat, str]:
        """Return format and number of a paragraph with formatting or a list of its own."""
        entry = direct.get("num") or base.entry
        listed = self._numbering.indents(entry)
        look = self._styles.para(base.style, base.table, direct, listed)
        return look, self._numbering.next(entry)

    def _table(self, element: etree._Element, around: _Around) -> None:
        outer = around.cell
        own = tables.style_of(element)
        style = self._styles.known(own, "table")
        layout = tables.layout(element, self._styles.cell_margins(style))
        read: list[list[Cell]] = []
        if outer is None:
            self.tables.append(read)
        for number, row in enumerate(tables.rows(element), 1):
            header, inside = tables.read_row(row)
            cells: list[Cell] = []
            read.append(cells)
            for inner in inside:
                cell = Cell(
                    element=inner,
                    layout=layout,
                    table=outer.table if outer else len(self.tables),
                    row=outer.row if outer else number,
                    column=outer.column if outer else len(cells) + 1,
                    paras=[],
                    nested=outer is not None,
                    header_row=header,
                )
                cells.append(cell)
                self.blocks(inner, _Around(cell, style, around.boxed, around.depth + 1))


def _style_and_props(paragraph: etree._Element) -> tuple[str, Props]:
    first = paragraph[0] if len(paragraph) else None
    return style_and_props(first if first is not None and first.tag == _PPR else None)
