"""Chưa có họ và tên người ký. | No name of the signer.

vi: Dưới chức vụ phải có họ và tên người ký. Dự thảo chưa biết người ký thì chưa cần.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.
Cách xử lý: ghi họ tên người ký.

en: The signer's name stands below the title; a draft may lack it.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.
What to do: give the signer's name.

đúng:
    Phạm Minh Phước

sai:
    (để trống)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Severity
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-025"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Yield a signature without a name."""
    if view.foot.authority and view.foot.name is None:
        yield judge(CODE, SEVERITY, view).at(
            view.foot.authority[-1],
            "Chưa có họ và tên người ký.",
            "The signer's name is not there.",
        )
