"""The outline of a template set, merged with the text of one unit."""

from __future__ import annotations

import unicodedata

import pytest

from generator.de_cuong import MergedText, SourceText, merge
from generator.de_cuong.muc import rank
from generator.problem import Severity, Stopped

OUTLINE = """\
Mở đầu.

# I. CHỈ ĐẠO
Mẫu I.
## 1. Kế hoạch
Mẫu I.1.
#### a) Ban hành
Mẫu I.1.a.
## 2. Kiểm tra
Mẫu I.2.

# II. KẾT QUẢ
## 1. Thể chế
Mẫu II.1.
## 2. Thủ tục
### 2.1. Công khai
Mẫu II.2.1.
"""


def merged(unit: str | None, outline: str = OUTLINE) -> MergedText:
    text = SourceText(name="don-vi.md", text=unit) if unit is not None else None
    return merge(SourceText(name="de-cuong.md", text=outline), text)


def lines(unit: str | None, outline: str = OUTLINE) -> list[str]:
    return [line for line in merged(unit, outline).source.split("\n") if line.strip()]


def problems_of(unit: str | None, outline: str = OUTLINE) -> list[tuple[str, str]]:
    with pytest.raises(Stopped) as stopped:
        merged(unit, outline)
    return [(p.code, p.where.describe()) for p in stopped.value.problems]


def _without(*gone: str) -> list[str]:
    return [line for line in OUTLINE.split("\n") if line and line not in gone]


def test_without_a_text_of_the_unit_the_outline_stands() -> None:
    assert lines(None) == _without()
    assert lines("") == _without()


def test_a_section_of_the_unit_replaces_the_text_of_that_section_alone() -> None:
    found = lines("# I.\n## 1.\nRiêng I.1.\n# II.\n## 1.\nRiêng II.1.")

    assert found == [
        {"Mẫu I.1.": "Riêng I.1.", "Mẫu II.1.": "Riêng II.1."}.get(line, line)
        for line in _without()
    ]


def test_the_level_of_a_heading_may_differ_as_long_as_the_numbers_lead_there() -> None:
    assert "Riêng." in lines("# I\n## 1\n### a)\nRiêng.")
    assert "Mẫu I.1.a." not in lines("# I\n## 1\n### a)\nRiêng.")


def test_a_title_is_replaced_where_the_unit_writes_one() -> None:
    found = lines("# I. ĐIỀU HÀNH\n## 2.\n### x")

    assert found[1] == "# I. ĐIỀU HÀNH"
    assert "## 2. Kiểm tra" in found


def test_standing_text_is_kept_where_the_unit_says_so() -> None:
    found = merged("# I.\n## 2.\nTrước.\n[văn mẫu]\nSau.").source

    assert "Trước.\n\nMẫu I.2.\n\n\nSau." in found


@pytest.mark.parametrize("mark", ["[Văn mẫu]", "  [văn  mẫu] ", "[van mau]"])
def test_the_mark_for_standing_text_is_read_generously(mark: str) -> None:
    assert "Mẫu I.2." in lines(f"# I.\n## 2.\nMới.\n{mark}")


def test_standing_text_can_be_left_out() -> None:
    assert lines("# I.\n[bỏ văn mẫu]") == _without("Mẫu I.")


def test_text_before_the_first_heading_replaces_the_preamble() -> None:
    assert lines("Lời mở đầu khác.\n[văn mẫu]\n# I.")[:3] == [
        "Lời mở đầu khác.",
        "Mở đầu.",
        "# I. CHỈ ĐẠO",
    ]


def test_added_sections_are_put_among_their_neighbours_by_number() -> None:
    found = lines(
        "# I.\n## 1.\n#### b) Mới b\nb.\n## 3. Mới 3\nba.\n# III. MỚI\n## 1. Trong III\nx."
    )

    headings = [line for line in found if line.startswith("#")]
    assert headings == [
        "# I. CHỈ ĐẠO",
        "## 1. Kế hoạch",
        "#### a) Ban hành",
        "#### b) Mới b",
        "## 2. Kiểm tra",
        "## 3. Mới 3",
        "# II. KẾT QUẢ",
        "## 1. Thể chế",
        "## 2. Thủ tục",
        "### 2.1. Công khai",
        "# III. MỚI",
        "## 1. Trong III",
    ]


def test_an_added_section_of_another_kind_follows_its_neighbour_and_is_warned_about() -> None:
    result = merged("# I.\n## 1.\n## b) Lạ\nx.")
    headings = [line for line in result.source.split("\n") if line.startswith("#")]

    assert headings[2:5] == ["#### a) Ban hành", "## b) Lạ", "## 2. Kiểm tra"]
    assert [(p.code, p.severity, p.where.describe()) for p in result.warnings] == [
        ("MA-327", Severity.WARNING, "don-vi.md:3")
    ]


