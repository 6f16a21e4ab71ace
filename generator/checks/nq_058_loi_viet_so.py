"""Số, ký hiệu viết sai lối. | A number written in the wrong way.

vi: Cơ quan hành chính viết số/ký hiệu-cơ quan (10/KH-UBND); Đảng viết số-ký hiệu/cơ quan
(576-KL/TU). Hai lối lẫn nhau (10-KH/UBND, 18/NQ-TW), hai gạch chéo (5070/QĐ/UBND), dấu cách trong
số đều sai. Quy tắc này xét văn bản gõ thẳng vào lời văn; văn bản ở `van_ban` đã có DL-040 và
DL-058.
Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.
Cách xử lý: sửa số, ký hiệu theo văn bản gốc.

en: Administrations write number/symbol-office (10/KH-UBND), the Party number-symbol/office
(576-KL/TU). This looks at documents typed in the text; those under `van_ban` have DL-040 and
DL-058.
Why: the two ways must not be mixed. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3.
What to do: write the number as the document does.

đúng:
    --- lời văn
    Thực hiện Kế hoạch số 10/KH-UBND ngày 28/01/2022 của UBND tỉnh.

sai:
    --- lời văn
    Thực hiện Kế hoạch số 10-KH/UBND ngày 28/01/2022 của UBND tỉnh.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.ky_hieu import LETTER
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-058"
SEVERITY = Severity.WARNING
_AS_PARTY = r"([0-9]+[a-zđ]?)-([^/]+)/((?:UBND|HĐND).*)"
_PARTY_AS_OFFICE = rf"([0-9]+[a-zđ]?)[/-]([A-ZĐ]{LETTER}*)-(T[WU])"
_TWO_SLASHES = rf"([0-9]+[a-zđ]?)/([A-ZĐ]{LETTER}*)/([A-ZĐ].*)"

# The report's own number is written into a gap by the records office: "481 /BC-UBND".
_FILLED_IN = r"\s/BC-"


def check(view: View) -> Iterator[Problem]:
    """Warn of every number typed in the text that no office writes so."""
    for one in view.documents:
        if not one.typed or re.search(_FILLED_IN, one.so):
            continue
        tight = re.sub(r"\s", "", one.so)
        found = re.fullmatch(_AS_PARTY, tight) or re.fullmatch(_TWO_SLASHES, tight)
        usual = f"{found[1]}/{found[2]}-{found[3]}" if found else tight
        if of_party := re.fullmatch(_PARTY_AS_OFFICE, tight):
            usual = "{}-{}/{}".format(*of_party.groups())
        if usual != one.so:
            message = Message(
                f"Số, ký hiệu “{one.so}” viết sai lối", f"“{one.so}” is written in the wrong way"
            )
            hint = Message(f"Viết: {usual}.", f"Write {usual}.")
            yield warning(CODE, one.where, message, hint)
