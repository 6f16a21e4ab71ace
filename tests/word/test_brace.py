"""The brace beside receivers that share a purpose: as high as their lines."""

from __future__ import annotations

import re
from io import BytesIO

import docx as python_docx

from generator.word import compile_template
from generator.word.brace import Brace
from generator.word.values import PartWriter
from tests.word.build import docx


def _height(xml: str) -> int:
    found = re.search(r'<wp:extent cx="[0-9]+" cy="([0-9]+)"/>', xml)
    assert found
    return int(found[1])


def test_a_brace_is_as_high_as_its_lines() -> None:
    four = Brace(lines=4).docx_xml(PartWriter())
    assert _height(four) == round(4 * 11 * 1.15 * 12_700)
    assert _height(Brace(lines=4, points=22).docx_xml(PartWriter())) == 2 * _height(four)
    assert 'prst="rightBrace"' in four


def test_drawings_of_one_part_have_their_own_ids() -> None:
    part = PartWriter()
    ids = [re.findall(r'docPr id="([0-9]+)"', Brace(lines=2).docx_xml(part)) for _ in range(2)]
    assert ids[0] != ids[1]


def test_a_brace_stands_between_the_words_of_a_line() -> None:
    template = compile_template(docx("a {{r ngoac }} b"), name="a.docx")
    made = python_docx.Document(BytesIO(template.render({"ngoac": Brace(lines=2)})))
    runs = made.paragraphs[0]._p.xpath("./w:r")
    shown = [run for run in runs if run.xpath("./w:t|.//w:drawing")]
    assert [len(run.xpath(".//w:drawing")) for run in shown] == [
        0, 1, 0,
    ]  # fmt: skip
