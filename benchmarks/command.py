"""The whole command of a clerk beside a bare script that renders the same template with docxtpl."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import EngineFailed
from generator.word.include import expand

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "templates/so/bao-cao.docx"
DATA = ROOT / "data/2022-Q1/so-noi-vu-dong-nai.yaml"


def measures(folder: Path) -> dict[str, Callable[[], float]]:
    """Return what to time: both commands, each written to `folder`."""
    baocao = str(Path(sys.executable).with_name("baocao"))
    bare = str(Path(__file__).with_name("bare.py"))
    template, made = folder / "template.docx", str(folder / "made.docx")
    bare_made = str(folder / "bare.docx")  # ours would keep a file that another program wrote
    template.write_bytes(expand(TEMPLATE.read_bytes(), TEMPLATE.name, _shared))
    return {
        "baocao render": _timed(baocao, "render", str(DATA), "-o", made),
        "bare docxtpl script": _timed(sys.executable, bare, str(template), bare_made),
    }


def _shared(piece: str) -> tuple[bytes, str]:
    """Return a shared piece of templates; docxtpl itself cannot bring one in."""
    path = TEMPLATE.parent.parent / "chung" / f"{piece}.docx"
    return path.read_bytes(), path.name


def _timed(*command: str) -> Callable[[], float]:
    # Some machines of builders keep no byte code; a clerk's Python does, from the second run on.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def measure() -> float:
        start = time.perf_counter()
        done = subprocess.run(
            command, cwd=ROOT, check=False, capture_output=True, text=True, env=environment
        )
        seconds = time.perf_counter() - start
        if done.returncode:
            raise EngineFailed(Path(command[0]).name, done.stderr or done.stdout)
        return seconds

    measure()
    return measure
