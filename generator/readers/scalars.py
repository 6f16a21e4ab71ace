"""Single values of data files: what they stand for, and what none of them may hold."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.problem import Message, Problem

if TYPE_CHECKING:
    from generator.problem import Where
    from generator.raw import Value

# What XML 1.0 and YAML both refuse, so that it can never reach a document.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Longer rows of digits are no figures of a report (and would be slow to reckon with): texts.
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(rf"{_INTEGER.pattern}\.[0-9]{{1,9}}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: dict[str, Value] = {"": None, "~": None, "null": None, "true": True, "false": False}
_FIRST_OF_NUMBERS = frozenset("-0123456789")


def resolve(text: str) -> Value:
    """Return what a value without quotes stands for; anything unclear stays a text."""
    if text[:1] not in _FIRST_OF_NUMBERS:  # most values
        return _WORDS.get(text, text)
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:  # 2022-02-30: the stage that wants a date says so
            return text
    return text


def control_problem(character: str, where: Where) -> Problem:
    """Return the problem of a character that no document can hold (DL-005)."""
    name = f"U+{ord(character):04X}"
    return Problem(
        code="DL-005",
        message=Message(
            f"Có ký tự điều khiển {name}, không in được trong văn bản.",
            f"There is a control character {name}, which no document can hold.",
        ),
        where=where,
        hint=Message("Xóa ký tự đó và gõ lại.", "Delete it and type the text again."),
    )
