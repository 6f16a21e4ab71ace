"""Kế hoạch của một năm mà ban hành quá sớm. | A plan for a year, dated far too early.

vi: Trích yếu là kế hoạch của một năm (“... năm 2022”), còn ngày ban hành sớm hơn tháng 4 của năm
trước năm ấy: thường là gõ nhầm năm của ngày, hay gặp ở văn bản tháng 12 và tháng 01. Kế hoạch nhiều
năm (“giai đoạn”, “đến năm”, hai năm khác nhau) không xét.
Vì sao: kế hoạch năm ban hành quanh đầu năm. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
II.6.b (viện dẫn đúng ngày ban hành).
Cách xử lý: xem lại ngày trên văn bản gốc; đúng như thế thì ghi `chap_nhan`.

en: The subject is the plan of one year (“... năm 2022”), the date lies before April of the year
before: mostly a slip in the year of the date, common with documents of December and January. Plans
for several years are left alone.
Why: plans of a year are issued around its beginning. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I,
II.6.b.
What to do: look at the date on the document; accept the warning if it is right.

đúng:
    van_ban:
      kh: {loai: Kế hoạch, so: 9/KH-UBND, ngay: 2022-01-11, trich_yeu: CCHC năm 2022}

sai:
    van_ban:
      kh: {loai: Kế hoạch, so: 9/KH-UBND, ngay: 2021-01-11, trich_yeu: CCHC năm 2022}
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-059"
SEVERITY = Severity.WARNING
_PLAN = "Kế hoạch"
_YEAR = r"\bnăm ([0-9]{4})(?![0-9]|\s?[-–])"
_OF_SEVERAL = ("giai đoạn", "đến năm", "từ năm", "nhiệm kỳ", "năm học")
_EARLIEST_MONTH = 4  # of the year before; budgets and posts are planned from the middle of it


def check(view: View) -> Iterator[Problem]:
    """Warn of every plan for one year whose date is more than nine months before that year."""
    for one in view.documents:
        day, year = one.ngay, _planned(one.trich_yeu) if one.loai == _PLAN else None
        if day is None or year is None or day >= date(year - 1, _EARLIEST_MONTH, 1):
            continue
        message = Message(
            f"{one.name} là kế hoạch năm {year} mà ghi ngày {day:%d/%m/%Y}",
            f"{one.name} is a plan for {year} but dated {day:%d/%m/%Y}",
        )
        yield warning(CODE, one.where, message)


def _planned(subject: str) -> int | None:
    """Return the one year that the subject of a plan names, None where it names none or several."""
    years = set(re.findall(_YEAR, subject))
    if len(years) != 1 or any(words in subject for words in _OF_SEVERAL):
        return None
    return int(years.pop())
