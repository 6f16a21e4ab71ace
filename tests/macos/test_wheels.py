"""What pip installs on a Mac is complete, without a compiler, and fit for that Mac."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.macos.macho import read_library
from tests.macos.prepare import MACS, STAMP, SYSTEMS, download, folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.macos, pytest.mark.slow]

COMPILED = (".so", ".dylib")
COMPILED_LIBRARIES = {"lxml", "markupsafe", "msgspec", "pillow", "pyyaml", "zlib_ng"}
OF_THE_SYSTEM = ("/usr/lib/", "/System/Library/")
OF_THE_WHEEL = ("@loader_path/", "@rpath/")


@pytest.fixture
def fetched() -> None:
    """Skip where the wheels are not there."""
    if not STAMP.is_file():
        pytest.skip("`make macos` has not fetched the libraries for Macs")


def test_the_wheel_is_for_every_system(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        (about,) = (archive.read(name).decode() for name in names if name.endswith("/WHEEL"))
        (points,) = (name for name in names if name.endswith("/entry_points.txt"))
        commands = archive.read(points).decode()

    assert "Root-Is-Purelib: true" in about
    assert commands.split() == ["[console_scripts]", "baocao", "=", "generator.cli:main"]
    assert [name for name in names if name.endswith((*COMPILED, ".pyd", ".c"))] == []


@pytest.mark.usefixtures("fetched")
@pytest.mark.parametrize(("machine", "python"), MACS)
def test_pip_finds_all_that_the_wheel_needs_without_a_compiler(
    wheel: Path, tmp_path: Path, machine: str, python: str
) -> None:
    alone = ["--no-index", "--find-links", str(folder(machine, python)), str(wheel)]

    done = subprocess.run(
        [*download(machine, python, tmp_path), *alone], check=False, capture_output=True
    )

    assert done.returncode == 0, done.stderr.decode()
    names = {path.name.split("-")[0].lower() for path in tmp_path.iterdir()}
    assert names >= COMPILED_LIBRARIES | {"baocao", "babel", "docxtpl", "python_docx", "rich"}
    assert {path.suffix for path in tmp_path.iterdir()} == {".whl"}


@pytest.mark.usefixtures("fetched")
@pytest.mark.parametrize(("machine", "python"), MACS)
def test_compiled_libraries_run_there(machine: str, python: str) -> None:
    _, major, minor, _ = SYSTEMS[machine].split("_", 3)
    system, seen = (int(major), int(minor)), set()
    for wheel, name, blob in _compiled(folder(machine, python)):
        found = read_library(blob, machine)
        assert found.least <= system, (wheel, name)
        assert [need for need in found.needs if not need.startswith(OF_THE_SYSTEM)] == [
            need for need in found.needs if need.startswith(OF_THE_WHEEL)
        ], (wheel, name)
        assert found.signed or machine == "x86_64", (wheel, name)
        seen.add(wheel)

    assert seen == COMPILED_LIBRARIES


def _compiled(place: Path) -> Iterator[tuple[str, str, bytes]]:
    for path in sorted(place.glob("*.whl")):
        with ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(COMPILED):
                    yield path.name.split("-")[0].lower(), name, archive.read(name)
