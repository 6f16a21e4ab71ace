"""docxtpl's own value types, made by docxtpl, give the same document in our engine."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph

from generator.word import compile_template
from tests.word.build import docx
from tests.word.oracle.canonical import canonical, differences

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://dongnai.gov.vn/?a=1&b=2"

FORMATS: dict[str, dict[str, object]] = {
    "plain": {},
    "style": {"style": "Manh"},
    "colour": {"color": "#00FF00"},
    "size": {"size": 40},
    "subscript": {"subscript": True},
    "superscript": {"superscript": True},
    "bold italic": {"bold": True, "italic": True},
    "underline": {"underline": True},
    "double underline": {"underline": "double"},
    "strike": {"strike": True},
    "font": {"font": "Times New Roman"},
    "font of a region": {"font": "eastAsia:Times New Roman"},
    "right to left": {"rtl": True, "bold": True, "italic": True},
    "language": {"lang": "vi-VN"},
    "everything": {"style": "Manh", "color": "FF0000", "size": 28, "bold": True, "italic": True,
                   "underline": "dash", "strike": True, "font": "Arial", "lang": "vi-VN"},
}  # fmt: skip

TAGS = {
    "r tag": "trước {{r x }} sau",
    "r tag in a cell": "| a {{r x }} | b |",
    "r tag in a row loop": "| {%tr for i in [1, 2] %} |\n| {{r x }} |\n| {%tr endfor %} |",
    "r tag in a condition": "{% if x %}{{r x }}{% endif %} sau",
}


def png(width: int = 3, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80\x20\x20" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def difference(blob: bytes, values: Callable[[DocxTemplate], dict[str, object]]) -> str:
    """Render with both engines; `values` makes them anew for each, as docxtpl's hold a template."""
    theirs = DocxTemplate(io.BytesIO(blob))
    theirs.render(values(theirs), autoescape=True)
    target = io.BytesIO()
    theirs.save(target)
    maker = DocxTemplate(io.BytesIO(blob))
    context = values(maker)
    links = {i: r.target_ref for i, r in maker.get_docx().part.rels.items() if r.is_external}
    ours = compile_template(blob, name="mau.docx").render(context, links=links)
    return differences(canonical(target.getvalue()), canonical(ours))


@pytest.mark.parametrize("tag", TAGS.values(), ids=TAGS)
@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_rich_text(form: dict[str, object], tag: str) -> None:
    assert difference(docx(tag), lambda _: {"x": RichText("một & <hai>", **form)}) == ""


@pytest.mark.parametrize("tag", TAGS.values(), ids=TAGS)
@pytest.mark.parametrize("text", ["một\nhai", "một\thai\tba", "một\ahai\nba\a", "một\fhai"])
def test_breaks_in_rich_text(text: str, tag: str) -> None:
    assert difference(docx(tag), lambda _: {"x": RichText(text, bold=True)}) == ""


@pytest.mark.parametrize("tag", TAGS.values(), ids=TAGS)
def test_rich_text_of_several_pieces(tag: str) -> None:
    def values(_: DocxTemplate) -> dict[str, object]:
        text = RichText("một ", bold=True)
        text.add("hai", italic=True)
        text.add(RichText(" ba", color="0000FF"))
        return {"x": text}

    assert difference(docx(tag), values) == ""


@pytest.mark.parametrize("tag", TAGS.values(), ids=TAGS)
def test_hyperlink_in_rich_text(tag: str) -> None:
    def values(template: DocxTemplate) -> dict[str, object]:
        return {"x": RichText("trang tin", url_id=template.build_url_id(URL), underline=True)}

    assert difference(docx(tag), values) == ""


@pytest.mark.parametrize(
    "template",
    [
        "trước\n{{p x }}\nsau",
        "| {{p x }} | b |",
        "{%p for i in [1, 2] %}\n{{p x }}\n{%p endfor %}",
    ],
)
def test_rich_text_paragraphs(template: str) -> None:
    def values(_: DocxTemplate) -> dict[str, object]:
        text = RichTextParagraph()
        text.add("tiêu đề & số 1", parastyle="De")
        text.add(RichText("đậm", bold=True))
        return {"x": text}

    assert difference(docx(template), values) == ""


@pytest.mark.parametrize("template", ["{{ x }}", "a {{ x }} b", "| {{ x }} | b |"])
@pytest.mark.parametrize(
    "text", ["a\nb", "a\tb\tc", "a\ab\ac", "a\fb", "a & b\n<c>\a\td", "\n", ""]
)
@pytest.mark.parametrize("kind", [Listing, str])
def test_listings_and_plain_text(kind: Callable[[str], object], text: str, template: str) -> None:
    assert difference(docx(template), lambda _: {"x": kind(text)}) == ""


def test_listing_keeps_the_formats_of_its_run_and_paragraph() -> None:
    line = (
        '<w:p><w:pPr><w:pStyle w:val="De"/><w:jc w:val="center"/></w:pPr>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>a {{ x }} b</w:t></w:r></w:p>"
    )
    assert difference(docx(line), lambda _: {"x": Listing("1\n2\t3\a4\f5")}) == ""


@pytest.mark.parametrize("size", [{}, {"width": Mm(20)}, {"width": Mm(20), "height": Mm(30)}])
@pytest.mark.parametrize("anchor", [None, URL])
def test_inline_image_in_the_body(anchor: str | None, size: dict[str, Mm]) -> None:
    def values(template: DocxTemplate) -> dict[str, object]:
        return {"x": InlineImage(template, io.BytesIO(png()), anchor=anchor, **size)}

    assert difference(docx("trước {{ x }} sau\n| {{ x }} | b |"), values) == ""


def test_inline_image_in_header_and_footer() -> None:
    def values(template: DocxTemplate) -> dict[str, object]:
        return {"x": InlineImage(template, io.BytesIO(png()), width=Mm(20))}

    assert difference(docx("thân", header="đầu {{ x }}", footer="{{ x }} chân"), values) == ""


@pytest.mark.parametrize("template", ["trước\n{{p x }}\nsau", "| {{p x }} | b |"])
def test_subdocument(template: str) -> None:
    pytest.importorskip("docxcompose", reason="docxtpl[subdoc] is not installed")

    def values(engine: DocxTemplate) -> dict[str, object]:
        part = engine.new_subdoc()
        part.add_paragraph("Đoạn & một")
        part.add_paragraph("Đoạn hai", style="heading 1")
        part.add_table(rows=2, cols=2).cell(0, 1).text = "ô"
        part.add_paragraph("Sau bảng")
        return {"x": part}

    assert difference(docx(template), values) == ""


def test_subdocument_from_a_file() -> None:
    pytest.importorskip("docxcompose", reason="docxtpl[subdoc] is not installed")
    inserted = io.BytesIO()
    document = Document()
    document.add_heading("Phụ lục", 1)
    document.add_paragraph("Một").add_run(" đậm").bold = True
    document.add_picture(io.BytesIO(png()), width=Mm(15))
    document.save(inserted)

    def values(engine: DocxTemplate) -> dict[str, object]:
        inserted.seek(0)
        return {"x": engine.new_subdoc(inserted)}

    assert difference(docx("trước\n{{p x }}\nsau"), values) == ""


@pytest.mark.parametrize("value", ["", None])
def test_nothing_in_a_paragraph_tag_leaves_no_paragraph(value: str | None) -> None:
    shown = "{{p x or '' }}"
    assert difference(docx(f"trước\n{shown}\nsau"), lambda _: {"x": value}) == ""
