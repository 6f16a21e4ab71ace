"""Tỷ lệ vượt quá 100%. | A percentage over 100.

vi: Dòng tỷ lệ của biểu mẫu lớn hơn 100 trong khi tỷ lệ của một phần trên toàn bộ chỉ từ 0 đến
100.
Vì sao: thường là ghi ngược tử số và mẫu số, thiếu dấu phẩy (9802 thay vì 98,02) hoặc ghi số lượng
vào dòng tỷ lệ. Căn cứ: loại `ty_le` của dòng trong bộ biểu mẫu; dòng thật sự có thể quá 100 thì
bộ biểu mẫu ghi `vuot_100: true`.
Cách xử lý: sửa số; đúng thực tế thì ghi `chap_nhan` kèm lý do.

en: The row of a ratio is over 100, while the share of a whole lies between 0 and 100.
Why: mostly part and whole were swapped, a comma is missing (9802 for 98,02) or a count stands in
the row.
Basis: the kind `ty_le` of the row; a row that may exceed 100 has `vuot_100: true` in the form
set.
What to do: correct it; if it is right, accept it with `chap_nhan` and a reason.

đúng:
    bieu_mau: {7: {"3.1": "98,02"}}

sai:
    bieu_mau: {7: {"3.1": 9802}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import plain, warning
from generator.figure import Kind
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bieu_mau import ChiTieu
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-014"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Warn of every stated percentage over 100 that the form set does not allow for.

    A computed one follows from its operands: what is wrong with those has rules of its own. One
    stated as n/m with n over m is left to the rule on fractions.
    """
    for row in view.rows_of(_is_limited):
        figure = row.figure
        if figure.computed or figure.number is None or figure.total is not None:
            continue
        if figure.number <= 100:
            continue
        form, code = row.chi_tieu.ref
        message = Message(
            f"Biểu mẫu {form}, tỷ lệ {code} nêu {plain(figure)}, lớn hơn 100",
            f"Form {form}, ratio {code} states {plain(figure)}, which is over 100",
        )
        yield warning(CODE, row.where, message)


def _is_limited(indicator: ChiTieu) -> bool:
    return indicator.loai is Kind.PERCENT and not indicator.vuot_100
