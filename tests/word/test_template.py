"""Faults of templates: all of them in one pass, each where it stands."""

from __future__ import annotations

import pytest

from generator.problem import Stopped
from generator.word import compile_template
from tests.word.build import docx
from tests.word.read import hints, paragraphs, problems, rendered, tables


def test_all_faults_of_a_template_are_found_in_one_pass() -> None:
    blob = docx(
        """{% if co %}
        {{ a | hoaa }}
        {{ a.__class__ }}
        {{ 1 + }}
        {{ mở
        | x | {{ b is chann }} |
        | {%tr for r in ds %} | |
        """,
        header="{% endfor %}",
    )

    assert sorted(problems(blob)) == [
        ("MA-020", 'mau.docx, thân văn bản, đoạn 5, "{{ mở"'),
        ("MA-021", 'mau.docx, thân văn bản, đoạn 4, "{{ 1 + }}"'),
        ("MA-022", 'mau.docx, thân văn bản, bảng 1, hàng 1, ô 2, "{{ b is chann }}"'),
        ("MA-022", 'mau.docx, thân văn bản, đoạn 2, "{{ a | hoaa }}"'),
        ("MA-024", 'mau.docx, thân văn bản, bảng 1, hàng 2, ô 1, "{%tr for r in ds %}"'),
        ("MA-024", 'mau.docx, thân văn bản, đoạn 1, "{% if co %}"'),
        ("MA-025", 'mau.docx, đầu trang, "{% endfor %}"'.replace(', "', ', đoạn 1, "')),
        ("MA-027", 'mau.docx, thân văn bản, đoạn 3, "{{ a.__class__ }}"'),
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ a | uper }}", "Ý bạn là “upper”?"),
        ("{% p if a %}", "Chữ “p” viết thường, liền sau dấu mở, ví dụ {%p … %}."),
        ("{%TR for x in y %}", "Chữ “tr” viết thường, liền sau dấu mở, ví dụ {%tr … %}."),
        ("{% if x = 9 %}a{% endif %}", "So sánh bằng thì viết “==”."),
        ("{% if x %}a{% else if y %}b{% endif %}", "Viết {% elif … %}."),
        ("{{ sl.nhiem vu }}", "Tên viết liền, nối bằng gạch dưới: “nhiem_vu”."),
        (
            "{{ a « b }}",
            "Xóa ký tự ấy rồi gõ lại bằng bàn phím; chữ thì đặt trong dấu nháy kép.",
        ),
        (
            "| {%p for x in y %} |\n| {{ x }} |\n| {%p endfor %} |",
            (
                "Lặp hay bỏ hàng của bảng thì viết {%tr … %}, "
                "thẻ mở và thẻ đóng mỗi thẻ một hàng riêng."
            ),
        ),
        (
            'Xem {%p include "khen" %}',
            'Đặt {%p include "tên-mảnh" %} một mình trên một đoạn của thân văn bản.',
        ),
        ("{% fore x in y %}", "Ý bạn là “for” hay “endfor”?"),
        ("{% if a %}", "Thêm {% endif %} sau khối."),
    ],
)
def test_a_fault_comes_with_a_hint(text: str, hint: str) -> None:
    assert hint in hints(docx(text))


@pytest.mark.parametrize("word", ["include 'x'", "import 'x' as y", "extends 'x'", "autoescape 0"])
def test_a_template_reaches_no_other_template_and_keeps_escaping(word: str) -> None:
    assert ("MA-027", f'mau.docx, thân văn bản, đoạn 1, "{{% {word} %}}"') in problems(
        docx(f"{{% {word} %}}")
    )


def test_crossed_blocks_are_blamed_on_the_one_left_open() -> None:
    found = problems(docx("{% for x in y %}{% if x %}{% endfor %}"))

    assert found == [("MA-024", 'mau.docx, thân văn bản, đoạn 1, "{% if x %}"')]


def test_a_block_that_cuts_through_a_table_is_a_fault() -> None:
    blob = docx(
        """{%p if co %}
        | a |
        | {{ 1 }}{%p endif %} |"""
    )

    assert problems(blob) == [("MA-026", 'mau.docx, thân văn bản, đoạn 1, "{%p if co %}"')]


def test_a_row_tag_outside_a_table_is_a_fault() -> None:
    assert problems(docx("{%tr for x in y %}\n{%tr endfor %}")) == [
        ("MA-028", 'mau.docx, thân văn bản, đoạn 1, "{%tr for x in y %}"'),
        ("MA-028", 'mau.docx, thân văn bản, đoạn 2, "{%tr endfor %}"'),
    ]


def test_a_row_tag_amid_the_row_is_a_fault() -> None:
    blob = docx("| a | {%tr for x in y %} | b |\n| {%tr endfor %} | | |")

    assert problems(blob)[0] == (
        "MA-028",
        'mau.docx, thân văn bản, bảng 1, hàng 1, ô 2, "{%tr for x in y %}"',
    )


def test_text_beside_a_paragraph_tag_stays_on_its_side() -> None:
    blob = docx("Tổng số: 5 {%p if co %}\nmất hay còn\n{%p endif %} hết")

    assert paragraphs(rendered(blob, co=True)) == ["Tổng số: 5 ", "mất hay còn", " hết"]
    assert paragraphs(rendered(blob, co=False)) == ["Tổng số: 5 ", " hết"]


def test_row_tags_in_the_row_itself_repeat_it() -> None:
    blob = docx("| {%tr for x in ds %}{{ x }} | ô {{ x }}{%tr endfor %} |")

    assert tables(rendered(blob, ds=[1, 2])) == [[["1", "ô 1"], ["2", "ô 2"]]]


def test_percent_and_braces_inside_row_tags_are_code() -> None:
    blob = docx(
        """| {%tr for x in ds if x % 2 == 0 and {'a': {'b': 1}}['a']['b'] %} |
        | {{ "%s}" % x }} |
        | {%tr endfor %} |"""
    )

    assert tables(rendered(blob, ds=[1, 2, 4])) == [[["2}"], ["4}"]]]


def test_a_cell_whose_paragraphs_all_go_keeps_an_empty_one() -> None:
    blob = docx("| {%p if co %}¶a¶{%p endif %} |")

    assert tables(rendered(blob, co=False)) == [[[""]]]


def test_cells_merge_where_consecutive_values_are_equal() -> None:
    blob = docx(
        """| {%tr for x in ds %} | |
        | {% vm x %}{{ x }} | {{ loop.index }} |
        | {%tr endfor %} | |"""
    )

    found = tables(rendered(blob, ds=["a", "a", "b", "a"]))

    assert found == [[["a", "1"], ["a", "2"], ["b", "3"], ["a", "4"]]]


def test_cells_merged_over_a_whole_loop_must_say_the_same() -> None:
    blob = docx(
        """| {%tr for x in ds %} |
        | {% vm %}{{ x }} |
        | {%tr endfor %} |"""
    )

    assert problems(blob, {"ds": [1, 1]}) == []
    assert problems(blob, {"ds": [1, 2]}) == [
        ("MA-045", 'mau.docx, thân văn bản, bảng 1, hàng 2, ô 1, "{% vm %}", phần tử 2: 2')
    ]


def test_names_are_those_a_context_must_give() -> None:
    blob = docx("{% set a = b.c %}{{ a }}{% for x in ds %}{{ x }}{% endfor %}", header="{{ ten }}")

    assert compile_template(blob).names == {"b", "ds", "ten"}


def test_a_name_typed_as_letters_and_accents_is_the_same_name() -> None:
    assert paragraphs(rendered(docx("{{ te\u0302n }}"), tên="An")) == ["An"]


def test_curled_quotes_delimit_and_stay_inside_straight_ones() -> None:
    blob = docx('{{ “a” ~ ‘b’ }} {{ "Sở “Nội vụ”" }}')

    assert paragraphs(rendered(blob)) == ["ab Sở “Nội vụ”"]


def test_raw_blocks_and_escaped_delimiters_print_delimiters() -> None:
    blob = docx("{% raw %}{{ x }}{% endraw %} {_{ y }_} {_% if %_}")

    assert paragraphs(rendered(blob)) == ["{{ x }} {{ y }} {% if %}"]


def test_a_template_is_frozen() -> None:
    template = compile_template(docx("a"))

    with pytest.raises(AttributeError):
        template.name = "b"  # type: ignore[misc]  # that it cannot is the test


def test_the_fault_of_a_text_box_is_told_once() -> None:
    box = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>{{ a | la }}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )

    with pytest.raises(Stopped) as stopped:
        compile_template(docx(box))

    assert [problem.code for problem in stopped.value.problems] == ["MA-022"]


def test_what_cannot_be_read_is_told_in_vietnamese() -> None:
    with pytest.raises(Stopped) as stopped:
        compile_template(docx("{{ a … b }}"), name="mau.docx")

    (problem,) = stopped.value.problems
    assert problem.message.vi == "Cú pháp của thẻ sai: ký tự “…” không dùng được ở đây."
