"""Are the documents of a folder exactly what their data and templates give now? If not, why not.

Every document is made again, in memory, and held against the file. Of those that `baocao render`
made no manifest tells: they are made from the data file of their name and period.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.batch import loi
from generator.batch.desk import changed, digest, digest_of
from generator.batch.manifest import NAME, Manifest
from generator.batch.place import is_unit, ky_of
from generator.batch.processes import prepare
from generator.batch.work import Task
from generator.files import Folder, is_aside, read_bytes
from generator.problem import Severity, Stopped, has_errors
from generator.word.own_hand import is_in_own_hand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.batch.manifest import Entry
    from generator.batch.processes import Setting
    from generator.batch.run import Crew
    from generator.batch.work import Done
    from generator.problem import Problem


class Verdict(StrEnum):
    """What was found out about a document; the first that fits."""

    EXACT = "exact"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    FAILED = "failed"
    EDITED = "edited"
    DATA_CHANGED = "data changed"
    TEMPLATE_CHANGED = "template changed"
    PROGRAM_CHANGED = "program changed"
    OUTDATED = "outdated"
    UNKNOWN = "unknown"
    PDF_CHANGED = "pdf changed"


class Finding(Struct, frozen=True, kw_only=True):
    """The verdict on one document; `files` are those that have changed since it was made."""

    document: str
    verdict: Verdict
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def results_in(folder: Path) -> list[Path]:
    """Return the folders with a manifest or documents, `folder` or below. Raises Stopped for none.

    Documents alone count where their folder is called by a period: only there it is known what they
    should be made from.
    """
    found = {path.parent for path in folder.rglob(NAME)}
    found |= {path.parent for path in _documents(folder.rglob("*.docx")) if ky_of(path.parent)}
    if not found:
        raise Stopped([loi.no_manifest(str(folder))])
    return sorted(found)


def verify(
    out: Path, root: Path, choose: Callable[[Setting], Crew], locale: str = "vi"
) -> Iterator[Finding]:
    """Yield a finding on every document in `out`, and on one that is gone while its data stand.

    `root` is the project's folder; `choose` picks who makes the documents again; `locale` is that
    of documents without entry, which do not tell how their numbers were written. Raises Stopped
    where the manifest cannot be read, or the project is unusable as a whole.
    """
    manifest = Manifest(out)
    if manifest.problem:
        raise Stopped([replace(manifest.problem, severity=Severity.ERROR)])
    known = {
        unit: entry
        for unit, entry in manifest.units.items()
        if is_unit(unit) and not _is_withdrawn(out / f"{unit}.docx", root / entry.data)
    }
    unknown = [path for path in _documents(out.glob("*.docx")) if path.stem not in known]
    yield from _without_entry(unknown, root, choose, locale)
    for (own, folder), units in _alike(known):
        setting = prepare(root, root / folder, own)
        judge = _Judge(out, manifest, setting)
        crew = choose(setting)
        for done in crew([Task(unit=unit, data=known[unit].data) for unit in units]):
            yield judge.document(done, known[done.unit])
            yield from judge.pdf(done.unit, known[done.unit])


def _documents(paths: Iterable[Path]) -> list[Path]:
    return [path for path in sorted(paths) if not is_aside(path.name)]


def _is_withdrawn(document: Path, data: Path) -> bool:
    """Tell whether somebody took away a unit's data and its document, both."""
    return not document.exists() and not data.exists()


def _without_entry(
    documents: Iterable[Path], root: Path, choose: Callable[[Setting], Crew], locale: str
) -> Iterator[Finding]:
    """Yield a finding on documents without entry: `baocao render` may have made them."""
    tasks, there = [], {}
    for path in documents:
        ky = ky_of(path.parent)
        found = Folder(root).report_of(ky, path.stem) if ky else None
        if found is None:
            yield Finding(document=path.name, verdict=Verdict.UNKNOWN)
        else:
            there[path.stem] = path
            tasks.append(Task(unit=path.stem, data=found[1], ky=str(ky)))
    if tasks:
        setting = prepare(root, (root / tasks[0].data).parent, locale)
        for done in choose(setting)(tasks):
            yield _rendered(there[done.unit], done)


def _rendered(path: Path, done: Done) -> Finding:
    blob, name = read_bytes(path), path.name
    if done.blob == blob:
        return Finding(document=name, verdict=Verdict.EXACT)
    if not is_in_own_hand(blob):
        return Finding(document=name, verdict=Verdict.EDITED)
    if has_errors(done.problems):
        return Finding(document=name, verdict=Verdict.FAILED, problems=done.problems)
    return Finding(document=name, verdict=Verdict.OUTDATED)


def _alike(known: dict[str, Entry]) -> Iterable[tuple[tuple[str, str], list[str]]]:
    """Group units whose documents are made in one go: same locale, same data folder."""

    def key(unit: str) -> tuple[str, str]:
        entry = known[unit]
        return entry.locale, Path(entry.data).parent.as_posix()

    for which, units in groupby(sorted(known, key=key), key):
        yield which, list(units)


class _Judge:
    """Compares what is with what would be made now."""

    def __init__(self, out: Path, manifest: Manifest, setting: Setting) -> None:
        self._out, self._manifest, self._setting = out, manifest, setting

    def document(self, done: Done, entry: Entry) -> Finding:
        """Return the finding on a unit's document."""
        name = f"{done.unit}.docx"
        path = self._out / name
        if not path.exists():
            return Finding(document=name, verdict=Verdict.MISSING)
        try:
            there = digest(read_bytes(path))
        except Stopped as stopped:
            return Finding(document=name, verdict=Verdict.UNREADABLE, problems=stopped.problems)
        if digest(done.blob) == there:
            return Finding(document=name, verdict=Verdict.EXACT)
        return self._other(name, there, done, entry)

    def _other(self, name: str, there: str | None, done: Done, entry: Entry) -> Finding:
        """Return why a document is not the one that would be made now."""
        data = changed(entry.inputs, self._setting.disk)
        if there != entry.sha256:
            return Finding(document=name, verdict=Verdict.EDITED, files=tuple(data))
        if has_errors(done.problems):
            problems = done.problems
            return Finding(
                document=name, verdict=Verdict.FAILED, files=tuple(data), problems=problems
            )
        if data:
            return Finding(document=name, verdict=Verdict.DATA_CHANGED, files=tuple(data))
        return self._why(name, done, entry)

    def pdf(self, unit: str, entry: Entry) -> Iterator[Finding]:
        """Yield a finding on the PDF of a document, if it is not as it was made from it."""
        if entry.pdf is None:
            return
        name = f"{unit}.pdf"
        there = digest_of(self._out / name)
        if there is None:
            yield Finding(document=name, verdict=Verdict.MISSING)
        elif there != entry.pdf.sha256 or entry.pdf.of != digest_of(self._out / f"{unit}.docx"):
            yield Finding(document=name, verdict=Verdict.PDF_CHANGED)

    def _why(self, name: str, done: Done, entry: Entry) -> Finding:
        """Return why a document is another one now, though its own data are what they were."""
        before = self._manifest.shared_of(entry)
        now = self._setting.project.behind(done.template_set)
        names = sorted(before.keys() | now.keys())
        files = tuple(one for one in names if before.get(one) != now.get(one))
        verdict = Verdict.TEMPLATE_CHANGED if files else Verdict.PROGRAM_CHANGED
        return Finding(document=name, verdict=verdict, files=files)
