"""Cơ quan ban hành không hợp với ký hiệu. | An issuer that does not fit the symbol.

vi: Ký hiệu CP là của Chính phủ, TTg của Thủ tướng Chính phủ, UBND của ủy ban nhân dân hoặc chủ
tịch ủy ban. Văn bản ghi của cơ quan khác là viện dẫn sai. (Nghị định ghi ở `van_ban` đã có
DL-057.)
Vì sao: sai thẩm quyền ban hành. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3 và
II.6.b.
Cách xử lý: sửa tên cơ quan.

en: The symbol CP is that of Chính phủ, TTg of Thủ tướng, UBND of a people's committee or its
head. (Decrees under `van_ban` have DL-057.)
Why: the power to issue is given to the wrong office. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I,
II.3.
What to do: correct the issuer.

đúng:
    --- lời văn
    Thực hiện Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ.

sai:
    --- lời văn
    Thực hiện Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Thủ tướng Chính phủ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.cited import Citation
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-056"
SEVERITY = Severity.WARNING
_PARTY_AND_OTHERS = ("sở ", "bộ ", "chính phủ", "thủ tướng", "tỉnh ủy", "huyện ủy", "hội đồng")


def check(view: View) -> Iterator[Problem]:
    """Warn of every document said to be of an office that does not use its symbol."""
    for one in view.documents:
        if one.co_quan and _contradicts(one):
            message = Message(
                f"{one.name} ghi của {one.co_quan}, không hợp với ký hiệu",
                f"{one.name} is said to be of {one.co_quan}, which does not fit its symbol",
            )
            yield warning(CODE, one.where, message)


def _contradicts(one: Citation) -> bool:
    issuer = one.co_quan.casefold()
    symbol = one.so.rpartition("-")[2]
    if symbol == "CP":
        told_elsewhere = one.loai == "Nghị định" and not one.typed
        return issuer.startswith("thủ tướng") and not told_elsewhere
    if symbol == "TTg":
        return issuer.startswith("chính phủ")
    return symbol == "UBND" and issuer.startswith(_PARTY_AND_OTHERS)
