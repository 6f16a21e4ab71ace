"""Quan hệ thường đúng mà không đúng ở đây. | What usually holds does not hold here.

vi: Hai số này thường phải khớp nhau (số đơn vị của hai bảng, cấp đã kiểm tra trong lời văn và
trong biểu mẫu) nhưng vẫn có khi khác vì lý do thực tế.
Vì sao: đáng xem lại trước khi gửi. Căn cứ: ràng buộc có `thuong: true` trong bộ biểu mẫu, bộ mẫu
hoặc tệp số liệu (mục `rang_buoc`).
Cách xử lý: xem lại hai chỗ; đúng thực tế thì ghi `chap_nhan` kèm lý do.

en: The two usually agree (units counted in two tables, what was inspected in text and forms), but
there can be a real reason why they do not.
Why: worth a look before it is sent. Basis: a constraint with `thuong: true` of the form set, the
template set or the data file (`rang_buoc`).
What to do: look at both; if they are right, accept them with `chap_nhan` and a reason.

đúng:
    so_lieu: {ccvc: {tong_so: 93, bien_che: 76, hop_dong: 10, su_nghiep: 7}}
    rang_buoc:
      - cong_thuc: sl.ccvc.tong_so = sl.ccvc.bien_che + sl.ccvc.hop_dong + sl.ccvc.su_nghiep
        thuong: true

sai:
    so_lieu: {ccvc: {tong_so: 87, bien_che: 76, hop_dong: 10, su_nghiep: 7}}
    rang_buoc:
      - cong_thuc: sl.ccvc.tong_so = sl.ccvc.bien_che + sl.ccvc.hop_dong + sl.ccvc.su_nghiep
        thuong: true
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.broken import hint_of, is_broken, message_of
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-013"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every constraint that usually holds and does not."""
    for case in view.cases:
        if case.constraint.thuong and is_broken(case):
            said = message_of(case)
            message = Message(f"{said.vi} (nên xem lại)", f"{said.en} (worth a look)")
            yield warning(CODE, case.where, message, hint_of(case))
