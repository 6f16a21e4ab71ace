"""Phụ lục không được dẫn đến. | An annex that the text never points to.

vi: Báo cáo kèm biểu mẫu, phụ lục mà lời văn không dẫn đến. Một câu chung (“các biểu mẫu kèm
theo”) là đủ cho tất cả.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.a: trong văn bản phải có chỉ dẫn về phụ
lục.
Cách xử lý: thêm “(Số liệu chi tiết tại Biểu mẫu ... kèm theo)” vào mục tương ứng.

en: The report has forms or an annex that its text does not point to. One sentence for all is
enough.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1.a: the document must point to its annexes.
What to do: add “(Số liệu chi tiết tại Biểu mẫu ... kèm theo)” to the section in question.

đúng:
    bieu_mau: {1: {"2.1": 28}}

sai:
    bieu_mau: {1: {"2.1": 28}}
    --- lời văn
    # I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH

    ## 4. Đánh giá về những mô hình, sáng kiến, giải pháp mới trong CCHC

    Không có.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-066"
SEVERITY = Severity.WARNING
_ALL = tuple(
    words
    for noun in ("biểu mẫu", "phụ lục")
    for words in (
        f"các {noun}",
        f"hệ thống {noun}",
        f"{noun} kèm theo",
        f"{noun} đính kèm",
        f"{noun} số liệu kèm theo",
    )
)


def check(view: View) -> Iterator[Problem]:
    """Warn once of all forms that nothing in the text points to."""
    if view.text is None or not view.text.blocks:
        return
    named = {one.number for one in view.text.references}
    missing = [form.so for form in view.report.bieu_mau if form.so not in named]
    if missing and not any(words in view.text.folded for words in _ALL):
        listed = ", ".join(missing)
        message = Message(
            f"Lời văn không dẫn đến biểu mẫu, phụ lục số {listed}",
            f"The text does not point to form or annex {listed}",
        )
        yield warning(CODE, replace(view.report.where, path="bieu_mau"), message)
