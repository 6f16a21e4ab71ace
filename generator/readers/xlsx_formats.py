"""Number formats of a workbook, as far as they change what a number in a cell says."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from generator.readers.xlsx_parse import namespace_of

if TYPE_CHECKING:
    from typing import Final
    from xml.etree.ElementTree import Element


class Shown(StrEnum):
    """What a number is shown as."""

    NUMBER = "number"
    PERCENT = "percent"  # 0.9806 is shown as 98,06%
    PERCENT_SIGN = "percent sign"  # 98.06 is shown as 98,06%: the sign is mere text
    DAY = "day"
    MONTH = "month"  # a date without its day: 3/2022
    DAY_OF_NO_YEAR = "day of no year"  # what Excel makes of 5/7
    TIME = "time"
    TEXT = "text"


class Format(NamedTuple):
    """What a number is shown as, and with how many decimals; None where that is left open."""

    shown: Shown
    decimals: int | None = None


GENERAL: Final = Format(Shown.NUMBER)

# The formats that workbooks refer to without writing them down (ECMA-376 part 1, 18.8.30). Those
# of dates differ from country to country; the parts they have are the same.
_BUILT_IN: Final = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    48: "0.0E+0",
    49: "@",
}
_TEXT_IN_FORMAT: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
_IN_BRACKETS: Final = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_DECIMALS: Final = re.compile(r"\.([0#?]+)")


def format_of(code: str) -> Format:
    """Return what a format code makes of a number: its first section, as Excel has it."""
    section = _TEXT_IN_FORMAT.sub(_percent_only, code).split(";")[0]
    bare = _IN_BRACKETS.sub("", section).lower()
    if "general" in bare:
        return GENERAL
    if "@" in bare:
        return Format(Shown.TEXT)
    if "%" not in bare and any(letter in bare for letter in "ymdhs"):
        return Format(_date_or_time(bare))
    decimals = _DECIMALS.search(bare)
    places = len(decimals[1]) if decimals else 0
    shown = Shown.NUMBER
    if "%" in bare:
        shown = Shown.PERCENT
    elif "\N{FULLWIDTH PERCENT SIGN}" in bare:
        shown = Shown.PERCENT_SIGN
    return Format(shown, None if "e" in bare or "/" in bare else places)


def read_formats(styles: Element) -> tuple[Format, ...]:
    """Return the format of every cell style, in the order in which cells refer to them."""
    tag = namespace_of(styles)
    own = {
        one.get("numFmtId", ""): one.get("formatCode", "")
        for one in styles.iterfind(f"{tag}numFmts/{tag}numFmt")
    }
    formats: dict[str, Format] = {}
    found = []
    for style in styles.iterfind(f"{tag}cellXfs/{tag}xf"):
        number = style.get("numFmtId", "0")
        if number not in formats:
            code = own.get(number) or (_BUILT_IN.get(int(number)) if number.isdecimal() else None)
            formats[number] = format_of(code or "General")
        found.append(formats[number])
    return tuple(found)


def _percent_only(text: re.Match[str]) -> str:
    """Return what matters of a text inside a format: a percent sign that does not multiply."""
    return "\N{FULLWIDTH PERCENT SIGN}" if "%" in text[0] else ""


def _date_or_time(code: str) -> Shown:
    if "y" in code and "d" in code:  # with a time, too, as many programs write a mere day
        return Shown.DAY
    if "h" in code or "s" in code:
        return Shown.TIME
    if "y" not in code:
        return Shown.DAY_OF_NO_YEAR
    return Shown.MONTH
