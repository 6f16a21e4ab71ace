"""The manual of a rule: its docstring, which `baocao explain` prints and the tests run.

    Name in Vietnamese. | Name in English.

    vi: what, why, what to do

    en: the same

    đúng:
        a data file that keeps the rule, indented by 4

    sai:
        one that breaks it

An example says only what matters. A line `--- lời văn` in it begins the text beside the data file,
`--- kỳ trước` the data file of an earlier period.
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import Protocol

from msgspec import Struct

from generator.problem import Message

TEXT = "lời văn"
EARLIER = "kỳ trước"
_SECTION = re.compile(r"^(vi|en|đúng|sai):[ \n]", re.MULTILINE)
_PART = re.compile(r"^--- (.+)\n", re.MULTILINE)


class Documented(Protocol):
    """A rule, on data or on layout: a module whose docstring is its manual."""

    __doc__: str | None
    CODE: str


class Example(Struct, frozen=True, kw_only=True):
    """A data file, with the text beside it and the data files of earlier periods."""

    shown: str
    data: str
    text: str = ""
    earlier: tuple[str, ...] = ()


class Manual(Struct, frozen=True, kw_only=True):
    """What a rule is about: its name, what to know of it, an example of right and of wrong."""

    name: Message
    body: Message
    right: Example
    wrong: Example


def manual_of(rule: Documented) -> Manual:
    """Return the manual of a rule. Raises ValueError for a docstring that is no manual."""
    head, *rest = _SECTION.split(rule.__doc__ or "")
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    if set(sections) != {"vi", "en", "đúng", "sai"} or "|" not in head:
        raise ValueError(f"{rule.CODE}: the docstring is no manual")
    vi, _, en = head.partition("|")
    return Manual(
        name=Message(vi.strip(), en.strip()),
        body=Message(sections["vi"].strip(), sections["en"].strip()),
        right=_example(sections["đúng"]),
        wrong=_example(sections["sai"]),
    )


def _example(section: str) -> Example:
    shown = dedent(section.rstrip()) + "\n"
    data, *rest = _PART.split(shown)
    parts = list(zip(rest[::2], rest[1::2], strict=True))
    return Example(
        shown=shown,
        data=data,
        text=next((text for name, text in parts if name == TEXT), ""),
        earlier=tuple(text for name, text in parts if name == EARLIER),
    )
