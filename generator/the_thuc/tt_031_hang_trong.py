"""Không có hàng bảng bỏ trống. | No empty rows in tables.

vi: Bảng, biểu mẫu không có hàng trống hoàn toàn.
Vì sao: hàng trống thường là chỉ tiêu bị mất hoặc thẻ lặp của mẫu để sót.
Cách xử lý: điền hoặc xóa hàng.

en: Tables and forms have no row that is empty altogether.
Why: an empty row is usually an indicator that was lost, or a loop tag left in the template.
What to do: fill it in or delete it.

đúng:
    | 1 | Tổng số hồ sơ | Hồ sơ | 155 |

sai:
    |   |   |   |   |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Severity
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-031"
SEVERITY = Severity.WARNING

_FEWEST = 3  # rows and columns of what counts as a table of figures, not of layout


def check(view: View) -> Iterator[Problem]:
    """Yield each row of a table of figures without any text, drawing or merged cell."""
    found = judge(CODE, SEVERITY, view)
    for table in view.doc.tables:
        if len(table) < _FEWEST or max(map(len, table)) < _FEWEST:
            continue
        for row in table:
            if not row or any(para.text.strip() for cell in row for para in cell.paras):
                continue
            drawn = any(para.extras.drawn for cell in row for para in cell.paras)
            if not drawn and not any(cell.merged for cell in row) and row[0].paras:
                yield found.at(row[0].paras[0], "Hàng này của bảng bỏ trống.", "This row is empty.")
