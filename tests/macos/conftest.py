"""The program from its wheel, for the pretended Mac."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.macos.machine import is_there
from tests.wheel import build_wheel

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def unpacked(wheel: Path) -> Path:
    """The folder with the program of the wheel; skips where it cannot be run on a Mac's volume."""
    if not is_there():
        pytest.skip("User Mode Linux is not installed (Debian: user-mode-linux)")
    folder = wheel.parent / "unpacked"
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder
