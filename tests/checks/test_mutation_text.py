"""A correct report in words, one thing in it changed: is the change found, and said of its line?

The words are typed as clerks type them, no tag in them, so that every kind of slip can be made.
Beside each edit stands the rule that must tell it.
"""

from __future__ import annotations

import pytest

from generator import checks
from tests.checks.words import view

DATA = "so: 12\nngay: 2022-03-18\nkinh_gui: [UBND tỉnh]"
OPENING = (
    "Thực hiện Kế hoạch số 22/KH-UBND ngày 25/01/2022 của UBND tỉnh về cải cách hành chính (CCHC)"
    " năm 2022, Sở Y báo cáo công tác CCHC quý I năm 2022 như sau:"
)
RULES_MADE = (
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, Thông tư số 02/2021/TT-BNV"
    " ngày 11/6/2021 của Bộ Nội vụ, Sở đã ban hành 05 văn bản (02 kế hoạch, 03 công văn)."
)
DOSSIERS = (
    "Tiếp nhận 1.588 hồ sơ: trực tuyến 1.200 hồ sơ (75,57%), trực tiếp 388 hồ sơ (24,43%). Đã giải"
    " quyết đúng hạn 152/155 hồ sơ, đạt 98,06%; lũy kế tính đến ngày 14/3/2022. Số liệu tại Biểu"
    " mẫu 1, Biểu mẫu 2 về Biểu một, Biểu hai kèm theo."
)
REPORT = (
    OPENING,
    "# I. KẾT QUẢ CÔNG TÁC CCHC QUÝ I NĂM 2022",
    "## 1. Cải cách thể chế",
    RULES_MADE,
    "## 2. Cải cách thủ tục hành chính",
    DOSSIERS,
    "Bảng 1. Kết quả giải quyết hồ sơ",
    "| STT | Lĩnh vực | Hồ sơ",
    "| 1 | Đất đai | 1.120",
    "| 2 | Tư pháp | 80",
    "| – | Tổng cộng | 1.200",
    "# II. NHIỆM VỤ QUÝ II NĂM 2022",
    "1. Hoàn thành các nhiệm vụ CCHC năm 2022 theo Kế hoạch số 22/KH-UBND.",
    "2. Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ giai đoạn 2021 - 2030:",
    "a) Rà soát văn bản của tỉnh;",
    "b) Đào tạo 12 lớp (07 lớp trực tiếp, 05 lớp trực tuyến).",
    "Trên đây là báo cáo công tác CCHC quý I năm 2022 của Sở Y./.",
)

