"""Installed from a wheel, into an empty folder, without a network: everything is there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest

from generator import files
from tests.wheel import ROOT, build_wheel

SAMPLE = Path("data", "2022-Q1", "so-noi-vu-dong-nai.yaml")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def baocao(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed into a venv of its own; the libraries are those of this one."""
    place = tmp_path_factory.mktemp("venv")
    venv.create(place, with_pip=False)
    scripts = sysconfig.get_path("scripts", "venv", {"base": str(place)})
    site = sysconfig.get_path("purelib", "venv", {"base": str(place)})
    # -- a path alone, not `addsitedir`: the editable install of this project is not found by it --
    libraries = Path(msgspec.__file__).parents[1]
    Path(site, "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    python = str(Path(scripts, "python"))
    offline = ["--no-deps", "--no-index", "--no-warn-script-location"]
    subprocess.run([*pip, "--python", python, "install", *offline, str(wheel)], check=True)
    return Path(scripts, "baocao")


def _run(command: Path, *words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    clean["PYTHONIOENCODING"] = "utf-8"
    given = [str(command), *map(str, words)]
    return subprocess.run(
        given, check=False, cwd=cwd, env=clean, capture_output=True, encoding="utf-8"
    )


def test_the_wheel_carries_what_init_lays_down_and_nothing_of_the_tests(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        starter = {
            name.removeprefix("generator/starter/"): archive.read(name)
            for name in names
            if name.startswith("generator/starter/")
        }

    assert starter.pop("files.txt")
    assert starter == {path.as_posix(): blob for path, blob in files.starter_files().items()}
    assert {name.split("/")[0].split("-")[0] for name in names} == {"generator", "baocao"}


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    package = {path.relative_to(ROOT) for path in (ROOT / "generator").rglob("*") if path.is_file()}
    own = {path.as_posix() for path in package if "__pycache__" not in path.parts}

    with ZipFile(wheel) as archive:
        assert own - set(archive.namelist()) == set()


def test_a_whole_session_in_an_empty_folder(baocao: Path, tmp_path: Path) -> None:
    away = _run(baocao, "new", "--don-vi", "so-noi-vu-dong-nai", "--ky", "2022-Q2", cwd=tmp_path)
    assert away.returncode == 1
    assert "LỖI HT-060" in away.stderr
    assert "Chạy `baocao init`" in away.stderr

    assert _run(baocao, "init", "bc", cwd=tmp_path).returncode == 0
    folder = tmp_path / "bc"
    made = _run(baocao, "render", SAMPLE, cwd=folder)
    assert made.returncode == 0
    assert "Đã ghi: " in made.stderr
    from_repository = tmp_path / "here.docx"
    here = [sys.executable, "-m", "generator", "render", str(ROOT / SAMPLE)]
    subprocess.run([*here, "-o", str(from_repository)], check=True, cwd=ROOT, capture_output=True)
    report = folder / "out" / "2022-Q1" / "so-noi-vu-dong-nai.docx"
    assert report.read_bytes() == from_repository.read_bytes()

    assert _run(baocao, "check", SAMPLE, cwd=folder).returncode == 0
    assert _run(baocao, "new", *away.args[2:], cwd=folder).returncode == 0
    assert _run(baocao, "batch", "data/2022-Q1", cwd=folder).returncode == 0
    assert _run(baocao, "verify", cwd=folder).returncode == 0
    assert _run(baocao, "new-template", "moi", "--trong", cwd=folder).returncode == 0
    assert (
        _run(baocao, "render", Path("templates", "moi", "vi-du.yaml"), cwd=folder).returncode == 0
    )
    assert _run(baocao, "lint", "moi", cwd=folder).returncode == 0
