"""Dẫn đến biểu mẫu nói về việc khác. | A reference to a form about something else.

vi: Tên mục và câu dẫn không có một cụm từ nào chung với tên và các dòng của biểu mẫu được dẫn:
mục sáng kiến dẫn đến biểu mẫu chỉ đạo điều hành.
Vì sao: số biểu mẫu còn theo đề cương khác. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
III.1.a.
Cách xử lý: sửa số biểu mẫu; nếu vẫn đúng thì nêu rõ số liệu nào ở biểu mẫu đó.

en: Heading and sentence share not one phrase with the title and the rows of the form they point
to.
Why: the number comes from another outline. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.a.
What to do: correct the number; if it is right, say which figures stand there.

đúng:
    --- lời văn
    # II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH

    ## 1. Cải cách thể chế

    Số liệu chi tiết tại Biểu mẫu 2 kèm theo.

sai:
    --- lời văn
    # I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH

    ## 4. Đánh giá về những mô hình, sáng kiến, giải pháp mới trong CCHC

    Nội dung chi tiết tại Biểu mẫu 1 kèm theo.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.text import Kind
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.text import Block, Text
    from generator.checks.view import View
    from generator.problem import Problem, Where
    from generator.report import Form

CODE = "NQ-067"
SEVERITY = Severity.WARNING
_WORD = r"[^\W\d_]+"
# Phrases that any section and any form may have.
_EVERYWHERE = frozenset(
    {
        "chi tiết", "số liệu", "nội dung", "biểu mẫu", "kèm theo", "cải cách", "hành chính",
        "công tác", "kết quả", "thực hiện", "triển khai", "đánh giá", "tình hình", "liên quan",
        "tổng số", "nếu có",
    }
)  # fmt: skip


def check(view: View) -> Iterator[Problem]:
    """Warn of every reference whose section has nothing in common with the form."""
    if view.text is None:
        return
    forms = {form.so: form for form in view.report.bieu_mau}
    for one in view.text.references:
        form = forms.get(one.number)
        if form is None:
            continue
        heading = _heading(view.text, one.where)
        if heading and _phrases(f"{heading.text}. {one.sentence}").isdisjoint(_words_of(form)):
            message = Message(
                f"Mục “{heading.text}” dẫn đến {one.written}, nhưng biểu mẫu này nói về "
                f"“{form.ten}”",
                f"Section “{heading.text}” points to {one.written}, which is about “{form.ten}”",
            )
            yield warning(CODE, one.where, message)


def _heading(text: Text, where: Where) -> Block | None:
    last = None
    for one in text.blocks:
        if one.kind is Kind.HEADING:
            last = one
        elif one.where is where:  # that of a reference is the very place of its block
            break
    return last


def _words_of(form: Form) -> frozenset[str]:
    return _phrases_of_lines((form.ten, *(row.nhan for row in form.rows)))


@lru_cache(128)  # the words of a form are the same in every report
def _phrases_of_lines(lines: tuple[str, ...]) -> frozenset[str]:
    return _phrases(". ".join(lines))


@lru_cache(128)  # those of headings and of sentences that point to forms mostly are, too
def _phrases(text: str) -> frozenset[str]:
    words = re.findall(_WORD, text.casefold())
    return frozenset(f"{one} {two}" for one, two in pairwise(words)) - _EVERYWHERE
