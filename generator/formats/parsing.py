"""Figures and dates as people type them in Vietnamese, and as we print them ourselves.

What can be read in one way only is read; what can be read in two ways is refused: `3.041` may be
three thousand and forty-one, or a decimal with a wrong point. Nothing is ever read as something
other than what was printed.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from generator.figure import Figure, Kind, Status
from generator.formats.errors import FormatError
from generator.formats.rounding import percent_of, round_half_up
from generator.formats.text import nfc
from generator.problem import Message

Scalar: TypeAlias = Figure | date | str

# Digits of a number as printed: grouped by points or not, a comma before the decimals.
_NUMBER = r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|0|[1-9][0-9]*)(?:,[0-9]+)?"
_COUNT = re.compile(r"-?(?:0?[0-9]|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)")
_DECIMAL = re.compile(_NUMBER)
_PERCENT = re.compile(rf"({_NUMBER}) ?%(?: ?\(([0-9.]+) ?/ ?([0-9.]+)\))?")
_FRACTION = re.compile(r"([0-9.]+) ?/ ?([0-9.]+)")
_MONEY = re.compile(rf"({_NUMBER}) triệu đồng")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SHORT_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
# One point and nothing else, or points and commas in an order that is not ours.
_ONE_POINT = re.compile(r"(-?[0-9]+)\.([0-9]+)")
_NUMBER_LIKE = re.compile(r"-?[0-9][0-9.,]*[.,][0-9]+")
_CODE = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){2,}")  # 1.2.1: no number has such groups
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2212": "-"})


def parse_scalar(text: str) -> Scalar:
    """Return what a free text stands for.

    `12` and `04` are counts, `12,5` a decimal, `98,06%` and `100% (18/18)` percentages, `14/21`
    a fraction, `4.494.051 triệu đồng` money, `2022-03-18` and `18/3/2022` dates; an empty text,
    `trong`, `khong_phat_sinh` and `chua_bao_cao` are figures (of kind text) that are not there;
    anything else is the text itself. Raises FormatError for what has two readings and for days
    that do not exist.
    """
    written = nfc(text).translate(_SPACES).strip()
    for read in (_status, _date, _free_count, _money, _percent, _fraction, _free_decimal):
        found = read(written)
        if found is not None:
            return found
    return text


def parse_figure(text: str, kind: Kind) -> Figure:
    """Return the value typed or printed for an indicator of a known kind.

    The kind settles what a free text leaves open: a count `1.788` is certain, and a percentage
    needs no sign. Raises FormatError for anything else than the kind asks for.
    """
    written = nfc(text).translate(_SPACES).strip()
    status = _status(written)
    if status is not None:
        return Figure(kind=kind, status=status.status)
    if kind in (Kind.TEXT, Kind.HEADING):
        return Figure(kind=kind, text=text)
    figure = _OF_KIND[kind](written)
    if figure is None or figure.kind is not kind:
        raise _unreadable(text)
    return figure


def _status(text: str) -> Figure | None:
    words = {"": Status.BLANK, **{s.value: s for s in Status if s is not Status.GIVEN}}
    return Figure(kind=Kind.TEXT, status=words[text]) if text in words else None


def _date(text: str) -> date | None:
    iso, short = _ISO_DATE.fullmatch(text), _SHORT_DATE.fullmatch(text)
    if iso:
        parts = iso.groups()
    elif short:
        parts = short.groups()[::-1]
    else:
        return None
    try:
        return date(*map(int, parts))
    except ValueError as error:
        raise FormatError(
            Message(vi=f"Không có ngày “{text}”.", en=f"There is no day “{text}”.")
        ) from error


def _free_count(text: str) -> Figure | None:
    _refuse_one_point(text)
    return _count(text)


def _count(text: str) -> Figure | None:
    return Figure(kind=Kind.COUNT, number=_value(text)) if _COUNT.fullmatch(text) else None


def _enumerated(text: str) -> Figure | None:
    return (
        Figure(kind=Kind.ENUMERATED, number=_value(text))
        if text.isascii() and (text.isdigit())
        else None
    )


def _free_decimal(text: str) -> Figure | None:
    figure = _decimal(text)
    if figure is None and _NUMBER_LIKE.fullmatch(text) and not _CODE.fullmatch(text):
        raise _unreadable(text)
    return figure


def _decimal(text: str) -> Figure | None:
    _refuse_one_point(text)
    return Figure(kind=Kind.DECIMAL, number=_value(text)) if _DECIMAL.fullmatch(text) else None


def _money(text: str) -> Figure | None:
    found = _MONEY.fullmatch(text)
    if found is None:
        return None
    _refuse_one_point(found[1])
    return Figure(kind=Kind.MONEY, number=_value(found[1]))


def _money_with_or_without_unit(text: str) -> Figure | None:
    return _money(f"{text.removesuffix('triệu đồng').strip()} triệu đồng")


def _percent(text: str) -> Figure | None:
    if text.endswith("%"):
        _refuse_one_point(text.removesuffix("%").strip())
    found = _PERCENT.fullmatch(text)
    if found is None:
        return None
    stated = _value(found[1])
    if found[2] is None:
        return Figure(kind=Kind.PERCENT, number=stated)
    part, whole = _whole(found[2]), _whole(found[3])
    if not whole or round_half_up(percent_of(part, whole), 2) != round_half_up(stated, 2):
        raise FormatError(
            Message(
                vi=f"“{text}”: tỷ lệ và phân số không khớp nhau.",
                en=f"“{text}”: the percentage is not that of the fraction.",
            )
        )
    return Figure(kind=Kind.PERCENT, number=part, total=whole)


def _percent_with_or_without_sign(text: str) -> Figure | None:
    found = _FRACTION.fullmatch(text)
    if found:  # n of 0 prints without a percentage
        return Figure(kind=Kind.PERCENT, number=_whole(found[1]), total=_whole(found[2]))
    return _percent(text if "%" in text else f"{text}%")


def _fraction(text: str) -> Figure | None:
    found = _FRACTION.fullmatch(text)
    if found is None:
        return None
    return Figure(kind=Kind.FRACTION, number=_whole(found[1]), total=_whole(found[2]))


_OF_KIND = {
    Kind.COUNT: _count,
    Kind.DECIMAL: _decimal,
    Kind.PERCENT: _percent_with_or_without_sign,
    Kind.ENUMERATED: _enumerated,
    Kind.MONEY: _money_with_or_without_unit,
    Kind.FRACTION: _fraction,
}


def _value(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _whole(text: str) -> Decimal:
    """Return one side of n/m, which is a count."""
    if not _COUNT.fullmatch(text):
        raise _unreadable(text)
    return _value(text)


def _refuse_one_point(text: str) -> None:
    """Refuse a number with one point: decimals with a wrong mark, or thousands, who knows."""
    found = _ONE_POINT.fullmatch(text)
    if not found:
        return
    comma, joined = f"{found[1]},{found[2]}", f"{found[1]}{found[2]}"
    if len(found[2]) != 3 or found[1].lstrip("-").startswith("0"):
        raise FormatError(
            Message(
                vi=f"“{text}”: số thập phân trong tiếng Việt viết bằng dấu phẩy.",
                en=f"“{text}”: decimals are written with a comma in Vietnamese.",
            ),
            Message(vi=f"Dùng dấu phẩy: {comma}.", en=f"Use a comma: {comma}."),
        )
    raise FormatError(
        Message(
            vi=f"“{text}” có thể hiểu hai cách: dấu chấm là hàng nghìn hay phần thập phân?",
            en=f"“{text}” has two readings: is the point for thousands or for decimals?",
        ),
        Message(
            vi=f"Viết {joined} (hàng nghìn) hoặc {comma} (thập phân).",
            en=f"Write {joined} (thousands) or {comma} (decimals).",
        ),
    )


def _unreadable(text: str) -> FormatError:
    return FormatError(
        Message(vi=f"Không đọc được số “{text}”.", en=f"“{text}” cannot be read as a number here."),
        Message(
            vi="Viết dấu chấm giữa các hàng nghìn, dấu phẩy trước phần thập phân: 1.234.567,8.",
            en="Write points between thousands and a comma before decimals: 1.234.567,8.",
        ),
    )
