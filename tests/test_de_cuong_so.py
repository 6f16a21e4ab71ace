"""The outline of a department's report, alone: complete without a text of the unit's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests import read_back

if TYPE_CHECKING:
    from docx.document import Document

DATA = read_back.ROOT / "data/2022-Q1/so-noi-vu-dong-nai.yaml"
# Section 2.4 is the department's own (its report has no 2.3); the outline has no such gap.
OUTLINE = [
    heading
    for heading in read_back.golden("so-noi-vu-dong-nai.de-muc.txt")
    if not heading.startswith("2.4.")
]


def test_it_has_every_heading_and_no_gap() -> None:
    report = _render(_data())

    assert read_back.headings(report) == OUTLINE
    assert _unfinished(report) == []


def test_its_figures_are_those_of_the_forms() -> None:
    text = read_back.body_text(_render(_data()))

    assert (
        "đã giải quyết xong 155 hồ sơ TTHC, trong đó 152 hồ sơ được giải quyết đúng hạn, đạt 98,06%"
    ) in text
    assert "đã hoàn thành 03/28 nhiệm vụ" in text


def test_a_figure_that_was_not_given_takes_its_sentence_with_it() -> None:
    report = _render(_with_every_value("trong"))

    assert read_back.headings(report) == OUTLINE
    assert _unfinished(report) == []
    assert "không phát sinh" not in read_back.body_text(report)


@pytest.mark.parametrize("value", ["0", "khong_phat_sinh"])
def test_what_did_not_arise_is_said_in_words(value: str) -> None:
    report = _render(_with_every_value(value))

    assert _unfinished(report) == []
    assert "Trong kỳ không phát sinh TTHC công bố mới" in read_back.body_text(report)


@pytest.mark.parametrize(
    ("period", "named", "announced"),
    [
        ("2022-03", "trong tháng 3 năm 2022", "THÁNG 4/2022"),
        ("2022-6T", "trong 6 tháng đầu năm 2022", "6 THÁNG CUỐI NĂM 2022"),
        ("2022", "trong năm 2022", "NĂM 2023"),
    ],
)
def test_it_serves_any_period(period: str, named: str, announced: str) -> None:
    report = _render(_data().replace("ky: 2022-Q1 ", f"ky: {period} ", 1))

    assert named in read_back.body_text(report)
    assert read_back.headings(report)[-1].endswith(announced)


def _data() -> str:
    return DATA.read_text(encoding="utf-8")


def _with_every_value(value: str) -> str:
    """Return the data with one value in every row of the forms."""
    rest, forms = _data().split("\nbieu_mau:\n")
    form_or_row = re.compile(r'  \d:|    "[\d.]+":')
    lines = [found[0] for found in map(form_or_row.match, forms.splitlines()) if found]
    rows = [f"{line} {value}" if '"' in line else line for line in lines]
    return "\n".join([rest, "bieu_mau:", *rows, ""])


def _render(data: str) -> Document:
    return read_back.read(read_back.render(data.encode(), DATA.name, None))


def _unfinished(report: Document) -> list[str]:
    """Return the paragraphs that miss a figure, a word or a full stop."""
    return [
        paragraph.text
        for paragraph in read_back.body_paragraphs(report)
        if re.search(r"…|  | [.,;)]|\(\s*\)", paragraph.text)
        or not (read_back.is_heading(paragraph) or paragraph.text.endswith((".", ":", ";")))
    ]
