"""Each rule finds the report that breaks only it, and nothing in the one that keeps all."""

from __future__ import annotations

import pytest

from generator import the_thuc
from tests.the_thuc.build import (
    ADDRESSED,
    ANNEX,
    BODY,
    NUMBER,
    STYLES,
    line,
    p,
    r,
    report,
    table,
)

FILE = "bao-cao.docx"

# -- code, edits of the document, paragraph or text where the problem stands, part of the message --
BROKEN = [
    ("TT-001", [('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')], "", "216 × 279 mm"),
    ("TT-002", [('w:left="1701"', 'w:left="1418"')], "", "Lề trái"),
    ("TT-002", [('w:right="851"', 'w:right="1200"')], "", "Lề phải"),
    ("TT-002", [('w:gutter="0"', 'w:gutter="360"')], "", "Lề trái"),
    ("TT-005", [("VIỆT NAM", "VIÊT NAM")], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM", "viết đúng"),
    ("TT-006", [(" - Tự do - ", " – Tự do – ")], "Độc lập – Tự do – Hạnh phúc", "viết đúng"),
    ("TT-006", [(line(5670, 3428), line(5670, 2000))], "Độc lập - Tự do - Hạnh phúc", "58%"),
    ("TT-006", [(line(5670, 3428), "")], "Độc lập - Tự do - Hạnh phúc", "thiếu đường kẻ"),
    ("TT-007", [("SỞ NỘI VỤ<", "Sở Nội vụ<")], "Sở Nội vụ", "chữ in hoa"),
    ("TT-007", [(line(3684, 500), "")], "SỞ NỘI VỤ", "thiếu đường kẻ"),
    ("TT-007", [(line(3684, 500), line(3684, 1200))], "SỞ NỘI VỤ", "1/3 đến 1/2"),
    (
        "TT-007",
        [(p("ChuQuan", "UBND TỈNH ĐỒNG NAI"), p("BanHanh", "UBND TỈNH ĐỒNG NAI"))],
        "UBND TỈNH ĐỒNG NAI",
        "không in đậm",
    ),
    ("TT-008", [("Số: 05/BC", "Số: 5/BC"), ("số 05/BC", "số 5/BC")], "Số: 5/BC-SNV", "ghi là 05"),
    (
        "TT-008",
        [("Số: 05/BC-SNV", "Số: 05/SNV"), ("số 05/BC-SNV", "số 05/SNV")],
        "Số: 05/SNV",
        "BC-…",
    ),
    ("TT-008", [("Số: 05/BC-SNV", "Số 05/BC-SNV")], "Số 05/BC-SNV", "theo mẫu"),
    (
        "TT-009",
        [("ngày 05 tháng 4", "ngày 5 tháng 4")],
        "Đồng Nai, ngày 5 tháng 4 năm 2022",
        "là 05",
    ),
    (
        "TT-009",
        [("ngày 05 tháng 4", "ngày 05 tháng 04")],
        "Đồng Nai, ngày 05 tháng 04 năm 2022",
        "là 4",
    ),
    (
        "TT-009",
        [("Nai, ngày 05 tháng 4", "Nai, ngày 31 tháng 4"), ("SNV ngày 05", "SNV ngày 31")],
        "Đồng Nai, ngày 31 tháng 4 năm 2022",
        "không có trong lịch",
    ),
    (
        "TT-009",
        [("Đồng Nai, ngày", "Đồng Nai ngày")],
        "Đồng Nai ngày 05 tháng 4 năm 2022",
        "theo mẫu",
    ),
    ("TT-010", [(">BÁO CÁO<", ">Báo cáo<")], "Báo cáo", "chữ in hoa"),
    ("TT-011", [(line(9354, 2000), "")], "Công tác cải cách hành chính quý I năm 2022", "thiếu"),
    (
        "TT-011",
        [(line(9354, 2000), line(9354, 4500))],
        "Công tác cải cách hành chính quý I năm 2022",
        "1/3 đến 1/2",
    ),
    (
        "TT-012",
        [("Kính gửi: Bộ Nội vụ", "Kính gửi Bộ Nội vụ")],
        "Kính gửi Bộ Nội vụ",
        "dấu hai chấm",
    ),
    (
        "TT-012",
        [
            (
                ADDRESSED,
                p("KinhGui", "Kính gửi:")
                + p("KinhGui", "- Bộ Nội vụ;")
                + p("KinhGui", "- Sở Tài chính;"),
            )
        ],
        "- Sở Tài chính;",
        "“.”",
    ),
    (
        "TT-013",
        [(ADDRESSED, ADDRESSED + p("Than", "Căn cứ Luật Cán bộ, công chức;"))],
        "Căn cứ Luật Cán bộ, công chức;",
        "nghiêng",
    ),
    (
        "TT-017",
        [("I. KẾT QUẢ THỰC HIỆN", "I. Kết quả thực hiện")],
        "I. Kết quả thực hiện",
        "in hoa",
    ),
    ("TT-018", [("Sở Nội vụ./.", "Sở Nội vụ.")], "Trên đây là báo cáo của Sở Nội vụ.", "“./.”"),
    ("TT-019", [("KT. GIÁM ĐỐC", "GIÁM ĐỐC")], "PHÓ GIÁM ĐỐC", "“KT.”"),
    ("TT-019", [("KT. GIÁM ĐỐC", "KT GIÁM ĐỐC")], "KT GIÁM ĐỐC", "dấu chấm"),
    ("TT-019", [(">PHÓ GIÁM ĐỐC<", ">GIÁM ĐỐC CHI CỤC<")], "KT. GIÁM ĐỐC", "cấp phó"),
    (
        "TT-019",
        [("Số: 05/BC-SNV", "Số: 05/BC-UBND"), ("số 05/BC-SNV", "số 05/BC-UBND")],
        "KT. GIÁM ĐỐC",
        "TM. ỦY BAN NHÂN DÂN",
    ),
    ("TT-020", [("Phạm Minh Phước", "ThS. Phạm Minh Phước")], "ThS. Phạm Minh Phước", "học hàm"),
    ("TT-021", [("- Giám đốc Sở;", "- Giám đốc Sở")], "- Giám đốc Sở", "“;”"),
    ("TT-021", [("- Giám đốc Sở;", "Giám đốc Sở;")], "Giám đốc Sở;", "gạch đầu dòng"),
    ("TT-021", [("Lưu: VT, TH.", "Lưu: TH.")], "- Lưu: TH.", "Lưu: VT"),
    ("TT-021", [("Lưu: VT, TH.", "Lưu: VT, TH")], "- Lưu: VT, TH", "“.”"),
    ("TT-022", [("- Như trên;", "- Bộ Nội vụ;")], "- Bộ Nội vụ;", "Như trên"),
    ("TT-022", [(ADDRESSED, "")], "- Như trên;", "không ghi"),
    ("TT-023", [(">Phụ lục<", ">PHỤ LỤC<")], "PHỤ LỤC", "chữ in thường"),
    ("TT-023", [(">Phụ lục<", ">Phụ lục I<")], "Phụ lục I", "không đánh số"),
    ("TT-023", [("SỐ LIỆU CẢI CÁCH HÀNH CHÍNH", "Số liệu")], "Số liệu", "chữ in hoa"),
    (
        "TT-024",
        [("số 05/BC-SNV", "số 06/BC-SNV")],
        "(Kèm theo Báo cáo số 06/BC-SNV ngày 05 tháng 4 năm 2022 của…",
        "Số ở dòng này",
    ),
    (
        "TT-024",
        [("SNV ngày 05 tháng 4", "SNV ngày 15 tháng 4")],
        "(Kèm theo Báo cáo số 05/BC-SNV ngày 15 tháng 4 năm 2022 của…",
        "Ngày ở dòng này",
    ),
    ("TT-025", [("Phạm Minh Phước", "")], "PHÓ GIÁM ĐỐC", "họ và tên"),
    (
        "TT-026",
        [("I. KẾT QUẢ THỰC HIỆN", "PHẦN 2 - KẾT QUẢ THỰC HIỆN")],
        "PHẦN 2 - KẾT QUẢ THỰC HIỆN",
        "Không có phần 1",
    ),
    (
        "TT-030",
        [("98,06%", "{{ ct.ty_le }}")],
        "…quyết đúng hạn, đạt {{ ct.ty_le }}.",
        "{{",
    ),
    ("TT-030", [(">155<", ">#REF!<")], "#REF!", "#REF!"),
    ("TT-030", [(">155<", ">None<")], "None", "None"),
    ("TT-030", [(">155<", ">[[ sl.x ]]<")], "[[ sl.x ]]", "[[ sl.x ]]"),
    ("TT-030", [(">155<", ">{ sl.x | so }<")], "{ sl.x | so }", "{ sl.x | so }"),
    ("TT-030", [(">155<", ">{ { sl.x } }<")], "{ { sl.x } }", "{ sl.x }"),
    ("TT-030", [(">155<", ">(( sl.x ))<")], "(( sl.x ))", "(( sl.x ))"),
    (
        "TT-031",
        [(p("O", "2") + "</w:tc>", p("O") + "</w:tc>"), ("Hồ sơ đúng hạn", ""), (">152<", "><")],
        "",
        "bỏ trống",
    ),
    (
        "TT-032",
        [("có 152/155 hồ sơ", "có 152/155  hồ sơ")],
        "Trong kỳ, có 152/155 hồ sơ được giải…",
        "dấu cách",
    ),
    (
        "TT-032",
        [("đúng hạn, đạt", "đúng hạn , đạt")],
        "…được giải quyết đúng hạn , đạt 98,06%.",
        "dấu cách",
    ),
    (
        "TT-033",
        [("thể chế", "th\N{LATIN SMALL LETTER E WITH CIRCUMFLEX}\N{COMBINING HOOK ABOVE} chế")],
        "1. Cải cách th\N{LATIN SMALL LETTER E WITH CIRCUMFLEX}\N{COMBINING HOOK ABOVE} chế",
        "NFC",
    ),
    (
        "TT-034",
        [
            (
                r("Số liệu chi tiết tại Phụ lục kèm theo."),
                r("Số liệu chi tiết tại ")
                + "<w:ins>"
                + r("Phụ lục")
                + "</w:ins>"
                + r(" kèm theo."),
            )
        ],
        "Số liệu chi tiết tại Phụ lục kèm theo.",
        "Track Changes",
    ),
    (
        "TT-034",
        [
            (
                r("Số liệu chi tiết tại Phụ lục kèm theo."),
                r("Số liệu chi tiết tại Phụ lục kèm theo.", "<w:vanish/>"),
            )
        ],
        "Số liệu chi tiết tại Phụ lục kèm theo.",
        "chữ ẩn",
    ),
]

# -- the same for looks: a style is changed, the text stays --
LOOKS = [
    ("TT-003", "Than", "<w:rPr>", '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "Arial"),
    ("TT-003", "Than", "<w:rPr>", '<w:rPr><w:color w:val="1F497D"/>', "#1F497D"),
    ("TT-005", "QuocHieu", "<w:b/>", "", "in đậm"),
    ("TT-005", "QuocHieu", 'w:sz w:val="26"', 'w:sz w:val="28"', "12–13"),
    ("TT-005", "QuocHieu", '<w:jc w:val="center"/>', "", "canh giữa"),
    ("TT-006", "TieuNgu", "<w:rPr>", '<w:rPr><w:u w:val="single"/>', "gạch chân"),
    ("TT-007", "BanHanh", "<w:b/>", "", "in đậm"),
    ("TT-008", "So", 'w:sz w:val="26"', 'w:sz w:val="28"', "cỡ chữ 13"),
    ("TT-009", "Ngay", "<w:i/>", "", "in nghiêng"),
    ("TT-010", "TenLoai", 'w:sz w:val="28"', 'w:sz w:val="32"', "13–14"),
    ("TT-011", "TrichYeu", "<w:b/>", "", "in đậm"),
    ("TT-012", "KinhGui", 'w:sz w:val="28"', 'w:sz w:val="24"', "13–14"),
    ("TT-014", "Than", '<w:jc w:val="both"/>', "", "canh đều"),
    ("TT-014", "Than", 'w:firstLine="720"', 'w:firstLine="284"', "1,27 cm"),
    ("TT-015", "Than", 'w:before="120"', 'w:before="60"', "6 pt"),
    ("TT-015", "Than", 'w:line="276"', 'w:line="480"', "1,5 dòng"),
    (
        "TT-015",
        "Than",
        'w:line="276" w:lineRule="auto"',
        'w:line="240" w:lineRule="exact"',
        "dòng đơn",
    ),
    ("TT-016", "Than", "<w:rPr>", '<w:rPr><w:sz w:val="24"/>', "cỡ 13–14"),
    ("TT-017", "Muc", "<w:b/>", "", "in đậm"),
    ("TT-019", "ChucVu", "<w:b/>", "", "in đậm"),
    ("TT-020", "HoTen", 'w:sz w:val="28"', 'w:sz w:val="24"', "13–14"),
    ("TT-021", "NoiNhan", 'w:sz w:val="22"', 'w:sz w:val="24"', "cỡ chữ 11"),
    ("TT-021", "NoiNhanNhan", "<w:i/>", "", "in nghiêng"),
    ("TT-023", "PhuLuc", 'w:sz w:val="28"', 'w:sz w:val="26"', "cỡ chữ 14"),
    ("TT-024", "KemTheo", "<w:i/>", "", "in nghiêng"),
    ("TT-034", "O", "<w:rPr>", '<w:rPr><w:highlight w:val="yellow"/>', "tô nền"),
]


def test_the_report_keeps_every_rule() -> None:
    assert the_thuc.check(report(), FILE) == ()


@pytest.mark.parametrize(("code", "edits", "place", "words"), BROKEN)
def test_an_edit_breaks_one_rule_at_its_place(
    code: str, edits: list[tuple[str, str]], place: str, words: str
) -> None:
    found = the_thuc.check(report(*edits), FILE)

    assert {problem.code for problem in found} == {code}
    assert found[0].where.tag == place
    assert found[0].where.file == FILE
    assert words in found[0].message.vi


@pytest.mark.parametrize(("code", "style", "old", "new", "words"), LOOKS)
def test_a_style_breaks_one_rule(code: str, style: str, old: str, new: str, words: str) -> None:
    found = the_thuc.check(_with_style(style, old, new), FILE)

    assert {problem.code for problem in found} == {code}
    assert words in found[0].message.vi


def _with_style(style: str, old: str, new: str) -> bytes:
    start = STYLES.index(f'w:styleId="{style}"')
    end = STYLES.index("</w:style>", start)
    own = STYLES[start:end]
    assert old in own
    return report((own, own.replace(old, new, 1)), part="styles")


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["PHẦN I", "PHẦN II", "PHẦN 3"], []),
        (["Phần thứ nhất", "Chương I", "Chương II", "Phần thứ hai", "Chương I"], []),
        (["Phần thứ nhất", "Chương I", "Phần thứ hai", "Chương II"], []),
        (["PHẦN I", "PHẦN III"], ["Sau phần 1 là phần 3."]),
        (["CHƯƠNG 1", "CHƯƠNG 1"], ["Hai chương cùng mang số 1."]),
        (["CHƯƠNG IV"], ["Không có chương 1: số của chương phải bắt đầu từ 1."]),
        (["PHẦN 1 ..... 3", "PHẦN 2 ..... 9", "PHẦN 1", "PHẦN 2"], []),  # a table of contents
        (["Phần mềm quản lý văn bản", "Phần trăm hồ sơ đúng hạn"], []),
    ],
)
def test_parts_and_chapters_follow_each_other(headings: list[str], said: list[str]) -> None:
    own = "".join(p("Muc", heading) for heading in headings)

    found = the_thuc.check(report((p("Muc", "I. KẾT QUẢ THỰC HIỆN"), own)), FILE)

    assert [one.message.vi for one in found if one.code == "TT-026"] == said


