"""What a rule sees: one report, its earlier reports, the finished text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from generator.checks.cited import documents
from generator.checks.evaluate import cases
from generator.checks.formulas import compared_rows, has_formula
from generator.problem import Where
from generator.report import FreeLeaf
from generator.workbook_layout import form_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from decimal import Decimal

    from generator.bieu_mau import ChiTieu, Ref
    from generator.checks.cited import Citation
    from generator.checks.evaluate import Case
    from generator.checks.formulas import Compared
    from generator.checks.text import Text
    from generator.period import Ky
    from generator.problem import Problem, Severity
    from generator.rang_buoc import RangBuoc
    from generator.report import Free, Report, Row


class Rule(Protocol):
    """A rule: a module with a code, a severity, its manual as docstring, and `check`."""

    CODE: str
    SEVERITY: Severity

    def check(self, view: View) -> Iterable[Problem]:
        """Return what breaks the rule."""


def no_earlier(_period: Ky) -> None:
    """Stand in for the earlier reports where there are none to look at."""


class View(Struct, frozen=True, kw_only=True, dict=True):
    """One report as rules see it.

    `earlier` returns the unit's report of another period, None where there is none. `rang_buoc`
    are the constraints of the template set; those of the form set and of the data file are in the
    report. `text` are the finished words, None where they are not known. What several rules need is
    worked out once (`rows`, `concepts`).
    """

    report: Report
    earlier: Callable[[Ky], Report | None] = no_earlier
    rang_buoc: tuple[RangBuoc, ...] = ()
    text: Text | None = None

    @cached_property
    def rows(self) -> Mapping[Ref, Row]:
        """Every row of every form, headings included, in the order of print."""
        return {row.chi_tieu.ref: row for form in self.report.bieu_mau for row in form.rows}

    def rows_of(self, test: Callable[[ChiTieu], object]) -> Iterator[Row]:
        """Return the rows whose indicator passes `test`, see `BoBieuMau.refs_of`."""
        forms = self.report.bo_bieu_mau
        return (self.rows[ref] for ref in (forms.refs_of(test) if forms else ()))

    def row_of(self, concept: str) -> Row | None:
        """Return the row of an indicator by the name of its concept, None where there is none."""
        forms = self.report.bo_bieu_mau
        ref = forms.concepts.get(concept) if forms else None
        return self.rows[ref] if ref else None

    def place_of(self, row: Row) -> Where:
        """Return the place of a row in the data; of one that is not stated there, where it belongs.

        A row that is computed or left out stands nowhere but in its form set, which is not the
        clerk's to look into.
        """
        if row.where.file != row.chi_tieu.where.file:
            return row.where
        data, (form, code) = self.report.where, row.chi_tieu.ref
        sheet = form_sheet(form) if data.sheet else ""
        return Where(file=data.file, sheet=sheet, path=f"bieu_mau.{form}.{code}")

    @cached_property
    def concepts(self) -> Mapping[str, Row]:
        """The rows with a value by the name of their concept."""
        return self.report.by_concept()

    @cached_property
    def free(self) -> tuple[FreeLeaf, ...]:
        """Every free figure, date and text, from all depths."""
        return tuple(_leaves(self.report.so_lieu))

    @cached_property
    def documents(self) -> tuple[Citation, ...]:
        """The documents of the data, and those that only the text names."""
        return documents(self.report.van_ban, self.text.citations if self.text else ())

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """The rows that state what a formula gives, operands given."""
        return tuple(compared_rows(self.rows_of(has_formula), self.rows))

    @cached_property
    def constraints(self) -> tuple[RangBuoc, ...]:
        """All constraints on this report: of its form set, its template set and its own."""
        forms = self.report.bo_bieu_mau
        return (*(forms.rang_buoc if forms else ()), *self.rang_buoc, *self.report.rang_buoc)

    @cached_property
    def lists(self) -> dict[tuple[str, str, str, int], Decimal | None]:
        """Sums and lengths of lists that constraints have asked for, see `evaluate`."""
        return {}

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Every constraint on every entry it speaks of, its sides worked out."""
        return tuple(cases(self))


def _leaves(group: Free) -> Iterator[FreeLeaf]:
    if isinstance(group, FreeLeaf):
        yield group
        return
    for entry in group if isinstance(group, tuple) else group.values():
        yield from _leaves(entry)
