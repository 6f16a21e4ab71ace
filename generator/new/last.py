"""The unit's last report: what a new data file starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.new.asked import earlier_periods
from generator.problem import Message, Problem, Severity, Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.period import Ky
    from generator.report import Report


class Last(NamedTuple):
    """The last report and the name of its file, or the warning that keeps it from being of use."""

    report: Report | None = None
    name: str = ""
    warnings: tuple[Problem, ...] = ()


def last_report(
    don_vi: str,
    ky: Ky,
    find: Callable[[Ky, str], tuple[bytes, str] | None],
    read: Callable[[bytes, str], tuple[Report, object]],
) -> Last:
    """Return the report of a unit before the period `ky`; an empty `Last` where there is none.

    `find` returns content and name of the data file of a period and a unit, `read` the report in
    it. A report with faults is none, with one warning (DL-101).
    """
    found = next((file for one in earlier_periods(ky) if (file := find(one, don_vi))), None)
    if found is None:
        return Last()
    try:
        return Last(read(*found)[0], found[1])
    except Stopped as stopped:
        return Last(warnings=(_unusable(found[1], stopped),))


def _unusable(name: str, stopped: Stopped) -> Problem:
    first = stopped.problems[0]
    return Problem(
        code="DL-101",
        severity=Severity.WARNING,
        message=Message(
            f"Báo cáo kỳ trước có lỗi nên tệp mới không lấy gì từ đó: {first.message.vi}",
            f"The last report has faults, so nothing is taken from it: {first.message.en}",
        ),
        where=Where(file=name),
        hint=Message(
            f"Chạy `baocao render {name}`, sửa lỗi, rồi tạo lại tệp mới với --force.",
            f"Run `baocao render {name}`, mend it, then make the new file again with --force.",
        ),
    )
