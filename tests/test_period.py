"""Tests of reporting periods."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.period import Ky, KyError, LoaiKy

_COUNT = {
    LoaiKy.THANG: 12,
    LoaiKy.QUY: 4,
    LoaiKy.NUA_NAM: 2,
    LoaiKy.CHIN_THANG: 1,
    LoaiKy.NAM: 1,
}
YEARS = st.integers(1901, 2998)
PERIODS = st.sampled_from(LoaiKy).flatmap(
    lambda loai: st.builds(Ky, nam=YEARS, loai=st.just(loai), so=st.integers(1, _COUNT[loai]))
)


@pytest.mark.parametrize(
    ("text", "loai", "so"),
    [
        ("2022-03", LoaiKy.THANG, 3),
        ("2022-12", LoaiKy.THANG, 12),
        ("2022-Q1", LoaiKy.QUY, 1),
        ("2022-q4", LoaiKy.QUY, 4),
        ("2022-6T", LoaiKy.NUA_NAM, 1),
        ("2022-6t", LoaiKy.NUA_NAM, 1),
        ("2022-H1", LoaiKy.NUA_NAM, 1),
        ("2022-H2", LoaiKy.NUA_NAM, 2),
        ("2022-9T", LoaiKy.CHIN_THANG, 1),
        ("2022-9M", LoaiKy.CHIN_THANG, 1),
        (" 2022 ", LoaiKy.NAM, 1),
    ],
)
def test_every_written_form_is_read(text: str, loai: LoaiKy, so: int) -> None:
    assert Ky.parse(text) == Ky(nam=2022, loai=loai, so=so)


@pytest.mark.parametrize(
    "text",
    ["", "Q1", "22-Q1", "2022-Q0", "2022-Q5", "2022-13", "2022-00", "2022-3", "2022-H3", "2022-",
     "2022/Q1", "2022-QI", "2022-03-01", "0202", "3000", "٢٠٢٢", "2022\n-Q1"],
)  # fmt: skip
def test_another_text_is_refused_with_the_accepted_forms(text: str) -> None:
    with pytest.raises(KyError) as caught:
        Ky.parse(text)
    assert f"“{text}”" in caught.value.message.vi
    for form in ("2022-03", "2022-Q1", "2022-6T", "2022-H2", "2022-9T", "2022 ("):
        assert form in caught.value.hint.vi
        assert form in caught.value.hint.en
        assert form in str(caught.value)


def test_a_period_that_does_not_exist_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no such period"):
        Ky(nam=2022, loai=LoaiKy.QUY, so=5)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-01", date(2021, 12, 15), date(2022, 1, 14)),
        ("2022-03", date(2022, 2, 15), date(2022, 3, 14)),
        ("2022-Q1", date(2021, 12, 15), date(2022, 3, 14)),
        ("2022-Q2", date(2022, 3, 15), date(2022, 6, 14)),
        ("2022-Q3", date(2022, 6, 15), date(2022, 9, 14)),
        ("2022-Q4", date(2022, 9, 15), date(2022, 12, 14)),
        ("2022-6T", date(2021, 12, 15), date(2022, 6, 14)),
        ("2022-H2", date(2022, 6, 15), date(2022, 12, 14)),
        ("2022-9T", date(2021, 12, 15), date(2022, 9, 14)),
        ("2022", date(2021, 12, 15), date(2022, 12, 14)),
    ],
)
def test_data_are_cut_off_as_the_decree_says(text: str, first: date, last: date) -> None:
    ky = Ky.parse(text)
    assert (ky.tu_ngay, ky.den_ngay) == (first, last)


def test_calendar_days_end_with_the_month() -> None:
    ky = Ky.parse("2024-02")
    assert (ky.ngay_dau, ky.ngay_cuoi) == (date(2024, 2, 1), date(2024, 2, 29))
    assert Ky.parse("2022-Q4").ngay_cuoi == date(2022, 12, 31)


@pytest.mark.parametrize(
    ("text", "before", "after", "last_year"),
    [
        ("2022-01", "2021-12", "2022-02", "2021-01"),
        ("2022-Q1", "2021-Q4", "2022-Q2", "2021-Q1"),
        ("2022-Q4", "2022-Q3", "2023-Q1", "2021-Q4"),
        ("2022-6T", "2021-H2", "2022-H2", "2021-6T"),
        ("2022-H2", "2022-6T", "2023-6T", "2021-H2"),
        ("2022-9T", "2021-9T", "2022-Q4", "2021-9T"),
        ("2022", "2021", "2023", "2021"),
    ],
)
def test_neighbours(text: str, before: str, after: str, last_year: str) -> None:
    ky = Ky.parse(text)
    assert (str(ky.truoc), str(ky.sau), str(ky.cung_ky)) == (before, after, last_year)


@given(PERIODS)
def test_a_period_reads_back_as_it_is_written(ky: Ky) -> None:
    assert Ky.parse(str(ky)) == ky


def test_no_two_periods_of_a_year_are_written_alike() -> None:
    periods = [Ky(nam=2022, loai=loai, so=so + 1) for loai in LoaiKy for so in range(_COUNT[loai])]
    assert len({str(ky) for ky in periods}) == len(periods) == 20


@given(YEARS, st.sampled_from([LoaiKy.THANG, LoaiKy.QUY, LoaiKy.NUA_NAM]))
def test_months_quarters_and_halves_tile_the_year(nam: int, loai: LoaiKy) -> None:
    year = Ky(nam=nam, loai=LoaiKy.NAM)
    parts = [Ky(nam=nam, loai=loai, so=so + 1) for so in range(_COUNT[loai])]
    day = timedelta(days=1)
    assert (parts[0].tu_ngay, parts[-1].den_ngay) == (year.tu_ngay, year.den_ngay)
    assert (parts[0].ngay_dau, parts[-1].ngay_cuoi) == (year.ngay_dau, year.ngay_cuoi)
    for one, following in pairwise(parts):
        assert one.sau == following
        assert one.den_ngay + day == following.tu_ngay
        assert one.ngay_cuoi + day == following.ngay_dau
    assert all(year.contains(part) for part in parts)


@given(PERIODS)
def test_the_one_before_the_next_is_the_period_itself(ky: Ky) -> None:
    if ky.loai is LoaiKy.CHIN_THANG:
        assert ky.sau == Ky(nam=ky.nam, loai=LoaiKy.QUY, so=4)
    else:
        assert ky.sau.truoc == ky
        assert ky.truoc.sau == ky


@given(PERIODS, PERIODS)
def test_a_period_contains_another_when_its_days_do(one: Ky, other: Ky) -> None:
    within = one.ngay_dau <= other.ngay_dau and other.ngay_cuoi <= one.ngay_cuoi
    assert one.contains(other) is within


def test_nine_months_contain_the_first_three_quarters_only() -> None:
    nine = Ky.parse("2022-9T")
    assert [nine.contains(Ky.parse(f"2022-Q{so}")) for so in (1, 2, 3, 4)] == [True] * 3 + [False]
    assert not nine.contains(Ky.parse("2021-Q1"))
