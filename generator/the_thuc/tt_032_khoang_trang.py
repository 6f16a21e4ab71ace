"""Dấu cách, dấu tab thừa. | Surplus spaces and tabs.

vi: Giữa các từ chỉ một dấu cách; không cách trước dấu câu; không căn chữ bằng nhiều dấu cách
hay nhiều tab. Chỗ để trống cho văn thư (số, ngày, tháng) không tính.
Vì sao: văn bản canh đều hai bên thì chỗ thừa hiện thành khoảng hở.
Cách xử lý: Word, Tìm và thay thế (Ctrl+H) hai dấu cách bằng một.

en: One space between words; none before a punctuation mark; nothing is lined up with runs of
spaces or tabs. Blanks for the records office (number, day, month) do not count.
Why: in justified text surplus spaces show as gaps.
What to do: Word, Find and Replace (Ctrl+H) two spaces by one.

đúng:
    có 152/155 hồ sơ, đạt 98,06%

sai:
    có 152/155  hồ sơ , đạt 98,06%
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Severity
from generator.the_thuc.doc.model import Piece, around
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Para

CODE = "TT-032"
SEVERITY = Severity.WARNING

_BLANKS: Final = re.compile(r"(?:[Ss]ố:?|ngày|tháng|năm)[ \xa0]{2,}(?=/|tháng|năm|của)")
_SURPLUS: Final = re.compile(r"\S(?: |\xa0){2,}\S|^ {2,}\S|\t\s*\t|[\w)] [,;:](?=\s|$)")
# -- one of these stands wherever `_SURPLUS` finds something; looking for them is much faster --
_MARKS: Final = ("  ", "\xa0\xa0", "\t", " ,", " ;", " :")


def check(view: View) -> Iterator[Problem]:
    """Yield paragraphs of body and annexes with surplus spaces or tabs, all under one problem."""
    found = judge(CODE, SEVERITY, view)
    marks = [mark for mark in _MARKS if mark in view.text]
    paras = view.doc.paras[view.head.end :] if marks else []
    marked = {id(para) for mark in marks for para in paras if mark in para.text}
    wrong = [
        Piece(para, around(para.text, surplus.start()), ())
        for para in paras
        if id(para) in marked
        and (surplus := _SURPLUS.search(_BLANKS.sub(_filled, para.text)))
        and not _set_out(para, view)
    ]
    yield from found.several(
        wrong, "Thừa dấu cách hoặc dấu tab", "There are surplus spaces or tabs"
    )


def _filled(blank: re.Match[str]) -> str:
    """Return a blank for the records office as if something stood there, as long as it is."""
    return "x" * len(blank[0])


def _set_out(para: Para, view: View) -> bool:
    """Tell whether a paragraph belongs to a foot that is set out with tabs or spaces."""
    foot = view.foot
    owners = [foot.label, foot.name, *foot.receivers, *foot.authority]
    return any(piece is not None and piece.para is para for piece in owners)
