"""Họ và tên người ký. | Name of the signer.

vi: Họ và tên người ký: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa dưới chức vụ, viết hoa chữ đầu
của mọi âm tiết; trước họ tên không ghi học hàm, học vị, danh hiệu.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.c; Phụ lục II (tên người).
Cách xử lý: bỏ học hàm, học vị; đặt lại kiểu chữ.

en: The signer's name: lower case, every syllable with a capital, 13–14 points, upright, bold,
centred below the title; no academic titles before it.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.c; Phụ lục II (names of persons).
What to do: leave out academic titles; set the style.

đúng:
    Phạm Minh Phước

sai:
    ThS. Phạm Minh Phước
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-020"
SEVERITY = Severity.ERROR

_LOOK: Final = Look(
    name=Message("Họ và tên người ký", "The signer's name"),
    sizes=(13, 14),
    bold=True,
    italic=False,
    upper=False,
    align="center",
)
_TITLED: Final = re.compile(
    r"^(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|BS|DS|KS|CN|LS|CKI{1,2}|NGND|NGƯT|TTND|TTƯT|AHLĐ)\b[.\s]"
    r"|(?:Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Cử nhân|Ông|Bà)\s)",
    re.IGNORECASE,
)


def check(view: View) -> Iterator[Problem]:
    """Yield a name that bears titles or looks wrong."""
    found = judge(CODE, SEVERITY, view)
    piece = view.foot.name
    if piece is None:
        return
    if _TITLED.match(piece.text):
        yield found.at(
            piece,
            "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu.",
            "No academic or honorary titles before the signer's name.",
        )
    if any(word[0].islower() for word in piece.text.split()):
        yield found.at(
            piece,
            "Họ tên người ký phải viết hoa chữ đầu của mọi âm tiết.",
            "Every syllable of the signer's name begins with a capital.",
        )
    yield from found.look([piece], _LOOK)
