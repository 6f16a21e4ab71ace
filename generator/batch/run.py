"""A batch from plan to documents: what is new is made and written, what is not is left alone."""

from __future__ import annotations

import time
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.batch.desk import changed, digest, digest_of
from generator.batch.manifest import Entry, Manifest, Pdf, key_of
from generator.batch.work import program
from generator.files import clean, flush, keep_edited, write_atomic
from generator.problem import Severity, Stopped, has_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from pathlib import Path

    from generator.batch.office import Converted
    from generator.batch.plan import Plan
    from generator.batch.processes import Setting
    from generator.batch.work import Done, Task
    from generator.problem import Problem

    Crew = Callable[[Iterable[Task]], Iterator[Done]]

# A run that is killed has to make anew what it made since the manifest was last written.
_SECONDS_BETWEEN_SAVES: Final = 2.0


class Status(StrEnum):
    """What became of a unit in a run."""

    DONE = "done"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of one unit: its document, or the problems that stopped it.

    `warnings` counts the warnings of the document, also of one that was made by an earlier run.
    """

    unit: str
    status: Status
    problems: tuple[Problem, ...] = ()
    warnings: int = 0
    document: Path | None = None

    @property
    def causes(self) -> tuple[Problem, ...]:
        """What stopped the unit: its errors or, where they count as such, its warnings alone."""
        if self.status is not Status.FAILED:
            return ()
        return tuple(p for p in self.problems if p.severity is Severity.ERROR) or self.problems

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """The warnings that stopped nothing; of a document of an earlier run they are not known."""
        if self.causes == self.problems:
            return ()
        return tuple(p for p in self.problems if p.severity is Severity.WARNING)


class Order(Struct, frozen=True, kw_only=True):
    """How a batch is to be made: where to, and what counts as done."""

    out: Path
    setting: Setting
    force: bool = False
    strict: bool = False


class Batch:
    """One run. Documents are named after units; nothing else is ever written to `order.out`."""

    def __init__(self, order: Order) -> None:
        """Begin in the state in which earlier runs left the folder."""
        self._order = order
        self.manifest = Manifest(order.out)
        self._behind: dict[str, tuple[str, dict[str, str]]] = {}
        self._unflushed: list[Path] = []

    def run(self, plan: Plan, crew: Crew) -> Generator[Outcome, None, None]:
        """Yield what becomes of each unit of `plan`, as it comes.

        Whatever ends the run, the manifest knows the documents that were written. Raises Stopped
        where the manifest cannot be written, or the crew cannot work at all.
        """
        if self._order.out.is_dir():
            clean(self._order.out)
        for unit, problem in plan.refused:
            yield Outcome(unit=unit, status=Status.FAILED, problems=(problem,))
        tasks = []
        for task in plan.tasks:
            if self._is_up_to_date(task):
                yield self._unchanged(task.unit)
            else:
                tasks.append(task)
        data = {task.unit: task.data for task in tasks}
        saved = time.monotonic()
        try:
            for done in crew(tasks):
                yield self._finish(done, data[done.unit])
                if time.monotonic() - saved > _SECONDS_BETWEEN_SAVES:
                    self._save()
                    saved = time.monotonic()
        finally:
            self._save()

    def stale(self, plan: Plan, failed: Iterable[str]) -> list[Path]:
        """Return the files of earlier runs that do not say what the data and templates now say.

        They are of units of `plan` that `failed`, and of units whose data file is gone.
        """
        tasks, root = {task.unit: task for task in plan.tasks}, self._order.setting.disk.root
        known = self.manifest.units.items()
        gone = [unit for unit, entry in known if not (root / entry.data).exists()]
        units = [unit for unit in failed if not (unit in tasks and self._is_current(tasks[unit]))]
        units += [unit for unit in gone if unit not in tasks and unit not in units]
        files = (path for unit in units for path in (self._path(unit), self._pdf(unit)))
        return [path for path in files if path.is_file()]

    def _save(self) -> None:
        """Write the manifest; what it names is on the disk by then."""
        flush(self._unflushed)
        self._unflushed.clear()
        self.manifest.save()

    def without_pdf(self, units: Iterable[str]) -> list[Path]:
        """Return the documents of `units` whose PDF is not there or not of this document."""
        return [self._path(unit) for unit in units if not self._has_pdf(unit)]

    def add_pdfs(
        self, made: Iterable[Converted]
    ) -> Generator[tuple[str, tuple[Problem, ...]], None, None]:
        """Write PDFs beside their documents; yield each unit with what went wrong."""
        try:
            for converted in made:
                unit = converted.document.stem
                yield unit, self._add_pdf(unit, converted)
        finally:
            self.manifest.save()

    def _add_pdf(self, unit: str, converted: Converted) -> tuple[Problem, ...]:
        if converted.problem:
            return (converted.problem,)
        try:
            write_atomic(self._pdf(unit), converted.pdf)
        except Stopped as stopped:
            return stopped.problems
        entry = self.manifest.units[unit]
        pdf = Pdf(sha256=digest(converted.pdf) or "", of=entry.sha256)
        self.manifest.add(unit, replace(entry, pdf=pdf), self.manifest.shared_of(entry))
        return ()

    def _has_pdf(self, unit: str) -> bool:
        entry = self.manifest.units[unit]
        known = entry.pdf
        return (
            known is not None
            and known.of == entry.sha256
            and digest_of(self._pdf(unit)) == known.sha256
        )

    def _is_up_to_date(self, task: Task) -> bool:
        entry = self.manifest.units.get(task.unit)
        if entry is None or self._order.force or (self._order.strict and entry.warnings):
            return False
        return entry.the_thuc >= self._order.setting.the_thuc and self._is_current(task)

    def _is_current(self, task: Task) -> bool:
        """Tell whether the document that is there is what would be made of the same files now."""
        entry = self.manifest.units.get(task.unit)
        return (
            entry is not None
            and entry.data == task.data
            and entry.program == program()
            and entry.locale == self._order.setting.locale
            and entry.shared in self._known_shared()
            and not changed(entry.inputs, self._order.setting.disk)
            and digest_of(self._path(task.unit)) == entry.sha256
        )

    def _known_shared(self) -> set[str]:
        sets = self._order.setting.project.template_set_names
        return {self._shared(template_set)[0] for template_set in sets}

    def _shared(self, template_set: str) -> tuple[str, dict[str, str]]:
        """Return key and content of the shared files behind the reports of a template set."""
        if template_set not in self._behind:
            behind = self._order.setting.project.behind(template_set)
            self._behind[template_set] = key_of(behind), behind
        return self._behind[template_set]

    def _unchanged(self, unit: str) -> Outcome:
        warnings = self.manifest.units[unit].warnings
        path = self._path(unit)
        return Outcome(unit=unit, status=Status.UNCHANGED, warnings=warnings, document=path)

    def _finish(self, done: Done, data: str) -> Outcome:
        warnings = sum(p.severity is Severity.WARNING for p in done.problems)
        refused = Outcome(unit=done.unit, status=Status.FAILED, problems=done.problems)
        if done.blob is None or has_errors(done.problems) or (self._order.strict and warnings):
            return refused
        path = self._path(done.unit)
        try:
            if not self._order.force and not self._is_of_earlier_run(done.unit):
                keep_edited(path)
            write_atomic(path, done.blob, flushed=False)
            self._unflushed.append(path)
        except Stopped as stopped:
            problems = (*stopped.problems, *done.problems)
            return Outcome(unit=done.unit, status=Status.FAILED, problems=problems)
        key, shared = self._shared(done.template_set)
        entry = Entry(
            data=data,
            sha256=digest(done.blob) or "",
            inputs=dict(sorted(done.inputs.items())),
            shared=key,
            locale=self._order.setting.locale,
            program=program(),
            the_thuc=self._order.setting.the_thuc,
            warnings=warnings,
            accepted=done.accepted,
        )
        self.manifest.add(done.unit, entry, shared)
        return Outcome(
            unit=done.unit,
            status=Status.DONE,
            problems=done.problems,
            warnings=warnings,
            document=path,
        )

    def _is_of_earlier_run(self, unit: str) -> bool:
        entry = self.manifest.units.get(unit)
        return entry is not None and digest_of(self._path(unit)) == entry.sha256

    def _path(self, unit: str) -> Path:
        return self._order.out / f"{unit}.docx"

    def _pdf(self, unit: str) -> Path:
        return self._order.out / f"{unit}.pdf"
