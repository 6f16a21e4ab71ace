"""Kính gửi. | Addressees.

vi: Một nơi nhận: “Kính gửi: Bộ Nội vụ” trên một dòng. Từ hai nơi trở lên: xuống dòng, mỗi nơi
một dòng, đầu dòng có gạch đầu dòng, cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm. Chữ in
thường, cỡ 13–14, đứng.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.
Cách xử lý: viết lại theo mẫu.

en: One addressee: “Kính gửi: Bộ Nội vụ” on one line. Two or more: each on its own line with a
dash, ending in a semicolon, the last in a full stop. 13–14 points, upright.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.
What to do: write it as shown.

đúng:
    Kính gửi: Bộ Nội vụ

sai:
    Kính gửi: Bộ Nội vụ; Sở Nội vụ;
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.doc.words import tidy
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-012"
SEVERITY = Severity.ERROR

_LOOK: Final = Look(
    name=Message("Dòng “Kính gửi”", "The line “Kính gửi”"),
    sizes=(13, 14),
    bold=False,
    italic=False,
    upper=False,
)


def check(view: View) -> Iterator[Problem]:
    """Yield addressees that are written or look otherwise; a report may have none."""
    found = judge(CODE, SEVERITY, view)
    lines = view.head.addressed
    if not lines:
        return
    yield from found.look(lines, _LOOK)
    first = tidy(lines[0].text)
    if not first.startswith("Kính gửi:"):
        yield found.at(
            lines[0], "Phải viết “Kính gửi:”, có dấu hai chấm.", "It must read “Kính gửi:”."
        )
    entries = [p for p in lines[1:] if p.text.strip() not in {"-", "–", "•"}]
    if not entries:
        if ";" in first or first.endswith("."):
            yield found.at(
                lines[0],
                "Một nơi thì viết trên một dòng, không có dấu ở cuối; "
                "nhiều nơi thì mỗi nơi một dòng.",
                "One addressee is on one line without a closing mark; several have a line each.",
            )
        return
    for number, piece in enumerate(entries, 1):
        mark = "." if number == len(entries) else ";"
        if not piece.text.rstrip().endswith(mark):
            yield found.at(
                piece,
                f"Dòng này phải kết thúc bằng “{mark}”.",
                f"This line must end in “{mark}”.",
            )
