"""`python -m benchmarks`: measure, print the tables, write README.md's results and chart.svg."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks import output
from benchmarks.measure import Bench, EngineFailed
from benchmarks.questions import QUESTIONS, Table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", choices=QUESTIONS, help="questions to ask (then nothing is written)"
    )
    parser.add_argument("--rounds", type=int, default=7, help="interleaved rounds (7)")
    args = parser.parse_args()
    tables = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder=Path(folder), rounds=args.rounds)
        for name in args.only or QUESTIONS:
            table = _asked(bench, name)
            if table is not None:
                print(output.text(table), flush=True)
                tables.append(table)
    if not args.only:
        output.write_readme(tables, args.rounds)
        for table in tables:
            if table.bars:
                output.write_chart(table)


def _asked(bench: Bench, name: str) -> Table | None:
    try:
        return QUESTIONS[name](bench)
    except EngineFailed as reason:
        print(f"\n{name}: skipped, {reason}", flush=True)
        return None
    finally:
        bench.close()


if __name__ == "__main__":
    main()
