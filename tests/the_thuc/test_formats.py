"""Formats that take effect: defaults, styles, what they are based on, toggles, themes, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.the_thuc.doc.reading import read_docx
from tests.the_thuc.build import document, p, r, table

if TYPE_CHECKING:
    from generator.the_thuc.doc.formats import RunFormat
    from generator.the_thuc.doc.model import Para

_BOLD_CHARACTERS = (
    '<w:style w:type="character" w:styleId="Manh"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
    "</a:themeElements></a:theme>"
)


def _defaults(run: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(
    name: str, run: str = "", paragraph: str = "", *, based: str = "", kind: str = "paragraph"
) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _first(body: str, styles: str, **parts: str) -> Para:
    return read_docx(document(body, styles=styles, **parts)).paras[0]


def _look(body: str, styles: str, **parts: str) -> RunFormat:
    return _first(body, styles, **parts).runs[0].format


def test_a_style_takes_over_from_the_one_it_is_based_on() -> None:
    styles = _style("A", '<w:sz w:val="26"/><w:i/>') + _style("B", '<w:sz w:val="28"/>', based="A")

    look = _look(p("B", "chữ"), styles)

    assert (look.size, look.italic) == (14.0, True)


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    styles = _style("A", "<w:b/>", based="B") + _style("B", "<w:i/>", based="A")

    look = _look(p("A", "chữ"), styles)

    assert (look.bold, look.italic) == (True, True)


def test_bold_of_paragraph_style_and_of_character_style_cancel_each_other() -> None:
    styles = _style("A", "<w:b/>") + _BOLD_CHARACTERS

    look = _look(p("A", r("chữ", '<w:rStyle w:val="Manh"/>')), styles)

    assert look.bold is False


def test_bold_of_the_run_itself_is_bold_whatever_the_styles_say() -> None:
    styles = _style("A", "<w:b/>") + _BOLD_CHARACTERS

    look = _look(p("A", r("chữ", '<w:rStyle w:val="Manh"/><w:b/>')), styles)

    assert look.bold is True


def test_bold_switched_off_in_a_style_above_stays_off() -> None:
    styles = _style("A", "<w:b/>") + _style("B", '<w:b w:val="0"/>', based="A")

    assert _look(p("B", "chữ"), styles).bold is False


def test_bold_of_the_defaults_does_not_count_twice() -> None:
    styles = _defaults("<w:b/>") + _style("A", "<w:b/>")

    assert _look(p("A", "chữ"), styles).bold is True


def test_a_table_style_gives_what_no_paragraph_style_states() -> None:
    styles = _style("Bang", '<w:sz w:val="24"/><w:i/>', kind="table") + _style("A", "<w:b/>")
    styled = table((5000,), (p("A", "chữ"),)).replace(
        "<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Bang"/>'
    )

    look = _look(styled, styles)

    assert (look.size, look.italic, look.bold) == (12.0, True, True)


def test_a_theme_font_is_the_font_of_the_theme() -> None:
    styles = _defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>')

    look = _look(p("A", "chữ"), styles, theme1=_THEME)

    assert look.fonts[:2] == ("Calibri", "Cambria")


def test_a_font_of_the_run_takes_the_place_of_a_theme_font() -> None:
    styles = _defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    run = r("chữ", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')

    assert _look(p("A", run), styles, theme1=_THEME).fonts[:2] == ("Times New Roman",) * 2


def test_without_styles_word_takes_its_own_defaults() -> None:
    look = _look(p("A", "chữ"), "")

    assert (look.fonts[0], look.size, look.bold) == ("Times New Roman", 10.0, False)


def test_the_default_style_holds_for_paragraphs_without_one() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:name w:val="Normal"/>'
        '<w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
    )

    assert _look(f"<w:p>{r('chữ')}</w:p>", styles).size == 14.0
    assert _look(p("KhongCo", "chữ"), styles).size == 14.0


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="567" w:firstLine="0"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/>'
    '</w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
)


def _listed(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'


def test_numbers_of_lists_are_part_of_the_text() -> None:
    body = "".join(p("A", "mục", _listed(level)) for level in (0, 1, 1, 0, 1))

    doc = read_docx(document(body, numbering=_NUMBERING))

    assert [para.text for para in doc.paras] == [
        "I. mục", "I.1. mục", "I.2. mục", "II. mục", "II.1. mục",
    ]  # fmt: skip


def test_a_list_named_by_the_paragraph_moves_it_and_one_named_by_the_style_does_not() -> None:
    own = _style("A", "", '<w:ind w:firstLine="720"/>')
    named = _style("B", "", f'{_listed(0)}<w:ind w:left="0" w:firstLine="720"/>')

    by_paragraph = _first(p("A", "mục", _listed(0)), own, numbering=_NUMBERING).format
    by_style = _first(p("B", "mục"), named, numbering=_NUMBERING).format

    assert (by_paragraph.left, by_paragraph.first) == (567, 0)
    assert (by_style.left, by_style.first) == (0, 720)


def test_a_list_that_is_not_there_has_no_numbers() -> None:
    nameless = _NUMBERING.replace(' w:abstractNumId="0"', "").replace('w:numId="3"', 'w:numId="4"')

    doc = read_docx(document(p("A", "mục", _listed(0)), numbering=nameless))

    assert doc.paras[0].text == "mục"


def test_deleted_text_is_out_and_inserted_text_is_in() -> None:
    changed = f"<w:del>{r('cũ').replace('w:t', 'w:delText')}</w:del><w:ins>{r('mới')}</w:ins>"

    para = _first(p("A", r("chữ ") + changed), "")

    assert (para.text, para.extras.tracked) == ("chữ mới", True)


def test_text_in_content_controls_links_and_fields_is_read() -> None:
    inner = (
        f"<w:sdt><w:sdtContent>{r('a')}</w:sdtContent></w:sdt><w:hyperlink>{r('b')}</w:hyperlink>"
        f'<w:fldSimple w:instr=" DATE ">{r("c")}</w:fldSimple>'
    )
    body = f"<w:sdt><w:sdtContent>{p('A', inner)}</w:sdtContent></w:sdt>"

    para = _first(body, "")

    assert (para.text, para.fields) == ("abc", ["DATE"])


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:pPr><w:ind w:left="x" w:firstLine="9e99"/><w:spacing w:line=""/></w:pPr></w:p>',
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="77"/><w:numId w:val="x"/></w:numPr></w:pPr></w:p>',
        "<w:p><w:r><w:rPr><w:sz/><w:color/></w:rPr><w:t/></w:r></w:p>",
        "<w:p><w:r><w:pict><v:line/><v:shape style='width:'/></w:pict></w:r></w:p>",
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc/><w:tc/></w:tr></w:tbl>",
        '<w:sectPr><w:pgSz w:w="mm"/><w:pgMar/></w:sectPr>',
    ],
)
def test_values_that_make_no_sense_are_read_as_if_they_were_not_there(body: str) -> None:
    assert len(read_docx(document(body)).sections) == 1
