"""Rules on how words, numbers and marks are written, and on figures inside a sentence."""

from __future__ import annotations

import pytest

from generator.checks import (
    nq_071_kieu_quy,
    nq_072_kieu_so_dem,
    nq_073_kieu_ngay,
    nq_074_kieu_khoang_nam,
    nq_075_dau_nghin,
    nq_076_dau_thap_phan,
    nq_077_ten_goi,
    nq_078_ngay_khong_co,
    nq_079_kieu_phan_tram,
    nq_080_lap_tu,
    nq_081_dau_cach,
    nq_082_ngoac,
    nq_083_dau_cuoi,
    nq_084_viet_hoa,
    nq_085_ty_le_trong_cau,
    nq_086_tong_trong_ngoac,
    nq_087_trung_nhan,
    nq_088_cho_trong,
    nq_089_tong_cua_bang,
    nq_092_ty_le_cac_phan,
)
from tests.checks.words import found, said, view

# Sentences that are right, and that a naive rule would take for wrong.
RIGHT = (
    "Bộ phận trực tiếp tiếp nhận hồ sơ, giao dịch dịch vụ công và làm song song hai việc.",
    "Tổng đài 1022 tiếp nhận phản ánh; áp dụng TCVN ISO 9001:2015 và TCVN 6909:2001.",
    "Theo điểm a) và mục 33) của Kế hoạch; Thanh tra Sở (t/h); nhóm từ 70% - dưới 100%.",
    "Thời gian còn 6.513 ngày, giảm 7.288 ngày so với 13.801 ngày (giảm 52,8%).",
    "Trong quý I năm 2022, đã nhận 15.210 hồ sơ, đạt 64%; tỷ lệ hài lòng là 95,74%.",
    "Đơn vị báo cáo từ ngày 15/12/2021 đến ngày 14/3/2022; thi trong các ngày 17, 18/9/2022.",
    "Số điện thoại, hộp thư... của cơ quan; chi cho kinh tế - xã hội, gửi - nhận văn bản.",
    "Có 0/9 huyện, 7/7 sở, 11/11 địa phương; 152/155 hồ sơ đúng hạn, đạt 98,06%.",
    "Có 05 đơn vị (Sở Công Thương; Sở Y tế), 02 phòng, 14/21 đơn vị xuất sắc và 01 trang.",
    "Thực hiện mô hình “3 không, 3 chống” ở 05 xã, sau 5 năm thực hiện, từng bước từng bước.",
)
RULES = (
    nq_071_kieu_quy,
    nq_072_kieu_so_dem,
    nq_073_kieu_ngay,
    nq_074_kieu_khoang_nam,
    nq_075_dau_nghin,
    nq_076_dau_thap_phan,
    nq_077_ten_goi,
    nq_078_ngay_khong_co,
    nq_079_kieu_phan_tram,
    nq_080_lap_tu,
    nq_081_dau_cach,
    nq_082_ngoac,
    nq_083_dau_cuoi,
    nq_084_viet_hoa,
    nq_085_ty_le_trong_cau,
    nq_086_tong_trong_ngoac,
    nq_087_trung_nhan,
    nq_088_cho_trong,
    nq_089_tong_cua_bang,
    nq_092_ty_le_cac_phan,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_right_sentences_raise_nothing(rule: object) -> None:
    assert list(rule.check(view(*RIGHT))) == []  # type: ignore[attr-defined]  # modules have no type


@pytest.mark.parametrize("line", ["Trong quý 1/2022,", "Quý 3 năm 2022.", "đến quý 2;"])
def test_quarters_take_roman_numerals(line: str) -> None:
    assert found(nq_071_kieu_quy, "Mở đầu.", line) == [2]


@pytest.mark.parametrize(
    "line",
    ["32 TTHC (03 cấp) và 50 TTHC (3 cấp).", "Mở 06 lớp (3 lớp trực tiếp, 3 lớp trực tuyến)."],
)
def test_counts_of_a_paragraph_are_padded_alike(line: str) -> None:
    assert found(nq_072_kieu_so_dem, "Mở đầu.", line) == [2]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("ngày 15/04/2020", "15/4/2020"),
        ("ngày 5/5/2021", "05/5/2021"),
        ("ngày 05/1/2021", "05/01/2021"),
        ("ngày 7 tháng 12 năm 2020", "07 tháng 12 năm 2020"),
        ("ngày 07 tháng 06 năm 2020", "07 tháng 6 năm 2020"),
    ],
)
def test_zeros_in_dates_are_those_of_the_decree(line: str, right: str) -> None:
    (problem,) = nq_073_kieu_ngay.check(view(line))

    assert problem.hint is not None
    assert problem.hint.vi == f"Viết: {right}."


