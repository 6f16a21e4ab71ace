"""Where docxtpl loses or spoils something, ours keeps it or names the place.

Each test first shows docxtpl's fault, so that one that docxtpl mends shows up here.
"""

from __future__ import annotations

import io
import zipfile

import pytest
from docxtpl import DocxTemplate, RichText
from lxml import etree

from generator.problem import Stopped
from generator.word import compile_template
from tests.word.build import docx
from tests.word.oracle.engines import by_docxtpl, by_us

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def texts(blob: bytes, part: str = "word/document.xml") -> list[str]:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        root = etree.fromstring(package.read(part))
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]


def title(blob: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        root = etree.fromstring(package.read("docProps/core.xml"))
    return "".join(str(text) for text in root.itertext())


def tags_at_fault(blob: bytes, context: dict[str, object]) -> list[str]:
    with pytest.raises(Stopped) as stopped:
        by_us(blob, context)
    assert all(p.where.part and p.code.startswith("MA-") for p in stopped.value.problems)
    return [p.where.tag for p in stopped.value.problems]


def kept_or_told(blob: bytes) -> tuple[int, bool]:
    """Return how often our document has the text beside the tag, and if a problem names it."""
    try:
        made = by_us(blob, {"x": 1})
    except Stopped as stopped:
        return 0, all(p.where.part and p.where.tag for p in stopped.problems)
    return "".join(texts(made)).count("Tổng số: 5"), False


@pytest.mark.parametrize("value", ["Sở KH&ĐT <5%", "<select>", "a > b", "&amp;", "]]>"])
def test_markup_in_a_value_is_text_without_asking_for_it(value: str) -> None:
    blob = docx("[{{ x }}]\nsau")
    template = DocxTemplate(io.BytesIO(blob))
    template.render({"x": value})
    target = io.BytesIO()
    template.save(target)
    if value not in {"a > b", "]]>"}:
        assert texts(target.getvalue()) != [f"[{value}]", "sau"]
    assert texts(by_us(blob, {"x": value})) == [f"[{value}]", "sau"]


def test_title_is_escaped_once() -> None:
    blob = docx("a", properties={"dc:title": "{{ x }}"})
    assert title(by_docxtpl(blob, {"x": "A & B"})) != "A & B"
    assert title(by_us(blob, {"x": "A & B"})) == "A & B"


@pytest.mark.parametrize("field", ["cp:keywords", "cp:category", "cp:contentStatus"])
def test_properties_that_docxtpl_leaves_are_rendered(field: str) -> None:
    blob = docx("a", properties={field: "[{{ x }}]"})
    assert "[{{ x }}]" in title(by_docxtpl(blob, {"x": "1"}))
    assert "[1]" in title(by_us(blob, {"x": "1"}))


def test_a_value_that_looks_like_a_tag_stays_text_in_footnotes_of_several_sections() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    blob = docx(f"a\n{section}\nb", footnotes=["chú thích {{ x }}"])
    context = {"x": "{{ 7 * 7 }}"}
    assert "chú thích 49" in texts(by_docxtpl(blob, context), "word/footnotes.xml")
    assert "chú thích {{ 7 * 7 }}" in texts(by_us(blob, context), "word/footnotes.xml")


@pytest.mark.parametrize(
    ("part", "made"),
    [
        ("word/endnotes.xml", docx("a", endnotes=["[{{ x }}]"])),
        ("word/comments.xml", docx("a", comments=["[{{ x }}]"])),
    ],
)
def test_parts_that_docxtpl_leaves_are_rendered(part: str, made: bytes) -> None:
    assert "[{{ x }}]" in texts(by_docxtpl(made, {"x": "1"}), part)
    assert "[1]" in texts(by_us(made, {"x": "1"}), part)


@pytest.mark.parametrize(
    "template",
    [
        "Tổng số: 5 {%p if x %}\na\n{%p endif %}",
        "{%p if x %} Tổng số: 5\na\n{%p endif %}",
        "{%p if x %}\na\n{%p endif %} Tổng số: 5",
        "{%p if x %}¦ Tổng số: 5\na\n{%p endif %}",
        "| {%tr for i in [1] %} | Tổng số: 5 |\n| a | b |\n| {%tr endfor %} | |",
        "| {%tr for i in [1] %} | |\n| a | b |\n| {%tr endfor %} | Tổng số: 5 |",
        "| {%tc for i in [1] %}Tổng số: 5 | b | {%tc endfor %} |",
        "{#p ghi chú #} Tổng số: 5",
    ],
)
def test_text_beside_a_block_tag_is_kept_or_told(template: str) -> None:
    blob = docx(template)
    assert "Tổng số: 5" not in "".join(texts(by_docxtpl(blob, {"x": 1})))
    kept, told = kept_or_told(blob)
    assert kept == 1 or told


@pytest.mark.parametrize("value", ["chữ thường", 5])
def test_a_plain_value_in_a_run_tag_is_kept(value: object) -> None:
    blob = docx("trước {{r x }} sau")
    assert texts(by_docxtpl(blob, {"x": value})) == ["trước  sau"]
    assert texts(by_us(blob, {"x": value})) == [f"trước {value} sau"]


def test_a_plain_value_in_a_paragraph_tag_is_kept() -> None:
    blob = docx("trước\n{{p x }}\nsau")
    assert texts(by_docxtpl(blob, {"x": "chữ"})) == ["trước", "sau"]
    assert texts(by_us(blob, {"x": "chữ"})) == ["trước", "chữ", "sau"]


def test_rich_text_in_a_plain_tag_is_kept() -> None:
    blob = docx("trước {{ x }} sau")
    context = {"x": RichText("đậm", bold=True)}
    assert texts(by_docxtpl(blob, context)) != ["trước đậm sau"]
    assert texts(by_us(blob, context)) == ["trước đậm sau"]


def test_a_bookmark_inside_a_tag_is_kept() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="Ten"/>'
    blob = docx(f'{{{{ t¦{mark}¦en }}}}¦<w:bookmarkEnd w:id="0"/>')
    for render, count in ((by_docxtpl, 0), (by_us, 1)):
        made = render(blob, {"ten": "x"})
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            assert package.read("word/document.xml").count(b"bookmarkStart") == count


def changed(kind: str, text: str) -> str:
    element = "delText" if kind == "del" else "t"
    run = f"<w:r><w:{element}>{text}</w:{element}></w:r>"
    return f'<w:{kind} w:id="9" w:author="A" w:date="2022-01-01T00:00:00Z">{run}</w:{kind}>'


def test_a_tag_with_an_inserted_piece_is_rendered() -> None:
    blob = docx(f"a {{{{ t¦{changed('ins', 'e')}¦n }}}} b")
    assert texts(by_us(blob, {"ten": "x"})) == ["a x b"]


def test_a_tag_with_a_deleted_piece_is_rendered_without_it() -> None:
    blob = docx(f"a {{{{ te¦{changed('del', 'zzz')}¦n }}}} b")
    assert texts(by_us(blob, {"ten": "x"})) == ["a x b"]


@pytest.mark.parametrize("test", ["r % 2 == 0", "r in {2: 1}", "'}' != '%' and r == 2"])
def test_percent_and_braces_inside_a_row_tag(test: str) -> None:
    rows = f"| {{%tr for r in [1, 2] if {test} %}} |\n| {{{{ r }}}} |\n| {{%tr endfor %}} |"
    with pytest.raises(Exception, match=r"unknown tag|expected token|unexpected|Missing end"):
        by_docxtpl(docx(rows), {})
    assert texts(by_us(docx(rows), {})) == ["2"]


def test_equal_values_merge_and_others_do_not_where_the_tag_says_so() -> None:
    rows = "| {{%tr for r in ds %}} |\n| {{% vm {} %}}{{{{ r }}}} |\n| {{%tr endfor %}} |"
    context = {"ds": ["A", "A", "B"]}
    assert texts(by_docxtpl(docx(rows.format("")), context)) == ["A", "", ""]
    assert texts(by_us(docx(rows.format("r")), context)) == ["A", "", "B"]


def test_rendering_leaves_the_template_as_it_was() -> None:
    template = compile_template(docx("{{ x }}", header="{{ x }}"))
    first = template.render({"x": "một"})
    assert template.render({"x": "hai"}) != first
    assert template.render({"x": "một"}) == first


def test_an_undefined_name_is_told_where_docxtpl_prints_nothing() -> None:
    blob = docx("a\n| b | {{ don_vi.tne }} |")
    assert "None" not in "".join(texts(by_docxtpl(blob, {"don_vi": {"ten": "x"}})))
    assert tags_at_fault(blob, {"don_vi": {"ten": "x"}}) == ["{{ don_vi.tne }}"]
