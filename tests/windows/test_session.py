"""A clerk's work on Windows and the same work here: every word and every byte is the same.

The program comes from its wheel and works in an empty folder whose name has spaces and marks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import chdir
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.cli import COMMANDS
from generator.cli.arguments import expanded
from tests.windows.machine import BAOCAO, ROOT, Machine

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.windows, pytest.mark.slow]

NAME = "Báo cáo quý"
UNIT = "so-noi-vu-dong-nai"
FOREIGN = "dong-nai-bien-hoa"
SAMPLE = f"data/2022-Q1/{UNIT}.yaml"
TO_PARENT = ["--don-vi", "dong-nai", "--ky", "2022-Q1"]

# -- in this order; there, `/` is typed as `\` --
WORK = {
    "help": ["--help"],
    "a mistyped command": ["chekc", SAMPLE],
    "init": ["init"],
    "init over it": ["init"],
    "new": ["new", "--don-vi", UNIT, "--ky", "2022-Q2", "--loi-van"],
    "new over it": ["new", "--don-vi", UNIT, "--ky", "2022-Q2"],
    "new as a workbook": ["new", "--don-vi", UNIT, "--ky", "2022-Q3", "--xlsx"],
    "render": ["render", SAMPLE],
    "render elsewhere": ["render", SAMPLE, "-o", "Báo cáo Quý I (bản nháp).docx", "--xlsx"],
    "render a workbook": ["render", f"data/2022-Q3/{UNIT}.xlsx", "--xlsx"],
    "render what is not there": ["render", "data/không có.yaml"],
    "render a folder": ["render", "data"],
    "render over a template": ["render", SAMPLE, "-o", "templates/so/bao-cao.docx"],
    "render to a device": ["render", SAMPLE, "-o", "con.docx"],
    "check": ["check", SAMPLE],
    "check a folder": ["check", "data/2022-Q1", "--so-lieu", "--format", "json"],
    "check layout": ["check", "--the-thuc", "out/2022-Q1"],
    "explain": ["explain", "NQ-001"],
    "rollup": ["rollup", "data/2022-Q1/dong-nai-*.yaml", *TO_PARENT, "-o", "tổng hợp.yaml"],
    "batch": ["batch", "data/2022-Q1", "--jobs", "1"],
    "batch over it": ["batch", "data/2022-Q1", "--jobs", "1"],
    "verify": ["verify", "--jobs", "1"],
    "fields": ["fields", "so", "--docx", "ô điền.docx"],
    "new template": ["new-template", "moi", "--nhu", "so"],
    "render a new template": ["render", "templates/moi/vi-du.yaml"],
    "lint": ["lint", "so", "moi", "--format", "github"],
    "lint with comments": ["lint", "templates/chung/*.docx", "--annotate", "out"],
    "diff": ["diff", "templates/so/bao-cao.docx", "templates/tinh/bao-cao.docx"],
}


class Done(NamedTuple):
    """What a command has said, and its exit code."""

    code: int
    out: list[str]
    err: list[str]


class Work(NamedTuple):
    """What was done: folders and commands by name, of Windows and of here; the program's folder."""

    there: Path
    here: Path
    told: dict[str, tuple[Done, Done]]
    program: Path


@pytest.fixture(scope="module")
def work(machine: Machine, unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    there, here = machine.drive / NAME, tmp_path_factory.mktemp("here") / NAME
    shutil.rmtree(there, ignore_errors=True)
    told = {}
    for folder in (there, here):
        folder.mkdir()
    for name, words in WORK.items():
        if name == "new":
            _receive(there)
            _receive(here)
        told[name] = _there(machine, words, there), _here(unpacked, words, here)
    return Work(there, here, told, unpacked)


def _receive(folder: Path) -> None:
    """Put two units' data there, one as programs of Windows save it: with marks of their own."""
    for unit in ("dong-nai-cam-my", FOREIGN):
        for path in (ROOT / "data" / "2022-Q1").glob(f"{unit}.*"):
            blob = path.read_bytes()
            if unit == FOREIGN:
                blob = b"\xef\xbb\xbf" + blob.replace(b"\n", b"\r\n")
            (folder / "data" / "2022-Q1" / path.name).write_bytes(blob)


def _there(machine: Machine, words: list[str], folder: Path) -> Done:
    typed = [word.replace("/", "\\") for word in words]
    done = machine.run(BAOCAO, *typed, folder=folder)
    said = (done.stdout, done.stderr)
    out, err = (text.decode().replace("\\", "/").splitlines() for text in said)
    return Done(done.returncode, out, err)


def _here(program: Path, words: list[str], folder: Path) -> Done:
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(program)}
    with chdir(folder):  # as a shell does
        given = expanded(words)
    done = subprocess.run(
        [sys.executable, "-m", "generator", *given],
        check=False,
        cwd=folder,
        env=environment,
        capture_output=True,
    )
    said = (done.stdout, done.stderr)
    out, err = (text.decode().replace(str(folder), f"C:/{NAME}").splitlines() for text in said)
    return Done(done.returncode, out, err)


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "out" / "2022-Q1").glob("*.docx")}


def test_every_command_that_ends_by_itself_is_tried() -> None:
    assert {words[0] for words in WORK.values()} >= set(COMMANDS) - {"preview"}


@pytest.mark.parametrize("name", WORK)
def test_a_command_does_and_says_there_what_it_does_and_says_here(work: Work, name: str) -> None:
    there, here = work.told[name]

    assert there == here
    assert "HT-999" not in "".join(there.err)


def test_all_files_are_the_same_to_the_byte(work: Work) -> None:
    there, here = _files(work.there), _files(work.here)

    assert there.keys() == here.keys()
    assert [name for name in there if there[name] != here[name]] == []


def test_line_ends_and_marks_of_windows_programs_change_nothing(work: Work, tmp_path: Path) -> None:
    ours = ROOT / "data" / "2022-Q1" / f"{FOREIGN}.yaml"

    _here(work.program, ["render", str(ours), "-o", "ours.docx"], tmp_path)

    assert (work.there / "data" / "2022-Q1" / ours.name).read_bytes() != ours.read_bytes()
    assert _documents(work.there)[f"{FOREIGN}.docx"] == (tmp_path / "ours.docx").read_bytes()


def test_what_was_made_there_is_found_exact_here(work: Work, tmp_path: Path) -> None:
    shutil.copytree(work.there, tmp_path / NAME)

    done = _here(work.program, ["verify", "--jobs", "1"], tmp_path / NAME)

    assert done.code == 0, done.err
    assert done.err[-1].endswith("0 tệp khác")


def test_several_processes_make_what_one_makes(machine: Machine, work: Work) -> None:
    before = _documents(work.there)

    done = _there(machine, ["batch", "data/2022-Q1", "--jobs", "2", "--force"], work.there)

    assert done.code == 0, done.err
    assert sum("đã ghi" in line for line in done.err) == len(before) == 3
    assert _documents(work.there) == before
