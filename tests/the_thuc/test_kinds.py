"""Documents as offices write them: letters, decisions, committees, parts with titles, stamps."""

from __future__ import annotations

import pytest

from generator import the_thuc
from generator.the_thuc.doc.elements import view_of
from generator.the_thuc.doc.reading import read_docx
from tests.the_thuc.build import ADDRESSED, ANNEX, BODY, TITLE, line, p, r, report

FILE = "bao-cao.docx"
RED = '<w:b/><w:color w:val="FF0000"/>'
_NUMBER = ("Số: 05/BC-SNV", "Số: 05/{}-SNV")
_NOTE = ("số 05/BC-SNV", "số 05/{}-SNV")


def codes(*edits: tuple[str, str]) -> list[str]:
    """Return the codes of what is wrong with the report, edited."""
    return [problem.code for problem in the_thuc.check(report(*edits), FILE)]


def said(*edits: tuple[str, str]) -> list[tuple[str, str]]:
    """Return code and text of the place of what is wrong with the report, edited."""
    return [(one.code, one.where.tag) for one in the_thuc.check(report(*edits), FILE)]


# -- marks that are stamped in red ----------------------------------------------------------------


@pytest.mark.parametrize("mark", ["MẬT", "TUYỆT MẬT", "HỎA TỐC", "HỎA TỐC HẸN GIỜ", "DỰ THẢO"])
def test_marks_of_secrecy_and_urgency_are_red(mark: str) -> None:
    assert codes((TITLE, p("KinhGui", r(mark, RED)) + TITLE)) == []


@pytest.mark.parametrize("words", ["Khẩn trương thực hiện", "Mặt trận Tổ quốc", "Mật độ dân số"])
def test_words_that_begin_like_a_mark_are_black(words: str) -> None:
    text = p("Than", "Số liệu chi tiết tại Phụ lục kèm theo.")
    red = '<w:color w:val="FF0000"/>'

    assert said((text, text + p("Than", r(words, red)))) == [("TT-003", words)]


# -- official letters and decisions ---------------------------------------------------------------

LETTER = p("So", r("V/v báo cáo cải cách hành chính", '<w:sz w:val="24"/>'))


def test_an_official_letter_has_no_kind_and_its_addressee_is_no_text() -> None:
    edits = (
        ("Số: 05/BC-SNV", "Số: 05/SNV-TH"),
        (p("So", "Số: 05/SNV-TH"), p("So", "Số: 05/SNV-TH") + LETTER),
        (TITLE, ""),
        (ANNEX, ""),
    )
    view = view_of(read_docx(report(*edits)), FILE)

    assert codes(*edits) == []
    assert view.head.letter is not None
    assert view.head.letter.text == "V/v báo cáo cải cách hành chính"
    assert [piece.text for piece in view.head.addressed] == ["Kính gửi: Bộ Nội vụ"]
    assert view.body[0].para.text.startswith("Sở Nội vụ báo cáo")


def test_without_a_subject_of_a_letter_the_kind_is_missed() -> None:
    assert "TT-010" in codes((TITLE, ""))


def test_who_decides_is_no_part_of_the_subject_and_no_text() -> None:
    title = (
        p("TenLoai", "QUYẾT ĐỊNH")
        + p("TrichYeu", "Về việc ban hành Quy chế làm việc của Sở")
        + line(9354, 2000)
        + p("TenLoai", "GIÁM ĐỐC SỞ NỘI VỤ")
        + p("Than", r("Căn cứ Luật Tổ chức chính quyền địa phương;", "<w:i/>"))
        + p("TenLoai", "QUYẾT ĐỊNH:")
    )
    number, note = ((old, new.format("QĐ")) for old, new in (_NUMBER, _NOTE))
    edits = (number, note, (TITLE, title), (ADDRESSED, ""), ("- Như trên;", "- Như Điều 2;"))
    view = view_of(read_docx(report(*edits)), FILE)

    assert codes(*edits) == []
    assert [piece.text for piece in view.head.subject] == [
        "Về việc ban hành Quy chế làm việc của Sở"
    ]


def test_a_part_has_its_title_on_the_next_line() -> None:
    centred = [
        p("TenLoai", text, '<w:spacing w:before="120"/>')
        for text in (
            "Phần I",
            "KẾT QUẢ THỰC HIỆN",
            "Chương 1",
            "Tình hình chung",
            "Mục 1",
            "Về thể chế",
        )
    ]
    edit = (BODY, "".join(centred) + BODY)
    view = view_of(read_docx(report(edit)), FILE)

    assert codes(edit) == []
    assert [(block.kind, block.level) for block in view.body[:6]] == [
        *[("de_muc", 1)] * 4,
        *[("de_muc", 2)] * 2,
    ]


def test_a_sentence_below_the_number_of_a_part_is_text() -> None:
    edit = (BODY, p("TenLoai", "Phần I") + BODY)

    assert view_of(read_docx(report(edit)), FILE).body[1].kind == "doan"
    assert codes((BODY, p("Than", "Phần I") + BODY)) == []


# -- who signs ------------------------------------------------------------------------------------

HEAD, DEPUTY = ">KT. GIÁM ĐỐC<", ">PHÓ GIÁM ĐỐC<"


@pytest.mark.parametrize(
    ("head", "deputy"),
    [
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ("KT. TRƯỞNG BAN", "PHÓ BAN"),
        ("TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH"),  # of a committee, with the title of its head
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
    ],
)
def test_forms_of_signing_that_are_right(head: str, deputy: str) -> None:
    assert codes((HEAD, f">{head}<"), (DEPUTY, f">{deputy}<")) == []


@pytest.mark.parametrize(
    ("head", "deputy", "place"),
    [
        ("KT. CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "KT. CHỦ TỊCH"),
        ("KT. CHỦ TỊCH", "CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("TL. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TL. CHỦ TỊCH"),
        ("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
    ],
)
def test_a_deputy_signs_for_the_head_of_whom_he_is_one(head: str, deputy: str, place: str) -> None:
    assert said((HEAD, f">{head}<"), (DEPUTY, f">{deputy}<")) == [("TT-019", place)]


def test_every_syllable_of_a_name_begins_with_a_capital() -> None:
    assert said(("Phạm Minh Phước", "Phạm minh Phước")) == [("TT-020", "Phạm minh Phước")]
    assert codes(("Phạm Minh Phước", "H’Yim Kđoh")) == []


# -- lines ----------------------------------------------------------------------------------------


def test_the_length_of_a_line_may_have_many_decimals() -> None:
    drawn = (
        f'<w:r><w:pict><v:line from="0,0" to="{500 / 20 + 0.00123456789}pt,0pt"/></w:pict></w:r>'
    )

    assert codes((line(3684, 500), p("Ke", drawn))) == []


@pytest.mark.parametrize("length", ["9" * 400 + "pt", "pt", "-"])
def test_a_length_that_makes_no_sense_is_no_line(length: str) -> None:
    drawn = f'<w:r><w:pict><v:line from="0,0" to="{length},0pt"/></w:pict></w:r>'
    plain = p("So", drawn)

    assert codes((line(3684, 500), plain)) == ["TT-007"]
