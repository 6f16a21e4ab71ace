"""A clerk's work on Windows and the same work here: every word and every byte is the same.

The program comes from its wheel and works in an empty folder whose name has spaces and marks.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.cli import COMMANDS
from tests.clerk import (
    FOREIGN,
    NAME,
    RECEIVED,
    WORK,
    Done,
    files_in,
    receive,
    work_here,
)
from tests.windows.machine import BAOCAO, ROOT, Machine

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.windows, pytest.mark.slow]


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
        if name == RECEIVED:
            receive(there)
            receive(here)
        told[name] = _there(machine, words, there), work_here(unpacked, words, here)
    return Work(there, here, told, unpacked)


def _there(machine: Machine, words: list[str], folder: Path) -> Done:
    typed = [word.replace("/", "\\") for word in words]
    done = machine.run(BAOCAO, *typed, folder=folder)
    said = (done.stdout, done.stderr)
    out, err = (text.decode().replace("\\", "/").splitlines() for text in said)
    return Done(done.returncode, out, err)


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
    there, here = files_in(work.there), files_in(work.here)

    assert there.keys() == here.keys()
    assert [name for name in there if there[name] != here[name]] == []


def test_line_ends_and_marks_of_windows_programs_change_nothing(work: Work, tmp_path: Path) -> None:
    ours = ROOT / "data" / "2022-Q1" / f"{FOREIGN}.yaml"

    work_here(work.program, ["render", str(ours), "-o", "ours.docx"], tmp_path)

    assert (work.there / "data" / "2022-Q1" / ours.name).read_bytes() != ours.read_bytes()
    assert _documents(work.there)[f"{FOREIGN}.docx"] == (tmp_path / "ours.docx").read_bytes()


def test_what_was_made_there_is_found_exactly_here(work: Work, tmp_path: Path) -> None:
    shutil.copytree(work.there, tmp_path / NAME)

    done = work_here(work.program, ["verify", "--jobs", "1"], tmp_path / NAME)

    assert done.code == 0, done.err
    assert done.err[-1].endswith("0 tệp khác")


def test_several_processes_make_what_one_makes(machine: Machine, work: Work) -> None:
    before = _documents(work.there)

    done = _there(machine, ["batch", "data/2022-Q1", "--jobs", "2", "--force"], work.there)

    assert done.code == 0, done.err
    assert sum("đã ghi" in line for line in done.err) == len(before) == 3
    assert _documents(work.there) == before
