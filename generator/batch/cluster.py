"""A crew of other machines: a Dask cluster (`pip install baocao[cluster]`, also on its workers).

The machines need not see the disk: the project goes to each worker once, the files of a unit go
with its task, documents come back as bytes and are written here. Which earlier reports and pictures
a report asks for shows only while it is made; then the task comes back, and goes out again with
them. Dask itself gives the tasks of a worker that dies to another one.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from distributed import Client, KilledWorker, WorkerPlugin, get_worker, wait
from msgspec.structs import replace

from generator.batch import loi
from generator.batch.desk import text_beside
from generator.batch.processes import LIMIT
from generator.batch.work import Bench, Done, program
from generator.problem import Stopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from distributed import Future, Worker

    from generator.batch.processes import Setting
    from generator.batch.work import Task

_CONNECT_SECONDS: Final = 10.0
# So many tasks are under way for each thread of the cluster: one at work, one to go on with.
_AHEAD: Final = 2


class BenchPlugin(WorkerPlugin):  # type: ignore[misc]  # the library has no types
    """Sets up a place to make reports at on every worker, also on those that join later."""

    def __init__(self, name: str, setting: Setting) -> None:
        """Call it `name`; reports are made as in `setting`, from files that come with the tasks."""
        self.name, self._setting = name, setting

    def setup(self, worker: Worker) -> None:  # noqa: ARG002  # the library's signature
        """Begin on a worker."""
        self.bench = Bench(self._setting)

    def __getstate__(self) -> dict[str, object]:
        """Return what is sent: not the bench, each worker has its own."""
        return {key: value for key, value in self.__dict__.items() if key != "bench"}


def on_cluster(
    address: str, setting: Setting, tasks: Iterable[Task], limit: float = LIMIT
) -> Iterator[Done]:
    """Do `tasks` on the cluster whose scheduler is at `address`.

    Raises Stopped where it cannot be reached (HT-046), gives no answer for `limit` seconds, or runs
    another version of this program (HT-047).
    """
    try:
        client = Client(address, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise Stopped([loi.no_cluster(address, type(error).__name__)]) from error
    with client:
        yield from _Office(client, setting, limit).work(tasks)


class _Office:
    """Gives tasks to a cluster and takes their results."""

    def __init__(self, client: Client, setting: Setting, limit: float) -> None:
        self._client, self._disk, self._limit = client, setting.disk, limit
        self._name = f"baocao-{client.id}"
        self._plugin = BenchPlugin(self._name, setting)
        self._tasks: dict[Future, Task] = {}
        self._refused: list[Done] = []

    def work(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Yield what becomes of each task."""
        self._client.register_plugin(self._plugin)
        ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))
        waiting = iter(tasks)
        try:
            self._give_next(waiting, ahead)
            while self._tasks or self._refused:
                while self._refused:
                    yield self._refused.pop()
                for future in self._finished():
                    done = self._result(future)
                    if done is not None:
                        yield done
                self._give_next(waiting, ahead - len(self._tasks))
        finally:
            self._client.cancel(list(self._tasks))
            self._client.unregister_worker_plugin(self._name)

    def _give_next(self, waiting: Iterator[Task], count: int) -> None:
        for task in islice(waiting, count):
            self._give(task, (task.data, text_beside(task.data)))

    def _give(self, task: Task, names: Iterable[str]) -> None:
        """Send out `task` with the files called `names`, beside those it has."""
        try:
            files = {name: self._disk(name) for name in names}
        except Stopped as stopped:
            self._refused.append(Done(unit=task.unit, problems=stopped.problems))
            return
        packed = replace(task, files={**(task.files or {}), **files})
        future = self._client.submit(_make, self._name, packed, pure=False)
        self._tasks[future] = packed

    def _finished(self) -> list[Future]:
        if not self._tasks:
            return []
        try:
            done = wait(list(self._tasks), timeout=self._limit, return_when="FIRST_COMPLETED").done
        except TimeoutError as error:
            address = self._client.scheduler.address
            raise Stopped([loi.no_cluster(address, f"{self._limit:g} s")]) from error
        return list(done)

    def _result(self, future: Future) -> Done | None:
        """Return what became of a task; None where it was sent out again with what it lacked."""
        task = self._tasks.pop(future)
        if future.status != "finished":
            error = future.exception()
            # -- every worker that was given it died over it --
            killed = isinstance(error, KilledWorker)
            problem = loi.died(task.data) if killed else loi.unexpected(error, task.data)
            return Done(unit=task.unit, problems=(problem,))
        done: Done
        done, other = future.result()
        if other != program():
            raise Stopped([loi.other_program(other, program())])
        if done.lacking:
            self._give(task, done.lacking)
            return None
        return done


def _make(name: str, task: Task) -> tuple[Done, str]:
    """Do one task; runs on a worker, and says with which program."""
    plugin: BenchPlugin = get_worker().plugins[name]
    return plugin.bench.make(task), program()
