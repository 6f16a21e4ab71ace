"""Words in a row that should go with its tag. Code MA-083.

A row of `{%tr for … %}` goes when its cells are empty otherwise; with a word in one of them it
stays, and is printed once for each element.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from generator.lint.words import flattened
from generator.problem import Message, Problem, Severity
from generator.word.scan import shortened
from generator.word.tags import find_tags
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from generator.lint.words import Part
    from generator.problem import Where

_ROWS: Final = "tr"


def faults(parts: Iterable[Part]) -> Iterator[Problem]:
    """Yield a warning for every row with one tag of rows, and words but no other tag beside it."""
    for part in parts:
        for row in part.root.iter(f"{W}tr"):
            yield from _of_row(row, part)


def _of_row(row: etree._Element, part: Part) -> Iterator[Problem]:
    found: list[tuple[str, Where]] = []
    words: list[str] = []
    for paragraph in row.iter(f"{W}p"):
        text, _ = flattened(paragraph)
        rest = text
        for tag in reversed(list(find_tags(text))):
            source = text[tag.start : tag.end]
            found.append((tag.prefix, replace(part.places.of(paragraph), tag=shortened(source))))
            rest = rest[: tag.start] + rest[tag.end :]
        words += rest.split()
    if words and [prefix for prefix, _ in found] == [_ROWS]:
        yield _kept(" ".join(words), found[0][1])


def _kept(words: str, where: Where) -> Problem:
    shown = shortened(words)
    return Problem(
        code="MA-083",
        message=Message(
            f"Hàng của thẻ này có chữ “{shown}” nên vẫn in ra.",
            f"The row of this tag has the words “{shown}” and is printed, too.",
        ),
        where=where,
        hint=Message(
            "Xóa chữ ấy; hàng được lặp là hàng ở giữa thẻ mở và thẻ đóng.",
            "Delete them; the repeated row stands between the two tags.",
        ),
        severity=Severity.WARNING,
    )
