"""Báo cáo lên cấp trên không có “Kính gửi”. | A report to a superior without “Kính gửi”.

vi: Báo cáo gửi cơ quan cấp trên phải có “Kính gửi” ở đầu và “Như trên” ở nơi nhận. Đơn vị này có
cấp trên, hoặc câu kết nói kính báo cáo một cơ quan, mà tệp không có `kinh_gui`.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.b.
Cách xử lý: thêm `kinh_gui: [tên cơ quan]` và đặt “Như trên” đầu `noi_nhan`; báo cáo không gửi
cấp trên thì ghi `chap_nhan`.

en: A report to a superior body begins with “Kính gửi” and has “Như trên” among its receivers.
This unit has a superior, or the closing addresses a body, and the file has no `kinh_gui`.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9.b.
What to do: add `kinh_gui` and put “Như trên” first in `noi_nhan`; accept the warning if the
report has no superior to go to.

đúng:
    kinh_gui: [UBND tỉnh]
    noi_nhan: [Như trên]

sai:
    noi_nhan: [UBND tỉnh]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-090"
SEVERITY = Severity.WARNING
_ADDRESSED = r"(?:kính|trân trọng) báo cáo (?:để )?((?:Ủ\w|[A-ZĐ]\w)\w*(?: \w+){0,3})"


def check(view: View) -> Iterator[Problem]:
    """Warn of a report to a superior that addresses nobody."""
    report = view.report
    if report.kinh_gui:
        return
    blocks = view.text.prose[-1:] if view.text else ()
    addressed = next((found[1] for b in blocks if (found := re.search(_ADDRESSED, b.text))), "")
    name = addressed or (report.cha.ten if report.cha else "")
    if name:
        message = Message(
            f"Báo cáo gửi cấp trên ({name}) nhưng không có “Kính gửi”",
            f"The report goes to a superior ({name}) but has no “Kính gửi”",
        )
        yield warning(CODE, replace(report.where, path="kinh_gui"), message)
