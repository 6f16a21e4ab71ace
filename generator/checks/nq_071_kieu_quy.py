"""Quý viết bằng chữ số Ả Rập. | A quarter in Arabic digits.

vi: “quý 1/2022” bên cạnh “quý I năm 2022”: quý viết bằng số La Mã, một kiểu trong cả báo cáo.
Vì sao: hai cách viết cho một kỳ. Căn cứ: cách viết thống nhất của báo cáo; tên kỳ máy in ra dùng
số La Mã.
Cách xử lý: viết quý I; nên dùng {{ ky.day_du }}.

en: “quý 1/2022” beside “quý I năm 2022”: quarters take Roman numerals, everywhere alike.
Why: one period, one name. Basis: the style of the report; the names the program prints are
Roman.
What to do: write quý I; better use {{ ky.day_du }}.

đúng:
    --- lời văn
    Trong quý I/2022, Sở đã kiểm tra 07 xã.

sai:
    --- lời văn
    Trong quý 1/2022, Sở đã kiểm tra 07 xã.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-071"
SEVERITY = Severity.WARNING
_ARABIC = r"\b[Qq](?:uý|UÝ) ([1-4])(?=[\s/,.;)]|$)"
_ROMAN = ("I", "II", "III", "IV")


def check(view: View) -> Iterator[Problem]:
    """Warn of every quarter with an Arabic digit."""
    for block, found in view.text.find(_ARABIC, "uý [1-4]") if view.text else ():
        roman = _ROMAN[int(found[1]) - 1]
        message = Message(
            f"“{found.group()}” viết bằng chữ số Ả Rập", f"“{found.group()}” has an Arabic digit"
        )
        hint = Message(f"Viết: quý {roman}.", f"Write quý {roman}.")
        yield warning(CODE, block.where, message, hint)
