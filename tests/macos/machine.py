"""A Mac for tests, as far as Linux can be one: its file system, its folders and limits, its Python.

User Mode Linux (Debian's `user-mode-linux`) is a Linux kernel that runs as a program, without any
privilege. Its driver writes to a real volume of HFS+, the elder of the two file systems of Macs and
the harder one: it takes `Data` for `data` and keeps names with letters and marks apart. `inside.py`
runs in there; `pretend/` is what Python sees of macOS.

What only a Mac itself can show: its own builds of Python and of the libraries (`test_wheels.py`
looks at these from outside), LibreOffice and the browsers as they are there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.macos.hfs import make_volume

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE: Final = Path(__file__).parent
KERNEL: Final = "linux.uml"
SIZE: Final = 64  # megabytes of the volume
LIMIT: Final = 600  # seconds that a session may take on a busy machine


class Told(NamedTuple):
    """What a command has said, and its exit code."""

    code: int
    out: str
    err: str


class Step(NamedTuple):
    """A command of a session, and the folder of the volume it is run in."""

    command: Sequence[str]
    folder: str = "."


class Mac:
    """The Mac that runs the program in the folder `program`.

    Its volume lies in `place`, which is `/results` in there; commands are those in `/results/bin`.
    """

    def __init__(self, place: Path, program: Path) -> None:
        """Make an empty volume."""
        self.place, self.program = place, program
        self._volume = place / "volume.img"
        make_volume(self._volume, SIZE)

    def session(self, steps: Sequence[Step]) -> list[Told]:
        """Switch it on, run `steps` one after the other, switch it off; what is saved stays."""
        orders, log = self.place / "orders.json", self.place / "kernel.log"
        told = self.place / "told.json"
        told.unlink(missing_ok=True)
        orders.write_text(json.dumps([step._asdict() for step in steps]), encoding="utf-8")
        python_path = f"{HERE / 'pretend'}:{self.program}"
        kernel = [KERNEL, "mem=2G", "root=/dev/root", "rootfstype=hostfs", "rootflags=/", "ro"]
        kernel += ["con=null", "con0=null,fd:1", f"ubd0={self._volume}", f"init={sys.executable}"]
        kernel += ["--", str(HERE / "inside.py"), str(orders), python_path]
        with log.open("wb") as console:
            subprocess.run(
                kernel, check=False, stdin=subprocess.DEVNULL, stdout=console, timeout=LIMIT
            )
        assert told.is_file(), log.read_text(errors="replace")[-3000:]
        return [Told(*one) for one in json.loads(told.read_bytes())]


def is_there() -> bool:
    """Tell whether this machine has what the Mac needs."""
    return shutil.which(KERNEL) is not None
