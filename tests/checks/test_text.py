"""Words as rules see them: sections, numbers, places, documents named, forms referred to."""

from __future__ import annotations

from datetime import date

import pytest

from generator.checks.cited import citations_in, issuer_key
from generator.checks.periods import months_in, periods_in, years_in
from generator.checks.text import Block, Kind, Sections, Text, tasks_ahead
from generator.problem import Where
from tests.checks.words import text_of

NOWHERE = Where()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("II. KẾT QUẢ", "II"),
        ("2.2.3. Kết quả", "2.2.3"),
        ("a) Công khai", "a"),
        ("Kết quả", ""),
        ("2022 là năm", "2022"),
    ],
)
def test_the_number_of_a_block_has_no_closing_sign(text: str, number: str) -> None:
    assert Block(kind=Kind.HEADING, text=text).number == number


def test_a_section_is_named_by_its_numbers_and_those_above() -> None:
    sections = Sections()
    names = [sections.path]
    for level, number in ((1, "II"), (2, "2"), (3, "2.2"), (4, "2.2.3"), (3, "2.4"), (4, "a")):
        sections.enter(level, number)
        names.append(sections.path)

    assert names == ["mo_dau", "II", "II.2", "II.2.2", "II.2.2.3", "II.2.4", "II.2.4.a"]


def test_a_pattern_is_found_in_every_block_with_its_place_inside_it() -> None:
    text = text_of("một hai", "hai hai", "ba")

    found = [(block.where.line, match.start()) for block, match in text.find("hai")]

    assert found == [(1, 4), (2, 0), (2, 4)]
    assert [block.where.line for block, _ in text.find("h.i", "ha")] == [1, 2, 2]
    assert list(text.find("hai", "bốn")) == []


def test_a_match_never_reaches_over_two_blocks() -> None:
    assert list(text_of("cho các", "cho các đơn vị").find(r"các\scho")) == []


def test_the_last_part_on_tasks_holds_those_of_the_coming_period() -> None:
    text = text_of(
        "# I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "cũ", "# IV. NHIỆM VỤ", "mới", "# V. KIẾN NGHỊ", "x"
    )

    assert [block.text for block in tasks_ahead(text)] == ["mới"]
    assert list(tasks_ahead(None)) == []


# -- documents ------------------------------------------------------------------------------------


def _cited(text: str) -> list[tuple[str, str, date | None, str]]:
    return [(c.loai, c.so, c.ngay, c.co_quan) for c in citations_in(text, NOWHERE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "theo Kế hoạch số 22/KH-UBND ngày 25/01/2022 của UBND tỉnh về CCHC",
            ("Kế hoạch", "22/KH-UBND", date(2022, 1, 25), "UBND tỉnh"),
        ),
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.",
            ("Nghị định", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ"),
        ),
        ("Kết luận số 576-KL/TU của Tỉnh ủy, và", ("Kết luận", "576-KL/TU", None, "Tỉnh ủy")),
        ("Quyết định số 5070/QĐ/UBND", ("Quyết định", "5070/QĐ/UBND", None, "")),
        (
            "Thông tư liên tịch số 11/2015/TTLT-BYT-BNV của Bộ Y tế và Bộ Nội vụ",
            ("Thông tư liên tịch", "11/2015/TTLT-BYT-BNV", None, "Bộ Y tế"),
        ),
        ("Công văn số 108 về việc", ("Công văn", "108", None, "")),
        ("45/2018/NQ-HĐND ngày 30/01/2018", ("", "45/2018/NQ-HĐND", date(2018, 1, 30), "")),
        ("Văn bản 1681/UBND-NV ngày 02/02/2018", ("Văn bản", "1681/UBND-NV", date(2018, 2, 2), "")),
    ],
)
def test_a_document_is_found_in_running_text(
    text: str, expected: tuple[str, str, date | None, str]
) -> None:
    assert _cited(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Biểu mẫu số 01 kèm theo",
        "152/155 hồ sơ, đạt 98,06%",
        "Tổng đài 1022, ISO 9001:2015, mức độ 3/4",
        "ngày 28/12/2021, quý I/2022, 02/11 + 09/11",
        "Kế hoạch năm 2022",
    ],
)
def test_other_numbers_are_no_documents(text: str) -> None:
    assert _cited(text) == []


