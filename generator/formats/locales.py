"""Locales: their names, their Babel data, and the few words CLDR has none for."""

from __future__ import annotations

from functools import cache

import babel
from babel.localedata import locale_identifiers
from msgspec import Struct

from generator.formats.errors import UnknownLocaleError
from generator.problem import Message
from generator.suggest import did_you_mean


class Words(Struct, frozen=True, kw_only=True):
    """What is printed in running text where a value is not there, and before a number.

    `up` and `down` tell by how much a value changed, `points` is a difference of percentages.
    """

    not_arising: str = "-"
    not_reported: str = "…"
    document_number: str = "№"
    up: str = "+{}"
    down: str = "-{}"
    same: str = "±0"
    points: str = "{} pp"
    no_comparison: str = "…"


_EXAMPLES = Message(
    vi="Các tên hay dùng: vi, en, fr, km, lo, zh.", en="Often used: vi, en, fr, km, lo, zh."
)
_NEUTRAL = Words()
_WORDS = {
    "vi": Words(
        not_arising="không phát sinh",
        not_reported="chưa có số liệu",
        document_number="Số:",
        up="tăng {}",
        down="giảm {}",
        same="không đổi",
        points="{} điểm phần trăm",
        no_comparison="chưa có số liệu so sánh",
    ),
    "en": Words(
        not_arising="none",
        not_reported="not yet available",
        document_number="No.",
        up="up {}",
        down="down {}",
        same="unchanged",
        points="{} percentage points",
        no_comparison="no figure to compare with",
    ),
    "fr": Words(not_arising="néant", not_reported="non disponible", document_number="N°"),
    "km": Words(not_arising="មិនមាន", not_reported="មិនទាន់មានទិន្នន័យ", document_number="លេខ៖"),
    "lo": Words(not_arising="ບໍ່ມີ", not_reported="ຍັງບໍ່ມີຂໍ້ມູນ", document_number="ເລກທີ:"),
    "zh": Words(not_arising="无", not_reported="尚无数据", document_number="编号："),  # noqa: RUF001  # the colon of Chinese print
}


@cache
def locale_name(text: str) -> str:
    """Return the one name of the locale written as `text`: `vi-VN` and `vi_VN` are `vi_VN`.

    Raises UnknownLocaleError, whose hint is the name that looks most like `text`.
    """
    try:
        return str(babel.Locale.parse(text.strip().replace("-", "_")))
    except (babel.UnknownLocaleError, ValueError, TypeError) as error:
        raise UnknownLocaleError(
            Message(vi=f"Không có ngôn ngữ “{text}”.", en=f"There is no locale “{text}”."),
            did_you_mean(text, locale_identifiers()) or _EXAMPLES,
        ) from error


@cache
def babel_locale(name: str) -> babel.Locale:
    """Return Babel's data of a locale named by `locale_name`; loaded once."""
    return babel.Locale.parse(name)


def language_of(name: str) -> str:
    """Return the language of a locale name: `vi` for `vi_VN`."""
    return name.partition("_")[0]


def words_of(name: str) -> Words:
    """Return the words of a locale; signs where the project has no translation yet."""
    return _WORDS.get(language_of(name), _NEUTRAL)