def test_a_sentence_may_begin_with_the_number_of_a_part() -> None:
    sentence = p("Than", "Phần 2 của kế hoạch đã thực hiện xong.")

    assert the_thuc.check(report((ADDRESSED, ADDRESSED + sentence)), FILE) == ()


def test_annexes_are_numbered_without_a_gap() -> None:
    title = p("PhuLuc", "Phụ lục")
    second = ANNEX.replace(title, p("PhuLuc", "Phụ lục III"))
    first = ANNEX.replace(title, p("PhuLuc", "Phụ lục I"))

    (found,) = the_thuc.check(report((ANNEX, first + second)), FILE)

    assert (found.code, found.where.tag) == ("TT-026", "Phụ lục III")
    assert found.message.vi == "Sau phụ lục 1 là phụ lục 3."


def test_the_space_between_paragraphs_is_not_judged_across_a_table() -> None:
    near = '<w:spacing w:before="0" w:after="0"/>'
    cells = table((9354,), (p("O", "1"),))
    apart = p("Than", "Đạt như sau:") + cells + p("Than", "Còn lại như trên./.", near)

    assert the_thuc.check(report((BODY, apart)), FILE) == ()
    together = the_thuc.check(report((BODY, apart.replace(cells, ""))), FILE)
    assert [(one.code, one.where.tag) for one in together] == [("TT-015", "Còn lại như trên./.")]


