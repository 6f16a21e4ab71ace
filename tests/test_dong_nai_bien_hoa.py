"""The report of Biên Hòa city, read back: what the city stated stands in it, all, in order.

What is expected was taken from the report as it was issued, written in house style (15.210, 04);
the longer lists stand in `golden/`. Contradictions inside the figures are kept on purpose: a report
prints what was stated. The numbers of sections and tables are the engine's own.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from docx.table import Table

from generator import files, pipeline
from tests import read_back
from tests.read_back import golden

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

NAME = "dong-nai-bien-hoa"
DATA = read_back.ROOT / f"data/2018-Q1/{NAME}.yaml"

# Figures of the running text with the words they belong to, by section and in order. Numbers and
# dates of documents cited are compared with the golden list instead.
FIGURES = {
    "2. Về thanh tra, kiểm tra cải cách hành chính, kiểm soát TTHC": [
        "ban hành ngày 09/02/2018",
        "04 đợt kiểm tra",
        "15 phường, xã",
    ],
    "3. Về công tác tuyên truyền CCHC, kiểm soát TTHC": [
        "http://bienhoa.dongnai.gov.vn",
        "04 video clip",
        "30 phường, xã",
    ],
    "4. Vai trò trách nhiệm người đứng đầu đơn vị": ["01 Phó Chủ tịch UBND thành phố"],
    "a) Ban hành văn bản pháp luật": ["02 văn bản", "Bảng 1.1"],
    "2.2.1. Thực hiện cơ chế một cửa": [
        "từ ngày 01/01/2018 đến ngày 28/02/2018",
        "15.210 hồ sơ",
        "9.809 hồ sơ được giải quyết đúng hạn, đạt 64%",
        "2.712 hồ sơ đang giải quyết và còn trong hạn, chiếm 18%",
        "2.689 hồ sơ trễ hạn (1.393 hồ sơ đã giải quyết, 1.296 hồ sơ đang giải quyết), chiếm 18%",
        "từ ngày 01/01/2018 đến ngày 28/02/2018",
        "23.995 hồ sơ",
        "22.802 hồ sơ được giải quyết đúng hạn, đạt 95%",
        "683 hồ sơ đang giải quyết và còn trong hạn, chiếm 3%",
        "510 hồ sơ trễ hạn (408 hồ sơ đã giải quyết, 102 hồ sơ đang giải quyết), chiếm 2%",
        "30 phường, xã",
        "tổng đài dịch vụ công 1022",
        "Từ ngày 01/01/2018 đến ngày 28/02/2018",
        "11 phản ánh, kiến nghị",
        "06 phản ánh đã xử lý dứt điểm",
        "05 phản ánh đang được các đơn vị phối hợp giải quyết",
        "Bảng 2.1",
        "tháng 5/2018",
    ],
    "2.2.2. Thực hiện cơ chế một cửa liên thông": [
        "30 thủ tục lĩnh vực đất đai",
        "trẻ em dưới 6 tuổi",
        "03 TTHC lĩnh vực lao động, thương binh và xã hội",
    ],
    "2.2.3. Kết quả triển khai các giải pháp nâng cao hiệu quả thực hiện cơ chế một cửa, cơ chế một"
    " cửa liên thông": ["tháng 5/2018"],
    "a) Rà soát vị trí, chức năng, nhiệm vụ, quyền hạn, cơ cấu tổ chức, biên chế": [
        "- Về tổ chức bộ máy:",
        "- Về biên chế công chức, số lượng người làm việc trong các đơn vị sự nghiệp:",
        "28/02/2018",
        "6.377 công chức, viên chức",
        "223 cán bộ, công chức",
        "03 hợp đồng 68",
        "7.046 (giáo dục 6.987, sự nghiệp khác 277)",
        "- Về tình hình triển khai thực hiện quy chế làm việc:",
        "11/12 phòng chuyên môn",
    ],
    "b) Thực hiện tinh giản biên chế theo Nghị định số 108/2014/NĐ-CP ngày 20/11/2014 của Chính"
    " phủ": ["2018 - 2021"],
    "b) Về công tác đào tạo, bồi dưỡng cán bộ, công chức": [
        "05 công chức",
        "kỹ năng lãnh đạo cấp phòng",
        "13 công chức",
        "07 công chức, viên chức",
        "Quản lý giáo dục",
        "01 công chức",
        "Bảng 4.1",
    ],
    "5. Cải cách tài chính công": [
        "12/12 phòng, ban chuyên môn",
        "01 cơ quan Đảng",
        "05 đoàn thể",
        "18/18 đơn vị",
    ],
    "6.1. Ứng dụng công nghệ thông tin trong hoạt động của cơ quan, đơn vị": [
        "- Sử dụng phần mềm quản lý văn bản - điều hành công việc",
        "- Kết quả ứng dụng chữ ký số, chứng thư số",
        "Bảng 6.1",
        "66 USB",
        "40 chữ ký số",
        "26 chứng thư số",
        "- Kết quả triển khai dịch vụ công trực tuyến mức độ 3, 4",
    ],
    "6.2. Chất lượng trang thông tin điện tử": [
        "https://tracuudvc.dongnai.gov.vn/web/bienhoa/thu-tuc-hanh-chinh",
        "30 phường, xã",
        "303 thủ tục mức độ 2, 14 thủ tục mức độ 3",
        "118 thủ tục mức độ 2, 06 thủ tục mức độ 3",
    ],
    "IV. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TRONG THỜI GIAN TỚI": [
        "1. ",
        "2. ",
        "90%",
        "3. ",
        "4. ",
        "30% so với năm 2017",
        "5. ",
        "6. ",
        "80% cán bộ, công chức",
        "7. ",
        "8. ",
    ],
}

_CITED = re.compile(
    r"(?:Kế hoạch|Quyết định|Văn bản|Nghị định) số [\w/-]+(?: ngày \d{1,2}/\d{1,2}/\d{4})?"
    r"|\d+/\d{4}/NQ-HĐND ngày \d{1,2}/\d{1,2}/\d{4}"
)
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*%?")
_CAPTION = re.compile(r"Bảng \d+\.\d+\. ")
NO_CAPTION = "Bảng không có tên"


def _render(data: bytes, *, with_text: bool = True) -> Document:
    narrative = files.Folder(read_back.ROOT).narrative_beside(DATA) if with_text else None
    return read_back.read(read_back.render(data, DATA.name, narrative))


@pytest.fixture(scope="module")
def report() -> Document:
    return _render(DATA.read_bytes())


def test_the_head_bears_number_place_and_day(report: Document) -> None:
    head = [" ".join(cell.split()) for row in read_back.rows(report.tables[0]) for cell in row]

    assert head[0].startswith("ỦY BAN NHÂN DÂN THÀNH PHỐ BIÊN HÒA")
    assert head[2:] == ["Số: 76/BC-UBND", "Biên Hòa, ngày 01 tháng 3 năm 2018"]


def test_the_subject_names_the_period(report: Document) -> None:
    texts = [paragraph.text for paragraph in report.paragraphs]

    assert texts[texts.index("BÁO CÁO") + 1] == (
        "Công tác cải cách hành chính, kiểm soát TTHC Quý I năm 2018"
    )


def test_all_headings_stand_in_order(report: Document) -> None:
    assert read_back.headings(report) == golden(f"{NAME}.de-muc.txt")


def test_every_document_is_cited_in_order_with_kind_number_and_date(report: Document) -> None:
    assert _CITED.findall(read_back.body_text(report)) == golden(f"{NAME}.van-ban.txt")


@pytest.mark.parametrize("heading", FIGURES)
def test_every_figure_of_the_text_stands_in_its_section(report: Document, heading: str) -> None:
    text = read_back.sections(report)[heading]
    start = 0
    for phrase in FIGURES[heading]:
        found = text.find(phrase, start)
        assert found >= 0, phrase
        start = found + len(phrase)


def test_every_number_is_printed_as_often_as_it_was_stated(report: Document) -> None:
    expected = dict(line.split(" x ") for line in golden(f"{NAME}.con-so.txt"))
    printed = Counter(_NUMBER.findall(read_back.body_text(report)))

    assert printed == {number: int(times) for number, times in expected.items()}


def test_every_cell_of_the_twelve_tables_and_their_captions(report: Document) -> None:
    printed: list[str] = []
    above = ""
    for block in read_back.body(report):
        if isinstance(block, Table):
            caption = above if _CAPTION.match(above) else NO_CAPTION
            printed += [*([""] if printed else []), caption, *read_back.table_lines(block)]
        elif block.text:
            above = block.text

    assert len(read_back.body_tables(report)) == 12
    assert printed == golden(f"{NAME}.bang.txt")


@pytest.mark.parametrize(
    ("caption", "joined"),
    [
        # -- the same cell stands at all places that it covers: (row, column) of two corners --
        ("Bảng 2.1. ", [((0, 2), (0, 3)), ((0, 6), (0, 7)), ((0, 0), (1, 0)), ((0, 1), (1, 1))]),
        ("Bảng 3.2. ", [((0, 0), (0, 2)), ((1, 0), (1, 1)), ((1, 2), (2, 2)), ((1, 5), (2, 5))]),
        ("Bảng 4.1. ", [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 5))]),
        ("Bảng 6.1. ", [((0, 2), (1, 2)), ((0, 3), (0, 4))]),
        ("Bảng 6.2. ", [((0, 3), (0, 4)), ((0, 5), (0, 6)), ((3, 2), (3, 6))]),
    ],
)
def test_header_cells_are_merged_as_in_the_original(
    report: Document, caption: str, joined: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    table = _tables_by_caption(report)[caption]

    for one, other in joined:
        assert table.cell(*one)._tc is table.cell(*other)._tc


def test_captions_are_centred_above_their_tables_and_stay_with_them(report: Document) -> None:
    captions = [p for p in read_back.body_paragraphs(report) if _CAPTION.match(p.text)]

    assert len(captions) == 10
    for caption in captions:
        assert caption.style is not None
        assert caption.style.style_id == "Caption"
        assert caption.paragraph_format.keep_with_next


def test_both_addresses_are_real_links(report: Document) -> None:
    links = [link for p in read_back.body_paragraphs(report) for link in p.hyperlinks]

    assert [(link.text, link.url) for link in links] == [
        ("http://bienhoa.dongnai.gov.vn", "http://bienhoa.dongnai.gov.vn"),
        (
            "https://tracuudvc.dongnai.gov.vn/web/bienhoa/thu-tuc-hanh-chinh",
            "https://tracuudvc.dongnai.gov.vn/web/bienhoa/thu-tuc-hanh-chinh",
        ),
    ]


def test_the_text_opens_and_closes_as_a_report_does(report: Document) -> None:
    paragraphs = [paragraph.text for paragraph in read_back.body_paragraphs(report)]

    assert paragraphs[0].endswith("cụ thể như sau:")
    assert paragraphs[-1].startswith("Trên đây là báo cáo")
    assert paragraphs[-1].endswith("quý II năm 2018 của UBND thành phố./.")


def test_recipients_and_signature(report: Document) -> None:
    recipients, signature = read_back.rows(read_back.foot(report))[0]

    assert recipients.splitlines() == [
        "Nơi nhận:",
        "- Sở Nội vụ tỉnh ĐN;",
        "- Thành ủy BH (báo cáo);",
        "- HĐND thành phố (báo cáo);",
        "- CT, các PCT UBND thành phố;",
        "- Lưu: VT.",
    ]
    # -- the first line is the register's: the original bears KT. alone --
    assert [line for line in signature.splitlines() if line.strip()] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Tân Long",
    ]


@pytest.mark.parametrize(
    ("old", "new", "printed"),
    [
        ("su_nghiep: 7046}", "su_nghiep: 7051}", {"7.046": 0, "7.051": 2}),
        ("cap_huyen: {muc_2: 303, muc_3: 14}", "cap_huyen: {muc_2: 303, muc_3: 19}", {"14": 0}),
        # -- a part of a total: the total and the ratios follow --
        ("dung_han: 9809", "dung_han: 8809", {"9.809": 0, "15.210": 0, "14.210": 1, "64%": 0}),
        ("thac_si: 2,", "thac_si: 3,", {"07": 0, "08": 1}),
    ],
)
def test_a_figure_changed_in_the_data_changes_wherever_it_is_printed(
    old: str, new: str, printed: dict[str, int]
) -> None:
    data = DATA.read_text(encoding="utf-8")
    assert data.count(old) == 1

    numbers = Counter(
        _NUMBER.findall(read_back.body_text(_render(data.replace(old, new).encode())))
    )

    assert {number: numbers[number] for number in printed} == printed


def test_without_the_unit_s_text_the_outline_alone_makes_a_complete_report() -> None:
    report = _render(DATA.read_bytes(), with_text=False)

    captions = [p.text for p in read_back.body_paragraphs(report) if _CAPTION.match(p.text)]
    assert [_CAPTION.match(text)[0] for text in captions] == [  # type: ignore[index]  # just matched
        f"Bảng {number}. "
        for number in ("1.1", "2.1", "2.2", "3.1", "3.2", "3.3", "4.1", "4.2", "6.1")
    ]
    assert all(text.strip() for text in read_back.sections(report).values())
    assert [line.split()[0] for line in read_back.headings(report)] == [
        line.split()[0] for line in golden(f"{NAME}.de-muc.txt")
    ]


def test_without_its_figures_a_report_prints_no_table_and_no_figure() -> None:
    data = DATA.read_text(encoding="utf-8").partition("\nso_lieu:")[0].encode()

    report = _render(data, with_text=False)

    assert read_back.body_tables(report) == []
    assert set(_NUMBER.findall(read_back.body_text(report))) <= _numbers_of_headings_and_period()


def _numbers_of_headings_and_period() -> set[str]:
    return {*_NUMBER.findall("\n".join(golden(f"{NAME}.de-muc.txt"))), "2018", "7", "8"}


def _tables_by_caption(report: Document) -> dict[str, Table]:
    found: dict[str, Table] = {}
    above = ""
    for block in read_back.body(report):
        if isinstance(block, Table):
            caption = _CAPTION.match(above)
            found[caption[0] if caption else ""] = block
        elif block.text:
            above = block.text
    return found


def test_columns_of_earlier_periods_are_filled_from_the_files_of_those_periods(
    tmp_path: Path,
) -> None:
    text = DATA.read_text(encoding="utf-8")
    data = tmp_path / "data" / "2018-Q1" / DATA.name
    earlier = tmp_path / "data" / "2017-Q4" / DATA.name
    for folder in ("templates", "data/danh-muc"):
        shutil.copytree(read_back.ROOT / folder, tmp_path / folder)
    for path in (data, earlier):
        path.parent.mkdir()
    data.write_text(text, encoding="utf-8")
    before = text.replace("ky: 2018-Q1", "ky: 2017-Q4").replace(
        "ngay: 2018-03-01", "ngay: 2017-12-20"
    )
    assert before.count("phong_chuyen_mon: 12") == 2
    earlier.write_text(
        before.replace("phong_chuyen_mon: 12", "phong_chuyen_mon: 11"), encoding="utf-8"
    )
    project = files.Folder(tmp_path)
    source = pipeline.Source(blob=data.read_bytes(), name="a.yaml")

    made = read_back.read(pipeline.make_report(source, project).blob)

    rows = [row for table in made.tables for row in read_back.rows(table)]
    assert next(row[1:] for row in rows if row[0].startswith("1. Số phòng")) == ["11", "12"]
