"""Which way a rendering goes: conditions, loops and shared pieces, in Word and in Markdown."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.files import Folder
from generator.pipeline import Workshop
from generator.preview.making import Making, find_data
from generator.preview.values import Case
from tests.preview.project import ROOT, make_project, write_template

if TYPE_CHECKING:
    from pathlib import Path

SHARED = ROOT / "templates" / "chung"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def _ways(data: Path) -> list[tuple[str, str]]:
    """Return the tags that real data meet, in the order of the text, and what came of each."""
    making = Making(Folder(data.parents[2]), "thu", data)
    taken = making.way(Case.REAL)
    assert taken is not None
    return [(making.follower.marks[number].where.tag, outcome) for number, outcome in sorted(taken)]


def _outline(data: Path, text: str) -> None:
    outline = data.parents[2] / "templates" / "thu" / "de-cuong.md"
    outline.write_text(f"Đoạn đầu.\n\n# I. KẾT QUẢ\n\n{text}\n", encoding="utf-8")


def test_a_condition_tells_whether_it_held_and_what_is_inside_it_only_then(data: Path) -> None:
    _outline(
        data,
        "{% if sl.van_ban > 9 %}a{% if sl.xa %}b{% endif %}{% elif sl.van_ban == 4 %}c{% else %}d"
        "{% endif %}",
    )

    assert _ways(data) == [
        ("{% if sl.van_ban > 9 %}", "sai"),
        ("{% elif sl.van_ban == 4 %}", "dung"),
    ]


def test_a_loop_tells_how_many_there_were(data: Path) -> None:
    _outline(
        data,
        "{% for x in sl.xa %}{{ x }}{% endfor %}\n\n"
        "{% for x in sl.xa if x == 'Long Thọ' %}{{ x }}{% endfor %}\n\n"
        "{% for x in sl.xa if x == 'Ở đâu' %}{{ x }}{% else %}không{% endfor %}",
    )

    assert [outcome for _, outcome in _ways(data)] == ["nhieu", "mot", "khong"]


def test_a_loop_inside_a_loop_tells_of_each_time(data: Path) -> None:
    _outline(
        data, "{% for x in sl.xa %}{% for y in sl.xa[loop.index:] %}{{ y }}{% endfor %}{% endfor %}"
    )

    assert [outcome for _, outcome in _ways(data)] == ["nhieu", "khong", "mot"]


def test_a_loop_over_nothing_is_told_and_not_what_is_inside_it(data: Path) -> None:
    data.write_text(
        data.read_text(encoding="utf-8").replace("[Long Thọ, Bàu Hàm]", "[]"), encoding="utf-8"
    )
    _outline(data, "{% for x in sl.xa %}{% if x %}a{% endif %}{% endfor %}Hết.")

    assert _ways(data) == [("{% for x in sl.xa %}", "khong")]


def test_inline_conditions_and_whole_and_or_are_told_once_each(data: Path) -> None:
    _outline(
        data,
        '{{ "ít" if sl.van_ban < 5 else "nhiều" }} '
        "{% if sl.van_ban > 9 and sl.xa or sl.van_ban %}a{% endif %}",
    )

    assert _ways(data) == [
        ('{{ "ít" if sl.van_ban < 5 else "nhiều" }}', "dung"),
        ("{% if sl.van_ban > 9 and sl.xa or sl.van_ban %}", "dung"),
    ]


def test_the_same_text_at_two_places_are_two_conditions(data: Path) -> None:
    _outline(data, "{% if sl.xa %}\na\n{% endif %}\n\n## 1. Mục\n\n{% if sl.xa %}\na\n{% endif %}")
    making = Making(Folder(data.parents[2]), "thu", data)
    making.way(Case.REAL)

    assert [mark.where.line for mark in making.follower.marks.values()] == [5, 11]


def test_word_templates_and_their_shared_pieces_are_followed_with_their_places(data: Path) -> None:
    root = data.parents[2]
    shutil.copytree(SHARED, root / "templates" / "chung")
    write_template(root, '{%p include "kinh-gui" %}')
    making = Making(Folder(root), "thu", data)
    taken = making.way(Case.REAL)

    assert taken is not None
    places = {
        (mark.where.file, mark.where.tag, mark.where.paragraph, outcome)
        for number, outcome in taken
        for mark in (making.follower.marks[number],)
    }
    assert places == {
        ("templates/chung/kinh-gui.docx", "{%p if kinh_gui | length == 1 %}", 1, "dung")
    }


def test_what_is_printed_is_the_same_as_without_following() -> None:
    folder = Folder(ROOT)
    path = find_data(folder, "huyen-2018")
    assert path is not None
    followed = Making(folder, "huyen-2018", path)
    source = followed.source(Case.REAL)

    assert followed.make(Case.REAL).blob == Workshop(folder).make(source).blob


def test_a_report_that_stops_goes_no_way(data: Path) -> None:
    _outline(data, "{% if sl.khong_co %}a{% endif %}")

    assert Making(Folder(data.parents[2]), "thu", data).way(Case.REAL) is None
