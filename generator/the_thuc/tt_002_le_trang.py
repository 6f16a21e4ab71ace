"""Định lề trang. | Page margins.

vi: Cách mép trên và mép dưới 20–25 mm, mép trái 30–35 mm, mép phải 15–20 mm.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3.
Cách xử lý: Word, thẻ Bố cục (Layout), Lề (Margins), Lề tùy chỉnh.

en: Top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3.
What to do: Word, Layout, Margins, Custom Margins.

đúng:
    trên 20, dưới 20, trái 30, phải 15 mm

sai:
    trên 20, dưới 20, trái 25, phải 15 mm
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

CODE = "TT-002"
SEVERITY = Severity.ERROR

_MARGINS: Final = (
    ("top", "trên", 20, 25),
    ("bottom", "dưới", 20, 25),
    ("left", "trái", 30, 35),
    ("right", "phải", 15, 20),
)
_TOLERANCE: Final = 0.6  # mm: 0.8 in or 2 cm typed in either unit


def check(view: View) -> Iterator[Problem]:
    """Yield each margin that is outside the decree's limits, section by section."""
    found = judge(CODE, SEVERITY, view)
    for number, section in enumerate(view.doc.sections, 1):
        for side, name, low, high in _MARGINS:
            size = getattr(section, side) / TWIPS_PER_MM
            if not low - _TOLERANCE <= size <= high + _TOLERANCE:
                yield found.at(
                    None,
                    f"Lề {name} phải từ {low} đến {high} mm, "
                    f"phần {number} (section) để {size:.0f} mm.",
                    f"The {side} margin must be {low}–{high} mm; "
                    f"section {number} has {size:.0f} mm.",
                )