@pytest.mark.parametrize(("number", "warned"), [("2.2.", False), ("3.2.", True), ("2.2.1.", True)])
def test_a_number_that_does_not_continue_its_parent_is_warned_about(
    number: str, warned: bool
) -> None:
    result = merged(f"# II.\n## 2.\n### {number} Mới\nx.")

    assert bool(result.warnings) is warned


def test_every_line_knows_where_it_comes_from() -> None:
    result = merged("# I.\n## 2. Tên mới\nRiêng.")
    places = dict(zip(result.source.split("\n"), result.places, strict=True))

    assert places["Mở đầu."].describe() == "de-cuong.md:1"
    assert places["## 2. Tên mới"].describe() == "don-vi.md:2"
    assert places["Riêng."].describe() == "don-vi.md:3"
    assert places["Mẫu II.2.1."].describe() == "de-cuong.md:17"
    assert result.where(1).describe() == "de-cuong.md:1"
    assert result.where(10_000) == result.places[-1]


def test_headings_never_touch_the_text_above() -> None:
    source = merged("# I.\n## 1.\nRiêng.").source

    assert "\n\n## 1. Kế hoạch\nRiêng.\n\n#### a)" in source


@pytest.mark.parametrize(
    "hidden",
    [
        "{# ghi chú\n# X. không phải mục\n#}",
        "```\n# X. không phải mục\n```",
        "~~~~\n# X. không phải mục\n~~~\n# Y. cũng không\n~~~~",
        "{% raw %}\n# X. không phải mục\n{% endraw %}",
        "{{ a\n# X\n}}",
    ],
)
def test_lines_inside_comments_tags_and_code_are_no_headings(hidden: str) -> None:
    found = merged(f"# I.\n## 2.\n{hidden}\nRiêng.").source

    assert f"## 2. Kiểm tra\n{hidden}\nRiêng." in found


def test_deep_headings_without_a_number_are_text() -> None:
    assert "### Ghi thêm" in lines("# I.\n## 2.\nRiêng.\n### Ghi thêm\nchữ")


def test_a_heading_without_a_number_is_found_by_its_words() -> None:
    outline = "# Phần mở\nMẫu.\n# I. Một\nMẫu một."

    assert lines("# PHẦN MỞ\nRiêng.", outline) == ["# Phần mở", "Riêng.", "# I. Một", "Mẫu một."]


def test_text_is_nfc_and_knows_no_other_line_ends() -> None:
    unit = unicodedata.normalize("NFD", "\ufeff# I.\r\n## 2.\r\nRiêng ừ.\r\n[văn mẫu]")
    found = lines(unit)

    assert found[found.index("## 2. Kiểm tra") + 1 :][:2] == ["Riêng ừ.", "Mẫu I.2."]


CONDITIONAL = """\
# I. Một
Mẫu.
{% if ky.nam %}
## 1. Cả năm
Mẫu năm.
{% else %}
## 2. Trong kỳ
{% if x %}
Mẫu kỳ.
{% endif %}
{% endif %}
## 3. Ba
Mẫu ba.
"""


def test_sections_on_a_condition_keep_it_whatever_is_replaced() -> None:
    found = lines("# I.\nRiêng I.\n## 1.\nRiêng năm.\n## 4. Bốn\nx.\n## 2.\nRiêng kỳ.", CONDITIONAL)

    assert found == [
        "# I. Một",
        "Riêng I.",
        "{% if ky.nam %}",
        "## 1. Cả năm",
        "Riêng năm.",
        "{% else %}",
        "## 2. Trong kỳ",
        "Riêng kỳ.",
        "{% endif %}",
        "## 3. Ba",
        "Mẫu ba.",
        "## 4. Bốn",
        "x.",
    ]


@pytest.mark.parametrize(
    ("outline", "line"),
    [
        ("# I. a\n{% for x in y %}\n# II. b\n{% endfor %}", 2),
        ("# I. a\n{% if x %} {# vì #}\n# II. b\n{% endif %}", 2),
        ("# I. a\n{% if x %}\nchữ\n# II. b\n{% endif %}", 3),
        ("# I. a\n{% if x %}\n# II. b\n{% endif %}\nchữ", 5),
        ("# I. a\n{% if x %}\n## 1. b\n# II. c\n{% endif %}", 4),
        ("# I. a\n{% if x %}\n# II. b\n{% endif %}\n## 1. c", 5),
    ],
)
def test_what_reaches_around_sections_must_be_a_condition_on_whole_sections(
    outline: str, line: int
) -> None:
    assert problems_of(None, outline) == [("MA-323", f"de-cuong.md:{line}")]


