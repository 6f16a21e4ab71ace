"""Rows that exceed the row a form set holds against them.

Nothing to report (`khong_phat_sinh`) leaves no room for a part of it: it limits as 0 does.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.checks.wording import plain
from generator.figure import Status
from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.bieu_mau import ChiTieu, Ref
    from generator.checks.view import View
    from generator.figure import Figure
    from generator.report import Row

_ZERO = Decimal(0)


def beyond(view: View, limit_of: Callable[[ChiTieu], Ref | None]) -> Iterator[tuple[Row, Row, str]]:
    """Give every row over its limit: the row, the limiting row, and how messages name that one.

    `limit_of` is one function for all reports, see `View.rows_of`.
    """
    for row in view.rows_of(limit_of):
        ref, number = limit_of(row.chi_tieu), row.figure.number
        if ref is None or number is None:
            continue
        limit = view.rows[ref]
        most = _ZERO if limit.figure.status is Status.NOT_ARISING else limit.figure.number
        if most is not None and number > most:
            same_form = ref.bieu == row.chi_tieu.ref.bieu
            yield row, limit, ref.ma if same_form else str(ref)


def limit_said(figure: Figure) -> Message:
    """Return a limit as messages state it."""
    if figure.status is Status.NOT_ARISING:
        return Message("không phát sinh", "nothing to report")
    number = plain(figure)
    return Message(number, number)
