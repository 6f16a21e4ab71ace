"""Paragraphs read by their shape are those that are read one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.the_thuc.doc import shapes
from generator.the_thuc.doc.reading import read_docx
from generator.word.faults import RefusedError
from tests.the_thuc.build import document, p, r, report, table

if TYPE_CHECKING:
    from generator.the_thuc.doc.model import Para

# -- a comment: the whole document is parsed --
WHOLE = ("<w:body>", "<w:body><!-- -->")


def _said(para: Para) -> tuple[object, ...]:
    cell = para.cell and (para.cell.table, para.cell.row, para.cell.column)
    extras = para.extras
    beside = (extras.fields, extras.lines, len(extras.boxes), extras.tracked, extras.drawn)
    return (para.text, para.runs, para.format, para.number, cell, para.boxed, beside)


BODIES = [
    p("Than", "Một đoạn.") + p("Than", "Hai đoạn."),
    p("Than", r("a") + r("b", "<w:b/>") + r("c")) + p("Than", r("") + r("b", "<w:b/>") + r("")),
    p("Than", r("a\nb") + r("c")) + p("Than", r("\n") + r("x")) + p("Than", r("1\n2\n3")),
    p("Than", "<w:r><w:tab/><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r>"),
    p("Than") + p("Muc", "I. MỤC") + p("Ke", properties='<w:ind w:left="100"/>'),
    p("Than", "R&amp;D") + p("Than", "a > b") + p("Than", "&#x41;"),
    table((100, 200), (p("O", "1"), p("O", "2") + p("O", "3"))) + p("O", "4"),
    p("Than", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'),
    p("Than", r("giữ") + "<w:ins>" + r("thêm") + "</w:ins><w:del><w:r><w:delText>x</w:delText>"
      "</w:r></w:del>"),
    p("Than", "<w:r><w:pict><v:textbox><w:txbxContent>" + p("So", "Số: 1") + p("So", "x")
      + "</w:txbxContent></v:textbox></w:pict></w:r>") + p("Than", "sau"),
    p("Than", "hết", '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>') + p("Than", "x"),
    p("Than", "<w:r><w:t><![CDATA[a<b]]></w:t></w:r>"),
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_paragraphs_are_the_same_as_in_a_document_that_is_parsed_whole(body: str) -> None:
    twice = body + body

    quick = read_docx(document(twice))
    whole = read_docx(document("<!-- -->" + twice))

    assert [_said(para) for para in quick.paras] == [_said(para) for para in whole.paras]
    assert len(quick.sections) == len(whole.sections)


def test_a_report_is_the_same() -> None:
    quick, whole = read_docx(report()), read_docx(report(WHOLE))

    assert [_said(para) for para in quick.paras] == [_said(para) for para in whole.paras]


def test_a_paragraph_of_text_is_taken_out_and_one_with_an_entity_stays() -> None:
    xml = b"<w:document><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p>&amp;</w:p></w:body>"

    kept, cuts = shapes.take_out(xml)

    assert kept == b'<w:document><w:body><w:p n="0"/><w:p>&amp;</w:p></w:body>'
    assert cuts.all == [(b"<w:r><w:t</w:t></w:r>", [b"a"])]
    assert cuts.head == b"<w:document>"


@pytest.mark.parametrize("text", ["a\x01b", "a<b", "<w:b></w:i>"])
def test_what_is_no_xml_is_refused_as_ever(text: str) -> None:
    with pytest.raises(RefusedError) as caught:
        read_docx(document(p("Than", f"<w:r><w:t>{text}</w:t></w:r>")))

    assert caught.value.problem.code == "MA-005"
    assert "word/document.xml" in caught.value.problem.message.vi
