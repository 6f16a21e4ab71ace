"""Stated values against their formulas."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.bieu_mau import ChiTieu, Ref
from generator.fields import Problems
from generator.figure import Figure, Kind, Status
from generator.problem import Problem, Severity, Where
from generator.report import Form, Row
from generator.validate.doi_chieu import compare_stated
from tests.validate.build import HEAD, report


def _warnings(form_1: str) -> list[Problem]:
    _, found = report(f"{HEAD}bieu_mau:\n  1: {{2.2: 0, 2.3: 0, {form_1}}}\n  2: {{1: , 2: }}\n")
    return [p for p in found if p.code.startswith("NQ")]


@pytest.mark.parametrize("stated", ['"33,33"', '"33,3"', "33", '"33,333333"', "33.33"])
def test_a_ratio_that_agrees_within_its_own_rounding_passes(stated: str) -> None:
    assert _warnings(f"1.1: 1, 1.2: 2, 2.1: {stated}") == []


@pytest.mark.parametrize("stated", ["33.34", "33.4", "34", "100", "0"])
def test_a_ratio_that_differs_is_reported_at_its_place_and_printed_as_stated(stated: str) -> None:
    (warning,) = _warnings(f"1.1: 1, 1.2: 2, 2.1: {stated}")
    assert (warning.code, warning.severity) == ("NQ-001", Severity.WARNING)
    assert (warning.where.line, warning.where.column) == (10, 44)
    assert warning.where.path == "bieu_mau.1.2.1"
    assert stated.replace(".", ",") in warning.message.vi
    assert "33,33" in warning.message.vi
    assert "in như đã nêu" in warning.message.vi


def test_halves_are_rounded_up_when_compared() -> None:
    assert _warnings("1.1: 1, 1.2: 7, 2.1: 13") == []  # 12,5
    assert [p.code for p in _warnings("1.1: 1, 1.2: 7, 2.1: 12")] == ["NQ-001"]


def test_a_ratio_left_blank_although_it_can_be_computed_is_reported() -> None:
    (warning,) = _warnings("1.1: 3, 1.2: 25, 2.1: trong")
    assert warning.code == "NQ-002"
    assert "10,71" in warning.message.vi


@pytest.mark.parametrize("stated", ["0", "100"])
def test_a_ratio_of_nothing_stated_as_a_number_is_reported(stated: str) -> None:
    (warning,) = _warnings(f"1.1: 0, 1.2: 0, 2.1: {stated}")
    assert (warning.code, warning.where.path) == ("NQ-003", "bieu_mau.1.2.1")


def test_a_ratio_of_nothing_left_blank_is_right() -> None:
    assert _warnings("1.1: 0, 1.2: 0, 2.1: trong") == []


def test_a_total_that_is_not_the_sum_of_its_parts_is_reported() -> None:
    (warning,) = _warnings("1: 4, 1.1: 1, 1.2: 2, 2.1: 25")
    assert (warning.code, warning.where.path) == ("NQ-004", "bieu_mau.1.1")
    assert "3" in warning.message.vi


def test_ratios_are_held_against_stated_totals_not_computed_ones() -> None:
    assert [p.code for p in _warnings("1: 4, 1.1: 1, 1.2: 2, 2.1: 33.33")] == ["NQ-004", "NQ-001"]


@pytest.mark.parametrize("part", ["trong", "chua_bao_cao", "khong_phat_sinh"])
def test_nothing_can_be_said_where_an_operand_is_not_given(part: str) -> None:
    assert _warnings(f"1: 9, 1.1: {part}, 1.2: 2, 2.1: 50") == []


def test_computed_values_are_never_reported() -> None:
    assert _warnings("1.1: 1, 1.2: 2") == []


@pytest.mark.parametrize("stated", ["1/3", "2/6", '"33,33% (1/3)"'])
def test_a_ratio_stated_as_a_fraction_that_agrees_passes(stated: str) -> None:
    assert _warnings(f"1.1: 1, 1.2: 2, 2.1: {stated}") == []


def test_a_ratio_stated_as_another_fraction_is_reported_with_it() -> None:
    (warning,) = _warnings("1.1: 1, 1.2: 2, 2.1: 1/4")
    assert (warning.code, warning.where.path) == ("NQ-001", "bieu_mau.1.2.1")
    assert "nêu 1/4" in warning.message.vi
    assert "33,33" in warning.message.vi


@pytest.mark.parametrize("stated", ["0/0", "3/0"])
def test_a_fraction_of_nothing_is_reported(stated: str) -> None:
    assert [p.code for p in _warnings(f"1.1: 1, 1.2: 2, 2.1: {stated}")] == ["NQ-001"]
    assert [p.code for p in _warnings(f"1.1: 0, 1.2: 0, 2.1: {stated}")] == ["NQ-003"]


def _limits(part: str, whole: str, *, always: bool = True) -> list[tuple[str, str]]:
    """Return code and place of what is said of a part and the whole it may not exceed."""
    whole_ref = Ref("1", "1")
    form = Form(
        so="1",
        ten="Biểu một",
        rows=(
            Row(chi_tieu=_row("1"), nhan="", figure=_count(whole)),
            Row(
                chi_tieu=_row("1.1", whole_ref, always=always),
                nhan="",
                figure=_count(part),
                where=Where(path="bieu_mau.1.1.1"),
            ),
        ),
    )
    problems = Problems()
    compare_stated([form], problems)
    return [(p.code, p.where.path) for p in problems.found]


def _row(code: str, limit: Ref | None = None, *, always: bool = True) -> ChiTieu:
    return ChiTieu(
        ref=Ref("1", code),
        stt=code,
        khai_niem=f"x{code}",
        nhan="",
        loai=Kind.COUNT,
        khong_qua=limit if always else None,
        thuong_khong_qua=None if always else limit,
    )


def _count(text: str) -> Figure:
    if not text:
        return Figure(kind=Kind.COUNT, status=Status.BLANK)
    return Figure(kind=Kind.COUNT, number=Decimal(text))


def test_a_part_larger_than_its_whole_is_reported_at_its_place() -> None:
    assert _limits("4", "0") == [("NQ-005", "bieu_mau.1.1.1")]


@pytest.mark.parametrize(("part", "whole"), [("4", "4"), ("0", "4"), ("", "4"), ("4", "")])
def test_a_part_within_its_whole_or_beside_a_blank_passes(part: str, whole: str) -> None:
    assert _limits(part, whole) == []


def test_a_value_over_what_is_normal_has_a_code_of_its_own() -> None:
    assert _limits("5", "4", always=False) == [("NQ-006", "bieu_mau.1.1.1")]
