"""Whose files are added up: coverage, and files that cannot be used and stop nobody else."""

from __future__ import annotations

import pytest

from generator.problem import Severity, Stopped
from generator.rollup import File, Order, RolledUp, roll_up
from tests.rollup.build import Shelf, rolled, sent, text_of


def _errors(done: RolledUp) -> list[tuple[str, str]]:
    return [(p.code, p.where.file) for p in done.problems if p.severity is Severity.ERROR]


NO_DEPARTMENT = "Danh mục còn có 1 đơn vị cấp sở chưa gửi tệp nào, số cộng không gồm phần đó."


def _reported(done: RolledUp) -> list[str]:
    return [unit.don_vi.ma for unit in done.coverage.reported]


def test_expected_are_all_units_of_the_levels_that_sent_a_file() -> None:
    done = rolled(sent("h-b"), sent("h-a"))

    assert [unit.ma for unit in done.coverage.expected] == ["h-a", "h-b", "h-c"]
    assert _reported(done) == ["h-a", "h-b"]  # in the order of the register
    assert done.notes[0].vi == (
        f"2/3 đơn vị cấp huyện đã báo cáo; chưa có: huyện C. {NO_DEPARTMENT}"
    )
    assert [p.code for p in done.problems] == ["DL-115"]


def test_a_department_that_sends_a_file_makes_departments_expected_too() -> None:
    done = rolled(sent("h-a"), sent("h-b"), sent("h-c"), sent("so-y"))

    assert done.notes[0].vi == (
        "4/4 đơn vị cấp sở, cấp huyện đã báo cáo (cấp sở 1/1, cấp huyện 3/3)."
    )
    assert done.problems == ()


def test_of_several_levels_it_is_said_how_many_of_each_have_reported() -> None:
    done = rolled(sent("h-a"), sent("so-y"))

    assert done.notes[0].vi == (
        "2/4 đơn vị cấp sở, cấp huyện đã báo cáo (cấp sở 1/1, cấp huyện 1/3); "
        "chưa có: thành phố B, huyện C."
    )


def test_a_file_that_is_called_otherwise_than_its_unit_is_added_up_and_told() -> None:
    named = File(sent("h-b").blob, "data/2022-Q1/Huyện B bản cuối (2).yaml")

    done = rolled(sent("h-a"), named, sent("h-c"))

    assert _reported(done) == ["h-a", "h-b", "h-c"]
    (problem,) = done.problems
    assert (problem.code, problem.where.file) == ("DL-128", named.name)
    assert "“Huyện B bản cuối (2)” nhưng trong tệp ghi `don_vi: h-b`" in problem.message.vi


def test_after_the_districts_are_gone_the_communes_are_expected() -> None:
    done = rolled(sent("x-e", ky="2025-Q3"), ky="2025-Q3")

    assert done.notes[0].vi == (f"1/2 đơn vị cấp xã đã báo cáo; chưa có: phường D. {NO_DEPARTMENT}")


def test_a_district_cannot_report_after_its_end() -> None:
    done = rolled(sent("h-a", ky="2025-Q3"), sent("x-d", ky="2025-Q3"), ky="2025-Q3")

    assert _errors(done) == [("DL-021", "data/2022-Q1/h-a.yaml")]
    assert _reported(done) == ["x-d"]


def test_a_file_with_errors_is_named_with_all_of_them_and_the_others_are_added_up() -> None:
    bad = sent("h-b", "  1: {1.1: -5, 9: 1}\n")

    done = rolled(sent("h-a"), bad, sent("h-c"))

    assert _errors(done) == [("DL-034", bad.name), ("DL-031", bad.name)]
    assert [p.where.line for p in done.problems[:2]] == [10, 10]
    assert _reported(done) == ["h-a", "h-c"]
    assert done.notes[0].vi.endswith(f"chưa có: thành phố B (tệp có lỗi). {NO_DEPARTMENT}")
    total = done.totals.of("phan_a")
    assert total is not None
    assert total.figure.number == 2


def test_a_file_that_is_no_data_at_all_counts_for_the_unit_of_its_name() -> None:
    done = rolled(sent("h-a"), File(b"{", "data/2022-Q1/h-b.yaml"))

    assert done.coverage.faulty == {"h-b"}
    assert _errors(done) == [("DL-002", "data/2022-Q1/h-b.yaml")]


def test_of_two_files_of_one_unit_none_is_used() -> None:
    again = File(text_of("h-a").encode(), "data/2022-Q1/ban-sao.yaml")

    done = rolled(sent("h-a"), again, sent("h-b"))

    assert _errors(done) == [("DL-110", again.name), ("DL-110", "data/2022-Q1/h-a.yaml")]
    assert "data/2022-Q1/h-a.yaml" in done.problems[0].message.vi
    assert (_reported(done), done.coverage.faulty) == (["h-b"], frozenset({"h-a"}))


def test_a_good_and_a_faulty_file_of_one_unit_are_two_files_too() -> None:
    broken = File(b"{", "data/2022-Q1/h-a.yml")

    done = rolled(sent("h-a"), broken, sent("h-b"))

    assert [code for code, _ in _errors(done)] == ["DL-002", "DL-110", "DL-110"]
    assert _reported(done) == ["h-b"]


def test_a_file_of_another_period_is_left_out_and_is_no_second_file() -> None:
    before = File(text_of("h-a", ky="2021-Q4").encode(), "data/2021-Q4/h-a.yaml")

    done = rolled(before, sent("h-a"))

    assert _errors(done) == [("DL-111", before.name)]
    assert "2021-Q4, không phải 2022-Q1" in done.problems[0].message.vi
    assert _reported(done) == ["h-a"]


def test_a_unit_of_somebody_else_is_left_out() -> None:
    done = rolled(sent("h-a"), sent("so-z"))

    assert _errors(done) == [("DL-112", "data/2022-Q1/so-z.yaml")]


def test_the_parent_itself_is_left_out() -> None:
    done = rolled(sent("h-a"), sent("tinh-x", "", bo_mau="tinh"))

    assert _errors(done) == [("DL-113", "data/2022-Q1/tinh-x.yaml")]


def test_a_report_without_forms_is_left_out_and_named() -> None:
    done = rolled(sent("h-a"), sent("h-b", "", bo_mau="khong-bieu"))

    assert _errors(done) == [("DL-114", "data/2022-Q1/h-b.yaml")]
    assert done.coverage.faulty == {"h-b"}


def test_with_no_usable_file_there_is_no_roll_up_and_every_problem_is_told() -> None:
    with pytest.raises(Stopped) as caught:
        rolled(File(b"{", "data/2022-Q1/h-b.yaml"))

    assert [p.code for p in caught.value.problems] == ["DL-002", "DL-119"]
    assert "0/3 đơn vị cấp huyện" in caught.value.problems[1].message.vi


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        (Order(don_vi="tinh-q", ky="2022-Q1", bo_mau="tinh"), ["DL-020"]),
        (Order(don_vi="tinh-x", ky="2022-Q5", bo_mau="tin"), ["DL-022", "HT-051"]),
        (Order(don_vi="tinh-x", ky="2022-Q1", bo_mau="dv"), ["DL-024"]),
        (Order(don_vi="tinh-x", ky="2022-Q1", bo_mau="khong-bieu"), ["DL-122"]),
        (Order(don_vi="h-a", ky="2022-Q1", bo_mau="dv"), ["DL-121"]),
    ],
)
def test_an_order_that_makes_no_sense_is_told(order: Order, codes: list[str]) -> None:
    with pytest.raises(Stopped) as caught:
        roll_up([sent("h-a")], order, Shelf())

    assert [p.code for p in caught.value.problems] == codes
