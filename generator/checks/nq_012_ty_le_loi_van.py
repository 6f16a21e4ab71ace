"""Tỷ lệ trong lời văn khác với kết quả tính. | A ratio of the text is not what its figures give.

vi: Tỷ lệ ghi trong `so_lieu` (hoặc trong biểu mẫu) khác với kết quả chia hai số mà ràng buộc nêu.
So sánh ở đúng số chữ số thập phân đã ghi; tỷ lệ làm tròn từng số một, không cắt bớt và không sửa
cho cộng đủ 100: 11,36% + 2,27% + 86,36% = 99,99% là đúng.
Vì sao: người đọc tính lại được ngay. Căn cứ: ràng buộc `tỷ lệ = tử số / mẫu số` (mục
`rang_buoc`).
Cách xử lý: sửa tỷ lệ, hoặc bỏ tỷ lệ khỏi tệp và để lời văn tự tính bằng `ti_le`.

en: A ratio stated in `so_lieu` (or in a form) is not what the two figures named by a constraint
give. They are compared at the decimals that are stated; ratios are rounded one by one, neither
cut off nor changed so that they add up to 100: 11,36% + 2,27% + 86,36% = 99,99% is right.
Why: any reader can work it out. Basis: a constraint `ratio = part / whole` (`rang_buoc`).
What to do: correct the ratio, or leave it out and let the text compute it with `ti_le`.

đúng:
    so_lieu: {nha_dat: {da_sap_xep: 1544, tong_so: 1759, ty_le: "87,78%"}}
    rang_buoc: [sl.nha_dat.ty_le = sl.nha_dat.da_sap_xep / sl.nha_dat.tong_so]

sai:
    so_lieu: {nha_dat: {da_sap_xep: 1544, tong_so: 1759, ty_le: "87,77%"}}
    rang_buoc: [sl.nha_dat.ty_le = sl.nha_dat.da_sap_xep / sl.nha_dat.tong_so]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.broken import hint_of, is_broken, message_of
from generator.checks.evaluate import number_of, ratio_of
from generator.checks.partition import forced_to_100
from generator.checks.wording import rounding_hint, side, warning
from generator.problem import Message, Severity
from generator.written import number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.evaluate import Case
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-012"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every stated ratio that its figures do not give, or that divides by 0."""
    ratios = [case for case in view.cases if ratio_of(case.constraint)]
    for case in ratios:
        if case.constraint.thuong:
            continue
        if is_broken(case):
            yield warning(CODE, case.where, message_of(case), _reason(case, ratios))
        elif _divides_by_zero(case):
            yield warning(CODE, case.where, _over_zero(case))


def _reason(case: Case, ratios: list[Case]) -> Message | None:
    ratio = ratio_of(case.constraint)
    if ratio is None or case.left is None:
        return None
    forced = forced_to_100(ratios).get(ratio.whole)
    if forced is not None:
        return Message(
            "Tỷ lệ bị sửa cho cột cộng đủ 100%; làm tròn riêng từng tỷ lệ thì cộng được "
            f"{number_text(forced)}%, như thế mới đúng.",
            "The ratio was changed so that all add up to 100%; each rounded for itself they give "
            f"{number_text(forced)}%, and that is right.",
        )
    part, whole = number_of(ratio.part, case.scope), number_of(ratio.whole, case.scope)
    cut = rounding_hint(case.left, part, whole) if part is not None and whole is not None else None
    return cut or hint_of(case)


def _divides_by_zero(case: Case) -> bool:
    ratio = ratio_of(case.constraint)
    if case.left is None or ratio is None:
        return False
    return number_of(ratio.whole, case.scope) == 0


def _over_zero(case: Case) -> Message:
    one, ratio = case.constraint, ratio_of(case.constraint)
    stated = side(one.left, case.scope)
    divisor = side(ratio.whole if ratio else one.right, case.scope)
    return Message(
        f"{stated.vi}, nhưng mẫu số {divisor.vi}", f"{stated.en}, but the divisor {divisor.en}"
    )
