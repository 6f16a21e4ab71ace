"""Cơ quan ban hành không hợp với ký hiệu. | An issuer that does not fit the symbol.

vi: Ký hiệu CP là của Chính phủ, TTg của Thủ tướng Chính phủ, QH của Quốc hội, TW của Trung ương
Đảng, UBND của ủy ban nhân dân hoặc chủ tịch ủy ban. Văn bản ghi của cơ quan khác là viện dẫn sai,
văn bản ghi của các cơ quan ấy mà mang ký hiệu khác cũng vậy. (Nghị định ghi ở `van_ban` đã có
DL-057.)
Vì sao: sai thẩm quyền ban hành. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.3 và II.6.b.
Cách xử lý: sửa tên cơ quan.

en: The symbol CP is that of Chính phủ, TTg of Thủ tướng, QH of Quốc hội, TW of the Party's centre,
UBND of a people's committee or its head; and documents of these offices bear it. (Decrees under
`van_ban` have DL-057.)
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
_PARTY_AND_OTHERS = ("sở ", "bộ ", "tỉnh ủy", "huyện ủy", "hội đồng nhân dân", "hđnd")
_GOVERNMENTS = ("ubnd", "ủy ban nhân dân")
_SIGNS_OF_THE_CENTRE = ("CP", "TTg", "TW", "QH", "UBTVQH")
# How the sign of each office of the centre begins: NĐ-CP, 123/TTg-KGVX, 80/2015/QH13, 18-NQ/TW.
_OF_THE_CENTRE = (
    ("chính phủ", "CP"),
    ("thủ tướng", "TTg"),
    ("quốc hội", "QH"),
    ("ủy ban thường vụ quốc hội", "UBTVQH"),
    ("bộ chính trị", "TW"),
    ("ban bí thư", "TW"),
    ("ban chấp hành trung ương", "TW"),
)


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
    signs = one.so.replace("-", "/").split("/")
    if len(signs) == 1:  # no symbol: NQ-055
        return False
    told_elsewhere = one.loai == "Nghị định" and not one.typed
    for name, own in _OF_THE_CENTRE:
        if issuer.startswith(name):
            return not told_elsewhere and not any(sign.startswith(own) for sign in signs)
    if signs[-1].rstrip("0123456789") in _SIGNS_OF_THE_CENTRE:
        return not told_elsewhere and issuer.startswith((*_GOVERNMENTS, *_PARTY_AND_OTHERS))
    return signs[-1] == "UBND" and issuer.startswith(_PARTY_AND_OTHERS)
