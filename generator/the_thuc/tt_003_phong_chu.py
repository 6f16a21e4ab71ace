"""Phông chữ Times New Roman, màu đen. | Times New Roman, black.

vi: Toàn văn bản dùng phông Times New Roman, bộ mã Unicode, màu đen (trừ dấu chỉ độ mật, độ khẩn,
dấu của cơ quan). Kiểm tra phông thật sự có tác dụng, qua kiểu (style), phông chủ đề và mặc định.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4.
Cách xử lý: chọn đoạn nêu trong cảnh báo, đặt lại phông và màu; tốt nhất sửa ở kiểu (style) Normal.

en: All text is in Times New Roman (Unicode), black, stamps of secrecy and urgency excepted. What
counts is the font that takes effect, through styles, theme fonts and defaults.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4.
What to do: set font and colour of the paragraph named; best in the style Normal.

đúng:
    Times New Roman, màu tự động

sai:
    Calibri, hoặc .VnTime, hoặc chữ xanh
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.doc.words import fold
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para, Run

CODE = "TT-003"
SEVERITY = Severity.ERROR

_FONT: Final = "times new roman"
_BLACK: Final = frozenset({"", "000000"})
_STAMPS: Final = frozenset({"THUONG KHAN", "KHAN", "MAT", "TOI MAT", "TUYET MAT"})
_LONGER_STAMPS: Final = ("HOA TOC", "DU THAO")  # HỎA TỐC HẸN GIỜ, DỰ THẢO LẦN 2
_EAST: Final = "\u2e80"  # from here on characters take the East Asian font
_PRIVATE: Final = ("\ue000", "\uf8ff")  # signs of symbol fonts


def check(view: View) -> Iterator[Problem]:
    """Yield each other font and each other colour once, with its first place."""
    found = judge(CODE, SEVERITY, view)
    fonts: dict[str, list[Para]] = {}
    colours: dict[str, list[Para]] = {}
    for para, run in _suspects(view):
        for font in _other_fonts(run):
            fonts.setdefault(font, []).append(para)
        colour = run.format.colour
        if colour not in _BLACK and run.text.strip() and not _is_stamp(fold(para.text)):
            colours.setdefault(colour, []).append(para)
    for font, places in fonts.items():
        yield from found.several(
            places,
            f"Phông chữ phải là Times New Roman, ở đây là {font}",
            f"The font must be Times New Roman; it is {font}",
        )
    for colour, places in colours.items():
        yield from found.several(
            places, f"Chữ phải màu đen, ở đây màu #{colour}", f"Text must be black; it is #{colour}"
        )


def _suspects(view: View) -> Iterator[tuple[Para, Run]]:
    """Yield the runs that may be wrong: formats that are good for any letter are left out."""
    good: dict[int, bool] = {}
    for para in view.paras:
        for run in para.runs:
            look = run.format
            known = good.get(id(look))
            if known is None:
                fonts = {font.lower() for font in look.fonts[:3]}
                known = good[id(look)] = fonts == {_FONT} and look.colour in _BLACK
            if not known:
                yield para, run


def _other_fonts(run: Run) -> list[str]:
    """Return the fonts other than Times New Roman that print characters of the run."""
    text = run.text.strip()
    if not text or all(_PRIVATE[0] <= c <= _PRIVATE[1] for c in text):
        return []
    ascii_font, latin, east, _ = run.format.fonts
    used = []
    if any(c.isascii() for c in text):
        used.append(ascii_font)
    if not text.isascii():
        used.append(latin)
        if max(text) >= _EAST:
            used.append(east)
    return list(dict.fromkeys(font for font in used if font.lower() != _FONT))


def _is_stamp(text: str) -> bool:
    """Tell whether a folded text is a mark of secrecy, of urgency or of a draft: these are red."""
    return text in _STAMPS or text.startswith(_LONGER_STAMPS)
