"""Tests of dates and periods as written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats import formatter
from generator.period import Ky

VI, EN, FR, KM, LO, ZH = (formatter(name) for name in ("vi", "en", "fr", "km", "lo", "zh"))


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2022, 1, 5), "05/01/2022", "ngày 05 tháng 01 năm 2022"),
        (date(2022, 9, 14), "14/9/2022", "ngày 14 tháng 9 năm 2022"),
        (date(2018, 3, 2), "02/3/2018", "ngày 02 tháng 3 năm 2018"),
        (date(2021, 12, 28), "28/12/2021", "ngày 28 tháng 12 năm 2021"),
        (date(2022, 2, 22), "22/02/2022", "ngày 22 tháng 02 năm 2022"),
    ],
)
def test_zero_stands_before_days_under_ten_and_the_first_two_months(
    day: date, short: str, long: str
) -> None:
    assert VI.short_date(day) == short
    assert VI.long_date(day) == long


@given(st.dates())
def test_the_zero_rule_holds_on_every_day(day: date) -> None:
    one, two, year = VI.short_date(day).split("/")
    assert (int(one), int(two), int(year)) == (day.day, day.month, day.year)
    assert len(one) == 2
    assert len(two) == (1 if 3 <= day.month <= 9 else 2)
    assert VI.long_date(day) == f"ngày {one} tháng {two} năm {year}"


def test_parts_left_for_the_records_office_are_gaps() -> None:
    assert VI.date_with_blanks(day=None, month=8, year=2022) == "ngày      tháng 8 năm 2022"
    assert VI.date_with_blanks(day=None, month=None, year=2022) == "ngày      tháng      năm 2022"
    assert VI.date_with_blanks(day=5, month=None, year=2022) == "ngày 05 tháng      năm 2022"
    assert EN.date_with_blanks(day=None, month=8, year=2022) == "August       , 2022"
    assert ZH.date_with_blanks(day=None, month=None, year=2022) == "2022年      月      日"


def test_month_and_year() -> None:
    assert VI.month_year(date(2022, 10, 1)) == "tháng 10/2022"
    assert VI.month_year(date(2018, 5, 31)) == "tháng 5/2018"
    assert VI.month_year(date(2022, 1, 1)) == "tháng 01/2022"
    assert EN.month_year(date(2022, 10, 1)) == "October 2022"


def test_ranges_of_dates() -> None:
    ky = Ky.parse("2022-Q1")
    assert VI.date_range(ky.tu_ngay, ky.den_ngay) == "từ ngày 15/12/2021 đến ngày 14/3/2022"
    assert EN.date_range(ky.tu_ngay, ky.den_ngay) == "12/15/2021\u2009–\u20093/14/2022"
    assert LO.date_range(ky.tu_ngay, ky.den_ngay) == "15/12/2021 – 14/3/2022"


@pytest.mark.parametrize(
    ("text", "title", "running", "without_year"),
    [
        ("2022-Q1", "Quý I/2022", "quý I năm 2022", "quý I"),
        ("2022-Q4", "Quý IV/2022", "quý IV năm 2022", "quý IV"),
        ("2022-6T", "6 tháng đầu năm 2022", "6 tháng đầu năm 2022", "6 tháng đầu năm"),
        ("2022-H2", "6 tháng cuối năm 2022", "6 tháng cuối năm 2022", "6 tháng cuối năm"),
        ("2022-9T", "9 tháng đầu năm 2022", "9 tháng đầu năm 2022", "9 tháng đầu năm"),
        ("2022-03", "tháng 3/2022", "tháng 3 năm 2022", "tháng 3"),
        ("2022-02", "tháng 02/2022", "tháng 02 năm 2022", "tháng 02"),
        ("2022", "năm 2022", "năm 2022", "năm"),
    ],
)
def test_periods(text: str, title: str, running: str, without_year: str) -> None:
    ky = Ky.parse(text)
    assert VI.period_title(ky) == title
    assert VI.period_running(ky) == running
    assert VI.period_without_year(ky) == without_year


@pytest.mark.parametrize(
    ("locale", "quarter", "half", "year", "without_year"),
    [
        ("en", "1st quarter 2022", "January 2022\u2009–\u2009June 2022", "2022", "1st quarter"),
        ("fr", "1er trimestre 2022", "janvier 2022\u2009–\u2009juin 2022", "2022", "1er trimestre"),
        ("km", "ត្រីមាសទី 1 2022", "មករា 2022 - មិថុនា 2022", "2022", "ត្រីមាសទី 1"),
        ("zh", "2022年第1季度", "2022年1月 – 2022年6月", "2022年", "第一季度"),
    ],
)
def test_periods_of_other_locales_are_those_of_cldr(
    locale: str, quarter: str, half: str, year: str, without_year: str
) -> None:
    form = formatter(locale)
    assert form.period_running(Ky.parse("2022-Q1")) == quarter
    assert form.period_title(Ky.parse("2022-6T")) == half
    assert form.period_title(Ky.parse("2022")) == year
    assert form.period_without_year(Ky.parse("2022-Q1")) == without_year


def test_dates_of_other_locales_are_those_of_cldr() -> None:
    day = date(2022, 1, 5)
    assert [f.short_date(day) for f in (EN, FR, KM)] == ["1/5/2022", "05/01/2022", "5/1/2022"]
    assert [f.long_date(day) for f in (EN, FR, KM)] == [
        *("January 5, 2022", "5 janvier 2022", "5 មករា 2022")
    ]
