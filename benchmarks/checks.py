"""`python -m benchmarks.checks`: what checking the reports of 700 units takes beside making them.

The sample units of data/2022-Q1 are taken in turn until there are 700. Everything runs in one
process with one `Workshop`, so that what reports share is read and compiled once for all. Five
times are taken in turn, `ROUNDS` times each, and their medians printed:

    rules     the rules on figures alone, on reports that have been read
    reading   data file -> report, what checking and making both begin with
    figures   what `baocao check --so-lieu` does to a file: reading, rules on data and figures
    check     what `baocao check` does to a file: reading, words, rules
    make      what `baocao batch` does to a file: reading, words, rules, Word file
"""

from __future__ import annotations

import gc
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator import checks
from generator.files import Folder
from generator.pipeline import Source, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.report import Report

ROOT = Path(__file__).parent.parent
UNITS = 700
ROUNDS = 3


def main() -> None:
    workshop = Workshop(Folder(ROOT))
    samples = [_source(path) for path in sorted((ROOT / "data/2022-Q1").glob("dong-nai-*.yaml"))]
    sources = [samples[number % len(samples)] for number in range(UNITS)]
    reports = [workshop.read(source.blob, source.name)[0] for source in sources]
    tasks: dict[str, Callable[[], None]] = {
        "rules": lambda: _rules(workshop, reports),
        "reading": lambda: _each(lambda s: workshop.read(s.blob, s.name), sources),
        "figures": lambda: _each(lambda s: workshop.check(s, words=False), sources),
        "check": lambda: _each(workshop.check, sources),
        "make": lambda: _each(workshop.make, sources),
    }
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    _each(workshop.make, samples)  # compile what is shared before anything is timed
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            taken[name].append(_seconds(task))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    print(f"{UNITS} units, {len(checks.RULES)} rules, medians of {ROUNDS} rounds")
    for name, seconds in medians.items():
        share = seconds / medians["make"]
        print(f"{name:8} {seconds:7.2f} s {1000 * seconds / UNITS:7.2f} ms a unit {share:7.1%}")


def _source(path: Path) -> Source:
    folder = Folder(ROOT)
    return Source(blob=path.read_bytes(), name=path.name, narrative=folder.narrative_beside(path))


def _rules(workshop: Workshop, reports: Sequence[Report]) -> None:
    for report in reports:
        constraints = workshop.bo_mau(report.bo_mau).rang_buoc
        checks.check(checks.View(report=report, rang_buoc=constraints))


def _each(work: Callable[[Source], object], sources: Sequence[Source]) -> None:
    for source in sources:
        work(source)


def _seconds(task: Callable[[], None]) -> float:
    gc.collect()
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
