"""Phân số n/m có n lớn hơn m, hoặc m bằng 0. | A fraction n/m with n over m, or m of 0.

vi: "06/11 đơn vị" là 6 trong số 11: số trước không thể lớn hơn số sau, và không có gì để đếm thì
không ghi phân số.
Vì sao: thường là ghi ngược hai số. Áp dụng cho dòng biểu mẫu ghi n/m và cho số liệu n/m trong
`so_lieu`.
Cách xử lý: sửa lại hai số; không phát sinh thì ghi `khong_phat_sinh` hoặc `trong`.

en: "06/11 units" is 6 of 11: the first number cannot exceed the second, and where there is
nothing to count no fraction is stated.
Why: mostly the two were swapped. It holds for rows of forms stated as n/m and for n/m in
`so_lieu`.
What to do: correct the two numbers; where nothing arose write `khong_phat_sinh` or `trong`.

đúng:
    so_lieu: {kiem_tra: {da_kiem_tra: 6/11}}

sai:
    so_lieu: {kiem_tra: {da_kiem_tra: 11/6}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import plain, warning
from generator.figure import Figure
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem, Where

CODE = "NQ-015"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every n/m, in forms and among free figures, that is no share of its m."""
    for where, figure in _fractions(view):
        if figure.number is None or figure.total is None:
            continue
        if figure.total == 0:
            message = Message(f"{plain(figure)}: mẫu số bằng 0", f"{plain(figure)}: divides by 0")
        elif figure.number > figure.total:
            message = Message(
                f"{plain(figure)}: số trước lớn hơn số sau",
                f"{plain(figure)}: the first number exceeds the second",
            )
        else:
            continue
        yield warning(CODE, where, message)


def _fractions(view: View) -> Iterator[tuple[Where, Figure]]:
    for row in view.rows.values():
        if row.figure.total is not None:
            yield row.where, row.figure
    for leaf in view.free:
        if isinstance(leaf.value, Figure) and leaf.value.total is not None:
            yield leaf.where, leaf.value
