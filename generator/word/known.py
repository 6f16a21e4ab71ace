"""What forms say in row after row, report after report, as it is written: looked at once.

Only so much is kept, and only short texts, so that long documents take no more memory.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.word.values import run
from generator.word.xmltext import CONTROL, SPECIAL, escape_marks

if TYPE_CHECKING:
    from generator.word.values import Runs

_MOST: Final = 2000
_LONGEST: Final = 100


class Known(dict[str, bytes | None]):
    """Texts, escaped, in UTF-8; None for those whose place matters: quotes and line breaks.

    Those are for `emit.Writer.put`.
    """

    def __missing__(self, text: str) -> bytes | None:
        """Return what is to be known of `text`."""
        found = text.encode() if SPECIAL.search(text) is None else _anywhere(text)
        if len(self) < _MOST and len(text) <= _LONGEST:
            self[text] = found
        return found


KNOWN: Final = Known()


def _anywhere(text: str) -> bytes | None:
    """Return `text` escaped if that is the same in every place, else None."""
    return None if '"' in text or CONTROL.search(text) else escape_marks(text).encode()


def label_of(runs: Runs) -> bytes:
    """Return the run of a label: of a text alone, without line breaks; else nothing."""
    piece = runs.pieces[0] if len(runs.pieces) == 1 else ""
    return _run(piece) if isinstance(piece, str) else b""


@lru_cache(_MOST)
def _run(text: str) -> bytes:
    return run(text).encode() if text and CONTROL.search(text) is None else b""
