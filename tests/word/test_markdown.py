"""Narrative text: what Markdown prints in Word."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.problem import Stopped, Where
from generator.word.markdown import Blocks, MarkdownStyles
from generator.word.values import Additions, Footnote, PartWriter, Runs, WellFormed
from generator.word.xmltext import IllegalCharacterError
from tests.word.narrative import compile_markdown

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def blocks_of(source: str, **context: object) -> Blocks:
    template = compile_markdown(
        source, filters={}, globals={}, where=lambda line: Where(file="bao-cao.md", line=line)
    )
    return template.render(context)


def body_of(source: str, **context: object) -> etree._Element:
    xml = blocks_of(source, **context).docx_xml(PartWriter())
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")


def printed(source: str, **context: object) -> list[tuple[str, str]]:
    """Return style and text of every paragraph, line breaks as newlines."""
    return [
        (_attribute(p, "w:pPr/w:pStyle"), _text(p))
        for p in body_of(source, **context).iter(W + "p")
    ]


def problems_of(source: str, **context: object) -> list[tuple[str, str]]:
    with pytest.raises(Stopped) as stopped:
        blocks_of(source, **context)
    return [(p.code, p.where.describe()) for p in stopped.value.problems]


def _find(element: etree._Element, path: str) -> etree._Element | None:
    return element.find(re.sub(r"w:", W, path))


def _attribute(element: etree._Element, path: str, name: str = "val") -> str:
    found = _find(element, path)
    return "" if found is None else str(found.get(W + name))


def _text(element: etree._Element) -> str:
    marks = {W + "br": "\n", W + "tab": "\t"}
    return "".join(
        node.text or "" if node.tag == W + "t" else marks.get(node.tag, "")
        for node in element.iter(W + "t", *marks)
    )


def test_headings_take_the_styles_of_their_level() -> None:
    source = "# I. CÔNG TÁC\n## 1. Chỉ đạo\n### 2.1. Công khai\n#### a) Công tác"

    assert printed(source) == [
        ("Heading1", "I. CÔNG TÁC"),
        ("Heading2", "1. Chỉ đạo"),
        ("Heading3", "2.1. Công khai"),
        ("Heading4", "a) Công tác"),
    ]


def test_the_lines_of_a_paragraph_are_one_paragraph() -> None:
    assert printed("Đơn vị đã\nban hành.\n\nĐoạn hai.") == [
        ("BodyText", "Đơn vị đã ban hành."),
        ("BodyText", "Đoạn hai."),
    ]


@pytest.mark.parametrize("ending", ["  ", "\\", "<br>", "<br/>"])
def test_a_line_can_be_broken(ending: str) -> None:
    assert printed(f"một{ending}\nhai".replace("<br>\n", "<br>").replace("<br/>\n", "<br/>")) == [
        ("BodyText", "một\nhai")
    ]


def test_bullets_are_printed_with_the_sign_that_was_written() -> None:
    source = "- Cấp một\n  + Cấp hai\n- Cấp một\n\nĐoạn.\n\n+ Không có gạch đầu dòng phía trên"

    assert printed(source) == [
        ("ListBullet", "- Cấp một"),
        ("ListBullet2", "+ Cấp hai"),
        ("ListBullet", "- Cấp một"),
        ("BodyText", "Đoạn."),
        ("ListBullet", "+ Không có gạch đầu dòng phía trên"),
    ]


def test_a_plus_below_a_dash_is_of_the_second_level_without_indentation_too() -> None:
    assert printed("- Cấp một\n+ Cấp hai\n- Cấp một") == [
        ("ListBullet", "- Cấp một"),
        ("ListBullet2", "+ Cấp hai"),
        ("ListBullet", "- Cấp một"),
    ]


def test_an_ordered_list_keeps_the_numbers_that_were_typed() -> None:
    assert printed("3) Ba\n5) Năm") == [("BodyText", "3) Ba"), ("BodyText", "5) Năm")]


def test_bold_and_italic_are_properties_of_runs() -> None:
    paragraph = body_of("Đạt **98%** *cả năm* ***rất tốt***")[0]

    looks = [
        (_text(run), _find(run, "w:rPr/w:b") is not None, _find(run, "w:rPr/w:i") is not None)
        for run in paragraph.iter(W + "r")
    ]
    assert looks == [
        ("Đạt ", False, False),
        ("98%", True, False),
        (" ", False, False),
        ("cả năm", False, True),
        (" ", False, False),
        ("rất tốt", True, True),
    ]


def test_a_sentence_of_one_look_is_one_run() -> None:
    assert len(body_of("Một {{ x }},\nhai.", x="1,5%").findall(f".//{W}r")) == 1


def test_links_become_relationships() -> None:
    part = PartWriter()
    source = "Xem [trang **CCHC**](https://cchc.vn/a?b=1&c=2) và <mailto:so@x.vn>."
    xml = blocks_of(source).docx_xml(part)

    assert [(link.target, link.external) for link in part.added] == [
        ("https://cchc.vn/a?b=1&c=2", True),
        ("mailto:so@x.vn", True),
    ]
    assert xml.count("<w:hyperlink ") == 2
    assert '<w:rStyle w:val="Hyperlink"/><w:b/>' in xml


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "trang-chu", "https://", "mailto:", "http://["],
)
def test_other_links_are_problems(url: str) -> None:
    assert problems_of(f"Một.\n\nXem [trang]({url}).") == [("MA-313", "bao-cao.md:3")]


def test_the_address_of_a_link_may_come_from_the_data() -> None:
    part = PartWriter()
    blocks_of("[trang]({{ u }})", u="https://a.vn/x_y?q=(1)").docx_xml(part)

    assert [link.target for link in part.added] == ["https://a.vn/x_y?q=(1)"]


def test_an_address_from_the_data_is_judged_too() -> None:
    assert problems_of("[trang]({{ u }})", u="javascript:x") == [("MA-313", "bao-cao.md:1")]


@dataclass
class _Notes:
    """A document's footnotes as text, in order."""

    texts: list[str]
    body: str


