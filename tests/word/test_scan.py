"""Tags however Word has split them, and what stands between their pieces."""

from __future__ import annotations

import pytest

from generator.word.tags import clean, find_tags
from tests.word.build import docx
from tests.word.read import paragraphs, part, rendered


@pytest.mark.parametrize(
    "text",
    [
        "a {{ ten }} b",
        "a {¦{ ten }} b",
        "a {{¦ ten }¦} b",
        "a {{ t¦e¦n }} b",
        "a {{ te¦<w:proofErr w:type='spellStart'/>¦n }} b",
        "a {{ te¦<w:ins w:id='1' w:author='x'><w:r><w:t>n</w:t></w:r></w:ins>¦ }} b",
        "a {{ te¦<w:del w:id='1' w:author='x'><w:r><w:delText>m</w:delText></w:r></w:del>¦n }} b",
    ],
)
def test_a_tag_is_one_tag_however_it_is_split(text: str) -> None:
    assert paragraphs(rendered(docx(text), ten="X")) == ["a X b"]


def test_a_bookmark_inside_a_tag_is_kept() -> None:
    out = rendered(
        docx("{{ te¦<w:bookmarkStart w:id='1' w:name='b'/>¦n }}¦<w:bookmarkEnd w:id='1'/>"), ten="X"
    )

    assert part(out, "word/document.xml").count("w:bookmark") == 2


def test_text_behind_a_split_tag_keeps_its_own_format() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>n }} đậm</w:t></w:r>"

    xml = part(rendered(docx(f"{{{{ te¦{bold}"), ten="X"), "word/document.xml")

    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> đậm</w:t>' in xml


def test_deleted_text_is_no_tag() -> None:
    deleted = "<w:del w:id='1' w:author='x'><w:r><w:delText>{{ cu }}</w:delText></w:r></w:del>"

    assert paragraphs(rendered(docx(f"a¦{deleted}¦{{{{ b }}}}"), b="b")) == ["ab"]


def test_tags_in_attributes_and_field_codes_are_rendered() -> None:
    field = "<w:fldSimple w:instr='HYPERLINK \"{{ u }}\"'><w:r><w:t>x</w:t></w:r></w:fldSimple>"

    xml = part(rendered(docx(f"a¦{field}"), u="https://a?b&c"), "word/document.xml")

    assert "https://a?b&amp;c" in xml


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{{ '}}' }}", [" '}}' "]),
        ("{{ {'a': {'b': 1}} }} x", [" {'a': {'b': 1}} "]),
        ("{% if a %}b{% endif %}", [" if a ", " endif "]),
        ("{# don't #}{{ a }}", [" don't ", " a "]),
        ("{{ don't }}", [" don't "]),
        ("{ {a} } {a}", []),
    ],
)
def test_where_tags_end(text: str, codes: list[str]) -> None:
    assert [found.code for found in find_tags(text)] == codes


def test_prefixes_and_dashes_are_no_code() -> None:
    found = list(find_tags("{%p if a %}{{r b }}{%- c -%}{{ tr }}{{r}}"))

    assert [(one.prefix, one.code.strip()) for one in found] == [
        ("p", "if a"),
        ("r", "b"),
        ("", "c"),
        ("", "tr"),
        ("", "r"),
    ]
    assert found[2].dash_before
    assert found[2].dash_after


def test_invisible_characters_and_line_ends_leave_the_code() -> None:
    assert clean(" a\u200b\n.b ") == " a .b "
    assert clean("“it’s”") == '"it’s"'


def test_signs_that_word_puts_for_others_are_read_as_they_are_meant() -> None:
    assert clean('a – b \u2212 c ≥ d ≤ e ≠ "–"') == 'a - b - c >= d <= e != "–"'
    assert paragraphs(rendered(docx("{{ a – b }}"), a=5, b=2)) == ["3"]
