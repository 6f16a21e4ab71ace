"""What a value may ask of the document it is placed in, and the value types of our own.

A value that has a method `docx_xml(part: PartWriter) -> str` is placed as WordprocessingML: runs
for `{{ x }}` and `{{r x }}`, paragraphs and tables for `{{p x }}`. The prefixes `w`, `r`, `wp`, `a`
and `pic` may be used without being declared. docxtpl's RichText, RichTextParagraph, Listing,
InlineImage and Subdoc are taken too. Everything else is text.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from msgspec import Struct

from generator.word.writer import Additions, NoteStyles, PartWriter, Relationship
from generator.word.xmltext import escape

__all__ = [
    "Additions",
    "DocxValue",
    "Footnote",
    "NoteStyles",
    "PartWriter",
    "Relationship",
    "Runs",
    "WellFormed",
]


@runtime_checkable
class DocxValue(Protocol):
    """A value that writes itself as WordprocessingML."""

    def docx_xml(self, part: PartWriter) -> str:
        """Return runs (inline value) or paragraphs and tables (block value) for `part`."""


class WellFormed(str):
    """Markup of ours that is known to be well-formed: fixed elements, and texts that are escaped.

    Of control characters it holds no others than tabs and line feeds. `docx_xml` may return it;
    all other markup is parsed before it is placed.
    """

    __slots__ = ()


class Footnote(Struct, frozen=True):
    """A footnote of plain text, placed as its reference mark. Line breaks are kept."""

    text: str

    def docx_xml(self, part: PartWriter) -> str:
        """Return the run that refers to the note, after adding the note."""
        return part.footnote_reference(f"<w:p>{run(self.text)}</w:p>")


class Runs(Struct, frozen=True):
    """Inline text made of pieces: plain text, and values that write runs (a footnote).

    A line feed in a text is a line break.
    """

    pieces: tuple[str | DocxValue, ...]

    def __str__(self) -> str:
        """Return the plain text alone."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    def docx_xml(self, part: PartWriter) -> str:
        """Return the runs of all pieces."""
        return "".join(
            run(piece) if isinstance(piece, str) else piece.docx_xml(part)
            for piece in self.pieces
            if piece
        )


def is_own(value: object) -> bool:
    """Tell whether `value` is of the types of ours that write nothing but escaped texts."""
    if type(value) is Runs:
        return all(type(piece) is str or is_own(piece) for piece in value.pieces)
    return type(value) is Footnote


def run(text: str) -> str:
    """Return a text as one run, its line feeds as line breaks."""
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' for line in escape(text).split("\n"))
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"
