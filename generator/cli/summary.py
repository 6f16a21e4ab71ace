"""The end of a batch in a few lines: how many, which failed, who has not reported."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.batch.run import Status
from generator.cli import show
from generator.cli.language import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.batch.plan import Plan
    from generator.batch.run import Outcome
    from generator.problem import Problem


class Summary:
    """Counts outcomes while a batch runs."""

    def __init__(self, plan: Plan) -> None:
        """Begin with nothing done of `plan`."""
        self.planned = len(plan.tasks) + len(plan.refused)
        self._not_reported = plan.not_reported
        self._data = {task.unit: task.data for task in plan.tasks}
        self._remarked = ""
        self._counts: Counter[Status] = Counter()
        self._warned = 0
        self._pdfs = 0
        self.failed: dict[str, list[str]] = {}
        self.documents: list[str] = []

    def add(self, outcome: Outcome) -> None:
        """Count what became of one unit."""
        self._counts[outcome.status] += 1
        self._warned += bool(outcome.warnings)
        if (outcome.warnings or outcome.remarks) and not self._remarked:
            self._remarked = self._data[outcome.unit]
        if outcome.status is Status.FAILED:
            self._fail(outcome.unit, outcome.causes)
        else:
            self.documents.append(outcome.unit)

    def add_pdf(self, unit: str, problems: Sequence[Problem]) -> None:
        """Count what became of one PDF."""
        if problems:
            self._fail(f"{unit}.pdf", problems)
        else:
            self._pdfs += 1

    def show(self, out: Path, stale: Iterable[Path] = ()) -> None:
        """Print the table, and by name the units that need somebody's attention.

        `stale` are files of earlier runs that are still in `out`.
        """
        left = self.planned - self._counts.total()
        rows = [
            (text("làm mới", "made"), self._counts[Status.DONE]),
            (text("không đổi", "unchanged"), self._counts[Status.UNCHANGED]),
            (text("lỗi", "failed"), self._counts[Status.FAILED]),
            (text("có cảnh báo", "with warnings"), self._warned),
            (text("chưa báo cáo", "not reported"), len(self._not_reported)),
        ]
        rows += [("PDF", self._pdfs)] if self._pdfs else []
        rows += [(text("chưa làm tới", "not begun"), left)] if left else []
        show.line(text(f"Kết quả ({out}):", f"Result ({out}):"))
        for name, count in rows:
            show.line(f"  {name:<15}{count:>6}")
        if self._remarked:
            how = f"baocao check {self._remarked}"
            show.line(text(f"Xem đủ từng cảnh báo, ví dụ: {how}", f"Warnings in full, e.g.: {how}"))
        for unit, codes in self.failed.items():
            show.line(f"{text('Lỗi', 'Failed')}: {unit} ({', '.join(codes)})")
        for old in map(show.from_here, stale):
            show.line(
                text(
                    f"Còn tệp cũ: {old}, không theo số liệu, mẫu hiện nay.",
                    f"An old file is left: {old}; it does not follow the present data, templates.",
                )
            )
        for late in self._not_reported:
            show.line(f"{text('Chưa báo cáo', 'Not reported')}: {late.day_du} ({late.ma})")

    def _fail(self, name: str, problems: Sequence[Problem]) -> None:
        self.failed[name] = list(dict.fromkeys(p.code for p in problems))
