"""Số trang. | Page numbers.

vi: Số trang bắt đầu từ 1, bằng chữ số Ả Rập, cỡ 13–14, kiểu chữ đứng, canh giữa trong lề trên
của trang, không hiển thị ở trang thứ nhất.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.7.
Cách xử lý: Word, Chèn (Insert), Số trang (Page Number), Đầu trang (Top of Page), kiểu giữa;
đánh dấu Trang đầu khác (Different First Page).

en: Page numbers begin at 1, in Arabic digits of 13–14 points, upright, centred in the top
margin, not shown on the first page.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.7.
What to do: Word, Insert, Page Number, Top of Page, centred; tick Different First Page.

đúng:
    đầu trang: 2 (canh giữa, cỡ 13)

sai:
    chân trang: 2, hoặc đầu trang bên phải
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.doc.model import Piece
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para, Section
    from generator.the_thuc.judging import Judge

CODE = "TT-004"
SEVERITY = Severity.ERROR

_NAME: Final = Message("số trang", "page number")
_LOOK: Final = Look(
    name=Message("Số trang", "The page number"), sizes=(13, 14), bold=False, italic=False
)


def check(view: View) -> Iterator[Problem]:
    """Yield what is wrong with the page number of the first section, and with its first page."""
    found = judge(CODE, SEVERITY, view)
    section = view.doc.sections[0]
    kinds = ("default", "even") if view.doc.even_pages else ("default",)
    for kind in kinds:
        yield from _header(view, section.headers.get(kind, ""), found, section)
    first = "first" if section.title_page else "default"
    if _number_in(view, section.headers.get(first, "")) and not section.title_page:
        yield found.at(
            None,
            "Không đánh số ở trang thứ nhất: đánh dấu Trang đầu khác (Different First Page).",
            "The first page bears no number: tick Different First Page.",
        )
    elif section.title_page and (para := _number_in(view, section.headers.get("first", ""))):
        yield found.at(para, "Không đánh số ở trang thứ nhất.", "The first page bears no number.")


def _header(view: View, relation: str, found: Judge, section: Section) -> Iterator[Problem]:
    para = _number_in(view, relation)
    if para is None:
        below = next((p for r in section.footers.values() if (p := _number_in(view, r))), None)
        if below is None:
            yield found.missing(_NAME)
        else:
            yield found.at(
                below,
                "Số trang phải đặt giữa lề trên của trang, không đặt ở chân trang.",
                "The page number belongs in the top margin, not in the footer.",
            )
        return
    if not _centred(para):
        yield found.at(para, "Số trang phải canh giữa.", "The page number must be centred.")
    yield from found.look([Piece(para, para.text, tuple(para.runs))], _LOOK)
    if section.number_format not in {"decimal", "numberInDash"} or section.number_start not in {
        None,
        1,
    }:
        yield found.at(
            para,
            "Số trang phải bắt đầu từ 1, bằng chữ số Ả Rập.",
            "Page numbers must begin at 1, in Arabic digits.",
        )


def _number_in(view: View, relation: str) -> Para | None:
    return next((p for p in view.doc.parts.get(relation, ()) if "PAGE" in p.fields), None)


def _centred(para: Para) -> bool:
    """Tell whether a paragraph is in the middle: by itself, by a tab, in a frame or a text box."""
    look = para.format
    before = para.text[: len(para.text) - len(para.text.lstrip("\t"))]
    return (
        look.align == "center"
        or look.framed == "center"
        or para.boxed
        or (look.centre_tab and before == "\t")
    )
