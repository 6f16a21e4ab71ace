"""Nơi nhận. | Receivers.

vi: “Nơi nhận:” trên một dòng riêng, cỡ 12, nghiêng, đậm. Danh sách: cỡ 11, đứng, mỗi nơi một
dòng, đầu dòng có gạch đầu dòng, cuối dòng có dấu chấm phẩy; dòng cuối bắt đầu bằng “Lưu:”, tiếp
theo là “VT” và đơn vị soạn thảo, cuối dòng có dấu chấm.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.
Cách xử lý: viết lại theo mẫu.

en: “Nơi nhận:” on its own line, 12 points, italic, bold. Entries: 11 points, upright, each on a
line with a dash and a semicolon; the last is “- Lưu: VT, …” with a full stop.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.
What to do: write it as shown.

đúng:
    Nơi nhận:
    - UBND tỉnh;
    - Lưu: VT, TH.

sai:
    Nơi nhận:
    - UBND tỉnh
    - Lưu VT;
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.problem import Message, Severity
from generator.the_thuc.doc.words import tidy
from generator.the_thuc.judging import Look, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View
    from generator.the_thuc.doc.model import Piece
    from generator.the_thuc.judging import Judge

CODE = "TT-021"
SEVERITY = Severity.ERROR

_LABEL: Final = Look(
    name=Message("Từ “Nơi nhận:”", "The word “Nơi nhận:”"), sizes=(12, 12), bold=True, italic=True
)
_ENTRY: Final = Look(
    name=Message("Nơi nhận", "The receiver"), sizes=(11, 11), bold=False, italic=False
)
_FILED: Final = re.compile(r"^- Lưu: VT\b")


def check(view: View) -> Iterator[Problem]:
    """Yield a label or entries that are missing, written or look otherwise."""
    found = judge(CODE, SEVERITY, view)
    label, entries = view.foot.label, view.foot.receivers
    if label is None:
        yield found.missing(Message("“Nơi nhận:”", "“Nơi nhận:”"))
        return
    if tidy(label.text) != "Nơi nhận:":
        yield found.at(
            label, "Phải viết “Nơi nhận:”, có dấu hai chấm.", "It must read “Nơi nhận:”."
        )
    yield from found.look([label], _LABEL)
    if not entries:
        yield found.missing(Message("nơi nhận nào", "receivers"))
        return
    yield from found.look(entries, _ENTRY)
    for piece in entries[:-1]:
        yield from _entry(piece, found)
    yield from _last(entries[-1], found)


def _entry(piece: Piece, found: Judge) -> Iterator[Problem]:
    text = tidy(piece.text)
    if not text.startswith("- "):
        yield found.at(
            piece, "Đầu dòng phải có gạch đầu dòng “- ”.", "The line must begin with “- ”."
        )
    if not text.endswith(";"):
        yield found.at(piece, "Cuối dòng phải có dấu “;”.", "The line must end in “;”.")


def _last(piece: Piece, found: Judge) -> Iterator[Problem]:
    text = tidy(piece.text)
    if not _FILED.match(text):
        yield found.at(
            piece,
            "Dòng cuối phải viết theo mẫu “- Lưu: VT, TH.”.",
            "The last line must be written as “- Lưu: VT, TH.”.",
        )
    elif not text.endswith("."):
        yield found.at(piece, "Dòng cuối phải có dấu “.”.", "The last line must end in “.”.")
