"""Không còn dấu vết của bản thảo. | No traces of a draft.

vi: Bản phát hành không còn sửa đổi chưa chấp nhận (Track Changes), chữ ẩn, chữ gạch bỏ, chữ tô
nền, bình luận.
Vì sao: người nhận đọc được nội dung đã bỏ, và in ra không giống bản đã ký.
Cách xử lý: Word, Xem lại (Review): Accept All Changes, xóa bình luận; bỏ chữ ẩn và tô nền.

en: What leaves the office has no pending tracked changes, hidden or struck text, highlights or
comments.
Why: receivers can read what was taken out, and prints differ from what was signed.
What to do: Word, Review: accept all changes, delete comments; remove hidden text and
highlights.

đúng:
    (không có)

sai:
    chữ tô nền vàng, sửa đổi chưa chấp nhận
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Severity
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-034"
SEVERITY = Severity.WARNING
_TRACES = (
    ("hidden", "Còn chữ ẩn", "There is hidden text"),
    ("highlight", "Còn chữ tô nền", "There is highlighted text"),
    ("struck", "Còn chữ gạch bỏ", "There is struck-out text"),
)


def check(view: View) -> Iterator[Problem]:
    """Yield each kind of trace once, with its first place."""
    found = judge(CODE, SEVERITY, view)
    paras = view.doc.paras
    if view.doc.comments:
        yield found.at(
            None, "Văn bản còn bình luận (comment).", "There are comments in the document."
        )
    tracked = [para for para in paras if para.extras.tracked]
    yield from found.several(
        tracked, "Còn sửa đổi chưa chấp nhận (Track Changes)", "Tracked changes are pending"
    )
    looks = {id(run.format): run.format for para in paras for run in para.runs}
    for trace, vi, en in _TRACES:
        marked = {key for key, look in looks.items() if getattr(look, trace)}
        if marked:
            places = [p for p in paras if any(id(run.format) in marked for run in p.runs)]
            yield from found.several(places, vi, en)
