"""Tỷ lệ trong câu không khớp với n/m. | A percentage that its n/m does not give.

vi: Câu nêu “1.544/1.759 cơ sở, đạt 87,77%”: tỷ lệ tính lại từ phân số, làm tròn (không cắt) theo
số chữ số đã in, phải khớp.
Vì sao: người đọc kiểm tra được ngay. Căn cứ: cách tính tỷ lệ của các biểu mẫu; tử số không lớn
hơn mẫu số.
Cách xử lý: sửa số sai; nên để máy tính: {{ ti_le(phần, tổng) }}.

en: The text says “1.544/1.759, đạt 87,77%”: the percentage is worked out anew from the fraction,
rounded (not cut) to the decimals that are printed.
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
_BESIDE = (
    r"([0-9](?<![\w/.,].)[0-9]*(?:\.[0-9]{3})*)/([0-9]+(?:\.[0-9]{3})*)(?![\w/]|\.[0-9])"
    r"[^0-9.;%/]{0,60}?\b(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|tương đương)\s+(?:tỷ lệ |tỉ lệ |là )?"
    r"([0-9]+)(?:,([0-9]+))?\s?%"
)
_CLUE = r"/[0-9.]+[^0-9.;%/]+[0-9]+(?:,[0-9]+)?\s?%"


def check(view: View) -> Iterator[Problem]:
    """Warn of every percentage that its fraction does not give at the decimals printed."""
    for block, found in view.text.find(_BESIDE, _CLUE) if view.text else ():
        part, whole = (Decimal(found[n].replace(".", "")) for n in (1, 2))
        decimals = found[4] or ""
        stated = Decimal(f"{found[3]}.{decimals or 0}")
        right = percentage(part, whole, len(decimals))
        if right is None or right == stated:
            continue
        shown = f"{right}".replace(".", ",")
        message = Message(
            f"“{found.group()}”: {found[1]}/{found[2]} = {shown}%",
            f"“{found.group()}”: {found[1]}/{found[2]} = {shown}%",
        )
        yield warning(CODE, block.where, message)
