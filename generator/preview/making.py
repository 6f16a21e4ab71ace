"""One case of a template set: the finished document and its problems, from the files as saved."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator import readers
from generator.batch.loi import unexpected
from generator.batch.project import read_project
from generator.bieu_mau import select
from generator.files import DATA, REGISTER, SAMPLE, TEMPLATES, read_bytes
from generator.period import Ky
from generator.pipeline import Source
from generator.preview.choices import Choices, with_missing, with_picks, without
from generator.preview.follow import FollowedWorkshop, Follower
from generator.preview.sample import bare, longest_unit, sample
from generator.preview.values import Case
from generator.problem import Severity, Stopped
from generator.validate import read_choice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.bieu_mau import BoBieuMau
    from generator.bo_mau import BoMau
    from generator.files import Folder
    from generator.preview.choices import Picks
    from generator.preview.sample import Sample
    from generator.preview.search import Taken
    from generator.problem import Problem
    from generator.raw import RawMap

_YEAR: Final = 2022  # of a sample without data and forms: any year in which units exist
# -- warnings on made-up figures say nothing of the template --
_OF_TEMPLATES: Final = ("MA-", "TT-", "HT-")
# -- what a sample leaves out of its own: the signer's name, the line TM. --
_LEFT_OUT: Final = {Case.NONE: "TT-025", Case.ONE: "TT-019"}


class Draft(Struct, frozen=True, kw_only=True):
    """What became of one case: the document, None where an error stopped it, and all problems."""

    blob: bytes | None
    problems: tuple[Problem, ...]


class Making:
    """Makes the cases of one template set from its files as they are now."""

    def __init__(self, folder: Folder, bo_mau: str, data: Path | None) -> None:
        """Read what cases share. Raises Stopped where a file cannot be read."""
        self._folder, self._bo_mau, self._data = folder, bo_mau, data
        self._project = read_project(folder.root)
        self.follower = Follower()
        self._workshop = FollowedWorkshop(self._project, self.follower)
        self.plain = cache(self._plain)
        """Returns the sample of a case with all that the template names. Raises Stopped."""

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The content of every text and template by the name that problems call it by."""
        text = self._folder.narrative_beside(self._data) if self._data else None
        return {**self._project.files, **({text[1]: text[0]} if text else {})}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What each row of the forms is called, by the path of its value in the data."""
        try:
            forms = self._forms(self._raw)
        except Stopped:  # what is wrong with the files is among the problems of every case
            return {}
        return {
            f"bieu_mau.{form.so}.{row.ma}": row.nhan
            for form in (forms.bieu_mau if forms else ())
            for row in form.chi_tieu
        }

    def make(self, case: Case, picks: Picks | None = None) -> Draft:
        """Return the document of `case`, or why there is none; never raises.

        `picks` are what the sample has instead of its own values.
        """
        try:
            source = replace(self.source(case, picks), document=f"{self._bo_mau}.docx")
            made = self._workshop.make(source)
        except Stopped as stopped:
            return Draft(blob=None, problems=stopped.problems)
        except Exception as error:  # the last net: a fault of ours must not end the preview
            return Draft(blob=None, problems=(unexpected(error, self._bo_mau),))
        return Draft(
            blob=made.blob,
            problems=tuple(
                one for one in made.warnings if case is Case.REAL or _of_template(one, case)
            ),
        )

    def way(self, case: Case, picks: Picks | None = None) -> Taken | None:
        """Return which way the report of a case goes, None where there is none."""
        self.follower.begin()
        try:
            self._workshop.make(self.source(case, picks))
        except Exception:  # `make` tells what it is
            return None
        return self.follower.taken()

    @cached_property
    def choices(self) -> Choices:
        """What of the sample data may be chosen."""
        return Choices(self.plain(Case.MANY).tree, self._forms(self._raw))

    def source(self, case: Case, picks: Picks | None = None) -> Source:
        """Return what the report of a case is made from. Raises Stopped with faulty files."""
        blob, name = self._base
        if case is Case.REAL and self._data:
            return Source(
                blob=blob,
                name=name,
                narrative=self._folder.narrative_beside(self._data),
                beside=self._folder.reader_beside(self._data),
                earlier=self._folder.report_of,
            )
        made = with_picks(self.plain(case), picks or {})
        return Source(
            blob=made.on(),
            name="dữ liệu mẫu.yaml",
            beside=self._folder.reader_beside(self._data or self._folder.root / DATA / "x"),
            earlier=lambda ky, _: (found, "kỳ trước.yaml") if (found := made.before(ky)) else None,
        )

    def _plain(self, case: Case) -> Sample:
        self._workshop.prepare(self._bo_mau)
        made = sample(case, self._raw, self._forms(self._raw), unit=self._unit(case))
        for tree in filter(None, (made.tree, made.earlier)):
            if case is Case.NONE:
                without(tree, self.follower.optional)
            else:
                with_missing(tree, self.follower.used)
        return made

    def _unit(self, case: Case) -> str:
        choice = read_choice(self._raw)
        day = choice.ky.den_ngay if choice.ky else None
        unit = self._workshop.danh_muc.get(choice.don_vi, day) if day else None
        if case is not Case.MANY or unit is None or day is None:
            return ""
        return longest_unit(self._workshop.danh_muc, unit, day)

    def _forms(self, raw: RawMap) -> BoBieuMau | None:
        choice = read_choice(raw)
        bo_mau = self._workshop.bo_mau(self._bo_mau)
        if not choice.bo_bieu_mau:
            return self._workshop.form_set(bo_mau, choice.ky) if choice.ky else None
        every = self._workshop.form_sets(choice.bo_bieu_mau)
        return next((one for one in every if one.ten == choice.bo_bieu_mau), None)

    @cached_property
    def _raw(self) -> RawMap:
        return readers.read(*self._base)

    @cached_property
    def _base(self) -> tuple[bytes, str]:
        """The data file that samples are made from; the least there can be without one."""
        if self._data:
            name = self._folder.display(self._data)
            return read_bytes(self._data, name), name
        return self._bare(self._workshop.bo_mau(self._bo_mau)), "dữ liệu mẫu.yaml"

    def _bare(self, bo_mau: BoMau) -> bytes:
        forms = select(self._workshop.form_sets(""), bo_mau.che_do, bo_mau.cap, None)
        year = forms.tu.year if forms and forms.tu else _YEAR
        units = self._workshop.danh_muc.don_vi
        fitting = [one for one in units if bo_mau.cap in ("", one.cap)] or units
        there = [one for one in fitting if one.exists(Ky.parse(str(year)).ngay_cuoi)] or fitting
        return bare(str(year), there[0].ma if there else "", bo_mau.ten, year)


def find_data(folder: Folder, bo_mau: str) -> Path | None:
    """Return the fullest data file of a template set, else its own sample; None without either."""
    found = []
    for path in sorted((folder.root / DATA).rglob("*")):
        if path.suffix in readers.suffixes() and path.is_file() and path.parent.name != REGISTER:
            try:
                raw = readers.read(read_bytes(path), path.name)
            except Stopped:
                continue
            if read_choice(raw).bo_mau == bo_mau:
                found.append((len(read_bytes(path)), path))
    own = folder.root / TEMPLATES / bo_mau / SAMPLE
    if found or not own.is_file():
        return max(found)[1] if found else None
    return own


def _of_template(problem: Problem, case: Case) -> bool:
    if problem.severity is Severity.ERROR:
        return True
    return problem.code.startswith(_OF_TEMPLATES) and problem.code != _LEFT_OUT.get(case)
