"""The table of units in `so_lieu.tong_hop`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.pipeline import Workshop
from generator.report import FreeLeaf
from generator.written import free_text
from tests.rollup.build import Shelf, rolled, sent

if TYPE_CHECKING:
    from generator.report import Free
    from generator.rollup import File, RolledUp


def _table(done: RolledUp) -> dict[str, Any]:
    report, _ = Workshop(Shelf()).read(done.blob, "data/2022-Q1/tinh-x.yaml")
    found = _plain(report.so_lieu["tong_hop"])
    assert isinstance(found, dict)
    return found


def _plain(value: Free) -> object:
    if isinstance(value, FreeLeaf):
        return free_text(value.value)
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return {name: _plain(inner) for name, inner in value.items()}


def _three() -> tuple[File, ...]:
    return sent("h-a"), sent("h-b", "  1: {2: 5}\n  2: {1.1: 0, 1.2: 0}\n"), sent("h-c", "- x\n")


def test_coverage_is_counted_and_those_missing_are_named() -> None:
    table = _table(rolled(*_three()))

    assert (table["so_don_vi"], table["da_bao_cao"]) == ("3", "2")
    assert table["chua_bao_cao"] == ["huyện C"]
    assert [one["tinh_trang"] for one in table["don_vi"]] == [
        "đã báo cáo",
        "đã báo cáo",
        "tệp có lỗi",
    ]


def test_when_all_have_reported_nobody_is_named() -> None:
    table = _table(rolled(sent("h-a"), sent("h-b"), sent("h-c")))

    assert table["chua_bao_cao"] == []


def test_every_ratio_stands_after_its_operands_and_every_unit_has_every_key() -> None:
    table = _table(rolled(*_three()))

    first, second, third = table["don_vi"]
    assert first == {
        "ten": "huyện A",
        "dia_danh": "A",
        "ma": "h-a",
        "tinh_trang": "đã báo cáo",
        "ho_so": "10",
        "dung_han": "9",
        "ty_le": "90%",
    }
    assert (second["ho_so"], second["ty_le"]) == ("0", "trong")  # 0/0
    assert {third[name] for name in ("ho_so", "dung_han", "ty_le")} == {"chua_bao_cao"}
    assert table["tong"] == {"ho_so": "10", "dung_han": "9", "ty_le": "90%"}


def test_a_department_goes_by_its_name_for_its_place_is_that_of_all_departments() -> None:
    units = _table(rolled(sent("so-y"), sent("h-a")))["don_vi"]

    assert [(one["ten"], one["dia_danh"]) for one in units[:2]] == [
        ("Sở Y", "Sở Y"),
        ("huyện A", "A"),
    ]


def test_a_template_set_may_name_the_columns_and_an_unknown_one_stays_blank() -> None:
    done = rolled(*_three(), bo_mau="tinh-cot")

    table = _table(done)

    assert table["tong"] == {"von": "15,5", "khong_co": "trong"}
    assert [one["von"] for one in table["don_vi"]] == ["10,5", "5", "chua_bao_cao"]
    (warning,) = [p for p in done.problems if p.code == "DL-126"]
    assert (warning.where.file, warning.where.path) == (
        "templates/tinh-cot/bo-mau.yaml",
        "tong_hop",
    )
    assert "khong_co" in warning.message.vi
