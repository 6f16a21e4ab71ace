"""Captions and references: where their numbers come from, and what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.bang import NAMES, number_tables
from generator.problem import Stopped, Where
from generator.word.markdown_xml import Note, Paragraph, Table, Text
from generator.word.values import PartWriter
from tests.word.narrative import compile_markdown

if TYPE_CHECKING:
    from generator.word.markdown import Blocks

TABLE = "\n\n| Nội dung | Số lượng |\n|---|---|\n| Phòng | 12 |\n\n"


def numbered(source: str, **context: object) -> Blocks:
    template = compile_markdown(
        source,
        filters={},
        globals=NAMES,
        where=lambda line: Where(file="bao-cao.md", line=line),
    )
    return number_tables(template.render(context))


def words(inlines: object) -> str:
    assert isinstance(inlines, tuple)
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def texts(source: str, **context: object) -> list[str]:
    """Return the text of every paragraph outside of tables."""
    blocks = numbered(source, **context).blocks
    return [words(block.inlines) for block in blocks if isinstance(block, Paragraph)]


def problems_of(source: str, **context: object) -> list[tuple[str, str]]:
    with pytest.raises(Stopped) as stopped:
        numbered(source, **context)
    return [(p.code, p.where.describe()) for p in stopped.value.problems]


def test_tables_are_numbered_within_their_section_of_level_2() -> None:
    source = (
        "# II. KẾT QUẢ\n\n## 2. Cải cách thủ tục\n\n### 2.2. Một cửa\n\n"
        f'{{{{ ten_bang("mot_cua") }}}} Thủ tục một cửa{TABLE}'
        f'{{{{ ten_bang("lien_thong") }}}} Thủ tục liên thông{TABLE}'
        f'## 3. Bộ máy\n\n{{{{ ten_bang("bo_may") }}}} Phòng, ban{TABLE}'
    )

    assert [text for text in texts(source) if text.startswith("Bảng")] == [
        "Bảng 2.1. Thủ tục một cửa",
        "Bảng 2.2. Thủ tục liên thông",
        "Bảng 3.1. Phòng, ban",
    ]


def test_a_reference_prints_the_number_before_and_after_the_table() -> None:
    source = (
        '## 3. Bộ máy\n\nXem {{ bang("bo_may") }}.\n\n'
        f'{{{{ ten_bang("bo_may") }}}} Phòng, ban{TABLE}'
        '- Theo {{ bang("bo_may") }}, có 12 phòng.'
    )

    assert texts(source) == [
        "3. Bộ máy",
        "Xem Bảng 3.1.",
        "Bảng 3.1. Phòng, ban",
        "- Theo Bảng 3.1, có 12 phòng.",
    ]


def test_references_stand_in_cells_and_footnotes_too() -> None:
    source = (
        f'## 3. Bộ máy\n\n{{{{ ten_bang("bo_may") }}}} Phòng, ban{TABLE}'
        'Chi tiết^[Tại {{ bang("bo_may") }}.]\n\n| Nguồn |\n|---|\n| {{ bang("bo_may") }} |'
    )

    *_, paragraph, table = numbered(source).blocks

    assert isinstance(paragraph, Paragraph)
    (note,) = [inline for inline in paragraph.inlines if isinstance(inline, Note)]
    assert words(note.paragraphs[0]) == "Tại Bảng 3.1."
    assert isinstance(table, Table)
    assert words(table.rows[1][0].paragraph.inlines) == "Bảng 3.1"


def test_a_table_left_out_by_a_condition_is_not_counted() -> None:
    source = (
        f"## 3. Bộ máy\n\n{{% if co_bang %}}\n{{{{ ten_bang() }}}} Phòng{TABLE}{{% endif %}}\n"
        f"{{{{ ten_bang() }}}} Biên chế{TABLE}"
    )

    assert texts(source, co_bang=False)[-1] == "Bảng 3.1. Biên chế"
    assert texts(source, co_bang=True)[-1] == "Bảng 3.2. Biên chế"


def test_a_table_without_a_caption_has_no_number() -> None:
    source = f"## 4. Đội ngũ\n\nKết quả như sau:{TABLE}{{{{ ten_bang() }}}} Đào tạo{TABLE}"

    assert texts(source)[1:] == ["Kết quả như sau:", "Bảng 4.1. Đào tạo"]


def test_without_a_numbered_section_tables_are_counted_through() -> None:
    source = (
        f"{{{{ ten_bang() }}}} Một{TABLE}# II. KẾT QUẢ\n\n{{{{ ten_bang() }}}} Hai{TABLE}"
        f"## Phụ lục\n\n{{{{ ten_bang() }}}} Ba{TABLE}"
    )

    assert [text for text in texts(source) if text.startswith("Bảng")] == [
        "Bảng 1. Một",
        "Bảng 2. Hai",
        "Bảng 3. Ba",
    ]


def test_sections_of_one_number_in_two_parts_share_no_table_number() -> None:
    source = "".join(
        f"# {part}. PHẦN\n\n## 1. Mục\n\n{{{{ ten_bang() }}}} Bảng của {part}{TABLE}"
        for part in ("I", "II")
    )

    assert [text for text in texts(source) if text.startswith("Bảng")] == [
        "Bảng 1.1. Bảng của I",
        "Bảng 1.2. Bảng của II",
    ]


def test_a_caption_has_the_style_of_captions_and_stays_with_its_table() -> None:
    xml = numbered(
        f"{{{{ ten_bang() }}}} Phòng của **{{{{ ten }}}}**{TABLE}", ten="huyện"
    ).docx_xml(PartWriter())
    caption = re.findall(r"<w:p>.*?</w:p>", xml)[0]

    assert '<w:pStyle w:val="Caption"/><w:keepNext/>' in caption
    assert re.findall(r"<w:t [^>]*>([^<]*)", caption) == ["Bảng 1. Phòng của ", "huyện"]


def test_a_reference_can_be_a_link() -> None:
    source = f'{{{{ ten_bang("a") }}}} Phòng{TABLE}[{{{{ bang("a") }}}}](https://vi.du.vn)'

    paragraph = numbered(source).blocks[-1]

    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Text(text="Bảng 1", href="https://vi.du.vn"),)


def test_a_value_that_looks_like_a_reference_stays_text() -> None:
    assert texts("{{ ten }}", ten='{{ bang("a") }}') == ['{{ bang("a") }}']


@pytest.mark.parametrize(
    "source",
    [
        '{{ ten_bang("a") }} Phòng',
        '{{ ten_bang("a") }} Phòng\n\nĐoạn khác.' + TABLE,
        'Xem {{ ten_bang("a") }} Phòng' + TABLE,
        '- {{ ten_bang("a") }} Phòng' + TABLE,
        '| {{ ten_bang("a") }} |\n|---|\n| 1 |',
    ],
)
def test_a_caption_must_begin_the_paragraph_above_a_table(source: str) -> None:
    assert problems_of(source) == [("MA-331", "bao-cao.md:1")]


def test_every_fault_of_labels_is_reported_at_its_line() -> None:
    source = (
        f'{{{{ ten_bang("bo_may") }}}} Phòng{TABLE}'
        f'{{{{ ten_bang("bo_may") }}}} Ban{TABLE}'
        f"{{{{ ten_bang() }}}}{TABLE}"
        'Xem {{ bang("bomay") }} và {{ bang("x") }}.'
    )

    assert problems_of(source) == [
        ("MA-332", "bao-cao.md:7"),
        ("MA-334", "bao-cao.md:13"),
        ("MA-333", "bao-cao.md:19"),
        ("MA-333", "bao-cao.md:19"),
    ]


def test_an_unknown_label_is_answered_with_the_nearest_one() -> None:
    source = f'{{{{ ten_bang("bo_may") }}}} Phòng{TABLE}{{{{ bang("bomay") }}}}'

    with pytest.raises(Stopped) as stopped:
        numbered(source)

    (problem,) = stopped.value.problems
    assert problem.hint is not None
    assert problem.hint.vi == "Ý bạn là “bo_may”?"


def test_a_label_without_quotes_is_an_unknown_name() -> None:
    assert problems_of("{{ bang(bo_may) }}") == [("MA-304", "bao-cao.md:1")]


def test_outside_of_a_narrative_no_number_is_known() -> None:
    with pytest.raises(Stopped) as stopped:
        NAMES["bang"]("bo_may").docx_xml(PartWriter())  # type: ignore[attr-defined]

    assert [p.code for p in stopped.value.problems] == ["MA-331"]
