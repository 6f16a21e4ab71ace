"""Số từ 1.000 không có dấu chấm hàng nghìn. | Numbers from 1.000 without a point.

vi: Số đếm từ bốn chữ số trở lên viết có dấu chấm hàng nghìn (1.680 hồ sơ). Không xét năm, số
điện thoại, số của tiêu chuẩn.
Vì sao: dễ đọc nhầm; chỗ khác trong báo cáo đã viết có dấu chấm. Căn cứ: thông lệ viết số tiếng
Việt.
Cách xử lý: lấy số từ dữ liệu để máy viết, hoặc thêm dấu chấm.

en: Counts of four digits and more are written with a point for thousands (1.680). Years,
telephone numbers and numbers of standards do not count.
Why: they are misread, and other numbers of the report have it. Basis: Vietnamese usage.
What to do: take the number from the data, or add the point.

đúng:
    --- lời văn
    Cổng dịch vụ công nhận 1.680 hồ sơ.

sai:
    --- lời văn
    Cổng dịch vụ công nhận 1680 hồ sơ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import grouped, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-075"
SEVERITY = Severity.WARNING
_UNITS = (
    "hồ sơ", "người", "văn bản", "thủ tục", "TTHC", "đơn vị", "lượt", "phiếu", "triệu", "tỷ",
    "đồng", "học viên", "thí sinh", "thành viên", "tổ chức", "cá nhân", "cơ sở", "VBQPPL",
    "trường hợp", "biên chế", "đại biểu", "nhiệm vụ", "cán bộ", "công chức", "viên chức",
    "giáo viên", "học sinh", "sinh viên", "hộ", "nhân khẩu", "dân", "lao động", "doanh nghiệp",
    "hội viên", "đảng viên", "lớp", "ca", "vụ", "mũi", "liều", "giường", "cây", "tấn", "ha",
)  # fmt: skip
# Neither a year nor digits that belong to something longer: what stands in front of the first digit
# is looked at behind it, and a dash beyond Latin-1 by itself, for speed.
_COUNT = r"([1-9](?=[0-9]{3})(?<![\w.,/:-].)(?<!–.)(?<!năm .)[0-9]{3,8}) (?=[^\W\d_])"
_BEFORE_A_YEAR = (", ", "- ", "– ", "đến ", "và ", "sinh ", "khóa ")
_CLUE = r" (?<=[0-9]{4} )(?<!năm [0-9]{4} )(?<!/[0-9]{4} )[^\W\d_]"


def check(view: View) -> Iterator[Problem]:
    """Warn of every count of four digits and more without points."""
    for block, found in view.text.find(_COUNT, _CLUE) if view.text else ():
        unit = _unit(block.text, found.end())
        if not unit or _is_year(block.text, found):
            continue
        right = grouped(int(found[1]))
        counted = f"{found[1]} {unit}"
        message = Message(
            f"“{counted}” thiếu dấu chấm hàng nghìn", f"“{counted}” lacks the point for thousands"
        )
        yield warning(CODE, block.where, message, Message(f"Viết: {right}.", f"Write {right}."))


def _unit(text: str, at: int) -> str:
    """Return the unit that stands at a place of a text as a word; empty where none does."""
    fitting = (unit for unit in _UNITS if text.startswith(unit, at))
    ends = ((unit, text[at + len(unit) :][:1]) for unit in fitting)
    return next((unit for unit, after in ends if not (after.isalnum() or after == "_")), "")


def _is_year(text: str, found: re.Match[str]) -> bool:
    """Tell whether a number is rather the last of some years: `giai đoạn 2021 - 2025 hộ nghèo`."""
    return 1900 <= int(found[1]) <= 2100 and text[: found.start()].endswith(_BEFORE_A_YEAR)
