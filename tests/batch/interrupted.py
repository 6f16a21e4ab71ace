"""A batch that is stopped half way, and what it has to come to in the end."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.cli import run
from tests.batch.build import OUTLINE

BAOCAO = str(Path(sys.executable).with_name("baocao"))
# -- some tens of milliseconds for each report, so that there is a middle to stop at --
SLOW = OUTLINE + "{% for i in range(1500) %}{{ sl.luot }} {% endfor %}\n"
MANY = tuple(f"a-{number}" for number in range(40))


def undisturbed(data: Path) -> dict[str, bytes]:
    """Return the documents that a batch which nobody disturbs makes, by their names."""
    elsewhere = data.parent.parent / "undisturbed"
    assert run(["batch", str(data), "-j", "1", "-o", str(elsewhere)]) == 0
    return {path.name: path.read_bytes() for path in sorted(elsewhere.glob("*.docx"))}
