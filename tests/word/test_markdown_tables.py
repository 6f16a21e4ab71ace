"""Tables in narrative text: merged cells, header rows, widths, alignment."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.problem import Stopped, Where
from generator.word.markdown_tables import merged
from generator.word.markdown_xml import Table
from generator.word.values import PartWriter
from tests.word.narrative import compile_markdown

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}

TWO_ROWS = """\
{tieu_de=2 rong="1 3 1,5 1.5 2" can="giua trai giua giua phai"}
| TT | Đơn vị | Số văn bản | < | Tỷ lệ |
|----|--------|------------|---|-------|
| ^  | ^      | Gửi        | Nhận | ^  |
| 1  | Sở Nội vụ | 520     | 1.135 | 100% |
| Tổng | <    | 520        | 1.135 | \\^  |
"""


def table_of(source: str, **context: object) -> Table:
    where = Where(file="b.md")
    template = compile_markdown(source, filters={}, globals={}, where=lambda _: where)
    (table,) = [b for b in template.render(context).blocks if isinstance(b, Table)]
    return table


def xml_of(source: str, **context: object) -> etree._Element:
    template = compile_markdown(source, filters={}, globals={}, where=lambda _: Where())
    xml = template.render(context).docx_xml(PartWriter())
    return etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>')


def problems_of(source: str, **context: object) -> list[tuple[str, str]]:
    template = compile_markdown(
        source, filters={}, globals={}, where=lambda n: Where(file="b.md", line=n)
    )
    with pytest.raises(Stopped) as stopped:
        template.render(context)
    return [(p.code, p.where.describe()) for p in stopped.value.problems]


def _values(element: etree._Element, path: str) -> list[str]:
    found = element.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(value) for value in found]


def test_cells_merge_to_the_left_and_upwards() -> None:
    rows = [
        [
            ("".join(getattr(i, "text", "") for i in c.paragraph.inlines), c.columns, c.merge)
            for c in row
        ]
        for row in table_of(TWO_ROWS).rows
    ]

    assert rows == [
        [
            ("TT", 1, "restart"),
            ("Đơn vị", 1, "restart"),
            ("Số văn bản", 2, ""),
            ("Tỷ lệ", 1, "restart"),
        ],
        [
            ("", 1, "continue"),
            ("", 1, "continue"),
            ("Gửi", 1, ""),
            ("Nhận", 1, ""),
            ("", 1, "continue"),
        ],
        [("1", 1, ""), ("Sở Nội vụ", 1, ""), ("520", 1, ""), ("1.135", 1, ""), ("100%", 1, "")],
        [("Tổng", 2, ""), ("520", 1, ""), ("1.135", 1, ""), ("^", 1, "")],
    ]


def test_the_columns_add_up_to_the_text_width_in_proportion() -> None:
    table = table_of(TWO_ROWS)

    assert sum(table.widths) == 9354
    assert [round(width / 9354 * 9, 2) for width in table.widths] == [1, 3, 1.5, 1.5, 2]


@pytest.mark.parametrize("columns", range(1, 30))
def test_no_twip_is_lost_however_many_columns(columns: int) -> None:
    row = "|" + " a |" * columns + "\n"

    assert sum(table_of(f"{row}|{'---|' * columns}\n{row}").widths) == 9354


def test_without_widths_a_column_is_as_wide_as_its_text() -> None:
    source = "| TT | Nội dung của cột này khá dài |\n|---|---|\n| 1 | ngắn |"
    narrow, wide = table_of(source).widths

    assert narrow * 4 < wide


def test_the_grid_and_the_cells_agree_in_xml() -> None:
    table = xml_of(TWO_ROWS).find(f"{{{W}}}tbl")
    assert table is not None
    grid = [int(width) for width in _values(table, "w:tblGrid/w:gridCol/@w:w")]

    assert _values(table, "w:tblPr/w:tblW/@w:w") == [str(sum(grid))]
    assert _values(table, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    for row in table.iter(f"{{{W}}}tr"):
        spans = [
            int((_values(cell, "w:tcPr/w:gridSpan/@w:val") or ["1"])[0])
            for cell in row.iter(f"{{{W}}}tc")
        ]
        widths = [int(width) for width in _values(row, "w:tc/w:tcPr/w:tcW/@w:w")]
        assert sum(spans) == len(grid)
        assert sum(widths) == sum(grid)
        assert widths[0] == sum(grid[: spans[0]])


def test_header_rows_repeat_and_no_row_breaks() -> None:
    table = xml_of(TWO_ROWS)

    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in table.iter(f"{{{W}}}tr")] == [
        True,
        True,
        False,
        False,
    ]
    assert len(table.findall(".//w:cantSplit", NS)) == 4


def test_header_and_body_have_their_styles_and_alignment() -> None:
    rows = table_of(TWO_ROWS).rows

    assert {(c.paragraph.style, c.paragraph.align) for c in rows[0]} == {("BangTieuDe", "")}
    assert [(c.paragraph.style, c.paragraph.align) for c in rows[2]] == [
        ("BangNoiDung", "center"),
        ("BangNoiDung", "left"),
        ("BangNoiDung", "center"),
        ("BangNoiDung", "center"),
        ("BangNoiDung", "right"),
    ]


def test_colons_in_the_second_line_align_too() -> None:
    table = table_of("| a | b | c | d |\n|:-:|--:|:--|---|\n| 1 | 2 | 3 | 4 |")

    assert [c.paragraph.align for c in table.rows[1]] == ["center", "right", "left", ""]


def test_one_word_aligns_all_columns() -> None:
    table = table_of("{can=giua}\n| a | b |\n|---|---|\n| 1 | 2 |")

    assert [c.paragraph.align for c in table.rows[1]] == ["center", "center"]


def test_a_block_of_cells_merges_both_ways() -> None:
    grid, faults = merged([["a", "<", "b"], ["^", "<", "c"], ["d", "e", "^"]], 0)

    assert not faults
    assert grid[0][0] == grid[0][1] == grid[1][0] == grid[1][1]
    assert (grid[0][0].bottom, grid[0][0].right) == (1, 1)
    assert grid[2][2] == grid[1][2] != grid[0][2]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("| < | b |\n|---|---|\n| 1 | 2 |", "b.md:1, ô 1"),
        ("| ^ | b |\n|---|---|\n| 1 | 2 |", "b.md:1, ô 1"),
        ("| a | b |\n|---|---|\n| ^ | 2 |", "b.md:3, ô 1"),
        ("| a | b |\n|---|---|\n| 1 | < |\n| ^ | 2 |", "b.md:4, ô 1"),
    ],
)
def test_cells_that_cannot_merge_are_problems_at_their_cell(rows: str, place: str) -> None:
    assert problems_of(rows) == [("MA-316", place)]


@pytest.mark.parametrize(
    "setting",
    [
        "tieu_de=hai",
        "tieu_de=9",
        'rong="1 2 3"',
        'rong="1 0"',
        'rong="1 x"',
        'can="giua"  can2=1',
        'can="giữa trai"',
        'can="trai trai trai"',
        "rong=1 2",
        "cot=2",
    ],
)
def test_settings_that_cannot_be_read_are_problems(setting: str) -> None:
    found = problems_of(f"Đoạn.\n\n{{{setting}}}\n| a | b |\n|---|---|\n| 1 | 2 |")

    assert {code for code, _ in found} == {"MA-317"}
    assert all(place.startswith(("b.md:3", "b.md:4")) for _, place in found)


def test_settings_without_a_table_are_a_problem() -> None:
    assert problems_of("Chữ\n{tieu_de=2}\n\nChữ") == [("MA-317", "b.md:2")]


def test_settings_may_come_from_the_data() -> None:
    source = '{rong="{{ r }}"}\n| a | b |\n|---|---|'
    left, right = table_of(source, r="1 2").widths

    assert right == left * 2


@pytest.mark.parametrize("row", ["| 1 |", "| 1 | 2 | 3 |", "chữ ngay dưới bảng"])
def test_a_row_of_another_length_is_a_problem_not_a_loss(row: str) -> None:
    assert problems_of(f"| a | b |\n|---|---|\n| x | y |\n{row}") == [("MA-315", "b.md:4")]


@pytest.mark.parametrize(
    "lines", ["| a | b |\n| 1 | 2 |", "| a | b |\n|---|\n| 1 | 2 |", "Chữ\n\n| a | b |"]
)
def test_lines_that_make_no_table_are_a_problem(lines: str) -> None:
    assert [code for code, _ in problems_of(lines)] == ["MA-315"]


@pytest.mark.parametrize("value", ["|", "<", "^", "\\", "a|b", "[^1]", "a\nb", "  ", "", "---"])
def test_a_value_never_changes_the_shape_of_a_table(value: str) -> None:
    source = "| a | b |\n|---|---|\n| {{ x }}| {{ x }} |\n| {{x}}|{{x}}|"
    cells = [c for row in table_of(source, x=value).rows[1:] for c in row]

    assert ["".join(getattr(i, "text", "") for i in c.paragraph.inlines) for c in cells] == [
        value
    ] * 4


def test_rows_may_come_from_a_loop() -> None:
    source = "| a |\n|---|\n{% for x in xs %}\n| {{ x }} |\n{% endfor %}\n| z |\n"

    assert len(table_of(source, xs=range(3)).rows) == 5


def test_tables_that_touch_stay_apart_and_none_comes_last() -> None:
    table = "| a |\n|---|\n| b |\n"
    body = xml_of(f"Dẫn:\n\n{table}\n{table}")

    assert [child.tag.rpartition("}")[2] for child in body] == ["p", "tbl", "p", "tbl", "p"]


def test_the_sentence_before_a_table_stays_with_it_and_the_last_with_the_signature() -> None:
    body = xml_of("Một.\n\nDẫn:\n\n| a |\n|---|\n| b |\n\nSau.\n\nHết./.")

    assert [p.find("w:pPr/w:keepNext", NS) is not None for p in body.findall("w:p", NS)] == [
        False,
        True,
        False,
        True,
    ]


def kept(rows: int, header_rows: int = 1) -> list[bool]:
    """Return for each row of a table whether it must stay with the next one."""
    lines = [f"| {n} | b |" for n in range(rows - 1)]
    source = f"{{tieu_de={header_rows}}}\n| a | b |\n|---|---|\n" + "\n".join(lines) + "\n\nSau."
    return [
        row.find(".//w:keepNext", NS) is not None for row in xml_of(source).iter(f"{{{NS['w']}}}tr")
    ]


def test_a_short_table_stays_on_one_page() -> None:
    assert kept(rows=5) == [True, True, True, True, False]


def test_a_long_table_breaks_but_leaves_no_row_alone() -> None:
    assert kept(rows=12) == [True, *[False] * 9, True, False]


def test_a_heading_across_a_long_table_stays_with_the_row_after_it() -> None:
    rows = "\n".join(f"| {n} | b |" for n in range(12))
    body = xml_of(f"| a | b |\n|---|---|\n| 0 | b |\n| **Nhóm** | < |\n{rows}\n\nSau.")

    rows_kept = [row.find(".//w:keepNext", NS) is not None for row in body.iter(f"{{{NS['w']}}}tr")]
    assert rows_kept[:4] == [True, False, True, False]
