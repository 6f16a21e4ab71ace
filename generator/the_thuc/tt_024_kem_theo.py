"""Dòng “(Kèm theo …)” của phụ lục. | The note “(Kèm theo …)” of annexes.

vi: Dưới tên phụ lục có dòng “(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm … của …)”: chữ in
thường, cỡ 13–14, nghiêng, canh giữa; số và ngày là của chính văn bản này. Văn bản điện tử được
để trống số và ngày.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1; Phụ lục III, Mẫu 2.2.
Cách xử lý: ghi số, ngày của chính báo cáo.

en: Below the name of an annex stands “(Kèm theo Báo cáo số …/BC-… ngày … của …)”: 13–14 points,
italic, centred; number and date are the document's own. Electronic documents may leave them
blank.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1; Phụ lục III, Mẫu 2.2.
What to do: give the document's own number and date.

đúng:
    (Kèm theo Báo cáo số 481/BC-UBND ngày 20 tháng 9 năm 2022 của UBND tỉnh)

sai:
    (Kèm theo Báo cáo số 418/BC-UBND ngày 20 tháng 9 năm 2022 của UBND tỉnh)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.doc.head import DATE
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-024"
SEVERITY = Severity.ERROR

_LOOK: Final = Look(
    name=Message("Dòng “(Kèm theo …)”", "The note “(Kèm theo …)”"),
    sizes=(13, 14),
    bold=False,
    italic=True,
    align="center",
)
_NUMBER: Final = re.compile(
    r"số\s*:?\s*(?P<number>[0-9]*)[\s….]*/\s*(?P<symbol>[^\s,;)]+)", re.IGNORECASE
)
_SLASHED: Final = re.compile(
    r"ngày\s*(?P<day>[0-9]+)\s*/\s*(?P<month>[0-9]+)\s*/\s*(?P<year>[0-9]{4})"
)


def check(view: View) -> Iterator[Problem]:
    """Yield annexes without the note, notes that look otherwise, and those of another document."""
    found = judge(CODE, SEVERITY, view)
    head = view.head
    number = _NUMBER.search(head.number.text) if head.number else None
    date = DATE.search(head.date.text) if head.date else None
    for annex in view.annexes:
        if annex.note is None:
            yield found.at(
                annex.title,
                "Phụ lục thiếu dòng “(Kèm theo …)” ghi số, ngày của văn bản.",
                "The annex has no note “(Kèm theo …)” with the document's number and date.",
            )
            continue
        yield from found.look(annex.note.pieces, _LOOK)
        note = " ".join(annex.note.text.split())
        if head.number is not None and _differ(_NUMBER.search(note), number):
            yield found.at(
                annex.note,
                f"Số ở dòng này khác số của văn bản ({head.number.text}).",
                f"The number here is not the document's own ({head.number.text}).",
            )
        if head.date is not None and _date_differs(
            _SLASHED.search(note) or DATE.search(note), date
        ):
            yield found.at(
                annex.note,
                f"Ngày ở dòng này khác ngày của văn bản ({head.date.text}).",
                f"The date here is not the document's own ({head.date.text}).",
            )


def _differ(here: re.Match[str] | None, there: re.Match[str] | None) -> bool:
    """Tell whether two places state different values; a blank agrees with anything."""
    if here is None or there is None:
        return False
    return any(a and b and a != b for a, b in zip(here.groups(), there.groups(), strict=True))


def _date_differs(here: re.Match[str] | None, there: re.Match[str] | None) -> bool:
    if here is None or there is None:
        return False
    pairs = ((here[part], there[part]) for part in ("day", "month", "year"))
    return any(a.isdigit() and b.isdigit() and int(a) != int(b) for a, b in pairs)
