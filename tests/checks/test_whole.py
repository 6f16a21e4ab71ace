"""Rules on the report as a whole: periods, numbering, annexes, abbreviations, addressees."""

from __future__ import annotations

import pytest
from msgspec import structs

from generator.checks import (
    nq_060_nam_cu,
    nq_061_ten_ky,
    nq_062_chot_so_lieu,
    nq_063_so_muc,
    nq_064_so_bang,
    nq_065_phu_luc_khong_co,
    nq_066_phu_luc_khong_dan,
    nq_067_phu_luc_khac_viec,
    nq_068_kem_theo,
    nq_069_ten_bieu_mau,
    nq_070_viet_tat,
    nq_090_kinh_gui,
    nq_091_ngay_bao_cao,
)
from generator.checks.text import Kind, Text
from tests.checks.words import found, paths, said, text_of, view

YEARLY = "ky: 2022"

# -- NQ-060, NQ-061, NQ-062: the report of the small world is on quarter I of 2022 ----------------

TASKS = "# IV. PHƯƠNG HƯỚNG, NHIỆM VỤ"


def test_a_task_ahead_of_a_past_year_is_found_in_its_section() -> None:
    lines = (TASKS, "1. Hoàn thành các nhiệm vụ CCHC năm 2021;", "2. Kế hoạch kiểm tra năm 2023.")

    assert found(nq_060_nam_cu, *lines) == [2]
    assert paths(nq_060_nam_cu, *lines) == ["IV"]


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện Kế hoạch CCHC năm 2022.",
        "Tỷ lệ sử dụng dịch vụ tăng ít nhất 30% so với năm 2017.",
        "Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ.",
        "Hoàn thành các nhiệm vụ còn tồn của năm 2021.",
        "Thực hiện các nhiệm vụ chuyển tiếp từ năm 2021.",
        "Tổng kết việc thực hiện Kế hoạch CCHC năm 2021.",
    ],
)
def test_other_years_among_the_tasks_are_left_alone(line: str) -> None:
    assert found(nq_060_nam_cu, TASKS, line) == []


def test_what_is_summed_up_excuses_no_other_clause() -> None:
    line = "Tổng kết 10 năm thi hành Luật; thực hiện Kế hoạch CCHC năm 2021."

    assert found(nq_060_nam_cu, TASKS, line) == [2]


def test_what_was_done_last_year_may_be_told_among_the_results() -> None:
    lines = ("# II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "Nhiệm vụ năm 2021 đã hoàn thành.", TASKS, "Việc.")

    assert found(nq_060_nam_cu, *lines) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Báo cáo công tác quý III năm 2022:", "# I. A"), [1]),
        (("Báo cáo công tác quý I năm 2021:", "# I. A"), [1]),
        (("Sở báo cáo công tác quý II năm 2022 như sau:", "# I. A"), [1]),
        (("Sở báo cáo phương hướng, nhiệm vụ quý II năm 2022 như sau:", "# I. A"), []),
        (("Theo Kế hoạch quý II năm 2022, Sở báo cáo quý I năm 2022 như sau:", "# I. A"), []),
        (("Báo cáo quý I năm 2022 và nhiệm vụ quý II năm 2022:", "# I. A"), []),
        (("Báo cáo theo Kế hoạch năm 2021:", "# I. A"), []),
        (("# IV. NHIỆM VỤ QUÝ I/2022",), [1]),
        (("# IV. NHIỆM VỤ QUÝ II/2022",), []),
        (("# IV. NHIỆM VỤ NĂM 2021",), [1]),
        (("# I. A", "Trong quý IV năm 2021, Sở đã hoàn thành."), []),
        (("# I. A", "Trong quý IV năm 2019, Sở đã hoàn thành."), [2]),
        (("# I. A", "Trong năm 2019, dịch bệnh phức tạp; trong quý IV năm 2019 giảm."), []),
        (("# I. A", "Trong quý này, Sở hoàn thành kế hoạch quý IV năm 2019."), []),
        (("# I. A", "Trên đây là báo cáo quý II năm 2022./."), [2]),
        (("# I. A", "Trên đây là kết quả và nhiệm vụ quý II năm 2022./."), []),
        (("# I. A", "Trên đây là báo cáo quý IV năm 2021./."), [2]),
        (("# I. A", "Trên đây là báo cáo quý I năm 2022 và nhiệm vụ quý II năm 2022./."), []),
    ],
)
def test_only_the_period_and_the_next_are_named_where_the_report_names_itself(
    lines: tuple[str, ...], expected: list[int]
) -> None:
    assert found(nq_061_ten_ky, *lines) == expected


