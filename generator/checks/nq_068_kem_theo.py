"""Dòng “Kèm theo Báo cáo số” của báo cáo khác. | “Kèm theo Báo cáo số” of another report.

vi: Dòng dưới tên phụ lục phải mang số, ký hiệu và ngày của chính báo cáo này.
Vì sao: phụ lục lấy từ báo cáo trước. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
III.1.c.
Cách xử lý: dùng {{ so_hieu }} và {{ ngay_thang }} thay vì gõ số.

en: The line under the title of an annex bears number, symbol and date of this very report.
Why: the annex was taken from an earlier one. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.c.
What to do: use {{ so_hieu }} and {{ ngay_thang }} instead of typing them.

đúng:
    --- lời văn
    (Kèm theo Báo cáo số 12/BC-SNV ngày 18 tháng 3 năm 2022 của Sở Nội vụ)

sai:
    --- lời văn
    (Kèm theo Báo cáo số 12/BC-STC ngày 18 tháng 3 năm 2022 của Sở Nội vụ)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.periods import day_of
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem
    from generator.report import Report

CODE = "NQ-068"
SEVERITY = Severity.WARNING
_LINE = (
    r"[Kk]èm theo Báo cáo số\s*:?\s*(?P<so>[0-9]*)\s*/\s*(?P<ky_hieu>BC-[\w-]+)"
    r"(?:\s+ngày\s+(?P<ngay>[0-9]{1,2})(?:\s*/\s*|\s+tháng\s+)(?P<thang>[0-9]{1,2})(?:\s*/\s*|\s+năm\s+)(?P<nam>[0-9]{4}))?"
)


def check(view: View) -> Iterator[Problem]:
    """Warn of every such line with another number or date; a blank in the report allows any."""
    if view.text is None:
        return
    for block, found in view.text.find(_LINE, "èm theo Báo cáo"):
        if not _own(found, view.report):
            message = Message(
                f"“{found.group()}” không phải số, ngày của báo cáo này",
                f"“{found.group()}” is not the number and date of this report",
            )
            yield warning(CODE, block.where, message)


def _own(found: re.Match[str], report: Report) -> bool:
    number, day = report.so_ky_hieu, report.ngay_ban_hanh.day
    if found["ky_hieu"] != number.ky_hieu:
        return False
    if found["so"] and number.so is not None and int(found["so"]) != number.so:
        return False
    written = day_of(found["ngay"], found["thang"], found["nam"]) if found["ngay"] else None
    return written is None or day is None or written == day
