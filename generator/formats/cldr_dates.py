"""Dates and periods in the forms CLDR gives, over Babel. Not used for Vietnamese.

Patterns are taken from Babel, but their stand-alone fields (`L`, `q`, `c`) are replaced by the
format ones (`M`, `Q`, `E`): in Babel up to 2.18 stand-alone names come out in the language of
whatever locale was used before (python-babel issue 1234). Quarters are written in full for the
same reason.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from babel.dates import format_date, tokenize_pattern

from generator.formats.dates import GAP
from generator.formats.locales import babel_locale
from generator.period import Ky, LoaiKy

_FORMAT_FIELD = {"L": "M", "q": "Q", "c": "E"}


def long_date(day: int | None, month: int | None, year: int, locale: str) -> str:
    """Return the locale's long date; a part that is None is a gap."""
    blank = ("d" if day is None else "") + ("M" if month is None else "")
    shown = date(year, month or 1, day or 1)
    return _format(shown, babel_locale(locale).date_formats["long"].pattern, locale, blank)


def short_date(day: date, locale: str) -> str:
    """Return the date in digits with a year of four digits."""
    return _format(day, _skeleton("yMd", locale), locale)


def month_year(month: int, year: int, locale: str) -> str:
    """Return the month by its name, and the year."""
    return _format(date(year, month, 1), _skeleton("yMMMM", locale), locale)


def join_range(first: str, last: str, locale: str) -> str:
    """Return two printed ends joined as the locale joins the ends of an interval.

    Both ends are complete; CLDR's shortened intervals lose a year in some locales.
    """
    pattern = str(babel_locale(locale).interval_formats[None])
    return pattern.replace("{0}", first).replace("{1}", last)


def period(ky: Ky, locale: str) -> str:
    """Return the period with its year: `1st quarter 2022`, `January 2022 – June 2022`, `2022`."""
    if ky.loai is LoaiKy.QUY:
        return _format(ky.ngay_dau, _skeleton("yQQQQ", locale), locale)
    if ky.loai is LoaiKy.NAM:
        return _format(ky.ngay_dau, _skeleton("y", locale), locale)
    return _months(ky, _skeleton("yMMMM", locale), locale)


def period_without_year(ky: Ky, locale: str) -> str:
    """Return the period without its year: `1st quarter`, `January – June`; a year as it is."""
    if ky.loai is LoaiKy.QUY:
        return _format(ky.ngay_dau, "QQQQ", locale)
    return period(ky, locale) if ky.loai is LoaiKy.NAM else _months(ky, "MMMM", locale)


def _months(ky: Ky, pattern: str, locale: str) -> str:
    first = _format(ky.ngay_dau, pattern, locale)
    if ky.loai is LoaiKy.THANG:
        return first
    return join_range(first, _format(ky.ngay_cuoi, pattern, locale), locale)


def _skeleton(name: str, locale: str) -> str:
    return str(babel_locale(locale).datetime_skeletons[name].pattern)


@cache
def _tokens(pattern: str) -> tuple[tuple[str, str, int], ...]:
    """Return a pattern as (field, text, width): text has no field, a field has no text."""
    return tuple(
        ("", str(value), 0)
        if kind == "chars"
        else (_FORMAT_FIELD.get(value[0], value[0]), "", int(value[1]))
        for kind, value in tokenize_pattern(pattern)
    )


def _format(day: date, pattern: str, locale: str, blank: str = "") -> str:
    """Return `day` in `pattern`, with a gap for each field named in `blank`."""
    pieces = []
    for field, text, width in _tokens(pattern):
        if field and field in blank:
            pieces.append(GAP)
        elif field:
            pieces.append(format_date(day, field * width, babel_locale(locale)))
        else:
            pieces.append(text)
    return "".join(pieces)
