"""Earlier reports of one unit: read when somebody asks, each once; faulty ones become warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message, Problem, Severity, Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.period import Ky
    from generator.report import Report


class History:
    """The reports of one unit by period; `warnings` fills up while they are read."""

    def __init__(
        self,
        unit: str,
        find: Callable[[Ky, str], tuple[bytes, str] | None],
        load: Callable[[bytes, str], Report],
    ) -> None:
        """Look for reports of `unit` with `find` (content and name of a file), read with `load`."""
        self._unit, self._find, self._load = unit, find, load
        self._read: dict[Ky, Report | None] = {}
        self.warnings: list[Problem] = []

    def __call__(self, period: Ky) -> Report | None:
        """Return the report of a period; None where there is none or it cannot be used."""
        if period not in self._read:
            self._read[period] = self._get(period)
        return self._read[period]

    def _get(self, period: Ky) -> Report | None:
        name = ""
        try:
            found = self._find(period, self._unit)
            if found is None:
                return None
            name = found[1]
            report = self._load(*found)
        except Stopped as stopped:
            errors = [p for p in stopped.problems if p.severity is Severity.ERROR]
            self.warnings.append(_unusable(period, errors or stopped.problems))
            return None
        if report.ky != period or report.don_vi.ma != self._unit:
            self.warnings.append(_another(period, self._unit, report, name))
            return None
        return report


def _unusable(period: Ky, problems: list[Problem] | tuple[Problem, ...]) -> Problem:
    first, others = problems[0], len(problems) - 1
    more = (
        Message(f" (Và {others} lỗi khác.)", f" (And {others} more.)")
        if others
        else Message("", "")
    )
    return Problem(
        code="DL-070",
        severity=Severity.WARNING,
        where=first.where,
        message=Message(
            f"Không lấy được số liệu kỳ {period} vì tệp có lỗi: {first.message.vi}{more.vi}",
            f"The figures of {period} cannot be used: {first.message.en}{more.en}",
        ),
        hint=Message(
            f"Sửa tệp của kỳ {period}; trong khi đó các số liệu kỳ này coi như trống.",
            f"Mend the file of {period}; until then its figures count as blank.",
        ),
    )


def _another(period: Ky, unit: str, report: Report, name: str) -> Problem:
    says = f"{report.ky}, {report.don_vi.ma}"
    return Problem(
        code="DL-071",
        severity=Severity.WARNING,
        where=Where(file=name),
        message=Message(
            f"Tệp này phải là báo cáo {period}, {unit} nhưng bên trong ghi {says}; không dùng số "
            "liệu của tệp.",
            f"This should be the report {period}, {unit}, but it says {says}; it is not used.",
        ),
        hint=Message(
            "Sửa `ky`, `don_vi` trong tệp, hoặc đặt tệp vào đúng thư mục kỳ báo cáo.",
            "Correct `ky` and `don_vi` in it, or put it into the folder of its period.",
        ),
    )
