"""Figures against those of earlier periods of the same unit."""

from __future__ import annotations

import pytest

from tests.checks.build import found, warnings


def _plan(ky: str, done: object, planned: int = 28) -> str:
    return f"ky: {ky}\nbieu_mau: {{1: {{'2.1': {planned}, '2.2': {done}}}}}\n"


@pytest.mark.parametrize(
    ("ky", "earlier"),
    [
        ("2022-Q2", "2022-Q1"),
        ("2022-Q4", "2022-Q1"),
        ("2022", "2022-9T"),
        ("2022-6T", "2022-Q1"),
        ("2022-05", "2022-04"),
    ],
)
def test_a_cumulative_figure_below_an_earlier_one_of_the_year_is_told(
    ky: str, earlier: str
) -> None:
    said = warnings(_plan(ky, 2), earlier=[_plan(earlier, 3)])
    assert [(p.code, p.where.path) for p in said] == [("NQ-030", "bieu_mau.1.2.2")]
    assert f"nhỏ hơn kỳ {earlier} (3)" in said[0].message.vi
    assert found(_plan(ky, 3), earlier=[_plan(earlier, 3)]) == []


@pytest.mark.parametrize("earlier", ["2021-Q4", "2022-Q2", "2022-6T", "2022-Q3"])
def test_another_year_or_a_later_report_does_not_count(earlier: str) -> None:
    assert found(_plan("2022-Q2", 2), earlier=[_plan(earlier, 3)]) == []


def test_the_latest_report_of_the_year_counts() -> None:
    older, newer = _plan("2022-Q1", 9), _plan("2022-Q2", 3)
    assert found(_plan("2022-Q3", 4), earlier=[older, newer]) == []


def _dossiers(ky: str, number: object) -> str:
    return f"ky: {ky}\nbieu_mau: {{3: {{'3.1.1': {number}, '3.1.2': {number}}}}}\n"


@pytest.mark.parametrize("numbers", [(155, 1551), (1551, 155), (155, 1550), (1550, 155)])
def test_a_jump_by_the_factor_or_more_is_told_up_and_down(numbers: tuple[int, int]) -> None:
    was, now = numbers
    said = warnings(_dossiers("2022-Q2", now), earlier=[_dossiers("2022-Q1", was)])
    places = [(p.code, p.where.path) for p in said]
    assert places == [("NQ-031", "bieu_mau.3.3.1.1"), ("NQ-031", "bieu_mau.3.3.1.2")]
    assert f"nêu {now}, kỳ 2022-Q1 là {was}: chênh nhau từ 10 lần trở lên" in said[0].message.vi


@pytest.mark.parametrize("numbers", [(155, 1549), (0, 9000), (1, 100), ("trong", 9000)])
def test_a_smaller_change_a_small_number_or_none_before_is_no_jump(
    numbers: tuple[object, int],
) -> None:
    was, now = numbers
    assert found(_dossiers("2022-Q2", now), earlier=[_dossiers("2022-Q1", was)]) == []


def _ratio(ky: str, stated: str) -> str:
    return f"ky: {ky}\nbieu_mau: {{7: {{'4.1': {stated}}}}}\n"


def test_a_percentage_typed_as_a_share_of_one_is_noticed_beside_the_period_before() -> None:
    (typed,) = warnings(_ratio("2022-Q2", "'0,95'"), earlier=[_ratio("2022-Q1", "100")])
    assert (typed.code, typed.where.path) == ("NQ-031", "bieu_mau.7.4.1")
    assert "nêu 0,95, kỳ 2022-Q1 là 100" in typed.message.vi
    assert typed.hint
    assert typed.hint.vi == "Tỷ lệ ghi theo phần trăm: 95, không ghi 0,95."


@pytest.mark.parametrize("numbers", [("'0,95'", "'1,2'"), ("2", "95"), ("0", "95")])
def test_a_percentage_that_is_small_or_fell_is_no_slip(numbers: tuple[str, str]) -> None:
    now, was = numbers
    assert found(_ratio("2022-Q2", now), earlier=[_ratio("2022-Q1", was)]) == []


def test_cumulative_figures_are_not_expected_to_stay_alike() -> None:
    earlier = [_plan("2022-Q1", 1, planned=900)]
    assert found(_plan("2022-Q2", 500, planned=900), earlier=earlier) == []


def _units(ky: str, units: int, cut: str = "trong") -> str:
    return f"ky: {ky}\nbieu_mau: {{4: {{'1.3.1': {units}, '1.3.2': 0, '1.3.3': {cut}}}}}\n"


def test_a_cut_against_2015_follows_from_the_report_of_2015() -> None:
    base = _units("2015", 100) + "bo_bieu_mau: so-huyen-2022\n"
    assert found(_units("2022-Q1", 88, '"12"'), earlier=[base]) == []
    said = warnings(_units("2022-Q1", 88, '"12,5"'), earlier=[base])
    assert [(p.code, p.where.path) for p in said] == [("NQ-012", "bieu_mau.4.1.3.3")]
    assert "(100 - 88) / 100 = 12" in said[0].message.vi


def test_without_a_report_of_2015_nothing_is_said_of_the_cut() -> None:
    assert found(_units("2022-Q1", 88, '"99"')) == []
