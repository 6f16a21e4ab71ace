"""Crews on this machine: this process alone, or several processes.

A crew takes tasks and yields what became of each, in any order. Processes answer each task with the
document, in the order they were given: so it is always known which report a process was making when
it died or when it took too long.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import threading
import time
from collections import deque
from contextlib import contextmanager, suppress
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Protocol, cast

from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from generator.batch import loi
from generator.batch.desk import Disk, disk
from generator.batch.project import Project, read_project
from generator.batch.work import Bench, Done
from generator.pipeline import Workshop
from generator.problem import Stopped

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from multiprocessing.context import SpawnContext
    from pathlib import Path

    from generator.batch.work import Task
    from generator.don_vi import DanhMuc

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

# A report takes some hundredths of a second; whatever takes this long will never end.
LIMIT: Final = 120.0
# A process has so many tasks: one at work, one to go on with while its answer is taken.
_AHEAD: Final = 2
# Pickling the warnings of a report takes six times as long.
_ANSWERS: Final = Decoder(Done)


class Maker(Protocol):
    """Does one task after the other: a `Bench`, or what only looks at reports."""

    def make(self, task: Task) -> Done:
        """Return what becomes of `task`; never raises."""


class Place(Protocol):
    """Where tasks are done: every process gets it and asks it for a maker of its own."""

    def bench(self) -> Maker:
        """Return a maker."""


class Setting(Struct, frozen=True, kw_only=True):
    """What every crew needs to know: the project, how numbers are written, where the data are.

    `danh_muc` is the register of the project, read once for all processes; `the_thuc` has the
    layout of every document looked at, too.
    """

    project: Project
    locale: str
    disk: Disk
    danh_muc: DanhMuc
    the_thuc: bool = False

    def bench(self) -> Bench:
        """Return a place to make reports at, for a process that sees the disk."""
        return Bench(self, self.disk)


def prepare(root: Path, folder: Path, locale: str) -> Setting:
    """Return the setting for data in `folder` of the project at `root`.

    Raises Stopped for what would stop every report: unknown locale, a fault of the register.
    """
    project = read_project(root)
    danh_muc = Workshop(project, locale=locale).danh_muc
    return Setting(project=project, locale=locale, disk=disk(root, folder), danh_muc=danh_muc)


def alone(setting: Place, tasks: Iterable[Task]) -> Iterator[Done]:
    """Do `tasks` in this process, one after the other."""
    bench = setting.bench()
    for number, task in enumerate(tasks):
        yield bench.make(task)
        if number == 0:
            _keep()


def in_processes(
    setting: Place, tasks: Iterable[Task], jobs: int, limit: float = LIMIT
) -> Generator[Done, None, None]:
    """Do `tasks` in `jobs` processes; `limit` is how many seconds one report may take.

    When a process dies (the system was short of memory), its report is tried once more at the end,
    with no other beside it.
    """
    died: list[Task] = []
    yield from _work(setting, tasks, (jobs, limit), died)
    for task in died:
        again: list[Task] = []
        yield from _work(setting, [task], (1, limit), again)
        if again:
            yield Done(unit=task.unit, problems=(loi.died(task.data),))


def _work(
    setting: Place, tasks: Iterable[Task], how: tuple[int, float], died: list[Task]
) -> Iterator[Done]:
    """Yield what becomes of `tasks`; those whose process died are added to `died` instead."""
    jobs, limit = how
    waiting = iter(tasks)
    hands: list[_Hand] = []
    useful = False
    try:
        _start(hands, setting, islice(waiting, jobs))
        _give_next(hands, waiting)
        while hands:
            for hand in _ready(hands, limit):
                task = hand.tasks[0]
                done = hand.answer(limit)
                if hand.is_gone():
                    hands.remove(hand)
                    # -- what it had not begun, another one does --
                    waiting = chain(hand.tasks, waiting)
                    _start(hands, setting, islice(waiting, 1))
                if done is not None:
                    useful = True
                    yield done
                else:
                    died.append(task)
            _give_next(hands, waiting)
            for hand in [hand for hand in hands if not hand.tasks]:
                hand.stop()
                hands.remove(hand)
            if not useful and len(died) > 2 * jobs:
                raise Stopped([loi.no_process()])
    finally:
        for hand in hands:
            hand.stop()


def _start(hands: list[_Hand], setting: Place, tasks: Iterable[Task]) -> None:
    """Add a process for each of `tasks` to `hands`."""
    for task in tasks:
        hands.append(_Hand(setting, task, [hand.pipe for hand in hands]))


def _give_next(hands: Iterable[_Hand], waiting: Iterator[Task]) -> None:
    for hand in hands:
        for task in islice(waiting, _AHEAD - len(hand.tasks)):
            hand.give(task)


class _Hand:
    """One process, and the tasks it has: the first is the one it is at."""

    def __init__(self, setting: Place, task: Task, others: Iterable[Connection]) -> None:
        """Start it; `others` are our ends of the pipes to the processes there are."""
        self.tasks: deque[Task] = deque()
        method = start_method()
        # -- told apart by types only where there is `fork` --
        context = cast("SpawnContext", multiprocessing.get_context(method))
        self.pipe, theirs = context.Pipe()
        # -- a copy of this process has our ends, too: open there, they would never seem to end --
        ours = (self.pipe, *others) if method == "fork" else ()
        self._process = context.Process(target=_serve, args=(theirs, setting, ours), daemon=True)
        with _without_ctrl_c():
            self._process.start()
        theirs.close()  # else the end of the process would not show
        self._since = time.monotonic()
        self.give(task)

    def give(self, task: Task) -> None:
        """Add a task to those it has."""
        if not self.tasks:
            self._since = time.monotonic()
        self.tasks.append(task)
        # -- a process that is already gone shows when its answer is asked for --
        with suppress(OSError):
            self.pipe.send(task)

    def answer(self, limit: float) -> Done | None:
        """Return what became of the task it was at; None if the process died over it."""
        task = self.tasks.popleft()
        self._since = time.monotonic()
        try:
            if self.pipe.poll():
                return _ANSWERS.decode(self.pipe.recv_bytes())
        except (EOFError, OSError):
            self.stop()
            return None
        self.stop()
        return Done(unit=task.unit, problems=(loi.too_slow(task.data, limit),))

    def seconds_left(self, limit: float) -> float:
        """Return how long the process may still take; negative when it is late."""
        return self._since + limit - time.monotonic()

    def is_gone(self) -> bool:
        """Tell whether the process was stopped."""
        return self.pipe.closed

    def stop(self) -> None:
        """End the process, whatever it is doing: it writes nothing that could be left half done."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def start_method() -> str:
    """Return how `multiprocessing` is to start processes here.

    On Linux they are copies of this one (`fork`), which saves each the quarter of a second of
    importing the program. Elsewhere they begin anew (`spawn`): Windows has no copies, macOS none
    that its libraries bear, and nobody should copy a process of several threads.
    """
    copies = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if copies else "spawn"


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Keep Ctrl-C back: processes started meanwhile never see it, this one sees it at the end.

    They inherit that from their very start; `_serve` would be too late while Python itself starts.
    Windows has nothing of the kind (it sends Ctrl-C to every process of the console, what a parent
    ignores its children do not, and `multiprocessing` cannot ask for a group of their own): there,
    Ctrl-C in that half second may still show as a traceback of a process.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415  # not there on Windows

    resource_tracker.ensure_running()  # begun by `start`, it would let signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ready(hands: list[_Hand], limit: float) -> list[_Hand]:
    """Return the hands that have answered, died or are late; wait until there is one."""
    soonest = min(hand.seconds_left(limit) for hand in hands)
    spoke = wait([hand.pipe for hand in hands], timeout=max(0.0, soonest))
    return [hand for hand in hands if hand.pipe in spoke or hand.seconds_left(limit) <= 0]


def _serve(pipe: Connection, setting: Place, ours: Iterable[Connection]) -> None:
    """Do the work of a process: answer tasks until nobody asks any more.

    `ours` are the ends of pipes that belong to the process that asks.
    """
    for end in ours:
        end.close()
    # -- Ctrl-C is for who gave the tasks (on Windows, `_without_ctrl_c` cannot see to that) --
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bench, encode = setting.bench(), Encoder().encode
    with suppress(EOFError, OSError):
        pipe.send_bytes(encode(bench.make(pipe.recv())))
        _keep()
        while True:
            pipe.send_bytes(encode(bench.make(pipe.recv())))


def _keep() -> None:
    """Tell the collector of garbage that what is there after the first report is there to stay."""
    gc.collect()
    gc.freeze()
