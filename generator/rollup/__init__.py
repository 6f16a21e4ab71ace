"""Units' reports -> the parent's own data file, with a trace of every number.

A total is over the units whose files are good. Who is missing is said beside it, in the file and in
its table of units; a file that cannot be used never stops the others. Nothing is printed here: the
result is a data file as any other, which a person completes and `baocao render` makes a report of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.new import begin, last_report, resolve
from generator.noi_nhan import NoiNhan
from generator.pipeline import Workshop
from generator.problem import Message, Stopped, Where
from generator.rollup import faults
from generator.rollup.adding import add_up
from generator.rollup.data_file import data_file, is_as_written, renewed
from generator.rollup.naming import coverage_said, partly_blank, ratios_left_blank, unmatched
from generator.rollup.table import find, table_concepts, table_lines, totals_of_units
from generator.rollup.trace import explain, trace_rows
from generator.rollup.units import Coverage, File, read_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.new import Asked
    from generator.pipeline import Library
    from generator.problem import Problem
    from generator.rollup.adding import Totals

__all__ = ["File", "Order", "RolledUp", "faults", "is_as_written", "renewed", "roll_up"]


_TO_FILL_IN = "……"


class Order(Struct, frozen=True, kw_only=True):
    """What is asked for, as words of a command line: the parent, the period, its template set."""

    don_vi: str
    ky: str
    bo_mau: str


class RolledUp(Struct, frozen=True, kw_only=True):
    """The parent's data file `blob`, where its numbers come from, and what a person should know.

    `totals` stand in the parent's form set, `of_units` in the units' own; `columns` are the
    concepts of the table of units. `problems` are the errors of files that were left out, and
    warnings; `notes` say what is so by the nature of the forms and calls for no mending.
    """

    blob: bytes
    asked: Asked
    totals: Totals
    of_units: tuple[Totals, ...]
    columns: tuple[str, ...]
    coverage: Coverage
    problems: tuple[Problem, ...]
    notes: tuple[Message, ...]

    def trace(self) -> bytes:
        """Return the workbook that says where every number comes from."""
        # -- openpyxl is slow to import: not before there is something to write --
        from generator.excel.trace_book import trace_book  # noqa: PLC0415

        ky, name = self.asked.ky, self.asked.don_vi.day_du
        columns = [find(concept, self.of_units) for concept in self.columns]
        rows = trace_rows(self.totals, [total for total in columns if total])
        return trace_book(rows, title=f"Nguồn số liệu kỳ {ky} của {name}", day=ky.den_ngay)

    def explain(self, name: str) -> list[str]:
        """Return the lines on one indicator, by concept or `3:3.2.1`. Raises Stopped (DL-124)."""
        lines = explain(name, (self.totals, *self.of_units))
        if not lines:
            raise Stopped([faults.unknown_concept(name, self._concepts())])
        return lines

    def _concepts(self) -> list[str]:
        every = (self.totals, *self.of_units)
        return [total.row.khai_niem for one in every for total in one.by_ref.values()]


def roll_up(files: Iterable[File], order: Order, library: Library) -> RolledUp:
    """Return the parent's data file made from the units' `files`, in whatever order they come.

    Raises Stopped for an order that makes no sense, and DL-119 with the problems of all files where
    none can be used.
    """
    workshop = Workshop(library)
    asked = resolve(order.don_vi, order.ky, order.bo_mau, workshop.shelf())
    if asked.bo_bieu_mau is None:
        raise Stopped([faults.no_form_set(asked.bo_mau.ten, asked.ky)])
    coverage, problems = read_units(files, asked.don_vi, asked.ky, workshop)
    said = coverage_said(coverage)
    if not coverage.reported:
        raise Stopped([*problems, faults.nobody(said)])
    silent = frozenset(one.cap for one in coverage.silent)
    totals = add_up(asked.bo_bieu_mau, coverage.reported, silent)
    of_units = totals_of_units(coverage.reported)
    columns = table_concepts(asked.bo_mau.tong_hop, of_units)
    last = last_report(asked.don_vi.ma, asked.ky, library.report_of, workshop.read)
    start = begin(asked, last.report)
    notes = [said, *unmatched(totals, coverage.reported)]
    if not start.noi_nhan:  # a report must have some
        start = replace(start, noi_nhan=(NoiNhan(dong=(_TO_FILL_IN,)),))
    table = table_lines(columns, coverage, of_units)
    found = (
        *problems,
        *last.warnings,
        *_unknown_columns(asked, columns, of_units, library),
        *((faults.not_reported(said),) if coverage.missing else ()),
        *partly_blank(totals, coverage.reported),
        *ratios_left_blank(totals),
    )
    return RolledUp(
        blob=data_file(start, totals, coverage, table, [note.vi for note in notes]),
        asked=asked,
        totals=totals,
        of_units=of_units,
        columns=columns,
        coverage=coverage,
        problems=found,
        notes=tuple(notes),
    )


def _unknown_columns(
    asked: Asked, columns: Iterable[str], of_units: Sequence[Totals], library: Library
) -> Iterator[Problem]:
    name = library.template_file(asked.bo_mau.ten, "bo-mau.yaml")[1]
    known = [total.row.khai_niem for one in of_units for total in one.by_ref.values()]
    for concept in columns:
        if concept not in known:
            yield faults.unknown_column(concept, Where(file=name, path="tong_hop"), known)
