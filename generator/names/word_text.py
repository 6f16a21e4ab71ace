"""The text of a Word template as Markdown with tags: headings, paragraphs, rows of tables."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from generator.word import opc
from generator.word.scan import MARK
from generator.word.template import draft

if TYPE_CHECKING:
    from generator.word.template import Draft

_TABLE: Final = re.compile(r"<w:tbl[ >].*?</w:tbl>", re.DOTALL)
_HEADING: Final = re.compile(r'<w:pStyle w:val="Heading([1-4])"')
_MARKUP: Final = re.compile(r"<[^>]*>")


def word_text(blob: bytes, name: str) -> str:
    """Return the text of the template in `blob`, which people call `name`.

    Headings are those of the styles Heading 1 to 4. Raises RefusedError for what is no docx.
    """
    made = draft(opc.open_docx(blob), name, {}, {})
    return "\n".join(_blocks(source.text, made) for source in made.sources)


def _blocks(markup: str, made: Draft) -> str:
    flat = _TABLE.sub(lambda table: _rows(table.group()), markup)
    return "\n".join(_paragraph(one, made) for one in flat.split("</w:p>"))


def _rows(table: str) -> str:
    """Return a table as one paragraph for each row, its cells between bars."""
    rows = (row.split("</w:tc>") for row in table.split("</w:tr>"))
    lines = ("|".join(_MARKUP.sub(" ", cell) for cell in ("", *row)) for row in rows)
    return "".join(f"</w:p>{' '.join(line.split())}" for line in lines)


def _paragraph(markup: str, made: Draft) -> str:
    heading = _HEADING.search(markup)
    text = " ".join(unescape(_MARKUP.sub("", markup)).split())
    lead = f"{'#' * int(heading.group(1))} " if heading and text else ""
    return lead + MARK.sub(lambda mark: _tag(int(mark.group(1)), made), text)


def _tag(number: int, made: Draft) -> str:
    tag = made.marks.tags[number]
    closer = "}}" if tag.kind == "{{" else "%}"
    return "" if tag.synthetic else f"{tag.kind} {tag.code.strip()} {closer}"
