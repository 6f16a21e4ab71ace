"""One report of a batch, wherever it is made: a task in, a document or its problems out."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  # what msgspec reads a `Done` by
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.batch import loi
from generator.batch.desk import Desk
from generator.batch.manifest import AcceptedWarning
from generator.batch.place import misplaced
from generator.pipeline import Workshop
from generator.problem import Problem, Stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.batch.processes import Setting
    from generator.checks import Accepted

NAME = "baocao"
# -- whose new versions may print the same data otherwise --
_LIBRARIES = ("babel", "docxtpl", "jinja2", "lxml", "markdown-it-py", "python-pptx", "zlib-ng")


class Task(Struct, frozen=True, kw_only=True):
    """The report to make of the data file `data` (see `desk` for names).

    `unit` and `ky` are what its file and its folder are called; `ky` is empty where the folder is
    called otherwise. `files` are the contents known so far of the files it is made from, for a crew
    that cannot see the disk.
    """

    unit: str
    data: str
    ky: str = ""
    files: Mapping[str, bytes | None] | None = None


class Done(Struct, frozen=True, kw_only=True):
    """What became of a task: a document, or the problems that stopped it; warnings in both cases.

    `inputs` are the SHA-256 of the unit's own files, `lacking` those that were not among
    `Task.files`: with them the task has to be done again.
    """

    unit: str
    problems: tuple[Problem, ...]
    blob: bytes | None = None
    template_set: str = ""
    accepted: tuple[AcceptedWarning, ...] = ()
    inputs: Mapping[str, str | None] = {}
    lacking: tuple[str, ...] = ()


class Bench:
    """Makes one report after the other from the same project."""

    def __init__(self, setting: Setting, read: Callable[[str], bytes | None] | None = None) -> None:
        """Read the files of units with `read`, or take them from the tasks."""
        self._workshop = Workshop(setting.project, locale=setting.locale, danh_muc=setting.danh_muc)
        self._the_thuc = setting.the_thuc
        self._read = read

    def make(self, task: Task) -> Done:
        """Return what becomes of `task`; never raises."""
        box = _Box(task.files or {})
        desk = Desk(task.data, self._read or box.get)
        try:
            document = f"{task.unit}.docx" if self._the_thuc else ""
            made = self._workshop.make(replace(desk.source(), document=document))
            wrong = misplaced(task.unit, task.ky, task.data, made.report)
            done = Done(
                unit=task.unit,
                problems=(*wrong, *made.warnings),
                blob=None if wrong else made.blob,
                template_set=made.report.bo_mau,
                accepted=tuple(noted(one) for one in made.accepted),
            )
        except Stopped as stopped:
            done = Done(unit=task.unit, problems=stopped.problems)
        except Exception as error:  # a fault of ours: told of this unit, and the others go on
            done = Done(unit=task.unit, problems=(loi.unexpected(error, task.data),))
        return replace(done, inputs=desk.inputs, lacking=tuple(box.lacking))


def noted(one: Accepted) -> AcceptedWarning:
    """Return what is put on record of a warning that was accepted."""
    place = replace(one.problem.where, file="", line=None, column=None)
    return AcceptedWarning(code=one.problem.code, at=place.describe(), reason=one.ly_do)


class _Box:
    """The files that came with a task; notes which others are asked for."""

    def __init__(self, files: Mapping[str, bytes | None]) -> None:
        self._files = files
        self.lacking: list[str] = []

    def get(self, name: str) -> bytes | None:
        if name not in self._files:
            self.lacking.append(name)
        return self._files.get(name)


@cache
def program() -> str:
    """Return what this program is: its version, and a digest of its code and its libraries."""
    here = Path(__file__).parent.parent
    known = sha256()
    for path in sorted(here.rglob("*.py")):
        known.update(path.relative_to(here).as_posix().encode())
        known.update(path.read_bytes())
    for library in _LIBRARIES:
        known.update(f"{library} {metadata.version(library)}".encode())
    return f"{NAME} {metadata.version(NAME)} ({known.hexdigest()[:16]})"
