"""What a command does not wait for: the plain way from a data file to its report."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data/2022-Q1/so-noi-vu-dong-nai.yaml"
# Slow to import, and for others: workbooks, YAML and Markdown with more to them.
NOT_NEEDED = (
    *("docxtpl", "markdown_it", "mdit_py_plugins", "num2words", "openpyxl", "pptx"),
    *("python_calamine", "rich", "xlsxwriter", "yaml"),
    *("asyncio", "concurrent", "html", "logging", "multiprocessing"),
)


def _printed_at_the_end(printed: str, *words: str) -> str:
    """Run the command with `words`; return what is printed when all else is done."""
    script = (
        "import atexit, gc, sys\n"
        f"atexit.register(lambda: print({printed}))\n"
        "from generator.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.splitlines()[-1]


def test_a_plain_report_needs_no_library_that_others_need(tmp_path: Path) -> None:
    made = tmp_path / "bao-cao.docx"
    wanted = f"sorted({set(NOT_NEEDED)} & {{name.partition('.')[0] for name in sys.modules}})"
    assert _printed_at_the_end(wanted, "render", str(DATA), "-o", str(made)) == "[]"
    assert made.read_bytes()[:2] == b"PK"


def test_no_garbage_is_looked_for_before_the_end_or_at_it() -> None:
    held = "gc.isenabled(), gc.get_freeze_count() > len(gc.get_objects())"
    assert _printed_at_the_end(held, "--version") == "False True"
