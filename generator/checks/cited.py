"""Documents named in the words of a report: `Kế hoạch số 22/KH-UBND ngày 25/01/2022 của UBND tỉnh`.

Most stand in the data (`van_ban`) and are printed from there; the text may name others by hand.
Rules about documents look at both.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.checks.periods import day_of
from generator.ky_hieu import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.problem import Where
    from generator.van_ban import VanBan

KINDS = (
    "Nghị quyết", "Nghị quyết liên tịch", "Nghị định", "Thông tư", "Thông tư liên tịch", "Chỉ thị",
    "Quyết định", "Kế hoạch", "Công văn", "Văn bản", "Thông báo", "Báo cáo", "Tờ trình",
    "Chương trình", "Kết luận", "Đề án", "Hướng dẫn", "Công điện", "Quy chế", "Quy định",
    "Bộ luật", "Luật", "Pháp lệnh",
)  # fmt: skip

# A dash at the beginning of a line is a bullet.
CITING = (r"/\s?[A-ZĐ]", r"-(?<!\n-)\s?[A-ZĐ]", r"ố\s*[0-9]", r"Ố\s*[0-9]")
"""Clues (`Text.having`) to a document named by number: a symbol, or a number after “số”."""

# The symbol begins with a capital: 22/KH-UBND, 30/2020/NĐ-CP, 576-KL/TU, 5070/QĐ/UBND. A pattern
# that begins with one digit is found twice as fast as one that begins with some.
_NUMBER = (
    r"[0-9][0-9]{0,5}[a-zđ]?(?:/[0-9]{4}(?=/))?"
    rf"(?:\s?[/-]\s?[A-ZĐ](?:[0-9&.]|{LETTER})*(?<!\.))*"
)
_INSIDE_NUMBER = tuple("/.,:-")
_LONGEST_BEFORE = 28
_SAID = "số"
_FOLDED_KINDS = {kind.casefold(): kind for kind in KINDS}
_KIND_ENDS = tuple(_FOLDED_KINDS)
_DAY = r",?\s+ngày\s+([0-9]{1,2})(?:\s?/\s?|\s+tháng\s+)([0-9]{1,2})(?:\s?/\s?|\s+năm\s+)([0-9]{4})"
# An issuer ends where the subject or another clause begins.
_ISSUER = (
    r",?\s+của\s+((?:(?!\s(?:về|v/v|ban hành|quy định|sửa đổi|công bố|phê duyệt|và|trong|để)\s)"
    r"(?![“”])[^,;.():\n])+)"
)
_SUBJECT = r"\s+(?:về|v/v)\s+([^.;:\n]+)"
_QUALIFIED = r"[0-9]+[a-zđ]?(?:/[0-9]{4})?[/-][A-ZĐ]"
_GOVERNMENT = r"(?:ubnd|hđnd) (?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn)"


class Citation(Struct, frozen=True, kw_only=True):
    """A document as it is named: kind (may be empty), number, day, issuer; `key` if in the data.

    `typed` tells one that the text names by hand from one that stands under `van_ban`.
    """

    loai: str
    so: str = ""
    ngay: date | None = None
    co_quan: str = ""
    trich_yeu: str = ""
    typed: bool = False
    where: Where

    @property
    def name(self) -> str:
        """Kind and number, or kind and subject of a document without a number."""
        rest = f"số {self.so}" if self.so else self.trich_yeu
        return f"{self.loai} {rest}".strip()

    @property
    def year(self) -> int | None:
        """The year of a legal document, which is part of its number: 2020 of `30/2020/NĐ-CP`."""
        pieces = self.so.split("/")
        found = len(pieces) > 2 and len(pieces[1]) == 4 and pieces[1].isdecimal()
        return int(pieces[1]) if found else None


def citations_in(text: str, where: Where) -> Iterator[Citation]:
    """Return the documents that a text names by number, in the order in which it does."""
    if "/" not in text and "số " not in text:
        return
    for found in re.finditer(_NUMBER, text):
        number = found.group()
        if text[found.start() - 1 : found.start()] in _INSIDE_NUMBER:
            continue
        before = text[max(0, found.start() - _LONGEST_BEFORE) : found.start()].casefold().rstrip()
        qualified = not number.isdecimal() and re.match(_QUALIFIED, number.replace(" ", ""))
        if not qualified and not before.endswith(_SAID):  # a figure, as most numbers are
            continue
        loai = _kind_at_end(before.removesuffix(_SAID).rstrip())
        if not qualified and not loai:
            continue
        day, after = _day(text, found.end())
        issuer = re.compile(_ISSUER).match(text, after)
        subject = re.compile(_SUBJECT).match(text, issuer.end() if issuer else after)
        yield Citation(
            loai=loai,
            so=number,
            ngay=day,
            co_quan=issuer[1].strip() if issuer else "",
            trich_yeu=subject[1] if subject else "",
            typed=True,
            where=where,
        )


def _kind_at_end(words: str) -> str:
    """Return the kind of document that words in small letters end with; empty where none does."""
    if not words.endswith(_KIND_ENDS):
        return ""
    return next(kind for folded, kind in _FOLDED_KINDS.items() if words.endswith(folded))


def documents(van_ban: Mapping[str, VanBan], in_text: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Return the documents of the data, and those that only the text names."""
    stated = [
        Citation(
            loai=document.loai,
            so=document.so,
            ngay=document.ngay,
            co_quan=document.co_quan,
            trich_yeu=document.trich_yeu,
            where=document.where,
        )
        for document in van_ban.values()
    ]
    numbers = {one.so for one in stated if one.so}
    return (*stated, *(one for one in in_text if one.so not in numbers))


@lru_cache(256)  # a few offices issue most documents
def issuer_key(co_quan: str) -> str:
    """Return what tells issuers apart: one book of numbers serves an office and its head.

    `Chủ tịch UBND tỉnh`, `UBND tỉnh Trà Vinh` and `Ủy ban nhân dân tỉnh` are one.
    """
    text = " ".join(co_quan.casefold().split())
    text = text.removeprefix("chủ tịch ").replace("uỷ ban", "ủy ban")
    text = text.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
    found = re.match(_GOVERNMENT, text)
    return found.group() if found else text.removesuffix(" tỉnh")


def _day(text: str, start: int) -> tuple[date | None, int]:
    found = re.compile(_DAY).match(text, start)
    return (day_of(*found.groups()), found.end()) if found else (None, start)
