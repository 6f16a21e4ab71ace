"""Workers, interleaved rounds, medians with their spread, and the check that output is right."""

from __future__ import annotations

import io
import json
import statistics
import subprocess
import zipfile
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Self

from lxml import etree

from benchmarks import templates, worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.engines import Engine

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECONDS_A_TURN = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Some measurements of one thing: their median, least and most."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        return cls(median=statistics.median(values), least=min(values), most=max(values))


class Worker:
    """An engine in a process of its own, spoken to line by line."""

    def __init__(self, engine: Engine, template: Path, data: str) -> None:
        self.engine = engine
        self._process = subprocess.Popen(
            engine.command(template, data),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        if not line:
            raise EngineFailed(self.engine.name, self._process.communicate()[1])
        return line

    def ask(self, line: str) -> str:
        self.tell(line)
        return self.answer()

    def seconds(self, documents: int) -> float:
        """Return how long one of `documents` documents took."""
        return float(self.ask(f"time {documents}")) / documents

    def peak(self) -> float:
        """Return the largest resident size so far in MB.

        Asked of the system from outside, as getrusage would count this process before the fork.
        """
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            raise EngineFailed(self.engine.name, "the peak of memory is only known on Linux")
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


class EngineFailed(Exception):  # noqa: N818  # it says what happened, as the table prints it
    """An engine stopped instead of answering; its own last words."""

    def __init__(self, engine: str, words: str) -> None:
        super().__init__(f"{engine}: {(words.strip().splitlines() or ['stopped'])[-1]}")


@dataclass(slots=True, kw_only=True)
class Bench:
    """A scratch folder with the templates and data that workers read, and the workers started."""

    folder: Path
    rounds: int
    workers: list[Worker] = field(default_factory=list)

    def start(self, engine: Engine, template: str, data: str) -> Worker:
        """Start `engine` on the template called `template` (`report` or `table`)."""
        path = self.folder / f"{template}-{engine.dialect}.docx"
        if engine.name == "floor":
            path = self.folder / f"floor-{data.replace(':', '-')}.docx"
        elif not path.exists():
            path.write_bytes(templates.MAKERS[template](templates.DIALECTS[engine.dialect]))
        started = Worker(engine, path, self._json(data) if engine.node else data)
        self.workers.append(started)
        return started

    def save(self, running: Worker, name: str) -> Path:
        """Let a worker write one document and return its path."""
        path = self.folder / name
        running.ask(f"save {path}")
        return path

    def _json(self, data: str) -> str:
        """Write the values to a file for engines of another language and return its path."""
        path = self.folder / f"{data.replace(':', '-')}.json"
        if not path.exists():
            path.write_text(json.dumps(worker.context_of(data)), encoding="utf-8")
        return str(path)

    def close(self) -> None:
        while self.workers:
            self.workers.pop().close()

    def interleaved(self, measures: dict[str, Callable[[], float]]) -> dict[str, Spread]:
        """Take every measure once a round, in turn, so that a busy moment hits all alike."""
        taken: dict[str, list[float]] = {name: [] for name in measures}
        for _ in range(self.rounds):
            for name, measure in measures.items():
                taken[name].append(measure())
        return {name: Spread.of(values) for name, values in taken.items()}


def per_document(running: Worker) -> Callable[[], float]:
    """Return a measure of one document, over as many as fill a short turn (found out here)."""
    running.seconds(1)
    count = max(1, min(500, round(SECONDS_A_TURN / running.seconds(1))))
    return lambda: running.seconds(count)


def check(path: Path, template: str, data: str) -> None:
    """Raise `EngineFailed` unless a document has the paragraphs that `data` makes of `template`."""
    expected = _texts(templates.MAKERS[template](templates.plain(worker.context_of(data))))
    found = _texts(path.read_bytes())
    if found != expected:
        pairs = zip_longest(found, expected, fillvalue="(nothing)")
        wrong = next(f"{a!r} where {b!r} was due" for a, b in pairs if a != b)
        raise EngineFailed(path.stem, f"wrong text: {wrong}")


def _texts(blob: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
