"""Jinja tags of an outline from outside: which lines are headings, which tags hold sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.de_cuong import loi
from generator.problem import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.problem import Problem

_TAG: Final = re.compile(
    r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}"
    r"|\{#.*?#\}|\{\{.*?\}\}|\{%[-+]?\s*(?P<word>\w+)(?P<rest>.*?)%\}",
    re.DOTALL,
)
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_PAIRED: Final = frozenset(
    ("if", "for", "with", "set", "macro", "call", "filter", "block", "autoescape")
)
_MIDDLE: Final = frozenset(("else", "elif"))


class Structure(Struct, frozen=True, kw_only=True):
    """What is structure in a text; lines are counted from 0.

    `headings` are the lines that begin a section. `tags` are the lines of tags around sections:
    `open`, `middle` (elif, else) and `close`, or `faulty` where a problem says what is wrong.
    """

    headings: frozenset[int]
    tags: Mapping[int, str]
    problems: tuple[Problem, ...]


class _Tag(Struct, frozen=True, kw_only=True):
    word: str
    line: int
    alone: bool
    where: Where


def scan(text: str, name: str, is_heading: Callable[[str], bool]) -> Structure:
    """Return the structure of `text`, a file called `name`."""
    hidden = _hidden_lines(text)
    lines = text.split("\n")
    headings = frozenset(
        number for number, line in enumerate(lines) if number not in hidden and is_heading(line)
    )
    problems: list[Problem] = []
    tags: dict[int, str] = {}
    for group in _groups(_block_tags(text, name), problems):
        inside = range(group[0].line + 1, group[-1].line)
        if headings.isdisjoint(inside):
            continue
        faults = _faults_around(group)
        problems += faults
        kinds = ("open", *["middle"] * (len(group) - 2), "close")
        for tag, kind in zip(group, kinds, strict=True):
            tags[tag.line] = "faulty" if faults else kind
    return Structure(headings=headings, tags=tags, problems=tuple(problems))


def _faults_around(group: list[_Tag]) -> list[Problem]:
    """Return why these tags may not reach around sections."""
    if group[0].word != "if":
        return [loi.not_around_sections(group[0].word, group[0].where)]
    return [loi.tag_not_alone(tag.word, tag.where) for tag in group if not tag.alone]


def _hidden_lines(text: str) -> frozenset[int]:
    """Return the lines that begin inside a tag or a comment, or are part of a block of code."""
    hidden: set[int] = set()
    for tag in _TAG.finditer(text):
        first = text.count("\n", 0, tag.start())
        hidden.update(range(first + 1, first + 1 + tag.group().count("\n")))
    fence = ""
    for number, line in enumerate(text.split("\n")):
        mark = _FENCE.match(line)
        if fence:
            hidden.add(number)
            if mark and mark.group(1).startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark and number not in hidden:
            fence = mark.group(1)
    return frozenset(hidden)


def _block_tags(text: str, name: str) -> Iterator[_Tag]:
    for found in _TAG.finditer(text):
        word = found.group("word")
        if not word or (word == "set" and "=" in found.group("rest")):
            continue
        line = text.count("\n", 0, found.start())
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        after = text[found.end() :].partition("\n")[0]
        yield _Tag(
            word=word,
            line=line,
            alone=not before.strip() and not after.strip() and "\n" not in found.group(),
            where=Where(file=name, line=line + 1),
        )


def _groups(tags: Iterator[_Tag], problems: list[Problem]) -> Iterator[list[_Tag]]:
    """Return each opening tag with its middle tags and its closing tag."""
    open_groups: list[list[_Tag]] = []
    for tag in tags:
        inner = open_groups[-1][0].word if open_groups else ""
        if tag.word in _PAIRED:
            open_groups.append([tag])
        elif tag.word in _MIDDLE and inner in ("if", "for"):
            open_groups[-1].append(tag)
        elif tag.word.startswith("end") and tag.word == f"end{inner}":
            yield [*open_groups.pop(), tag]
        elif tag.word.startswith("end") or tag.word in _MIDDLE:
            problems.append(loi.nothing_to_close(tag.word, tag.where))
    problems += [loi.not_closed(group[0].word, group[0].where) for group in open_groups]
