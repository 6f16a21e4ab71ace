"""Trích yếu nội dung. | Subject.

vi: Trích yếu đặt ngay dưới tên loại: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa; phía dưới
có đường kẻ ngang nét liền dài 1/3 đến 1/2 dòng chữ, đặt cân đối.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.5.a.
Cách xử lý: đặt lại kiểu chữ; vẽ đường kẻ, không dùng gạch chân.

en: The subject stands directly under the kind: lower case, 13–14 points, upright, bold,
centred; under it a solid line of 1/3 to 1/2 of the text.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.5.a.
What to do: set the style; draw the line, do not underline.

đúng:
    Công tác cải cách hành chính quý I năm 2022

sai:
    CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2022
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-011"
SEVERITY = Severity.ERROR

_LOOK: Final = Look(
    name=Message("Trích yếu nội dung", "The subject"),
    sizes=(13, 14),
    bold=True,
    italic=False,
    upper=False,
    align="center",
)
_UNDER: Final = Message("trích yếu nội dung", "the subject")


def check(view: View) -> Iterator[Problem]:
    """Yield a subject that is missing or looks wrong, and a line that is missing or too long."""
    found = judge(CODE, SEVERITY, view)
    if view.head.kind is None:
        return
    if not view.head.subject:
        yield found.missing(_UNDER)
        return
    yield from found.look(view.head.subject, _LOOK)
    yield from found.rule_line(_UNDER, view.head.rules_title, view.head.subject, (1 / 3, 1 / 2))
