"""The texts that reports of a template set print: of its outline, its Word file, a report's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.de_cuong import SourceText, merge
from generator.names.word_text import word_text
from generator.problem import Stopped
from generator.word.faults import RefusedError
from generator.word.inline_text import has_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bo_mau import BoMau
    from generator.pipeline import Library
    from generator.report import Report


def texts_of(
    bo_mau: BoMau, library: Library, written: tuple[bytes, str] | None, last: Report | None
) -> tuple[str, ...]:
    """Return the texts as Markdown with tags, in the order in which they are printed.

    `written` is the unit's own text with its name, `last` a report of it, whose form rows may have
    words with placeholders. None at all where one of them has faults that keep it from being read:
    what the others use is not all there is.
    """
    try:
        texts = [word_text(*library.template_file(bo_mau.ten, bo_mau.mau))]
        if bo_mau.de_cuong:
            outline = _decoded(*library.template_file(bo_mau.ten, bo_mau.de_cuong))
            texts.insert(0, merge(outline, _decoded(*written) if written else None).source)
    except (Stopped, RefusedError, UnicodeDecodeError):
        return ()
    return (*texts, "\n".join(_of_forms(last)) if last else "")


def _decoded(blob: bytes, name: str) -> SourceText:
    return SourceText(name=name, text=blob.decode("utf-8-sig"))


def _of_forms(report: Report) -> Iterator[str]:
    """Give the words of form rows that are filled in, each under the name of its form."""
    for form in report.bieu_mau:
        for row in form.rows:
            for words in (row.ghi_chu, row.bang_loi):
                if words and has_placeholders(words):
                    yield f"# Biểu mẫu {form.so}"
                    yield " ".join(words.split())
