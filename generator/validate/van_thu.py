"""What the records office (văn thư) needs: number and day of issue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.problem import Message
from generator.raw import RawMap, RawScalar
from generator.report import NgayBanHanh
from generator.validate.so_lieu import status_of

if TYPE_CHECKING:
    from generator.fields import Fields
    from generator.period import Ky
    from generator.raw import Raw

_YEAR_ALONE = Message(
    "Để văn thư điền ngày, tháng thì viết {ngay: trong, thang: trong, nam: 2022}.",
    "To leave day and month blank write {ngay: trong, thang: trong, nam: 2022}.",
)
_YEAR_ALONE_IN_CELLS = Message(
    "Điền mục “Năm” ở trang bìa; để văn thư điền ngày, tháng thì hai mục ấy để trống.",
    "Fill in “Năm” on the cover; leave day and month empty for the records office.",
)
_FIRST_YEAR, _LAST_YEAR = 1945, 2999


def read_number(fields: Fields) -> int | None:
    """Return the number of the document, None where it is left blank. Notes DL-012."""
    return whole_number(fields, "so", 1, 1_000_000)


def read_issue_date(fields: Fields) -> NgayBanHanh | None:
    """Return the day of issue from a date, or from its parts, of which the year is required.

    Notes DL-012, DL-013 (no such day) and DL-044 (a day without a month, or no year).
    """
    raw = fields.require("ngay")
    if isinstance(raw, RawMap):
        inner = fields.inner("ngay")
        return _from_parts(inner) if inner else None
    if isinstance(raw, RawScalar) and status_of(raw):
        _needs_year(fields, "ngay")
        return None
    day = fields.date("ngay")
    return NgayBanHanh(ngay=day.day, thang=day.month, nam=day.year) if day else None


def check_issue_date(fields: Fields, issued: NgayBanHanh, period: Ky) -> None:
    """Warn of a report issued before its period (DL-048): mostly a file copied from last year.

    DL-055 (warning) is one issued before the last month of the period, when the figures of the
    whole period cannot be known yet (Nghị định 09/2019, Điều 12).
    """
    day = issued.day
    too_early = day < period.tu_ngay if day else issued.nam < period.nam
    if too_early:
        message = Message(
            f"Ngày ban hành ở trước kỳ báo cáo {period}.",
            f"The day of issue lies before the period {period}.",
        )
        fields.problems.warn("DL-048", fields.at("ngay"), message)
    elif issued.thang and (issued.nam, issued.thang) < (period.nam, period.thang_cuoi):
        message = Message(
            f"Báo cáo kỳ {period} ban hành tháng {issued.thang}/{issued.nam}, khi kỳ chưa hết.",
            f"The report on {period} is issued in {issued.thang}/{issued.nam}, before its end.",
        )
        fields.problems.warn("DL-055", fields.at("ngay"), message)


def _from_parts(fields: Fields) -> NgayBanHanh | None:
    before = len(fields.problems.found)
    day = whole_number(fields, "ngay", 1, 31)
    month = whole_number(fields, "thang", 1, 12)
    year = whole_number(fields, "nam", _FIRST_YEAR, _LAST_YEAR)
    fields.close()
    if len(fields.problems.found) > before:
        return None
    if year is None:
        _needs_year(fields, "nam")
        return None
    if day is not None and month is None:
        message = Message(
            "Có ngày thì phải có tháng.", "Where the day is given, the month must be, too."
        )
        fields.problems.error("DL-044", fields.at("thang"), message)
        return None
    issued = NgayBanHanh(ngay=day, thang=month, nam=year)
    return issued if _is_real(issued, fields) else None


def _is_real(issued: NgayBanHanh, fields: Fields) -> bool:
    if issued.ngay is None or issued.thang is None:
        return True
    try:
        date(issued.nam, issued.thang, issued.ngay)
    except ValueError:
        message = Message(
            f"Không có ngày {issued.ngay}/{issued.thang}/{issued.nam}.",
            f"There is no day {issued.ngay}/{issued.thang}/{issued.nam}.",
        )
        fields.problems.error("DL-013", fields.at("ngay"), message)
        return False
    return True


def _needs_year(fields: Fields, key: str) -> None:
    message = Message("Phải ghi năm ban hành.", "The year of issue is needed.")
    hint = _YEAR_ALONE_IN_CELLS if fields.in_workbook else _YEAR_ALONE
    fields.problems.error("DL-044", fields.at(key), message, hint)


def whole_number(fields: Fields, key: str, least: int, most: int) -> int | None:
    """Return a whole number, also written `05`; None for `trong`, for nothing, or when wrong."""
    raw: Raw | None = fields.take(key)
    if raw is None or (isinstance(raw, RawScalar) and status_of(raw)):
        return None
    text = raw.text.strip() if isinstance(raw, RawScalar) else ""
    if text.isascii() and text.isdecimal() and len(text) < 10 and least <= int(text) <= most:
        return int(text)
    blank = "“trống”" if fields.in_workbook else "`trong`"
    fields.wrong(
        key,
        Message(f"số từ {least} đến {most}, hoặc {blank}", f"{least} to {most}, or {blank}"),
    )
    return None
