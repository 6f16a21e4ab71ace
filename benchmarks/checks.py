"""`python -m benchmarks.checks`: what checking the reports of 700 units takes beside making them.

The sample units of data/2022-Q1 are taken in turn until there are 700. Everything runs in one
process with one `Workshop`, so that what reports share is read and compiled once for all. Six
times are taken in turn, `ROUNDS` times each, and their medians printed:

    rules     all rules, on figures and words, on reports that have been read and written
    numbers   the rules on figures alone, on reports that have been read
    reading   data file -> report, what checking and making both begin with
    figures   what `baocao check --so-lieu` does to a file: reading, rules on data and figures
    check     what `baocao check` does to a file: reading, words, rules
    make      what `baocao batch` does to a file: reading, words, rules, Word file, its layout

All rules on figures and words are to take a fifth of making at most. That the samples recur helps
them by less than a tenth: one rule (NQ-080) remembers pieces of text.
"""

from __future__ import annotations

import gc
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from generator import checks, pipeline
from generator.checks.text import Text
from generator.files import Folder
from generator.pipeline import Source, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parent.parent
UNITS = 700
ROUNDS = 3
MOST = 0.2


def main() -> None:
    workshop = Workshop(Folder(ROOT))
    samples = [_source(path) for path in sorted((ROOT / "data/2022-Q1").glob("dong-nai-*.yaml"))]
    sources = [samples[number % len(samples)] for number in range(UNITS)]
    views = _views(workshop, samples)  # this also compiles what is shared
    seen = [views[number % len(views)] for number in range(UNITS)]
    tasks: dict[str, Callable[[], None]] = {
        "rules": lambda: _rules(seen, words=True),
        "numbers": lambda: _rules(seen, words=False),
        "reading": lambda: _each(lambda s: workshop.read(s.blob, s.name), sources),
        "figures": lambda: _each(lambda s: workshop.check(s, words=False), sources),
        "check": lambda: _each(workshop.check, sources),
        "make": lambda: _each(workshop.make, sources),
    }
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            taken[name].append(_seconds(task))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    print(f"{UNITS} units, {len(checks.RULES)} rules, medians of {ROUNDS} rounds")
    for name, seconds in medians.items():
        share = seconds / medians["make"]
        print(f"{name:8} {seconds:7.2f} s {1000 * seconds / UNITS:7.2f} ms a unit {share:7.1%}")
    share = medians["rules"] / medians["make"]
    held = "holds" if share <= MOST else "MISSED"
    print(f"{held}: all rules take {share:.1%} of making, wanted at most {MOST:.0%}")


def _source(path: Path) -> Source:
    folder = Folder(ROOT)
    return Source(blob=path.read_bytes(), name=path.name, narrative=folder.narrative_beside(path))


def _views(workshop: Workshop, sources: Sequence[Source]) -> list[checks.View]:
    """Return what the rules see of each report while it is made."""
    with mock.patch.object(pipeline, "check", wraps=checks.check) as asked:
        _each(workshop.make, sources)
    return [call.args[0] for call in asked.call_args_list]


def _rules(views: Sequence[checks.View], *, words: bool) -> None:
    for seen in views:  # each anew: a view keeps what rules have worked out on it
        text = Text(blocks=seen.text.blocks) if seen.text and words else None
        view = checks.View(
            report=seen.report, earlier=seen.earlier, rang_buoc=seen.rang_buoc, text=text
        )
        checks.check(view)


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
