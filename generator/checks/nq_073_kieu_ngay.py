"""Số 0 ở ngày, tháng sai lối. | Zeros in dates in the wrong way.

vi: Ngày dưới 10 và tháng 1, 2 có số 0 ở trước (05/01/2022); tháng 3 đến 9 không có (15/4/2020).
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b.
Cách xử lý: sửa ngày; ngày lấy từ dữ liệu ({{ vb... }}, | ngay) thì máy viết đúng.

en: Days below 10 and the months 1 and 2 take a zero (05/01/2022), months 3 to 9 do not
(15/4/2020).
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4.b.
What to do: correct the date; dates from the data are written rightly.

đúng:
    --- lời văn
    Đến ngày 13/6/2022, Sở đã nhận 20 hồ sơ.

sai:
    --- lời văn
    Đến ngày 13/06/2022, Sở đã nhận 20 hồ sơ.
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

CODE = "NQ-073"
SEVERITY = Severity.WARNING
_DATE = r"([0-9][0-9]{0,3})(?:/| tháng )([0-9]{1,4})(?:/| năm )([0-9]{4})(?![0-9/])"
_CLUES = ("/[0-9]+(?:/| năm )[0-9]", "tháng [0-9]")
_LAST_PADDED_MONTH = 2


def check(view: View) -> Iterator[Problem]:
    """Warn of every date whose zeros are not those of the decree."""
    for block, found in view.text.find(_DATE, *_CLUES) if view.text else ():
        day, month, year = found.groups()
        usual = (f"{int(day):02}", _month(int(month)))
        if day_of(day, month, year) is None or (day, month) == usual:
            continue
        numbers = (*usual, year)
        right = "/".join(numbers) if "/" in found.group() else "{} tháng {} năm {}".format(*numbers)
        message = Message(f"“{found.group()}” sai số 0", f"“{found.group()}” has wrong zeros")
        yield warning(CODE, block.where, message, Message(f"Viết: {right}.", f"Write {right}."))


def _month(month: int) -> str:
    return f"{month:02}" if month <= _LAST_PADDED_MONTH else str(month)
