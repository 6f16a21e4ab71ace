"""Forms whose sheet is missing from a workbook, and sheets that nobody knows."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from generator.problem import Stopped
from generator.readers import read
from generator.validate import validate
from tests.readers.workbook import as_workbook, saved
from tests.validate.build import FORMS, HEAD, known, report_in_workbook

if TYPE_CHECKING:
    from generator.problem import Problem


def warnings(*, renamed: str = "", without: str = "", added: str = "") -> tuple[Problem, ...]:
    """Return the warnings of the good data as a workbook, its sheet “Biểu mẫu 2” renamed."""
    book = load_workbook(BytesIO(as_workbook(read((HEAD + FORMS).encode(), "a.yaml"))))
    if renamed:
        book["Biểu mẫu 2"].title = renamed
    if without:
        del book[without]
    if added:
        book.create_sheet(added)["A1"] = "nháp"
    return validate(read(saved(book), "a.xlsx"), known())[1]


def test_a_renamed_form_sheet_stops_the_report_and_both_names_are_said() -> None:
    with pytest.raises(Stopped) as caught:
        warnings(renamed="BM2")

    (problem,) = [one for one in caught.value.problems if one.code == "DL-087"]
    assert problem.where.sheet == "BM2"
    assert "không có trang “Biểu mẫu 2”, mà có trang “BM2”" in problem.message.vi


def test_a_form_without_a_sheet_is_warned_of_under_the_name_its_sheet_would_have() -> None:
    (missing,) = warnings(without="Biểu mẫu 2")

    assert missing.code == "DL-038"
    assert (missing.where.path, missing.where.sheet) == ("bieu_mau.2", "Biểu mẫu 2")
    assert missing.message.vi == "Tệp không có trang “Biểu mẫu 2”; biểu mẫu 2 in trống."


def test_a_workbook_without_any_form_says_so_once() -> None:
    _, found = report_in_workbook(HEAD)

    assert [(one.code, one.where.path, one.where.sheet) for one in found] == [
        ("DL-038", "bieu_mau", "")
    ]
    assert found[0].message.vi == "Tệp không có trang “Biểu mẫu …” nào; mọi biểu mẫu in trống."


def test_rows_left_empty_on_a_sheet_are_named_with_what_to_write_there() -> None:
    _, found = report_in_workbook(f"{HEAD}bieu_mau: {{1: {{1.1: 1}}, 2: {{1: 1/2, 2: chữ}}}}\n")

    (empty,) = found
    assert (empty.code, empty.where.sheet) == ("DL-038", "Biểu mẫu 1")
    assert empty.hint
    assert "ghi chữ “trống” vào cột Số liệu" in empty.hint.vi


@pytest.mark.parametrize("name", ["Sheet1", "_BM2"])
def test_sheets_of_the_clerk_beside_all_forms_disturb_nobody(name: str) -> None:
    assert warnings(added=name) == ()


def test_a_sheet_that_is_marked_as_the_clerks_own_is_no_missing_form() -> None:
    assert [one.code for one in warnings(renamed="_BM2")] == ["DL-038"]
