"""Rules on the documents that a report cites, from its data or typed in its text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.checks import (
    nq_050_so_va_loai,
    nq_051_sau_bao_cao,
    nq_052_mot_so_hai_ngay,
    nq_053_mot_so_hai_van_ban,
    nq_054_thu_tu_so,
    nq_055_vien_dan_thieu,
    nq_056_co_quan_ban_hanh,
    nq_057_nam_trong_so,
    nq_058_loi_viet_so,
    nq_059_nam_ke_hoach,
)
from generator.problem import Where
from tests.checks.words import found, paths, said, view


def documents(*entries: str) -> str:
    """Return `van_ban` of entries `kind | number | day | issuer`; d1, d2 ... are their keys."""
    lines = ["van_ban:"]
    for n, entry in enumerate(entries, 1):
        keys = ("loai", "so", "ngay", "co_quan")
        stated = zip(keys, (piece.strip() for piece in entry.split("|")), strict=False)
        fields = ", ".join(f"{key}: {value}" for key, value in stated if value)
        lines.append(f"  d{n}: {{{fields}, trich_yeu: việc thứ {n}}}")
    return "\n".join(lines)


# -- NQ-050 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "entry",
    [
        "Kế hoạch | 22/QĐ-UBND",
        "Nghị định | 68/NĐ-CP | 2000-11-17",
        "Công văn | 12/KH-UBND",
        "Thông tư liên tịch | 11/TTLT-BYT-BNV | 2015-05-27",
        "Thông tư liên tịch | 11/2015/QĐ-BYT-BNV",
        "Kế hoạch | 202/2025/QH15",
        "Luật | 80/QH13 | 2015-06-22",
    ],
)
def test_a_symbol_of_another_kind_or_without_its_year_is_found(entry: str) -> None:
    assert paths(nq_050_so_va_loai, data=documents(entry)) == ["van_ban.d1"]


@pytest.mark.parametrize(
    "entry",
    [
        "Kế hoạch | 22/KH-UBND",
        "Nghị định | 30/2020/NĐ-CP",
        "Nghị định | 24/NĐ-CP | 1993-05-05",  # no year in numbers of that time
        "Chương trình | 12-CTr/TU",
        "Đề án | 05-ĐA/TU",
        "Quyết định | 27/QĐ-UBQGCĐS",
        "Công văn | 372/UBND-TH",
        "Văn bản | 1300/SNV-CCHC",
        "Quy chế | 12/QĐ-UBND",
        "Thông tư liên tịch | 11/2015/TTLT-BYT-BNV",
        "Nghị quyết liên tịch | 403/2017/NQLT-UBTVQH14-CP",
        "Luật | 80/2015/QH13",
        "Bộ luật | 91/2015/QH13",
        "Nghị quyết | 131/2020/QH14",
        "Nghị quyết | 1674/NQ-UBTVQH15",
        "Luật | 17-LCT/HĐNN8",
    ],
)
def test_usual_numbers_fit_their_kinds(entry: str) -> None:
    assert paths(nq_050_so_va_loai, data=documents(entry)) == []


def test_the_text_may_not_call_a_document_of_the_data_by_another_kind() -> None:
    data = documents("Kế hoạch | 22/KH-UBND")
    lines = ("Kế hoạch số 22/KH-UBND.", "Công văn số 22/KH-UBND.", "Công văn số 22/KH-UBND.")

    assert found(nq_050_so_va_loai, *lines, data=data) == [2]


def test_a_document_typed_in_the_text_is_held_to_the_same_rule() -> None:
    line = "Thực hiện Kế hoạch số 22/QĐ-UBND ngày 25/01/2022."

    assert found(nq_050_so_va_loai, "Mở đầu.", line) == [2]
    assert "ký hiệu QĐ không phải của kế hoạch" in said(nq_050_so_va_loai, line)


# -- NQ-051 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("issued", "day", "expected"),
    [
        ("2022-03-18", "2022-03-18", []),
        ("2022-03-18", "2022-03-19", ["van_ban.d1"]),
        ("{ngay: trong, thang: 3, nam: 2022}", "2022-03-31", []),
        ("{ngay: trong, thang: 3, nam: 2022}", "2022-04-01", ["van_ban.d1"]),
        ("{ngay: trong, thang: trong, nam: 2022}", "2022-03-31", []),
        ("{ngay: trong, thang: trong, nam: 2022}", "2022-04-01", ["van_ban.d1"]),
        ("{ngay: trong, thang: trong, nam: 2023}", "2023-04-01", []),
    ],
)
def test_no_document_is_younger_than_the_report(issued: str, day: str, expected: list[str]) -> None:
    data = f"ngay: {issued}\n" + documents(f"Kế hoạch | 22/KH-UBND | {day}")

    assert paths(nq_051_sau_bao_cao, data=data) == expected


# -- NQ-052, NQ-053 -------------------------------------------------------------------------------


def test_one_number_has_one_date_in_a_year() -> None:
    data = documents(
        "Kế hoạch | 36/KH-UBND | 2022-01-04 | UBND tỉnh",
        "Kế hoạch | 36/KH-UBND | 2022-01-25 | Chủ tịch UBND tỉnh",
    )

    assert paths(nq_052_mot_so_hai_ngay, data=data) == ["van_ban.d2"]


def test_the_text_may_not_give_another_date_than_the_data() -> None:
    data = documents("Kế hoạch | 13/KH-SNV | 2022-02-14 | Sở Nội vụ")
    right = "Kế hoạch số 13/KH-SNV ngày 14/02/2022 của Sở Nội vụ."
    wrong = "Kế hoạch số 13/KH-SNV ngày 15/02/2022 của Sở Nội vụ."

    assert found(nq_052_mot_so_hai_ngay, right, wrong, right, wrong, data=data) == [2]


@pytest.mark.parametrize(
    "second",
    [
        "Kế hoạch | 36/KH-UBND | 2018-04-10 | UBND huyện",  # numbers begin anew each year
        "Kế hoạch | 36/KH-UBND | 2022-01-25 | UBND huyện",  # another office
        "Kế hoạch | 37/KH-UBND | 2022-01-25 | UBND tỉnh",
        "Kế hoạch | 36/KH-UBND",
    ],
)
def test_other_years_and_offices_have_numbers_of_their_own(second: str) -> None:
    data = documents("Kế hoạch | 36/KH-UBND | 2022-01-04 | UBND tỉnh", second)

    assert paths(nq_052_mot_so_hai_ngay, data=data) == []


def test_the_year_in_a_number_makes_it_one_document_for_ever() -> None:
    data = documents(
        "Nghị định | 30/2020/NĐ-CP | 2020-03-05", "Nghị định | 30/2020/NĐ-CP | 2021-03-05"
    )

    assert paths(nq_052_mot_so_hai_ngay, data=data) == ["van_ban.d2"]


HEADER = "| STT | Số hiệu/thời gian ban hành | Nội dung"


def test_two_rows_of_a_list_do_not_share_a_number() -> None:
    rows = ("| 1 | 45/2018/NQ-HĐND ngày 30/01/2018 | Quy hoạch", "| 2 | 45/2018/NQ-HĐND | Đất đai")

    assert found(nq_053_mot_so_hai_van_ban, HEADER, *rows) == [3]


def test_a_column_that_only_cites_documents_may_repeat_them() -> None:
    rows = ("| 1 | 45/2018/NQ-HĐND | Quy hoạch", "| 2 | 45/2018/NQ-HĐND | Đất đai")

    assert found(nq_053_mot_so_hai_van_ban, "| STT | Căn cứ | Nội dung", *rows) == []
    assert found(nq_053_mot_so_hai_van_ban, HEADER, rows[0], rows[0]) == []


# -- NQ-054 ---------------------------------------------------------------------------------------


def _series(*pairs: tuple[str, str]) -> str:
    return documents(*(f"Kế hoạch | {number} | {day} | UBND tỉnh" for number, day in pairs))


def test_a_larger_number_on_an_earlier_day_is_found_at_the_later_entry() -> None:
    data = _series(("234/KH-UBND", "2021-01-26"), ("252/KH-UBND", "2021-01-25"))

    assert paths(nq_054_thu_tu_so, data=data) == ["van_ban.d2"]
    assert "trái thứ tự với Kế hoạch số 234/KH-UBND" in said(nq_054_thu_tu_so, data=data)


def test_the_other_document_of_a_workbook_is_named_by_its_cell() -> None:
    data = _series(("234/KH-UBND", "2021-01-26"), ("252/KH-UBND", "2021-01-25"))
    typed = view(data=data)
    documents = {
        key: replace(one, where=Where(file="a.xlsx", sheet="Văn bản", cell=f"A{number}"))
        for number, (key, one) in enumerate(typed.report.van_ban.items(), 3)
    }
    workbook = replace(typed, report=replace(typed.report, van_ban=documents))

    (problem,) = nq_054_thu_tu_so.check(workbook)
    assert "(Văn bản!A" in problem.message.vi
    assert "None" not in problem.message.vi


def test_two_numbers_of_one_day_far_from_each_other_are_found() -> None:
    data = _series(("1994/KH-UBND", "2020-10-23"), ("3913/KH-UBND", "2020-10-23"))

    assert "cùng ngày mà cách quá xa" in said(nq_054_thu_tu_so, data=data)


def test_series_that_rise_are_left_alone() -> None:
    data = _series(
        ("04/KH-SNV", "2022-01-17"),
        ("05/KH-SNV", "2022-01-17"),
        ("13/KH-SNV", "2022-02-14"),
        ("19/KH-SNV", "2022-02-16"),
        ("20/KH-SNV", "2022-02-22"),
        ("23/KH-SNV", "2022-02-28"),
        ("8590/KH-SNV", "2021-07-19"),
        ("16341/KH-UBND", "2021-12-28"),
        ("16342/KH-UBND", "2021-12-28"),
    )

    assert paths(nq_054_thu_tu_so, data=data) == []


def test_letters_are_one_series_whichever_section_wrote_them() -> None:
    data = documents(
        "Công văn | 372/UBND-TH | 2022-04-20 | UBND huyện",
        "Công văn | 368/UBND-VP | 2022-04-21 | UBND huyện",
        "Quyết định | 49/QĐ-UBND | 2022-12-14 | UBND huyện",
    )

    assert paths(nq_054_thu_tu_so, data=data) == ["van_ban.d2"]


# -- NQ-055 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("Kế hoạch", "số, ký hiệu và ngày"),
        ("Công văn | '108'", "ký hiệu sau số"),
        ("Kế hoạch | 1388/KH-UBND", "ngày"),
        ("Quyết định | 163/QĐ-TTg", "ngày"),
    ],
)
def test_what_a_citation_lacks_is_said(entry: str, missing: str) -> None:
    assert said(nq_055_vien_dan_thieu, data=documents(entry)).endswith(
        f"thiếu {missing}; in như đã nêu."
    )


@pytest.mark.parametrize(
    "entry",
    [
        "Luật",
        "Nghị định | 34/2016/NĐ-CP",
        "Nghị quyết | 18-NQ/TW",
        "Kế hoạch | 2/KH-SNV | 2022-01-05",
    ],
)
def test_what_can_be_found_without_a_date_lacks_nothing(entry: str) -> None:
    assert paths(nq_055_vien_dan_thieu, data=documents(entry)) == []


def test_a_number_without_its_symbol_is_found_in_the_text_once() -> None:
    line = "Công văn số 108 về việc triển khai."

    assert found(nq_055_vien_dan_thieu, "Mở đầu.", line, line) == [2]


def test_the_first_citation_bears_the_date_not_a_later_one() -> None:
    short, whole = "Quyết định số 27/QĐ-UBQG.", "Quyết định số 27/QĐ-UBQG ngày 15/3/2022."

    assert found(nq_055_vien_dan_thieu, short, whole) == [1]
    assert found(nq_055_vien_dan_thieu, whole, short) == []


# -- NQ-056, NQ-057, NQ-058 -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Thủ tướng Chính phủ quy định.",
        "Quyết định số 45/2016/QĐ-TTg ngày 19/10/2016 của Chính phủ.",
        "Kế hoạch số 22/KH-UBND ngày 25/01/2022 của Sở Nội vụ.",
        "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Bộ Nội vụ.",
        "Quyết định số 468/QĐ-TTg ngày 27/3/2021 của UBND tỉnh.",
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Chính phủ.",
        "Kế hoạch số 22/KH-SNV ngày 25/01/2022 của Thủ tướng Chính phủ.",
        "Nghị quyết số 17/NQ-CP ngày 25/01/2022 của Quốc hội.",
        "Nghị quyết số 202/2025/QH15 ngày 12/6/2021 của UBND tỉnh.",
    ],
)
def test_an_issuer_that_does_not_use_the_symbol_is_found(line: str) -> None:
    assert found(nq_056_co_quan_ban_hanh, line) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Nghị định số 43/2011/NĐ-CP của Chính phủ.",
        "Quyết định số 45/2016/QĐ-TTg của Thủ tướng Chính phủ.",
        "Kế hoạch số 22/KH-UBND của Chủ tịch UBND tỉnh.",
        "Kế hoạch số 22/KH-UBND của tỉnh.",
        "Công văn số 123/TTg-KGVX của Thủ tướng Chính phủ.",
        "Luật số 80/2015/QH13 của Quốc hội.",
        "Nghị quyết số 595/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội.",
        "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương.",
        "Kết luận số 54-KL/TW của Bộ Chính trị; Thông báo số 20-TB/TW của Ban Bí thư.",
        "Nghị quyết số 10/NQ-HĐND của Hội đồng nhân dân tỉnh.",
        "Quyết định số 15 của Chính phủ.",
    ],
)
def test_issuers_that_fit_are_left_alone(line: str) -> None:
    assert found(nq_056_co_quan_ban_hanh, line) == []


def test_the_year_of_a_typed_number_is_that_of_its_date() -> None:
    wrong = "Quyết định số 1232/2012/QĐ-UBND ngày 15/10/2020."

    assert found(nq_057_nam_trong_so, "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.", wrong) == [2]


def test_the_data_have_codes_of_their_own_for_years_and_ways_of_numbering() -> None:
    data = documents(
        "Quyết định | 1232/2012/QĐ-UBND | 2020-10-15", "Kế hoạch | 10-KH/UBND | 2022-01-28"
    )
    lines = ("Quyết định số 1232/2012/QĐ-UBND ngày 15/10/2020.", "Kế hoạch số 10-KH/UBND.")

    assert found(nq_057_nam_trong_so, *lines, data=data) == []
    assert found(nq_058_loi_viet_so, *lines, data=data) == []


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("10-KH/UBND", "10/KH-UBND"),
        ("5070/QĐ/UBND", "5070/QĐ-UBND"),
        ("22 /KH-UBND", "22/KH-UBND"),
    ],
)
def test_a_number_in_the_wrong_way_is_told_with_the_right_one(number: str, right: str) -> None:
    (problem,) = nq_058_loi_viet_so.check(view(f"Kế hoạch số {number} ngày 28/01/2022."))

    assert problem.hint is not None
    assert problem.hint.vi == f"Viết: {right}."


@pytest.mark.parametrize("number", ["18/NQ-TW", "18-NQ-TW"])
def test_a_number_of_the_party_is_not_written_as_that_of_an_office(number: str) -> None:
    (problem,) = nq_058_loi_viet_so.check(view(f"Nghị quyết số {number} ngày 25/10/2017."))

    assert problem.hint is not None
    assert problem.hint.vi == "Viết: 18-NQ/TW."


# -- NQ-059 ---------------------------------------------------------------------------------------


def plan(day: str, subject: str) -> str:
    """Return `van_ban` of one plan."""
    return f"van_ban:\n  kh: {{loai: Kế hoạch, so: 9/KH-UBND, ngay: {day}, trich_yeu: {subject}}}"


def test_a_plan_for_a_year_is_not_dated_the_year_before_the_last() -> None:
    rule = nq_059_nam_ke_hoach

    assert paths(rule, data=plan("2020-12-28", "CCHC năm 2022")) == ["van_ban.kh"]
    assert paths(rule, data=plan("2021-01-11", "CCHC tỉnh năm 2022")) == ["van_ban.kh"]
    assert found(
        rule, "Kế hoạch số 9/KH-UBND ngày 11/01/2021 của UBND tỉnh về CCHC năm 2022, Sở báo cáo."
    ) == [1]


@pytest.mark.parametrize(
    ("day", "subject"),
    [
        ("2021-12-28", "CCHC năm 2022"),
        ("2021-06-28", "biên chế năm 2022"),
        ("2022-03-01", "khắc phục hạn chế năm 2021"),
        ("2018-01-11", "chuyển đổi số đến năm 2022"),
        ("2020-01-11", "thực hiện Nghị quyết năm 2020, định hướng năm 2022"),
        ("2020-01-11", "CCHC giai đoạn 2021 - 2025, kế hoạch năm 2022"),
        ("2020-01-11", "phòng, chống dịch bệnh"),
    ],
)
def test_plans_around_their_year_and_for_several_are_left_alone(day: str, subject: str) -> None:
    assert paths(nq_059_nam_ke_hoach, data=plan(day, f'"{subject}"')) == []


def test_numbers_of_the_party_and_of_offices_are_both_right() -> None:
    lines = ("Kết luận số 576-KL/TU.", "Kế hoạch số 10/KH-UBND.", "Báo cáo số 481 /BC-UBND.")

    assert found(nq_058_loi_viet_so, *lines) == []
