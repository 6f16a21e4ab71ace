"""Ngày chốt số liệu ngoài kỳ. | Figures as of a day outside the period.

vi: Lời văn nói “tính đến ngày ...” mà ngày đó sau ngày báo cáo hoặc trước khi kỳ báo cáo bắt
đầu.
Vì sao: ngày chốt còn của kỳ khác. Căn cứ: Nghị định 09/2019/NĐ-CP, Điều 12 (thời gian chốt số
liệu).
Cách xử lý: sửa ngày; nên dùng {{ ky.den_ngay | ngay }}.

en: The text gives figures “tính đến ngày ...” (as of a day) that is after the report or before
its period.
Why: the day belongs to another period. Basis: Nghị định 09/2019/NĐ-CP, Điều 12.
What to do: correct the day; better use {{ ky.den_ngay | ngay }}.

đúng:
    --- lời văn
    Tính đến ngày 14/3/2022, toàn tỉnh có 1.788 TTHC.

sai:
    --- lời văn
    Tính đến ngày 14/3/2021, toàn tỉnh có 1.788 TTHC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.nq_051_sau_bao_cao import last_day
from generator.checks.periods import day_of
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-062"
SEVERITY = Severity.WARNING
_AS_OF = r" đến (?:hết )?ngày ([0-9]{1,2})(?:/| tháng )([0-9]{1,2})(?:/| năm )([0-9]{4})"
_COUNTED = ("tính", "số liệu", "chốt", "cập nhật", "lũy kế")


def check(view: View) -> Iterator[Problem]:
    """Warn of every day up to which figures are counted that no report on this period can have."""
    if view.text is None:
        return
    first, last = view.report.ky.tu_ngay, last_day(view.report)
    for block, found in view.text.find(_AS_OF, "đến ngày [0-9]", "đến hết ngày [0-9]"):
        day = day_of(found[1], found[2], found[3])
        counted = block.text[: found.start()].casefold().endswith(_COUNTED)
        if not counted or day is None or first <= day <= last:
            continue
        written = found.group().strip()
        message = Message(
            f"“{written}” nằm ngoài kỳ báo cáo ({first:%d/%m/%Y} - {last:%d/%m/%Y})",
            f"“{written}” is outside the period ({first:%d/%m/%Y} - {last:%d/%m/%Y})",
        )
        yield warning(CODE, block.where, message)
