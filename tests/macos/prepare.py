"""Fetches what Macs would install: the libraries of the program, for each processor and Python.

Everything comes by the ordinary pip, as wheels alone: a Mac has no compiler. `make macos` runs
this; where all is there already, it does nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from itertools import product
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
HOME: Final = Path.home() / ".cache" / "baocao-macos"
STAMP: Final = HOME / "prepared.txt"
# -- the eldest systems that Python is still made for; what runs there runs on later ones --
SYSTEMS: Final = {"arm64": "macosx_11_0_arm64", "x86_64": "macosx_12_0_x86_64"}
PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
MACS: Final = tuple(product(SYSTEMS, PYTHONS))
_DOWNLOAD: Final = (sys.executable, "-m", "pip", "--disable-pip-version-check", "download")


def main() -> None:
    """Fetch what is not there yet."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = "\n".join([*PYTHONS, *project["dependencies"]])
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(HOME, ignore_errors=True)
    for machine, python in MACS:
        fetch = [*download(machine, python, folder(machine, python)), *project["dependencies"]]
        subprocess.run(fetch, check=True)
    STAMP.write_text(wanted, encoding="utf-8")


def folder(machine: str, python: str) -> Path:
    """Return where the wheels for one kind of Mac lie."""
    return HOME / f"{machine}-{python}"


def download(machine: str, python: str, place: Path) -> list[str]:
    """Return the command that fetches to `place` what pip would install there; names follow it."""
    there = ["--platform", SYSTEMS[machine], "--implementation", "cp", "--python-version", python]
    return [*_DOWNLOAD, "--quiet", "--only-binary=:all:", *there, "--dest", str(place)]


if __name__ == "__main__":
    main()
