"""The same report laid out in other ways: frames, text boxes, tabs; lines drawn in other ways."""

from __future__ import annotations

import pytest

from generator import the_thuc
from tests.the_thuc.build import (
    ADDRESSED,
    ANNEX,
    BODY,
    FOOT,
    HEAD,
    NUMBER,
    SECTION,
    TITLE,
    document,
    line,
    p,
    r,
    report,
)

FILE = "bao-cao.docx"
MOTTO = 3428  # twips: as long as the text
AGENCY = 500

_DRAWN = (
    '<wp:anchor><wp:extent cx="{emu}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
    '<a:prstGeom prst="{shape}"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
)


def _drawing(length: int, shape: str) -> str:
    inner = _DRAWN.format(emu=length * 635, shape=shape)
    return f"<w:r><w:drawing>{inner}</w:drawing></w:r>"


def _vml_line(length: int) -> str:
    return f'<w:r><w:pict><v:line from="10pt,2pt" to="{10 + length / 20}pt,2pt"/></w:pict></w:r>'


def _connector(length: int) -> str:
    style = f"position:absolute;width:{length / 20}pt;height:0"
    return f'<w:r><w:pict><v:shape type="#_x0000_t32" style="{style}"/></w:pict></w:r>'


def _alternatives(length: int) -> str:
    inner = _DRAWN.format(emu=length * 635, shape="line")
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{inner}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from='0,0' to='9pt,0'/>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    "drawn",
    [
        _drawing(MOTTO, "line"),
        _drawing(MOTTO, "straightConnector1"),
        _vml_line(MOTTO),
        _connector(MOTTO),
        _alternatives(MOTTO),
    ],
    ids=["line", "connector", "vml-line", "vml-connector", "alternatives"],
)
def test_a_line_may_be_drawn_as_a_shape(drawn: str) -> None:
    assert the_thuc.check(report((line(5670, MOTTO), p("So", drawn))), FILE) == ()


def test_a_shape_that_is_too_short_is_found() -> None:
    found = the_thuc.check(report((line(5670, MOTTO), p("So", _vml_line(1000)))), FILE)

    assert [(problem.code, problem.where.tag) for problem in found] == [
        ("TT-006", "Độc lập - Tự do - Hạnh phúc")
    ]


def test_a_line_that_stands_upright_is_none() -> None:
    upright = '<w:r><w:pict><v:line from="0,0" to="171pt,200pt"/></w:pict></w:r>'

    found = the_thuc.check(report((line(5670, MOTTO), p("So", upright))), FILE)

    assert [problem.message.vi for problem in found] == [
        "Dưới Tiêu ngữ thiếu đường kẻ ngang, nét liền, dài bằng dòng chữ."
    ]


def test_underscores_are_a_line_as_in_the_samples_of_the_decree() -> None:
    assert the_thuc.check(report((line(3684, AGENCY), p("So", "_____"))), FILE) == ()


def _whole(head: str, foot: str = FOOT) -> bytes:
    body = f"{head}{TITLE}{ADDRESSED}{BODY}{foot}{ANNEX}{SECTION}"
    return document(body, header1=NUMBER, header2=p("So"))