@pytest.mark.parametrize(
    "day", ["31/6/2021", "29/02/2022", "13/13/2021", "00/4/2022", "31 tháng 4 năm 2022"]
)
def test_a_day_that_no_calendar_has_is_found(day: str) -> None:
    assert f"Không có “ngày {day}” trong lịch" in said(nq_078_ngay_khong_co, f"Họp ngày {day}.")


@pytest.mark.parametrize(
    "line", ["Họp ngày 29/02/2020, ngày 30 tháng 4 năm 1975.", "Tỷ lệ 31/6/2021; đường 31/6."]
)
def test_days_of_the_calendar_and_other_fractions_are_left_alone(line: str) -> None:
    assert found(nq_078_ngay_khong_co, line) == []


def test_of_two_ways_to_write_a_percentage_the_rarer_is_told() -> None:
    assert found(nq_079_kieu_phan_tram, "Đạt 98%.", "Đạt 97,5%.", "Đạt 96 %.") == [3]
    assert found(nq_079_kieu_phan_tram, "Đạt 98 %.", "Đạt 97,5 %.", "Đạt 96%.") == [3]
    assert found(nq_079_kieu_phan_tram, "Đạt 98 %.", "Đạt 97%.") == [1]
    assert found(nq_079_kieu_phan_tram, "Đạt 98 %.", "Đạt 97 %.") == []


def test_of_several_ways_to_write_a_span_the_rarer_is_told() -> None:
    lines = ("Giai đoạn 2021-2025.", "Giai đoạn 2021 – 2030.", "Giai đoạn 2016-2020.")

    assert found(nq_074_kieu_khoang_nam, *lines) == [2]
    assert found(nq_074_kieu_khoang_nam, lines[0], lines[2]) == []


@pytest.mark.parametrize(
    "line", ["nhận 1680 hồ sơ", "cho 1093 cán bộ", "4494051 triệu đồng", "48900 học sinh"]
)
def test_counts_from_a_thousand_take_points(line: str) -> None:
    assert found(nq_075_dau_nghin, line) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Trong năm 2021 cán bộ đã học.",
        "Quyết định số 15/1680 hồ sơ.",
        "Giai đoạn 2016–2020 người dân",
        "Mã 1680 tỷlệ",
        "Giai đoạn 2021 - 2025 hộ nghèo giảm.",
        "Các năm 2021, 2022 hộ nghèo giảm; đến 2025 hộ nghèo còn 2%.",
    ],
)
def test_years_and_parts_of_numbers_take_none(line: str) -> None:
    assert found(nq_075_dau_nghin, line) == []


@pytest.mark.parametrize("line", ["đạt 95.74%", "trên 5.5 tỷ đồng", "tăng 1.5 lần"])
def test_decimals_take_a_comma(line: str) -> None:
    assert found(nq_076_dau_thap_phan, line) == [1]


def test_points_between_thousands_are_no_decimals() -> None:
    assert found(nq_076_dau_thap_phan, "3.630 tỷ đồng; 4.494.051 triệu đồng; mục 2.1.") == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("TCVN ISO 9001:2015", "TCVN ISO 9001:2015", "TCVN 9001:2015"), [3]),
        (("TCVN ISO 9001:2015", "TCVN ISO 9001:2015", "quốc gia ISO 9001:2015"), [3]),
        (("Tỷ lệ", "tỷ lệ", "tỉ lệ"), [3]),
        (("Covid-19", "COVID-19", "Covid -19"), [3]),
        (("ISO 9001:2015", "ISO 9001:2015"), []),
    ],
)
def test_of_several_spellings_of_a_name_the_rarer_is_told(
    lines: tuple[str, ...], expected: list[int]
) -> None:
    assert found(nq_077_ten_goi, *lines) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Chủ tịch UBND tỉnh Chủ tịch UBND tỉnh đã ban hành.",
        "giao cho các cho các đơn vị.",
        "kết quả của của tỉnh.",
        "(cho các cho các đơn vị",
        "(gồm các đơn vị các đơn vị)",
        "gọi là “một cửa một cửa”",
        "giao cho các cho các; sau đó",
        "Của của tỉnh là",
        "giao cho các cho các, sau đó",
        "kết quả của của, sau đó",
        "# I. KẾT QUẢ của của tỉnh",
    ],
)
def test_words_written_twice_are_found(line: str) -> None:
    assert found(nq_080_lap_tu, "Mở đầu.", line) == [2]