def test_one_office_is_one_however_it_is_written() -> None:
    names = ("UBND tỉnh", "Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Hà Nam", "UBND tỉnh Trà Vinh")

    assert {issuer_key(name) for name in names} == {"ubnd tỉnh"}
    assert issuer_key("UBND huyện") != issuer_key("UBND tỉnh")
    assert issuer_key("Sở Nội vụ tỉnh") == issuer_key("Sở Nội vụ")


# -- forms and periods ----------------------------------------------------------------------------


def test_references_to_forms_are_found_but_not_to_those_of_other_documents() -> None:
    text = text_of(
        "Số liệu tại Biểu mẫu số 6a kèm theo; xem Phụ lục 02.",
        "Theo Biểu mẫu số 3 ban hành kèm theo Thông tư số 01/2018/TT-VPCP.",
        "Biểu đồ 3; phụ lục 2.1; biểu 30%",
        "Theo Phụ lục 1 Nghị định số 30/2020/NĐ-CP và Phụ lục 4 Luật Đầu tư.",
    )

    assert [(one.written, one.number) for one in text.references] == [
        ("Biểu mẫu số 6a", "6a"),
        ("Phụ lục 02", "2"),
    ]


def test_periods_and_years_are_told_apart_from_days() -> None:
    text = "quý I năm 2022, Quý 2/2021, 6 tháng đầu năm 2020, 9 tháng đầu năm 2019; 05/3/2018"

    assert [str(ky) for _, ky in periods_in(text)] == ["2022-Q1", "2021-Q2", "2020-6T", "2019-9T"]
    assert list(years_in("năm 2021; tháng 3 năm 2018; quý I năm 2022")) == [2021]


def test_months_are_told_apart_from_days() -> None:
    text = "tháng 3 năm 2022, Tháng 12/2021; ngày 05 tháng 4 năm 2022, ngày 5/6/2022, tháng 13/2022"

    assert [str(ky) for _, ky in months_in(text)] == ["2022-03", "2021-12"]


def test_the_subject_of_a_document_ends_where_the_sentence_or_its_part_does() -> None:
    text = "Kế hoạch số 9/KH-UBND ngày 11/01/2022 của UBND tỉnh về CCHC năm 2022; các văn bản khác."

    assert [one.trich_yeu for one in citations_in(text, NOWHERE)] == ["CCHC năm 2022"]


def test_a_year_that_cannot_be_is_no_period() -> None:
    assert list(periods_in("quý 2 năm 6956 và 6 tháng đầu năm 0222")) == []


def test_blocks_with_any_of_the_clues_come_once_each_in_order() -> None:
    text = text_of(
        "Tháng 5/2022.", "Không có.", "Ngày 04/5/2022, tháng 6/2022.", "tháng 7 năm 2022"
    )
    found = text.having("tháng [0-9]", "/[0-9]")

    assert [block.text[:7] for block in found] == ["Tháng 5", "Ngày 04", "tháng 7"]


def test_a_place_is_found_within_its_block_only() -> None:
    text = text_of("Có 5", "hồ sơ; 6 hồ sơ, 7 hồ sơ.")

    assert [found.group() for _, found in text.find(r"[0-9]\s+hồ")] == ["6 hồ", "7 hồ"]


def test_marks_behind_words_are_commas_in_a_text_with_pauses() -> None:
    text = text_of("Gồm: 1/2 (một); hai!", "Ba? Bốn.")

    assert text.paused == "Gồm, 1,2 (một,, hai,\nBa, Bốn,"


def test_a_text_without_blocks_finds_nothing() -> None:
    assert list(Text(blocks=()).find("a")) == []
