"""Pieces whose tags only print names are filled in without Jinja, with the same result."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.problem import Problem, Stopped, Where
from generator.word import markdown_piece
from generator.word.markdown_notes import Notes
from generator.word.markdown_piece import Piece, apart
from generator.word.markdown_sandbox import NarrativeEnvironment
from generator.word.values import Footnote
from tests.word.narrative import compile_markdown

if TYPE_CHECKING:
    from generator.word.markdown_xml import Blocks

NAMES: dict[str, object] = {
    "ten": "Sở *Nội vụ*",
    "so": {"tong": 12, "ty_le": Decimal("1.5"), "rong": None, "chu": Footnote("ghi chú")},
    "ds": ["một", "hai"],
    "xau": "a\u0007b",
}


def rendered(source: str) -> Blocks | tuple[Problem, ...]:
    try:
        template = compile_markdown(
            source,
            filters={"hoa": lambda value: str(value).upper()},
            globals={"nam": 2022},
            where=lambda line: Where(line=line),
        )
        return template.render(NAMES)
    except Stopped as stopped:
        return stopped.problems


def rendered_by_jinja_alone(source: str) -> Blocks | tuple[Problem, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown_piece, "apart", lambda source: (source,))
        patch.setattr(Piece, "at_once", lambda _piece, _context: None)
        return rendered(source)


def at_once(source: str) -> str | None:
    environment = NarrativeEnvironment(filters={}, names={"nam": 2022})
    piece = Piece(source, environment, lambda line: Where(line=line))
    return piece.at_once(piece.context({**NAMES, Notes.KEY: Notes()}))


def test_names_are_filled_in_without_jinja() -> None:
    assert at_once("Năm {{ nam }}: {{so.tong}} hồ sơ{{ so.rong }}.\n") == "Năm 2022: 12 hồ sơ."


@pytest.mark.parametrize(
    "source",
    [
        "{{ ten | upper }}",
        "{{ so.tong + 1 }}",
        "{% if nam %}x{% endif %}",
        "{# lời nhắn #}",
        "{{ not nam }}",
        "{{ khong_co }}",
        "{{ so.khong_co }}",
        "{{ so.ty_le }}",
        "{{ so.__class__ }}",
        "{{ xau }}",
    ],
)
def test_everything_else_is_left_to_jinja(source: str) -> None:
    assert at_once(source) is None


def test_a_brace_before_a_tag_is_part_of_a_faulty_tag() -> None:
    with pytest.raises(Stopped) as stopped:
        at_once("{{{ nam }}}")
    assert [p.code for p in stopped.value.problems] == ["MA-301"]


def test_a_name_that_fails_takes_back_what_was_printed_before_it() -> None:
    source = "{{ so.chu }} và {{ so.ty_le }}, {{ khong_co }}"
    found = rendered(source)
    assert isinstance(found, tuple)
    assert [problem.code for problem in found] == ["MA-305", "MA-304"]


def test_pieces_part_at_blank_lines_outside_of_blocks() -> None:
    source = "Một {{ nam | hoa }}\n\n{% if nam %}\nhai\n\nba\n{% endif %}\n\n{% set x = 1 %}\n\nbốn"
    assert apart(source) == (
        "Một {{ nam | hoa }}",
        "\n{% if nam %}\nhai\n\nba\n{% endif %}",
        "\n{% set x = 1 %}",
        "\nbốn",
    )


@pytest.mark.parametrize(
    "source",
    [
        "Một {{ nam }}\n\nhai",
        "{# lời\n\nnhắn #}\n\n{{ nam | hoa }}",
        "{% raw %}\n\n{{ nam }}{% endraw %}",
        "{{ nam\n\n| hoa }}",
        "Một {{ nam -}}\n\nhai",
    ],
)
def test_what_need_not_or_cannot_be_told_apart_stays_whole(source: str) -> None:
    assert apart(source) == (source,)


SYNTAX = {"MA-301", "MA-302", "MA-303"}
PARTS = st.sampled_from(
    [
        *("{{ nam }}", "{{ten}}", "{{ so.tong }}", "{{ so.chu }}", "{{ so.rong }}", "{{ ds }}"),
        *("{{ khong_co }}", "{{ so.khong_co.x }}", "{{ so.ty_le }}", "{{ xau }}", "{{ so._x }}"),
        *(
            "{{ nam | hoa }}",
            "{{ true }}",
            "{{ self }}",
            "{{- nam -}}",
            "{{ x }}",
            "{%- if ten -%}",
            "{{ ds.0 }}",
        ),
        *("{% if nam %}", "{% else %}", "{% endif %}", "{% for x in ds %}", "{% endfor %}"),
        *("{% set x = 1 %}", "{% set x %}", "{% endset %}", "{% raw %}", "{% endraw %}", "{# n #}"),
        *("{", "}", "{{", "}}", "%}", "chữ", "# I. Mục", "- ý", "\u0007", "  "),
        *("\n", "\n", "\n\n", "\n\n", "\n\n"),
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(PARTS, max_size=12).map("".join))
@example("{% set x = 1 %}\n\n{{ x }}")
@example("{% for x in ds %}\n- {{ x }}\n\n{% endfor %}\n\n{{ nam }}")
@example("\n\n{{ nam }}\n")
def test_texts_print_as_jinja_alone_prints_them(source: str) -> None:
    mine, due = rendered(source), rendered_by_jinja_alone(source)
    if isinstance(due, tuple) and any(problem.code in SYNTAX for problem in due):
        # -- how many faults show depends on how far Jinja can make sense of what follows one --
        assert isinstance(mine, tuple)
    else:
        assert mine == due
