"""Tăng, giảm gấp nhiều lần so với kỳ trước. | A figure jumped against the period before.

vi: Số liệu tăng hoặc giảm từ số lần mà bộ biểu mẫu nêu (`nhay_vot`) trở lên so với kỳ trước cùng
loại.
Vì sao: thường là thừa hoặc thiếu một chữ số, hoặc đổi cách tính. Chỉ xét khi chênh lệch từ 100
trở lên: số nhỏ tăng gấp mấy lần là chuyện thường. Không xét số lũy kế. Tỷ lệ chỉ xét khi một kỳ ghi
không quá 1, kỳ kia cao hơn nhiều: thường là ghi 0,95 thay cho 95%.
Cách xử lý: xem lại số; đúng thực tế thì ghi `chap_nhan` kèm lý do.

en: A figure rose or fell by the factor the form set states (`nhay_vot`) or more against the
period before of the same kind.
Why: mostly a digit too many or too few, or another way of counting. Only differences of 100 and
more count: small numbers often multiply. Cumulative figures are left out. Percentages count where
one period states 1 or less and the other far more: mostly 0,95 was typed for 95%.
What to do: look at the figure; if it is right, accept it with `chap_nhan` and a reason.

đúng:
    ky: 2022-Q2
    bieu_mau: {3: {"3.1.1": 310, "3.1.2": 305}}
    --- kỳ trước
    ky: 2022-Q1
    bieu_mau: {3: {"3.1.1": 155, "3.1.2": 152}}

sai:
    ky: 2022-Q2
    bieu_mau: {3: {"3.1.1": 3100, "3.1.2": 3050}}
    --- kỳ trước
    ky: 2022-Q1
    bieu_mau: {3: {"3.1.1": 155, "3.1.2": 152}}
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.checks.wording import plain, warning
from generator.figure import Kind
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem
    from generator.report import Report, Row

CODE = "NQ-031"
SEVERITY = Severity.WARNING
_KINDS = (Kind.COUNT, Kind.MONEY)
_WORTH_A_LOOK = Decimal(100)
_POINTS_WORTH_A_LOOK = Decimal(20)
_TYPED_AS_SHARE = Message(
    "Tỷ lệ ghi theo phần trăm: 95, không ghi 0,95.", "A percentage is stated as 95, not as 0,95."
)


def check(view: View) -> Iterator[Problem]:
    """Warn of every figure that changed by the factor of its form set or more.

    The factor itself counts: an extra zero is exactly ten times.
    """
    forms = view.report.bo_bieu_mau
    factor = forms.nhay_vot if forms else None
    earlier = _before(view) if factor else None
    if factor is None or earlier is None:
        return
    before = earlier.by_concept()
    for concept, row in view.concepts.items():
        old, indicator = before.get(concept), row.chi_tieu
        if old is None or indicator.luy_ke or not _jumped(row, old, factor):
            continue
        form, code = indicator.ref
        message = Message(
            f"Biểu mẫu {form}, dòng {code} nêu {plain(row.figure)}, kỳ {earlier.ky} là "
            f"{plain(old.figure)}: chênh nhau từ {factor:f} lần trở lên",
            f"Form {form}, row {code} states {plain(row.figure)}, {earlier.ky} had "
            f"{plain(old.figure)}: {factor:f} times or more",
        )
        hint = _TYPED_AS_SHARE if indicator.loai is Kind.PERCENT else None
        yield warning(CODE, view.place_of(row), message, hint)


def _before(view: View) -> Report | None:
    try:
        return view.earlier(view.report.ky.truoc)
    except ValueError:  # there is no period before the first year
        return None


def _jumped(row: Row, old: Row, factor: Decimal) -> bool:
    now, was = row.figure.number, old.figure.number
    if now is None or was is None:
        return False
    small, large = min(now, was), max(now, was)
    if small <= 0 or large < factor * small:
        return False
    if row.chi_tieu.loai is Kind.PERCENT:
        typed = not row.figure.computed and row.figure.total is None and old.figure.total is None
        return typed and small <= 1 and large - small >= _POINTS_WORTH_A_LOOK
    return row.chi_tieu.loai in _KINDS and large - small >= _WORTH_A_LOOK
