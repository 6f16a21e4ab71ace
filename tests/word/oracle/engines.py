"""Both engines behind one signature, and the comparison of what they make."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docxtpl import DocxTemplate

from generator.word import compile_template
from tests.word.oracle.canonical import canonical, differences

if TYPE_CHECKING:
    from collections.abc import Mapping


def by_docxtpl(blob: bytes, context: Mapping[str, object]) -> bytes:
    """Render with docxtpl, escaping as its manual advises."""
    template = DocxTemplate(io.BytesIO(blob))
    template.render(dict(context), autoescape=True)
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


def by_us(blob: bytes, context: Mapping[str, object]) -> bytes:
    return compile_template(blob, name="mau.docx").render(context)


def difference(blob: bytes, context: Mapping[str, object]) -> str:
    """Return where our document differs from docxtpl's; nothing when they are the same."""
    return differences(canonical(by_docxtpl(blob, context)), canonical(by_us(blob, context)))