def test_every_rule_of_a_paragraph_says_where_it_stands() -> None:
    found = the_thuc.check(report(("- Giám đốc Sở;", "- Giám đốc Sở")), FILE)

    assert [problem.where.describe() for problem in found] == [
        'bao-cao.docx, thân văn bản, bảng 2, hàng 1, ô 1, đoạn 3, "- Giám đốc Sở"'
    ]


def test_every_rule_is_broken_by_some_report_here() -> None:
    shown = {row[0] for row in (*BROKEN, *LOOKS)} | {"TT-004", "TT-090"}  # tested below

    assert shown == {rule.CODE for rule in the_thuc.RULES}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (NUMBER, p("Trang"), "Không tìm thấy số trang"),
        ("</w:pPr>", '<w:jc w:val="right"/></w:pPr>', "canh giữa"),
        ("<w:t>2</w:t>", '<w:rPr><w:sz w:val="20"/></w:rPr><w:t>2</w:t>', "13–14"),
    ],
)
def test_a_page_number_that_is_missing_or_looks_otherwise(old: str, new: str, words: str) -> None:
    found = the_thuc.check(report((old, new), part="header1"), FILE)

    assert [problem.code for problem in found] == ["TT-004"]
    assert words in found[0].message.vi


def test_a_page_number_in_the_footer() -> None:
    reference = '<w:headerReference w:type="default" r:id="rId2"/>'
    footer = '<w:footerReference w:type="default" r:id="rId4"/>'

    found = the_thuc.check(report((reference, footer), footer1=NUMBER), FILE)

    assert [problem.code for problem in found] == ["TT-004"]
    assert found[0].where.describe() == 'bao-cao.docx, chân trang, đoạn 1, "2"'


