"""Windows for tests: Wine, with a Python for Windows in it (`prepare.py` fetches that)."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parent.parent.parent
# -- not in the repository: its drive Z is the whole disk, and setuptools would walk through it --
HOME: Final = Path.home() / ".cache" / "baocao-windows"
STAMP: Final = HOME / "prepared.txt"
PYTHON: Final = Path("python.exe")
BAOCAO: Final = Path("Scripts", "baocao.exe")
LIMIT: Final = 120  # seconds that a command may take on a busy machine


class Machine:
    """The Windows whose Python and drive C lie in `HOME`; as a context it is switched on."""

    drive = HOME / "prefix" / "drive_c"

    def __enter__(self) -> Self:
        """Start it for good: to start it anew takes longer than most commands."""
        _quietly("wineserver", "-p")
        _quietly("wine", "wineboot")
        return self

    def __exit__(self, *_: object) -> None:
        """Switch it off, with every program that runs on it."""
        _quietly("wineserver", "-k")

    def run(
        self, program: Path, *words: str, folder: Path = HOME, encoding: str = "utf-8"
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program of Python's folder in `folder` to its end.

        `encoding` is that of its console, which knows no other letters.
        """
        command = self.start(program, *words, folder=folder, encoding=encoding)
        with command as running:
            out, err = running.communicate(timeout=LIMIT)
        return subprocess.CompletedProcess(words, running.returncode, out, err)

    def start(
        self, program: Path, *words: str, folder: Path = HOME, encoding: str = "utf-8"
    ) -> subprocess.Popen[bytes]:
        """Run a program as `run` does, and do not wait for it."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            _wine(program, words),
            cwd=folder,
            env=_environment() | {"PYTHONIOENCODING": f"{encoding}:strict"},
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
        )

    def on_terminal(self, program: Path, *words: str, folder: Path = HOME) -> tuple[int, str]:
        """Run a program on a console; return its exit code and all that was drawn there."""
        main, console = os.openpty()
        environment = _environment() | {"TERM": "xterm", "COLUMNS": "100", "LINES": "40"}
        with subprocess.Popen(
            _wine(program, words),
            cwd=folder,
            env=environment,
            stdin=console,
            stdout=console,
            stderr=console,
        ) as running:
            os.close(console)
            drawn = b"".join(iter(lambda: _drawn(main), b""))
        os.close(main)
        return running.returncode, drawn.decode()


def _wine(program: Path, words: Sequence[str]) -> list[str]:
    return ["wine", str(HOME / "python" / program), *words]


def _drawn(terminal: int) -> bytes:
    """Return what was written to a terminal; nothing once nobody writes any more."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def _quietly(*command: str) -> None:
    """Run what leaves programs behind: they would keep open the pipes that they were given."""
    none = subprocess.DEVNULL
    subprocess.run(command, check=False, env=_environment(), stdin=none, stdout=none, stderr=none)


def _environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return own | {
        "WINEPREFIX": str(HOME / "prefix"),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",  # it would ask to download them
        "LC_ALL": "C.UTF-8",  # names of files are UTF-8
    }
