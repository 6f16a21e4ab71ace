"""Narrative text in Markdown with placeholders -> paragraphs, tables, links and footnotes of Word.

    compiler = MarkdownCompiler(filters=..., globals=...)
    blocks = compiler.compile((text,), where=...).render({"ct": ..., "ky": ...})

`blocks` is a block-level value: `{{p noi_dung }}` in a Word template prints it. What may be written
is said in `markdown_parse` (Markdown) and `markdown_template` (placeholders).
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.problem import Stopped
from generator.word.markdown_xml import Blocks, MarkdownStyles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.problem import Problem, Where
    from generator.word.markdown_piece import Piece
    from generator.word.markdown_sandbox import NarrativeEnvironment

__all__ = ["Blocks", "MarkdownCompiler", "MarkdownStyles", "MarkdownTemplate"]

# Pieces that are kept compiled: more than any outline has, so that pieces of one report only,
# which come and go, do not push out those that all reports share.
_KEPT: Final = 1024


class MarkdownTemplate(Struct, frozen=True, kw_only=True):
    """A compiled narrative; it may be rendered any number of times.

    `pieces` are its templates in the order of the text, each with the number of lines before it.
    """

    pieces: tuple[tuple[int, Piece], ...]
    where: Callable[[int], Where]
    styles: MarkdownStyles

    def render(self, context: Mapping[str, object]) -> Blocks:
        """Return the text with the names of `context` filled in.

        Raises `Stopped` with every fault found: unknown names, values that cannot be printed,
        calculations that fail (MA-304 ... MA-308), faulty Markdown (MA-311 ... MA-317).
        """
        from generator.word.markdown_parse import parse  # noqa: PLC0415  # slow to import
        from generator.word.markdown_template import fill  # noqa: PLC0415  # slow to import

        return parse(fill(self.pieces, context, self.where), self.where, self.styles)


class MarkdownCompiler:
    """Compiles narratives that use the same filters and names.

    A text comes in pieces that no tag reaches across. Texts share most of their pieces, as units
    share an outline: each piece is compiled once.
    """

    def __init__(
        self,
        *,
        filters: Mapping[str, Callable[..., object]],
        globals: Mapping[str, object],  # noqa: A002  # Jinja's word for names known everywhere
    ) -> None:
        """Let placeholders use `filters` and `globals` beside the context of a rendering."""
        self._filters, self._names = filters, globals
        self._compiled: dict[str, Piece] = {}

    def compile(
        self,
        pieces: Sequence[str],
        *,
        where: Callable[[int], Where],
        styles: MarkdownStyles | None = None,
    ) -> MarkdownTemplate:
        """Return the compiled narrative that `pieces` (NFC) make when joined by line feeds.

        `where` tells the file and line of a line of the whole, counted from 1; `styles` are those
        of the Word template it will be printed in.

        Raises `Stopped` with every fault that can be seen without data (MA-301 ... MA-303, MA-308).
        """
        from generator.word.markdown_piece import apart  # noqa: PLC0415  # slow to import

        pieces = [part for piece in pieces for part in apart(piece)]
        compiled: list[tuple[int, Piece]] = []
        problems: list[Problem] = []
        before = 0
        for number, piece in enumerate(pieces, 1):
            # -- the line feed that ends a template is not printed --
            source = piece if number == len(pieces) else f"{piece}\n"
            try:
                compiled.append((before, self._piece(source, partial(_further, where, before))))
            except Stopped as stopped:
                problems += stopped.problems
            before += piece.count("\n") + 1
        if problems:
            raise Stopped(problems)
        return MarkdownTemplate(
            pieces=tuple(compiled), where=where, styles=styles or MarkdownStyles()
        )

    def _piece(self, source: str, where: Callable[[int], Where]) -> Piece:
        from generator.word.markdown_piece import Piece  # noqa: PLC0415  # slow to import

        # -- used now: the last to be forgotten --
        piece = self._compiled.pop(source, None) or Piece(source, self._environment, where)
        self._compiled[source] = piece
        if len(self._compiled) > _KEPT:
            del self._compiled[next(iter(self._compiled))]
        return piece

    @cached_property
    def _environment(self) -> NarrativeEnvironment:
        from generator.word.markdown_sandbox import NarrativeEnvironment  # noqa: PLC0415  # slow to import

        return NarrativeEnvironment(filters=self._filters, names=self._names)


def _further(where: Callable[[int], Where], before: int, line: int) -> Where:
    """Return the place of a line of a piece that has `before` lines before it."""
    return where(before + line)
