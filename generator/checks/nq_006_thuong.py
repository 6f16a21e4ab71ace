"""Lớn hơn mức thường không vượt. | A value is larger than one it normally does not exceed.

vi: Thường thì dòng này không lớn hơn dòng kia (có mặt so với được giao), nhưng không phải không
thể.
Vì sao: đáng xem lại trước khi gửi. Căn cứ: `thuong_khong_qua` của dòng trong bộ biểu mẫu.
Cách xử lý: xem lại hai số; đúng thực tế thì ghi `chap_nhan` kèm lý do.

en: Normally this row does not exceed the other one (present, of those assigned), but it may.
Why: worth a look before it is sent. Basis: `thuong_khong_qua` of the row in the form set.
What to do: look at both figures; if they are right, accept them with `chap_nhan` and a reason.

đúng:
    bieu_mau: {4: {"2.1": 85, "2.2": 76}}

sai:
    bieu_mau: {4: {"2.1": 85, "2.2": 86}}
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from generator.checks.limits import beyond, limit_said
from generator.checks.wording import plain, warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-006"
SEVERITY = Severity.WARNING
_LIMIT = attrgetter("thuong_khong_qua")


def check(view: View) -> Iterator[Problem]:
    """Warn of every row that exceeds one it normally does not."""
    for row, other, name in beyond(view, _LIMIT):
        form, code = row.chi_tieu.ref
        stated, most = plain(row.figure), limit_said(other.figure)
        message = Message(
            f"Biểu mẫu {form}, dòng {code} nêu {stated}, lớn hơn dòng {name} ({most.vi}), thường "
            "thì không",
            f"Form {form}, row {code} states {stated}, over row {name} ({most.en}), usually it is "
            "not",
        )
        yield warning(CODE, view.place_of(row), message)
