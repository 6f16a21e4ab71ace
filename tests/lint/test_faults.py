"""Every fault of a template is told with its exact code and place, and nothing else is."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from tests.lint.cases import CASES, Case, built
from tests.lint.house import faults, house
from tests.word.build import docx

RECORDED = Path(__file__).parent / "docxtpl-lint.json"


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_fault_is_told_at_its_place(case: Case) -> None:
    # -- a tag is told in the letters in which it was typed --
    found = [unicodedata.normalize("NFC", line) for line in faults(built(case))]

    assert found == case.expected


def test_there_are_at_least_sixty_faulty_templates() -> None:
    assert sum(bool(case.expected) for case in CASES) >= 60


def test_names_of_cases_are_their_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_all_faults_of_one_template_are_told_at_once() -> None:
    found = faults(
        docx(
            """{{ don_vi.tenn }} {{ khong_co }}
            {% if minh_hoa %}
            | {%tr for d in bieu_mau[0].dong %} |
            | {{ d.sttt | hoaa }} | {{ ky.den_ngay | so_luong }} |
            | {%tr endfor %} |
            {{ ky.ten""",
            header="{{ ky.namm }}",
        )
    )

    assert found == [
        'MA-061 đoạn 1, "{{ don_vi.tenn }}"',
        'MA-060 đoạn 1, "{{ khong_co }}"',
        'MA-024 đoạn 2, "{% if minh_hoa %}"',
        'MA-022 bảng 1, hàng 2, ô 1, "{{ d.sttt | hoaa }}"',
        'MA-061 bảng 1, hàng 2, ô 1, "{{ d.sttt | hoaa }}"',
        'MA-064 bảng 1, hàng 2, ô 2, "{{ ky.den_ngay | so_luong }}"',
        'MA-020 đoạn 3, "{{ ky.ten"',
        'MA-061 đầu trang, đoạn 1, "{{ ky.namm }}"',
    ]


@pytest.mark.parametrize(
    "code", ["+".join("a" * 5000), f"{'(' * 3000}a{')' * 3000}", "a" + ".b" * 5000]
)
def test_an_expression_that_no_parser_follows_is_a_fault(code: str) -> None:
    (found,) = faults(docx(f"{{{{ ky.ten }}}}\n{{{{ {code} }}}}"))

    assert found.startswith("MA-068 đoạn 2, ")


def test_what_is_no_word_file_is_one_fault() -> None:
    assert faults(b"%PDF-1.7") == ["MA-001"]


def test_a_fault_in_a_shared_piece_is_told_in_its_own_file() -> None:
    own = house({"dau": docx("{{ don_vi.tenn }}")})

    assert faults(docx('{%p include "dau" %}\n{{ ky.tenn }}'), own) == [
        'MA-061 chung/dau.docx, đoạn 1, "{{ don_vi.tenn }}"',
        'MA-061 đoạn 2, "{{ ky.tenn }}"',
    ]


def test_names_around_a_piece_are_known_in_it() -> None:
    own = house({"bang": docx("{{ bm.ten }} {{ bm.tenn }}")})
    blob = docx('{%p for bm in bieu_mau %}\n{%p include "bang" %}\n{%p endfor %}')

    assert faults(blob, own) == ['MA-061 chung/bang.docx, đoạn 1, "{{ bm.tenn }}"']


def test_styles_of_the_narrative_are_missed_where_it_is_printed() -> None:
    own = house(styles=("De", "BodyText"))

    assert faults(docx("{{p noi_dung }}"), own) == ['MA-074 kiểu chữ, "{{p noi_dung }}"']
    assert faults(docx("{{ ky.ten }}"), own) == []


def test_a_style_in_use_with_another_font_is_told_by_its_name() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr>'
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="De"><w:name w:val="heading 1"/>{font}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="K"><w:name w:val="khác"/>{font}</w:style>'
        "</w:styles>"
    )
    heading = '<w:p><w:pPr><w:pStyle w:val="De"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'

    assert faults(docx(heading, more={"word/styles.xml": styles})) == [
        'MA-073 kiểu chữ, "heading 1"'
    ]


def test_what_docxtpl_lint_finds_is_found_too() -> None:
    """Recorded by `benchmarks/lint.py`; what only docxtpl cannot do aside."""
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    ours = {case.name: case.expected for case in CASES}

    theirs = {name for name, rules in recorded["found"].items() if rules}
    assert {name for name in theirs if not ours[name]} == {
        name for name in theirs if name.startswith("docxtpl cannot")
    }
    assert len([name for name in ours if ours[name] and name not in theirs]) >= 40
