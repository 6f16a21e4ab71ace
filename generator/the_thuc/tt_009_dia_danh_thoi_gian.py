"""Địa danh và thời gian ban hành. | Place and date.

vi: “Đồng Nai, ngày 05 tháng 01 năm 2022”: cùng một dòng với số, ký hiệu; chữ in thường, cỡ
13–14, nghiêng; sau địa danh có dấu phẩy; ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0, các tháng
3 đến 9 thì không. Để trống ngày, tháng cho văn thư thì được.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.
Cách xử lý: viết lại theo mẫu trên.

en: “Đồng Nai, ngày 05 tháng 01 năm 2022”: on the line of the number; 13–14 points, italic; a
comma behind the place; a zero before days below 10 and before months 1 and 2 only. Day and
month may be left blank for the records office.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.
What to do: write it as above.

đúng:
    Đồng Nai, ngày 05 tháng 4 năm 2022

sai:
    Đồng Nai, ngày 5 tháng 04 năm 2022
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.doc.words import tidy
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Piece
    from generator.the_thuc.judging import Judge

CODE = "TT-009"
SEVERITY = Severity.ERROR

_LOOK: Final = Look(
    name=Message("Địa danh và thời gian", "Place and date"),
    sizes=(13, 14),
    bold=False,
    italic=True,
    upper=False,
    align="center",
)
_BLANK: Final = r"[0-9]+|[….]+|"
_SHAPE: Final = re.compile(
    rf"^(?P<place>[^\W\d_][^,]*), ngày (?P<day>{_BLANK}) ?tháng (?P<month>{_BLANK}) ?"
    r"năm (?P<year>[0-9]{4})$"
)


def check(view: View) -> Iterator[Problem]:
    """Yield a line of place and date that is missing, of another shape, or looks wrong."""
    found = judge(CODE, SEVERITY, view)
    piece = view.head.date
    if piece is None:
        yield found.missing(Message("địa danh và thời gian ban hành", "place and date"))
        return
    shape = _SHAPE.match(tidy(piece.text))
    if shape is None or not shape["place"][0].isupper():
        yield found.at(
            piece,
            "Địa danh và thời gian phải viết theo mẫu “Đồng Nai, ngày 05 tháng 4 năm 2022”.",
            "Place and date must be written as “Đồng Nai, ngày 05 tháng 4 năm 2022”.",
        )
    else:
        yield from _zeros(shape, piece, found)
    yield from found.look([piece], _LOOK)
    if not _same_line(view):
        yield found.at(
            piece,
            "Địa danh và thời gian phải cùng một dòng với số, ký hiệu.",
            "Place and date belong on the line of the number.",
        )


def _zeros(shape: re.Match[str], piece: Piece, found: Judge) -> Iterator[Problem]:
    day, month = shape["day"], shape["month"]
    if day.isdigit() and day != f"{int(day):02}":
        yield found.at(
            piece, f"Ngày phải ghi là {int(day):02}.", f"The day must be written {int(day):02}."
        )
    if month.isdigit() and month != (
        right := f"{int(month):02}" if int(month) < 3 else str(int(month))
    ):
        yield found.at(
            piece,
            f"Tháng phải ghi là {right}: chỉ tháng 1 và tháng 2 thêm số 0.",
            f"The month must be written {right}: only months 1 and 2 have a zero.",
        )
    if (
        day.isdigit()
        and month.isdigit()
        and not _is_a_day(int(shape["year"]), int(month), int(day))
    ):
        yield found.at(piece, "Ngày này không có trong lịch.", "There is no such day.")


def _is_a_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _same_line(view: View) -> bool:
    """Tell whether number and date are on one line, as far as tables and tabs tell."""
    number, when = view.head.number, view.head.date
    if number is None or when is None:
        return True
    one, other = number.para, when.para
    if one.cell is not None and other.cell is not None:
        return one.cell.table != other.cell.table or one.cell.row == other.cell.row
    if one.boxed or other.boxed or one.format.framed or other.format.framed:
        return True
    return one is other or one.cell is not None or other.cell is not None
