"""Tên kỳ không phải kỳ báo cáo. | A period that is not that of the report.

vi: Trích yếu, lời mở đầu, tên phần và câu kết nêu một quý, một nửa năm hay một năm khác với kỳ báo
cáo và kỳ tiếp theo; phần nhiệm vụ mang tên chính kỳ đang báo cáo; hoặc một đoạn mở đầu bằng “Trong
quý ...” mà quý ấy không thuộc năm báo cáo, năm trước hay năm của kỳ sau.
Vì sao: lời văn chép từ kỳ trước. Căn cứ: Nghị định 09/2019/NĐ-CP, Điều 8 (tên báo cáo thể hiện kỳ
báo cáo).
Cách xử lý: sửa tên kỳ; nên dùng {{ ky.day_du }}, {{ ky.sau.day_du }} thay vì gõ.

en: The subject, the opening, a heading or the closing names a period that is neither the report's
nor the next; the tasks ahead bear the name of the period reported on; or a paragraph begins with
“Trong quý ...” (in quarter ...) and means a year far from the report's.
Why: the words were copied from an earlier report. Basis: Nghị định 09/2019/NĐ-CP, Điều 8.
What to do: correct it; better use {{ ky.day_du }} and {{ ky.sau.day_du }}.

đúng:
    --- lời văn
    Sở Nội vụ báo cáo công tác CCHC quý I năm 2022 như sau:

sai:
    --- lời văn
    Sở Nội vụ báo cáo công tác CCHC quý III năm 2022 như sau:
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.checks.periods import months_in, periods_in, years_in
from generator.checks.text import Kind, speaks_of_tasks
from generator.checks.wording import warning
from generator.period import LoaiKy
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.text import Block
    from generator.checks.view import View
    from generator.period import Ky
    from generator.problem import Problem

CODE = "NQ-061"
SEVERITY = Severity.WARNING
_OPENING = "như sau:"
_CLOSING = "trên đây là"
_T = ("T", "t")  # its first letter: a look at it is quick
_BEGINNING = "Trong (?:quý|[69] tháng) "


def check(view: View) -> Iterator[Problem]:
    """Warn of every name of a wrong period where the report says which period it is on."""
    own = view.report.ky
    for block in _telling(view):
        find = _wrong_in_heading if block.kind is Kind.HEADING else _wrong_in
        for name in find(block.text, block.kind, own):
            message = Message(
                f"“{name}” không phải kỳ báo cáo ({own}), cũng không phải kỳ tiếp theo",
                f"“{name}” is neither the period of the report ({own}) nor the next",
            )
            yield warning(CODE, block.where, message)
    yield from _begun(view)


def _wrong_in(text: str, kind: Kind, own: Ky) -> tuple[str, ...]:
    """Return every name of a wrong period, once, in words that say which one a report is on."""
    about_tasks = kind is Kind.HEADING and speaks_of_tasks(text)
    closing = _closes(text)
    of_the_report = closing or kind in (Kind.HEADING, Kind.SUBJECT)
    named = list(periods_in(text))
    if of_the_report and own.loai is LoaiKy.THANG:
        named += months_in(text)
    near = (own, own.sau)
    wrong = [name for name, ky in named if (about_tasks and ky == own) or _far(ky, near)]
    itself = closing or text.endswith(_OPENING)
    if not wrong and named and itself and _is_of_the_next(text, named, own):
        wrong = [named[0][0]]
    if of_the_report:
        wrong += [f"năm {year}" for year in years_in(text) if _odd(year, own, about_tasks)]
    return tuple(dict.fromkeys(wrong))


_wrong_in_heading = lru_cache(128)(_wrong_in)  # all reports of a batch have the same headings


def _begun(view: View) -> Iterator[Problem]:
    """Warn of paragraphs that begin with a period of a year to which nothing is compared."""
    own = view.report.ky
    for block in view.text.having(_BEGINNING) if view.text else ():
        if not re.match(_BEGINNING, block.text):
            continue
        words, ky = next(periods_in(block.text), ("", own))
        years = range(own.nam - 1, own.sau.nam + 1)
        if block.text.startswith(f"Trong {words}") and ky.nam not in years:
            message = Message(
                f"Đoạn nói về “{words}”, kỳ báo cáo là {own}",
                f"The paragraph is about “{words}”, the report about {own}",
            )
            yield warning(CODE, block.where, message)


def _telling(view: View) -> Iterator[Block]:
    """Return subject and opening, the headings of the first level and the closing."""
    blocks = view.text.blocks if view.text else ()
    for block in blocks:
        if block.kind is Kind.HEADING:
            break
        yield block
    for block in blocks:
        if block.level == 1 or (block.text.startswith(_T) and _closes(block.text)):
            yield block


def _closes(text: str) -> bool:
    return text[: len(_CLOSING)].lower() == _CLOSING


def _far(ky: Ky, near: tuple[Ky, ...]) -> bool:
    return not any(one.contains(ky) or ky.contains(one) for one in near)


def _odd(year: int, own: Ky, about_tasks: bool) -> bool:
    if about_tasks and own.loai is LoaiKy.NAM:
        return year != own.sau.nam
    return year not in (own.nam, own.sau.nam)


def _is_of_the_next(text: str, named: list[tuple[str, Ky]], own: Ky) -> bool:
    """Tell whether a report calls itself by the next period alone, and not only its tasks."""
    elsewhere = all(_far(ky, (own,)) for _, ky in named)
    return elsewhere and not speaks_of_tasks(text[: text.find(named[0][0])])