def test_the_first_page_bears_no_number() -> None:
    found = the_thuc.check(report(("<w:titlePg/>", "")), FILE)

    assert [problem.code for problem in found] == ["TT-004"]
    assert "trang thứ nhất" in found[0].message.vi


def test_a_report_of_before_the_decree_is_said_to_be_outside() -> None:
    edits = (
        ("Nai, ngày 05 tháng 4 năm 2022", "Nai, ngày 04 tháng 3 năm 2020"),
        ("<w:titlePg/>", ""),
    )

    found = the_thuc.check(report(*edits), FILE)

    assert [problem.code for problem in found] == ["TT-090"]
    assert found[0].where.tag == "Đồng Nai, ngày 04 tháng 3 năm 2020"


def test_what_is_left_over_is_found_in_old_reports_too() -> None:
    edits = (("tháng 4 năm 2022", "tháng 4 năm 2019"), ("98,06%", "nan"))

    assert [p.code for p in the_thuc.check(report(*edits), FILE)] == ["TT-090", "TT-030"]


def test_the_day_of_the_decree_is_judged_by_it() -> None:
    date = ("Nai, ngày 05 tháng 4 năm 2022", "Nai, ngày 05 tháng 3 năm 2020")
    note = ("SNV ngày 05 tháng 4 năm 2022", "SNV ngày 05 tháng 3 năm 2020")

    assert the_thuc.check(report(date, note), FILE) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Số: 05/BC-SNV", "Số:      /BC-SNV"),
        ("Nai, ngày 05 tháng 4 năm", "Nai, ngày      tháng      năm"),
        ("Nai, ngày 05 tháng 4 năm", "Nai, ngày …… tháng …… năm"),
        ("(Kèm theo Báo cáo số 05/BC-SNV ngày 05", "(Kèm theo Báo cáo số      /BC-SNV ngày     "),
    ],
)
def test_blanks_for_the_records_office_are_kept(old: str, new: str) -> None:
    assert the_thuc.check(report((old, new)), FILE) == ()


def test_remarks_are_what_check_finds_as_warnings() -> None:
    blob = report(('w:left="1701"', 'w:left="1418"'))

    assert [p.severity.value for p in the_thuc.check(blob, FILE)] == ["error"]
    assert [p.severity.value for p in the_thuc.Inspector().remarks(blob, FILE)] == ["warning"]
