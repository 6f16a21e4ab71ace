"""Quốc hiệu. | Quốc hiệu.

vi: “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”: chữ in hoa, cỡ 12–13, đứng, đậm, ở phía trên cùng bên
phải trang đầu.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.a; Điều 8 khoản 2 điểm a.
Cách xử lý: chép đúng dòng chữ trên (HÒA có dấu huyền ở chữ O; viết “HOÀ” như ví dụ của Nghị
định cũng được).

en: “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”: capitals, 12–13 points, upright, bold, top right of
page 1.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.a.
What to do: copy the line above.

đúng:
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

sai:
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM
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

CODE = "TT-005"
SEVERITY = Severity.ERROR

_TEXTS: Final = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",  # as the decree's own table writes it
)
_LOOK: Final = Look(
    name=Message("Quốc hiệu", "Quốc hiệu"),
    sizes=(12, 13),
    bold=True,
    italic=False,
    upper=True,
    align="center",
)


def check(view: View) -> Iterator[Problem]:
    """Yield a Quốc hiệu that is missing, misspelt or looks wrong."""
    found = judge(CODE, SEVERITY, view)
    piece = view.head.quoc_hieu
    if piece is None:
        yield found.missing(_LOOK.name)
        return
    if tidy(piece.text).upper() not in _TEXTS:
        yield found.at(
            piece,
            f"Quốc hiệu phải viết đúng “{_TEXTS[0]}”.",
            f"Quốc hiệu must read “{_TEXTS[0]}”.",
        )
    yield from found.look([piece], _LOOK)
