"""Which reports a batch makes: the data files of one folder, or the units a parent expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.batch import loi
from generator.batch.place import is_data, is_unit, ky_of, refusal
from generator.batch.work import Task
from generator.fields import Problems
from generator.files import Folder, faults
from generator.problem import Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from generator.don_vi import DanhMuc, DonVi
    from generator.problem import Problem


class Plan(Struct, frozen=True, kw_only=True):
    """Reports to make in the order of their units; units that cannot be made, and why.

    `not_reported` are units that the parent expects and that have sent nothing.
    """

    tasks: tuple[Task, ...]
    refused: tuple[tuple[str, Problem], ...] = ()
    not_reported: tuple[DonVi, ...] = ()


def make_plan(
    folder: Path,
    project: Folder,
    expected: tuple[DonVi, ...] | None = None,
    register: Collection[str] = (),
) -> Plan:
    """Return what is to be made of the data files in `folder`, of all units or those `expected`.

    With `expected`, reports of other units of the `register` (its codes) are passed over. A file
    that is called by no unit at all is not: it may well be one of those that are missing.

    Raises Stopped where the folder is not there or, with nothing expected, holds no data.
    """
    found = _by_unit(folder, project)
    if expected is None and not found:
        raise Stopped([loi.no_data(project.display(folder))])
    wanted = None if expected is None else {unit.ma for unit in expected}
    ky = ky_of(folder)
    tasks, refused = [], []
    for unit, names in sorted(found.items()):
        if wanted is not None and unit not in wanted and unit in register:
            continue
        problem = refusal(unit, names)
        if problem:
            refused.append((unit if is_unit(unit) else names[0], problem))
        else:
            tasks.append(Task(unit=unit, data=names[0], ky=str(ky) if ky else ""))
    missing = tuple(unit for unit in expected or () if unit.ma not in found)
    return Plan(tasks=tuple(tasks), refused=tuple(refused), not_reported=missing)


def expected_units(danh_muc: DanhMuc, parent: str, folder: Path, name: str) -> tuple[DonVi, ...]:
    """Return the units under `parent` at the end of the period that `folder` is called by.

    Raises Stopped: the folder is no period, the parent is unknown or has no units on that day.
    """
    ky = ky_of(folder)
    if ky is None:
        raise Stopped([loi.no_period(name)])
    problems = Problems()
    danh_muc.require(parent, ky.den_ngay, Where(path="--cha"), problems)
    if problems.found:
        raise Stopped(problems.found)
    units = danh_muc.children(parent, ky.den_ngay)
    if not units:
        raise Stopped([loi.no_children(parent, ky.den_ngay.strftime("%d/%m/%Y"))])
    return units


def _by_unit(folder: Path, project: Folder) -> dict[str, list[str]]:
    """Return the names of the data files in `folder` by what they are called without ending."""
    found: dict[str, list[str]] = {}
    for path in _files_in(folder, project):
        if is_data(path):
            found.setdefault(path.stem, []).append(project.display(path))
    return found


def _files_in(folder: Path, project: Folder) -> Iterable[Path]:
    where = Where(file=project.display(folder))
    if folder.is_file():
        raise Stopped([loi.no_folder(where.file)])
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except FileNotFoundError as error:
        raise Stopped([faults.missing(where, ())]) from error
    except OSError as error:
        raise Stopped([faults.unreadable(where, error)]) from error
