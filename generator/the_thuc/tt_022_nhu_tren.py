"""“Như trên” và “Kính gửi”. | “Như trên” and “Kính gửi”.

vi: Văn bản có “Kính gửi” thì nơi nhận đầu tiên là “- Như trên;”; văn bản không có “Kính gửi”
thì không có “Như trên”.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.
Cách xử lý: thêm hoặc bỏ “Như trên”.

en: With “Kính gửi” the first receiver is “- Như trên;”; without it there is no “Như trên”.
Why: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.
What to do: add or leave out “Như trên”.

đúng:
    Kính gửi: Sở Nội vụ
    - Như trên;

sai:
    Kính gửi: Sở Nội vụ
    - Sở Nội vụ;
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Severity
from generator.the_thuc.doc.words import fold
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-022"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Yield a list of receivers that does not agree with the addressees."""
    found = judge(CODE, SEVERITY, view)
    entries = view.foot.receivers
    if not entries:
        return
    same = [piece for piece in entries if "NHU TREN" in fold(piece.text)]
    if view.head.addressed and not same:
        yield found.at(
            entries[0],
            "Văn bản có “Kính gửi” nên nơi nhận đầu tiên phải là “- Như trên;”.",
            "With “Kính gửi” the first receiver must be “- Như trên;”.",
        )
    elif same and not view.head.addressed and view.head.kind is not None:
        yield found.at(
            same[0],
            "Văn bản không có “Kính gửi” nên không ghi “Như trên”.",
            "Without “Kính gửi” there is no “Như trên”.",
        )
