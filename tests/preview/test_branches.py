"""Every branch and loop of every template set is shown by some sample, save what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.files import Folder
from generator.preview.branches import explore
from generator.preview.making import Making, find_data
from generator.preview.values import Case
from tests.preview.project import ROOT, make_project, write_template

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = Folder(ROOT)
SAMPLES = (Case.NONE, Case.ONE, Case.MANY)

# Looked at one by one: what no data can bring about.
NEVER = {
    # these sets always have forms: a report without is none of theirs
    "huyen": {("{%p if bieu_mau %}", "khi điều kiện sai")},
    "so": {("{%p if bieu_mau %}", "khi điều kiện sai")},
    # totals of no units: what is behind the loop takes the least of its figures
    "tinh-tong-hop": {("{% for dv in th.don_vi %}", "khi danh sách rỗng")},
}


LONG = {"huyen-2018", "tinh", "tinh-tong-hop"}  # some seconds each


@pytest.mark.parametrize(
    "bo_mau",
    [
        pytest.param(name, marks=pytest.mark.slow if name in LONG else ())
        for name in FOLDER.template_set_names
    ],
)
def test_samples_alone_show_every_branch_and_loop(bo_mau: str) -> None:
    making = Making(FOLDER, bo_mau, find_data(FOLDER, bo_mau))
    found = explore(making, SAMPLES)

    assert found.known
    assert {(one.where.tag, one.when.vi) for one in found.unseen} == NEVER.get(bo_mau, set())
    assert len(found.extra) <= 6
    assert all(extra.shows for extra in found.extra)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def test_what_no_sample_shows_is_told_with_its_place_and_why(data: Path) -> None:
    root = data.parents[2]
    outline = root / "templates" / "thu" / "de-cuong.md"
    outline.write_text(
        "Đoạn đầu.\n\n# I. KẾT QUẢ\n\n{% if sl.van_ban > 7 and sl.van_ban < 8 %}a{% endif %}\n\n"
        "{% if ky.nam == 1999 %}b{% endif %}\n",
        encoding="utf-8",
    )
    write_template(root, "{% if sl.van_ban == 17 %}mười bảy{% endif %}")
    found = explore(Making(Folder(root), "thu", data), tuple(Case))

    assert [(one.where.describe(), one.when.vi) for one in found.unseen] == [
        (
            'templates/thu/de-cuong.md:5, "{% if sl.van_ban > 7 and sl.van_ban < 8 %}"',
            "khi điều kiện đúng",
        ),
        ('templates/thu/de-cuong.md:7, "{% if ky.nam == 1999 %}"', "khi điều kiện đúng"),
    ]
    assert found.unseen[0].why.vi.startswith("Không dữ liệu mẫu nào tới được")
    assert found.unseen[1].why.vi.startswith("Biểu mẫu, danh mục đơn vị hoặc kỳ báo cáo")
    assert [one.where.tag for extra in found.extra for one in extra.shows] == [
        "{% if sl.van_ban == 17 %}"
    ]


def test_names_that_only_the_template_knows_are_given_by_samples(data: Path) -> None:
    root = data.parents[2]
    write_template(
        root,
        "{% if vb.kh is defined %}{{ vb.kh.ngan }}{% endif %}"
        "{% if sl.nhom.moi is defined %}{{ sl.nhom.moi }}{% endif %}"
        "{% for x in sl.ds %}{{ x.ten }}{% endfor %}{% for x in sl.chu %}.{% endfor %}",
    )
    making = Making(Folder(root), "thu", data)

    assert making.make(Case.MANY).blob is not None
    assert explore(making, SAMPLES).unseen == ()


def test_nothing_is_known_of_a_template_that_stops_every_report(data: Path) -> None:
    write_template(data.parents[2], "{{ khong_co }}")
    found = explore(Making(Folder(data.parents[2]), "thu", data), SAMPLES)

    assert (found.known, found.extra, found.unseen) == (False, (), ())
