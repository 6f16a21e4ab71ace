"""Văn bản trước Nghị định 30/2020. | Documents before Nghị định 30/2020.

vi: Văn bản ghi ngày trước 05/3/2020 theo thể thức cũ (Thông tư 01/2011/TT-BNV). Các quy tắc thể
thức của Nghị định 30/2020 không áp dụng nên không được kiểm tra; chỉ kiểm tra những gì còn sót
(thẻ mẫu, hàng trống, dấu cách, mã chữ, dấu vết bản thảo).
Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 37 (có hiệu lực từ ngày ký, 05/3/2020).
Cách xử lý: không phải làm gì, trừ khi ngày của văn bản ghi sai.

en: Documents dated before 05/3/2020 follow the older rules (Thông tư 01/2011/TT-BNV). The
layout rules of Nghị định 30/2020 do not apply and are not checked; only what is left over is.
Why: Nghị định 30/2020/NĐ-CP, Điều 37 (in force on the day it was signed, 05/3/2020).
What to do: nothing, unless the date of the document is wrong.

đúng:
    Biên Hòa, ngày 05 tháng 3 năm 2020

sai:
    Biên Hòa, ngày 01 tháng 3 năm 2018
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.doc.head import DATE
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-090"
SEVERITY = Severity.WARNING

_IN_FORCE: Final = (2020, 3, 5)


def check(view: View) -> Iterator[Problem]:
    """Yield the note that the document is too old for the other rules."""
    if is_older(view):
        yield judge(CODE, SEVERITY, view).at(
            view.head.date,
            "Văn bản có trước Nghị định 30/2020/NĐ-CP (05/3/2020): "
            "không xét thể thức theo Nghị định này.",
            "The document is older than Nghị định 30/2020/NĐ-CP (05/3/2020): "
            "its layout is not judged.",
        )


def is_older(view: View) -> bool:
    """Tell whether the document is dated before the decree; blanks count as after it."""
    stated = DATE.search(view.head.date.text) if view.head.date else None
    if stated is None:
        return False
    month, day = (int(stated[p]) if stated[p].isdigit() else 99 for p in ("month", "day"))
    return (int(stated["year"]), month, day) < _IN_FORCE
