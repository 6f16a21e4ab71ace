"""References of the text to the forms and annexes of its report: `Biểu mẫu 6a kèm theo`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Where

_REFERENCE = (
    r"(?:Biểu mẫu|biểu mẫu|BIỂU MẪU|Phụ lục|phụ lục|PHỤ LỤC)\s+(?:số\s+)?([0-9]{1,2}[a-zđ]?)\b"
    r"(?![.,][0-9]|[/%])"
)
# Forms of other documents: "Biểu mẫu số 02 ban hành kèm theo Thông tư số ...".
_OF_ANOTHER = (
    r"(?:[^.;]{0,30}?(?:kèm theo|của|thuộc))?\s+"
    r"(?:Thông tư|Nghị định|Nghị quyết|Luật|Quyết định|Công văn|Kế hoạch|Văn bản|Hướng dẫn)"
)


class Reference(Struct, frozen=True, kw_only=True):
    """One reference: the words written, the number without leading zeros, its sentence, its place.

    `sentence` leaves out the words of the reference itself.
    """

    written: str
    number: str
    sentence: str
    where: Where


def references_in(text: str, where: Where) -> Iterator[Reference]:
    """Return every reference to a numbered form or annex of the report itself."""
    for found in re.finditer(_REFERENCE, text):
        if not re.compile(_OF_ANOTHER).match(text, found.end()):
            yield Reference(
                written=found.group(),
                number=found[1].lstrip("0"),
                sentence=_sentence(text, found.start(), found.end()),
                where=where,
            )


def _sentence(text: str, start: int, end: int) -> str:
    first = text.rfind(". ", 0, start) + 1
    last = text.find(". ", end)
    return text[first:start] + text[end : last if last >= 0 else len(text)]
