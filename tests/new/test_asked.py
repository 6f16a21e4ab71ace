"""What is asked for is found, or every fault is named at once, each with what to do."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.new import Shelf, earlier_periods, resolve
from generator.period import Ky
from generator.problem import Problem, Stopped
from tests.new.build import shelf, template_set


def _faults(
    don_vi: str, ky: str, bo_mau: str = "", among: Shelf | None = None
) -> tuple[Problem, ...]:
    with pytest.raises(Stopped) as stopped:
        resolve(don_vi, ky, bo_mau, among or shelf())
    return stopped.value.problems


def test_the_template_set_of_the_units_level_is_taken_when_none_is_named() -> None:
    asked = resolve("so-y", "2022-q2", "", shelf())

    assert (str(asked.ky), asked.don_vi.ten, asked.bo_mau.ten) == ("2022-Q2", "Sở Y", "so")
    assert asked.bo_bieu_mau is not None
    assert asked.bo_bieu_mau.ten == "bo-thu"
    assert asked.cha is not None
    assert asked.cha.ma == "tinh-x"


def test_a_template_set_without_forms_has_none() -> None:
    assert resolve("huyen-z", "2022-Q1", "trang", shelf()).bo_bieu_mau is None


def test_every_fault_is_named_at_once_with_guesses() -> None:
    found = _faults("so-yy", "2022-Q9", "soo")

    assert [(p.code, p.where.path) for p in found] == [
        ("DL-022", "--ky"),
        ("DL-020", "--don-vi"),
        ("HT-051", "--bo-mau"),
    ]
    assert found[1].hint is not None
    assert found[1].hint.vi == "Ý bạn là “so-y”?"
    assert found[2].hint is not None
    assert found[2].hint.vi == "Ý bạn là “so”?"


def test_a_unit_that_is_gone_by_then_is_refused() -> None:
    (found,) = _faults("huyen-z", "2022-Q3", "trang")

    assert found.code == "DL-021"
    assert "đến 30/06/2022" in found.message.vi


def test_forms_not_in_force_are_refused_with_those_there_are() -> None:
    (found,) = _faults("so-y", "2025-Q1", "so")

    assert found.code == "DL-023"
    assert found.hint is not None
    assert found.hint.vi == "Hiện có: bo-thu (2022-01-01 – 2023-12-31)."


def test_forms_of_another_level_are_refused() -> None:
    (found,) = _faults("tinh-x", "2022-Q1", "so")

    assert (found.code, found.where.path) == ("DL-024", "--bo-mau")


def test_several_template_sets_of_one_level_must_be_chosen_from() -> None:
    two = replace(shelf(), bo_mau=(template_set(), template_set("so-khac")))

    (found,) = _faults("so-y", "2022-Q1", among=two)

    assert found.code == "DL-100"
    assert found.hint is not None
    assert "--bo-mau so: Bộ so" in found.hint.vi
    assert "--bo-mau so-khac: Bộ so-khac" in found.hint.vi


def test_a_level_without_a_template_set_is_offered_those_without_forms() -> None:
    (found,) = _faults("huyen-z", "2022-Q1")

    assert found.code == "DL-100"
    assert found.hint is not None
    assert found.hint.vi == "Chọn một bộ mẫu:\n        --bo-mau trang: Bộ trang"


def test_the_period_of_the_same_kind_is_looked_for_first_then_the_latest() -> None:
    periods = [str(one) for one in earlier_periods(Ky.parse("2022-Q2"))]

    assert periods[:6] == ["2022-Q1", "2022-6T", "2022-06", "2022-05", "2022-04", "2022-03"]
    assert "2022-Q2" not in periods
    assert "2022-Q3" not in periods
    assert len(periods) == len(set(periods))


def test_nothing_is_before_the_first_year() -> None:
    assert [str(one) for one in earlier_periods(Ky.parse("1900-01"))] == []