def notes_of(source: str, **context: object) -> _Notes:
    additions = Additions()
    body = blocks_of(source, **context).docx_xml(PartWriter(additions))
    notes = [
        "\n".join(_text(p).strip() for p in etree.fromstring(f"<w:x {NAMESPACES}>{xml}</w:x>"))
        for _, xml in additions.notes
    ]
    return _Notes(texts=notes, body=body)


def test_footnotes_stand_in_reading_order_also_in_tables() -> None:
    source = (
        "Một[^b], hai^[Trong **dòng**.].\n\n"
        "| a^[Trong ô.] | b |\n|---|---|\n| c | d[^1] |\n\n"
        "[^1]: Sau bảng.\n[^b]: Đoạn đầu\n  còn tiếp.\n\n    Đoạn sau.\n"
    )
    notes = notes_of(source)

    assert notes.texts == ["Đoạn đầu còn tiếp.\nĐoạn sau.", "Trong dòng.", "Trong ô.", "Sau bảng."]
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', notes.body) == ["1", "2", "3", "4"]


def test_a_footnote_value_of_the_data_becomes_a_footnote() -> None:
    notes = notes_of("Theo luật{{ f }} và{{ x | chu_thich }}.", f=Footnote("Điều *1*."), x="b]*")

    assert notes.texts == ["Điều *1*.", "b]*"]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("Chữ[^a].", "1"),
        ("Chữ.\n\n[^a]: Không ai gọi.", "3"),
        ("Chữ[^a].\n\nChữ[^a].\n\n[^a]: Một.", "3"),
        ("Chữ[^a].\n\n[^a]: Một.\n\n[^a]: Hai.", "5"),
        ("Chữ ^[một ^[hai]].", "1"),
        ("Chữ ^[một {{ f }}].", "1"),
        ("Chữ\n^[].", "2"),
        ("Chữ[^a].\n\n[^a]: # Tiêu đề", "3"),
    ],
)
def test_footnotes_that_word_cannot_hold_are_problems(source: str, place: str) -> None:
    found = problems_of(source, f=Footnote("x"))

    assert set(found) == {("MA-314", f"bao-cao.md:{place}")}


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("Chữ.\n\n##### Cấp năm", "MA-311", 3),
        ("Chữ.\n\n#", "MA-311", 3),
        ("Chữ.\n\n#I. Thiếu dấu cách", "MA-311", 3),
        ("Chữ.\n\n> trích", "MA-312", 3),
        ("Chữ.\n\n```\nmã\n```", "MA-312", 3),
        ("Chữ.\n\n---\n\nChữ.", "MA-312", 3),
        ("Chữ\n![hình](https://a.vn/x.png)", "MA-312", 2),
        ("Chữ &#12; chữ", "MA-308", 1),
    ],
)
def test_markdown_that_has_no_place_in_a_report_is_a_problem(
    source: str, code: str, line: int
) -> None:
    assert problems_of(source) == [(code, f"bao-cao.md:{line}")]


