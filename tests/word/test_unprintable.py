"""Groups, lists and bare dates are never printed as Python writes them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from msgspec import Struct

from tests.word.build import docx
from tests.word.read import paragraphs, problems, rendered


class Point(Struct):
    x: int


GROUP = {"so": 1}


@pytest.mark.parametrize(
    "value",
    [GROUP, {}, [GROUP], (1, 2), {1}, date(2022, 3, 8), time(8, 30), Point(1), len],
)
@pytest.mark.parametrize("tag", ["{{ x }}", "a {{ x ~ 'b' }}", "{{ [1, x] | join(', ') }}"])
def test_values_without_words_are_a_problem_at_their_tag(tag: str, value: object) -> None:
    shown = tag.removeprefix("a ")

    assert problems(docx(tag), {"x": value}) == [
        ("MA-048", f'mau.docx, thân văn bản, đoạn 1, "{shown}"')
    ]


@pytest.mark.parametrize("value", ["a", 5, 1.5, Decimal("2.5"), True])
def test_texts_and_numbers_are_written(value: object) -> None:
    assert paragraphs(rendered(docx("{{ x }}{{ x ~ '' }}"), x=value)) == [f"{value}{value}"]


def test_what_is_missing_is_told_as_missing() -> None:
    assert problems(docx("{{ 'a' ~ x }}")) == [
        ("MA-040", "mau.docx, thân văn bản, đoạn 1, \"{{ 'a' ~ x }}\"")
    ]


def test_a_footnote_of_a_group_is_a_problem() -> None:
    assert [code for code, _ in problems(docx("{{ x | chu_thich }}"), {"x": GROUP})] == ["MA-048"]


def test_lists_are_joined_by_an_attribute() -> None:
    blob = docx("{{ x | join(', ', attribute='so') }}")

    assert paragraphs(rendered(blob, x=[GROUP, GROUP])) == ["1, 1"]
