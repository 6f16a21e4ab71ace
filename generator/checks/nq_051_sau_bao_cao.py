"""Văn bản có ngày sau ngày báo cáo. | A document dated after the report.

vi: Báo cáo viện dẫn một văn bản chưa được ban hành vào ngày báo cáo. Ngày báo cáo còn để trống
thì so với ngày cuối tháng, hoặc ngày cuối kỳ.
Vì sao: chắc chắn sai ngày, thường là sai năm. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần
I, II.6.b.
Cách xử lý: xem lại ngày trên văn bản gốc.

en: The report cites a document that did not exist on its own day. While that is blank, the last
day of its month or of the period counts.
Why: a date is certainly wrong, mostly its year. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I,
II.6.b.
What to do: look at the date on the document.

đúng:
    van_ban:
      kh: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh, trich_yeu: CCHC}

sai:
    van_ban:
      kh: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-12-25, co_quan: UBND tỉnh, trich_yeu: CCHC}
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem
    from generator.report import Report

CODE = "NQ-051"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every document dated after the last day on which the report can be issued."""
    last = last_day(view.report)
    for one in view.documents:
        if one.ngay is None or one.ngay <= last:
            continue
        day = f"{one.ngay:%d/%m/%Y}"
        message = Message(
            f"{one.name} ghi ngày {day}, sau ngày báo cáo (muộn nhất {last:%d/%m/%Y})",
            f"{one.name} is dated {day}, after the report ({last:%d/%m/%Y} at the latest)",
        )
        yield warning(CODE, one.where, message)


def last_day(report: Report) -> date:
    """Return the day of issue, or the last day that its blanks leave open."""
    issued = report.ngay_ban_hanh
    if issued.day:
        return issued.day
    if issued.thang:
        return date(issued.nam, issued.thang, monthrange(issued.nam, issued.thang)[1])
    return report.ky.ngay_cuoi if issued.nam == report.ky.nam else date(issued.nam, 12, 31)
