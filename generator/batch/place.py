"""Is a data file called and kept as a batch expects it? One rule for one file and for a folder.

A file bears the code of its unit, lies in the folder of its period, and is the unit's only one
there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator import readers
from generator.batch import loi
from generator.files import DATA, is_aside, is_device
from generator.period import Ky, KyError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.files import Folder
    from generator.problem import Problem
    from generator.report import Report

# -- older or foreign workbooks: whoever left one here meant it as data, and is told what to do --
_NEARLY_DATA: Final = (".xls", ".xlsm", ".xlsb", ".ods")
_UNIT: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST: Final = 100


def is_unit(name: str) -> bool:
    """Tell whether `name` is fit to be the code of a unit and the name of its document anywhere."""
    return len(name) <= _LONGEST and bool(_UNIT.fullmatch(name)) and not is_device(name)


def is_data(path: Path) -> bool:
    """Tell a data file from texts, pictures, hidden files and the locks of Word and Excel."""
    name = path.name.lower()
    return name.endswith(_endings()) and not is_aside(name)


def ky_of(folder: Path) -> Ky | None:
    """Return the period that a folder is called by, None where its name is none."""
    try:
        return Ky.parse(folder.resolve().name)
    except KyError:
        return None


def is_in_place(data: Path, project: Folder) -> bool:
    """Tell whether a file lies where the project keeps its data: in `data/<kỳ>/`."""
    folder = data.resolve().parent
    return folder.parent == (project.root / DATA).resolve() and ky_of(folder) is not None


def why_refused(data: Path, project: Folder, report: Report | None) -> list[Problem]:
    """Return why a batch of its folder would not take a data file, `report` being what it says.

    A file that is not there is not one of several.
    """
    same = (data.with_suffix(ending) for ending in _endings())
    others = [path for path in same if path != data and path.is_file() and data.is_file()]
    names = [project.display(path) for path in (data, *others)]
    refused = refusal(data.stem, names)
    if refused:
        return [refused]
    return misplaced(data.stem, ky_of(data.parent), names[0], report) if report else []


def refusal(unit: str, names: Sequence[str]) -> Problem | None:
    """Return what is wrong with the name of a unit's data file, or with there being several."""
    if not is_unit(unit):
        return loi.bad_name(names[0])
    return loi.two_files(names) if len(names) > 1 else None


def misplaced(unit: str, ky: Ky | str | None, data: str, report: Report) -> list[Problem]:
    """Return what is wrong where a file is not of the unit or period its place says."""
    found = []
    if report.don_vi.ma != unit:
        found.append(loi.another_unit(unit, report.don_vi.ma, data))
    if ky and str(report.ky) != str(ky):
        found.append(loi.another_period(str(ky), str(report.ky), data))
    return found


def _endings() -> tuple[str, ...]:
    return (*readers.suffixes(), *_NEARLY_DATA)
