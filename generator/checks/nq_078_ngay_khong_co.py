"""Ngày không có trong lịch. | A day that no calendar has.

vi: Sau chữ “ngày” là một ngày, tháng không có: 31/6/2022, 29/02/2022, 13/13/2021.
Vì sao: ngày chắc chắn gõ sai. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4 (thời gian
ban hành), II.6.b (viện dẫn).
Cách xử lý: xem lại ngày trên văn bản gốc; ngày ghi ở `van_ban` thì máy in đúng lối.

en: Behind the word “ngày” stands a day that does not exist: 31/6/2022, 29/02/2022, 13/13/2021.
Why: the date is certainly wrong. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4 and II.6.b.
What to do: look at the date on the document; better name it from the data.

đúng:
    --- lời văn
    Đoàn kiểm tra ngày 30/6/2021.

sai:
    --- lời văn
    Đoàn kiểm tra ngày 31/6/2021.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.periods import day_of
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-078"
SEVERITY = Severity.WARNING
_DAY = r"ngày ([0-9]{1,2})(?:/| tháng )([0-9]{1,2})(?:/| năm )([0-9]{4})(?![0-9/])"


def check(view: View) -> Iterator[Problem]:
    """Warn of every day in full that does not exist."""
    for block, found in view.text.find(_DAY, "ngày [0-9]") if view.text else ():
        if day_of(*found.groups()) is None:
            message = Message(
                f"Không có “{found.group()}” trong lịch", f"There is no day “{found.group()}”"
            )
            yield warning(CODE, block.where, message)
