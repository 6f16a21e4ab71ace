"""Placeholders in narrative text: values print as they are, and every fault has a line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problem import Message, Problem, Stopped, Where
from generator.word.markdown_xml import Paragraph, Text
from tests.word.narrative import compile_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FILTERS: Mapping[str, Callable[..., object]] = {
    "hoa": lambda value: str(value).upper(),
    "chia": lambda value, by: value / by,
}


def paragraphs(source: str, **context: object) -> list[str]:
    template = compile_markdown(
        source, filters=FILTERS, globals={"nam": 2022}, where=lambda line: Where(line=line)
    )
    return [
        "".join(i.text for i in block.inlines if isinstance(i, Text))
        for block in template.render(context).blocks
        if isinstance(block, Paragraph)
    ]


def problems_of(
    source: str, filters: Mapping[str, Callable[..., object]] = FILTERS, **context: object
) -> list[tuple[str, int | None]]:
    return [(p.code, p.where.line) for p in raised(source, filters, **context)]


def raised(
    source: str, filters: Mapping[str, Callable[..., object]] = FILTERS, **context: object
) -> tuple[Problem, ...]:
    with pytest.raises(Stopped) as stopped:
        compile_markdown(
            source, filters=filters, globals={}, where=lambda line: Where(file="b.md", line=line)
        ).render(context)
    return stopped.value.problems


def test_placeholders_filters_and_globals_print() -> None:
    assert paragraphs("Năm {{ nam }}: {{ x.y | hoa }}, {{ 7 * 6 }}.", x={"y": "sở"}) == [
        "Năm 2022: SỞ, 42."
    ]


@pytest.mark.parametrize(
    "tag",
    [
        f"{{{{ {'(' * 3000}1{')' * 3000} }}}}",
        f"{{{{ nam{' | hoa' * 3000} }}}}",
        "{% for i in ys %}" * 30 + "{% endfor %}" * 30,
    ],
)
def test_what_no_parser_follows_is_told_with_its_line(tag: str) -> None:
    assert problems_of(f"{{{{ nam }}}}\n\n{tag}\n", ys=[1]) == [("MA-309", 3)]


def test_lines_with_only_a_tag_leave_nothing_behind() -> None:
    source = "Một\n{% if x %}\nhai\n{% endif %}\nba\n\n{% for y in ys %}\n- {{ y }}\n{% endfor %}"

    assert paragraphs(source, x=True, ys=["a", "b"]) == ["Một hai ba", "- a", "- b"]


@pytest.mark.parametrize(
    "value",
    [
        "*đậm*",
        "**x**",
        "# x",
        "- x",
        "1. x",
        "> x",
        "a | b",
        "[^1]",
        "^[x]",
        "[x](javascript:y)",
        "<b>",
        "&amp;",
        "`x`",
        "\\",
        "    thụt",
        "cuối  ",
        "{{ 7*7 }}",
        "{% raw %}",
        "===",
        "a\nb",
        "\t",
        "a&nbsp;b",
    ],
)
def test_a_value_prints_as_it_is_wherever_it_stands(value: str) -> None:
    assert paragraphs("{{ x }}", x=value) == [value]
    assert paragraphs("chữ {{ x }} chữ", x=value) == [f"chữ {value} chữ"]
    assert paragraphs("- {{ x }}", x=value) == [f"- {value}"]
    assert paragraphs("# {{ x }}\n**{{ x }}**", x=value) == [value, value]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1))
def test_any_text_prints_as_it_is(value: str) -> None:
    assert paragraphs("a{{ x }}b\n\n- {{ x }}", x=value) == [f"a{value}b", f"- {value}"]


def test_a_windows_line_end_in_a_value_is_one_line_break() -> None:
    assert paragraphs("{{ x }}", x="a\r\nb") == ["a\nb"]


def test_nothing_prints_for_a_value_that_is_none() -> None:
    assert paragraphs("a{{ x }}b", x=None) == ["ab"]


@pytest.mark.parametrize(
    "value",
    [True, 1.5, Decimal("1.5"), date(2022, 3, 18), [1], (1,), {"a": 1}, {1}, object(), len],
)
def test_values_that_have_no_one_way_to_be_written_are_problems(value: object) -> None:
    assert problems_of("Một.\n{{ x }}", x=value) == [("MA-305", 2)]


def test_every_faulty_tag_is_reported_at_once() -> None:
    source = "{{ a b }}\n\n{{ c | }} {{ d }} {{ }}\n{{ e\n  f }}"

    assert problems_of(source) == [("MA-301", 1), ("MA-301", 3), ("MA-301", 3), ("MA-301", 5)]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{{ a b }}", "thừa “b”"),
        ("{{ }}", "trống"),
        ("{% if x %}", "thiếu thẻ đóng của “if”"),
        ("{% lap %}", "không có thẻ “lap”"),
        ("{{ x", "thẻ chưa đóng"),
        ("{% for x y %}{% endfor %}", "cần “in” nhưng gặp “y”"),
    ],
)
def test_faulty_tags_are_explained_in_vietnamese(source: str, says: str) -> None:
    (problem,) = raised(source)

    assert says in problem.message.vi


def test_a_prefix_that_only_word_has_is_to_be_left_out() -> None:
    (problem,) = raised("{%p if x %}")

    assert problem.code == "MA-301"
    assert problem.hint is not None
    assert problem.hint.vi == "Trong lời văn thì bỏ chữ “p”: {% if … %}, {% for … %}."


def test_unknown_filters_are_all_reported_with_the_nearest_one() -> None:
    problems = raised("{{ x | hoaa }}\n\n{{ y | safe }}\n{% if x is kieu %}a{% endif %}")

    assert [(p.code, p.where.line) for p in problems] == [
        ("MA-302", 1),
        ("MA-302", 3),
        ("MA-302", 4),
    ]
    assert problems[0].hint == Message("Ý bạn là “hoa”?", "Did you mean “hoa”?")


@pytest.mark.parametrize(
    "tag",
    [
        "{% macro m() %}{% endmacro %}",
        "{% set x %}a{% endset %}",
        "{% filter upper %}a{% endfilter %}",
        "{% include 'a' %}",
        "{% import 'a' as b %}",
        "{% extends 'a' %}",
        "{% block a %}{% endblock %}",
        "{% autoescape true %}a{% endautoescape %}",
    ],
)
def test_tags_that_text_does_without_are_problems(tag: str) -> None:
    assert problems_of(f"Một.\n{tag}") == [("MA-303", 2)]


def test_unknown_names_are_all_reported_each_once_for_a_line() -> None:
    source = "{{ sl.kiem_traa.so }} {{ sl.kiem_traa.xa }}\n{{ zz | hoa }}\n\n{{ sll.a.b }}"
    problems = raised(source, sl={"kiem_tra": 1})

    assert [(p.code, p.where.line, p.message.vi) for p in problems] == [
        ("MA-304", 1, "Không có tên “kiem_traa”."),
        ("MA-304", 2, "Không có tên “zz”."),
        ("MA-304", 4, "Không có tên “sll”."),
    ]
    assert problems[0].hint == Message("Ý bạn là “kiem_tra”?", "Did you mean “kiem_tra”?")
    assert problems[2].hint == Message("Ý bạn là “sl”?", "Did you mean “sl”?")


def test_an_unknown_name_in_a_condition_is_reported_after_the_others() -> None:
    assert problems_of("{{ a }}\n{% if b %}\nx\n{% endif %}\n{{ c }}") == [
        ("MA-304", 1),
        ("MA-304", 2),
    ]


def test_a_name_may_be_asked_for() -> None:
    source = "{% if x is defined %}có{% else %}không{% endif %} {{ y.z | default('–') }}"

    assert paragraphs(source, y={}) == ["không –"]


def test_a_filter_that_fails_is_a_problem_of_its_line_and_the_next_ones_show() -> None:
    assert problems_of("{{ 1 | chia(0) }}\n\n{{ 'a' | chia(2) | hoa }}\n{{ zz }}") == [
        ("MA-306", 1),
        ("MA-306", 3),
        ("MA-304", 4),
    ]


def test_what_a_filter_says_itself_is_passed_on() -> None:
    class SaysItError(ValueError):
        message = Message("Không phải số", "Not a number")
        hint = Message("Sửa đi", "Mend it")

    def fussy(_value: object) -> object:
        raise SaysItError

    (problem,) = raised("Một\n{{ 1 | kho }}", {"kho": fussy})

    assert (problem.message.vi, problem.where.line) == ("Không phải số", 2)
    assert problem.hint == Message("Sửa đi", "Mend it")


def test_problems_raised_by_a_filter_get_their_line() -> None:
    def fussy(_value: object) -> object:
        raise Stopped([Problem(code="DL-900", message=Message("a", "a"))])

    assert problems_of("\n{{ 1 | kho }}", {"kho": fussy}) == [("DL-900", 2)]


@pytest.mark.parametrize(
    "expression",
    ["1 / 0", "1 + 'a'", "9 ** 999", "'a' * 999999999", "'%s' % 1", "range(10000000)", "'a'()"],
)
def test_calculations_that_fail_are_problems_of_their_line(expression: str) -> None:
    assert problems_of(f"Một.\n\n{{% if true %}}\n{{{{ {expression} }}}}\n{{% endif %}}") == [
        ("MA-306", 4)
    ]


@pytest.mark.parametrize(
    "expression",
    ["x ~ 'a'", "[1, x] | join(', ')", "x | chu_thich"],
)
def test_groups_are_not_joined_to_texts(expression: str) -> None:
    assert problems_of(f"Một.\n{{{{ {expression} }}}}", x={"a": 1}) == [("MA-306", 2)]


@pytest.mark.parametrize(
    "expression",
    ["x.__class__", "''.__class__.__mro__", "x._rieng", "xs.append(1)", "'a'.center(99999999)"],
)
def test_the_sandbox_gives_nothing_away(expression: str) -> None:
    found = problems_of(f"{{{{ {expression} }}}}", x=date(2022, 1, 1), xs=[1])

    assert [code for code, _ in found] in (["MA-304"], ["MA-306"])


def test_a_text_that_grows_without_end_is_stopped() -> None:
    source = (
        "{% for a in range(9999) %}{% for b in range(9999) %}dài dài dài {% endfor %}{% endfor %}"
    )

    assert problems_of(source) == [("MA-307", 1)]


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% set n = namespace(x='a') %}{% for a in xs %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x='a') %}{% for a in xs %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x='a') %}{% for a in xs %}{% set n.x = n.x * 9 %}{% endfor %}",
    ],
)
def test_work_without_end_is_stopped(source: str) -> None:
    assert problems_of(f"Một\n{source}", xs=range(99)) == [("MA-306", 2)]


def test_pieces_are_joined_and_an_unknown_one_is_named() -> None:
    assert paragraphs("{{ 'a*' ~ 1 ~ x }}", x="b*") == ["a*1b*"]
    assert problems_of("{{ 'a' ~ zz }}") == [("MA-304", 1)]


@pytest.mark.parametrize(
    "character", ["\x00", "\x02", "\x1b", "\ufffe", "\U000f0041", "\U00100000"]
)
def test_characters_that_cannot_be_printed_are_problems(character: str) -> None:
    assert problems_of(f"a\nb{character}c{character}") == [("MA-308", 2), ("MA-308", 2)]
    assert problems_of("a\n\n{{ x }}", x=f"b{character}") == [("MA-308", 3)]


def test_lines_are_those_of_the_source_however_much_a_loop_prints() -> None:
    source = "{% for x in range(9) %}\n\nchữ {{ x }}\n\n{% endfor %}\n{# ghi\nchú #}\n> trích\n"

    assert problems_of(source) == [("MA-312", 8)]


def test_a_fault_that_a_loop_repeats_is_reported_once() -> None:
    assert problems_of("{% for x in range(9) %}\n\n> trích\n\n{% endfor %}") == [("MA-312", 3)]
