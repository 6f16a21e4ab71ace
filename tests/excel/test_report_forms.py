"""The forms of a report as a workbook: numbers as numbers, words as words."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from generator.context import BieuMauIn, build_context
from generator.excel import report_forms
from generator.formats import formatter
from tests.new.build import LAST, report


def _book(text: str = LAST, locale: str = "vi") -> Any:
    made, form = report(text), formatter(locale)
    forms = build_context(made, form)["bieu_mau"]
    assert isinstance(forms, tuple)
    assert all(isinstance(one, BieuMauIn) for one in forms)
    return load_workbook(BytesIO(report_forms(made, forms, form)))


def _value(book: Any, form: str, label: str) -> Any:
    sheet = book[f"Biểu mẫu {form}"]
    row = next(cell.row for cell in sheet["B"] if cell.value == label)
    return sheet.cell(row, 4)


def test_titles_headers_and_page_are_those_of_the_printed_form() -> None:
    sheet = _book()["Biểu mẫu 1"]

    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        *("BIỂU MẪU 1", "BIỂU MỘT", "Sở Y tỉnh X – Quý I/2022"),
    ]
    assert {"A1:E1", "A2:E2", "A3:E3"} == {str(area) for area in sheet.merged_cells.ranges}
    assert [cell.value for cell in sheet[4]] == [
        *("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"),
    ]
    assert (sheet.print_title_rows, int(sheet.page_setup.paperSize)) == ("$4:$4", 9)
    assert sheet["B8"].font.b
    assert sheet["B6"].font.i


def test_numbers_are_numbers_shown_as_the_locale_prints_them() -> None:
    book = _book()

    shown = {
        label: (_value(book, "1", label).value, _value(book, "1", label).number_format)
        for label in ("Tổng số", "Vốn", "Vốn giao", "Tỷ lệ của Sở Y", "Có")
    }
    assert shown == {
        "Tổng số": (8, "[$-42A]00"),
        "Vốn": (1234.5, "[$-42A]#,##0.0"),
        "Vốn giao": (2000, "[$-42A]#,##0"),
        "Tỷ lệ của Sở Y": (37.5, "[$-42A]#,##0.0"),
        "Có": (1, "[$-42A]0"),
    }


def test_another_locale_has_its_own_way() -> None:
    assert _value(_book(locale="en"), "1", "Tổng số").number_format == "[$-409]#,##0"


def test_fractions_and_words_are_texts() -> None:
    book = _book()

    fraction, words = _value(book, "2", "Phân số"), _value(book, "2", "Chữ")
    assert (fraction.value, fraction.data_type, fraction.number_format) == ("14/21", "s", "@")
    assert (words.value, words.data_type) == ("chữ", "s")


def test_what_is_not_there_is_told_as_in_print() -> None:
    book = _book(
        LAST.replace("1.1: 3", "1.1: khong_phat_sinh").replace("1.2: 5", "1.2: chua_bao_cao")
    )

    labels = ("Phần a", "Phần b", "Tổng số")
    assert [_value(book, "1", label).value for label in labels] == ["-", "…", None]
    assert _value(book, "1", "Phần a").data_type == "s"


def test_words_and_notes_never_act_as_formulas() -> None:
    text = LAST.replace("2: chữ", '2: "=1+1"').replace(
        "1.1: 3", '1.1: {gia_tri: 3, ghi_chu: "@SUM(1)"}'
    )
    book = _book(text)

    words = _value(book, "2", "Chữ")
    assert (words.value, words.data_type, words.quotePrefix) == ("=1+1", "s", True)
    note = book["Biểu mẫu 1"]["E6"]
    assert (note.value, note.data_type, note.quotePrefix) == ("@SUM(1)", "s", True)


def test_the_same_report_gives_the_same_bytes() -> None:
    made, form = report(), formatter("vi")
    forms: Any = build_context(made, form)["bieu_mau"]

    assert report_forms(made, forms, form) == report_forms(made, forms, form)