def test_the_text_of_a_unit_has_no_conditions_around_sections() -> None:
    assert problems_of("# I.\n{% if x %}\n## 2.\nchữ\n{% endif %}") == [("MA-323", "don-vi.md:2")]


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("# I.\n{% if x %}\nchữ\n# II.\nchữ", 2),
        ("# I.\nchữ\n{% endif %}", 3),
        ("# I.\n{% for x in y %}\nchữ\n{% endif %}\n{% endfor %}", 4),
        ("# I.\n{% else %}", 2),
        ("# I.\n{% set x %}\nchữ", 2),
    ],
)
def test_tags_without_their_other_half_are_problems_at_their_line(unit: str, line: int) -> None:
    assert problems_of(unit) == [("MA-324", f"don-vi.md:{line}")]


def test_a_name_may_be_set_in_one_line() -> None:
    assert "{% set x = 1 %}" in lines("# I.\n## 2.\n{% set x = 1 %}\nchữ {{ x }}")


def test_a_section_written_twice_is_a_problem_that_names_the_first() -> None:
    with pytest.raises(Stopped) as stopped:
        merged("# I.\n## 2.\nmột\n## 2.\nhai")
    (problem,) = stopped.value.problems

    assert (problem.code, problem.where.describe()) == ("MA-321", "don-vi.md:4")
    assert "don-vi.md:2" in problem.message.vi


@pytest.mark.parametrize(
    ("unit", "code", "line"),
    [
        ("# Lạ\nchữ", "MA-322", 1),
        ("## 7. Không có mục lớn\nchữ", "MA-325", 1),
        ("# II.\n### 2.1.\nthiếu mục 2", "MA-325", 2),
        ("# I.\n#### a)\nthiếu mục 1", "MA-325", 2),
        ("# II.\n[văn mẫu]", "MA-326", 2),
        ("# III. Mới\n## 1. Mới\n[văn mẫu]", "MA-326", 3),
    ],
)
def test_sections_that_have_no_place_are_problems(unit: str, code: str, line: int) -> None:
    assert problems_of(unit) == [(code, f"don-vi.md:{line}")]


def test_an_outline_has_no_marks_for_standing_text() -> None:
    assert problems_of(None, "# I. a\n[văn mẫu]") == [("MA-326", "de-cuong.md:2")]


def test_faults_of_both_texts_are_reported_at_once() -> None:
    found = problems_of("# Lạ\n# I.\n# I.", "# I. a\n# I. b\n{% if %}")

    assert found == [
        ("MA-321", "de-cuong.md:2"),
        ("MA-324", "de-cuong.md:3"),
        ("MA-321", "don-vi.md:3"),
        ("MA-322", "don-vi.md:1"),
    ]


@pytest.mark.parametrize(
    "keys", [("I", "II", "IV", "IX", "X", "XIV"), ("1", "2", "2.1", "2.10", "10"), tuple("dđegh")]
)
def test_numbers_of_one_kind_have_their_order(keys: tuple[str, ...]) -> None:
    ranks = [rank(key) for key in keys]

    assert None not in ranks
    assert sorted(keys, key=lambda key: rank(key) or ("", ())) == list(keys)
    assert len({order[0] for order in ranks if order}) == 1


def test_what_is_no_number_has_no_order() -> None:
    assert [rank(key) for key in ("", "=phan_mo", "ab", "W")] == [None] * 4


def test_the_closing_stays_when_the_last_section_is_replaced() -> None:
    outline = OUTLINE + "\n---\n\nTrên đây là báo cáo./.\n"

    assert lines("# II.\n## 2.\n### 2.1.\nRiêng.", outline)[-2:] == [
        "Riêng.",
        "Trên đây là báo cáo./.",
    ]


def test_the_closing_of_the_unit_replaces_the_standing_one() -> None:
    outline = OUTLINE + "\n---\nTrên đây là báo cáo./.\n"

    result = lines("---\nKính trình./.", outline)

    assert result[-1] == "Kính trình./."
    assert "Trên đây là báo cáo./." not in result


def test_a_rule_before_a_heading_begins_no_closing() -> None:
    outline = "# I. MỘT\n---\nMột.\n# II. HAI\nHai.\n"

    assert lines("# II.\nHai mới.", outline) == [
        "# I. MỘT",
        "---",
        "Một.",
        "# II. HAI",
        "Hai mới.",
    ]


def test_a_comment_alone_is_no_text_and_replaces_nothing() -> None:
    assert lines("{# Lời văn của đơn vị,\n   hai dòng. #}\n\n# I.\nRiêng.")[0] == "Mở đầu."
