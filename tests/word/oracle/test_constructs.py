"""Every construct in every place gives what docxtpl gives."""

from __future__ import annotations

import pytest

from tests.word.build import docx, text_box
from tests.word.oracle.constructs import CONTEXT, FRAMES, LEAVES
from tests.word.oracle.engines import difference


def all_leaves(frame: str) -> str:
    return "\n".join(f"{name}:\n{FRAMES[frame].format(leaf)}" for name, leaf in LEAVES.items())


@pytest.mark.parametrize("frame", FRAMES)
def test_every_leaf_in_a_frame_of_the_body_is_what_docxtpl_makes(frame: str) -> None:
    assert difference(docx(all_leaves(frame)), CONTEXT) == ""


def test_every_leaf_in_a_text_box_is_what_docxtpl_makes() -> None:
    boxes = "\n".join(text_box(leaf) for leaf in LEAVES.values())
    assert difference(docx(boxes), CONTEXT) == ""


@pytest.mark.parametrize("frame", FRAMES)
def test_every_leaf_in_a_frame_of_a_header_and_a_footer_is_what_docxtpl_makes(frame: str) -> None:
    text = all_leaves(frame)
    assert difference(docx("{{ ten }}", header=text, footer=text), CONTEXT) == ""


@pytest.mark.parametrize("first", LEAVES)
def test_a_leaf_beside_any_other_in_one_paragraph_is_what_docxtpl_makes(first: str) -> None:
    text = "\n".join(f"{LEAVES[first]}¦ và ¦{second}" for second in LEAVES.values())
    assert difference(docx(text), CONTEXT) == ""


def test_every_leaf_in_a_footnote_is_what_docxtpl_makes() -> None:
    marks = "¦".join(
        f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in range(1, len(LEAVES) + 1)
    )
    assert difference(docx(f"a¦{marks}", footnotes=list(LEAVES.values())), CONTEXT) == ""


PROPERTIES = ("dc:creator", "dc:description", "dc:identifier", "dc:language", "dc:subject")


@pytest.mark.parametrize("element", PROPERTIES)
def test_a_core_property_is_what_docxtpl_makes(element: str) -> None:
    text = "{{ ten }} {% if co %}{{ ds | length }}{% endif %}{# không in #}"
    assert difference(docx("{{ ten }}", properties={element: text}), CONTEXT) == ""


MERGED = (
    "một {% if co -%}\nhai\n{%- endif %} ba",
    "một\n{%- if co -%}\nhai\n{%- endif -%}\nba",
    "một\n{%- for x in ds -%}\n{{ x.a }}\n{%- endfor -%}\nba",
)


@pytest.mark.parametrize("text", MERGED)
def test_paragraphs_merged_by_dashes_are_what_docxtpl_makes(text: str) -> None:
    assert difference(docx(text), CONTEXT) == ""


NOTHING_SEEN = (
    "{%p if co %}¦{# ghi chú #}",
    "{# ghi chú #}¦{%p if co %}",
    "{# ghi chú #}¦<w:r><w:br/><w:t>{%p if co %}</w:t></w:r>",
    "{%p if co %}¦<w:r><w:br/></w:r>¦{# ghi chú #}",
    "{%p if co %}¦ ",
)


@pytest.mark.parametrize("line", NOTHING_SEEN)
def test_what_shows_nothing_beside_a_block_tag_leaves_no_paragraph(line: str) -> None:
    assert difference(docx(f"{line}\na\n{{%p endif %}}"), CONTEXT) == ""
