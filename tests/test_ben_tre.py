"""The report of tỉnh Bến Tre, read back: what the province stated stands in it, all, in order.

What is expected was taken from the report as it was issued, written in house style (12,16; 1.788;
04); the longer lists stand in `golden/`. Contradictions of the original are kept on purpose: a
report prints what was stated.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests import read_back
from tests.read_back import W, footnotes, golden

if TYPE_CHECKING:
    from docx.document import Document

    from generator import pipeline

NAME = "ben-tre"
DATA = read_back.ROOT / f"data/2022-Q3/{NAME}.yaml"
HEADINGS = golden(f"{NAME}.de-muc.txt")
AFTER = "Kính gửi"

# Figures of the running text with the words they belong to, by section and in order. Documents
# cited and footnotes are compared with the golden lists instead.
FIGURES = {
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC": [
        "giai đoạn 2021-2030",
        "38 nhiệm vụ trọng tâm",
        "07 lĩnh vực",
        "03 chuyên mục",
        "06 bài viết",
        "08 đơn vị",
        "(05 sở, 03 huyện, 03 xã)",
        "06/11 đơn vị",
        "ngày 17/6/2022",
        "CCHC năm 2021",
        "giai đoạn 2022-2025",
        "ngày 16/7/2022",
        "18 thí sinh",
        "157 cổ động viên",
    ],
    "1. Cải cách thể chế": [
        "quý III năm 2022 là 16,",
        "14 nghị quyết",
        "02 quyết định",
        "23 dự thảo",
        "36 dự thảo",
        "tổng kết 10 năm",
    ],
    "2. Cải cách TTHC": [
        "14 quyết định",
        "93 TTHC",
        "ngày 14/9/2022",
        "1.788 TTHC",
        "Trung ương quy định 1.780 TTHC",
        "địa phương quy định 08 TTHC đặc thù",
        "10 quyết định",
        "34 TTHC",
        "15 đơn vị",
        "05 phản ánh, kiến nghị",
    ],
    "3. Cải cách tổ chức bộ máy": [
        "06 phòng, 02 Chi cục thuộc Sở",
        "10 phòng của Chi cục",
        "07 đơn vị sự nghiệp công lập",
    ],
    "4. Cải cách chế độ công vụ": [
        "17, 18/9/2022",
        "08, 09/01/2022",
        "1.284/2.300 thí sinh trúng tuyển",
        "nhiệm kỳ 2021-2026",
    ],
    "5. Cải cách tài chính công": [
        "Từ ngày 01/01/2022 đến ngày 26/8/2022",
        "3.630 tỷ đồng",
        "68,56%",
        "5.295 tỷ đồng",
        "4.494.051 triệu đồng",
        "1.965.892 triệu đồng, đạt 43,8%",
        "94,49%",
        "1.544/1.759 cơ sở, đạt 87,77%",
        "46 đơn vị cấp tỉnh",
        "156 cơ quan, đơn vị cấp huyện",
        "1.179/1.293",
        "1.391/1.502",
        "577 đơn vị sự nghiệp công lập",
        "56 đơn vị thuộc lĩnh vực sự nghiệp kinh tế",
        "01 tổ chức khoa học và công nghệ công lập",
    ],
    "6. Xây dựng và phát triển Chính quyền điện tử, Chính quyền số": [
        "đến 100% các cơ sở giáo dục",
        "09 tổ ở cấp huyện",
        "129 tổ ở cấp xã",
        "427 tổ ở khu phố, ấp",
        "hơn 4.000 thành viên",
        "100% TTHC",
        "mức độ 3, 4",
        "80%",
        "02 hệ điều hành phổ biến (iOS và Android)",
        "03 nhà mạng",
        "(VNPT, Viettel, Mobifone)",
        "391 tổ chức",
        "1.162 cá nhân",
        "138 cá nhân",
        "04 cấp",
        "98% văn bản",
    ],
    "1. Mặt tích cực": ["giai đoạn 2022-2025"],
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ CCHC TRỌNG TÂM QUÝ IV NĂM 2022": [
        "100% cơ sở giáo dục",
        "trong năm 2022",
    ],
}

_CITED = re.compile(
    r"(?:Kế hoạch|Quyết định|Báo cáo|Nghị định|Nghị quyết|Kết luận|Công văn|Đề án)"
    r" số \d[\w/-]+(?: ngày \d{2}/\d{1,2}/\d{4})?"
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

    assert head[0][0].split("\n")[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH BẾN TRE"]
    assert head[1] == ["Số: 481/BC-UBND", "Bến Tre, ngày 20 tháng 9 năm 2022"]


def test_the_subject_names_the_period_and_the_next_one(report: Document) -> None:
    texts = [paragraph.text for paragraph in report.paragraphs if paragraph.text]
    start = texts.index("BÁO CÁO")

    assert " ".join(texts[start + 1].split()) == (
        "Tình hình thực hiện công tác cải cách hành chính quý III năm 2022 và phương hướng, nhiệm "
        "vụ trọng tâm quý IV năm 2022"
    )
    assert texts[start + 2] == "Kính gửi: Vụ Cải cách hành chính - Bộ Nội vụ"


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


def test_nineteen_footnotes_are_footnotes_of_word_in_order(blob: bytes) -> None:
    notes = footnotes(blob)

    assert len(notes) == 19
    assert notes == golden(f"{NAME}.chu-thich.txt")


def test_the_last_footnote_belongs_to_a_cell_of_form_2(blob: bytes) -> None:
    body = read_back.part(blob, "word/document.xml")
    marked = [cell for cell in body.iter(f"{W}tc") if list(cell.iter(f"{W}footnoteReference"))]

    assert [read_back.text_of(cell) for cell in marked] == ["Tổng số VBQPPL do địa phương ban hành"]


def test_the_text_opens_and_closes_as_a_report_does(report: Document) -> None:
    paragraphs = [paragraph.text for paragraph in read_back.body_paragraphs(report, AFTER)]

    assert paragraphs[0].startswith("Thực hiện Công văn số 581/BNV-CCHC ngày 21/02/2022")
    assert paragraphs[0].endswith("như sau:")
    assert paragraphs[-1].startswith("Trên đây là kết quả công tác CCHC quý III năm 2022")
    assert paragraphs[-1].endswith("Bộ Nội vụ theo dõi, tổng hợp./.")


def test_recipients_stand_as_listed(report: Document) -> None:
    recipients = read_back.rows(read_back.foot(report))[0][0]

    assert recipients.splitlines() == [
        "Nơi nhận:",
        "- Vụ CCHC-BNV;",
        "- TT.TU, TT.HĐND tỉnh;",
        "- Chủ tịch, các PCT.UBND tỉnh;",
        "- Chánh, các PCVP.UBND tỉnh;",
        "- Sở Nội vụ;",
        "- Phòng: KSTT, TH, HC-TC, KGVX, KT, TC-ĐT;",
        "- Cổng Thông tin điện tử tỉnh;",
        "- Lưu: VT, Nh.",
    ]


def test_the_chairman_signs_for_the_committee_and_the_name_is_left_blank(report: Document) -> None:
    signature = read_back.rows(read_back.foot(report))[0][1]

    assert [line for line in signature.splitlines() if line.strip()] == [
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
    ]


def test_all_seven_forms_with_all_146_rows_and_their_values(report: Document) -> None:
    expected = golden(f"{NAME}.bieu-mau.txt")

    assert sum(" | " in line for line in expected) == 146
    assert read_back.forms(report) == expected


def test_every_form_says_which_report_it_belongs_to(report: Document) -> None:
    lines = [
        " ".join(paragraph.text.split())
        for paragraph in report.paragraphs
        if paragraph.text.startswith("(Kèm theo")
    ]

    annexed = "ngày 20 tháng 9 năm 2022 của Ủy ban nhân dân tỉnh Bến Tre"
    assert lines == [f"(Kèm theo Báo cáo số 481/BC-UBND {annexed})"] * 7


def test_what_contradicts_itself_is_printed_as_stated_and_named() -> None:
    warnings = {(w.code, w.where.path) for w in _made(_data(), with_text=True).warnings}

    assert warnings >= {
        ("NQ-001", "bieu_mau.1.2"),
        ("NQ-003", "bieu_mau.2.2.2"),
        ("NQ-001", "bieu_mau.6.1"),
        ("NQ-004", "bieu_mau.6.2.4"),
        ("NQ-001", "bieu_mau.7.6.3"),
        ("NQ-001", "bieu_mau.7.6.4"),
        ("NQ-001", "bieu_mau.7.6.5"),
    }


@pytest.mark.parametrize(
    ("stated", "instead", "printed"),
    [
        ("so: 481", "so: 482", ["Số: 482/BC-UBND", "Kèm theo Báo cáo số 482/BC-UBND"]),
        ('"2.1": 38', '"2.1": 39', ["39 nhiệm vụ trọng tâm", "Nhiệm vụ | 39"]),
        ('"1.3": 9', '"1.3": 10', ["94 TTHC", "10 TTHC bãi bỏ", "Thủ tục | 10"]),
        (
            '"1.4.1": 1429',
            '"1.4.1": 1430',
            ["1.789 TTHC", "1.781 TTHC", "1.424 TTHC cấp tỉnh", "Thủ tục | 1.789"],
        ),
        ('"3.1.2": 110903', '"3.1.2": 112000', ["| % | 100"]),
        ("thu: 3630", "thu: 5295", ["bằng 100% mức Trung ương giao"]),
        ('"1.1": 4494051', '"1.1": 4494052', ["4.494.052 triệu đồng", "Triệu đồng | 4.494.052"]),
        ('"1.1": 18/18', '"1.1": 17/18', ["94,44% (17/18)"]),
        ("mot_phan: 42", "mot_phan: 43", ["578 đơn vị", "64 đơn vị: 05", "43 đơn vị tự bảo đảm"]),
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

    assert read_back.headings(report) == HEADINGS
    assert "gồm 1.429 TTHC cấp tỉnh, 247 TTHC cấp huyện và 112 TTHC cấp xã" in text
    assert "hoàn thành sắp xếp các phòng chuyên môn đạt 100% (18/18)" in text
    assert text.rstrip().endswith("./.")
    assert read_back.unfinished(read_back.body_paragraphs(report, AFTER)) == []


@pytest.mark.parametrize("value", ["trong", "khong_phat_sinh"])
def test_the_outline_has_no_gap_where_figures_are_missing(value: str) -> None:
    head, forms = _data().split("\nbieu_mau:\n")
    form_or_row = re.compile(r'  \d:|    "[\d.]+":')
    lines = [found[0] for found in map(form_or_row.match, forms.splitlines()) if found]
    rows = [f"{line} {value}" if '"' in line else line for line in lines]
    data = "\n".join([head, "bieu_mau:", *rows, ""])
    report = read_back.read(_made(data, with_text=False).blob)

    assert read_back.headings(report) == HEADINGS
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
    tables = [" ".join(cell.split()) for row in read_back.rows(report.tables[0]) for cell in row]
    notes = [paragraph.text for paragraph in report.paragraphs]
    return "\n".join([*tables, *notes, *footnotes(blob), *read_back.forms(report)])
