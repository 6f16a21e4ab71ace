"""Số lũy kế giảm so với kỳ trước. | A cumulative figure fell.

vi: Số lũy kế từ đầu năm chỉ có thể giữ nguyên hoặc tăng trong năm, nhưng nhỏ hơn số đã báo cáo ở
kỳ trước của cùng năm.
Vì sao: thường là ghi số của riêng kỳ này thay vì cộng dồn, hoặc kỳ trước báo cáo thừa. Căn cứ:
`luy_ke` của dòng trong bộ biểu mẫu.
Cách xử lý: ghi số cộng dồn; kỳ trước sai thì ghi `chap_nhan` kèm lý do và nêu trong lời văn.

en: A figure counted from the beginning of the year can only stay or rise within it, but it is
below what an earlier report of the same year stated.
Why: mostly the figure of this period alone was stated instead of the sum, or the earlier one was
too high.
Basis: `luy_ke` of the row in the form set.
What to do: state the sum; where the earlier report was wrong, accept it with `chap_nhan` and a
reason.

đúng:
    ky: 2022-Q2
    bieu_mau: {1: {"2.1": 28, "2.2": 9}}
    --- kỳ trước
    ky: 2022-Q1
    bieu_mau: {1: {"2.1": 28, "2.2": 3}}

sai:
    ky: 2022-Q2
    bieu_mau: {1: {"2.1": 28, "2.2": 2}}
    --- kỳ trước
    ky: 2022-Q1
    bieu_mau: {1: {"2.1": 28, "2.2": 3}}
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.checks.wording import plain, warning
from generator.period import Ky, LoaiKy
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bieu_mau import ChiTieu
    from generator.checks.view import View
    from generator.problem import Problem
    from generator.report import Report

CODE = "NQ-030"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every cumulative row below its value in the latest earlier report of the year."""
    cumulative = list(view.rows_of(_is_cumulative))
    earlier = _latest_of_year(view) if any(row.figure.is_given for row in cumulative) else None
    before = earlier.by_concept() if earlier else {}
    for row in cumulative:
        old = before.get(row.chi_tieu.khai_niem)
        if old is None or old.figure.number is None or row.figure.number is None:
            continue
        if row.figure.number < old.figure.number:
            form, code = row.chi_tieu.ref
            stated, was = plain(row.figure), plain(old.figure)
            period = earlier.ky if earlier else ""
            message = Message(
                f"Biểu mẫu {form}, dòng {code} là số lũy kế, nêu {stated}, nhỏ hơn kỳ {period} "
                f"({was})",
                f"Form {form}, row {code} is cumulative and states {stated}, below {period}: {was}",
            )
            yield warning(CODE, view.place_of(row), message)


def _is_cumulative(indicator: ChiTieu) -> bool:
    return indicator.luy_ke and not indicator.is_heading


def _latest_of_year(view: View) -> Report | None:
    for period in _before_in_year(view.report.ky):
        report = view.earlier(period)
        if report is not None:
            return report
    return None


@lru_cache(64)  # a batch asks for each of its units
def _before_in_year(own: Ky) -> tuple[Ky, ...]:
    """Return the periods that may have ended before `own` in its year, the latest first."""
    kinds = [(LoaiKy.QUY, number) for number in range(1, 5)]
    kinds += [(LoaiKy.NUA_NAM, 1), (LoaiKy.CHIN_THANG, 1)]
    if own.loai is LoaiKy.THANG:
        kinds += [(LoaiKy.THANG, number) for number in range(1, own.so)]
    periods = [Ky(nam=own.nam, loai=kind, so=number) for kind, number in kinds]
    earlier = [period for period in periods if period.thang_cuoi < own.thang_cuoi]
    return tuple(sorted(earlier, key=lambda p: p.thang_cuoi, reverse=True))
