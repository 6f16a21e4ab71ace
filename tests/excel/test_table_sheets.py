"""Free figures, documents and accepted warnings are plain tables with room to write."""

from __future__ import annotations

from datetime import datetime

from tests.excel.build import column_values, opened
from tests.new.build import start


def test_the_names_of_free_figures_are_those_of_last_time() -> None:
    sheet = opened()["Số liệu"]

    assert [cell.value for cell in sheet[3]] == ["Tên", "Giá trị", "Ghi chú"]
    assert column_values(sheet, "A", 4) == [
        *("kiem_tra.so_xa", "kiem_tra.ngay", "kiem_tra.noi.1", "kiem_tra.noi.2", "kiem_tra.khong"),
        *("linh_vuc.1.ten", "linh_vuc.1.ty_le", "linh_vuc.2.ten", "linh_vuc.2.ty_le"),
    ]


def test_words_stay_in_their_colour_and_figures_are_told_beside() -> None:
    sheet = opened()["Số liệu"]

    assert (sheet["B4"].value, sheet["C4"].value) == (None, "kỳ trước: 7")
    assert (sheet["B6"].value, sheet["C6"].value) == ("Xã A", "giữ từ kỳ trước: kiểm tra lại")
    assert sheet["B6"].fill.fgColor.rgb == "FFDDEBF7"
    assert sheet["B8"].value == "[]"


def test_digits_that_are_words_stay_words() -> None:
    cell = opened()["Số liệu"]["B11"]

    assert (cell.value, cell.data_type, cell.number_format) == ("2021", "s", "@")


def test_without_a_last_report_there_are_no_figures_and_no_values_without_a_name() -> None:
    sheet = opened(start(after=False))["Số liệu"]

    assert [cell.value for row in sheet.iter_rows(min_row=4) for cell in row if cell.value] == []


def test_documents_stand_one_to_a_row_with_a_real_date() -> None:
    sheet = opened()["Văn bản"]

    assert [cell.value for cell in sheet[3]] == [
        *("Tên", "Loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Trích yếu"),
    ]
    assert [cell.value for cell in sheet[4]] == [
        *("kh", "Kế hoạch", "05/KH-SY", datetime(2022, 1, 17), "Sở Y", "việc: này"),  # noqa: DTZ001
    ]
    assert sheet["D4"].number_format == sheet["D9"].number_format == "dd/mm/yyyy"
    assert sheet.page_setup.orientation == "landscape"


def test_there_is_room_below_and_only_the_headers_are_locked() -> None:
    for name in ("Số liệu", "Văn bản", "Chấp nhận"):
        sheet = opened(start(after=False))[name]
        body = [cell for row in sheet.iter_rows(min_row=4) for cell in row]

        assert len(body) == 30 * sheet.max_column, name
        assert not any(cell.protection.locked for cell in body), name
        assert sheet["A3"].protection.locked, name
        assert sheet.freeze_panes == "B4", name
        assert sheet.print_title_rows == "$3:$3", name