@pytest.mark.parametrize(("year", "expected"), [(2021, [1]), (2022, [])])
def test_the_subject_names_the_period_too(year: int, expected: list[int]) -> None:
    subject = structs.replace(text_of(f"Công tác năm {year}").blocks[0], kind=Kind.SUBJECT)
    report = structs.replace(view(), text=Text(blocks=(subject,)))

    assert [problem.where.line for problem in nq_061_ten_ky.check(report)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("# I. KẾT QUẢ THÁNG 3 NĂM 2021", "# II. NHIỆM VỤ THÁNG 4/2022"), [1]),
        (("# I. KẾT QUẢ THÁNG 3 NĂM 2022", "# II. NHIỆM VỤ THÁNG 6/2022"), [2]),
        (("Từ tháng 12/2021:", "# I. A", "Trên đây là báo cáo tháng 3 năm 2022./."), []),
        (("# I. A", "Trên đây là báo cáo theo Công văn ngày 02 tháng 01 năm 2022./."), []),
    ],
)
def test_a_monthly_report_names_its_month(lines: tuple[str, ...], expected: list[int]) -> None:
    assert found(nq_061_ten_ky, *lines, data="ky: 2022-03") == expected


def test_the_tasks_of_a_yearly_report_are_those_of_the_next_year() -> None:
    assert found(nq_061_ten_ky, "# IV. NHIỆM VỤ NĂM 2022", data=YEARLY) == [1]
    assert found(nq_061_ten_ky, "# IV. NHIỆM VỤ NĂM 2023", data=YEARLY) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tính đến ngày 14/3/2022, có 1.788 TTHC.", []),
        ("Tính đến ngày 14/3/2021, có 1.788 TTHC.", [1]),
        ("Số liệu đến hết ngày 14 tháng 9 năm 2022.", [1]),
        ("Từ ngày 01/01/2018 đến ngày 28/02/2018, đã nhận 15 hồ sơ.", []),
        ("Giai đoạn này kéo dài đến ngày 31/12/2025.", []),
    ],
)
def test_figures_are_counted_up_to_a_day_of_the_period(line: str, expected: list[int]) -> None:
    assert found(nq_062_chot_so_lieu, line) == expected


# -- NQ-063, NQ-064 -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("# I. A", "# II. B", "# III. C", "# IV. D", "# V. E"), []),
        (("# I. A", "# III. C"), [2]),
        (("# I. A", "# II. B", "# II. C"), [3]),
        (("# II. A",), [1]),
        (("# I. A", "## 1. B", "## 2. C", "# II. D", "## 1. E"), []),
        (("## 2. B", "### 2.1. C", "### 2.2. D", "#### 2.2.1. E", "### 2.4. F"), [1, 5]),
        (("### a) A", "### b) B", "### c) C", "### d) D", "### đ) Đ", "### e) E"), []),
        (("### h) A", "### i) B"), [1]),
        (("# A", "## B"), []),
        (("# I. A", "1. Một;", "2. Hai;", "Lời thêm.", "3. Ba.", "# II. B", "1. Bốn."), []),
        (("# I. A", "1. Một;", "3. Ba."), [3]),
        (("a) Một;", "b) Hai;", "c) Ba.", "a) Bốn;", "b) Năm."), []),
        (("a) Một;", "c) Ba;", "c) Bốn."), [2, 3]),
        (("1. Một:", "a) Hai;", "b) Ba.", "2. Bốn:", "b) Năm;", "b) Sáu."), [6]),
        (("i) Một;", "ii) Hai."), []),
        (("Điều 1. Một", "1. Hai.", "2. Ba.", "Điều 2. Bốn", "1. Năm.", "3. Sáu."), [6]),
    ],
)
def test_numbers_rise_by_one(lines: tuple[str, ...], expected: list[int]) -> None:
    assert found(nq_063_so_muc, *lines) == expected


