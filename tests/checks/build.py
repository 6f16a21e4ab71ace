"""Small worlds to hold rules against: data files over the forms and templates of the repository."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import checks
from generator.files import Folder
from generator.pipeline import Source, Workshop
from generator.readers import read
from generator.validate import read_choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.checks.manual import Example
    from generator.period import Ky
    from generator.problem import Problem

ROOT = Path(__file__).parent.parent.parent
FIGURES = tuple(code for code in checks.CODES if code < "NQ-050")  # the others are of the text

_HEAD = {
    "ky": "2022-Q1",
    "don_vi": "so-noi-vu-dong-nai",
    "bo_mau": "so",
    "so": "trong",
    "ngay": "{ngay: trong, thang: trong, nam: 2022}",
    "noi_nhan": "[UBND tỉnh]",
    "luu": "[VT, TH]",
    "nguoi_ky": "{ten: Lê A, chuc_vu: Giám đốc}",
}
_COLLECTIVE = "{ten: Lê A, chuc_vu: Chủ tịch}"


@cache
def workshop() -> Workshop:
    return Workshop(Folder(ROOT))


def whole(data: str) -> str:
    """Return a data file that says what `data` says, and what every data file must say."""
    stated = {line.partition(":")[0] for line in data.splitlines()}
    head = _HEAD if "bo_mau" not in stated else {**_HEAD, "nguoi_ky": _COLLECTIVE}
    lines = [f"{key}: {value}\n" for key, value in head.items() if key not in stated]
    return "".join(lines) + data


def source(data: str, *, text: str = "", earlier: Iterable[str] = ()) -> Source:
    """Return the source of a report, with the text beside it and the unit's earlier reports."""
    files = {str(read_choice(read(whole(old).encode(), "cũ.yaml")).ky): old for old in earlier}

    def find(ky: Ky, _unit: str) -> tuple[bytes, str] | None:
        old = files.get(str(ky))
        return (whole(old).encode(), f"{ky}.yaml") if old else None

    narrative = (text.encode(), "a.md") if text else None
    return Source(blob=whole(data).encode(), name="a.yaml", narrative=narrative, earlier=find)


def warnings(data: str, *, earlier: Iterable[str] = ()) -> list[Problem]:
    """Return what the rules on figures say of a data file."""
    found = workshop().check(source(data, earlier=earlier), words=False).shown
    return [problem for problem in found if problem.code in FIGURES]


def found(data: str, *, earlier: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return code and place of what the rules on figures say of a data file."""
    return [(p.code, p.where.path) for p in warnings(data, earlier=earlier)]


def of_example(example: Example) -> set[str]:
    """Return the codes of everything a whole rendering says of an example of a manual."""
    made = workshop().make(source(example.data, text=example.text, earlier=example.earlier))
    return {problem.code for problem in made.warnings}
