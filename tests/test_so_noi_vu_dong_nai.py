"""The sample report, read back: what the department reported stands in it, all of it, in order.

What is expected was taken by hand from the report as it was issued, written in house style
(98,06%, 1.655, 04); the longer lists stand in `golden/`. Contradictions of the original are kept
on purpose: a report prints what was stated.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from generator import files
from tests import read_back
from tests.read_back import golden

if TYPE_CHECKING:
    from docx.document import Document

NAME = "so-noi-vu-dong-nai"
DATA = read_back.ROOT / f"data/2022-Q1/{NAME}.yaml"

DOCUMENTS_WITHOUT_NUMBER = [
    "Kế hoạch quản lý công tác thi hành pháp luật về xử lý vi phạm hành chính năm 2022",
    (
        "Kế hoạch công tác phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, xây dựng cấp xã đạt "
        "chuẩn tiếp cận pháp luật năm 2022"
    ),
    "Kế hoạch triển khai thực hiện công tác pháp chế",
    "Luật Ban hành văn bản quy phạm pháp luật năm 2015",
    "Kế hoạch cải cách hành chính năm 2021",
]

# Figures of the running text with the words they belong to, by section and in order.
FIGURES = {
    "1. Chỉ đạo, điều hành cải cách hành chính, kiểm soát TTHC": ["quý I năm 2022"],
    "2. Về thanh tra, kiểm tra cải cách hành chính, kiểm soát TTHC": [
        "Kế hoạch cải cách hành chính năm 2022",
        "quý I năm 2022",
        "năm 2021",
        "14/21 đơn vị xếp loại xuất sắc",
        "06/21 đơn vị xếp loại tốt",
        "95,74%",
        "02/11 địa phương xếp loại xuất sắc",
        "09/11 địa phương xếp loại tốt",
        "94,76%",
        "năm 2021",
        "năm 2021",
        "07 UBND xã (Long Thọ, Long Phước, Long An, Long Đức, Bàu Hàm 2, Gia Kiệm, Quang Trung)",
        "03 huyện, thành phố (Thống Nhất, Nhơn Trạch, Long Thành)",
        "Sở Tài chính, Sở Tài nguyên và Môi trường",
        "huyện Trảng Bom, huyện Long Thành, thành phố Biên Hòa",
    ],
    "3. Về công tác thông tin, tuyên truyền CCHC": ["quý I năm 2022"],
    "4. Đánh giá về những mô hình, sáng kiến, giải pháp mới trong CCHC": ["Biểu mẫu số 01"],
    "b) Công tác kiểm tra, rà soát văn bản QPPL": ["04 văn bản QPPL", "Biểu mẫu số 02"],
    "a) Công tác công khai thủ tục hành chính": ["quý I năm 2022"],
    "b) Công tác đơn giản hóa thủ tục hành chính": ["năm 2022"],
    "2.2.2. Công tác giải quyết thủ tục hành chính": [
        "152/155 hồ sơ",
        "98,06%",
        "Biểu mẫu số 6a",
    ],
    "2.2.3. Kết quả triển khai các giải pháp nâng cao hiệu quả thực hiện cơ chế một cửa, cơ chế một"
    " cửa liên thông": [
        "quý I năm 2022",
        "32 TTHC mức độ 3 (03 cấp)",
        "50 TTHC mức độ 4 (03 cấp)",
    ],
    "2.4. Công tác giải quyết phản ánh, kiến nghị về giải quyết thủ tục hành chính": [
        "Tổng đài 1022"
    ],
    "a) Khai thác các ứng dụng nội bộ phục vụ công tác quản lý điều hành, xử lý công việc": [
        "quý I năm 2022",
        "05 chứng thư số",
        "04 chữ ký số",
        "100% công chức, viên chức",
        "mức độ 3, 4",
        "năm 2022",
    ],
    "b) Ứng dụng CNTT phục vụ người dân": [
        "100% cán bộ, công chức",
        "100% công chức, viên chức",
        "Điều 9 và khoản 3 Điều 14 của Nghị định số 45/2020/NĐ-CP",
    ],
    "c) Triển khai mô hình đô thị thông minh (nếu có)": ["Biểu mẫu số 07"],
    "1. Ưu điểm": ["quý I năm 2022", "gần 100%", "hài lòng của người dân đạt 100%"],
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM TRONG CÔNG TÁC QUÝ II/2022": ["mức độ 3, 4", "trên 90%"],
}

_CITED = re.compile(
    r"(?:Kế hoạch|Quyết định|Báo cáo|Nghị định|Chỉ thị|Kết luận) số [\w/-]+"
    r"(?: ngày \d{1,2}/\d{1,2}/\d{4})?"
)


@pytest.fixture(scope="module")
def blob() -> bytes:
    narrative = files.Folder(read_back.ROOT).narrative_beside(DATA)
    return read_back.render(DATA.read_bytes(), DATA.name, narrative)


@pytest.fixture(scope="module")
def report(blob: bytes) -> Document:
    return read_back.read(blob)


def test_the_head_leaves_number_day_and_month_to_the_records_office(report: Document) -> None:
    head = [" ".join(cell.split()) for row in read_back.rows(report.tables[0]) for cell in row]

    assert any("Số: /BC-SNV" in cell for cell in head)
    assert any("Đồng Nai, ngày tháng năm 2022" in cell for cell in head)


def test_the_subject_names_the_period_and_the_next_one(report: Document) -> None:
    texts = [paragraph.text for paragraph in report.paragraphs]
    subject = texts[texts.index("BÁO CÁO") + 1]

    assert " ".join(subject.split()) == (
        "Công tác cải cách hành chính Quý I/2022 và phương hướng, nhiệm vụ Quý II/2022"
    )


def test_all_headings_stand_in_order(report: Document) -> None:
    assert read_back.headings(report) == golden(f"{NAME}.de-muc.txt")


def test_every_document_is_cited_in_order_with_kind_number_and_date(report: Document) -> None:
    assert _CITED.findall(read_back.body_text(report)) == golden(f"{NAME}.van-ban.txt")


@pytest.mark.parametrize("name", DOCUMENTS_WITHOUT_NUMBER)
def test_a_document_without_a_number_is_cited_by_name(report: Document, name: str) -> None:
    assert name in read_back.body_text(report)


@pytest.mark.parametrize("heading", FIGURES)
def test_every_figure_of_the_text_stands_in_its_section(report: Document, heading: str) -> None:
    assert read_back.missing_in_order(FIGURES[heading], read_back.sections(report)[heading]) == []


def test_every_cell_of_the_tables_in_the_text(report: Document) -> None:
    printed: list[str] = []
    for number, table in enumerate(read_back.body_tables(report), 1):
        printed += [*([""] if printed else []), f"Bảng {number}", *read_back.table_lines(table)]

    assert printed == golden(f"{NAME}.bang.txt")


def test_the_text_opens_and_closes_as_a_report_does(report: Document) -> None:
    paragraphs = [paragraph.text for paragraph in read_back.body_paragraphs(report)]

    assert paragraphs[0].endswith("như sau:")
    assert paragraphs[-1].startswith("Trên đây là báo cáo")
    assert paragraphs[-1].endswith("của Sở Nội vụ./.")


def test_recipients_and_signature(report: Document) -> None:
    recipients, signature = read_back.rows(read_back.foot(report))[0]

    assert recipients.splitlines() == [
        "Nơi nhận:",
        "- UBND tỉnh;",
        "- Giám đốc, các Phó Giám đốc Sở;",
        "- Thanh tra Sở (t/h);",
        "- Lưu: VT, TH.",
    ]
    assert [line for line in signature.splitlines() if line.strip()] == [
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Phạm Minh Phước",
    ]


def test_all_seven_forms_with_all_115_rows_and_their_values(report: Document) -> None:
    expected = golden(f"{NAME}.bieu-mau.txt")

    assert sum(" | " in line for line in expected) == 115
    assert read_back.forms(report) == expected


def test_every_form_says_which_report_it_belongs_to(report: Document) -> None:
    lines = [p.text for p in report.paragraphs if p.text.startswith("(Kèm theo Báo cáo")]

    assert len(lines) == 7


def test_the_abbreviation_in_form_2_is_explained_in_a_footnote(blob: bytes) -> None:
    with zipfile.ZipFile(BytesIO(blob)) as package:
        footnotes = package.read("word/footnotes.xml").decode()

    assert "Văn bản quy phạm pháp luật." in footnotes
