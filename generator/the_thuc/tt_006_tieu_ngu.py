"""Tiêu ngữ và đường kẻ dưới Tiêu ngữ. | Tiêu ngữ and the line under it.

vi: “Độc lập - Tự do - Hạnh phúc”: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa dưới Quốc hiệu;
chữ cái đầu của các cụm từ viết hoa, giữa các cụm từ có gạch nối, có cách chữ; phía dưới có
đường kẻ ngang, nét liền, dài bằng dòng chữ.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.b.
Cách xử lý: chép đúng dòng chữ; vẽ đường kẻ bằng Chèn, Hình (Insert, Shapes) hoặc viền đoạn,
không dùng gạch chân.

en: “Độc lập - Tự do - Hạnh phúc”: lower case, 13–14 points, upright, bold, centred under Quốc
hiệu; hyphens with spaces; under it a solid line as long as the text.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1.b.
What to do: copy the line; draw the rule as a shape or as a paragraph border, never as
underline.

đúng:
    Độc lập - Tự do - Hạnh phúc

sai:
    Độc lập – Tự do – Hạnh phúc
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

CODE = "TT-006"
SEVERITY = Severity.ERROR

_TEXT: Final = "Độc lập - Tự do - Hạnh phúc"
_LOOK: Final = Look(
    name=Message("Tiêu ngữ", "Tiêu ngữ"),
    sizes=(13, 14),
    bold=True,
    italic=False,
    upper=False,
    align="center",
)


def check(view: View) -> Iterator[Problem]:
    """Yield a Tiêu ngữ that is missing, misspelt, looks wrong, or has no line as long as itself."""
    found = judge(CODE, SEVERITY, view)
    piece = view.head.tieu_ngu
    if piece is None:
        yield found.missing(_LOOK.name)
        return
    if tidy(piece.text) != _TEXT:
        yield found.at(
            piece,
            f"Tiêu ngữ phải viết đúng “{_TEXT}” (gạch nối, có cách chữ hai bên).",
            f"Tiêu ngữ must read “{_TEXT}” (hyphens with spaces).",
        )
    yield from found.look([piece], _LOOK)
    yield from found.rule_line(_LOOK.name, view.head.rules_right, [piece], (1, 1))
