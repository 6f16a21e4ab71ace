"""The sheet of a form looks like the printed form and lets a clerk change inputs only."""

from __future__ import annotations

from typing import Any

import pytest

from tests.excel.build import column_values, opened, row_of
from tests.new.build import start


@pytest.fixture(scope="module")
def sheet() -> Any:
    return opened()["Biểu mẫu 1"]


def _value(sheet: Any, code: str) -> Any:
    return sheet.cell(row_of(sheet, code), 4)


def test_the_columns_are_those_of_the_printed_form_and_two_hidden_ones(sheet: Any) -> None:
    headers = [cell.value for cell in sheet[4]]

    assert headers == [
        *("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"),
        *("Kỳ trước", "Mã", "Tự tính"),
    ]
    hidden = [letter for letter in "ABCDEFGH" if sheet.column_dimensions[letter].hidden]
    assert hidden == ["G", "H"]


def test_titles_stand_over_all_printed_columns(sheet: Any) -> None:
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "BIỂU MẪU 1",
        "BIỂU MỘT",
        "Sở Y tỉnh X – Quý II/2022",
    ]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:E1", "A2:E2", "A3:E3"}


def test_headings_are_bold_and_operands_italic_in_times_new_roman(sheet: Any) -> None:
    heading, operand = (sheet.cell(row_of(sheet, code), 2) for code in ("2", "1.1"))

    assert (heading.font.name, heading.font.b, heading.font.i) == ("Times New Roman", True, False)
    assert (operand.font.name, operand.font.b, operand.font.i) == ("Times New Roman", False, True)
    assert operand.alignment.wrap_text
    assert operand.border.left.style == "thin"


def test_the_name_of_the_unit_stands_in_labels(sheet: Any) -> None:
    assert sheet.cell(row_of(sheet, "2.1"), 2).value == "Tỷ lệ của Sở Y"


def test_only_values_and_notes_of_indicators_are_unlocked(sheet: Any) -> None:
    unlocked = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    inputs = [row_of(sheet, code) for code in ("1.1", "1.2", "2.2", "2.3", "2.4")]
    notes = [row_of(sheet, code) for code in ("1", "2.1")]

    expected = {f"D{row}" for row in inputs} | {f"E{row}" for row in (*inputs, *notes)}
    assert unlocked == expected


def test_the_sheet_is_protected_without_a_password(sheet: Any) -> None:
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.formatColumns  # false: may be changed


def test_kept_values_stand_there_in_their_colour_with_a_word(sheet: Any) -> None:
    kept = _value(sheet, "1.1")

    assert kept.value == 3
    assert kept.fill.fgColor.rgb == "FFDDEBF7"
    assert kept.comment.text == "Giữ từ kỳ 2022-Q1: kiểm tra lại."
    assert _value(sheet, "2.3").value is None


def test_values_of_last_time_stand_beside(sheet: Any) -> None:
    last = {code: sheet.cell(row_of(sheet, code), 6).value for code in ("1", "2.1", "2.3")}

    assert last == {"1": "08", "2.1": "37,5", "2.3": "1.234,5"}


def test_without_a_last_report_its_column_is_hidden() -> None:
    assert opened(start(after=False))["Biểu mẫu 1"].column_dimensions["F"].hidden


def test_ratios_and_sums_are_live_formulas_marked_as_such(sheet: Any) -> None:
    a, b, total = (f"D{row_of(sheet, code)}" for code in ("1.1", "1.2", "1"))

    assert _value(sheet, "1").value == f'=IF(COUNT({a},{b})=2,{a}+{b},"")'
    assert _value(sheet, "2.1").value == (
        f'=IF(COUNT({a},{total})=2,IF({total}=0,"",ROUND(100*{a}/{total},2)),"")'
    )
    marked = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 8).value == "x"]
    assert marked == [row_of(sheet, "1"), row_of(sheet, "2.1")]
    assert "Tự tính: 1.1 + 1.2." in _value(sheet, "1").comment.text


def test_a_formula_reaches_into_another_form() -> None:
    book = opened()
    one, two = book["Biểu mẫu 1"], book["Biểu mẫu 2"]
    part, whole = (f"'Biểu mẫu 1'!D{row_of(one, code)}" for code in ("1.2", "1"))

    assert _value(two, "3").value == (
        f'=IF(COUNT({part},{whole})=2,IF({whole}=0,"",ROUND(100*{part}/{whole},2)),"")'
    )


def test_a_part_over_its_whole_turns_red(sheet: Any) -> None:
    part, whole = (f"D{row_of(sheet, code)}" for code in ("2.3", "2.4"))
    rules = _rules(sheet, part)

    assert rules[0].formula == [f"AND(ISNUMBER({part}),ISNUMBER({whole}),{part}>{whole})"]
    assert rules[0].dxf.fill.bgColor.rgb == "FFFFC7CE"
    assert "Không lớn hơn dòng 2.4." in _value(sheet, "2.3").comment.text


def test_a_limit_in_another_form_goes_by_a_name() -> None:
    book = opened()
    sheet = book["Biểu mẫu 2"]
    cell = f"D{row_of(sheet, '4')}"
    rules = _rules(sheet, cell)

    assert rules[0].formula == [f"AND(ISNUMBER({cell}),ISNUMBER(BM1_2.3),{cell}>BM1_2.3)"]
    assert rules[0].dxf.fill.bgColor.rgb == "FFFFE699"
    row = row_of(book["Biểu mẫu 1"], "2.3")
    assert book.defined_names["BM1_2.3"].attr_text == f"'Biểu mẫu 1'!$D${row}"
    assert "của biểu mẫu 1" in _value(sheet, "4").comment.text


def test_inputs_still_empty_are_coloured(sheet: Any) -> None:
    cell = f"D{row_of(sheet, '2.4')}"

    assert _rules(sheet, cell)[0].formula == [f'{cell}=""']
    assert not _rules(sheet, f"D{row_of(sheet, '2.1')}")


def _rules(sheet: Any, cell: str) -> list[Any]:
    found = [area for area in sheet.conditional_formatting if str(area.sqref) == cell]
    return [rule for area in found for rule in area.rules]


def test_numbers_show_as_their_kind_asks(sheet: Any) -> None:
    formats = {code: _value(sheet, code).number_format for code in ("1.1", "2.1", "2.2", "2.3")}

    assert formats == {"1.1": "#,##0", "2.1": "General", "2.2": "0", "2.3": "#,##0.##"}
    assert _value(opened()["Biểu mẫu 2"], "1").number_format == "@"


def test_headers_are_frozen_and_repeat_on_every_page_of_a4(sheet: Any) -> None:
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == "'Biểu mẫu 1'!$A$1:$E$12"
    setup = sheet.page_setup
    assert (int(setup.paperSize), setup.orientation) == (9, "portrait")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert round(sheet.page_margins.left * 25.4) == 30


def test_words_for_a_row_may_cite_a_document_by_name() -> None:
    sheet = opened()["Biểu mẫu 2"]

    assert sheet["I4"].value == "Tên văn bản"
    assert not sheet.cell(row_of(sheet, "2"), 9).protection.locked
    assert column_values(sheet, "I", 5) == []
