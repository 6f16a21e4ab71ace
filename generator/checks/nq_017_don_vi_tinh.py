"""Đơn vị tính không hợp với loại số liệu. | The unit does not go with the kind of figure.

vi: Dòng tỷ lệ mà cột đơn vị tính không có "%", hoặc dòng đếm mà đơn vị tính lại là "%".
Vì sao: người đọc không biết 100 là 100% hay 100 đơn vị. Lỗi nằm ở biểu mẫu, không phải ở số liệu.
Cách xử lý: sửa `don_vi_tinh` của dòng trong bộ biểu mẫu; phải in nguyên theo mẫu của cấp trên thì
ghi `chap_nhan` kèm lý do.

en: The row of a ratio lacks "%" in the column of units, or the row of a count has it.
Why: the reader cannot tell 100% from 100 units. The fault lies in the form, not in the figures.
What to do: correct `don_vi_tinh` of the row in the form set; where the form must be printed as
the superior prescribes it, accept it with `chap_nhan` and a reason.

đúng:
    ky: 2021
    don_vi: ha-nam
    bo_mau: tinh-phu-luc
    bieu_mau: {1: {"7.7.1": 100}}

sai:
    ky: 2021
    don_vi: ha-nam
    bo_mau: tinh-phu-luc
    bieu_mau: {1: {"7.4": 100}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import plain, warning
from generator.figure import Kind
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bieu_mau import ChiTieu
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-017"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every given row whose unit says another kind than the row has."""
    for row in view.rows_of(_is_odd):
        if row.figure.number is None:
            continue
        form, code = row.chi_tieu.ref
        unit = ", ".join(row.chi_tieu.don_vi_tinh)
        shown = Message(f"“{unit}”" if unit else "để trống", f"“{unit}”" if unit else "blank")
        message = Message(
            f"Biểu mẫu {form}, dòng {code} ({plain(row.figure)}) có đơn vị tính {shown.vi}",
            f"Form {form}, row {code} ({plain(row.figure)}) has the unit {shown.en}",
        )
        yield warning(CODE, row.where, message)


def _is_odd(indicator: ChiTieu) -> bool:
    percent = any("%" in line for line in indicator.don_vi_tinh)
    return percent is not (indicator.loai is Kind.PERCENT)
