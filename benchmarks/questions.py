"""What is measured: one function a question, each giving a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from benchmarks import command, reading, units
from benchmarks.engines import CARBONE, DOCXTPL, FLOOR, OURS, PEER_ENGINES, SPIN, TO_FILE
from benchmarks.measure import EngineFailed, Spread, check, per_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.engines import Engine
    from benchmarks.measure import Bench, Worker

ROW_COUNTS = (130, 1_000, 5_000, 20_000, 50_000)
_ANEW = "ours, other figures in each document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One question answered: the lines of a table, what is claimed of them, bars for the chart."""

    title: str
    head: tuple[str, ...]
    lines: list[tuple[str, ...]]
    claims: list[str] = field(default_factory=list)
    bars: list[tuple[str, float]] = field(default_factory=list)


def report(bench: Bench) -> Table:
    """Time a report of 40 paragraphs, 60 placeholders and 7 forms with 130 rows."""
    measures: dict[str, Callable[[], float]] = {}
    skipped: list[tuple[str, ...]] = []
    for engine in (OURS, *PEER_ENGINES):
        try:
            measures[engine.name] = per_document(_checked(bench, engine, "report", "report"))
        except EngineFailed as reason:
            skipped.append((engine.name, str(reason), "", "", ""))
    measures["floor"] = per_document(_floor(bench, "report", "report"))
    measures[_ANEW] = per_document(bench.start(OURS, "report", "anew"))
    taken = bench.interleaved(measures)
    bench.close()
    ours, base = taken["ours"].median, taken["docxtpl"].median
    versions = {
        engine.name: engine.version() for engine in (OURS, *PEER_ENGINES) if engine.name in taken
    }
    lines = [
        (
            f"{name} {versions.get(name, '')}".strip(),
            _ms(spread),
            _range(spread),
            f"{base / spread.median:.1f}",
            f"{spread.median / ours:.1f}",
        )
        for name, spread in sorted(taken.items(), key=lambda item: item[1].median)
    ]
    peers = {
        name: spread.median
        for name, spread in taken.items()
        if name not in {"ours", "floor", _ANEW}
    }
    best = min(peers, key=peers.__getitem__)
    return Table(
        title="One report: 40 paragraphs, 60 placeholders, 7 forms with 130 rows",
        head=("engine", "ms", "least–most", "times as fast as docxtpl", "ours is … times as fast"),
        lines=lines + skipped,
        claims=[
            _claim("× docxtpl's speed", base / ours, at_least=60),
            _claim(f"× the best peer's speed ({best})", peers[best] / ours, at_least=10),
            _claim("× the floor's time", ours / taken["floor"].median, at_most=2.5),
        ],
        bars=[(name, spread.median * 1000) for name, spread in taken.items() if name != _ANEW],
    )


def processes(bench: Bench) -> Table:
    """Compare two processes at once with one; a loop that only computes shows what is possible."""
    measures: dict[str, Callable[[], float]] = {}
    for engine in (OURS, SPIN):
        pair = [bench.start(engine, "report", "report") for _ in range(2)]
        documents = max(50, round(1 / max(worker.seconds(20) for worker in pair)))
        measures[f"one {engine.name}"] = partial(pair[0].seconds, documents)
        measures[f"two {engine.name}"] = partial(_together, pair, documents)
    taken = bench.interleaved(measures)
    bench.close()
    ours, possible = (taken[f"one {e}"].median / taken[f"two {e}"].median for e in ("ours", "spin"))
    return Table(
        title="The same report by two processes at once (spin: a loop that only computes)",
        head=("processes", "documents a second", "least–most"),
        lines=[
            (name, f"{1 / s.median:,.0f}", f"{1 / s.most:,.0f}–{1 / s.least:,.0f}")
            for name, s in taken.items()
        ],
        claims=[
            _claim(f"× one process's output (a bare loop gets {possible:.2f})", ours, at_least=1.8)
        ],
    )


def _together(pair: Sequence[Worker], documents: int) -> float:
    """Return the seconds per document of two workers that make `documents` each at once."""
    for worker in pair:
        worker.tell(f"time {documents}")
    return max(float(worker.answer()) for worker in pair) / (2 * documents)


def time_per_row(bench: Bench) -> Table:
    """Time a table of eight columns at several lengths."""
    measures = {
        count: per_document(bench.start(OURS, "table", f"table:{count}")) for count in ROW_COUNTS
    }
    taken = bench.interleaved({str(count): measure for count, measure in measures.items()})
    bench.close()
    each = {name: spread.median / int(name) for name, spread in taken.items()}
    return Table(
        title="Time per row of one table of 8 columns",
        head=("rows", "ms", "least–most", "µs per row"),
        lines=[
            (f"{int(name):,}", _ms(spread), _range(spread), f"{each[name] * 1e6:.1f}")
            for name, spread in taken.items()
        ],
        claims=[
            _claim(
                "× the time per row at 130 rows (50,000 rows)",
                each["50000"] / each["130"],
                at_most=1.25,
            )
        ],
    )


def long_table(bench: Bench) -> Table:
    """Time 20,000 rows of eight columns beside Carbone, the fastest peer there."""
    data = "table:20000"
    measures = {}
    for engine in (OURS, CARBONE):
        measures[engine.name] = per_document(_checked(bench, engine, "table", data))
    measures["floor"] = per_document(_floor(bench, "table", data))
    taken = bench.interleaved(measures)
    bench.close()
    return Table(
        title="20,000 rows of 8 columns",
        head=("engine", "ms", "least–most"),
        lines=[(name, _ms(spread), _range(spread)) for name, spread in taken.items()],
        claims=[
            _claim("× Carbone's speed", taken["carbone"].median / taken["ours"].median, at_least=2),
        ],
    )


