"""Of each free figure it is told where the text prints it: the section and the words around it."""

from __future__ import annotations

import pytest

from generator.names.printed_at import MOST, printed_at

LONG = "một hai ba bốn năm sáu bảy tám chín mười " * 4


def place(name: str, *texts: str) -> str:
    return printed_at([name], texts)[name]


def test_a_figure_is_shown_in_its_sentence_and_section_others_as_dots() -> None:
    text = (
        "# I. CHỈ ĐẠO\n## 2. Kiểm tra\n"
        "- **Cấp sở**: có {{ sl.cap_so.xuat_sac }} đơn vị xuất sắc, {{ sl.cap_so.tot }} tốt. Hết.\n"
    )

    assert printed_at(["cap_so.xuat_sac", "cap_so.tot"], [text]) == {
        "cap_so.xuat_sac": "I.2: “Cấp sở: có […] đơn vị xuất sắc, … tốt”",
        "cap_so.tot": "I.2: “Cấp sở: có … đơn vị xuất sắc, […] tốt”",
    }


@pytest.mark.parametrize(
    ("headings", "section"),
    [
        ("", ""),
        ("# Phụ lục\n", "Phụ lục: "),
        ("# II. A\n## 2. B\n### 2.2. C\n#### 2.2.1. D\n", "II.2.2.1: "),
        ("# II. A\n## 1. B\n### a) C\n", "II.1.a: "),
        ("# II. A\n## 1. B\n# III. C\n", "III: "),
        ("# I. A\n{# ## 1. B #}\n", "I: "),
        ("# I. A\n{% if ct.a %}\n## 1. B\n{% endif %}\n## 2. C\n", "I.2: "),
    ],
)
def test_sections_are_called_as_in_a_reference(headings: str, section: str) -> None:
    assert place("a", f"{headings}Có {{{{ sl.a }}}} xã") == f"{section}“Có […] xã”"


def test_all_sections_are_named_that_of_the_words_first() -> None:
    text = "# I. A\n{{ [sl.a, sl.b] | tong }} tất cả\n# II. B\nriêng {{ sl.a }}\n"

    assert place("a", text) == "II, I: “riêng […]”"


@pytest.mark.parametrize(
    "sentence",
    [f"{LONG}{{{{ sl.a }}}} {LONG}", f"{{{{ sl.a }}}} {LONG}", f"{LONG}{{{{ sl.a }}}}"],
)
def test_a_long_sentence_is_cut_at_whole_words_around_the_figure(sentence: str) -> None:
    found = place("a", f"# II. A\n## 1. B\n{sentence}.\n")

    assert len(found) <= MOST
    assert found.startswith("II.1: “")
    words = found.removeprefix("II.1: “").removesuffix("”").split()
    assert set(words) <= {*LONG.split(), "…", "[…]"}
    assert words.count("[…]") == 1
    assert len(words) > 10


def test_entries_of_a_list_are_shown_where_its_loop_prints_them() -> None:
    text = "{% for x in sl.linh_vuc %}\n- {{ x.ten }} đạt {{ x.ty_le }}\n{% endfor %}\n"

    assert place("linh_vuc.12.ty_le", text) == "“… đạt […]”"


def test_entries_of_a_joined_list_are_shown_where_they_are_printed_and_not_counted() -> None:
    text = '{{ sl.xa | length }} xã, gồm {{ sl.xa | join(", ") }}\n'

    assert place("xa.1", text) == "“… xã, gồm […]”"


def test_a_name_given_by_set_is_followed() -> None:
    text = "{% set m = sl.mot_cua.huyen %}\nNhận {{ m.nhan }} hồ sơ\n"

    assert place("mot_cua.huyen.nhan", text) == "“Nhận […] hồ sơ”"


def test_a_figure_that_is_only_asked_about_is_shown_by_what_follows() -> None:
    text = "# I. A\n{% if sl.co_doi_thoai %}\nĐã đối thoại với dân.\n{% endif %}\n"

    assert place("co_doi_thoai", text) == "I: “Đã đối thoại với dân”"


def test_a_group_whose_use_is_not_seen_is_shown_by_what_its_loop_prints() -> None:
    text = (
        "# I. A\n{% for ten, x in [('huyện', sl.huyen), ('xã', sl.xa)] %}\n\n"
        "Cấp {{ ten }} nhận {{ x.nhan }} hồ sơ.\n{% endfor %}\n"
    )

    assert place("xa.nhan", text) == "I: “Cấp … nhận … hồ sơ”"


def test_a_group_that_fills_a_table_without_words_is_told_so() -> None:
    text = "# I. A\n{% for x in sl.bang[ky.nam] %}\n| {{ x }} |\n{% endfor %}\nSau bảng.\n"

    assert place("bang.a.b", text) == "I: bảng, biểu đồ"


def test_a_cell_is_told_by_its_row_and_the_heads_of_its_column() -> None:
    text = (
        "# I. A\n{tieu_de=2}\n| Nội dung | Được giao | < |\n|---|---|---|\n"
        "| ^ | Biên chế | Hợp đồng |\n| Cấp sở | {{ sl.a }} | {{ sl.b }} |\n"
        "| Cấp huyện | {{ sl.c }} | {{ sl.d }} người |\n"
    )

    assert printed_at(["a", "d"], [text]) == {
        "a": "I: “Cấp sở | Được giao | Biên chế: […]”",
        "d": "I: “Cấp huyện | Được giao | Hợp đồng: […] người”",
    }


def test_a_link_is_told_by_its_words() -> None:
    assert place("web", "Xem [{{ sl.web }}](http://{{ sl.web }}).") == "“Xem […]”"


def test_what_no_text_uses_is_told_so() -> None:
    used = "{{ sl.a.b }} và {{ sl.c }}"

    assert place("a.x", used, "") == "lời văn không dùng"
    assert place("a.x", used, "Có {{ sl.a.x }}") == "“Có […]”"
    assert place("b", "{# {{ sl.b }} #}{% raw %}{{ sl.b }}{% endraw %}") == "lời văn không dùng"
    assert place("a", "{{ truoc.sl.a }}") == "lời văn không dùng"


def test_what_cannot_be_told_is_left_open() -> None:
    assert place("a") == ""
    assert place("a", "{% for x in sl %}{{ x }}{% endfor %}") == ""
    # -- `m` may be used for anything in the group: by a name worked out, for one --
    known = "{% set m = sl.nhom if ct.a else sl.khac %}\n{{ m[ky.ten] }} và {{ sl.nhom.b }}"
    assert place("nhom.c", known) == ""


def test_names_in_either_form_of_unicode_and_odd_tags_are_read() -> None:
    assert place("a", "Co\u0301 {{ sl.a }} xa\u0303 {{ sl.b") == "“Có […] xã {{ sl.b”"
    assert place("a", "{{ sl.a + }} và {{ sl.a\n| so }} xã") == "“… và […] xã”"
