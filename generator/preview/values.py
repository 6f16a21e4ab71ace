"""Values of sample data: blank, the least, as wide as any; and those that conditions ask about."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.figure import Kind
from generator.raw import RawList, RawMap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.bieu_mau import ChiTieu
    from generator.raw import Raw, RawScalar

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | Decimal | date | None"


class Case(StrEnum):
    """Which data a preview shows: real ones, or samples at either end."""

    REAL = "that"
    NONE = "rong"
    ONE = "mot"
    MANY = "nhieu"


BLANK: Final = "trong"
NAME: Final = "Nguyễn Phúc Thị Phương Thảo Quỳnh Trang"
TAIL: Final = " và các cơ quan, đơn vị sự nghiệp công lập trực thuộc trên địa bàn toàn tỉnh"
BODIES: Final = (
    "Ban Chỉ đạo cải cách hành chính và chuyển đổi số của tỉnh",
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
    "Các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh và đơn vị sự nghiệp công lập trực thuộc",
)
_NOT_ARISING: Final = "khong_phat_sinh"
_WIDE: Final = 1_234_567
_PERCENT: Final = re.compile(r"[0-9.,]+ ?%")
_FRACTION: Final = re.compile(r"[0-9]+/[0-9]+")


def row_value(row: ChiTieu, case: Case) -> Tree:
    """Return what a sample states of a form row, its note included."""
    if case is Case.NONE:
        return BLANK
    codes = tuple(row.gia_tri_cho_phep)
    one: dict[Kind, Tree] = {Kind.PERCENT: 100, Kind.FRACTION: "1/1", Kind.TEXT: "x"}
    many: dict[Kind, Tree] = {
        Kind.PERCENT: Decimal("99.99"),
        Kind.MONEY: Decimal("1234567.89"),
        Kind.DECIMAL: Decimal("12345.67"),
        Kind.FRACTION: "1234/1234",
        Kind.TEXT: BODIES[0],
    }
    if case is Case.ONE:
        return codes[0] if codes else one.get(row.loai, 1)
    value = codes[-1] if codes else many.get(row.loai, _WIDE)
    return {"gia_tri": value, "ghi_chu": BODIES[2]}


def row_choices(row: ChiTieu, numbers: Iterable[int]) -> tuple[Tree, ...]:
    """Return values of a form row that a condition may tell apart, `numbers` among them."""
    if row.gia_tri_cho_phep:
        return (*row.gia_tri_cho_phep, BLANK)
    if row.loai is Kind.TEXT:
        return (BODIES[0], BLANK)
    if row.loai is Kind.FRACTION:
        return ("1/2", "2/2", "0/2", BLANK)
    wide = 100 if row.loai is Kind.PERCENT else _WIDE
    return tuple(dict.fromkeys((wide, 0, BLANK, 1, 2, *_around(numbers), _NOT_ARISING)))


def leaf_choices(value: Tree, numbers: Iterable[int]) -> tuple[Tree, ...]:
    """Return values of the sort of a free one that a condition may tell apart."""
    if isinstance(value, date):
        return (value, BLANK)
    text = str(value)
    if _FRACTION.fullmatch(text):
        return ("1/2", "2/2", "0/2", BLANK)
    around = _around(numbers)
    if _PERCENT.fullmatch(text):
        return tuple(dict.fromkeys((*(f"{n}%" for n in (100, 0, 50, *around)), BLANK)))
    if isinstance(value, str):
        return (value, BLANK)
    return tuple(dict.fromkeys((_WIDE, 0, BLANK, 1, 2, *around)))


def is_figure(value: Tree) -> bool:
    """Tell whether a free value is a figure, however it is written."""
    if isinstance(value, str):
        return bool(_PERCENT.fullmatch(value) or _FRACTION.fullmatch(value))
    return isinstance(value, int | Decimal)


def _around(numbers: Iterable[int]) -> tuple[int, ...]:
    near = (number + step for number in sorted(numbers) for step in (0, -1, 1))
    return tuple(number for number in near if number >= 0)


def leaf(raw: RawScalar, case: Case) -> Tree:
    """Return a free value: figures differ from case to case, words are only made longer."""
    text = raw.text
    if raw.quoted and text.isdigit():  # a year, a telephone number
        return text
    if isinstance(raw.value, date):
        return BLANK if case is Case.NONE else raw.value
    for pattern, one, many in ((_PERCENT, "100%", "99,99%"), (_FRACTION, "1/1", "1234/1234")):
        if pattern.fullmatch(text):
            return BLANK if case is Case.NONE else one if case is Case.ONE else many
    if isinstance(raw.value, str) and text != BLANK:
        return text + TAIL if case is Case.MANY and " " in text else text
    wide = int(raw.value) * 100 + 88 if isinstance(raw.value, int | Decimal) else 12_345
    return BLANK if case is Case.NONE else 1 if case is Case.ONE else wide


def as_written(raw: Raw) -> Tree:
    """Return raw data as they are."""
    if isinstance(raw, RawMap):
        return {key.text: as_written(value) for key, value in raw.entries()}
    if isinstance(raw, RawList):
        return [as_written(item) for item in raw.items]
    return raw.text if raw.quoted else raw.value