@pytest.mark.parametrize(
    "line",
    [
        "năm 2022 .",
        "ngày 23 /11/2018",
        "hồ sơ , văn bản",
        "hồ sơ ; văn bản",
        "gồm : văn bản",
        "đã xong !",
        "đã xong ?",
        "vân vân....",
        "a,b của",
        "( gồm)",
        "gồm )",
        "hồ sơ;văn bản",
        "trong 30 phút.Tổng đài",
        "so với cùng kỳ.Gồm có",
    ],
)
def test_marks_join_the_word_before_them(line: str) -> None:
    assert found(nq_081_dau_cach, "Mở đầu.", line) == [2]


def test_points_of_short_forms_and_of_numbers_stand_close() -> None:
    lines = ("ThS.Nguyễn Văn A; Ths.Lê B; TP.Nam Định; v.v.Các", "điểm x;y; 1.250.000 đồng; Q.3")

    assert found(nq_081_dau_cach, *lines) == []


def test_addresses_and_gaps_filled_in_are_no_sentences() -> None:
    assert found(nq_081_dau_cach, "(Kèm theo Báo cáo số 232 /BC-UBND ngày 24 /12/ 2021)") == []
    assert found(nq_081_dau_cach, "https://a.vn/x,y", "so,nv@dongnai.gov.vn") == []


@pytest.mark.parametrize(
    ("line", "mark"), [("(trong đó: a", "("), ("gồm thửa đất) khác", ")"), ("“một cửa", "“")]
)
def test_brackets_come_in_pairs(line: str, mark: str) -> None:
    assert said(nq_082_ngoac, line).startswith(f"Dấu “{mark}” không có dấu đi cặp")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Sở đã thực hiện đầy đủ các nhiệm vụ được giao",), [1]),
        (("- Niêm yết tại nơi tiếp nhận hồ sơ của Sở,",), [1]),
        (("- Niêm yết tại nơi tiếp nhận,", "- Đăng trên cổng thông tin điện tử."), []),
        (("Số liệu cụ thể của các đơn vị như sau", "| a | b"), []),
        (("https://tracuudvc.dongnai.gov.vn/web/bienhoa/thu-tuc-hanh-chinh",), []),
        (("- Nguyên nhân khách quan",), []),
        (("# IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM CỦA NĂM",), []),
        (("Đề nghị Sở Nội vụ mở thêm các lớp bồi dưỡng./.",), []),
        (("(Số liệu chi tiết tại bảng tổng hợp đính kèm.)",), []),
    ],
)
def test_sentences_end_with_a_mark(lines: tuple[str, ...], expected: list[int]) -> None:
    assert found(nq_083_dau_cuoi, *lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đã hoàn thành. sở tiếp tục.", [1]),
        ("Trong năm 2022. các đơn vị.", [1]),
        ("Tính đến ngày 14/3/2022. các đơn vị.", [1]),
        ("Đạt 98,06%. các đơn vị.", [1]),
        ("Thực hiện Nghị Quyết số 19-NQ/TW.", [1]),
        ("thực hiện kế hoạch.", [1]),
        ("TP. hồ; v.v. và tr. sau.", []),
        ("- thực hiện kế hoạch;", []),
        ("ii) Hai việc.", []),
        ("https://a.vn", []),
        ("THỰC HIỆN NGHỊ QUYẾT.", []),
    ],
)
def test_capitals_begin_sentences_and_not_second_words(line: str, expected: list[int]) -> None:
    assert found(nq_084_viet_hoa, line) == expected


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("xong 1.544/1.759 cơ sở, đạt 87,77%.", "87,78%"),
        ("477/568 (đạt 83,97%)", "83,98%"),
        ("có 152/155 hồ sơ đúng hạn, đạt tỷ lệ 98%; 151/155 hồ sơ, chiếm 98%", "97%"),
    ],
)
def test_a_percentage_follows_from_the_fraction_beside_it(line: str, right: str) -> None:
    assert f"= {right}" in said(nq_085_ty_le_trong_cau, line)


