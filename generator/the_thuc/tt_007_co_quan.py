"""Tên cơ quan ban hành. | Names of the issuing bodies.

vi: Tên cơ quan chủ quản trực tiếp: chữ in hoa, cỡ 12–13, đứng, không đậm. Tên cơ quan ban hành:
chữ in hoa, cỡ 12–13, đứng, đậm, canh giữa dưới tên chủ quản, phía dưới có đường kẻ ngang nét
liền dài 1/3 đến 1/2 dòng chữ, đặt cân đối.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.2.
Cách xử lý: sửa kiểu chữ; vẽ lại đường kẻ.

en: The direct superior: capitals, 12–13 points, upright, not bold. The issuer: capitals, 12–13
points, upright, bold, centred, with a solid line of 1/3 to 1/2 of the text under it.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.2.
What to do: set the style of the text; draw the line anew.

đúng:
    UBND TỈNH ĐỒNG NAI     (không đậm)
    SỞ NỘI VỤ              (đậm)
    ———

sai:
    UBND TỈNH ĐỒNG NAI     (đậm)
    SỞ NỘI VỤ              (không đậm, gạch chân)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-007"
SEVERITY = Severity.ERROR

_ABOVE: Final = Look(
    name=Message("Tên cơ quan chủ quản", "The superior's name"),
    sizes=(12, 13),
    bold=False,
    italic=False,
    upper=True,
    align="center",
)
_ISSUER: Final = Look(
    name=Message("Tên cơ quan ban hành", "The issuer's name"),
    sizes=(12, 13),
    bold=True,
    italic=False,
    upper=True,
    align="center",
)
_UNDER: Final = Message("tên cơ quan ban hành", "the issuer's name")


def check(view: View) -> Iterator[Problem]:
    """Yield names that are missing or look wrong, and a line that is missing or too long."""
    found = judge(CODE, SEVERITY, view)
    head = view.head
    if not head.issuer:
        yield found.missing(_UNDER)
        return
    yield from found.look(head.above, _ABOVE)
    yield from found.look(head.issuer, _ISSUER)
    yield from found.rule_line(_UNDER, head.rules_left, head.issuer, (1 / 3, 1 / 2))
