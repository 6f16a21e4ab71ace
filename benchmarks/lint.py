"""What `docxtpl-lint` (PyPI) and `baocao lint` find in the same faulty templates, and how fast.

    python benchmarks/lint.py PATH/TO/docxtpl-lint [--record]

docxtpl-lint is installed elsewhere (`pip install docxtpl-lint`), not with this project. It is told
our filters and given sample data with every declared name, so that it can find unknown names.
`--record` writes what it found to tests/lint/docxtpl-lint.json, which a test reads.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from generator.names.filters import OWN
from generator.names.types import Sort, Type
from tests.lint.cases import CASES, built
from tests.lint.house import faults, house

RECORD = Path(__file__).parent.parent / "tests" / "lint" / "docxtpl-lint.json"


def main(tool: str, *, record: bool) -> None:
    found, theirs = _theirs(tool)
    start = time.perf_counter()
    ours = {case.name: faults(built(case)) for case in CASES}
    took = time.perf_counter() - start
    for name, rules in found.items():
        print(
            f"{name:<50} {' '.join(rules) or '-':<24} {' '.join(o[:6] for o in ours[name]) or '-'}"
        )
    faulty = [case.name for case in CASES if case.expected]
    told = sum(bool(found[name]) for name in faulty)
    print(f"\n{len(faulty)} faulty templates: docxtpl-lint tells of {told}, we of all of them")
    print(f"{len(CASES)} templates: docxtpl-lint {theirs:.2f} s, ours {took:.2f} s")
    if record:
        version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True)
        data = {"version": version.stdout.strip(), "found": found}
        RECORD.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _theirs(tool: str) -> tuple[dict[str, list[str]], float]:
    """Return the rules that docxtpl-lint reports for each case, and the seconds it took."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number, case in enumerate(CASES):
            (root / f"{number:03}.docx").write_bytes(built(case))
        (root / "data.json").write_text(json.dumps(_sample()), encoding="utf-8")
        files = sorted(str(path) for path in root.glob("*.docx"))
        options = ["--format", "json", "--autoescape", "--filters", ",".join(OWN)]
        start = time.perf_counter()
        done = subprocess.run(
            [tool, *options, "--data", str(root / "data.json"), *files],
            capture_output=True,
            text=True,
            check=False,
        )
        took = time.perf_counter() - start
    found: dict[str, list[str]] = {case.name: [] for case in CASES}
    for file in json.loads(done.stdout)["files"]:
        name = CASES[int(Path(file["file"]).stem)].name
        found[name] += [issue["rule"] for issue in file["issues"]]
    return found, took


def _sample() -> dict[str, Any]:
    world = house().world
    return {name: _value(type_, 4) for name, type_ in world.names.items()}


def _value(type_: Type, depth: int) -> Any:
    inside = house().world.inside(type_)
    if type_.sort is Sort.LIST:
        return [_value(type_.item, depth - 1)] if type_.item and depth else []
    if inside:
        return {name: _value(one, depth - 1) for name, one in inside.items()} if depth else {}
    return {Sort.NUMBER: 1, Sort.FLAG: True}.get(type_.sort, "x")


if __name__ == "__main__":
    main(sys.argv[1], record="--record" in sys.argv)
