"""The line under an agency's name follows the length of the name."""

from __future__ import annotations

from generator.word.rule_line import RuleLine, ke_ngang, text_width


def test_a_known_line_has_the_width_of_the_font() -> None:
    # 9,57 cm: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in Times New Roman Bold 13 pt
    assert abs(text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13) - 5424) < 15


def test_marks_above_and_below_do_not_widen_a_line_but_a_horn_does() -> None:
    assert text_width("ế", 14) == text_width("e", 14)
    assert text_width("ư", 14) > text_width("u", 14)


def test_the_line_is_between_a_third_and_a_half_of_the_text_line() -> None:
    for name in ("SỞ NỘI VỤ", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"):
        line = ke_ngang(name, 6.5)

        assert text_width(name, 13) / 3 <= line.length <= text_width(name, 13) / 2


def test_a_name_longer_than_its_box_wraps_so_the_line_follows_the_box() -> None:
    line = ke_ngang("BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP VÀ KHU KINH TẾ TỈNH", 6.5)

    assert line.box / 3 <= line.length <= line.box / 2


def test_the_line_stands_in_the_middle_of_its_box() -> None:
    xml = RuleLine(length=1000, box=3000).docx_xml(part=None)  # type: ignore[arg-type]  # not used

    assert '<w:ind w:left="1000" w:right="1000"/>' in xml
