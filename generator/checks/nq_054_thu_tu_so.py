"""Số văn bản không tăng theo ngày. | Document numbers that do not rise with their dates.

vi: Trong một năm, số của một cơ quan và một loại văn bản tăng theo ngày. Số lớn hơn mà ngày sớm
hơn là trái thứ tự; hai số cách nhau hơn một tháng văn bản mà cùng một ngày thì đáng ngờ.
Vì sao: số hoặc ngày chép sai. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 15 (số cấp theo thứ tự thời
gian trong năm).
Cách xử lý: xem lại số và ngày của cả hai văn bản; số lấy từ hai sổ khác nhau thì ghi
`chap_nhan`.

en: Within a year the numbers of one office and kind rise with the dates. A larger number on an
earlier day is out of order; two numbers more than a month of documents apart on one day are
suspicious.
Why: a number or a date was copied wrongly. Basis: Nghị định 30/2020/NĐ-CP, Điều 15.
What to do: look at both documents; numbers from two different registers are accepted with
`chap_nhan`.

đúng:
    van_ban:
      a: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh, trich_yeu: A}
      b: {loai: Kế hoạch, so: 23/KH-UBND, ngay: 2022-01-28, co_quan: UBND tỉnh, trich_yeu: B}

sai:
    van_ban:
      a: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh, trich_yeu: A}
      b: {loai: Kế hoạch, so: 21/KH-UBND, ngay: 2022-01-28, co_quan: UBND tỉnh, trich_yeu: B}
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.checks.cited import issuer_key
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.checks.cited import Citation
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-054"
SEVERITY = Severity.WARNING
_NUMBER = r"([0-9]+)[a-zđ]?((?:/[0-9]{4})?[/-].+)"
_LETTERS = ("Công văn", "Văn bản")
_MONTH = 30


class _Entry(NamedTuple):
    day: date
    number: int
    document: Citation


def check(view: View) -> Iterator[Problem]:
    """Warn of every document out of the order of its series."""
    series: dict[tuple[str, str, int], list[_Entry]] = {}
    for one in view.documents:
        found = re.fullmatch(_NUMBER, one.so)
        if found and one.ngay and one.co_quan:
            # -- letters of an office are numbered together, whichever section wrote them --
            symbol = found[2].partition("-")[0] if one.loai in _LETTERS else found[2]
            key = (issuer_key(one.co_quan), symbol, one.ngay.year)
            series.setdefault(key, []).append(_Entry(one.ngay, int(found[1]), one))
    for entries in series.values():
        entries.sort(key=lambda entry: entry[:2])
        pace = max(entry.number / entry.day.timetuple().tm_yday for entry in entries)
        for earlier, later in pairwise(entries):
            yield from _compare(earlier, later, pace)


def _compare(earlier: _Entry, later: _Entry, pace: float) -> Iterator[Problem]:
    one, other = later.document, earlier.document
    if (one.where.line or 0) < (other.where.line or 0):
        one, other = other, one
    told = f"{one.name} ngày {one.ngay:%d/%m/%Y}"
    against = f"{other.name} ngày {other.ngay:%d/%m/%Y}"
    if later.number < earlier.number:
        message = Message(
            f"{told} trái thứ tự với {against} ({other.where.beside()})",
            f"{told} is out of order with {against} ({other.where.beside('en')})",
        )
        yield warning(CODE, one.where, message)
    elif later.day == earlier.day and later.number - earlier.number > _MONTH * pace:
        message = Message(
            f"{told} cùng ngày mà cách quá xa {against} ({other.where.beside()})",
            f"{told} is too far from {against} of the same day ({other.where.beside('en')})",
        )
        yield warning(CODE, one.where, message)
