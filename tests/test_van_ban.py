"""Cited documents: once each, with numbers that look like numbers."""

from __future__ import annotations

from datetime import date

import pytest

from generator.fields import Fields, Problems
from generator.readers import read
from generator.van_ban import VanBan, read_van_ban


def _read(text: str) -> tuple[dict[str, VanBan], list[tuple[str, int | None]]]:
    problems = Problems()
    documents = read_van_ban(Fields(read(text.encode(), "a.yaml"), problems, "van_ban"), problems)
    return documents, [(p.code, p.where.line) for p in problems.found]


def test_a_document_is_read_whole() -> None:
    documents, found = _read(
        "kh: {loai: Kế hoạch, so: 16341/KH-UBND, ngay: 2021-12-28, co_quan: UBND tỉnh, "
        "trich_yeu: cải cách hành chính}\n"
    )
    assert found == []
    document = documents["kh"]
    assert (document.loai, document.so, document.ngay) == (
        "Kế hoạch",
        "16341/KH-UBND",
        date(2021, 12, 28),
    )
    assert (document.where.line, document.where.path) == (1, "van_ban.kh")


@pytest.mark.parametrize(
    "number",
    [
        "22/KH-UBND", "30/2020/NĐ-CP", "45/2016/QĐ-TTg", "576-KL/TU", "68/NĐ-CP", "01/TB-ĐKT",
        "1300/SNV-CCHC", "12a/QĐ-UBND", "88/2020/QH14", "202/2025/QH15", "1662/NQ-UBTVQH15",
    ],
)  # fmt: skip
def test_usual_numbers_pass(number: str) -> None:
    assert _read(f"x: {{loai: Văn bản, so: {number}}}\n")[1] == []


@pytest.mark.parametrize("number", ["5070/QĐ/UBND", "KH-UBND", "22", "22 /KH-UBND", "22/kh-ubnd"])
def test_unusual_numbers_are_pointed_out(number: str) -> None:
    assert _read(f"x: {{loai: Văn bản, so: {number}}}\n")[1] == [("DL-040", 1)]


def test_number_and_date_may_be_blank_or_absent_where_there_is_a_subject() -> None:
    documents, found = _read("x: {loai: Kế hoạch, so: trong, ngay: trong, trich_yeu: pháp chế}\n")
    assert found == []
    assert (documents["x"].so, documents["x"].ngay) == ("", None)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{loai: Kế hoạch}", "DL-042"),
        ("{so: 22/KH-UBND}", "DL-011"),
        ("{loai: Kế hoạch, so: 22/KH-UBND, ngay: 28/12}", "DL-013"),
        ("{loai: Kế hoạch, so: 22/KH-UBND, ngay: 2021-02-29}", "DL-013"),
        ("{loai: Kế hoạch, so: 22/KH-UBND, trichyeu: x}", "DL-010"),
        ("Kế hoạch số 22/KH-UBND", "DL-012"),
    ],
)
def test_each_fault_is_found_at_its_line(entry: str, code: str) -> None:
    assert _read(f"a: {{loai: X, trich_yeu: y}}\nx: {entry}\n")[1] == [(code, 2)]


def test_one_document_under_two_names_is_refused_but_numbers_of_two_years_are_two() -> None:
    one = "{loai: Kế hoạch, so: 22/KH-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh}"
    other_year = one.replace("2022-01-25", "2021-01-25")
    assert _read(f"a: {one}\nb: {other_year}\nc: {one}\n")[1] == [("DL-041", 3)]


@pytest.mark.parametrize("key", ["kế_hoạch", "KH", "1a", "kh-1"])
def test_names_the_text_cannot_use_are_refused(key: str) -> None:
    assert _read(f"{key}: {{loai: X, trich_yeu: y}}\n")[1] == [("DL-047", 1)]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("{loai: Quyết định, so: 1232/2012/QĐ-UBND, ngay: 2020-10-15}", [("DL-056", 2)]),
        ("{loai: Quyết định, so: 12/2020/QĐ-UBND, ngay: 2020-10-15}", []),
        ("{loai: Quyết định, so: 12/2020/QĐ-UBND}", []),
        ("{loai: Kế hoạch, so: 10-KH/UBND}", [("DL-058", 2)]),
        ("{loai: Kế hoạch, so: 10-KH/TU}", []),
        ("{loai: Nghị định, so: 43/2011/NĐ-CP, co_quan: Thủ tướng Chính phủ}", [("DL-057", 2)]),
        ("{loai: Nghị định, so: 43/2011/NĐ-CP, co_quan: Chính phủ}", []),
        ("{loai: Nghị định, so: 43/2011/NĐ-CP}", []),
    ],
)
def test_number_date_and_issuer_that_do_not_fit_are_pointed_out(
    entry: str, found: list[tuple[str, int]]
) -> None:
    assert _read(f"a: {{loai: X, trich_yeu: y}}\nx: {entry}\n")[1] == found


def test_one_document_of_two_issuers_is_pointed_out_and_both_are_kept() -> None:
    one = "{loai: Quyết định, so: 5/QĐ-UBND, ngay: 2022-01-25, co_quan: UBND tỉnh}"
    documents, found = _read(f"a: {one}\nb: {one.replace('tỉnh', 'huyện')}\n")
    assert found == [("DL-057", 2)]
    assert [document.co_quan for document in documents.values()] == ["UBND tỉnh", "UBND huyện"]
