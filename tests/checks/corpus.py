"""`make check-corpus`: what the rules find in five published reports, and what they should.

The mistakes of each report are listed in `corpus/*.yaml` with their class and the warnings they
must raise (code and place). A warning that no mistake claims is a false alarm. Mistakes that a
report of ours cannot hold any more (its words are new, numbers are written by the program) are
listed, too, with the reason; they are not expected.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import yaml
from msgspec import Struct

from generator.files import Folder
from generator.pipeline import Source, Workshop

if TYPE_CHECKING:
    from generator.problem import Problem

ROOT = Path(__file__).parent.parent.parent
LISTS = sorted((Path(__file__).parent / "corpus").glob("*.yaml"))
# -- says that the layout of a report of 2018 is not judged --
_NOTES = Counter({"TT-090 Biên Hòa, ngày 01 tháng 3 năm 2018": 1})


class Mistake(Struct, frozen=True, forbid_unknown_fields=True):
    """One mistake of a report; `thay` are the warnings it must raise, each `code place`."""

    id: str
    lop: str
    thay: tuple[str, ...]


class Listed(Struct, frozen=True, forbid_unknown_fields=True):
    """The mistakes of one report; `khong_the` are those it cannot hold, by the reason."""

    bao_cao: str
    loi: tuple[Mistake, ...]
    khong_the: dict[str, tuple[str, ...]] = {}


class Outcome(NamedTuple):
    """What was found of a report's mistakes, what was missed, and what was raised for nothing."""

    listed: Listed
    missed: tuple[Mistake, ...]
    false_alarms: tuple[str, ...]


def read_list(path: Path) -> Listed:
    """Return one list."""
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Listed)


def outcome_of(listed: Listed, workshop: Workshop) -> Outcome:
    """Return what making the report says of its mistakes."""
    data = ROOT / listed.bao_cao
    beside = Folder(ROOT).narrative_beside(data)
    source = Source(
        blob=data.read_bytes(), name=listed.bao_cao, narrative=beside, document="bao-cao.docx"
    )
    made = workshop.make(source)
    raised = Counter(map(_told, made.warnings)) - _NOTES
    accepted = Counter(_told(one.problem) for one in made.accepted)
    claimed = Counter(warning for mistake in listed.loi for warning in mistake.thay)
    lacking = claimed - raised - accepted
    return Outcome(
        listed=listed,
        missed=tuple(one for one in listed.loi if any(warning in lacking for warning in one.thay)),
        false_alarms=tuple((raised - claimed).elements()),
    )


def _told(warning: Problem) -> str:
    """Return code and place of a warning, on the layout its words."""
    return f"{warning.code} {warning.where.path or warning.where.tag}"


def table_of(outcomes: list[Outcome]) -> list[str]:
    """Return the lines to print: found / expected by report and class, then what is wrong."""
    lines = []
    for one in outcomes:
        expected = Counter(mistake.lop for mistake in one.listed.loi)
        missed = Counter(mistake.lop for mistake in one.missed)
        lines.append(f"{one.listed.bao_cao}")
        lines += [f"  {lop:<22}{n - missed[lop]:>3} / {n}" for lop, n in sorted(expected.items())]
        beyond = sum(len(ids) for ids in one.listed.khong_the.values())
        lines.append(f"  {'cannot be in the data':<22}{beyond:>3}")
        lines += [f"  MISSED {mistake.id} {mistake.lop}" for mistake in one.missed]
        lines += [f"  FALSE ALARM {warning}" for warning in one.false_alarms]
    expected_all = sum(len(one.listed.loi) for one in outcomes)
    found = expected_all - sum(len(one.missed) for one in outcomes)
    alarms = sum(len(one.false_alarms) for one in outcomes)
    return [*lines, f"found {found} / {expected_all}, false alarms {alarms}"]


def main() -> int:
    """Print the table; return 1 where a mistake is missed or something is raised for nothing."""
    workshop = Workshop(Folder(ROOT))
    outcomes = [outcome_of(read_list(path), workshop) for path in LISTS]
    sys.stdout.write("\n".join(table_of(outcomes)) + "\n")
    return int(any(one.missed or one.false_alarms for one in outcomes))


if __name__ == "__main__":
    sys.exit(main())
