"""Values as data files write them: the same words a reader takes back."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from generator.figure import Figure, Kind

if TYPE_CHECKING:
    from decimal import Decimal

# A text that needs no quotes: YAML and the reader take it for nothing else than itself.
_PLAIN = r"[^\W_][\w ,.()/%+–-]*"
_NUMBER_LIKE = r"[0-9.,/%+–-]*"
_WORDS = ("null", "true", "false", "trong")


def scalar(text: str) -> str:
    """Return `text` as a YAML value of a line of its own, in quotes where it needs them.

    >>> scalar("Phòng: TH, KT")
    '"Phòng: TH, KT"'
    """
    unsafe = text != text.strip() or text in _WORDS or re.fullmatch(_NUMBER_LIKE, text)
    if re.fullmatch(_PLAIN, text) and not unsafe:
        return text
    return json.dumps(text, ensure_ascii=False)


def figure_text(figure: Figure) -> str:
    """Return a figure as a data file states it, a status as its word.

    A percentage has no sign: that of an indicator needs none.

    >>> from decimal import Decimal
    >>> figure_text(Figure(kind=Kind.PERCENT, number=Decimal("98.06")))
    '98,06'
    """
    if not figure.is_given:
        return figure.status.value
    if figure.number is None:
        return figure.text
    if figure.total is not None:
        return f"{figure.number:f}/{figure.total:f}"
    return number_text(figure.number)


def number_text(number: Decimal) -> str:
    """Return a number as a data file states it, without zeros at the end of its decimals."""
    whole, point, decimals = f"{number:f}".partition(".")
    return f"{whole},{decimals.rstrip('0')}".rstrip(",") if point else whole


def free_text(value: Figure | date | str) -> str:
    """Return a free value as a data file states it: `98,06%`, `14/21`, `2022-03-18`, words."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    percent = value.kind is Kind.PERCENT and value.is_given and value.total is None
    return f"{figure_text(value)}%" if percent else figure_text(value)
