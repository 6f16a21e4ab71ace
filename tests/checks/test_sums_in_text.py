"""Rules on totals and shares that the text states: tables with a total row, parts in brackets."""

from __future__ import annotations

import pytest

from generator.checks import nq_085_ty_le_trong_cau, nq_089_tong_cua_bang, nq_092_ty_le_cac_phan
from tests.checks.words import found, said

# -- NQ-085: fractions and percentages that do not belong to each other ----------------------------


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("có 152/155 hồ sơ đúng hạn, tỷ lệ đúng hạn đạt 99%", "98%"),
        ("có 3/155 hồ sơ trễ hạn (1,95%)", "1,94%"),
        ("giải ngân 125,6/130 tỷ đồng, đạt 96,7%", "96,6%"),
        ("đạt 21,34% dự toán (25,6/120 tỷ đồng)", "21,33%"),
    ],
)
def test_a_fraction_may_stand_in_brackets_and_have_decimals(line: str, right: str) -> None:
    assert f"= {right}" in said(nq_085_ty_le_trong_cau, line)


@pytest.mark.parametrize(
    "line",
    [
        "Có trên 2/3 đại biểu tán thành, đạt 95%.",
        "Xếp thứ 12/63 tỉnh, thành phố, đạt 85,6%.",
        "Ngày 15/3 đạt 98% kế hoạch.",
        "Trực 24/24 giờ, đạt 98% yêu cầu.",
        "Có 34/34 xã hoàn thành, tỷ lệ hài lòng đạt 95%.",
        "Có 05/09 chỉ tiêu, trong đó chỉ tiêu thu ngân sách đạt 120%.",
        "Có 12/34 xã, riêng các xã đạt chuẩn (35,4% tổng số).",
        "Tiếp nhận 120/150 hồ sơ, bằng 85% so với cùng kỳ.",
        "Tăng 25% (15/12 hồ sơ).",
        "Đạt 85% (8,5/10 điểm); 125,6/130 tỷ đồng (96,6%).",
        "Toàn tỉnh đạt 100% (10/10 huyện, 226/226 xã).",
    ],
)
def test_rough_fractions_ranks_days_and_other_ratios_are_left_alone(line: str) -> None:
    assert found(nq_085_ty_le_trong_cau, line) == []


# -- NQ-089 ---------------------------------------------------------------------------------------

HEADER = "| STT | Lĩnh vực | Tiếp nhận | Tỷ lệ"
ROWS = ("| 1 | Đất đai | 1.120 | 98,5", "| 2 | Tư pháp | 80 | 100")


def test_a_total_row_is_the_sum_of_the_rows_numbered_above_it() -> None:
    rule = nq_089_tong_cua_bang

    assert found(rule, "Mở đầu:", HEADER, *ROWS, "| – | Tổng cộng | 1.210 | 99,1") == [5]
    assert "“Tổng cộng” nêu 1.210, các hàng cộng lại bằng 1.200;" in said(
        rule, HEADER, *ROWS, "| – | Tổng cộng | 1.210 | 99,1"
    )
    assert found(rule, HEADER, *ROWS, "| – | Tổng cộng | 1.200 | 99,1") == []


def test_a_total_row_may_stand_above_its_rows_and_blank_cells_count_nothing() -> None:
    rows = ("| 1 | Đất đai | 20 | -", "| 2 | Tư pháp | – | 5")

    assert found(nq_089_tong_cua_bang, HEADER, "| – | Tổng số | 20 | 5", *rows) == []
    assert found(nq_089_tong_cua_bang, HEADER, "| – | Tổng số | 21 | 5", *rows) == [2]


@pytest.mark.parametrize(
    "rows",
    [
        ("| I | Đất đai | 20", "| 1 | Cấp tỉnh | 20", "| – | Tổng cộng | 30"),  # groups
        ("| 1 | Đất đai | 20", "| 1.1 | Cấp tỉnh | 20", "| – | Tổng cộng | 30"),
        ("| 1 | Đất đai | 20", "| 3 | Tư pháp | 20", "| – | Tổng cộng | 30"),
        ("| 1 | Đất đai | 70", "| 2 | Tư pháp | 90", "| – | Tổng cộng | 80"),  # an average
        ("| 1 | Đất đai | 20", "| 2 | Tư pháp | …", "| – | Tổng cộng | 30"),
        ("| 1 | Đất đai | 20", "| – | Tổng cộng | 30"),
        ("| 1 | Đất đai | 20", "| 2 | Tư pháp | 5", "| – | Tổng hợp chung | 30"),
        ("| 1 | Đất đai | 20", "| – | Tổng cộng | 30", "| 2 | Tư pháp | 5"),  # in the middle
    ],
)
def test_other_tables_and_columns_are_no_sums(rows: tuple[str, ...]) -> None:
    assert found(nq_089_tong_cua_bang, HEADER, *rows) == []


def test_a_total_below_one_of_its_rows_is_no_average_where_the_column_counts() -> None:
    rows = ("| 1 | Đất đai | 1.210", "| 2 | Tư pháp | 80", "| – | Tổng cộng | 1.200")

    assert found(nq_089_tong_cua_bang, HEADER, *rows) == [4]
    assert found(nq_089_tong_cua_bang, "| STT | Lĩnh vực | Điểm bình quân", *rows) == []


def test_the_words_of_a_total_row_may_stand_in_a_sentence() -> None:
    assert found(nq_089_tong_cua_bang, "Tổng cộng", "Tổng số là 12 hồ sơ.") == []


# -- NQ-092 ---------------------------------------------------------------------------------------

SHARES = "Tiếp nhận {} hồ sơ: trực tuyến 1.200 hồ sơ ({}%), trực tiếp 388 hồ sơ (chiếm 24,43%)."


def test_shares_of_parts_follow_from_the_total_that_the_parts_make() -> None:
    assert "1.200/1.588 = 75,57%" in said(nq_092_ty_le_cac_phan, SHARES.format("1.588", "75,77"))
    assert found(nq_092_ty_le_cac_phan, SHARES.format("1.588", "75,57")) == []


@pytest.mark.parametrize(
    "line",
    [
        SHARES.format("1.600", "75,77"),  # whose parts do not make a total
        "Năm 2021 có 10 đơn vị (50%), năm 2022 có 15 đơn vị (75%).",
        "Có 100 hồ sơ: trực tuyến 60 hồ sơ (tăng 60%), trực tiếp 40 hồ sơ (giảm 10%).",
        "Có 50 đơn vị. Nhóm A có 10 đơn vị (30%), nhóm B có 40 đơn vị (70%).",
    ],
)
def test_other_percentages_in_brackets_are_no_shares(line: str) -> None:
    assert found(nq_092_ty_le_cac_phan, line) == []
