"""Viện dẫn thiếu số, ký hiệu hoặc ngày. | A citation without number, symbol or date.

vi: Lần viện dẫn đầu phải ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu. Ở
đây thiếu số, thiếu ký hiệu sau số, hoặc thiếu ngày của một văn bản mà số không mang năm. Không
xét luật, văn bản của Trung ương Đảng (gọi theo số và khóa) và văn bản quy phạm đã có năm trong
số.
Vì sao: số bắt đầu lại mỗi năm, thiếu ngày thì không biết văn bản nào. Căn cứ: Nghị định
30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.
Cách xử lý: bổ sung `so`, `ngay` của văn bản ở `van_ban`.

en: A first citation names kind, number and symbol, date, issuer and subject. Here the number is
missing, its symbol, or the date of a document whose number bears no year. Laws, documents of the
Party's centre and legal documents with the year in their number are not looked at.
Why: numbers begin anew every year. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b.
What to do: add `so` and `ngay` to the document under `van_ban`.

đúng:
    van_ban:
      kh: {loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-25, trich_yeu: công tác pháp chế}

sai:
    van_ban:
      kh: {loai: Kế hoạch, trich_yeu: công tác pháp chế}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.cited import Citation
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-055"
SEVERITY = Severity.WARNING
_WITHOUT_NUMBER = (
    "Luật",
    "Bộ luật",
    "Pháp lệnh",
    "Hiến pháp",
    "Quy chế",
    "Quy định",
    "Chương trình",
)
_SYMBOL = r"[0-9]+[a-zđ]?(?:/[0-9]{4})?\s?[/-]\s?[A-ZĐ]"
_PARTY_CENTRE = "/TW"


def check(view: View) -> Iterator[Problem]:
    """Warn of every document that its first citation does not let anybody find."""
    cited = view.text.citations if view.text else ()
    reported: set[str] = set()
    for one in view.documents:
        missing = _missing(one)
        if missing and one.name not in reported:
            reported.add(one.name)
            yield warning(CODE, one.where, _message(one, missing))
    yield from _dated_too_late(cited, reported)


def _missing(one: Citation) -> Message | None:
    if one.loai in _WITHOUT_NUMBER:
        return None
    if not one.so:
        return Message("số, ký hiệu và ngày", "number and date")
    if not re.match(_SYMBOL, one.so):
        return Message("ký hiệu sau số", "the symbol behind the number")
    if one.ngay is None and not one.typed and not _known_without_day(one):
        return Message("ngày", "the date")
    return None


def _known_without_day(one: Citation) -> bool:
    return one.year is not None or one.so.endswith(_PARTY_CENTRE)


def _dated_too_late(cited: tuple[Citation, ...], reported: set[str]) -> Iterator[Problem]:
    """Warn of documents named without their date at first, and with it further on."""
    first: dict[str, Citation] = {}
    for one in cited:
        earlier = first.setdefault(one.so, one)
        late = one.ngay and earlier.ngay is None and earlier.where != one.where
        if late and not _known_without_day(earlier) and earlier.name not in reported:
            reported.add(earlier.name)
            yield warning(CODE, earlier.where, _message(earlier, Message("ngày", "the date")))


def _message(one: Citation, missing: Message) -> Message:
    return Message(
        f"Viện dẫn “{one.name}” thiếu {missing.vi}",
        f"The citation “{one.name}” lacks {missing.en}",
    )
