"""Accepted warnings as data files and workbooks state them."""

from __future__ import annotations

import pytest

from tests.validate.build import FORMS, HEAD, problems_in_workbook, report


def test_a_code_may_be_in_small_letters() -> None:
    entry = "chap_nhan: [{ma: nq-005, o: bieu_mau.1.2, ly_do: x}]\n"

    (accepted,) = report(HEAD + FORMS + entry)[0].chap_nhan

    assert (accepted.ma, accepted.o, accepted.ly_do) == ("NQ-005", "bieu_mau.1.2", "x")


@pytest.mark.parametrize(
    ("entry", "missing", "cell"),
    [
        ("{ma: NQ-005, o: x}", "Lý do", "A2"),
        ("{ma: NQ-005, ly_do: x}", "Ô", "A2"),
        ("{o: x, ly_do: x}", "Mã cảnh báo", "B2"),
    ],
)
def test_a_workbook_is_told_which_column_is_empty(entry: str, missing: str, cell: str) -> None:
    (problem,) = problems_in_workbook(f"{HEAD}{FORMS}chap_nhan: [{entry}]\n")

    assert (problem.code, problem.where.sheet, problem.where.cell) == ("DL-011", "Chấp nhận", cell)
    assert problem.message.vi == f"Thiếu “{missing}”."