def test_all_faults_are_found_at_once_in_order() -> None:
    source = "# \n\n[x](y)\n\n> z\n\n| a |\n\nchữ[^q]"

    assert [code for code, _ in problems_of(source)] == [
        "MA-311",
        "MA-313",
        "MA-312",
        "MA-315",
        "MA-314",
    ]


def test_html_and_indented_lines_are_plain_text() -> None:
    assert printed("<b>đậm</b> & <script>\n\n    thụt vào") == [
        ("BodyText", "<b>đậm</b> & <script>"),
        ("BodyText", "thụt vào"),
    ]


def test_a_backslash_prints_the_character_itself() -> None:
    assert printed(r"\# 5 \* 3 \| \[^1\] \- \\") == [("BodyText", "# 5 * 3 | [^1] - \\")]


def test_styles_are_those_of_the_template() -> None:
    styles = MarkdownStyles(headings=("A", "B", "C", "D"), body="Than", bullets=("G1", "G2"))
    template = compile_markdown(
        "# I\n\nx\n\n- y\n  - z", filters={}, globals={}, where=lambda _: Where(), styles=styles
    )

    assert [getattr(b, "style", "") for b in template.render({}).blocks] == [
        "A",
        "Than",
        "G1",
        "G2",
    ]


def test_a_value_that_writes_paragraphs_stands_alone() -> None:
    class Line:
        def docx_xml(self, part: PartWriter) -> str:  # noqa: ARG002  # the protocol's shape
            return "<w:p/>"

    assert blocks_of("{{ x }}", x=Line()).docx_xml(PartWriter()) == "<w:p/>"
    blocks = blocks_of("Một.\n\nchữ {{ x }}", x=Line())
    with pytest.raises(Stopped) as stopped:
        blocks.docx_xml(PartWriter())
    assert [(p.code, p.where.line) for p in stopped.value.problems] == [("MA-310", 3)]


def test_nothing_at_all_is_an_empty_paragraph() -> None:
    assert printed("{# chưa viết #}") == [("BodyText", "")]


def test_the_same_text_gives_the_same_xml() -> None:
    source = "# I\n\n- [a](https://a.vn) ^[b]\n\n| a | < |\n|---|---|\n| {{ x }} | d |"
    template = compile_markdown(source, filters={}, globals={}, where=lambda _: Where())

    first, second = (template.render({"x": 1}).docx_xml(PartWriter()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "source",
    [
        "# I\n\nMột câu **đậm** [a](https://a.vn/?a=1&b=2).\n\n- ý",
        "Có {{ x }} và {{ f }}.^[Chú *thích*.]",
        "Có {{ r }}.",
        "| a | b |\n|---|---|\n| {{ x }} | {{ f }} |",
        "",
    ],
)
def test_text_tables_and_footnotes_are_known_to_be_well_formed(source: str) -> None:
    runs = Runs(("chữ & ", Footnote("a < b")))
    blocks = blocks_of(source, x='<w:p> "&amp;"', f=Footnote("a & b"), r=runs)

    assert type(blocks.docx_xml(PartWriter())) is WellFormed


@pytest.mark.parametrize("source", ["{{ x }}", "chữ {{ x }}", "| a {{ x }} |\n|---|\n| b |"])
def test_what_another_value_writes_is_not_known_to_be_well_formed(source: str) -> None:
    class Run:
        def docx_xml(self, part: PartWriter) -> str:  # noqa: ARG002  # the protocol's shape
            return "<w:r/>"

    for value in (Run(), Runs(("chữ", Run()))):
        assert type(blocks_of(source, x=value).docx_xml(PartWriter())) is str


@given(st.text(), st.text(), st.sampled_from(["{}", "# {}", "- {}", "| {} |\n|---|", "a^[{}]"]))
@settings(max_examples=200)
def test_what_is_said_to_be_well_formed_is(text: str, value: str, around: str) -> None:
    source = around.format("{{ x }} " + text) + "{{ f }}"
    try:
        xml = blocks_of(source, x=value, f=Footnote(value)).docx_xml(PartWriter())
    except (Stopped, IllegalCharacterError):
        return
    assert type(xml) is WellFormed
    etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")
    assert not set("".join(map(chr, range(32)))) - set("\t\n") & set(xml)