EDITS = [
    # -- figures --
    ("98,06%", "98,16%", "NQ-085"),
    ("152/155", "142/155", "NQ-085"),
    ("(75,57%)", "(75,75%)", "NQ-092"),
    ("02 kế hoạch", "03 kế hoạch", "NQ-086"),
    ("12 lớp (", "11 lớp (", "NQ-086"),
    ("| – | Tổng cộng | 1.200", "| – | Tổng cộng | 1.300", "NQ-089"),
    ("| 1 | Đất đai | 1.120", "| 1 | Đất đai | 1.210", "NQ-089"),
    # -- documents --
    ("số 22/KH-UBND ngày 25/01/2022", "số 22/QĐ-UBND ngày 25/01/2022", "NQ-050"),
    ("theo Kế hoạch số 22", "theo Quyết định số 22", "NQ-050"),
    ("02/2021/TT-BNV", "02/TT-BNV", "NQ-050"),
    ("ngày 15/7/2021", "ngày 15/7/2022", "NQ-051"),
    ("số 30/2020/NĐ-CP", "số 30/2021/NĐ-CP", "NQ-057"),
    ("ngày 25/01/2022", "ngày 25/01/2021", "NQ-059"),
    ("ngày 25/01/2022", "ngày 32/01/2022", "NQ-078"),
    ("ngày 05/3/2020 của Chính phủ", "ngày 05/3/2020 của UBND tỉnh", "NQ-056"),
    ("15/7/2021 của Chính phủ", "15/7/2021 của Bộ Nội vụ", "NQ-056"),
    ("số 76/NQ-CP", "số 76/NQ/CP", "NQ-058"),
    ("theo Kế hoạch số 22/KH-UBND", "theo Kế hoạch số 22", "NQ-055"),
    # -- periods --
    ("báo cáo công tác CCHC quý I năm 2022 như sau", "báo cáo quý IV năm 2021 như sau", "NQ-061"),
    ("CCHC QUÝ I NĂM 2022", "CCHC QUÝ I NĂM 2021", "NQ-061"),
    ("NHIỆM VỤ QUÝ II NĂM 2022", "NHIỆM VỤ QUÝ I NĂM 2022", "NQ-061"),
    ("là báo cáo công tác CCHC quý I", "là báo cáo công tác CCHC quý II", "NQ-061"),
    ("nhiệm vụ CCHC năm 2022 theo", "nhiệm vụ CCHC năm 2021 theo", "NQ-060"),
    ("đến ngày 14/3/2022", "đến ngày 14/3/2021", "NQ-062"),
    # -- numbers and references --
    ("# II. NHIỆM VỤ", "# III. NHIỆM VỤ", "NQ-063"),
    ("## 2. Cải cách", "## 3. Cải cách", "NQ-063"),
    ("2. Thực hiện", "1. Thực hiện", "NQ-063"),
    ("b) Đào tạo", "c) Đào tạo", "NQ-063"),
    ("Bảng 1. Kết quả", "Bảng 2. Kết quả", "NQ-064"),
    ("Biểu mẫu 1", "Biểu mẫu 9", "NQ-065"),
    # -- style --
    ("quý I năm 2022 của Sở", "quý 1 năm 2022 của Sở", "NQ-071"),
    ("05 lớp trực tuyến", "5 lớp trực tuyến", "NQ-072"),
    ("ngày 05/3/2020", "ngày 5/3/2020", "NQ-073"),
    ("388 hồ sơ", "1388 hồ sơ", "NQ-075"),
    ("đạt 98,06%", "đạt 98.06%", "NQ-076"),
    ("(24,43%)", "(24,43 %)", "NQ-079"),
    ("của tỉnh", "của của tỉnh", "NQ-080"),
    ("75,57%), trực", "75,57%) , trực", "NQ-081"),
    ("(CCHC)", "(CCHC", "NQ-082"),
    ("của Sở Y./.", "của Sở Y", "NQ-083"),
    ("Số liệu tại", "số liệu tại", "NQ-084"),
]


# What else a slip breaks: another rule that sees the same mistake.
ALSO = {
    "số 22/QĐ-UBND ngày 25/01/2022": ("NQ-055",),  # the later citation has no day either
    "Biểu mẫu 9": ("NQ-066",),  # nothing points to form 1 any more
}


def _told(*lines: str) -> set[tuple[str, int | None]]:
    """Return code and line of everything that the rules on text say."""
    found = checks.check(view(*lines, data=DATA))
    return {(one.code, one.where.line) for one in found if one.code >= "NQ-050"}


def test_the_report_raises_nothing() -> None:
    assert _told(*REPORT) == set()


@pytest.mark.parametrize(("old", "new", "code"), EDITS, ids=lambda value: value[:20])
def test_one_slip_is_told_at_its_line(old: str, new: str, code: str) -> None:
    number = next(n for n, line in enumerate(REPORT) if old in line)
    lines = [*REPORT[:number], REPORT[number].replace(old, new, 1), *REPORT[number + 1 :]]

    told = _told(*lines)

    at = {line for found, line in told if found == code}
    total = 11 if code == "NQ-089" else number + 1  # said of the total, whichever figure is wrong
    assert at == {total}
    assert {found for found, _ in told} <= {code, *ALSO.get(new, ())}


HUGE = "9" * 5000  # more digits than Python makes a number of


@pytest.mark.parametrize(
    "line",
    [
        f"Kiểm tra {HUGE} đơn vị ({HUGE} sở, 03 huyện); {HUGE}/{HUGE} hồ sơ, đạt 98%.",
        f"Có {HUGE} hồ sơ: cấp tỉnh {HUGE} hồ sơ (5%), cấp huyện 3 hồ sơ (5%).",
        f"Từ ngày {HUGE}/{HUGE}/2022 đến ngày 05/{HUGE}/2022, tháng {HUGE}/2022, quý I năm {HUGE}.",
        f"Kế hoạch số {HUGE}/KH-UBND ngày 01/01/2022 của UBND tỉnh; đạt {HUGE}.{HUGE}%.",
        f"Bảng {HUGE}. Kết quả",
        f"{HUGE}. Việc phải làm.",
        f"| – | Tổng cộng | {HUGE}",
    ],
    ids="abcdefg",
)
def test_numbers_beyond_all_bounds_break_no_rule(line: str) -> None:
    assert isinstance(_told(*REPORT[:10], line, *REPORT[11:]), set)
