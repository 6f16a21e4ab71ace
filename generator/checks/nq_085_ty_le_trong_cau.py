"""Tỷ lệ trong câu không khớp với n/m. | A percentage that its n/m does not give.

vi: Câu nêu “1.544/1.759 cơ sở, đạt 87,77%” hoặc “1.544/1.759 cơ sở (87,77%)”: tỷ lệ tính lại từ
phân số, làm tròn (không cắt) theo số chữ số đã in, phải khớp; viết ngược lại, “87,77% (1.544/1.759
cơ sở)”, cũng vậy. Phân số chỉ mức (“hơn 2/3”), thứ hạng, ngày tháng, mức tăng giảm và tỷ lệ của
việc khác (“tỷ lệ hài lòng”, “trong đó ...”, “so với ...”) không xét.
Vì sao: người đọc kiểm tra được ngay. Căn cứ: cách tính tỷ lệ của các biểu mẫu; tử số không lớn hơn
mẫu số.
Cách xử lý: sửa số sai; nên để máy tính: {{ ti_le(phần, tổng) }}.

en: The text says “1.544/1.759, đạt 87,77%”, “1.544/1.759 (87,77%)” or “87,77% (1.544/1.759)”: the
percentage is worked out anew from the fraction, rounded (not cut) to the decimals that are printed.
Rough fractions (“more than 2/3”), ranks, days, growth and percentages of something else are left
alone.
Why: any reader can check it. Basis: ratios of the forms.
What to do: correct the wrong figure; better let the program compute it.

đúng:
    --- lời văn
    Có 152/155 hồ sơ đúng hạn, đạt 98,06%.

sai:
    --- lời văn
    Có 152/155 hồ sơ đúng hạn, đạt 98,16%.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.bieu_mau import percentage
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-085"
SEVERITY = Severity.WARNING
_NUMBER = r"[0-9]*(?:\.[0-9]{3})*(?:,[0-9]+)?"
_FRACTION = rf"(?P<part>[0-9](?<![\w/.,].){_NUMBER})/(?P<whole>[0-9]{_NUMBER})(?![\w/]|\.[0-9])"
_PERCENT = r"(?P<percent>[0-9](?<![\w.,/].)[0-9]*(?:,(?P<decimals>[0-9]+))?)\s?%"
_BESIDE = (
    rf"{_FRACTION}(?P<between>[^0-9.;%/]{{0,60}}?(?:\("
    r"|\b(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|tương đương)\s+(?:tỷ lệ |tỉ lệ |là )?))"
    rf"{_PERCENT}"
)
_BEHIND = rf"{_PERCENT}(?P<between>[^0-9.,;%/()]{{0,30}}\(){_FRACTION}"
_PATTERNS = (
    (_BESIDE, r"/[0-9.,]+[^0-9.;%/]+[0-9]+(?:,[0-9]+)?\s?%"),
    (_BEHIND, r"%[^0-9.,;%/()]*\([0-9.,]+/"),
)
# What stands before a fraction that is rough, a rank or a day, and before a percentage of growth;
# what stands behind a comparison.
_NO_SHARE = (
    "hơn", "trên", "gần", "khoảng", "quá", "ít nhất", "tối thiểu", "thứ", "hạng", "ngày",
    "tăng", "giảm", "vượt", "thêm",
)  # fmt: skip
_COMPARED = ("so với", "cùng kỳ")
_ROUND_THE_CLOCK = ("24/24 giờ", "24/24h", "24/7")
_ANOTHER = r"t[ỷỉ] lệ\s+(\S.*?)\s+\w+\s+$"


def check(view: View) -> Iterator[Problem]:
    """Warn of every percentage that its fraction does not give at the decimals printed."""
    if view.text is None:
        return
    for pattern, clue in _PATTERNS:
        for block, found in view.text.find(pattern, clue):
            if _is_no_share(block.text, found) or _is_of_another(found["between"]):
                continue
            right = percentage(_value(found["part"]), _value(found["whole"]), _places(found))
            if right is None or right == _value(found["percent"]):
                continue
            shown = f"{found['part']}/{found['whole']} = {f'{right}'.replace('.', ',')}%"
            message = Message(f"“{found.group()}”: {shown}", f"“{found.group()}”: {shown}")
            yield warning(CODE, block.where, message)


def _value(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _places(found: re.Match[str]) -> int:
    return len(found["decimals"] or "")


def _is_no_share(text: str, found: re.Match[str]) -> bool:
    """Tell whether the words around say that the fraction and the percentage do not belong."""
    return (
        found.group().startswith(_ROUND_THE_CLOCK)
        or text[: found.start()].casefold().rstrip().endswith(_NO_SHARE)
        or text[found.end() :].lstrip().startswith(_COMPARED)
    )


def _is_of_another(between: str) -> bool:
    """Tell whether the words between fraction and percentage turn to something else."""
    if between.endswith("("):
        return "," in between
    another = re.search(_ANOTHER, between)
    named = another is not None and another[1] not in between[: another.start()]
    return named or "trong đó" in between
