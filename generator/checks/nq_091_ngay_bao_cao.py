"""Báo cáo ghi ngày quá xa kỳ báo cáo. | A report dated far from its period.

vi: Ngày (hoặc tháng, năm) của báo cáo cách ngày cuối kỳ hơn sáu tháng: thường là năm ở `ngay` chép
từ tệp khác, hoặc `ky` còn của kỳ cũ. Báo cáo ghi ngày trước khi hết kỳ đã có DL-055.
Vì sao: ngày và kỳ của một báo cáo phải hợp nhau. Căn cứ: Nghị định 09/2019/NĐ-CP, Điều 12 và 13
(thời hạn gửi báo cáo định kỳ).
Cách xử lý: sửa `ngay` hoặc `ky`; báo cáo làm lại, gửi muộn thì ghi `chap_nhan`.

en: The day (or month, or year) of the report is more than six months after the end of its period:
mostly the year under `ngay` was copied, or `ky` is still that of another report. One dated before
its period is over has DL-055.
Why: the day and the period of a report go together. Basis: Nghị định 09/2019/NĐ-CP, Điều 12, 13.
What to do: correct `ngay` or `ky`; accept the warning for a report that was made anew or late.

đúng:
    ky: 2022-Q1
    ngay: {ngay: trong, thang: 3, nam: 2022}

sai:
    ky: 2022-Q1
    ngay: {ngay: trong, thang: 3, nam: 2023}
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-091"
SEVERITY = Severity.WARNING
_HALF_A_YEAR = 184


def check(view: View) -> Iterator[Problem]:
    """Warn of a report whose first possible day of issue is half a year after its period."""
    report = view.report
    issued = report.ngay_ban_hanh
    first = date(issued.nam, issued.thang or 1, issued.ngay if issued.ngay and issued.thang else 1)
    if (first - report.ky.ngay_cuoi).days > _HALF_A_YEAR:
        day = f"{first:%m/%Y}" if issued.thang else str(issued.nam)
        message = Message(
            f"Báo cáo kỳ {report.ky} mà ghi thời gian {day}",
            f"The report is on {report.ky} but dated {day}",
        )
        yield warning(CODE, replace(report.where, path="ngay"), message)
