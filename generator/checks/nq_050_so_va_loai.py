"""Số, ký hiệu không hợp với loại văn bản. | A number that does not fit its kind of document.

vi: Ký hiệu cho biết loại văn bản (KH Kế hoạch, QĐ Quyết định, NĐ Nghị định ...), và số của nghị
định, thông tư, luật phải có năm ban hành. Công văn không có chữ viết tắt tên loại; ký hiệu QH chỉ
có ở luật, nghị quyết.
Vì sao: người nhận không tìm được văn bản. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III; Luật Ban
hành văn bản quy phạm pháp luật (số của văn bản quy phạm có năm).
Cách xử lý: mở lại văn bản gốc, chép đúng loại và số, ký hiệu.

en: The symbol tells the kind (KH, QĐ, NĐ ...); decrees, circulars and laws bear the year in their
number; an official letter (công văn) has no abbreviation of a kind; QH is of laws and resolutions.
Why: the document cannot be found. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III.
What to do: copy kind and number from the document itself.

đúng:
    van_ban:
      kh: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh, trich_yeu: CCHC}

sai:
    van_ban:
      kh: {loai: Kế hoạch, so: 22/QĐ-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh, trich_yeu: CCHC}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.ky_hieu import ABBREVIATIONS, LETTER
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.cited import Citation
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-050"
SEVERITY = Severity.WARNING
# The kinds that reports cite by number and symbol.
_KINDS = (
    "Nghị quyết", "Nghị định", "Thông tư", "Chỉ thị", "Quyết định", "Kế hoạch", "Thông báo",
    "Báo cáo", "Tờ trình", "Chương trình", "Kết luận", "Đề án", "Hướng dẫn",
)  # fmt: skip
_JOINT = {"Thông tư liên tịch": "TTLT", "Nghị quyết liên tịch": "NQLT"}
_USUAL = {**{kind: ABBREVIATIONS[kind] for kind in _KINDS}, **_JOINT}
_LETTERS = frozenset(_USUAL.values())
_WITH_YEAR = ("Nghị định", "Thông tư", *_JOINT)
# What Quốc hội and its standing committee number without a kind: 80/2015/QH13.
_OF_PARLIAMENT = ("QH", "UBTVQH")
_KINDS_OF_PARLIAMENT = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Văn bản", "")
# Before this year numbers of decrees and circulars bore no year: Nghị định số 24/CP.
_YEAR_SINCE = 1997
_SYMBOL = rf"[0-9]+[a-zđ]?(?:/[0-9]{{4}})?\s?[/-]\s?({LETTER}+)"


def check(view: View) -> Iterator[Problem]:
    """Warn of every document whose symbol is that of another kind, or lacks its year."""
    told: set[str] = set()
    for one in (*view.documents, *(view.text.citations if view.text else ())):
        found = re.match(_SYMBOL, one.so) if one.name not in told else None
        fault = _fault(one, found[1]) if found else None
        if fault:
            told.add(one.name)
            yield warning(CODE, one.where, fault)


def _fault(one: Citation, symbol: str) -> Message | None:
    usual = _USUAL.get(one.loai, "")
    letter = one.loai == "Công văn" and symbol in _LETTERS
    other = symbol in _OF_PARLIAMENT and one.loai not in _KINDS_OF_PARLIAMENT
    if letter or other or (usual and symbol != usual and symbol in _LETTERS):
        return Message(
            f"{one.name}: ký hiệu {symbol} không phải của {one.loai.lower()}",
            f"{one.name}: the symbol {symbol} is not that of “{one.loai}”",
        )
    old = one.ngay is not None and one.ngay.year < _YEAR_SINCE
    dated = (one.loai in _WITH_YEAR and symbol == usual) or symbol == _OF_PARLIAMENT[0]
    if dated and one.year is None and not old:
        return Message(
            f"{one.name}: thiếu năm ban hành trong số",
            f"{one.name}: the year is missing in the number",
        )
    return None
