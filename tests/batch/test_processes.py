"""Several processes: what they make, and what is said of a report whose process dies or hangs."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct

from generator.batch import processes
from generator.batch.processes import in_processes
from generator.batch.work import Done, Task
from generator.problem import Stopped
from tests.batch.build import UNITS, documents, errors, make_project, run, setting_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Bench(Struct):
    """Makes nothing of a task but what its name says; runs in a process of its own."""

    place: str

    def make(self, task: Task) -> Done:
        if task.unit == "hangs":
            time.sleep(600)
        if task.unit == "dies" or (task.unit == "dies-once" and self._first()):
            os.kill(os.getpid(), signal.SIGKILL)
        return Done(unit=task.unit, problems=())

    def _first(self) -> bool:
        mark = Path(self.place) / "died"
        first = not mark.exists()
        mark.touch()
        return first


class _Setting(Struct):
    place: str

    def bench(self) -> _Bench:
        return _Bench(self.place)


@pytest.fixture(params=["fork", "spawn"], autouse=True)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have processes started in each of the ways in which any system has them started."""
    if request.param == "fork" and sys.platform != "linux":
        pytest.skip("not done here")
    monkeypatch.setattr(processes, "start_method", lambda: request.param)
    return str(request.param)


class _Interrupted(Struct):
    """Has Ctrl-C pressed while it is put together: in the process that is being started."""

    place: str

    def __reduce__(self) -> tuple[object, ...]:
        return _interrupted, (self.place,)

    def bench(self) -> _Bench:
        signal.raise_signal(signal.SIGINT)  # a copied process has put nothing together
        return _Bench(self.place)


def _interrupted(place: str) -> _Setting:
    signal.raise_signal(signal.SIGINT)
    return _Setting(place)


class _Interrupting(Struct):
    """Has Ctrl-C pressed while it is taken apart: in the process that starts others anew."""

    place: str

    def __reduce__(self) -> tuple[object, ...]:
        signal.raise_signal(signal.SIGINT)
        (Path(self.place) / "started").touch()
        return _Setting, (self.place,)


class _Unusable(Struct):
    def bench(self) -> _Bench:
        os._exit(3)


def _work(place: Path, units: Iterable[str], limit: float = 60) -> dict[str, list[str]]:
    tasks = [Task(unit=unit, data=f"{unit}.yaml") for unit in units]
    done = in_processes(_Setting(str(place)), tasks, 2, limit)
    return {one.unit: [problem.code for problem in one.problems] for one in done}


def test_processes_write_what_one_process_writes(tmp_path: Path) -> None:
    data = make_project(tmp_path)
    run(data)
    alone = documents(data)
    for name in alone:
        (tmp_path / "out" / "2022-Q1" / name).unlink()

    outcomes = run(data, crew=lambda tasks: in_processes(setting_of(data), tasks, 2))

    assert {unit: errors(outcome) for unit, outcome in outcomes.items()} == {u: [] for u in UNITS}
    assert documents(data) == alone


def test_a_report_whose_process_dies_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    done = _work(tmp_path, ["a", "dies", "b", "c", "d"])

    assert done == {"a": [], "b": [], "c": [], "d": [], "dies": ["HT-037"]}
    assert list(done)[-1] == "dies"  # it had its second try when all others were done


def test_a_report_whose_process_died_once_is_made_by_another(tmp_path: Path) -> None:
    assert _work(tmp_path, ["a", "dies-once", "b"]) == {"a": [], "b": [], "dies-once": []}


def test_a_report_that_does_not_end_is_stopped_and_named(tmp_path: Path) -> None:
    done = _work(tmp_path, ["hangs", "a", "b"], limit=3)

    assert done == {"a": [], "b": [], "hangs": ["HT-038"]}


def test_processes_that_do_not_start_are_one_problem() -> None:
    tasks = [Task(unit=f"a-{n}", data="a.yaml") for n in range(20)]

    with pytest.raises(Stopped) as stopped:
        list(in_processes(_Unusable(), tasks, 1))

    (problem,) = stopped.value.problems
    assert problem.code == "HT-039"


def test_no_process_stays_when_nobody_asks_any_more(tmp_path: Path) -> None:
    tasks = [Task(unit=unit, data="a.yaml") for unit in ("a", "hangs", "hangs")]
    working = in_processes(_Setting(str(tmp_path)), tasks, 2)

    assert next(working).unit == "a"
    assert multiprocessing.active_children() != []
    working.close()

    assert multiprocessing.active_children() == []


def test_nothing_is_started_for_nothing(tmp_path: Path) -> None:
    assert _work(tmp_path, []) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="there it may show")
def test_processes_do_not_see_ctrl_c_even_while_they_start(tmp_path: Path) -> None:
    tasks = [Task(unit=unit, data=f"{unit}.yaml") for unit in ("a-1", "a-2")]

    done = in_processes(_Interrupted(str(tmp_path)), tasks, 2)

    assert sorted((one.unit, one.problems) for one in done) == [("a-1", ()), ("a-2", ())]


@pytest.mark.skipif(sys.platform == "win32", reason="there it comes at once")
def test_ctrl_c_while_a_process_starts_is_heard_once_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "start_method", lambda: "spawn")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    tasks = [Task(unit="a-1", data="a-1.yaml")]

    with pytest.raises(KeyboardInterrupt):
        list(in_processes(_Interrupting(str(tmp_path)), tasks, 1))  # type: ignore[arg-type]  # only until it is taken apart

    assert (tmp_path / "started").exists()
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_processes_end_when_the_one_that_asks_them_is_killed(tmp_path: Path, method: str) -> None:
    script = tmp_path / "asks.py"
    script.write_text(_ASKS.format(method=method, place=str(tmp_path)), encoding="utf-8")

    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, str(script)]
    asks = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=here)
    assert asks.stdout is not None
    children = [int(pid) for pid in asks.stdout.readline().split()]
    asks.kill()
    asks.communicate(timeout=60)

    assert len(children) == 3
    for _ in range(600):
        if not any(_lives(pid) for pid in children):
            return
        time.sleep(0.05)
    raise AssertionError(children)


_ASKS = """
import multiprocessing, time
from generator.batch import processes
from generator.batch.work import Task
from tests.batch.test_processes import _Setting

if __name__ == "__main__":
    processes.start_method = lambda: "{method}"
    tasks = [Task(unit=unit, data="a.yaml") for unit in "abcdefghi"]
    working = processes.in_processes(_Setting("{place}"), tasks, 3)
    next(working)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    time.sleep(600)
"""


def _lives(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rsplit(")")[1].split()[0] != "Z"
