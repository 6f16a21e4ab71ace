"""The filters of templates and narrative: how a value is written, by its Vietnamese name.

A filter takes whole numbers, decimals, dates, figures, and figures as templates hold them (any
object with `.so_lieu_goc`). Where a figure holds no value it prints what stands there instead
("…", "không phát sinh"). A value of the wrong sort raises FilterError, which says so to the user.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.figure import Figure, Kind, Status
from generator.formats import arithmetic, compare, figures
from generator.formats.errors import FilterError
from generator.formats.printed import PrintedFigure, plain_number
from generator.formats.rounding import is_integral, round_half_up
from generator.formats.text import capital_first, lower, upper
from generator.period import Ky, LoaiKy
from generator.problem import Message

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.formats.base import Formatter

Filter: TypeAlias = Callable[..., Any]
_MONEY_UNITS = ("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng")
_DATE = Message("một ngày", "a date")
_NUMBER = Message("một số", "a number")
_LIST = Message("một danh sách", "a list")
_LEFT_OUT = object()
_NO_TOTAL = Message(
    "Bộ lọc “ti_le” thiếu tổng số; chỉ số liệu dạng n/m mới không cần.",
    "The filter “ti_le” lacks its total; only a figure n/m does without.",
)
_WRITE_TOTAL = Message("Viết “| ti_le(tong_so)”.", "Write “| ti_le(tong_so)”.")


def filters(formatter: Formatter) -> dict[str, Filter]:
    """Return the filters of one locale, by the names used in templates."""
    local = (so_luong, so, ty_le, tien, bang_chu, ngay, ngay_dai, thang_nam, khoang, danh_sach)
    values = (tong, ti_le, ti_trong, lam_tron)
    compared = (tang_giam, chenh_lech, khong_phat_sinh)
    by_locale = {each.__name__: partial(each, formatter) for each in (*local, *values, *compared)}
    return {**by_locale, "hoa": hoa, "thuong": thuong, "viet_hoa": viet_hoa, "hoac": hoac}


# -- numbers --------------------------------------------------------------------------------------


def so_luong(form: Formatter, value: object) -> str:
    """Write a count: `04`, `0`, `1.788`."""
    return _printed_number(form, value, form.count)


def so(form: Formatter, value: object, le: int | None = None) -> str:
    """Write a number with at most `le` decimals: `12,5`.

    Without `le` all its decimals, two where it was worked out.
    """
    figure = _figure(value)
    places = 2 if le is None and figure.computed else le
    return _printed_number(form, figure, lambda number: form.decimal(number, places))


def ty_le(form: Formatter, value: object, le: int = 2, *, du: bool = False) -> str:
    """Write a percentage (98.06) with its sign and at most `le` decimals: `98,06%`.

    With `du` exactly so many, for a column: `40,50%`.
    """
    return _printed_number(form, value, lambda number: form.percent(number, le, fixed=du))


def tien(form: Formatter, value: object, don_vi: str = "triệu đồng") -> str:
    """Write an amount counted in `don_vi` with that unit: `4.494.051 triệu đồng`."""
    _check_unit(don_vi)
    figure = _figure(value)
    return _printed_number(
        form, figure, lambda _: form.money_text(figures.shown_number(figure), don_vi)
    )


def bang_chu(form: Formatter, value: object, don_vi: str = "") -> str:
    """Write a number in words, with a unit after it where one is given."""
    figure = _figure(value)
    if don_vi in _MONEY_UNITS:
        return _printed_number(
            form, figure, lambda _: form.money_words(figures.shown_number(figure), don_vi)
        )
    return f"{figures.words(figure, form)} {don_vi}".strip()


def tong(form: Formatter, values: object) -> PrintedFigure:
    """Add up what is there of a list; blank when nothing is. Mappings give their values."""
    items = values.values() if isinstance(values, Mapping) else values
    if isinstance(items, str) or not isinstance(items, Iterable):
        raise _wrong(values, _LIST)
    return _printed(form, arithmetic.total([_figure(item) for item in items]))


def ti_le(form: Formatter, phan: object, tong_so: object = _LEFT_OUT) -> PrintedFigure:
    """Work out the percentage that the first number is of the second; a fraction n/m has both.

    Blank where either is not there or the second is 0. Raises FilterError for a number that is no
    fraction and has no second.
    """
    part = _figure(phan)
    total = None if tong_so is _LEFT_OUT else tong_so
    if total is None and part.kind is Kind.FRACTION and part.is_given:
        return _printed(form, arithmetic.ratio(_count(part.number), _count(part.total)))
    if tong_so is _LEFT_OUT and part.is_given:
        raise FilterError(_NO_TOTAL, _WRITE_TOTAL)
    return _printed(form, arithmetic.ratio(part, _figure(total)))


def ti_trong(form: Formatter, phan: object, tat_ca: object) -> PrintedFigure:
    """Work out the percentage that a number is of the sum of a list, or of one total."""
    many = isinstance(tat_ca, Iterable) and not isinstance(tat_ca, str)
    return ti_le(form, phan, tong(form, tat_ca) if many else tat_ca)


def lam_tron(form: Formatter, value: object, le: int = 0) -> PrintedFigure:
    """Round half up to `le` decimals; the result still prints as what it is."""
    figure = _figure(value)
    if not figure.is_given:
        return _printed(form, figure)
    return _printed(form, arithmetic.computed(figure.kind, round_half_up(_number(figure), le)))


def hoac(value: object, khac: object) -> object:
    """Give `value` where it is there, zero included, else `khac`."""
    figure = getattr(value, "so_lieu_goc", None)
    missing = value is None or (isinstance(figure, Figure) and not figure.is_given)
    return khac if missing else value


# -- against an earlier period, and none at all --------------------------------------------------


def tang_giam(form: Formatter, nay: object, truoc: object, don_vi: str = "") -> str:
    """Tell how a value changed: `tăng 2,5%`, `giảm 0,3 điểm phần trăm`, `không đổi`.

    With `don_vi` the difference itself: `tăng 05 đơn vị`.
    """
    return compare.change(_figure(nay), _figure(truoc), form, don_vi)


def chenh_lech(form: Formatter, nay: object, truoc: object) -> str:
    """Write by how much two values differ, without a sign: `05`, `0,3 điểm phần trăm`."""
    return compare.difference(_figure(nay), _figure(truoc), form)


def khong_phat_sinh(form: Formatter, value: object, chu: str = "") -> str:
    """Write a figure or a list; where it is none (0, nothing arisen, no item), say so."""
    if isinstance(value, list | tuple):
        return danh_sach(form, value) if value else chu or form.words.not_arising
    return compare.none_said(_figure(value), form, chu)


# -- dates ----------------------------------------------------------------------------------------


def ngay(form: Formatter, value: object) -> str:
    """Write a date in digits: `14/9/2022`."""
    return _printed_date(form, value, form.short_date)


def ngay_dai(form: Formatter, value: object) -> str:
    """Write a date in full: `ngày 05 tháng 01 năm 2022`."""
    return _printed_date(form, value, form.long_date)


def thang_nam(form: Formatter, value: object) -> str:
    """Write the month of a date, or a period that is a month: `tháng 10/2022`."""
    if isinstance(value, Ky) and value.loai is LoaiKy.THANG:
        return form.month_year(value.ngay_dau)
    return _printed_date(form, value, form.month_year)


def khoang(form: Formatter, tu: object, den: object) -> str:
    """Write a range of dates or numbers: `từ ngày … đến ngày …`, `2021 - 2025`.

    Whole numbers of the template are written without grouping, as years are; figures as figures.
    """
    if isinstance(tu, date) or isinstance(den, date):
        return form.date_range(_date(tu), _date(den))
    return form.number_range(_end(form, tu), _end(form, den))


# -- text -----------------------------------------------------------------------------------------


def hoa(value: object) -> str:
    """Write in capitals."""
    return upper(_said(value))


def thuong(value: object) -> str:
    """Write in small letters."""
    return lower(_said(value))


def viet_hoa(value: object) -> str:
    """Write the first letter as a capital."""
    return capital_first(_said(value))


def danh_sach(form: Formatter, values: object) -> str:
    """Write a list of texts, numbers or dates as one enumeration: `a, b và c`."""
    if isinstance(values, str | Mapping) or not isinstance(values, Iterable):
        raise _wrong(values, _LIST)
    return form.join([_piece(form, item) for item in values])


# -- what filters are given -----------------------------------------------------------------------


def _figure(value: object) -> Figure:
    """Return the figure behind a value; None counts as blank, a bare number as computed."""
    figure = value if isinstance(value, Figure) else getattr(value, "so_lieu_goc", None)
    if isinstance(figure, Figure):
        return figure
    if value is None:
        return Figure(kind=Kind.COUNT, status=Status.BLANK)
    number = plain_number(value)
    if number is None:
        raise _wrong(value, _NUMBER)
    return _count(number) if is_integral(number) else Figure(kind=Kind.DECIMAL, number=number)


def _count(number: Decimal | None) -> Figure:
    return Figure(kind=Kind.COUNT, number=number)


def _number(figure: Figure) -> Decimal:
    """Return the number of a given figure; a text, n/m and n of 0 have none to write."""
    number = arithmetic.value_of(figure)
    if number is None or figure.kind is Kind.FRACTION:
        raise _wrong(figure.text or f"{figure.number}/{figure.total}", _NUMBER)
    return number


def _printed_number(form: Formatter, value: object, write: Callable[[Decimal], str]) -> str:
    figure = _figure(value)
    return write(_number(figure)) if figure.is_given else form.prose(figure)


def _printed(form: Formatter, figure: Figure) -> PrintedFigure:
    return PrintedFigure(so_lieu_goc=figure, formatter=form)


def _printed_date(form: Formatter, value: object, write: Callable[[date], str]) -> str:
    figure = value if isinstance(value, Figure) else getattr(value, "so_lieu_goc", None)
    if isinstance(figure, Figure) and not figure.is_given:
        return form.prose(figure)
    return write(_date(value))


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    raise _wrong(value, _DATE)


def _end(form: Formatter, value: object) -> str:
    return str(value) if isinstance(value, int) else form.prose(_figure(value))


def _piece(form: Formatter, value: object) -> str:
    if isinstance(value, date):
        return form.short_date(value)
    number = None if isinstance(value, int) else plain_number(value)
    return _said(value) if number is None else form.decimal(number)


def _said(value: object) -> str:
    """Return the words of a value; a group, list or date has none, only Python's for it."""
    if _is_wordless(value) or isinstance(value, date):
        raise _wrong(value, Message("chữ hoặc số", "text or a number"))
    return str(value)


def _is_wordless(value: object) -> bool:
    return type(value).__str__ is object.__str__ and not isinstance(value, int | float | None)


def _check_unit(unit: str) -> None:
    if unit not in _MONEY_UNITS:
        raise _wrong(unit, Message(", ".join(_MONEY_UNITS), ", ".join(_MONEY_UNITS)))


def _wrong(value: object, wanted: Message) -> FilterError:
    # An undefined name of Jinja raises its own, better error as soon as it is printed.
    if _is_wordless(value):
        return FilterError(
            Message(
                vi=f"Nhóm hoặc danh sách không dùng được với bộ lọc này, cần {wanted.vi}.",
                en=f"A group or list cannot be used with this filter; wanted: {wanted.en}.",
            )
        )
    text = str(value)
    return FilterError(
        Message(
            vi=f"“{text}” không dùng được với bộ lọc này, cần {wanted.vi}.",
            en=f"“{text}” cannot be used with this filter; wanted: {wanted.en}.",
        )
    )
