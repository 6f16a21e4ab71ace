"""`python -m benchmarks.units_run PROJECT ours|ours-2|peer UNITS`: make that many reports.

Prints the seconds they took, then the peak of memory in MB. Every process of ours begins by
importing this file, as Python has it, so that it imports no more than `baocao batch` does.
"""

from __future__ import annotations

import gc
import sys
import time
from functools import partial
from pathlib import Path

from generator.batch.plan import Plan, make_plan
from generator.batch.processes import alone, in_processes, prepare
from generator.batch.run import Batch, Order, Status
from generator.files import Folder


def ours(data: Path, units: int, jobs: int) -> float:
    """Make the reports of `data` as `baocao batch --force` does; return the seconds."""
    folder = data.parent.parent
    setting = prepare(folder, data, "vi")
    found = make_plan(data, Folder(folder))
    plan = Plan(tasks=found.tasks[:units])
    batch = Batch(Order(out=folder / "out", setting=setting, force=True))
    crew = partial(alone, setting) if jobs == 1 else partial(in_processes, setting, jobs=jobs)
    start = time.perf_counter()
    made = sum(outcome.status is Status.DONE for outcome in batch.run(plan, crew))
    seconds = time.perf_counter() - start
    assert made == units
    return seconds


def main() -> None:
    folder, engine, units = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    (data,) = (folder / "data").glob("2*")
    if engine == "peer":
        from benchmarks.units_peer import peer  # noqa: PLC0415  # not in processes of ours

        gc.collect()
        seconds = peer(folder, units)
    else:
        gc.collect()
        seconds = ours(data, units, 2 if engine == "ours-2" else 1)
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    print(seconds, int(peak.split()[1]) / 1024)


if __name__ == "__main__":
    main()
