"""Nhiệm vụ sắp tới mang năm cũ. | Coming tasks that name a past year.

vi: Phần phương hướng, nhiệm vụ nói “nhiệm vụ ... năm”, “kế hoạch ... năm” của một năm đã qua. Việc
còn tồn, chuyển tiếp, tổng kết, khắc phục của năm trước không bị nêu.
Vì sao: lời văn chép từ báo cáo năm trước. Căn cứ: đề cương báo cáo (nhiệm vụ của kỳ tiếp theo).
Cách xử lý: sửa năm; nên dùng {{ ky.sau.nam }} thay vì gõ số.

en: The tasks ahead speak of the tasks or the plan of a year that is over. What is left of that
year, to be finished, summed up or mended, is left alone.
Why: the words were copied from last year's report. Basis: the outline (tasks of the coming period).
What to do: correct the year; better use {{ ky.sau.nam }}.

đúng:
    --- lời văn
    # IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM

    1. Hoàn thành các nhiệm vụ CCHC năm 2022.

sai:
    --- lời văn
    # IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM

    1. Hoàn thành các nhiệm vụ CCHC năm 2021.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.text import tasks_ahead
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-060"
SEVERITY = Severity.WARNING
_YEAR = "năm ([0-9]{4})"
_TASKS = rf"(?i)(?:nhiệm vụ|kế hoạch|chương trình)\b[^.;,()\n]{{0,60}}?\b{_YEAR}"
_NOT_ITS_YEAR = ("so với năm", "tháng")
# A task of the time to come may be to finish, or to sum up, what an earlier year was about.
_LOOKS_BACK = (
    "còn tồn", "tồn đọng", "còn lại", "chưa hoàn thành", "chuyển tiếp", "chuyển sang", "kéo dài",
    "tổng kết", "sơ kết", "kết quả thực hiện", "quyết toán", "rút kinh nghiệm", "khắc phục",
)  # fmt: skip


def check(view: View) -> Iterator[Problem]:
    """Warn of every task of the section on coming tasks that belongs to a year before."""
    year = view.report.ky.nam
    for block in tasks_ahead(view.text):
        years = re.findall(_YEAR, block.text.lower())
        if not years or int(min(years)) >= year:  # as in most tasks: a quick look is enough
            continue
        for found in re.finditer(_TASKS, block.text):
            about = found.group()
            if int(found[1]) >= year or any(word in about for word in _NOT_ITS_YEAR):
                continue
            if _looks_back(block.text[: found.end()]):
                continue
            message = Message(
                f"Nhiệm vụ sắp tới mà nói “{about}”, trong khi kỳ báo cáo thuộc năm {year}",
                f"Coming tasks speak of “{about}”, the report is on {year}",
            )
            yield warning(CODE, block.where, message)


def _looks_back(words: str) -> bool:
    """Tell whether the clause at whose end a year stands is about what an earlier one left."""
    clause = re.split(r"[.;] ", words)[-1].lower()
    return any(word in clause for word in _LOOKS_BACK)