def memory(bench: Bench) -> Table:
    """Take the peak resident size of a fresh process that makes one document."""
    wanted = (
        (TO_FILE, "lazy:1"), (TO_FILE, "lazy:5000"), (TO_FILE, "lazy:50000"),
        (DOCXTPL, "lazy:5000"), (CARBONE, "table:5000"),
    )  # fmt: skip

    def peak(engine: Engine, data: str) -> float:
        worker = bench.start(engine, "table", data)
        worker.seconds(1)
        return worker.peak()

    taken = bench.interleaved(
        {f"{engine.name} {data}": partial(peak, engine, data) for engine, data in wanted}
    )
    bench.close()
    growth = taken["ours-to-file lazy:50000"].median - taken["ours-to-file lazy:1"].median
    return Table(
        title="Peak resident memory of one document, rows of 8 columns",
        head=("engine and rows", "MB", "least–most"),
        lines=[
            (
                name.replace("lazy:", "").replace("table:", ""),
                f"{s.median:.0f}",
                f"{s.least:.0f}–{s.most:.0f}",
            )
            for name, s in taken.items()
        ],
        claims=[_claim("MB more for 50,000 rows than for one", growth, at_most=25)],
    )


def whole_command(bench: Bench) -> Table:
    """Time `baocao render` as a clerk runs it beside a bare docxtpl script."""
    return _command_table(bench.interleaved(command.measures(bench.folder)))


def every_unit(bench: Bench) -> Table:
    """Time the reports of 700 units from workbooks, beside a loop of openpyxl and docxtpl."""
    made = units.Province(bench.folder / "province")
    made.folder.mkdir()
    taken = bench.interleaved(made.measures())
    one, two = taken[f"ours {units.UNITS}"], taken[f"ours-2 {units.UNITS}"]
    peer = taken[f"peer {units.PEER_UNITS}"]
    growth = made.peaks[f"ours {units.UNITS}"] - made.peaks[f"ours {units.FEW}"]
    return Table(
        title="Every unit of a province, from workbook to Word file",
        head=("engine and units", "ms per unit", "least–most", "peak MB"),
        lines=[
            (name, _ms(spread), _range(spread), f"{made.peaks[name]:.0f}")
            for name, spread in taken.items()
        ],
        claims=[
            _claim("× the speed of docxtpl and openpyxl", peer.median / one.median, at_least=12),
            _claim("× one process's output with two", one.median / two.median, at_least=1.8),
            _claim("MB more for 700 units than for 100", growth, at_most=10),
        ],
    )


def _command_table(taken: dict[str, Spread]) -> Table:
    ratio = taken["baocao render"].median / taken["bare docxtpl script"].median
    return Table(
        title="The whole command, interpreter start included",
        head=("command", "ms", "least–most"),
        lines=[(name, _ms(spread), _range(spread)) for name, spread in taken.items()],
        claims=[_claim("× the bare script's time", ratio, at_most=1.5)],
    )


def reading_workbooks(bench: Bench) -> Table:
    """Time reading a clerk's workbook of seven forms beside two libraries that read workbooks."""
    taken = bench.interleaved(reading.measures())
    ours = taken["cells, ours"].median
    return Table(
        title="Reading a workbook of seven forms, 150 rows",
        head=("reader", "ms", "least–most"),
        lines=[(name, _ms(spread), _range(spread)) for name, spread in taken.items()],
        claims=[
            _claim(
                "× openpyxl's speed", taken["cells, openpyxl read-only"].median / ours, at_least=3
            ),
            _claim(
                "× calamine's time (which loses errors, formulas and percent formats)",
                ours / taken["cells, python-calamine"].median,
                at_most=4,
            ),
        ],
    )


QUESTIONS: dict[str, Callable[[Bench], Table]] = {
    "report": report,
    "processes": processes,
    "rows": time_per_row,
    "long": long_table,
    "memory": memory,
    "command": whole_command,
    "units": every_unit,
    "reading": reading_workbooks,
}


def _checked(bench: Bench, engine: Engine, template: str, data: str) -> Worker:
    """Start a worker and make sure that what it writes is right before it is timed."""
    reason = engine.prepare()
    if reason:
        raise EngineFailed(engine.name, reason)
    worker = bench.start(engine, template, data)
    check(bench.save(worker, f"{engine.name}-{data.replace(':', '-')}.docx"), template, data)
    return worker


def _floor(bench: Bench, template: str, data: str) -> Worker:
    done = bench.folder / f"ours-{data.replace(':', '-')}.docx"
    done.rename(bench.folder / f"floor-{data.replace(':', '-')}.docx")
    return bench.start(FLOOR, template, data)


def _ms(spread: Spread) -> str:
    return f"{spread.median * 1000:,.1f}"


def _range(spread: Spread) -> str:
    return f"{spread.least * 1000:,.1f}–{spread.most * 1000:,.1f}"


def _claim(of_what: str, ratio: float, *, at_least: float = 0, at_most: float = 0) -> str:
    held = ratio >= at_least if at_least else ratio <= at_most
    bound = f"at least {at_least:g}" if at_least else f"at most {at_most:g}"
    return f"{'holds' if held else 'MISSED'}: {ratio:.2f} {of_what}, wanted {bound}"
