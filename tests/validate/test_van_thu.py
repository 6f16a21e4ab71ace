"""Number and day of issue."""

from __future__ import annotations

from datetime import date

import pytest

from tests.validate.build import (
    codes,
    problems,
    problems_in_workbook,
    replaced,
    report,
    report_in_workbook,
)

DATE = "ngay: {ngay: trong, thang: trong, nam: 2022}"


@pytest.mark.parametrize(
    ("written", "parts", "day"),
    [
        ("2022-03-18", (18, 3, 2022), date(2022, 3, 18)),
        ('"2022-03-18"', (18, 3, 2022), date(2022, 3, 18)),
        ("{ngay: 18, thang: 3, nam: 2022}", (18, 3, 2022), date(2022, 3, 18)),
        ("{ngay: trong, thang: 3, nam: 2022}", (None, 3, 2022), None),
        ("{nam: 2022}", (None, None, 2022), None),
        ("{ngay: 05, thang: 01, nam: 2022}", (5, 1, 2022), date(2022, 1, 5)),
    ],
)
def test_a_day_may_be_whole_or_partly_blank(
    written: str, parts: tuple[int | None, int | None, int], day: date | None
) -> None:
    issued = report(replaced((DATE, f"ngay: {written}")))[0].ngay_ban_hanh
    assert (issued.ngay, issued.thang, issued.nam) == parts
    assert issued.day == day


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("trong", "DL-044"),
        ("{ngay: 1, thang: 3}", "DL-044"),
        ("{ngay: 1, nam: 2022}", "DL-044"),
        ("{ngay: 30, thang: 2, nam: 2022}", "DL-013"),
        ("{ngay: 32, thang: 1, nam: 2022}", "DL-012"),
        ("{ngay: 1, thang: 1, nam: 22}", "DL-012"),
        ("{ngay: 1, thang: 1, nam: 2022, gio: 3}", "DL-010"),
        ("2022-02-30", "DL-013"),
        ("hôm nay", "DL-013"),
        ("[2022]", "DL-013"),
        ("", "DL-011"),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_its_line(written: str, code: str) -> None:
    assert codes(problems(replaced((DATE, f"ngay: {written}")))) == [(code, 5)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2021-12-14", [("DL-048", 5)]),
        ("2021-12-15", [("DL-055", 5)]),
        ("2022-03-01", []),
        ("{nam: 2021}", [("DL-048", 5)]),
        ("{nam: 2023}", []),
        ("2022-02-28", [("DL-055", 5)]),
        ("{ngay: trong, thang: 2, nam: 2022}", [("DL-055", 5)]),
        ("{ngay: trong, thang: 3, nam: 2022}", []),
    ],
)
def test_a_day_before_the_period_or_before_its_end_is_pointed_out(
    written: str, found: list[tuple[str, int]]
) -> None:
    assert codes(report(replaced((DATE, f"ngay: {written}")))[1]) == found


@pytest.mark.parametrize(
    ("written", "number"), [("trong", None), ("", None), ("12", 12), ("05", 5)]
)
def test_the_number_may_be_left_blank(written: str, number: int | None) -> None:
    assert report(replaced(("so: trong", f"so: {written}")))[0].so_ky_hieu.so == number


@pytest.mark.parametrize("written", ["0", "-1", "12/BC", "1.5", "[1]"])
def test_what_is_no_number_is_refused(written: str) -> None:
    assert codes(problems(replaced(("so: trong", f"so: {written}")))) == [("DL-012", 4)]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("so: muời", "“Số văn bản” phải là số từ 1 đến 1000000, hoặc “trống”."),
        ("ngay: {ngay: 32, thang: 1, nam: 2022}", "“Ngày” phải là số từ 1 đến 31, hoặc “trống”."),
        ("ngay: {ngay: trong, thang: trong}", "Phải ghi năm ban hành."),
    ],
)
def test_a_workbook_is_told_its_own_words(written: str, message: str) -> None:
    old = DATE if written.startswith("ngay") else "so: trong"

    (problem,) = problems_in_workbook(replaced((old, written)))

    assert problem.message.vi == message
    assert "`" not in (problem.hint.vi if problem.hint else "")


def test_a_day_in_a_workbook_may_be_a_text_as_excel_shows_days() -> None:
    issued = report_in_workbook(replaced((DATE, "ngay: 18/03/2022")))[0].ngay_ban_hanh

    assert issued.day == date(2022, 3, 18)
    assert codes(problems(replaced((DATE, "ngay: 18/03/2022")))) == [("DL-013", 5)]
