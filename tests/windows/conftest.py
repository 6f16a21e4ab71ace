"""The machine of these tests, with the program installed from its wheel as a clerk would."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.wheel import build_wheel
from tests.windows.machine import PYTHON, STAMP, Machine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel; skips where there is no Windows to install it on."""
    if shutil.which("wine") is None:
        pytest.skip("Wine is not installed")
    if not STAMP.is_file():
        pytest.skip("`make windows` has not fetched a Python for Windows")
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def machine(wheel: Path) -> Iterator[Machine]:
    """Windows, switched on, with the program installed."""
    install = ["install", "--no-deps", "--no-index", "--force-reinstall", str(wheel)]
    with Machine() as machine:
        installed = machine.run(PYTHON, "-m", "pip", *install)
        assert installed.returncode == 0, installed.stderr
        yield machine


@pytest.fixture(scope="session")
def unpacked(wheel: Path) -> Path:
    """The folder with the same program for the Python of these tests."""
    folder = wheel.parent / "unpacked"
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder
