"""Stated values of forms against their formulas, limits and kinds."""

from __future__ import annotations

import pytest

from generator.pipeline import Source
from generator.problem import Severity, Where
from generator.readers import read
from tests.checks.build import found, warnings, whole, workshop
from tests.readers.workbook import as_workbook

RATIO = "bieu_mau: {{1: {{'2.1': 3, '2.2': 1, '2': {}}}}}\n"


def _ratio(part: str, whole: str, stated: str) -> list[tuple[str, str]]:
    return found(f"bieu_mau: {{1: {{'2.1': {whole}, '2.2': {part}, '2': {stated}}}}}\n")


@pytest.mark.parametrize("stated", ['"33,33"', '"33,3"', "33", '"33,333333"', "33.33"])
def test_a_ratio_that_agrees_within_its_own_rounding_passes(stated: str) -> None:
    assert _ratio("1", "3", stated) == []


@pytest.mark.parametrize("stated", ["33.34", "33.4", "34", "99", "0"])
def test_a_ratio_that_differs_is_reported_at_its_place_and_printed_as_stated(stated: str) -> None:
    (warning,) = warnings(RATIO.format(stated))
    assert (warning.code, warning.severity) == ("NQ-001", Severity.WARNING)
    assert (warning.where.line, warning.where.column) == (9, 41)
    assert warning.where.path == "bieu_mau.1.2"
    assert f"nêu {stated.replace('.', ',')}, tính theo 2.2 / 2.1 được 33,33" in warning.message.vi
    assert "in như đã nêu" in warning.message.vi


def test_a_ratio_that_was_cut_off_is_said_to_be() -> None:
    (cut,) = warnings("bieu_mau: {1: {'2.1': 3, '2.2': 2, '2': '66,66'}}\n")
    (other,) = warnings("bieu_mau: {1: {'2.1': 3, '2.2': 2, '2': '66,68'}}\n")
    assert cut.hint
    assert "cắt bớt chữ số chứ không làm tròn; làm tròn là 66,67" in cut.hint.vi
    assert other.hint is None


def test_halves_are_rounded_up_when_compared() -> None:
    assert _ratio("1", "8", '"12,5"') == []
    assert _ratio("1", "8", "13") == []
    assert _ratio("1", "8", "12") == [("NQ-001", "bieu_mau.1.2")]


def test_a_ratio_left_blank_although_it_can_be_computed_is_reported() -> None:
    (warning,) = warnings(RATIO.format("trong"))
    assert (warning.code, warning.where.path) == ("NQ-002", "bieu_mau.1.2")
    assert "2.2 / 2.1 = 33,33" in warning.message.vi


@pytest.mark.parametrize("stated", ["0", "100"])
def test_a_ratio_of_nothing_stated_as_a_number_is_reported(stated: str) -> None:
    assert _ratio("0", "0", stated) == [("NQ-003", "bieu_mau.1.2")]


def test_a_ratio_of_nothing_left_blank_is_right() -> None:
    assert _ratio("0", "0", "trong") == []


@pytest.mark.parametrize("part", ["trong", "chua_bao_cao", "khong_phat_sinh"])
def test_nothing_can_be_said_where_an_operand_is_not_given(part: str) -> None:
    assert _ratio(part, "3", "50") == []


def test_computed_values_are_never_reported() -> None:
    assert found("bieu_mau: {1: {'2.1': 3, '2.2': 1}, 4: {'1.3.1': 1, '1.3.2': 2}}\n") == []


def test_a_total_that_is_not_the_sum_of_its_parts_is_reported() -> None:
    (warning,) = warnings("bieu_mau: {4: {'1.3': 4, '1.3.1': 1, '1.3.2': 2}}\n")
    assert (warning.code, warning.where.path) == ("NQ-004", "bieu_mau.4.1.3")
    assert "nêu 4, tính theo 1.3.1 + 1.3.2 được 3" in warning.message.vi


def test_ratios_are_held_against_stated_totals_not_computed_ones() -> None:
    sums = "'4.1.2': 1, '4.1.1': 1, '4.2.1': 2, '4.2.2': 2, '4.3.1': 4"
    said = found(f"bieu_mau: {{3: {{'1.4': 9}}, 7: {{{sums}, '4.3.2': 1, '4.3': '33,33'}}}}\n")
    assert said == [("NQ-004", "bieu_mau.7.4.3.1"), ("NQ-001", "bieu_mau.7.4.3")]


@pytest.mark.parametrize("stated", ["1/3", "2/6", '"33,33% (1/3)"'])
def test_a_ratio_stated_as_a_fraction_that_agrees_passes(stated: str) -> None:
    assert _ratio("1", "3", stated) == []


def test_a_ratio_stated_as_another_fraction_is_reported_with_it() -> None:
    (warning,) = warnings(RATIO.format("1/4"))
    assert (warning.code, warning.where.path) == ("NQ-001", "bieu_mau.1.2")
    assert "nêu 1/4" in warning.message.vi
    assert "33,33" in warning.message.vi


def test_a_part_larger_than_its_whole_is_reported_at_its_place() -> None:
    (warning,) = warnings("bieu_mau: {2: {'3.2.1': 0, '3.2.2': 4, '3.2': trong}}\n")
    assert (warning.code, warning.where.path) == ("NQ-005", "bieu_mau.2.3.2.2")
    assert "nêu 4, lớn hơn dòng 3.2.1 (0)" in warning.message.vi


def test_nothing_to_report_leaves_no_room_for_a_part_of_it() -> None:
    rows = "'3.1.1': khong_phat_sinh, '3.1.2': {}"
    (warning,) = warnings(f"bieu_mau: {{3: {{{rows.format(6564)}}}}}\n")
    assert (warning.code, warning.where.path) == ("NQ-005", "bieu_mau.3.3.1.2")
    assert "nêu 6564, lớn hơn dòng 3.1.1 (không phát sinh)" in warning.message.vi
    assert found(f"bieu_mau: {{3: {{{rows.format(0)}}}}}\n") == []


def test_a_limit_in_another_form_is_named_with_its_form() -> None:
    (warning,) = warnings("bieu_mau: {4: {'1.3.1': 1, '1.3.2': 2}, 5: {'1.2': 4}}\n")
    assert (warning.code, warning.where.path) == ("NQ-005", "bieu_mau.5.1.2")
    assert "lớn hơn dòng 4:1.3 (3)" in warning.message.vi


@pytest.mark.parametrize(
    ("part", "whole"), [("4", "4"), ("0", "4"), ("trong", "4"), ("4", "trong")]
)
def test_a_part_within_its_whole_or_beside_a_blank_passes(part: str, whole: str) -> None:
    assert found(f"bieu_mau: {{2: {{'3.2.1': {whole}, '3.2.2': {part}}}}}\n") == []


def test_a_value_over_what_is_normal_has_a_code_of_its_own() -> None:
    assert found("bieu_mau: {4: {'2.1': 85, '2.2': 86}}\n") == [("NQ-006", "bieu_mau.4.2.2")]
    # -- two digits too many would print a ratio of 1.325 % --
    money = "bieu_mau: {6: {'1.1': 963040, '1.2': 12765200}}\n"
    assert found(money) == [("NQ-006", "bieu_mau.6.1.2")]


def test_a_percentage_may_be_100_but_not_more() -> None:
    assert found("bieu_mau: {7: {'3.1': 100}}\n") == []
    assert found("bieu_mau: {7: {'3.1': '100,01'}}\n") == [("NQ-014", "bieu_mau.7.3.1")]


@pytest.mark.parametrize(
    ("stated", "said"), [("6/11", None), ("11/11", None), ("12/11", "lớn hơn"), ("0/0", "bằng 0")]
)
def test_a_fraction_is_of_something_and_not_more_than_it(stated: str, said: str | None) -> None:
    all_of_it = warnings(f"so_lieu: {{a: [{{b: {stated}}}]}}\n")
    assert [(p.code, p.where.path) for p in all_of_it] == (
        [("NQ-015", "so_lieu.a[1].b")] if said else []
    )
    assert all(said in p.message.vi for p in all_of_it if said)


def test_a_row_that_is_computed_or_left_out_is_told_where_it_belongs_in_the_data() -> None:
    stated = "bieu_mau: {{7: {{'4.1.2': {0}, '4.2.2': {0}}}}}\n"
    now, before = "ky: 2022-Q2\n" + stated.format(900), stated.format(80)
    jumps = [(p.where.file, p.where.path) for p in warnings(now, earlier=[before])]
    assert ("a.yaml", "bieu_mau.7.4.3.1") in jumps

    (missing,) = warnings("don_vi: ben-tre\nbo_mau: tinh\nbieu_mau: {1: {'6': 1, '6.2': 2}}\n")
    assert (missing.code, missing.where) == (
        "NQ-016",
        Where(file="a.yaml", path="bieu_mau.1.6.1"),
    )


def test_in_a_workbook_such_a_row_is_told_with_its_sheet() -> None:
    data = whole("don_vi: ben-tre\nbo_mau: tinh\nbieu_mau: {1: {'6': 1, '6.2': 2}}\n")
    book = Source(blob=as_workbook(read(data.encode(), "a.yaml")), name="a.xlsx")
    shown = workshop().check(book, words=False).shown
    (missing,) = (problem for problem in shown if problem.code == "NQ-016")
    assert missing.where == Where(file="a.xlsx", sheet="Biểu mẫu 1", path="bieu_mau.1.6.1")


SURVEY = "don_vi: ben-tre\nbo_mau: tinh\nbieu_mau: {{1: {{'6': {}, '6.1': {}, '6.2': {}}}}}\n"


def test_what_another_row_calls_for_must_be_given() -> None:
    assert found(SURVEY.format(1, "trong", 2)) == [("NQ-016", "bieu_mau.1.6.1")]
    assert found(SURVEY.format(1, 1200, 2)) == []
    assert found(SURVEY.format(1, "chua_bao_cao", 2)) == []
    assert found(SURVEY.format(0, "trong", "trong")) == []
    assert found(SURVEY.format("trong", "trong", "trong")) == []


def test_two_entries_of_one_list_with_one_name_are_told() -> None:
    twice = "so_lieu: {a: [{ten: X, so: 1}, {ten: Y, so: 1}, {ten: X, so: 2}]}\n"
    apart = "so_lieu: {a: [{ten: X, so: 1}], b: [{ten: X, so: 2}], c: [X, X]}\n"
    assert found(twice) == [("NQ-018", "so_lieu.a[3].ten")]
    assert found(apart) == []


@pytest.mark.parametrize(("present", "expected"), [("999", 0), ("1000", 1), ("1001", 0)])
def test_only_large_equal_figures_look_copied(present: str, expected: int) -> None:
    given = "999" if present == "999" else "1000"
    said = found(f"bieu_mau: {{4: {{'2.1': {given}, '2.2': {present}}}}}\n")
    assert said.count(("NQ-032", "bieu_mau.4.2.2")) == expected
