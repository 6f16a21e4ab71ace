"""Khổ giấy A4. | A4 paper.

vi: Văn bản hành chính trình bày trên khổ A4 (210 mm × 297 mm), theo chiều dài của trang; nội
dung có bảng, biểu không làm thành phụ lục riêng thì được theo chiều rộng.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.1 và I.2.
Cách xử lý: Word, thẻ Bố cục (Layout), Kích cỡ (Size) chọn A4; Hướng (Orientation) chọn Dọc.

en: Documents are laid out on A4 (210 × 297 mm), portrait; landscape is allowed for tables that
are not annexes.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.1 and I.2.
What to do: Word, Layout, Size A4, Orientation Portrait.

đúng:
    A4, 210 × 297 mm

sai:
    Letter, 216 × 279 mm
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.doc.model import TWIPS_PER_MM
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-001"
SEVERITY = Severity.ERROR

_A4: Final = (210, 297)
_TOLERANCE: Final = 1.5  # mm


def check(view: View) -> Iterator[Problem]:
    """Yield each section that is not A4, and a first section that lies on its side."""
    found = judge(CODE, SEVERITY, view)
    for number, section in enumerate(view.doc.sections, 1):
        sides = sorted((section.width / TWIPS_PER_MM, section.height / TWIPS_PER_MM))
        if any(abs(side - wanted) > _TOLERANCE for side, wanted in zip(sides, _A4, strict=True)):
            size = f"{sides[0]:.0f} × {sides[1]:.0f} mm"
            yield found.at(
                None,
                f"Khổ giấy phải là A4 (210 × 297 mm), phần {number} (section) là {size}.",
                f"The paper must be A4 (210 × 297 mm); section {number} is {size}.",
            )
    first = view.doc.sections[0]
    if first.width > first.height and not _has_tables(view):
        yield found.at(
            None,
            "Trang phải theo chiều dọc; chỉ theo chiều ngang khi nội dung có bảng, biểu.",
            "The page must be portrait; landscape is for documents with tables.",
        )


def _has_tables(view: View) -> bool:
    layout = {
        p.para.cell.table for p in (view.head.quoc_hieu, view.foot.label) if p and p.para.cell
    }
    return len(view.doc.tables) > len(layout)
