"""Figures as they are typed in data files: raw values -> `Figure`, dates, texts.

Two doors. `read_free_map` takes free figures (`so_lieu`) for what their writing says they are.
`read_indicator` takes the value of an indicator, whose kind the form set has fixed.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.fields import Fields
from generator.figure import Figure, Kind, Status
from generator.formats.errors import FormatError
from generator.formats.parsing import parse_figure, parse_scalar
from generator.problem import Message
from generator.raw import RawList, RawMap
from generator.report import FreeLeaf
from generator.suggest import nearest, plain
from generator.van_ban import check_key
from generator.workbook_layout import STATUS_WORDS as WORDS_IN_CELLS

if TYPE_CHECKING:
    from generator.bieu_mau import ChiTieu
    from generator.fields import Problems
    from generator.raw import Raw, RawScalar
    from generator.report import Free

STATUS_WORDS = {
    status.value: status for status in (Status.BLANK, Status.NOT_ARISING, Status.NOT_REPORTED)
}
MAX_LENGTH = 40  # of a number with everything around it; what is longer is no figure

_DIGITS = re.compile(r"[0-9]+")
# More digits than any figure has: what is worked out from them would be too long to print.
_ENDLESS = re.compile(r"[0-9](?:[.,]?[0-9]){20}")
# What clerks write where there is nothing to count (as `suggest.plain` gives it), and a unit behind
# a number, unless it is one that multiplies: 5 nghìn.
_NOTHING = ("", "–", "—", "/", "…", "x", "n/a", "na", "khong", "khong_co", "khong_co_so_lieu")
_WITH_UNIT = re.compile(r"[0-9][0-9.,]*_*(?!tram|nghin|ngan|trieu|ty)[^\W\d_].*")
_NO_FIGURE = Message(
    "Chưa có số thì ghi `trong`; không phát sinh thì ghi `khong_phat_sinh`; bằng không thì ghi 0; "
    "có số thì chỉ ghi số, không ghi đơn vị tính.",
    "No figure yet: `trong`; nothing arose: `khong_phat_sinh`; zero: 0; a figure stands without "
    "its unit.",
)
_NO_FIGURE_IN_A_CELL = Message(
    "Chưa có số thì để trống; không phát sinh thì ghi “không phát sinh”; bằng không thì ghi 0; có "
    "số thì chỉ ghi số, không ghi đơn vị tính.",
    "No figure yet: leave it empty; nothing arose: “không phát sinh”; zero: 0; a figure stands "
    "without its unit.",
)
_THREE_DECIMALS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def status_of(raw: RawScalar) -> Status | None:
    """Return the status a value states (`trong`, an empty value, ...); None for a real value."""
    if raw.value is None:
        return Status.BLANK
    return STATUS_WORDS.get(raw.text)


def read_free_map(fields: Fields | None) -> dict[str, Free]:
    """Return the tree of free figures, every leaf with its place.

    Notes DL-036, DL-037 (see `read_free`) and DL-047 for a name that no template could use.
    """
    if fields is None:
        return {}
    for key in fields.raw.keys.values():
        check_key(key.text, replace(key.where, path=fields.path), fields.problems)
    return {
        key.text: _free(raw, f"{fields.path}.{key.text}", fields.problems)
        for key, raw in fields.raw.entries()
    }


def _free(raw: Raw, path: str, problems: Problems) -> Free:
    if isinstance(raw, RawMap):
        return read_free_map(Fields(raw, problems, path))
    if isinstance(raw, RawList):
        return tuple(
            _free(item, f"{path}[{number}]", problems)
            for number, item in enumerate(raw.items, start=1)
        )
    placed = replace(raw, where=replace(raw.where, path=path))
    return FreeLeaf(value=read_free(placed, problems), where=placed.where)


def read_free(raw: RawScalar, problems: Problems) -> Figure | date | str:
    """Return a free figure by how it is written (see `generator.formats.parsing`).

    Digits in quotes are a text: a year, a telephone number. Notes DL-036 for what has two readings
    and DL-037 (warning) for a decimal that looks like thousands.
    """
    status = status_of(raw)
    if status is not None:
        return Figure(kind=Kind.TEXT, status=status)
    if isinstance(raw.value, date):
        return raw.value
    number = _plain_number(raw)
    if number is not None:
        _warn_three_decimals(raw, problems)
        whole = isinstance(raw.value, int) and number >= 0
        return Figure(kind=Kind.COUNT if whole else Kind.DECIMAL, number=number)
    if _is_no_figure(raw.text) or (raw.quoted and _DIGITS.fullmatch(raw.text)):
        return raw.text
    return _parsed(raw, problems)


def _plain_number(raw: RawScalar) -> Decimal | None:
    """Return a number that YAML itself reads as one."""
    if isinstance(raw.value, int | Decimal) and not isinstance(raw.value, bool):
        return Decimal(raw.value)
    return None


def _is_no_figure(text: str) -> bool:
    return len(text) > MAX_LENGTH or _ENDLESS.search(text) is not None


def _parsed(raw: RawScalar, problems: Problems) -> Figure | date | str:
    try:
        return parse_scalar(raw.text)
    except FormatError as error:
        problems.error("DL-036", raw.where, error.message, error.hint)
        return raw.text


def read_indicator(raw: RawScalar, row: ChiTieu, problems: Problems) -> Figure:
    """Return the value of an indicator; what is wrong is noted and gives a blank figure.

    Notes DL-033 (not of the indicator's kind), DL-034 (negative), DL-035 (not among the codes of
    an enumerated indicator), DL-036 (two readings), DL-037 (a warning, see `read_free`).
    """
    status = status_of(raw)
    if status is not None:
        return Figure(kind=row.loai, status=status)
    if row.loai is Kind.TEXT:
        return Figure(kind=Kind.TEXT, text=raw.text.strip())
    number = _plain_number(raw)
    if number is None:
        return _typed(raw, row, problems)
    if row.loai is Kind.FRACTION or (row.loai is Kind.COUNT and isinstance(raw.value, Decimal)):
        return _wrong(raw, row, problems)
    if row.loai is not Kind.COUNT:
        _warn_three_decimals(raw, problems)
    return _checked(Figure(kind=row.loai, number=number), raw, row, problems)


def _typed(raw: RawScalar, row: ChiTieu, problems: Problems) -> Figure:
    """Return a value typed as text: `98,06%`, `04`, `14/21`."""
    if _is_no_figure(raw.text) or isinstance(raw.value, date | bool):
        return _wrong(raw, row, problems)
    # -- a text without quotes is typed as it is printed (1.788 in YAML is a decimal, no text): a
    # -- count has no decimals, so that there is one way to read it --
    if raw.quoted or row.loai is not Kind.COUNT:
        before = len(problems.found)
        _parsed(raw, problems)
        if len(problems.found) > before:
            return Figure(kind=row.loai, status=Status.BLANK)
    try:
        figure = parse_figure(raw.text, row.loai)
    except FormatError:  # its words know neither the form nor the status words: ours do
        return _wrong(raw, row, problems)
    return _checked(figure, raw, row, problems)


def _checked(figure: Figure, raw: RawScalar, row: ChiTieu, problems: Problems) -> Figure:
    if figure.number is not None and figure.number < 0:
        message = Message(
            f"{raw.shown}: giá trị không được âm.",
            f"{raw.shown}: the value must not be negative.",
        )
        problems.error("DL-034", raw.where, message)
        return Figure(kind=row.loai, status=Status.BLANK)
    if row.loai is Kind.ENUMERATED and figure.number not in row.gia_tri_cho_phep:
        return _wrong(raw, row, problems)
    return figure


_WANTED = {
    Kind.COUNT: Message("số đếm: viết liền các chữ số, ví dụ 1788", "a count such as 1788"),
    Kind.PERCENT: Message("tỷ lệ phần trăm, ví dụ 98,06", "a percentage such as 98,06"),
    Kind.MONEY: Message("số tiền theo triệu đồng, ví dụ 1234,5", "an amount such as 1234,5"),
    Kind.FRACTION: Message("phân số, ví dụ 14/21", "a fraction such as 14/21"),
    Kind.DECIMAL: Message("số, ví dụ 12,5", "a number such as 12,5"),
}


def _wrong(raw: RawScalar, row: ChiTieu, problems: Problems) -> Figure:
    code, wanted = "DL-033", _WANTED.get(row.loai)
    if wanted is None:
        code = "DL-035"
        listed = ", ".join(f"{value} ({name})" for value, name in row.gia_tri_cho_phep.items())
        wanted = Message(f"một trong các mã {listed}", f"one of {listed}")
    message = Message(
        f"“{raw.shown}” không dùng được ở đây, cần {wanted.vi}.",
        f"“{raw.shown}” cannot stand here; wanted: {wanted.en}.",
    )
    problems.error(code, raw.where, message, _hint(raw, row))
    return Figure(kind=row.loai, status=Status.BLANK)


def _hint(raw: RawScalar, row: ChiTieu) -> Message | None:
    if _THREE_DECIMALS.fullmatch(raw.text):
        return _thousands(raw)
    word = plain(raw.text)
    for value, name in row.gia_tri_cho_phep.items():
        if plain(name) == word:
            return Message(f"Ghi mã {value}.", f"Write the code {value}.")
    with_unit = row.loai is Kind.COUNT and _WITH_UNIT.fullmatch(word)
    if with_unit or word.strip("_.") in _NOTHING:
        return _NO_FIGURE_IN_A_CELL if raw.where.sheet else _NO_FIGURE
    near = nearest(raw.text, WORDS_IN_CELLS if raw.where.sheet else STATUS_WORDS)
    return Message(f"Ý bạn là “{near}”?", f"Did you mean “{near}”?") if near else None


def _thousands(raw: RawScalar) -> Message:
    whole = raw.text.replace(".", "")
    return Message(
        f"Nếu dấu chấm ngăn hàng nghìn thì viết {whole}.",
        f"If the point separates thousands, write {whole}.",
    )


def _warn_three_decimals(raw: RawScalar, problems: Problems) -> None:
    if _THREE_DECIMALS.fullmatch(raw.text):
        read_as = raw.text.replace(".", ",")
        message = Message(
            f"“{raw.text}” được đọc là số thập phân {read_as}.",
            f"“{raw.text}” is read as the decimal {read_as}.",
        )
        problems.warn("DL-037", raw.where, message, _thousands(raw))
