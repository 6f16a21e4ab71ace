"""Names for designers: how each is written, what it means, what it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.lint import lint_docx
from generator.names.catalogue import Catalogue, Entry, written
from generator.names.overview import Overview, overview
from generator.names.sheet import sheet
from tests.lint.house import FORMATTER, SAMPLE, house
from tests.read_back import all_text
from tests.word.build import docx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.names.reading import Reading

LABELS = {"tin_bai": "Tin bài viết về CCHC"}


def _catalogue(sample: Mapping[str, object] = SAMPLE) -> Catalogue:
    return Catalogue(house().world, FORMATTER, sample, LABELS)


def _entries() -> dict[str, Entry]:
    return {entry.path: entry for entry in _catalogue().entries()}


@pytest.mark.parametrize(
    ("path", "tag", "meaning"),
    [
        ("ky.ten", "{{ ky.ten }}", "tên kỳ, như trong tiêu đề"),
        ("ky.den_ngay", "{{ ky.den_ngay | ngay }}", "ngày chốt số liệu"),
        ("kinh_gui", "{%p for noi in kinh_gui %} … {%p endfor %}", "nơi kính gửi"),
        ("bieu_mau[].dong", "{%p for dong in bm.dong %} … {%p endfor %}", "các dòng"),
        (
            "bieu_mau[].dong[].chi_tieu",
            "{{r dong.chi_tieu }}",
            "tên chỉ tiêu: {{r dong.chi_tieu }}",
        ),
        ("ct.tin_bai", "{{ ct.tin_bai }}", "Tin bài viết về CCHC"),
        ("ct.tin_bai.co", "{% if ct.tin_bai.co %} … {% endif %}", "có số, kể cả số 0"),
        ("vb.kh_cchc", "{{ vb.kh_cchc }}", "văn bản viện dẫn"),
        ("sl.tap_huan[].so_nguoi", "{{ muc.so_nguoi }}", "số liệu ở mục so_lieu của dữ liệu"),
        ("chu_ky", "chu_ky.…", "chữ ký"),
        ("loop.last", "{% if loop.last %} … {% endif %}", "phần tử cuối"),
    ],
)
def test_how_a_name_is_written_and_what_it_means(path: str, tag: str, meaning: str) -> None:
    entry = _entries()[path]

    assert (entry.tag, entry.meaning.vi) == (tag, meaning)


@pytest.mark.parametrize(
    ("path", "value", "prints"),
    [
        ("sl.kiem_tra.so_xa", "7", "07"),
        ("sl.kiem_tra.ngay_xong", "2022-03-01", "01/3/2022"),
        ("sl.tap_huan", "1 phần tử", ""),
        ("sl.tap_huan[].ten", "CCHC", "CCHC"),
        ("sl.ghi_chu", "lũy kế", "lũy kế"),
        ("ky.ten", "", ""),
    ],
)
def test_examples_come_from_the_sample(path: str, value: str, prints: str) -> None:
    entry = _entries()[path]

    assert (entry.value, entry.prints) == (value, prints)


def test_a_name_inside_loops_is_written_with_the_element() -> None:
    assert written("bieu_mau[].dong[].stt") == "dong.stt"
    assert written("don_vi.ten") == "don_vi.ten"


def _overview() -> Overview:
    blob = docx(
        "{{ ky.ten | hoa }}\n{%p for b in bieu_mau %}\n{{ b.ten }} {{ b.tenn }}\n{%p endfor %}"
    )
    readings: list[Reading] = [lint_docx(blob, "mau.docx", house()).reading]
    return overview(_catalogue(), readings)


def test_names_used_missing_and_available_are_told_apart() -> None:
    found = _overview()

    assert [one.entry.path for one in found.used] == ["bieu_mau", "bieu_mau[].ten", "ky.ten"]
    assert [one.entry.path for one in found.missing] == ["bieu_mau[].tenn"]
    assert found.missing[0].places[0].paragraph == 3
    assert found.filters == ("hoa",)
    assert {"ky.ten", "don_vi.ten", "bieu_mau[].dong[].stt"} <= {e.path for e in found.available}


def test_the_sheet_to_print_holds_all_groups() -> None:
    text = all_text(sheet(_overview(), "Mẫu thử"))

    assert "Mẫu thử" in text
    assert "Mẫu đang dùng mà không có" in text
    assert "{{ bm.tenn }}" in text
    assert "Có thể dùng thêm" in text
    assert "{{ don_vi.ten }}" in text
    assert "{{ 1788 | so_luong }}" in text


def test_the_same_names_give_the_same_sheet() -> None:
    assert sheet(_overview(), "Mẫu thử") == sheet(_overview(), "Mẫu thử")