def test_what_is_wrong_with_a_number_is_said() -> None:
    assert said(nq_063_so_muc, "## 1. A", "## 1. B").startswith("Hai mục cùng mang số 1")
    assert said(nq_063_so_muc, "# I. A", "# III. B").startswith("Sau mục I là mục III")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Bảng 1. A", "Bảng 2. B"), []),
        (("Bảng 1. A", "Bảng 1. B"), [2]),
        (("Bảng 2.1. A", "Bảng 2.2. B", "Bảng 3.1. C", "Bảng 3.3. D"), [4]),
        (("Bảng 2. A",), [1]),
        (("Bảng tổng hợp. A", "Số liệu tại Bảng 7."), []),
    ],
)
def test_captions_typed_by_hand_are_numbered_through(
    lines: tuple[str, ...], expected: list[int]
) -> None:
    assert found(nq_064_so_bang, *lines) == expected


def test_forms_are_numbered_through() -> None:
    right = view("Nội dung.")
    one, two = right.report.bieu_mau
    forms = (one, structs.replace(two, so="3"))
    wrong = structs.replace(right, report=structs.replace(right.report, bieu_mau=forms))

    assert list(nq_064_so_bang.check(right)) == []
    (problem,) = nq_064_so_bang.check(wrong)
    assert problem.message.vi.startswith("Sau Biểu mẫu 1 là Biểu mẫu 3")
    assert problem.where.file == "bm.yaml"


# -- NQ-065 ... NQ-069: the small world has forms 1 and 2 -----------------------------------------


def test_a_form_that_is_not_there_is_found() -> None:
    lines = ("Tại Biểu mẫu 2 kèm theo.", "Tại Biểu mẫu số 6a kèm theo.", "Tại phụ lục 03.")

    assert found(nq_065_phu_luc_khong_co, *lines) == [2, 3]


def test_attached_lists_are_looked_for_only_where_nothing_is_attached() -> None:
    line = "Số liệu chi tiết tại bảng tổng hợp đính kèm."

    attached = view("Mở đầu.", line)
    alone = structs.replace(attached, report=structs.replace(attached.report, bieu_mau=()))

    assert list(nq_065_phu_luc_khong_co.check(attached)) == []
    assert [p.where.line for p in nq_065_phu_luc_khong_co.check(alone)] == [2]


def test_forms_that_nothing_points_to_are_told_at_once() -> None:
    assert "số 2;" in said(nq_066_phu_luc_khong_dan, "Tại Biểu mẫu 1 kèm theo.")
    assert "số 1, 2;" in said(nq_066_phu_luc_khong_dan, "Không dẫn đến đâu.")


@pytest.mark.parametrize(
    "lines",
    [
        ("Tại Biểu mẫu số 01.", "Tại Biểu mẫu 2."),
        ("# II. KẾT QUẢ (KÈM THEO CÁC BIỂU MẪU)",),
        ("Số liệu chi tiết tại phụ lục kèm theo.",),
    ],
)
def test_one_sentence_may_point_to_all_forms(lines: tuple[str, ...]) -> None:
    assert found(nq_066_phu_luc_khong_dan, *lines) == []


def test_a_section_about_something_else_than_the_form_is_found() -> None:
    lines = ("## 4. Mô hình, sáng kiến mới", "Nội dung chi tiết tại Biểu mẫu 1 kèm theo.")
    about = ("## 4. Mô hình, sáng kiến mới", "Tổng số sáng kiến tại Biểu mẫu 1; phần a kèm theo.")

    assert found(nq_067_phu_luc_khac_viec, *lines) == [2]
    assert found(nq_067_phu_luc_khac_viec, *about) == []
    assert found(nq_067_phu_luc_khac_viec, "## 1. Tỷ lệ hai", "Xem Biểu mẫu 2.") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Kèm theo Báo cáo số 12/BC-SY ngày 18 tháng 3 năm 2022 của Sở Y)", []),
        ("(Kèm theo Báo cáo số      /BC-SY ngày      tháng 3 năm 2022 của Sở Y)", []),
        ("(Kèm theo Báo cáo số 12 /BC-SY ngày 18 /3/ 2022)", []),
        ("(Kèm theo Báo cáo số 13/BC-SY ngày 18 tháng 3 năm 2022)", [1]),
        ("(Kèm theo Báo cáo số 12/BC-STC)", [1]),
        ("(Kèm theo Báo cáo số 12/BC-SY ngày 18 tháng 3 năm 2021)", [1]),
    ],
)
def test_the_line_under_an_annex_is_of_this_report(line: str, expected: list[int]) -> None:
    assert found(nq_068_kem_theo, line, data="so: 12\nngay: 2022-03-18") == expected


