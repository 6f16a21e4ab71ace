"""Words beside a tag that its filter prints too: `{{ x | ty_le }}%` prints “75%%”. Code MA-081."""

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

_FILTER: Final = re.compile(r"\|\s*([a-z_]+)\s*(?:\([^|]*\))?\s*\Z")
_PERCENT: Final = re.compile(r"\s?%")
_DAY: Final = re.compile(r"(?i)\bngày\s+\Z")
_BEHIND: Final = {
    **dict.fromkeys(("ty_le", "ti_le", "ti_trong"), _PERCENT),
    "tien": re.compile(r"\s+(?:nghìn |triệu |tỷ )?đồng\b"),
}
_BEFORE: Final = {
    "ngay_dai": _DAY,
    "thang_nam": re.compile(r"(?i)\btháng\s+\Z"),
}
# A count below 10 has its 0 already.
_ZERO: Final = re.compile(r"(?<![\w.,/-])0\Z")


def faults(text: str, tag: Found, where: Where) -> Iterator[Problem]:
    """Yield what stands right beside a tag of `text` and is printed by the tag as well."""
    if tag.kind != "{{":
        return
    last = _FILTER.search(tag.code)
    name = last[1] if last else ""
    before, behind = _BEFORE.get(name), _BEHIND.get(name)
    beside = [_ZERO.search(text[: tag.start])]
    beside += [before.search(text[: tag.start])] if before else []
    beside += [behind.match(text[tag.end :])] if behind else []
    at = replace(where, tag=shortened(text[tag.start : tag.end]))
    for found in beside:
        if found:
            yield _doubled(found[0].strip(), at)


def _doubled(word: str, where: Where) -> Problem:
    return Problem(
        code="MA-081",
        message=Message(
            f"“{word}” cạnh thẻ sẽ in hai lần: thẻ đã in ra nó.",
            f"“{word}” beside the tag is printed twice: the tag prints it too.",
        ),
        where=where,
        hint=Message(f"Xóa “{word}” ở ngoài thẻ.", f"Drop “{word}” outside the tag."),
        severity=Severity.WARNING,
    )
