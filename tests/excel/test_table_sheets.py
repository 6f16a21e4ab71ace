"""Free figures, documents and accepted warnings are plain tables with room to write."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from generator.new.start import NOT_USED
from generator.raw import RawList, RawMap
from generator.readers import read
from tests.excel.build import column_values, opened, saved
from tests.new.build import start

if TYPE_CHECKING:
    from generator.raw import Raw


def _said(raw: Raw) -> Any:
    """Return what a data file says, without its places."""
    if isinstance(raw, RawMap):
        return {key.text: _said(value) for key, value in raw.entries()}
    return [_said(one) for one in raw.items] if isinstance(raw, RawList) else raw.text


def test_the_names_of_free_figures_are_those_of_last_time() -> None:
    sheet = opened()["Số liệu"]

    assert [cell.value for cell in sheet[3]] == ["Tên", "Dùng ở", "Giá trị", "Ghi chú"]
    assert column_values(sheet, "A", 4) == [
        *("kiem_tra.so_xa", "kiem_tra.ngay", "kiem_tra.noi.1", "kiem_tra.noi.2", "kiem_tra.khong"),
        *("linh_vuc.1.ten", "linh_vuc.1.ty_le", "linh_vuc.2.ten", "linh_vuc.2.ty_le"),
    ]


def test_words_stay_in_their_colour_and_figures_are_told_beside() -> None:
    sheet = opened()["Số liệu"]

    assert (sheet["C4"].value, sheet["D4"].value) == (None, "kỳ trước: 7")
    assert (sheet["C6"].value, sheet["D6"].value) == ("Xã A", "giữ từ kỳ trước: kiểm tra lại")
    assert sheet["C6"].fill.fgColor.rgb == "FFDDEBF7"
    assert sheet["C8"].value == "[]"


def test_beside_each_name_stands_where_it_is_printed_wrapped_and_locked() -> None:
    places = {"kiem_tra.so_xa": "I.2: “kiểm tra […] xã”", "linh_vuc.1.ten": NOT_USED}
    sheet = opened(replace(start(), dung_o=places))["Số liệu"]

    assert column_values(sheet, "B", 4) == ["I.2: “kiểm tra […] xã”", "lời văn không dùng"]
    assert sheet["B9"].value == "lời văn không dùng"
    assert sheet["B4"].alignment.wrap_text
    assert all(cell.protection.locked for cell in sheet["B"][3:])
    assert sheet.print_area == "'Số liệu'!$A$1:$D$12"
    assert sheet.page_setup.orientation == "landscape"


def test_readers_take_no_notice_of_where_a_name_is_printed_nor_of_its_absence() -> None:
    told = opened(replace(start(), dung_o={"kiem_tra.so_xa": "I.2: “kiểm tra […] xã”"}))
    bare = opened()
    bare["Số liệu"].delete_cols(2)  # as workbooks were before
    for book, column in ((told, "C"), (bare, "B")):
        book["Số liệu"][f"{column}4"].value = 9

    with_place, without = (_said(read(saved(book), "a.xlsx")) for book in (told, bare))

    assert with_place == without
    assert with_place["so_lieu"]["kiem_tra"]["so_xa"] == "9"


def test_digits_that_are_words_stay_words() -> None:
    cell = opened()["Số liệu"]["C11"]

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
        locked = {cell.column_letter for cell in body if cell.protection.locked}
        assert locked == ({"B"} if name == "Số liệu" else set()), name  # where it is printed
        assert sheet["A3"].protection.locked, name
        assert sheet.freeze_panes == "B4", name
        assert sheet.print_title_rows == "$3:$3", name
