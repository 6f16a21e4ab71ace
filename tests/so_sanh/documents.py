"""Small Word documents for comparing, made with python-docx."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from generator.so_sanh import Change


def written(document: Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def make(*blocks: str | Sequence[Sequence[str]], header: str = "", footer: str = "") -> bytes:
    """Return a document of paragraphs (texts) and tables (rows of texts)."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=max(len(row) for row in block))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    return written(document)


def told(change: Change) -> tuple[str, str, str]:
    """Return a change as kind, place, and its words with what is gone in [], what is new in {}."""
    marks = {"same": "%s", "removed": "[%s]", "added": "{%s}"}
    words = "".join(marks[piece.kind] % piece.text for piece in change.pieces)
    return str(change.kind), change.where.describe(), words
