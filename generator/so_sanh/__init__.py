"""What changed between two Word documents, reports or templates: words, by paragraph and cell.

    changes = compare(old, "a.docx", new, "b.docx")

`reading` makes blocks (paragraphs, tables) of a document, `pairing` finds which block of one
belongs to which of the other, `changes` tells what differs in each pair. Format, pictures and
comments are not compared; text that is only written with other code points (NFD) is the same.
"""

from __future__ import annotations

from generator.so_sanh.changes import Change, changes_of
from generator.so_sanh.reading import read_strands
from generator.so_sanh.words import Piece

__all__ = ["Change", "Piece", "compare"]


def compare(old: bytes, old_name: str, new: bytes, new_name: str) -> tuple[Change, ...]:
    """Return what changed from `old` to `new` in reading order; headers, footers and notes last.

    Raises Stopped (MA-001 to MA-010) for a file that is no Word document.
    """
    pairs = zip(read_strands(old, old_name), read_strands(new, new_name), strict=True)
    return tuple(change for before, after in pairs for change in changes_of(before, after))
