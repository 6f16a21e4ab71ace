"""Data files that `baocao check` looks at, in this process or, where there are many, in several."""

from __future__ import annotations

import os
from contextlib import closing
from functools import cached_property
from pathlib import Path  # noqa: TC003  # msgspec reads annotations
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.batch import loi, processes
from generator.batch.place import is_in_place, why_refused
from generator.batch.work import Done, Task, noted
from generator.files import Folder, find_root, misnamed_texts, read_bytes
from generator.pipeline import Source, Workshop
from generator.problem import Stopped

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from generator.pipeline import Checked
    from generator.problem import Problem

# So many files are looked at before other processes have started.
_FEW: Final = 50


class File(Struct, frozen=True):
    """A data file of the project at `root`; `of_folder`: its whole folder was asked for."""

    path: Path
    root: Path
    of_folder: bool


class Looking(Struct, frozen=True):
    """What is looked at: all `files`, their words, too, or (without `words`) data and figures."""

    files: tuple[File, ...]
    words: bool

    def bench(self) -> _Looker:
        """Return who looks at files, in a process of its own."""
        return _Looker(self)

    def results(self, jobs: int | None) -> Iterator[tuple[str, Sequence[Problem], int]]:
        """Yield each file with what is wrong with it, and how many warnings were accepted.

        They come in the order of the files. `jobs` is the number of processes, None for as many as
        pay.
        """
        folders = {root: Folder(root) for root in {file.root for file in self.files}}
        names = [folders[file.root].display(file.path) for file in self.files]
        tasks = [Task(unit=str(number), data=name) for number, name in enumerate(names)]
        jobs = jobs or (1 if len(tasks) <= _FEW else os.cpu_count() or 1)
        with closing(self._done(tasks, jobs)) as done:
            for name, one in zip(names, _in_order(done), strict=True):
                yield name, one.problems, len(one.accepted)

    def _done(self, tasks: Iterable[Task], jobs: int) -> Generator[Done, None, None]:
        if jobs == 1:
            yield from processes.alone(self, tasks)
        else:
            yield from processes.in_processes(self, tasks, jobs)


def listed(paths: Iterable[tuple[Path, bool]]) -> tuple[File, ...]:
    """Return files with the projects they belong to. Raises Stopped as `find_root` does."""
    roots: dict[Path, Path] = {}
    found = []
    for path, of_folder in paths:
        if path.parent not in roots:
            roots[path.parent] = find_root(path.parent, shipped=True)
        found.append(File(path, roots[path.parent], of_folder))
    return tuple(found)


def _in_order(results: Iterable[Done]) -> Iterator[Done]:
    """Yield results by their number, as soon as those before are there."""
    waiting: dict[int, Done] = {}
    following = 0
    for one in results:
        waiting[int(one.unit)] = one
        while following in waiting:
            yield waiting.pop(following)
            following += 1


class _Looker:
    """Looks at one file after the other."""

    def __init__(self, looking: Looking) -> None:
        self._looking = looking
        self._projects: dict[Path, _Project] = {}

    def make(self, task: Task) -> Done:
        """Return what is wrong with a file; never raises."""
        file = self._looking.files[int(task.unit)]
        if file.root not in self._projects:
            self._projects[file.root] = _Project(file.root)
        project = self._projects[file.root]
        try:
            problems, checked = project.look_at(file, words=self._looking.words)
        except Exception as error:  # a fault of ours: told of this file, and the others go on
            return Done(unit=task.unit, problems=(loi.unexpected(error, task.data),))
        accepted = checked.accepted if checked else ()
        return Done(unit=task.unit, problems=problems, accepted=tuple(map(noted, accepted)))


class _Project:
    """The folder of a project, and what its reports share."""

    def __init__(self, root: Path) -> None:
        self._folder = Folder(root)

    @cached_property
    def _workshop(self) -> Workshop:
        return Workshop(self._folder)

    def look_at(self, file: File, *, words: bool) -> tuple[tuple[Problem, ...], Checked | None]:
        """Return all problems of a file, and what its report says if it can be read."""
        folder, path = self._folder, file.path
        checked = None
        try:
            checked = self._workshop.check(self._source(path), words=words)
            problems = checked.shown
        except Stopped as stopped:
            problems = tuple(stopped.problems)
        if file.of_folder or is_in_place(path, folder):
            report = checked.report if checked else None
            problems = (*why_refused(path, folder, report), *problems)
        return (*misnamed_texts(path, folder), *problems), checked

    def _source(self, path: Path) -> Source:
        name = self._folder.display(path)
        return Source(
            blob=read_bytes(path, name),
            name=name,
            narrative=self._folder.narrative_beside(path),
            beside=self._folder.reader_beside(path),
        )
