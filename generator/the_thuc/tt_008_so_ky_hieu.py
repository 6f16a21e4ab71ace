"""Số, ký hiệu của văn bản. | Number and symbol.

vi: “Số:” chữ in thường, cỡ 13, đứng; số nhỏ hơn 10 ghi thêm số 0 phía trước; giữa số và ký hiệu
có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có gạch nối (-) không cách chữ; ký hiệu bằng
chữ in hoa, mở đầu bằng chữ viết tắt của tên loại (báo cáo: BC). Để trống số cho văn thư thì
được.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3; Phụ lục III.
Cách xử lý: viết lại theo mẫu “Số: 05/BC-SNV”.

en: “Số:” 13 points, upright; numbers below 10 with a zero; a slash between number and symbol,
hyphens without spaces inside it; the symbol in capitals, beginning with the abbreviation of the
kind (report: BC). The number may be left blank for the records office.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3; Phụ lục III.
What to do: write it as “Số: 05/BC-SNV”.

đúng:
    Số: 05/BC-SNV

sai:
    Số: 5/SNV - BC
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.ky_hieu import ADMINISTRATIVE
from generator.problem import Message, Severity
from generator.the_thuc.doc.words import fold
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Piece
    from generator.the_thuc.judging import Judge

CODE = "TT-008"
SEVERITY = Severity.ERROR

_LOOK: Final = Look(
    name=Message("Số, ký hiệu", "The number and symbol"),
    sizes=(13, 13),
    bold=False,
    italic=False,
    align="center",
)
_SHAPE: Final = re.compile(r"^Số: ?(?P<number>[0-9]*|[\s….]*)/(?P<symbol>\S+)$")
KINDS: Final = {fold(kind): short for kind, short in ADMINISTRATIVE.items()}


def check(view: View) -> Iterator[Problem]:
    """Yield a number line that is missing, of another shape, or looks wrong."""
    found = judge(CODE, SEVERITY, view)
    piece = view.head.number
    if piece is None:
        yield found.missing(Message("số, ký hiệu của văn bản", "number and symbol"))
        return
    shape = _SHAPE.match(" ".join(piece.text.replace("\xa0", " ").split(" ")))
    if shape is None:
        yield found.at(
            piece,
            "Số, ký hiệu phải viết theo mẫu “Số: 05/BC-SNV”.",
            "Number and symbol must be written as “Số: 05/BC-SNV”.",
        )
    else:
        yield from _number(shape["number"], piece, found)
        yield from _symbol(shape["symbol"], view, piece, found)
    yield from found.look([piece], _LOOK)


def _number(digits: str, piece: Piece, found: Judge) -> Iterator[Problem]:
    if digits.isdigit() and digits != f"{int(digits):02}":
        yield found.at(
            piece,
            f"Số của văn bản phải ghi là {int(digits):02}: "
            "dưới 10 thì thêm số 0, từ 10 trở lên thì không.",
            f"The number must be written {int(digits):02}: a zero below 10, none from 10 on.",
        )


def _symbol(symbol: str, view: View, piece: Piece, found: Judge) -> Iterator[Problem]:
    kind, _, issuer = symbol.partition("-")
    wanted = KINDS.get(fold(view.head.kind.text)) if view.head.kind else None
    if wanted and kind != wanted:
        yield found.at(
            piece,
            f"Ký hiệu phải mở đầu bằng chữ viết tắt của tên loại: {wanted}-…",
            f"The symbol must begin with the abbreviation of the kind: {wanted}-…",
        )
    if issuer != issuer.upper() or not issuer:
        yield found.at(
            piece,
            "Ký hiệu phải có tên viết tắt của cơ quan ban hành, bằng chữ in hoa.",
            "The symbol must have the issuer's abbreviation, in capitals.",
        )
