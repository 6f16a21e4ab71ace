"""Problems: what is wrong, where, and what to do about it.

Every stage returns or raises problems of this one kind. The only exception of the project is
`Stopped`, which carries all problems a stage found.

Codes are never reused and never renumbered. Their first letters name the stage: `DL` data,
`NQ` consistency of figures, `MA` template, `TT` layout of the document, `HT` system.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable


class Message(NamedTuple):
    """One sentence for the user in Vietnamese and in English."""

    vi: str
    en: str

    def in_language(self, lang: str) -> str:
        """Return the sentence in `lang`: English for `en`, Vietnamese for anything else."""
        return self.en if lang == "en" else self.vi


class Severity(StrEnum):
    """How bad a problem is: errors stop a report, warnings travel with it."""

    ERROR = "error"
    WARNING = "warning"


class Where(Struct, frozen=True, kw_only=True, gc=False):
    """A place a person can find: in a data file, in a workbook or in a Word document.

    All parts are optional; `tag` is the text of a template tag, `item` the element of a loop
    that was being printed, `path` the name of a field inside the data (`bieu_mau.1.2.1`).
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str = ""
    cell: str = ""
    path: str = ""
    part: Message | None = None
    paragraph: int | None = None
    table: int | None = None
    table_row: int | None = None
    table_cell: int | None = None
    tag: str = ""
    item: str = ""

    def describe(self, lang: str = "vi") -> str:
        """Return the place as one line of text, from the file down to the tag."""
        return ", ".join(piece for piece in (self._file(), *self._inside(lang)) if piece)

    def beside(self, lang: str = "vi") -> str:
        """Return the place as another message of the same file names it: `dòng 5`, `Bìa!B7`."""
        if self.line is not None:
            return f"{'line' if lang == 'en' else 'dòng'} {self.line}"
        return replace(self, file="", path="").describe(lang)

    def _file(self) -> str:
        if self.line is None:
            return self.file
        column = f":{self.column}" if self.column is not None else ""
        return f"{self.file}:{self.line}{column}"

    def _inside(self, lang: str) -> list[str]:
        english = lang == "en"
        sheet = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        part = self.part.in_language(lang) if self.part else ""
        numbered = (
            ("table" if english else "bảng", self.table),
            ("row" if english else "hàng", self.table_row),
            ("cell" if english else "ô", self.table_cell),
            ("paragraph" if english else "đoạn", self.paragraph),
        )
        places = [f"{noun} {number}" for noun, number in numbered if number is not None]
        tag = f'"{self.tag}"' if self.tag else ""
        item = f"{'item' if english else 'phần tử'} {self.item}" if self.item else ""
        return [self.path, sheet, part, *places, tag, item]


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that is wrong: a stable code, what, where, and what to do."""

    code: str
    message: Message
    where: Where = field(default_factory=Where)
    hint: Message | None = None
    severity: Severity = Severity.ERROR

    def at(self, **parts: object) -> Problem:
        """Return the same problem with parts of its place filled in by a caller that knows them."""
        return replace(self, where=replace(self.where, **parts))


class Stopped(Exception):  # noqa: N818  # not a fault of ours: the report stopped, and this says why
    """A stage stopped because at least one problem is an error."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Carry `problems`, in the order in which they were found."""
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return every problem on a line of its own."""
        return "\n".join(f"{p.where.describe()}: {p.code} {p.message.vi}" for p in self.problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of one file in its order; those of one place in the order found."""
    return tuple(sorted(problems, key=lambda p: (p.where.line or 0, p.where.column or 0)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of `problems` is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
