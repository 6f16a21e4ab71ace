"""Form sets as values: choosing one, working out ratios and sums."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from generator.bieu_mau import (
    BieuMau,
    BoBieuMau,
    ChiTieu,
    CongThuc,
    Operation,
    Ref,
    compute,
    percentage,
    select,
)
from generator.figure import Figure, Kind, Status


def _set(name: str, since: date | None, until: date | None, *levels: str) -> BoBieuMau:
    return BoBieuMau(
        ten=name, ten_day_du="", che_do="cchc", cap=levels, tu=since, den=until, bieu_mau=()
    )


OLD = _set("old", None, date(2021, 12, 31), "so", "tinh")
NEW = _set("new", date(2022, 1, 1), None, "so")
NEWER = _set("newer", date(2022, 7, 1), None, "so")


@pytest.mark.parametrize(
    ("level", "on", "name"),
    [
        ("so", date(2021, 12, 31), "old"),
        ("so", date(2022, 1, 1), "new"),
        ("so", date(2022, 7, 1), "newer"),
        ("tinh", date(2021, 1, 1), "old"),
    ],
)
def test_the_set_in_force_latest_is_chosen(level: str, on: date, name: str) -> None:
    found = select([NEWER, OLD, NEW], "cchc", level, on)
    assert found is not None
    assert found.ten == name


@pytest.mark.parametrize(("regime", "level"), [("cchc", "tinh"), ("other", "so"), ("cchc", "")])
def test_no_set_fits_another_level_or_regime(regime: str, level: str) -> None:
    assert select([OLD, NEW], regime, level, date(2022, 3, 14)) is None


@pytest.mark.parametrize(
    ("part", "whole", "places", "expected"),
    [
        ("152", "155", 2, "98.06"),
        ("1", "8", 2, "12.50"),
        ("1", "800", 2, "0.13"),  # 0.125: half goes up, not to the even digit
        ("1", "8", 0, "13"),
        ("5", "4", 2, "125.00"),
        ("0", "7", 2, "0.00"),
        ("2", "3", 9, "66.666666667"),
        ("999999999999999", "0.000000001", 2, "99999999999999900000000000.00"),
    ],
)
def test_percentages_are_rounded_half_up(part: str, whole: str, places: int, expected: str) -> None:
    assert str(percentage(Decimal(part), Decimal(whole), places)) == expected


def test_nothing_is_a_percentage_of_zero() -> None:
    assert percentage(Decimal(0), Decimal(0)) is None
    assert percentage(Decimal(4), Decimal(0)) is None


def _formula(operation: Operation, count: int) -> CongThuc:
    operands = tuple(Ref("1", str(n)) for n in range(count))
    return CongThuc(operation=operation, operands=operands, text="")


def _count(number: int) -> Figure:
    return Figure(kind=Kind.COUNT, number=Decimal(number))


BLANK = Figure(kind=Kind.COUNT, status=Status.BLANK)


def test_a_ratio_is_worked_out_of_given_operands_and_says_so() -> None:
    ratio = compute(_formula(Operation.RATIO, 2), [_count(3), _count(28)], Kind.PERCENT)
    assert ratio == Figure(kind=Kind.PERCENT, number=Decimal("10.71"), computed=True)


@pytest.mark.parametrize(
    "operands",
    [
        [_count(0), _count(0)],
        [_count(4), _count(0)],
        [BLANK, _count(1)],
        [_count(1), Figure(kind=Kind.COUNT, status=Status.NOT_ARISING)],
        [_count(1), Figure(kind=Kind.COUNT, status=Status.NOT_REPORTED)],
    ],
)
def test_a_ratio_is_blank_without_operands_or_with_nothing_below(operands: list[Figure]) -> None:
    ratio = compute(_formula(Operation.RATIO, 2), operands, Kind.PERCENT)
    assert ratio == Figure(kind=Kind.PERCENT, status=Status.BLANK)


def test_a_blank_never_enters_a_sum_but_zero_does() -> None:
    formula = _formula(Operation.SUM, 3)
    assert compute(formula, [_count(1), _count(0), _count(5)], Kind.COUNT).number == 6
    assert compute(formula, [_count(1), BLANK, _count(5)], Kind.COUNT).status is Status.BLANK


def _row(ma: str, loai: Kind) -> ChiTieu:
    return ChiTieu(ref=Ref("1", ma), stt=ma, khai_niem=f"dong_{ma}", nhan=ma, loai=loai)


def test_rows_are_chosen_once_for_each_test() -> None:
    rows = (_row("1", Kind.HEADING), _row("2", Kind.COUNT), _row("3", Kind.PERCENT))
    form_set = replace(NEW, bieu_mau=(BieuMau(so="1", ten="", chi_tieu=rows),))
    asked: list[str] = []

    def is_percent(row: ChiTieu) -> bool:
        asked.append(row.ma)
        return row.loai is Kind.PERCENT

    assert form_set.refs_of(is_percent) == (Ref("1", "3"),)
    assert form_set.refs_of(is_percent) == (Ref("1", "3"),)
    assert asked == ["1", "2", "3"]
    assert form_set.concepts == {"dong_2": Ref("1", "2"), "dong_3": Ref("1", "3")}
