"""What the tests of the core read back from documents and problems."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx import Document

from generator.problem import Stopped
from generator.word import compile_template

if TYPE_CHECKING:
    from collections.abc import Mapping


def rendered(blob: bytes, **context: object) -> bytes:
    return compile_template(blob, name="mau.docx").render(context)


def part(blob: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return archive.read(name).decode()


def paragraphs(blob: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(blob)).paragraphs]


def tables(blob: bytes) -> list[list[list[str]]]:
    document = Document(io.BytesIO(blob))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def problems(blob: bytes, context: Mapping[str, object] | None = None) -> list[tuple[str, str]]:
    """Return the code and the place of every problem of compiling and, if that works, rendering."""
    try:
        compile_template(blob, name="mau.docx").render(context or {})
    except Stopped as stopped:
        return [(problem.code, problem.where.describe()) for problem in stopped.problems]
    return []


def hints(blob: bytes, context: Mapping[str, object] | None = None) -> list[str]:
    try:
        compile_template(blob).render(context or {})
    except Stopped as stopped:
        return [problem.hint.vi for problem in stopped.problems if problem.hint]
    return []
