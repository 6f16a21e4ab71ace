"""Footnotes from data: real ones, numbered in reading order, with all that Word wants for them."""

from __future__ import annotations

import re

from generator.word import compile_template
from tests.word.build import NAMESPACES, docx
from tests.word.read import part, problems, rendered


def notes(blob: bytes) -> dict[str, str]:
    xml = part(blob, "word/footnotes.xml")
    found = re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', xml, re.DOTALL)
    return {number: "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", body)) for number, body in found}


def references(blob: bytes) -> list[str]:
    return re.findall(r'<w:footnoteReference w:id="(\d+)"/>', part(blob, "word/document.xml"))


def test_the_first_footnote_makes_the_part_its_type_and_its_relationship() -> None:
    out = rendered(docx("Số liệu{{ 'Nguồn: A & B' | chu_thich }}"))

    assert notes(out) == {"1": " Nguồn: A &amp; B"}
    assert "footnotes+xml" in part(out, "[Content_Types].xml")
    assert 'Target="footnotes.xml"' in part(out, "word/_rels/document.xml.rels")
    assert 'w:type="continuationSeparator" w:id="0"' in part(out, "word/footnotes.xml")


def test_footnotes_in_loops_and_cells_are_numbered_as_they_are_read() -> None:
    blob = docx(
        """{{ 'đầu' | chu_thich }}
        | {%tr for x in ds %} |
        | {{ x }}{{ x | chu_thich }} |
        | {%tr endfor %} |
        {{ 'cuối' | chu_thich }}"""
    )

    out = rendered(blob, ds=["a", "b"])

    assert references(out) == ["1", "2", "3", "4"]
    assert notes(out) == {"1": " đầu", "2": " a", "3": " b", "4": " cuối"}


def test_new_footnotes_follow_those_of_the_template() -> None:
    out = rendered(docx("{{ 'mới' | chu_thich }}", footnotes=["có {{ a }}"]), a="sẵn")

    assert notes(out)["1"] == "có sẵn"
    assert notes(out)["2"] == " mới"
    assert references(out) == ["2"]


def test_a_document_without_footnotes_from_data_gets_none() -> None:
    out = rendered(docx("{{ '' }}"))

    assert "footnotes" not in part(out, "[Content_Types].xml")


def test_a_footnote_in_a_header_is_a_problem() -> None:
    assert problems(docx("x", header="{{ 'a' | chu_thich }}")) == [
        ("MA-043", "mau.docx, đầu trang, đoạn 1, \"{{ 'a' | chu_thich }}\"")
    ]


def test_a_footnote_in_a_text_box_is_a_problem() -> None:
    box = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>{{ 'a' | chu_thich }}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )

    assert [code for code, _ in problems(docx(box))] == ["MA-043"]


def test_every_rendering_with_footnotes_has_the_settings_and_styles_they_need() -> None:
    blob = docx(
        "{% if f %}a{{ 'b' | chu_thich }}{% endif %}",
        more={"word/settings.xml": f'<w:settings xmlns:w="{NAMESPACES["w"]}"/>'},
        rels=[("rId90", "settings", "settings.xml")],
    )
    template = compile_template(blob)
    first, without, second = (template.render({"f": f}) for f in (True, False, True))

    assert first == second
    assert "<w:footnotePr>" in part(first, "word/settings.xml")
    assert "<w:footnotePr>" not in part(without, "word/settings.xml")
    assert "footnote text" in part(first, "word/styles.xml")
    assert "footnote text" not in part(without, "word/styles.xml")
