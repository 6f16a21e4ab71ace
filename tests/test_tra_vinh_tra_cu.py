"""The report of huyện Trà Cú, read back: what the district stated stands in it, all, in order.

What is expected was taken from the report as it was issued, written in house style (98,6%, 1.680,
01); the longer lists stand in `golden/`. Contradictions of the original are kept on purpose: a
report prints what was stated.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from generator import files
from generator.problem import Stopped
from tests import read_back
from tests.read_back import golden

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

NAME = "tra-vinh-tra-cu"
DATA = read_back.ROOT / f"data/2022/{NAME}.yaml"

# Figures of the running text with the words they belong to, by section and in order. Numbers and
# dates of documents cited are compared with the golden list instead.
FIGURES = {
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH TRIỂN KHAI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH": [
        "cải cách hành chính tỉnh Trà Vinh năm 2022",
        "giai đoạn 2021 - 2025 của tỉnh Trà Vinh",
        "huyện Trà Cú năm 2022",
        "công tác cải cách hành chính năm 2022 trên địa bàn huyện",
        "Kết quả công tác kiểm tra cải cách hành chính năm 2021:",
        "Covid-19",
        "Đoàn Kiểm tra công tác cải cách hành chính năm 2021",
        "tự kiểm tra công tác CCHC năm 2021",
        "PAR Index, PAPI, SIPAS giai đoạn 2021 - 2025",
        "giai đoạn 2021 - 2030",
        "giai đoạn 2021 - 2025 của tỉnh Trà Vinh",
        "(PAR Index, PAPI, SIPAS)",
        "(PAR Index, PAPI, SIPAS)",
        "năm 2022",
        "“Kỷ cương, liêm chính, hành động, sáng tạo, hiệu quả”",
        "“Chính quyền, công sở thân thiện và trách nhiệm”",
        "“Chính quyền, công sở thân thiện và trách nhiệm”",
        "“3 không, 3 chống”",
        "“Cấp giấy khai sinh tại nhà”",
        "“Thư cảm ơn”, “Thư chúc mừng”, “Thư chia buồn”",
        "Kế hoạch kiểm tra công tác cải cách hành chính năm 2022",
        "báo cáo cải cách hành chính năm 2021",
    ],
    "1. Việc triển khai, thực hiện sắp xếp tổ chức bộ máy": [
        "05 cuộc",
        "324 lượt",
        "giai đoạn 2018 - 2021",
        "- Về sắp xếp các cơ quan chuyên môn thuộc Ủy ban nhân dân huyện:",
        "từ ngày 01/01/2022",
        "từ ngày 01/7/2022",
        "13 cơ quan chuyên môn",
        "- Về sắp xếp các đơn vị sự nghiệp công lập thuộc Ủy ban nhân dân huyện:",
        "60 đơn vị sự nghiệp công lập",
        "59 đơn vị",
        "58 trường học",
        "01 Trung tâm Văn hóa - Thông tin và Thể thao",
        "01 đơn vị tự bảo đảm",
        "Ban Quản lý dự án đầu tư các công trình xây dựng cơ bản huyện",
        "cuối năm 2021",
    ],
    "3. Công tác chỉ đạo, điều hành và tổ chức thực hiện": [
        "tỉnh Trà Vinh năm 2022",
        "huyện Trà Cú năm 2022",
        "Cổng Dịch vụ công quốc gia năm 2022",
        "02 công chức",
        "01 người",
        "01 người",
        "+ Tình hình tổ chức và hoạt động của Bộ phận Một cửa 02 cấp:",
        "76.899 hồ sơ",
        "6.619 hồ sơ",
        "6.507 hồ sơ",
        "6.416 hồ sơ đúng hạn (đạt 98,6%)",
        "70.280 hồ sơ",
        "67.378 hồ sơ",
        "65.289 hồ sơ đúng hạn (đạt 96,9%)",
        "1.680 hồ sơ trực tuyến",
        "93,4%",
        "mức độ 3, 4",
        "147",
        "mức độ 3 có 97 thủ tục",
        "mức độ 4 có 50 thủ tục",
        "34 lĩnh vực, 229 thủ tục",
        "trước tháng 10/2022",
    ],
    "4. Việc xây dựng, áp dụng, duy trì và cải tiến Hệ thống": [
        "ISO 9001:2015",
        "ISO 9001:2015",
        "TCVN ISO 9001:2015",
        "mục tiêu chất lượng năm 2022",
        "TCVN ISO 9001:2015",
        "100/100 phiếu",
        "TCVN ISO 9001:2015",
        "cuối tháng 10/2022",
    ],
    "5. Việc tổ chức sử dụng đồng bộ các hệ thống thông tin": [
        "- Quản lý văn bản và điều hành:",
        "2.119/2.128 văn bản",
        "99,58%",
        "- Hệ thống Cổng dịch vụ công:",
        "mức độ 3, 4",
        "3.545 hồ sơ",
        "2.281 hồ sơ, đạt 64,3%",
        "2.066 hồ sơ đúng hạn, đạt 90,6%",
        "- Hệ thống mạng LAN, WAN:",
        "- Việc đăng tải cung cấp thông tin cơ bản theo quy định, theo Nghị định số 43/2011/NĐ-CP",
        "trên 200 tin, bài",
        "- Việc thực hiện công khai ngân sách:",
    ],
    "2. Khó khăn, hạn chế": ["Trên 60%", "mức độ 3, 4"],
    "3. Nguyên nhân": ["tối đa 50 MB", "mức độ 3, 4"],
    "IV. NHIỆM VỤ VÀ CÁC GIẢI PHÁP TRONG THỜI GIAN TỚI": [
        "nhiệm vụ CCHC năm 2021",
        "khóa XII",
        "100% hồ sơ TTHC",
        "Kế hoạch CCHC năm 2022",
        "“Chính quyền công sở thân thiện và trách nhiệm”",
        "TCVN ISO 9001:2015",
    ],
}

_CITED = re.compile(
    r"(?:Kế hoạch|Quyết định|Thông báo|Chương trình|Công văn|Nghị định|Đề án|Nghị quyết|Thông tư"
    r"|Chỉ thị) số [\w/-]+(?: ngày \d{2}(?:/\d{1,2}/\d{4}| tháng \d+ năm \d{4}))?"
)
_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?%?")


@pytest.fixture(scope="module")
def blob() -> bytes:
    return _render(DATA.read_bytes())


@pytest.fixture(scope="module")
def report(blob: bytes) -> Document:
    return read_back.read(blob)


def test_the_head_names_the_committee_and_leaves_number_and_day_blank(report: Document) -> None:
    head = read_back.rows(report.tables[0])
    texts = [" ".join(cell.split()) for row in head for cell in row]

    assert head[0][0].split("\n")[:2] == ["ỦY BAN NHÂN DÂN", "HUYỆN TRÀ CÚ"]
    assert any("Số: /BC-UBND" in text for text in texts)
    assert "Trà Cú, ngày      tháng 8 năm 2022" in head[1][1]


def test_the_subject_and_the_addressee(report: Document) -> None:
    texts = [paragraph.text for paragraph in report.paragraphs if paragraph.text]
    start = texts.index("BÁO CÁO")

    assert texts[start + 1] == "Công tác cải cách hành chính năm 2022"
    assert texts[start + 2].rstrip(".") == "Kính gửi: Sở Nội vụ tỉnh Trà Vinh"


def test_all_headings_stand_in_order(report: Document) -> None:
    assert read_back.headings(report) == golden(f"{NAME}.de-muc.txt")


def test_the_text_begins_with_the_first_part_and_ends_as_a_report_does(report: Document) -> None:
    paragraphs = [paragraph.text for paragraph in _text(report)]

    assert paragraphs[0].startswith("I. CÔNG TÁC CHỈ ĐẠO")
    assert paragraphs[-1].endswith("./.")


def test_every_document_is_cited_in_order_with_kind_number_and_date(report: Document) -> None:
    assert _CITED.findall(read_back.body_text(report)) == golden(f"{NAME}.van-ban.txt")


def test_a_decree_named_with_two_issuers_is_printed_as_stated(report: Document) -> None:
    text = read_back.body_text(report)

    assert "43/2011/NĐ-CP ngày 13/6/2011 của Thủ tướng Chính phủ quy định về việc" in text
    assert "43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ quy định về cung cấp" in text


@pytest.mark.parametrize("heading", FIGURES)
def test_every_figure_of_the_text_stands_in_its_section(report: Document, heading: str) -> None:
    text = next(t for h, t in read_back.sections(report).items() if h.startswith(heading))

    assert read_back.missing_in_order(FIGURES[heading], text) == []


def test_every_number_is_printed_as_often_as_it_was_stated(report: Document) -> None:
    expected = dict(line.split(" x ") for line in golden(f"{NAME}.con-so.txt"))
    printed = Counter(_NUMBER.findall(read_back.body_text(report)))

    assert printed == {number: int(times) for number, times in expected.items()}


def test_recipients_and_signature(report: Document) -> None:
    recipients, signature = read_back.rows(read_back.foot(report))[0]

    assert recipients.splitlines() == [
        "Nơi nhận:",
        "- Như trên;",
        "- Đoàn kiểm tra (Sở Nội vụ);",
        "- CT, các PCT UBND huyện;",
        "- Ban, ngành huyện liên quan;",
        "- UBND xã, thị trấn;",
        "- CVP, NC;",
        "- Lưu: VT.",
    ]
    lines = [line for line in signature.splitlines() if line.strip()]
    assert lines == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Tăng Thị Thắm"]


def test_it_has_neither_forms_nor_tables_nor_footnotes(blob: bytes, report: Document) -> None:
    assert len(report.tables) == 2  # the head, and recipients with the signature
    assert not any("Biểu mẫu" in paragraph.text for paragraph in report.paragraphs)
    with zipfile.ZipFile(BytesIO(blob)) as package:
        assert b"footnoteReference" not in package.read("word/document.xml")


@pytest.mark.parametrize(
    ("stated", "instead", "printed"),
    [
        ("truong_hoc: 58", "truong_hoc: 57", ["59 đơn vị sự nghiệp", "58 đơn vị", "57 trường"]),
        ("tiep_nhan: 6619", "tiep_nhan: 6620", ["76.900 hồ sơ", "6.620 hồ sơ"]),
        ("dung_han: 65289", "dung_han: 67378", ["67.378 hồ sơ đúng hạn (đạt 100%)"]),
        ("da_ky: 2119", "da_ky: 2128", ["2.128/2.128 văn bản", "đạt 100%"]),
        (
            "tiep_nhan: 3545",
            "tiep_nhan: 2281",
            ["2.281 hồ sơ TTHC", "đã giải quyết 2.281 hồ sơ, đạt 100%"],
        ),
        ("muc_4: 50", "muc_4: 51", ["là 148", "mức độ 4 có 51 thủ tục"]),
        ("ban_tiep_cong_dan: 1", "ban_tiep_cong_dan: 2", ["03 công chức", "02 người"]),
    ],
)
def test_totals_and_ratios_follow_their_parts(
    stated: str, instead: str, printed: list[str]
) -> None:
    data = DATA.read_text(encoding="utf-8")
    assert data.count(f" {stated}\n") == 1 or data.count(f" {stated} ") == 1

    changed = read_back.read(_render(data.replace(stated, instead).encode()))

    assert [text for text in printed if text not in read_back.body_text(changed)] == []


def test_the_whole_text_stands_in_the_word_file() -> None:
    folder = files.Folder(read_back.ROOT)
    template, _ = folder.template_file("huyen-word", "bao-cao.docx")
    words = read_back.all_text(template)

    assert folder.narrative_beside(DATA) is None
    assert "{{ noi_dung }}" not in words
    assert "nhận {{ huyen.tiep_nhan }} hồ sơ, giải quyết xong {{ huyen.da_giai_quyet }}" in words


def test_figures_that_the_word_file_needs_and_the_data_lack_are_named_each_at_its_place() -> None:
    data = DATA.read_text(encoding="utf-8").split("\nso_lieu:\n")[0] + "\n"

    with pytest.raises(Stopped) as caught:
        _render(data.encode())

    named = {(p.code, p.where.paragraph, p.where.tag) for p in caught.value.problems}
    assert ("MA-040", 55, "{{ sl.dan_toc_thieu_so }}") in named
    assert ("MA-040", 60, "{{ sl.dung_luong_toi_da }}") in named


def _render(data: bytes) -> bytes:
    narrative = files.Folder(read_back.ROOT).narrative_beside(DATA)
    return read_back.render(data, DATA.name, narrative)


def _text(report: Document) -> list[Paragraph]:
    """Return the paragraphs below the line of the addressee."""
    paragraphs = read_back.body_paragraphs(report)
    return [paragraph for paragraph in paragraphs if not paragraph.text.startswith("Kính gửi")]