def test_forms_are_called_as_they_are_titled() -> None:
    lines = ("Tại Biểu mẫu 1.", "Tại Biểu mẫu số 01.", "Tại Biểu mẫu số 2.")

    assert found(nq_069_ten_bieu_mau, *lines) == [2]
    assert "(và 1 chỗ khác)" in said(nq_069_ten_bieu_mau, *lines)
    assert found(nq_069_ten_bieu_mau, "Tại Biểu mẫu 1.", "Tại biểu mẫu 2.") == []


def test_a_form_is_said_to_be_titled_otherwise_only_where_there_is_one() -> None:
    assert said(nq_069_ten_bieu_mau, "Tại Biểu mẫu số 01.") == (
        "Gọi là “Biểu mẫu số 01”, còn trên biểu in “Biểu mẫu 1”; in như đã nêu."
    )
    assert found(nq_069_ten_bieu_mau, "Tại Biểu mẫu số 6a.") == []


# -- NQ-070, NQ-090 -------------------------------------------------------------------------------


def test_an_abbreviation_used_before_it_is_explained_is_found_at_its_first_use() -> None:
    lines = ("Hồ sơ CCCD tăng.", "Hồ sơ CCCD giảm.", "Cấp căn cước công dân (CCCD) đúng hạn.")

    assert found(nq_070_viet_tat, *lines) == [1]
    assert "dòng 3 mới giải thích" in said(nq_070_viet_tat, *lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Căn cước công dân (CCCD) tăng.", "Hồ sơ CCCD giảm."),
        ("UBND tỉnh ban hành.", "Ủy ban nhân dân (UBND) thành phố."),
        ("Theo Kế hoạch số 12/KH-CNTT.", "Công nghệ thông tin (CNTT) phát triển."),
        ("Chỉ số PAPI tăng.", "Nâng cao hiệu quả quản trị (PAPI) năm 2021."),
        ("VBQPPL ban hành nhiều.", "Rà soát quy phạm pháp luật (QPPL)."),
    ],
)
def test_other_abbreviations_are_left_alone(lines: tuple[str, ...]) -> None:
    assert found(nq_070_viet_tat, *lines) == []


def test_a_report_to_a_superior_addresses_it() -> None:
    assert paths(nq_090_kinh_gui, "Nội dung.") == ["kinh_gui"]
    assert "(UBND tỉnh)" in said(nq_090_kinh_gui, "Nội dung.")
    assert "(Bộ Nội vụ)" in said(nq_090_kinh_gui, "Sở Y kính báo cáo Bộ Nội vụ./.")
    assert paths(nq_090_kinh_gui, data="kinh_gui: [UBND tỉnh]") == []


# -- NQ-091 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ky", "ngay", "expected"),
    [
        ("2022-Q1", "{ngay: trong, thang: 3, nam: 2022}", []),
        ("2022-Q1", "{ngay: trong, thang: 9, nam: 2022}", []),
        ("2022-Q1", "{ngay: trong, thang: 3, nam: 2023}", ["ngay"]),
        ("2022-Q1", "{ngay: trong, thang: trong, nam: 2023}", ["ngay"]),
        ("2022-Q1", "2022-10-05", ["ngay"]),
        ("2022-Q4", "{ngay: trong, thang: trong, nam: 2023}", []),
        ("2022", "2023-06-30", []),
        ("2022", "2024-01-10", ["ngay"]),
    ],
)
def test_a_report_is_issued_within_half_a_year_of_its_period(
    ky: str, ngay: str, expected: list[str]
) -> None:
    assert paths(nq_091_ngay_bao_cao, data=f"ky: {ky}\nngay: {ngay}") == expected


def test_the_time_of_a_report_is_said_as_far_as_it_is_known() -> None:
    month = "ky: 2022-Q1\nngay: {ngay: trong, thang: 3, nam: 2023}"
    year = "ky: 2022-Q1\nngay: {ngay: trong, thang: trong, nam: 2023}"

    assert said(nq_091_ngay_bao_cao, data=month).startswith(
        "Báo cáo kỳ 2022-Q1 mà ghi thời gian 03/2023"
    )
    assert said(nq_091_ngay_bao_cao, data=year).startswith(
        "Báo cáo kỳ 2022-Q1 mà ghi thời gian 2023"
    )
