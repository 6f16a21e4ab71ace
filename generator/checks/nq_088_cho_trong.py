"""Số liệu còn trống trong lời văn. | A blank figure in the text.

vi: Câu văn, hàng của bảng gọi một số liệu chưa có giá trị nên in ra dấu “…”. Dấu “…” kết thúc một
chuỗi kể (“hội nghị, tập huấn, …;”), ô trống của biểu mẫu không bị nêu; bảng thì không xét khi trong
tệp có số liệu `chua_bao_cao`, vì ô của số liệu ấy cũng in “…”.
Vì sao: người ký không thấy còn thiếu số, văn bản phát hành với chỗ trống. Căn cứ: Nghị định
30/2020/NĐ-CP, Điều 12 (kiểm tra nội dung văn bản trước khi ký ban hành).
Cách xử lý: điền số liệu vào tệp; không có số thì sửa câu trong lời văn (.md). Cố ý chừa chỗ để điền
tay thì ghi `chap_nhan` kèm lý do.

en: A sentence or a row of a table calls a figure that has no value and prints “…”. An ellipsis that
ends a list is left alone, so are blank cells of the forms; tables are, too, where the data hold a
figure that is `chua_bao_cao`, whose cell prints “…” as well.
Why: the gap goes unnoticed until the report is out. Basis: Nghị định 30/2020/NĐ-CP, Điều 12.
What to do: fill in the figure, or change the sentence. A gap on purpose is accepted with a reason.

đúng:
    --- lời văn
    Tổ chức hội nghị, tập huấn, …; có 12 hồ sơ, đạt 95%.

sai:
    --- lời văn
    Có … hồ sơ giải quyết đúng hạn, đạt 95%.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.checks.text import Kind
from generator.checks.wording import warning
from generator.figure import Figure, Status
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.text import Text
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-088"
SEVERITY = Severity.WARNING
_MARK = "…"
_GAP = r"(?<![\w.…])…+"  # a mark of its own, as a figure is: not that of v.v…
_MARKS = (".", ",", ";", ":", ")")
_AROUND = 20
_HINT = Message(
    "Điền số liệu vào tệp dữ liệu, hoặc sửa câu trong lời văn (.md).",
    "Fill in the figure in the data file, or change the sentence in the text (.md).",
)


def check(view: View) -> Iterator[Problem]:
    """Warn of every paragraph and every row of a table that prints a gap in place of a figure."""
    if view.text is None or _MARK not in view.text.whole:
        return
    for block in view.text.prose:
        gaps = [gap for gap in re.finditer(_GAP, block.text) if not _ends_list(block.text, gap)]
        if not gaps:
            continue
        shown = "; ".join(f"“{_around(block.text, gap)}”" for gap in gaps)
        message = Message(
            f"Số liệu còn trống trong câu: {shown}", f"A figure is blank in the sentence: {shown}"
        )
        yield warning(CODE, block.where, message, _HINT)
    if not _waits_for_figures(view):
        yield from _rows(view.text)


def _waits_for_figures(view: View) -> bool:
    """Tell whether some figure of the data is not reported yet: its cell prints the mark, too."""
    free = (leaf.value for leaf in view.free)
    figures = [one for one in free if isinstance(one, Figure)]
    figures += [row.figure for row in view.rows.values()]
    return any(figure.status is Status.NOT_REPORTED for figure in figures)


def _rows(text: Text) -> Iterator[Problem]:
    cells = [block for block in text.blocks if block.kind is Kind.CELL and block.table]
    for _, row in groupby(cells, key=lambda block: (block.table, block.row)):
        beside = list(row)
        if any(_MARK in block.text and not block.text.strip("…%/ ") for block in beside):
            shown = " | ".join(block.text for block in beside)
            message = Message(
                f"Số liệu còn trống trong hàng của bảng: “{shown}”",
                f"A figure is blank in the row of a table: “{shown}”",
            )
            yield warning(CODE, beside[0].where, message, _HINT)


def _ends_list(text: str, gap: re.Match[str]) -> bool:
    """Tell whether the dots mean “and so on”: after a comma, with nothing but a mark behind."""
    before, after = text[: gap.start()].rstrip(), text[gap.end() :]
    return before.endswith((",", ";")) and (not after or after.startswith(_MARKS))


def _around(text: str, gap: re.Match[str]) -> str:
    """Return a gap with the words beside it, whole words only."""
    before = text[: gap.start()][-_AROUND:]
    after = text[gap.end() :][:_AROUND]
    if gap.start() > _AROUND:
        before = before.partition(" ")[2]
    if len(text) > gap.end() + _AROUND:
        after = after.rpartition(" ")[0]
    return f"{before}{gap.group()}{after}".strip()
