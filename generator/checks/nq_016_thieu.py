"""Thiếu số liệu bắt buộc. | A figure that must be given is missing.

vi: Dòng này kỳ nào cũng có số liệu, hoặc phải có khi dòng liên quan ghi là có (đã khảo sát thì
phải có số phiếu), nhưng đang để trống.
Vì sao: cơ quan nhận không tổng hợp được. Căn cứ: `bat_buoc`, `bat_buoc_khi` của dòng trong bộ
biểu mẫu.
Cách xử lý: điền số liệu; không phát sinh thì ghi `khong_phat_sinh` hoặc 0, chưa có thì ghi
`chua_bao_cao`.

en: The row has a value in every period, or must have one where another row says so (a survey was
made: how many answers), but it is blank.
Why: the receiver cannot add it up. Basis: `bat_buoc`, `bat_buoc_khi` of the row in the form set.
What to do: fill it in; where nothing arose write `khong_phat_sinh` or 0, where it is not known
yet `chua_bao_cao`.

đúng:
    don_vi: ben-tre
    bo_mau: tinh
    bieu_mau: {1: {"6": 1, "6.1": 1200, "6.2": 2}}

sai:
    don_vi: ben-tre
    bo_mau: tinh
    bieu_mau: {1: {"6": 1, "6.1": trong, "6.2": 2}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.figure import Status
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bieu_mau import ChiTieu
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-016"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every row that is blank although it must be given."""
    for row in view.rows_of(_may_be_needed):
        indicator = row.chi_tieu
        if row.figure.status is not Status.BLANK or row.bang_loi or not _needed(indicator, view):
            continue
        form, code = indicator.ref
        because = indicator.bat_buoc_khi
        why = (
            Message(f" khi dòng {because.ma} ghi là có", f" where row {because.ma} is given")
            if because
            else Message("", "")
        )
        message = Message(
            f"Biểu mẫu {form}, dòng {code} để trống nhưng bắt buộc phải có{why.vi}",
            f"Form {form}, row {code} is blank but must be given{why.en}",
        )
        yield warning(CODE, view.place_of(row), message)


def _may_be_needed(indicator: ChiTieu) -> bool:
    return indicator.bat_buoc or indicator.bat_buoc_khi is not None


def _needed(indicator: ChiTieu, view: View) -> bool:
    if indicator.bat_buoc_khi:
        return bool(view.rows[indicator.bat_buoc_khi].figure.number)
    return indicator.bat_buoc
