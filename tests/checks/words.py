"""Reports with a few words of their own, to hold the rules on documents and text against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.text import Block, Kind, Sections, Text
from generator.checks.view import View
from generator.problem import Where
from tests.validate import build

if TYPE_CHECKING:
    from generator.checks.view import Rule

_SIGNS = {"#": Kind.HEADING, "-": Kind.ITEM, "|": Kind.CELL, "^": Kind.NOTE}


def text_of(*lines: str) -> Text:
    """Return lines as blocks, line n on line n of a.md.

    `# I. ...` is a heading (as many levels as `#`), `- ...` an item, `| a | b` a row of a table,
    `^ ...` a footnote, anything else a paragraph.
    """
    sections = Sections()
    blocks = []
    row = 0
    for number, line in enumerate(lines, 1):
        kind = _SIGNS.get(line[:1], Kind.PARAGRAPH)
        level = len(line) - len(line.lstrip("#"))
        words = line.lstrip("#^| ")
        if level:
            sections.enter(level, Block(kind=kind, text=words).number)
        where = Where(file="a.md", line=number, path=sections.path)
        cells = words.split(" | ") if kind is Kind.CELL else [words]
        row = row + 1 if kind is Kind.CELL else 0
        blocks += [
            Block(kind=kind, text=cell, level=level, table=1, row=row, column=n, where=where)
            for n, cell in enumerate(cells, 1)
        ]
    return Text(blocks=tuple(blocks))


def view(*lines: str, data: str = "") -> View:
    """Return a report of the small world of `tests.validate.build` with these words.

    `data` goes before the forms of its data file; a line of the head that it repeats is replaced.
    """
    keys = {line.partition(":")[0] for line in data.splitlines() if not line.startswith(" ")}
    head = [line for line in build.HEAD.splitlines() if line.partition(":")[0] not in keys]
    report, _ = build.report("\n".join([*head, data, build.FORMS]))
    return View(report=report, text=text_of(*lines))


def found(rule: Rule, *lines: str, data: str = "") -> list[int | None]:
    """Return the line of every finding of one rule."""
    return [problem.where.line for problem in rule.check(view(*lines, data=data))]


def paths(rule: Rule, *lines: str, data: str = "") -> list[str]:
    """Return the place in the data (or the section) of every finding of one rule."""
    return [problem.where.path for problem in rule.check(view(*lines, data=data))]


def said(rule: Rule, *lines: str, data: str = "") -> str:
    """Return the only thing a rule says, in Vietnamese."""
    (problem,) = rule.check(view(*lines, data=data))
    assert problem.code == rule.CODE
    return problem.message.vi
