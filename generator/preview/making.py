"""One case of a template set: the finished document and its problems, from the files as saved."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator import readers, the_thuc
from generator.batch.loi import unexpected
from generator.batch.project import read_project
from generator.bieu_mau import select
from generator.files import DATA, REGISTER, read_bytes
from generator.period import Ky
from generator.pipeline import Source, Workshop
from generator.preview.sample import Case, bare, longest_unit, optional_names, sample
from generator.problem import Severity, Stopped
from generator.validate import read_choice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.bieu_mau import BoBieuMau
    from generator.bo_mau import BoMau
    from generator.files import Folder
    from generator.preview.sample import Sample
    from generator.problem import Problem
    from generator.raw import RawMap

_YEAR: Final = 2022  # of a sample without data and forms: any year in which units exist
# -- warnings on made-up figures say nothing of the template --
_OF_TEMPLATES: Final = ("MA-", "TT-", "HT-")


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
        self._workshop = Workshop(self._project)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The content of every text and template by the name that problems call it by."""
        text = self._folder.narrative_beside(self._data) if self._data else None
        return {**self._project.files, **({text[1]: text[0]} if text else {})}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What each row of the forms is called, by the path of its value in the data."""
        forms = self._forms(readers.read(*self._base()))
        return {
            f"bieu_mau.{form.so}.{row.ma}": row.nhan
            for form in (forms.bieu_mau if forms else ())
            for row in form.chi_tieu
        }

    def make(self, case: Case) -> Draft:
        """Return the document of `case`, or why there is none; never raises."""
        try:
            made = self._workshop.make(self._source(case))
        except Stopped as stopped:
            return Draft(blob=None, problems=stopped.problems)
        except Exception as error:  # the last net: a fault of ours must not end the preview
            return Draft(blob=None, problems=(unexpected(error, self._bo_mau),))
        found = (*made.warnings, *the_thuc.remarks(made.blob, ""))
        return Draft(
            blob=made.blob,
            problems=tuple(one for one in found if case is Case.REAL or _of_template(one)),
        )

    def _source(self, case: Case) -> Source:
        blob, name = self._base()
        if case is Case.REAL and self._data:
            return Source(
                blob=blob,
                name=name,
                narrative=self._folder.narrative_beside(self._data),
                beside=self._folder.reader_beside(self._data),
                earlier=self._folder.report_of,
            )
        made = self._sample(case, readers.read(blob, name))
        # -- samples of earlier periods are like this one, so that comparisons are printed, too --
        return Source(
            blob=made.on(),
            name="dữ liệu mẫu.yaml",
            beside=self._folder.reader_beside(self._data or self._folder.root / DATA / "x"),
            earlier=lambda ky, _: None if case is Case.NONE else (made.on(ky), "kỳ trước.yaml"),
        )

    def _sample(self, case: Case, raw: RawMap) -> Sample:
        choice = read_choice(raw)
        day = choice.ky.den_ngay if choice.ky else None
        unit = self._workshop.danh_muc.get(choice.don_vi, day) if day else None
        longest = longest_unit(self._workshop.danh_muc, unit, day) if unit and day else ""
        return sample(
            case,
            raw,
            self._forms(raw),
            unit=longest if case is Case.MANY else "",
            optional=optional_names(self._template_text()),
        )

    def _forms(self, raw: RawMap) -> BoBieuMau | None:
        choice = read_choice(raw)
        bo_mau = self._workshop.bo_mau(self._bo_mau)
        if not choice.bo_bieu_mau:
            return self._workshop.form_set(bo_mau, choice.ky) if choice.ky else None
        every = self._workshop.form_sets(choice.bo_bieu_mau)
        return next((one for one in every if one.ten == choice.bo_bieu_mau), None)

    def _template_text(self) -> str:
        bo_mau = self._workshop.bo_mau(self._bo_mau)
        blob, name = self._project.template_file(bo_mau.ten, bo_mau.mau)
        words = "\n".join(block.text for block in the_thuc.read(blob, name))
        if not bo_mau.de_cuong:
            return words
        outline, _ = self._project.template_file(bo_mau.ten, bo_mau.de_cuong)
        return words + outline.decode(errors="replace")

    def _base(self) -> tuple[bytes, str]:
        """Return the data file that samples are made from; the least there can be without one."""
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
    """Return the fullest data file of a template set, None where there is none."""
    found = []
    for path in sorted((folder.root / DATA).rglob("*")):
        if path.suffix in readers.suffixes() and path.is_file() and path.parent.name != REGISTER:
            try:
                raw = readers.read(read_bytes(path), path.name)
            except Stopped:
                continue
            if read_choice(raw).bo_mau == bo_mau:
                found.append((len(read_bytes(path)), path))
    return max(found)[1] if found else None


def _of_template(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR or problem.code.startswith(_OF_TEMPLATES)
