"""What Jinja reads otherwise than it is meant is refused before anything is printed."""

from __future__ import annotations

import pytest

from generator.formats import formatter
from generator.formats.filters import filters
from generator.problem import Problem, Stopped, Where
from generator.word import compile_template
from generator.word.markdown_sandbox import NarrativeEnvironment
from generator.word.markdown_template import compile_text
from tests.word.build import docx

FILTERS = filters(formatter("vi"))
COMMA = "Dấu phẩy trong thẻ ngăn cách hai giá trị, không phải dấu thập phân."


def _problems(tag: str) -> list[Problem]:
    """Return what is wrong with a tag in a Word template and in a narrative, in this order."""
    found: list[Problem] = []
    environment = NarrativeEnvironment(filters=FILTERS, names={})
    for compiled in (
        lambda: compile_template(docx(tag), filters=FILTERS),
        lambda: compile_text(tag, environment, lambda line: Where(line=line)),
    ):
        try:
            compiled()
        except Stopped as stopped:
            found += stopped.problems
    return found


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("{% if sl.x > 100,5 %}a{% endif %}", "100.5"),
        ("{% if a %}b{% elif sl.x >= 50,0 %}a{% endif %}", "50.0"),
        ("{{ 'a' if (sl.x > 2,25) else 'b' }}", "2.25"),
        ("{{ 12,5 }}", "12.5"),
        ("{{ a, b }}", "100.5"),
    ],
)
def test_a_decimal_comma_is_refused(tag: str, meant: str) -> None:
    found = _problems(tag)

    assert [(p.code, p.message.vi) for p in found] == [("MA-021", COMMA), ("MA-301", COMMA)]
    hints = {p.hint.vi for p in found if p.hint}
    assert hints == {f"Viết {meant}: trong thẻ, số thập phân dùng dấu chấm."}


def test_commas_that_part_values_are_taken() -> None:
    assert _problems("{% for a, b in x %}{% set c, d = 1, 2 %}{{ [a, b] }}{% endfor %}") == []
    assert _problems("{% if a in (1, 2) %}{{ range(1, 3) | join(', ') }}{% endif %}") == []


def test_a_decimal_comma_in_a_paragraph_tag_is_told_at_its_paragraph() -> None:
    with pytest.raises(Stopped) as stopped:
        compile_template(docx("a\n{%p if sl.x >= 50,0 %}\nb\n{%p endif %}"), name="mau.docx")

    assert [(p.code, p.where.paragraph) for p in stopped.value.problems] == [("MA-021", 2)]


@pytest.mark.parametrize("tag", ["{{ sl.ds.1.ten }}", "{{ sl.ds.0 }}", "{{ sl.ds[0].1 | hoa }}"])
def test_a_number_behind_a_dot_is_refused(tag: str) -> None:
    said = "không gọi phần tử theo số sau dấu chấm; viết {% for … %} hoặc “| first”, “| last”"

    hint = _problems(tag)[0].hint
    assert hint is not None
    assert hint.vi.startswith("Bảng tính đếm từ 1, thẻ đếm từ 0")
    assert [(p.code, p.message.vi) for p in _problems(tag)] == [
        ("MA-021", f"Cú pháp của thẻ sai: {said}."),
        ("MA-301", f"Chỗ điền viết sai: {said}."),
    ]


def test_elements_in_brackets_and_decimals_are_taken() -> None:
    assert _problems("{{ sl.ds[0].ten }}{{ 1.5 }}{{ 'a.1' }}{{ (sl.ds | first).ten }}") == []


@pytest.mark.parametrize(
    ("name", "missing"),
    [("ti_trong", "tat_ca"), ("hoac", "khac"), ("tang_giam", "truoc"), ("chenh_lech", "truoc"),
     ("khoang", "den"), ("batch", "linecount")],
)  # fmt: skip
def test_a_filter_without_its_argument_is_refused(name: str, missing: str) -> None:
    found = _problems(f"{{{{ 1 | {name} }}}}")

    said = f"Bộ lọc “{name}” thiếu giá trị trong ngoặc: {missing}."
    bounded = 1 if name == "batch" else 0  # in Word it is wrapped, and fails when it is rendered
    assert [(p.code, p.message.vi) for p in found] == [("MA-021", said), ("MA-301", said)][bounded:]


def test_arguments_that_are_given_named_or_unpacked_are_taken() -> None:
    assert _problems("{{ 1 | ti_trong(tat_ca=x) }}{{ 1 | hoac(2) }}{{ 1 | khoang(*x) }}") == []
    assert _problems("{{ 1 | so }}{{ 1 | ti_le }}{{ 'a' | default }}{{ x | join }}") == []


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        ("{{ a | hoa(1) }}", "Bộ lọc “hoa” không nhận giá trị trong ngoặc."),
        ("{{ a | so(1, 2, 3) }}", "Bộ lọc “so” nhận nhiều nhất 1 giá trị trong ngoặc."),
        ("{{ a | upper(1) }}", "Bộ lọc “upper” không nhận giá trị trong ngoặc."),
    ],
)
def test_values_that_a_filter_does_not_take_are_refused(tag: str, says: str) -> None:
    assert [(p.code, p.message.vi) for p in _problems(tag)] == [("MA-021", says), ("MA-301", says)]


def test_values_that_filters_take_are_taken() -> None:
    tags = "{{ a | so(1) }}{{ a | join(', ', 'ten') }}{{ a | map('hoa') }}"

    assert _problems(tags) == []
