"""On which page a problem is: found by the words that stand at its place. Best effort.

A problem names a paragraph of a template, a line of a text, a field of the data or words of the
finished document; pages only have words. Words of a template outside its tags are on the page, too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.problem import Stopped
from generator.so_sanh.reading import Table, Text, read_strands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.problem import Problem, Where

_TAG: Final = re.compile(r"\{[{%#].*?[}%#]\}|\{[{%#].*|\{[a-z_]+\}", re.DOTALL)
_MARKDOWN: Final = re.compile(r"^[#>\-+*| ]+|[*_`|]+", re.MULTILINE)
_QUOTED: Final = re.compile("“([^”]+)”")
_LEAST: Final = 8  # letters, without spaces: less is on every page


class Finder:
    """Finds the page of problems; `files` and `labels` are those of `making.Making`."""

    def __init__(self, files: Mapping[str, bytes], labels: Mapping[str, str]) -> None:
        """Look for words in `files`, and for the names of form rows."""
        self._files, self._labels = files, labels
        self._texts = cache(self._read)

    def placed(
        self, problems: Iterable[Problem], pages: Sequence[str]
    ) -> tuple[tuple[Problem, int | None], ...]:
        """Return problems, each with its page."""
        return tuple((problem, self.page_of(problem, pages)) for problem in problems)

    def page_of(self, problem: Problem, pages: Sequence[str]) -> int | None:
        """Return the number of the page (from 1) with the words nearest to the problem."""
        return _page_with(self._words_of(problem), pages)

    def page_at(self, where: Where, pages: Sequence[str]) -> int | None:
        """Return the number of the page with the words nearest to a place."""
        return _page_with(self._words(where), pages)

    def _words_of(self, problem: Problem) -> Iterator[str]:
        """Yield words that may be on the page of a problem, the likeliest first."""
        yield from self._words(problem.where)
        yield from _QUOTED.findall(problem.message.vi)

    def _words(self, where: Where) -> Iterator[str]:
        """Yield words that stand at a place or near it."""
        label = self._labels.get(where.path)
        if label:
            yield from _literal(label)
        content = self._files.get(where.file)
        if content is not None and where.file.endswith(".docx"):
            yield from self._near(where)
        elif content is not None and where.file.endswith(".md") and where.line:
            lines = content.decode(errors="replace").splitlines()[: where.line]
            for line in reversed(lines):
                yield from _literal(_MARKDOWN.sub(" ", line))
        if where.tag:
            yield from _literal(where.tag.rstrip("…"))

    def _near(self, where: Where) -> Iterator[str]:
        """Yield the words of a template at a place, then before it, then behind it."""
        texts = self._texts(where.file)
        at = next((n for n, text in enumerate(texts) if _is_at(text.where, where)), None)
        if at is None:
            return
        for text in (*reversed(texts[: at + 1]), *texts[at + 1 :]):
            yield from _literal(text.text)

    def _read(self, file: str) -> tuple[Text, ...]:
        try:
            strands = read_strands(self._files[file], "")
        except Stopped:  # the template itself is what is wrong
            return ()
        return tuple(text for strand in strands for block in strand for text in _texts(block))


def _page_with(likely: Iterable[str], pages: Sequence[str]) -> int | None:
    """Return the first page with the first of the words that are on any."""
    squeezed = [_squeeze(page) for page in pages]
    for words in likely if pages else ():
        wanted = _squeeze(words)
        if len(wanted) < _LEAST:
            continue
        for number, page in enumerate(squeezed, 1):
            if wanted in page:
                return number
    return None


def _texts(block: Text | Table) -> Iterator[Text]:
    if isinstance(block, Text):
        yield block
    else:
        for row in block.rows:
            yield from row.cells


def _is_at(own: Where, wanted: Where) -> bool:
    same_part = wanted.part is None or own.part is None or own.part.vi == wanted.part.vi
    if wanted.table is None:
        return same_part and own.table is None and own.paragraph == wanted.paragraph
    cell = (own.table, own.table_row, own.table_cell)
    row = wanted.table_row or own.table_row
    return same_part and cell == (wanted.table, row, wanted.table_cell or own.table_cell)


def _literal(text: str) -> Iterator[str]:
    """Yield the stretches of a template's text that are printed as they are, the longest first."""
    yield from sorted(_TAG.sub("\0", text).split("\0"), key=len, reverse=True)


def _squeeze(text: str) -> str:
    """Return what two writings of one text share: no spaces, no line ends, no capitals."""
    return "".join(unicodedata.normalize("NFC", text).split()).casefold()
