"""Tiêu đề phụ lục. | Titles of annexes.

vi: Từ “Phụ lục” và số thứ tự: chữ in thường, cỡ 14, đứng, đậm, canh giữa một dòng riêng; từ hai
phụ lục trở lên đánh số La Mã, một phụ lục thì không. Tên phụ lục: chữ in hoa, cỡ 13–14, đứng,
đậm, canh giữa. “Biểu mẫu 1, 2…” theo mẫu của Bộ được giữ tên và số của Bộ.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.
Cách xử lý: sửa tiêu đề theo mẫu “Phụ lục I”.

en: The word “Phụ lục” with its number: lower case, 14 points, upright, bold, centred on its own
line; Roman numbers from two annexes on, none for a single one. The name: capitals, 13–14
points, upright, bold, centred. Forms (“Biểu mẫu 1”) keep the names and numbers that a ministry
gave them.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.
What to do: write the title as “Phụ lục I”.

đúng:
    Phụ lục I

sai:
    PHỤ LỤC 1
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-023"
SEVERITY = Severity.ERROR

_TITLE: Final = Look(
    name=Message("Tiêu đề phụ lục", "The annex title"),
    sizes=(14, 14),
    bold=True,
    italic=False,
    upper=False,
    align="center",
)
_FORM: Final = Look(
    name=Message("Tiêu đề biểu mẫu", "The form title"),
    sizes=(13, 14),
    bold=True,
    italic=False,
    align="center",
)
_NAME: Final = Look(
    name=Message("Tên phụ lục", "The annex name"),
    sizes=(13, 14),
    bold=True,
    italic=False,
    upper=True,
    align="center",
)
_FORM_NAME: Final = Look(
    name=Message("Tên biểu mẫu", "The form name"),
    sizes=(13, 14),
    bold=True,
    italic=False,
    align="center",
)
_ANNEX: Final = "PHU LUC"


def check(view: View) -> Iterator[Problem]:
    """Yield titles and names of annexes that look otherwise, and numbers of another kind."""
    found = judge(CODE, SEVERITY, view)
    counts = Counter(annex.word for annex in view.annexes)
    for annex in view.annexes:
        own = annex.word == _ANNEX
        yield from found.look(annex.title.pieces, _TITLE if own else _FORM)
        for para in annex.name:
            yield from found.look(para.pieces, _NAME if own else _FORM_NAME)
        if own and not annex.name:
            yield found.at(annex.title, "Phụ lục phải có tên.", "An annex must have a name.")
        if own and counts[_ANNEX] == 1 and annex.number:
            yield found.at(
                annex.title,
                "Chỉ có một phụ lục thì không đánh số.",
                "A single annex bears no number.",
            )
        elif own and counts[_ANNEX] > 1 and (not annex.number or annex.number.isdigit()):
            yield found.at(
                annex.title,
                "Từ hai phụ lục trở lên phải đánh số bằng chữ số La Mã.",
                "Two or more annexes are numbered in Roman numerals.",
            )
