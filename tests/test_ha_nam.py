"""The report of tỉnh Hà Nam, read back: what the province stated stands in it, all, in order.

What is expected was taken from the report as it was issued, written in house style (52,8%; 1.921;
04); the longer lists stand in `golden/`. Contradictions of the original are kept on purpose: a
report prints what was stated.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from docx.enum.section import WD_ORIENT

from tests import read_back
from tests.read_back import W, footnotes, golden

if TYPE_CHECKING:
    from docx.document import Document

    from generator import pipeline

NAME = "ha-nam"
DATA = read_back.ROOT / f"data/2021/{NAME}.yaml"
HEADINGS = golden(f"{NAME}.de-muc.txt")
AFTER = "Kết quả công tác cải cách hành chính"

# Figures of the running text with the words they belong to, by section and in order. Documents
# cited and footnotes are compared with the golden lists instead. (A heading that stands in several
# sections, such as "3. Nguyên nhân", has its sections' text together.)
FIGURES = {
    "1. Xây dựng, triển khai thực hiện kế hoạch CCHC năm 2021": [
        "ngày 22 tháng 12 năm 2020",
        "100% sở, ban, ngành",
        "(PAPI) tỉnh Hà Nam năm 2021",
        "TCVN ISO 9001:2015",
    ],
    "3. Công tác kiểm tra CCHC": [
        "10 đơn vị, địa phương",
        "10 sở, ngành, UBND cấp huyện, cấp xã",
        "trên 30%",
        "Sở Giao thông vận tải; Sở Lao động - Thương binh và Xã hội; Sở Nội vụ",
        "UBND các huyện: Kim Bảng, Thanh Liêm và UBND thị xã Duy Tiên",
        "quý IV năm 2021",
    ],
    "a) Về xây dựng và hoàn thiện hệ thống thể chế": [
        "59 VBQPPL (17 Nghị quyết; 42 Quyết định)",
        "thẩm định 107 dự thảo",
        "góp ý 158 dự thảo",
        "100% hồ sơ",
    ],
    "b) Công tác kiểm tra, rà soát văn bản": [
        "32 Quyết định của UBND cấp huyện",
        "42 Quyết định của UBND tỉnh",
        "350 VBQPPL",
        "04 văn bản",
    ],
    "a) Công tác kiểm soát thủ tục hành chính": [
        "58 Quyết định công bố",
        "28 Quyết định công bố thủ tục hành chính",
        "30 Quyết định công bố danh mục",
        "1.776 TTHC",
    ],
    "b) Thực hiện cơ chế một cửa, một cửa liên thông": [
        "134 cơ quan, đơn vị",
        "sở, ban, ngành: 19 đơn vị; UBND cấp huyện: 06 đơn vị; UBND cấp xã: 109 đơn vị",
        "1.921 thủ tục",
        "1.495 thủ tục",
        "279 thủ tục",
        "147 thủ tục",
        "niêm yết 100%",
    ],
    "c) Về tiếp nhận phản ánh, kiến nghị của tổ chức, cá nhân về quy định hành chính": [
        "10 phản ánh, kiến nghị",
        "100% số phản ánh, kiến nghị",
    ],
    "a) Công tác quản lý và sử dụng biên chế gắn với vị trí việc làm": [
        "tinh giản biên chế là 36",
        "trên 5 tỷ đồng",
    ],
    "b) Công tác cải cách tổ chức bộ máy": [
        "04 đơn vị (Sở Tư pháp; Sở Giáo dục và Đào tạo; Sở Nội vụ; Sở Văn hóa, Thể thao và Du",
        "05 đơn vị (Sở Công Thương",
        "01 đơn vị (Chi cục Trồng trọt và Bảo vệ thực vật với Chi cục Kiểm lâm",
        "01 đơn vị (Chi cục Quản lý đất đai",
        "01 đơn vị (Trung tâm Quản lý, khai thác hạ tầng",
        "03 đơn vị (03 Ban Quản lý dự án chuyên ngành",
        "02 đơn vị (Ban Quản lý phát triển khu đô thị mới tỉnh",
        "01 đơn vị (Ban Quản lý dự án đầu tư xây dựng tỉnh)",
        "27 đơn vị sự nghiệp",
    ],
    "b) Công tác đào tạo, bồi dưỡng": [
        "kết quả 5 năm",
        "02 công chức",
        "04 lãnh đạo",
        "02 lớp tập huấn trực tuyến",
        "96 lãnh đạo",
        "03 lớp trực tuyến",
        "270",
        "06 lớp tập huấn (03 lớp trực tiếp, 03 lớp trực tuyến) cho 1.093 cán bộ, công chức",
    ],
    "c) Cán bộ, công chức cấp xã": [
        "2.108 cán bộ, công chức",
        "cán bộ: 1.097 người; công chức: 1.011 người; nữ 622 người; đảng viên 2.108 người",
        "đạt chuẩn là 100%",
        "thạc sỹ 53 người, đại học 1.709 người, cao đẳng 40 người, trung cấp 270 người, sơ cấp 36",
        "cử nhân 01 người, cao cấp 53 người, trung cấp 1.874 người",
        "180 người",
        "26 người",
        "1.551 người",
        "531 người",
        "14 người",
        "1.505 người",
        "05 người",
        "1.088 người",
        "18 người",
    ],
    "a) Về thực hiện cơ chế quản lý tự chủ về sử dụng kinh phí quản lý hành chính theo Nghị định số"
    " 130/2005/NĐ-CP; Nghị định số 117/2013/NĐ-CP của Chính phủ": [
        "48/48 đơn vị đã thực hiện, đạt 100%",
        "109/109 đơn vị (phòng, ban trực thuộc huyện) đã thực hiện, đạt 100%",
    ],
    "b) Về thực hiện cơ chế tự chủ theo Nghị định số 16/2015/NĐ-CP của Chính phủ quy định cơ chế tự"
    " chủ, tự chịu trách nhiệm của các đơn vị sự nghiệp công lập": [
        "477 đơn vị sự nghiệp",
        "83 đơn vị",
        "01 đơn vị tự bảo đảm chi thường xuyên và chi đầu tư",
        "15 đơn vị",
        "53 đơn vị",
        "14 đơn vị",
        "394 đơn vị",
        "13 đơn vị",
        "174 đơn vị",
        "207 đơn vị",
    ],
    "a) Thực hiện kế hoạch ứng dụng công nghệ thông tin trong hoạt động của cơ quan hành chính nhà"
    " nước": ["100% sở, ban, ngành", "4 cấp chính quyền", "95%", "06/06 huyện", "116 điểm cầu"],
    "b) Phục vụ công tác chuyên môn, nghiệp vụ": ["100% cơ sở y tế", "100% cơ quan hành chính"],
    "c) Ứng dụng công nghệ thông tin phục vụ người dân và doanh nghiệp": [
        "120 tin, bài",
        "khóa XV",
        "nhiệm kỳ 2021 - 2026",
        "35 tin, bài",
        "1.885 bộ",
        "1.247 bộ (chiếm 66,16%)",
        "488 bộ (chiếm 25,89%)",
        "150 bộ (chiếm 7,95%)",
        "976 dịch vụ công",
        "100% dịch vụ công",
    ],
    "d) Áp dụng ISO trong hoạt động của cơ quan hành chính": ["153 cơ quan, đơn vị"],
    "IV. Phương hướng, nhiệm vụ trọng tâm năm 2022": [
        "100% văn bản",
        "năm 2023",
        "giai đoạn 2021-2025",
        "100% dịch vụ công",
        "16. Lập, ban hành Kế hoạch CCHC năm 2023.",
    ],
}

_CITED = re.compile(
    r"(?:Kế hoạch|Quyết định|Báo cáo|Nghị định|Nghị quyết|Kết luận|Công văn|Đề án|Thông báo)"
    r" số \d[\w/-]+(?: ngày \d{2} tháng \d{1,2} năm \d{4})?"
)
_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?%?")


@pytest.fixture(scope="module")
def blob() -> bytes:
    return _render(_data())


@pytest.fixture(scope="module")
def report(blob: bytes) -> Document:
    return read_back.read(blob)


def test_the_head_names_the_committee_the_number_and_the_day(report: Document) -> None:
    head = read_back.rows(report.tables[0])

    assert head[0][0].split("\n")[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"]
    assert head[1] == ["Số: 232/BC-UBND", "Hà Nam, ngày 24 tháng 12 năm 2021"]


def test_the_subject_names_the_year_and_the_next_one_and_nobody_is_addressed(
    report: Document,
) -> None:
    texts = [paragraph.text for paragraph in report.paragraphs if paragraph.text.strip()]
    start = texts.index("BÁO CÁO")

    assert texts[start + 1].splitlines() == [
        "Kết quả công tác cải cách hành chính năm 2021",
        "Phương hướng, nhiệm vụ năm 2022",
    ]
    assert texts[start + 2].startswith("Căn cứ Công văn số 6459/BNV-CCHC")


def test_all_headings_stand_in_order(report: Document) -> None:
    assert read_back.headings(report) == HEADINGS


def test_every_document_is_cited_in_order_with_kind_number_and_date(report: Document) -> None:
    assert _CITED.findall(_text(report)) == golden(f"{NAME}.van-ban.txt")


@pytest.mark.parametrize("heading", FIGURES)
def test_every_figure_of_the_text_stands_in_its_section(report: Document, heading: str) -> None:
    text = read_back.sections(report, AFTER)[heading]

    assert read_back.missing_in_order(FIGURES[heading], text) == []


def test_every_number_is_printed_as_often_as_it_was_stated(blob: bytes, report: Document) -> None:
    printed = _NUMBER.findall("\n".join([_text(report), *footnotes(blob)]))
    expected = dict(line.split(" x ") for line in golden(f"{NAME}.con-so.txt"))

    assert Counter(printed) == {number: int(times) for number, times in expected.items()}


def test_three_footnotes_are_footnotes_of_word_the_last_with_lines_of_its_own(
    blob: bytes,
) -> None:
    assert footnotes(blob) == [
        line.replace(" / ", "\n") for line in golden(f"{NAME}.chu-thich.txt")
    ]


def test_the_text_opens_and_closes_as_a_report_does(report: Document) -> None:
    paragraphs = [paragraph.text for paragraph in read_back.body_paragraphs(report, AFTER)]

    assert paragraphs[0].endswith("như sau:")
    assert paragraphs[-1].startswith("Trên đây là Báo cáo kết quả công tác CCHC năm 2021")
    assert paragraphs[-1].endswith("Ủy ban nhân dân tỉnh Hà Nam kính báo cáo Bộ Nội vụ./.")


def test_recipients_stand_as_listed_the_first_four_for_report(report: Document) -> None:
    cell = read_back.foot(report)._tbl.tr_lst[0].tc_lst[0]
    text = "\n".join(read_back.text_of(p) for p in ET.fromstring(cell.xml).iter(f"{W}p"))
    listed = [
        line.removeprefix("- ").replace(" (để báo cáo)", "").rstrip(";.")
        for line in text.splitlines()
        if line.startswith("- ")
    ]

    assert listed == [
        "Bộ Nội vụ",
        "TT Tỉnh ủy, TT HĐND tỉnh",
        "Chủ tịch UBND tỉnh",
        "Các PCT UBND tỉnh",
        "BCĐ CCHC tỉnh",
        "Sở Nội vụ",
        "Lưu: VT, NC",
    ]
    assert text.count("để báo cáo") == 1
    assert text.index("Các PCT") < text.index("để báo cáo") < text.index("BCĐ CCHC")


def test_a_vice_chairman_signs_for_the_committee_in_place_of_the_chairman(
    report: Document,
) -> None:
    signature = read_back.rows(read_back.foot(report))[0][-1]

    assert [line for line in signature.splitlines() if line.strip()] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trần Xuân Dương",
    ]


def test_the_annex_has_a_title_of_its_own_and_names_the_report(report: Document) -> None:
    texts = [paragraph.text for paragraph in report.paragraphs if paragraph.text.strip()]
    title = texts[texts.index("Phụ lục") :]
    issued = "ngày 24 tháng 12 năm 2021"

    assert [" ".join(text.split()) for text in title] == [
        "Phụ lục",
        (
            "THỐNG KÊ SỐ LIỆU VỀ KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH "
            "TRÊN ĐỊA BÀN TỈNH HÀ NAM"
        ),
        f"(Kèm theo Báo cáo số 232/BC-UBND {issued} của Ủy ban nhân dân tỉnh Hà Nam)",
    ]


def test_the_annex_is_a_landscape_section_with_page_numbers_of_its_own(report: Document) -> None:
    text, annex = report.sections

    assert text.orientation == WD_ORIENT.PORTRAIT
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert annex.page_width is not None
    assert annex.page_height is not None
    assert (round(annex.page_width.mm), round(annex.page_height.mm)) == (297, 210)
    numbering = annex._sectPr.find(f"{W}pgNumType")
    assert numbering is not None
    assert numbering.get(f"{W}start") == "1"
    assert annex.different_first_page_header_footer


def test_all_121_rows_of_the_annex_and_their_values(report: Document) -> None:
    expected = golden(f"{NAME}.phu-luc.txt")

    assert len(expected) == 121
    assert read_back.table_lines(report.tables[-1])[2:] == expected


def test_the_heads_of_the_annex_are_repeated_on_every_page(report: Document) -> None:
    rows = report.tables[-1]._tbl.tr_lst

    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:3]] == [
        True,
        True,
        False,
    ]


def test_rows_without_a_code_are_joined_under_trong_do(report: Document) -> None:
    merged = [
        (merge.get(f"{W}val"), text.split(" | ")[1])
        for row, text in zip(
            report.tables[-1]._tbl.tr_lst[2:], golden(f"{NAME}.phu-luc.txt"), strict=True
        )
        if (merge := row.tc_lst[0].find(f"{W}tcPr/{W}vMerge")) is not None
        and not re.match(r"\d", text)
    ]

    assert [state for state, _ in merged] == [
        *("restart", "continue", "continue"),
        *("restart", "continue", "continue", "continue"),
        *("restart", "continue", "continue"),
        *("restart", "continue"),
    ]
    assert merged[0][1] == "Số TTHC cấp tỉnh"
    assert merged[-1][1].endswith("song song với văn bản giấy")


def test_plans_are_cited_across_unit_and_value(report: Document) -> None:
    wide = [
        "".join(cell.p_lst[0].text)
        for row in report.tables[-1]._tbl.tr_lst[2:]
        for cell in row.tc_lst
        if cell.grid_span == 2
    ]

    assert [text[:26] for text in wide] == [
        "Kế hoạch số 3821/KH-UBND n",
        "Kế hoạch số 1428/KH-UBND n",
    ]


def test_a_row_in_words_is_printed_as_stated_and_named() -> None:
    warnings = {(w.code, w.where.path) for w in _made(_data(), with_text=True).warnings}

    assert ("DL-049", "bieu_mau.1.4.3.4") in warnings


@pytest.mark.parametrize(
    ("stated", "instead", "printed"),
    [
        ("so: 232", "so: 233", ["Số: 233/BC-UBND", "Kèm theo Báo cáo số 233/BC-UBND"]),
        (
            "so: 3821/KH-UBND",
            "so: 3822/KH-UBND",
            ["(Kế hoạch số 3822/KH-UBND)", "1.1. | Kế hoạch CCHC | Kế hoạch số 3822/KH-UBND"],
        ),
        ('"1.2.1": 7', '"1.2.1": 8', ["11 đơn vị, địa phương", "Cơ quan, đơn vị | 08"]),
        ('"1.1.2": 31', '"1.1.2": 30', ["Nhiệm vụ | 30", "06 nhiệm vụ sẽ tiếp tục"]),
        ('"2.1": 59', '"2.1": 60', ["60 VBQPPL", "Văn bản | 60"]),
        (
            '"3.1.1": 691',
            '"3.1.1": 692',
            ["1.777 TTHC", "692 thủ tục được ban hành mới", "Thủ tục | 692"],
        ),
        ('"7.8.1": 488', '"7.8.1": 489', ["489 bộ (chiếm 25,94%)", "TTHC | 489"]),
        ("ngay_cat_giam: 7288", "ngay_cat_giam: 7289", ["còn 6.512 ngày", "giảm 7.289 ngày"]),
        (
            "thay_the: {cu: 50, moi: 48}",
            "thay_the: {cu: 50, moi: 49}",
            ["1.777 TTHC", "49 thủ tục mới"],
        ),
        ("mot_phan: 174", "mot_phan: 175", ["478 đơn vị", "395 đơn vị"]),
        ("cap_huyen: 109/109", "cap_huyen: 100/109", ["100/109 đơn vị", "đạt 91,74%"]),
    ],
)
def test_one_change_in_the_data_moves_every_print(
    stated: str, instead: str, printed: list[str]
) -> None:
    data = _data()
    assert data.count(stated) == 1

    text = _everything(_render(data.replace(stated, instead)))

    assert [phrase for phrase in printed if phrase not in text] == []


def test_the_outline_alone_makes_a_complete_report() -> None:
    report = read_back.read(_made(_data(), with_text=False).blob)
    text = _text(report)

    # The titles of 5.a and 5.b name decrees in the unit's own text only.
    assert [title[:30] for title in read_back.headings(report)] == [h[:30] for h in HEADINGS]
    assert "Đã hoàn thành 31/36 nhiệm vụ" in text
    assert "568 đơn vị sự nghiệp công lập, giảm 7,03% so với năm 2015" in text
    assert text.rstrip().endswith("./.")
    assert read_back.unfinished(read_back.body_paragraphs(report, AFTER)) == []


@pytest.mark.parametrize("value", ["trong", "khong_phat_sinh"])
def test_the_outline_has_no_gap_where_figures_are_missing(value: str) -> None:
    head, forms = _data().split("\nbieu_mau:\n")
    codes = re.findall(r'    "([\w.]+)":', forms)
    rows = [f'    "{code}": {value}' for code in codes if code not in ("1.1", "1.2", "5.3")]
    data = "\n".join([head, "bieu_mau:", "  1:", *rows, ""])
    report = read_back.read(_made(data, with_text=False).blob)

    assert len(read_back.headings(report)) == len(HEADINGS)
    assert read_back.unfinished(read_back.body_paragraphs(report, AFTER)) == []


def _data() -> str:
    return DATA.read_text(encoding="utf-8")


def _made(data: str, *, with_text: bool) -> pipeline.Made:
    return read_back.made(DATA, data, with_text=with_text)


def _render(data: str) -> bytes:
    return _made(data, with_text=True).blob


def _text(report: Document) -> str:
    return "\n".join(p.text for p in read_back.body_paragraphs(report, AFTER))


def _everything(blob: bytes) -> str:
    report = read_back.read(blob)
    head = [" ".join(cell.split()) for row in read_back.rows(report.tables[0]) for cell in row]
    texts = [paragraph.text for paragraph in report.paragraphs]
    annex = read_back.table_lines(report.tables[-1])
    return "\n".join([*head, *texts, *footnotes(blob), *annex])
