"""Tên loại văn bản. | Kind of document.

vi: Tên loại (“BÁO CÁO”) đứng riêng một dòng: chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa. Công văn
(có “V/v ...” dưới số, ký hiệu) không có tên loại.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.5.a.
Cách xử lý: tách tên loại thành một đoạn riêng, đặt lại kiểu chữ.

en: The kind (“BÁO CÁO”) stands on a line of its own: capitals, 13–14 points, upright, bold,
centred. Official letters, with “V/v ...” below their number, have none.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.5.a.
What to do: put it in a paragraph of its own and set the style.

đúng:
    BÁO CÁO

sai:
    Báo cáo (cỡ 16)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.doc.head import KINDS
from generator.the_thuc.doc.words import fold
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-010"
SEVERITY = Severity.ERROR

_LOOK: Final = Look(
    name=Message("Tên loại văn bản", "The kind of document"),
    sizes=(13, 14),
    bold=True,
    italic=False,
    upper=True,
    align="center",
)


def check(view: View) -> Iterator[Problem]:
    """Yield a kind that is missing, not alone on its line, or looks wrong."""
    found = judge(CODE, SEVERITY, view)
    piece = view.head.kind
    if piece is None:
        if view.head.letter is None:
            yield found.missing(Message("tên loại văn bản (BÁO CÁO)", "kind of document (BÁO CÁO)"))
        return
    if fold(piece.text) not in KINDS:
        yield found.at(
            piece,
            "Tên loại văn bản phải đứng riêng một dòng, trích yếu ở dòng dưới.",
            "The kind stands on a line of its own, the subject below it.",
        )
    yield from found.look([piece], _LOOK)