@pytest.mark.parametrize(
    "line",
    [
        "2.119/2.128 văn bản đã được ký số, đạt 99,58%.",
        "9.809/15.210 hồ sơ, đạt 64%",  # to units, of 64,49
        "0/0 hồ sơ, đạt 0%",
        "ngày 01/3 có 20 hồ sơ, đạt 64%",
        "7/9 huyện; riêng cấp xã đạt 98%",
    ],
)
def test_other_fractions_and_percentages_are_left_alone(line: str) -> None:
    assert found(nq_085_ty_le_trong_cau, line) == []


@pytest.mark.parametrize(
    ("line", "added"),
    [
        ("kiểm tra 08 đơn vị (05 sở, 03 huyện, 03 xã)", "11"),
        ("biên chế là 7.046 (giáo dục 6.987, sự nghiệp khác 277)", "7.264"),
        ("- Giáo dục: 132 (Mầm non: 33; Tiểu học: 54; THCS: 33)", "120"),
    ],
)
def test_parts_in_brackets_make_the_total(line: str, added: str) -> None:
    assert f"cộng lại bằng {added};" in said(nq_086_tong_trong_ngoac, line)


@pytest.mark.parametrize(
    "line",
    [
        "59 VBQPPL (17 Nghị quyết; 42 Quyết định)",
        "2.689 hồ sơ trễ hạn (1.393 hồ sơ đã giải quyết, 1.296 hồ sơ đang giải quyết)",
        "85 người (trong đó 10 nữ, 5 nam)",
        "có 04 đơn vị (Sở Tư pháp; Sở Nội vụ)",
        "50 TTHC mức độ 4 (03 cấp)",
        "27/12 đơn vị (05 sở, 03 huyện)",
        "2.108 người (cán bộ: 1.097 người; công chức: 1.011 người; nữ 622 người)",
        "năm 2021 (quý I 10 hồ sơ, đạt 98%)",
        "Phường có 12 tổ (tổ 1, tổ 2 và tổ 3)",
        "kiểm tra 03 xã (xã số 1, xã số 2, xã số 7)",
    ],
)
def test_brackets_that_say_something_else_are_no_sums(line: str) -> None:
    assert found(nq_086_tong_trong_ngoac, line) == []


def test_a_label_stands_once_in_a_list() -> None:
    lines = ("- Giáo viên THPT: 20 người;", "- Giáo viên THCS: 10 người;", "- Giáo viên THPT: 30.")

    assert found(nq_087_trung_nhan, *lines) == [3]
    assert found(nq_087_trung_nhan, "^ Gồm:\n- Giáo viên THPT: 20;\n- Giáo viên THPT: 30.") == [1]
    assert found(nq_087_trung_nhan, lines[0], "Đoạn khác.", lines[2]) == []


def test_every_blank_figure_of_a_sentence_is_shown_with_its_words() -> None:
    line = "Đã nhận … hồ sơ, … hồ sơ trực tuyến (đạt …%)."

    assert found(nq_088_cho_trong, "# I. Kết quả", line, "| x | 5", "- Có 5 đơn vị.") == [2]
    assert said(nq_088_cho_trong, line) == (
        "Số liệu còn trống trong câu: “Đã nhận … hồ sơ, … hồ sơ”; “Đã nhận … hồ sơ, … hồ sơ trực "
        "tuyến”; “sơ trực tuyến (đạt …%).”; in như đã nêu."
    )


@pytest.mark.parametrize(
    "line", ["Tổ chức hội nghị, tập huấn, …", "Mở lớp (hội nghị, …).", "Báo, đài v.v…."]
)
def test_dots_that_end_a_list_are_no_blank_figure(line: str) -> None:
    assert found(nq_088_cho_trong, line) == []


def test_a_row_of_a_table_with_blank_figures_is_shown_once() -> None:
    rows = ("| Lĩnh vực | Hồ sơ | Tỷ lệ", "| Đất đai | … | …", "| Hộ tịch | 5 | 100%")

    assert found(nq_088_cho_trong, *rows) == [2]
    assert "trong hàng của bảng: “Đất đai | … | …”" in said(nq_088_cho_trong, *rows)
    not_reported = "so_lieu: {a: chua_bao_cao}"
    assert found(nq_088_cho_trong, *rows, data=not_reported) == []
    assert found(nq_088_cho_trong, "Có … hồ sơ.", data=not_reported) == [1]
