"""A clerk's work on a Mac's volume and the same work here: every word and every byte is the same.

The program comes from its wheel, which it cannot write to, and works in an empty folder whose name
has spaces and marks.
"""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import chdir
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.cli.arguments import expanded
from tests.clerk import NAME, RECEIVED, WORK, Done, files_in, receive, work_here
from tests.macos.machine import Mac, Step

if TYPE_CHECKING:
    from pathlib import Path

    from tests.macos.machine import Told

pytestmark = [pytest.mark.macos, pytest.mark.slow]

BAOCAO = (sys.executable, "-m", "generator")
# -- what was received comes by way of the folder that both systems see --
RECEIVE = "import shutil; shutil.copytree('/results/received', 'data', dirs_exist_ok=True)"
SEVERAL = ["batch", "data/2022-Q1", "--jobs", "2", "--force"]
FILES = """\
import json
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize
files = (path for path in Path().rglob("*") if path.is_file())
print(json.dumps({normalize("NFC", str(p)): sha256(p.read_bytes()).hexdigest() for p in files}))
"""


class Work(NamedTuple):
    """What was said on both systems, by name; the files by path, each as its SHA-256."""

    told: dict[str, tuple[Done, Done]]
    there: dict[str, str]
    here: dict[str, str]
    several: Told
    after: dict[str, str]


@pytest.fixture(scope="module")
def work(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    place = tmp_path_factory.mktemp("mac")
    here = place / "here" / NAME
    here.mkdir(parents=True)
    done, steps = {}, []
    for name, words in WORK.items():
        if name == RECEIVED:
            receive(here)
            shutil.copytree(here / "data", place / "received")
            steps.append(Step([sys.executable, "-c", RECEIVE], NAME))
        with chdir(here):
            steps.append(Step([*BAOCAO, *expanded(words)], NAME))
        done[name] = work_here(unpacked, words, here)
    look = Step([sys.executable, "-c", FILES], NAME)
    steps += [look, Step([*BAOCAO, *SEVERAL], NAME), look]
    *said, files, several, after = Mac(place, unpacked).session(steps)
    of_commands = (one for one, step in zip(said, steps, strict=False) if RECEIVE not in step[0])
    told = dict(zip(WORK, map(_as_here, of_commands), strict=True))
    mine = {path: sha256(blob).hexdigest() for path, blob in files_in(here).items()}
    return Work(
        told={name: (told[name], done[name]) for name in WORK},
        there=json.loads(files.out),
        here=mine,
        several=several,
        after=json.loads(after.out),
    )


def _as_here(told: Told) -> Done:
    out, err = (said.replace(f"/Volumes/Mac/{NAME}", f"C:/{NAME}") for said in told[1:])
    return Done(told.code, out.splitlines(), err.splitlines())


@pytest.mark.parametrize("name", WORK)
def test_a_command_does_and_says_there_what_it_does_and_says_here(work: Work, name: str) -> None:
    there, here = work.told[name]

    assert there == here
    assert "HT-999" not in "".join(there.err)


def test_all_files_are_the_same_to_the_byte(work: Work) -> None:
    assert len(work.here) > 60
    assert work.there == work.here


def test_several_processes_make_what_one_makes(work: Work) -> None:
    assert work.several.code == 0, work.several.err
    assert sum("đã ghi" in line for line in work.several.err.splitlines()) == 3
    assert _documents(work.after) == _documents(work.there)


def _documents(files: dict[str, str]) -> dict[str, str]:
    return {path: found for path, found in files.items() if path.endswith(".docx")}
