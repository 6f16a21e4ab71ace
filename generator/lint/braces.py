"""A brace too many behind a tag: `{{ ky.ten }}}` prints “Quý I}”. Code MA-070."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from generator.problem import Message, Problem, Severity
from generator.word.scan import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Where
    from generator.word.tags import Found

_BRACE: Final = re.compile(r"\s*\}(?![_}])")


def faults(text: str, tag: Found, where: Where) -> Iterator[Problem]:
    """Yield a warning where a brace stands behind a tag of `text` that none before it opens."""
    brace = _BRACE.match(text, tag.end)
    if brace and "{" not in text[: tag.start]:
        yield Problem(
            code="MA-070",
            message=Message(
                "Sau thẻ thừa một dấu “}”, sẽ in ra nguyên như vậy.",
                "Behind the tag is a “}” too many, which is printed as it is.",
            ),
            where=replace(where, tag=shortened(text[tag.start : brace.end()])),
            hint=Message("Xóa dấu “}” ấy.", "Drop that “}”."),
            severity=Severity.WARNING,
        )
