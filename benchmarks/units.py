"""The reports of a whole province, from workbooks to Word files, beside docxtpl and openpyxl."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from benchmarks import province
from benchmarks.measure import EngineFailed

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
UNITS = 700
FEW = 100
PEER_UNITS = 35  # the peer's time is the same for each unit


@dataclass(slots=True)
class Province:
    """The made-up province in `folder`, and the peaks of memory (MB) of what was measured."""

    folder: Path
    peaks: dict[str, float] = field(default_factory=dict)

    def measures(self) -> dict[str, Callable[[], float]]:
        """Return what to time: seconds for one unit."""
        province.make_project(self.folder, UNITS)
        (self.folder / "peer.docx").write_bytes(province.docxtpl_template(self.folder))
        runs = (("ours", UNITS), ("ours-2", UNITS), ("ours", FEW), ("peer", PEER_UNITS))
        found: dict[str, Callable[[], float]] = {
            f"{engine} {units}": partial(self._run, engine, units) for engine, units in runs
        }
        self._run("peer", 1)
        self._check()
        return found

    def _run(self, engine: str, units: int) -> float:
        command = [
            sys.executable,
            "-m",
            "benchmarks.units_run",
            str(self.folder),
            engine,
            str(units),
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
        if done.returncode:
            raise EngineFailed(engine, done.stderr)
        seconds, peak = done.stdout.split()
        self.peaks[f"{engine} {units}"] = float(peak)
        return float(seconds) / units

    def _check(self) -> None:
        """Make sure that ours prints all that the peer prints: it computes some figures besides."""
        self._run("ours", 1)
        name = f"{province.FIRST}.docx"
        made, due = (printed(self.folder / place / name) for place in ("out", "peer"))
        rest = iter(made)
        lacking = next((text for text in due if text not in rest), None)
        if lacking is not None or len(due) < province.PARAGRAPHS * len(province.SECTIONS):
            raise EngineFailed("units", f"{lacking!r} is not in our document")


def printed(path: Path) -> list[str]:
    """Return the paragraphs of the text, and the figures of the forms, in the order of print."""
    document = docx.Document(str(path))
    texts = [p.text for p in document.paragraphs if p.text.startswith(province.BEGINNINGS)]
    rows = (row.cells for table in document.tables for row in table.rows if len(row.cells) == 5)
    return texts + [cells[3].text for cells in rows if cells[3].text.isdecimal()]
