"""Năm trong số khác năm của ngày. | The year in a number is not that of the date.

vi: Số của văn bản quy phạm có năm ban hành; ngày viện dẫn phải thuộc năm đó. Quy tắc này xét văn
bản gõ thẳng vào lời văn; văn bản ở `van_ban` đã có DL-056.
Vì sao: số hoặc ngày chép sai. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6.b.
Cách xử lý: xem văn bản gốc; nên chuyển văn bản vào `van_ban`.

en: The number of a legal document bears the year of its date. This looks at documents typed in
the text; those under `van_ban` have DL-056.
Why: the number or the date was copied wrongly. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I,
II.6.b.
What to do: look at the document; better list it under `van_ban`.

đúng:
    --- lời văn
    Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.

sai:
    --- lời văn
    Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-057"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every document typed in the text whose number bears another year than its date."""
    for one in view.documents:
        if one.typed and one.year and one.ngay and one.year != one.ngay.year:
            message = Message(
                f"{one.name} mang năm {one.year}, còn ngày thuộc năm {one.ngay.year}",
                f"{one.name} bears the year {one.year}, its date {one.ngay.year}",
            )
            yield warning(CODE, one.where, message)
