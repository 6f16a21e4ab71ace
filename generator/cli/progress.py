"""Progress of long work: a bar on a terminal, plain lines into a file or a pipe."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as RichProgress
from rich.text import Text

from generator.batch.run import Status
from generator.cli import show
from generator.cli.language import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.progress import Task

    from generator.batch.run import Outcome
    from generator.problem import Problem


class Progress:
    """Shows how far the work has come; what is wrong with a unit is printed as it is found."""

    def __init__(self, total: int, console: Console | None = None) -> None:
        """Expect `total` steps; show them on `console` (default: standard error)."""
        self._console = console or Console(stderr=True, soft_wrap=True)
        self._total, self._done = total, 0
        self._bar = RichProgress(
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TextColumn(text("còn", "left")),
            TimeRemainingColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> Self:
        """Begin."""
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        self._bar.stop()

    def unit(self, outcome: Outcome) -> None:
        """Show what became of one unit: what stopped it in full, other warnings by their number."""
        noted = bool(outcome.problems)
        self._step(outcome.unit, _word(outcome), outcome.causes, noted=noted)

    def pdf(self, unit: str, problems: Sequence[Problem]) -> None:
        """Show what became of one PDF."""
        word = text(*(_FAILED if problems else _DONE))
        self._step(f"{unit}.pdf", word, problems, noted=bool(problems))

    def _step(self, name: str, word: str, problems: Sequence[Problem], *, noted: bool) -> None:
        self._done += 1
        self._bar.advance(self._task)
        if noted or not self._console.is_terminal:
            self._say(f"[{self._done}/{self._total}] {name}: {word}")
        for problem in show.errors_first(problems):
            self._say(show.as_text(problem))

    def _say(self, line: str) -> None:
        if self._console.is_terminal:
            self._console.print(Text(line))
        else:
            show.line(line, sys.stderr)


_DONE = ("đã ghi", "written")
_FAILED = ("LỖI", "FAILED")
_UNCHANGED = ("không đổi", "unchanged")


def _word(outcome: Outcome) -> str:
    words = {Status.DONE: _DONE, Status.FAILED: _FAILED, Status.UNCHANGED: _UNCHANGED}
    word = text(*words[outcome.status])
    count = len(outcome.remarks) or outcome.warnings
    if not count:
        return word
    codes = sorted(Counter(problem.code for problem in outcome.remarks).items())
    which = ", ".join(f"{code} ×{times}" for code, times in codes)
    shown = f" ({which})" if which else ""  # of an earlier run only the number is known
    return word + text(f", {count} cảnh báo{shown}", f", {count} warnings{shown}")


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        """Return the rate, once there is one."""
        speed = task.finished_speed or task.speed
        shown = f"{speed:.1f}" if speed else "…"
        return Text(text(f"{shown.replace('.', ',')}/giây", f"{shown}/s"))
