"""Tỷ lệ khác với tử số chia mẫu số. | A ratio is not what its operands give.

vi: Dòng tỷ lệ trong biểu mẫu có ghi số, nhưng tính lại từ hai dòng con thì ra số khác. So sánh ở
đúng số chữ số thập phân đã ghi (10,7 và 10,71 đều đúng cho 3/28); tỷ lệ phải làm tròn, không cắt
bớt.
Vì sao: người đọc tính lại được ngay; hai số không khớp làm mất tin cậy cả báo cáo. Căn cứ: công
thức của dòng trong bộ biểu mẫu (`cong_thuc`).
Cách xử lý: bỏ dòng tỷ lệ để máy tự tính, hoặc sửa tử số, mẫu số. Số đã ghi đúng theo cách tính
khác thì ghi `chap_nhan` kèm lý do.

en: The row of a ratio states a value, but its two operand rows give another one. They are
compared at the decimals that are stated (10,7 and 10,71 are both right for 3/28); a ratio is
rounded, never cut off.
Why: any reader can work it out, and figures that disagree discredit the report. Basis: the
formula of the row in the form set (`cong_thuc`).
What to do: leave the ratio out and let it be computed, or correct its operands. A value that is
right by another way of counting is accepted with `chap_nhan` and a reason.

đúng:
    bieu_mau: {1: {"2.1": 28, "2.2": 3, "2": "10,71"}}

sai:
    bieu_mau: {1: {"2.1": 28, "2.2": 3, "2": "11,5"}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bieu_mau import Operation
from generator.checks.wording import plain, rounding_hint, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-001"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every stated ratio that differs by more than the rounding it is stated with."""
    for one in view.compared:
        stated, wanted = one.row.figure, one.computed
        if one.formula.operation is not Operation.RATIO or one.agrees:
            continue
        if stated.number is None or not wanted.is_given:
            continue
        form, code = one.row.chi_tieu.ref
        message = Message(
            f"Biểu mẫu {form}, dòng {code} nêu {plain(stated)}, tính theo {one.formula.text} được "
            f"{plain(wanted)}",
            f"Form {form}, row {code} states {plain(stated)}, but {one.formula.text} gives "
            f"{plain(wanted)}",
        )
        part, whole = one.numbers
        hint = rounding_hint(stated.number, part, whole) if stated.total is None else None
        yield warning(CODE, one.row.where, message, hint)
