"""Một số văn bản mà hai ngày. | One document number with two dates.

vi: Cùng số, ký hiệu, cùng cơ quan, cùng năm nhưng ghi hai ngày (hoặc hai loại) khác nhau: một
ngày sai, hoặc một số đã ghi cho hai văn bản.
Vì sao: trong một năm mỗi số chỉ cấp một lần (Nghị định 30/2020/NĐ-CP, Điều 15).
Cách xử lý: xem văn bản gốc, sửa ngày hoặc số.

en: The same number of the same office in the same year stands with two dates (or two kinds): a
date is wrong, or one number was written for two documents.
Why: an office gives each number once a year (Nghị định 30/2020/NĐ-CP, Điều 15).
What to do: correct the date or the number from the document.

đúng:
    van_ban:
      a: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh, trich_yeu: A}
      b: {loai: Kế hoạch, so: 23/KH-UBND, ngay: 2022-01-28, co_quan: UBND tỉnh, trich_yeu: B}

sai:
    van_ban:
      a: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh, trich_yeu: A}
      b: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-28, co_quan: UBND tỉnh, trich_yeu: B}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.cited import documents, issuer_key
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.cited import Citation
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-052"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every document whose number was met before with another date or kind."""
    cited = view.text.citations if view.text else ()
    stated = documents(view.report.van_ban, ())
    met: dict[str, list[Citation]] = {}
    for one in (*stated, *cited):
        earlier = met.setdefault(one.so, [])
        known = any((one.ngay, one.loai) == (other.ngay, other.loai) for other in earlier)
        if not one.so or one.ngay is None or known:
            continue
        other = next((other for other in earlier if _contradict(one, other)), None)
        if other is not None:
            yield warning(CODE, one.where, _message(one, other))
        earlier.append(one)


def _contradict(one: Citation, other: Citation) -> bool:
    offices = {issuer_key(one.co_quan), issuer_key(other.co_quan)} - {""}
    if len(offices) > 1 or one.ngay is None or other.ngay is None:
        return False
    if one.ngay == other.ngay:
        return len({one.loai, other.loai} - {"", "Văn bản"}) > 1
    return one.year is not None or one.ngay.year == other.ngay.year


def _message(one: Citation, other: Citation) -> Message:
    return Message(
        f"{one.name} ghi ngày {one.ngay:%d/%m/%Y}, còn {other.name} ({other.where.beside()}) ghi "
        f"ngày {other.ngay:%d/%m/%Y}",
        f"{one.name} is dated {one.ngay:%d/%m/%Y}, but {other.name} ({other.where.beside('en')}) "
        f"is dated {other.ngay:%d/%m/%Y}",
    )
