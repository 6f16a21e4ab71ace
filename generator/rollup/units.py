"""The units' data files: which can be added up, which cannot and why, and who has not reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from generator import readers
from generator.don_vi import TEN_CAP, Cap
from generator.problem import Severity, Stopped
from generator.rollup import faults
from generator.validate import read_choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.don_vi import DanhMuc, DonVi
    from generator.period import Ky
    from generator.pipeline import Workshop
    from generator.problem import Problem
    from generator.report import Report, Row


class File(Struct, frozen=True):
    """A data file: its content, and the name that problems call it by."""

    blob: bytes
    name: str


class Unit(Struct, frozen=True, kw_only=True):
    """A unit that has reported: its report, the file it came in, its rows by concept."""

    don_vi: DonVi
    report: Report
    file: str
    rows: Mapping[str, Row]

    @property
    def ten(self) -> str:
        """What the unit is called among the others of its parent."""
        return name_of(self.don_vi)


class Coverage(Struct, frozen=True, kw_only=True):
    """Who was to report, and who did; `faulty` are the codes of units whose file is not usable.

    `silent` are the parent's other units: of their levels nobody sent a file. All in the order of
    the register.
    """

    expected: tuple[DonVi, ...]
    reported: tuple[Unit, ...]
    faulty: frozenset[str] = frozenset()
    silent: tuple[DonVi, ...] = ()

    @property
    def missing(self) -> tuple[DonVi, ...]:
        """The units whose figures are not in the totals."""
        there = {unit.don_vi.ma for unit in self.reported}
        return tuple(one for one in self.expected if one.ma not in there)

    @property
    def levels(self) -> tuple[Cap, ...]:
        """The levels that were to report, the highest first."""
        there = {one.cap for one in self.expected}
        return tuple(cap for cap in Cap if cap in there)


def level_name(cap: Cap) -> str:
    """Return what a level is called: `cấp huyện`."""
    return f"cấp {TEN_CAP[cap]}"


def name_of(unit: DonVi) -> str:
    """Return what tells a unit from its siblings: `huyện Xuân Lộc`, `Sở Nội vụ`.

    The register's own `ten` ("UBND huyện") does so for departments only.
    """
    return unit.ten if unit.cap is Cap.SO else f"{unit.loai} {unit.dia_danh}"


def read_units(
    files: Iterable[File], parent: DonVi, ky: Ky, workshop: Workshop
) -> tuple[Coverage, tuple[Problem, ...]]:
    """Return the units that have reported on `ky`, and what is wrong with the files of others.

    A file with errors, of another period or of a unit that is no child of `parent` is left out with
    its problems (DL-111 ... DL-114, or the file's own), and so are two files of one unit (DL-110):
    nobody knows which of them counts. A file that is called by another name than its unit's is
    added up, with a warning (DL-128). Expected are the children of `parent` on the last day of the
    period, of the levels that sent a file; all of them where nobody did.

    Raises Stopped for a parent without children (DL-121).
    """
    children = _children(parent, ky, workshop.danh_muc)
    read = [_read(file, ky, workshop) for file in sorted(files, key=lambda f: f.name)]
    judged = [_judged(one, parent.ma, ky, children) for one in read]
    claims: dict[str, list[_Read]] = {}
    for one in judged:
        if one.ky == ky:
            claims.setdefault(one.code, []).append(one)
    units = {
        code: _unit(children[code], files[0], files[0].report)
        for code, files in claims.items()
        if files[0].report and len(files) == 1
    }
    problems = [problem for one in judged for problem in one.problems]
    named = _called_otherwise(units.values())
    return _coverage(children, claims, units), (*problems, *_twice(claims), *named)


def _unit(one: DonVi, read: _Read, report: Report) -> Unit:
    return Unit(don_vi=one, report=report, file=read.name, rows=report.by_concept())


class _Read(NamedTuple):
    """One file: whose and of when it says it is, and its report unless there are problems."""

    name: str
    code: str
    ky: Ky | None
    report: Report | None
    problems: tuple[Problem, ...] = ()


def _children(parent: DonVi, ky: Ky, danh_muc: DanhMuc) -> dict[str, DonVi]:
    children = {one.ma: one for one in danh_muc.children(parent.ma, ky.den_ngay)}
    if not children:
        raise Stopped([faults.no_children(parent.day_du, ky)])
    return children


def _read(file: File, ky: Ky, workshop: Workshop) -> _Read:
    """Return the report in a file, or its errors; warnings are shown when it is rendered.

    What cannot be read at all is taken for what its name says, on the period asked for.
    """
    try:
        report = workshop.read(file.blob, file.name)[0]
    except Stopped as stopped:
        errors = tuple(p for p in stopped.problems if p.severity is Severity.ERROR)
        code, period = _claimed(file, ky)
        return _Read(file.name, code, period, None, errors)
    return _Read(file.name, report.don_vi.ma, report.ky, report)


def _claimed(file: File, ky: Ky) -> tuple[str, Ky | None]:
    try:
        choice = read_choice(readers.read(file.blob, file.name))
    except Stopped:
        return file.name.rpartition("/")[2].partition(".")[0], ky
    return choice.don_vi, choice.ky or ky


def _judged(read: _Read, parent: str, ky: Ky, children: Mapping[str, DonVi]) -> _Read:
    """Return a file without its report, and why, where the report does not belong here."""
    wrong = None
    if read.report is None:
        return read
    if read.ky != ky:
        wrong = faults.other_period(read.name, read.report.ky, ky)
    elif read.code == parent:
        wrong = faults.parent_itself(read.name, parent)
    elif read.code not in children:
        wrong = faults.no_child(read.name, read.code, parent, children)
    elif not read.report.bieu_mau:
        wrong = faults.no_forms(read.name, read.report.bo_mau)
    return read._replace(report=None, problems=(wrong,)) if wrong else read


def _twice(claims: Mapping[str, Sequence[_Read]]) -> Iterator[Problem]:
    """Say at each file of a unit with several that none of them is used."""
    for code, files in claims.items():
        names = [file.name for file in files]
        if len(names) > 1:
            yield from (faults.twice(name, code, names) for name in names)


def _called_otherwise(units: Iterable[Unit]) -> Iterator[Problem]:
    for unit in units:
        stem = unit.file.rpartition("/")[2].rpartition(".")[0]
        if stem != unit.don_vi.ma:
            yield faults.other_name(unit.file, stem, unit.don_vi.ma)


def _coverage(
    children: Mapping[str, DonVi], claims: Mapping[str, object], units: Mapping[str, Unit]
) -> Coverage:
    levels = {one.cap for code, one in children.items() if code in claims}
    expected = tuple(one for one in children.values() if not levels or one.cap in levels)
    return Coverage(
        expected=expected,
        reported=tuple(units[one.ma] for one in expected if one.ma in units),
        faulty=frozenset(code for code in claims if code in children and code not in units),
        silent=tuple(one for one in children.values() if one not in expected),
    )