TABBED_HEAD = "".join(
    (
        p("QuocHieu", "UBND TỈNH ĐỒNG NAI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        p("TieuNgu", r("SỞ NỘI VỤ", '<w:sz w:val="26"/>') + r("\tĐộc lập - Tự do - Hạnh phúc")),
        p("So", _drawing(MOTTO, "line") + _drawing(AGENCY, "line")),
        p("So", r("Số: 05/BC-SNV\t") + r("Đồng Nai, ngày 05 tháng 4 năm 2022", "<w:i/>")),
    )
)


def test_a_head_set_out_with_tabs_is_understood() -> None:
    found = the_thuc.check(_whole(TABBED_HEAD), FILE)

    assert [(problem.code, problem.where.tag) for problem in found] == [
        ("TT-007", "UBND TỈNH ĐỒNG NAI")  # bold, as the whole paragraph is
    ]


def test_a_head_set_out_with_spaces_is_understood() -> None:
    found = the_thuc.check(_whole(TABBED_HEAD.replace("\t", " " * 20)), FILE)

    assert [(problem.code, problem.where.tag) for problem in found] == [
        ("TT-007", "UBND TỈNH ĐỒNG NAI")
    ]


def _box(*paragraphs: str) -> str:
    return (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wps:txbx><w:txbxContent>"
        f"{''.join(paragraphs)}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )


LEFT = (
    p("ChuQuan", "UBND TỈNH ĐỒNG NAI"),
    p("BanHanh", "SỞ NỘI VỤ"),
    p("So", _vml_line(AGENCY)),
    p("So", "Số: 05/BC-SNV"),
)
RIGHT = (
    p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    p("TieuNgu", "Độc lập - Tự do - Hạnh phúc"),
    p("So", _vml_line(MOTTO)),
    p("Ngay", "Đồng Nai, ngày 05 tháng 4 năm 2022"),
)


def test_a_head_in_text_boxes_is_understood() -> None:
    assert the_thuc.check(_whole(p("So", _box(*LEFT) + _box(*RIGHT))), FILE) == ()


def test_a_head_in_frames_is_understood() -> None:
    frame = '<w:framePr w:w="3684" w:hAnchor="margin" w:xAlign="left"/>'
    framed = "".join(one.replace("</w:pPr>", f"{frame}</w:pPr>", 1) for one in (*LEFT, *RIGHT))

    assert the_thuc.check(_whole(framed), FILE) == ()


def test_a_foot_set_out_with_tabs_is_understood() -> None:
    foot = "".join(
        (
            p(
                "NoiNhanNhan",
                r("Nơi nhận:") + r("\tKT. GIÁM ĐỐC", '<w:i w:val="0"/><w:sz w:val="28"/>'),
            ),
            p("NoiNhan", r("- Như trên;") + r("\tPHÓ GIÁM ĐỐC", '<w:b/><w:sz w:val="28"/>')),
            p("NoiNhan", "- Giám đốc Sở;"),
            p("NoiNhan", "- Lưu: VT, TH."),
            p("NoiNhan", r("\tPhạm Minh Phước", '<w:b/><w:sz w:val="28"/>')),
        )
    )

    assert the_thuc.check(_whole(HEAD, foot), FILE) == ()


def test_a_signature_above_the_receivers_is_understood() -> None:
    foot = "".join(
        (
            p("ChucVu", "GIÁM ĐỐC"),
            p("HoTen", "ThS. Phạm Minh Phước"),
            p("NoiNhanNhan", "Nơi nhận:"),
            p("NoiNhan", "- Như trên;"),
            p("NoiNhan", "- Lưu: VT, TH."),
        )
    )

    found = the_thuc.check(_whole(HEAD, foot), FILE)

    assert [(problem.code, problem.where.tag) for problem in found] == [
        ("TT-020", "ThS. Phạm Minh Phước")
    ]


def test_receivers_that_word_puts_dashes_before_have_them() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    foot = FOOT
    for entry in ("Như trên;", "Giám đốc Sở;", "Lưu: VT, TH."):
        foot = foot.replace(p("NoiNhan", f"- {entry}"), p("NoiNhan", entry, listed))
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = f"{HEAD}{TITLE}{ADDRESSED}{BODY}{foot}{ANNEX}{SECTION}"

    blob = document(body, header1=NUMBER, header2=p("So"), numbering=numbering)

    assert the_thuc.check(blob, FILE) == ()
    assert {problem.code for problem in the_thuc.check(_whole(HEAD, foot), FILE)} == {"TT-021"}


def test_the_lines_of_one_paragraph_count_each() -> None:
    one = p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    both = p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p(
        "TieuNgu", "Độc lập - Tự do - Hạnh phúc"
    )

    assert the_thuc.check(report((both, one), (line(5670, MOTTO), line(5670, 3183))), FILE) == ()


@pytest.mark.parametrize(
    "body", ["", p("Than", "Xin chào"), "<w:tbl/>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "<w:p/>"]
)
def test_a_document_that_is_no_report_gives_problems_not_found(body: str) -> None:
    messages = [problem.message.vi for problem in the_thuc.check(document(body), FILE)]

    for part in ("Quốc hiệu", "Tiêu ngữ", "số, ký hiệu của văn bản", "“Nơi nhận:”"):
        assert f"Không tìm thấy {part}." in messages


def test_text_of_size_zero_has_no_length_to_compare() -> None:
    name = "SỞ NỘI VỤ"

    found = the_thuc.check(report((r(name), r(name, '<w:sz w:val="0"/>'))), FILE)

    assert [problem.message.vi for problem in found] == [
        "Tên cơ quan ban hành phải có cỡ chữ 12–13, ở đây là 0."
    ]


def test_a_file_that_is_no_word_document_gives_the_reason() -> None:
    found = the_thuc.check(b"%PDF-1.7", "bao-cao.pdf")

    assert [(problem.code, problem.where.file) for problem in found] == [("MA-001", "bao-cao.pdf")]
