"""The cover holds what the register and the last report know, and is open where a clerk writes."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from generator.chu_ky import NguoiKy
from tests.excel.build import opened
from tests.new.build import start


def _fields(sheet: Any) -> dict[str, list[object]]:
    """Return the values of every label, those of rows without a label with the one above."""
    fields: dict[str, list[object]] = {}
    label = ""
    for row in range(5, sheet.max_row + 1):
        label = sheet.cell(row, 1).value or label
        value = sheet.cell(row, 2).value
        fields.setdefault(label, []).extend([value] if value is not None else [])
    return fields


def test_what_is_known_stands_there() -> None:
    fields = _fields(opened()["Bìa"])

    assert fields["Kỳ báo cáo"] == ["2022-Q2"]
    assert fields["Đơn vị"] == ["so-y"]
    assert fields["Bộ mẫu"] == ["so"]
    assert fields["Bộ biểu mẫu"] == ["bo-thu"]
    assert fields["Nơi nhận"] == ["UBND tỉnh", "Sở Z\nPhòng: TH\n(để biết)"]
    assert fields["Lưu"] == ["VT", "TH"]
    assert fields["Số bản lưu"] == [2]
    assert fields["Người ký"] == ["Lê A"]
    assert fields["Ký thay (KT.)"] == ["Giám đốc"]
    assert fields["Năm"] == [2022]
    assert fields["Số văn bản"] == fields["Ngày"] == fields["Tháng"] == fields["Kính gửi"] == []


def test_the_body_of_the_unit_prints_by_itself_and_is_not_stated() -> None:
    unit = replace(start().asked.don_vi, tap_the="Ủy ban")
    begun = replace(start(), asked=replace(start().asked, don_vi=unit))
    own = replace(begun, nguoi_ky=NguoiKy(ten="A", chuc_vu="Chủ tịch", thay_mat="Ủy ban"))
    other = replace(begun, nguoi_ky=NguoiKy(ten="A", chuc_vu="Chủ tịch", thay_mat="Ban"))

    assert _fields(opened(own)["Bìa"])["Thay mặt (TM.)"] == []
    assert _fields(opened(other)["Bìa"])["Thay mặt (TM.)"] == ["Ban"]


def test_period_unit_and_sets_are_locked_and_the_rest_is_open() -> None:
    sheet = opened()["Bìa"]

    locked = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 2).protection.locked]
    assert [sheet.cell(row, 1).value for row in locked] == [
        *("Kỳ báo cáo", "Đơn vị", "Bộ mẫu", "Bộ biểu mẫu"),
    ]


def test_there_is_room_for_more_receivers() -> None:
    sheet = opened()["Bìa"]
    labels = {cell.value: cell.row for cell in sheet["A"] if cell.value}

    assert labels["Lưu"] - labels["Nơi nhận"] == 2 + 8


def test_days_and_months_are_checked_while_typing() -> None:
    sheet = opened()["Bìa"]
    labels = {cell.value: cell.row for cell in sheet["A"]}
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}

    day, acting = (rules[f"B{labels[name]}"] for name in ("Ngày", "Quyền cấp trưởng (Q.)"))
    assert (day.type, day.formula1, day.formula2) == ("whole", "1", "31")
    assert (acting.type, acting.formula1) == ("list", '"x"')
    assert sheet.freeze_panes == "A5"


def test_the_help_of_a_list_lies_beside_its_rows_a_line_each() -> None:
    sheet = opened()["Bìa"]
    rows = range(5, sheet.max_row + 1)
    first = next(row for row in rows if sheet.cell(row, 1).value == "Nơi nhận")

    told = [sheet.cell(row, 3).value for row in range(first, first + 5)]
    assert told[0] == "Mỗi dòng một nơi nhận, không ghi dấu"
    assert told[-1] == "dòng cuối ghi (để báo cáo)."
    assert all("\n" not in str(sheet.cell(row, 3).value or "") for row in rows)
