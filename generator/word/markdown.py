"""Narrative text in Markdown with placeholders -> paragraphs, tables, links and footnotes of Word.

    template = compile_markdown(text, filters=..., globals=..., where=...)
    blocks = template.render({"ct": ..., "ky": ...})

`blocks` is a block-level value: `{{p noi_dung }}` in a Word template prints it. What may be written
is said in `markdown_parse` (Markdown) and `markdown_template` (placeholders).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.word.markdown_xml import Blocks, MarkdownStyles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Template

    from generator.problem import Where

__all__ = ["Blocks", "MarkdownStyles", "MarkdownTemplate", "compile_markdown"]


class MarkdownTemplate(Struct, frozen=True, kw_only=True):
    """A compiled narrative; it may be rendered any number of times."""

    template: Template
    where: Callable[[int], Where]
    styles: MarkdownStyles

    def render(self, context: Mapping[str, object]) -> Blocks:
        """Return the text with the names of `context` filled in.

        Raises `Stopped` with every fault found: unknown names, values that cannot be printed,
        calculations that fail (MA-304 ... MA-308), faulty Markdown (MA-311 ... MA-317).
        """
        from generator.word.markdown_parse import parse  # noqa: PLC0415  # slow to import
        from generator.word.markdown_template import fill  # noqa: PLC0415  # slow to import

        return parse(fill(self.template, context, self.where), self.where, self.styles)


def compile_markdown(
    source: str,
    *,
    filters: Mapping[str, Callable[..., object]],
    globals: Mapping[str, object],  # noqa: A002  # Jinja's word for names known everywhere
    where: Callable[[int], Where],
    styles: MarkdownStyles | None = None,
) -> MarkdownTemplate:
    """Return the compiled narrative `source` (NFC, lines parted by line feeds).

    `filters` and `globals` are what its placeholders may use beside the context of a rendering;
    `where` tells the file and line of a line of `source`, counted from 1; `styles` are those of
    the Word template it will be printed in.

    Raises `Stopped` with every fault that can be seen without data (MA-301 ... MA-303, MA-308).
    """
    from generator.word.markdown_sandbox import NarrativeEnvironment  # noqa: PLC0415  # slow to import
    from generator.word.markdown_template import compile_text  # noqa: PLC0415  # slow to import

    environment = NarrativeEnvironment(filters=filters, names=globals)
    return MarkdownTemplate(
        template=compile_text(source, environment, where),
        where=where,
        styles=styles or MarkdownStyles(),
    )
