"""Narratives of one piece, compiled as the pipeline compiles those of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.markdown import MarkdownCompiler

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.problem import Where
    from generator.word.markdown import MarkdownStyles, MarkdownTemplate


def compile_markdown(
    source: str,
    *,
    filters: Mapping[str, Callable[..., object]],
    globals: Mapping[str, object],  # noqa: A002  # as the compiler calls them
    where: Callable[[int], Where],
    styles: MarkdownStyles | None = None,
) -> MarkdownTemplate:
    """Return the compiled narrative `source`, of one piece; see `MarkdownCompiler`."""
    compiler = MarkdownCompiler(filters=filters, globals=globals)
    return compiler.compile((source,), where=where, styles=styles)
