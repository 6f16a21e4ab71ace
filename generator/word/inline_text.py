"""One line of text with placeholders, as a cell of a form holds it: `(82 trên {{ ct.tong }} TTHC)`.

The placeholders are those of the narrative, in the same sandbox; what stands around them is plain
text, never Markdown. A value that writes itself (`{{ "..." | chu_thich }}`) keeps its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word import markdown_chars as chars
from generator.word.values import Runs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.problem import Where

_TAGS = ("{{", "{%", "{#")


def has_placeholders(text: str) -> bool:
    """Tell whether there is anything to fill in."""
    return any(tag in text for tag in _TAGS)


class InlineTexts:
    """Fills in texts with one set of filters and names."""

    def __init__(
        self,
        *,
        filters: Mapping[str, Callable[..., object]],
        names: Mapping[str, object],
    ) -> None:
        """Offer `filters` and `names` (functions and values known to every text)."""
        from generator.word.markdown_sandbox import NarrativeEnvironment  # noqa: PLC0415  # slow to import

        self._environment = NarrativeEnvironment(filters=filters, names=names)

    def fill(self, source: str, context: Mapping[str, object], where: Where) -> str | Runs:
        """Return `source` with the names of `context` filled in.

        A text alone comes back as a text, one with values that write themselves as `Runs`. Raises
        `Stopped` with every fault, at `where` (MA-301 ... MA-308).
        """
        from generator.word.markdown_piece import Piece  # noqa: PLC0415  # slow to import
        from generator.word.markdown_template import fill  # noqa: PLC0415  # slow to import

        piece = Piece(source, self._environment, lambda _: where)
        filled = fill([(0, piece)], context, lambda _: where)
        pieces = [
            filled.values[chars.value_number(piece)]
            if chars.VALUES.fullmatch(piece)
            else chars.show(piece)
            for piece in chars.VALUES.split(filled.text)
            if piece
        ]
        texts = [piece for piece in pieces if isinstance(piece, str)]
        return "".join(texts) if len(texts) == len(pieces) else Runs(tuple(pieces))
