"""What changed between two documents, by paragraph and cell, with the place of each."""

from __future__ import annotations

import unicodedata

import pytest

from generator.problem import Stopped
from generator.so_sanh import compare
from tests.so_sanh.documents import make, told

BODY = "thân văn bản"
HEADER = ["STT", "Chỉ tiêu", "Số liệu"]


def _told(old: bytes, new: bytes) -> list[tuple[str, str, str]]:
    return [told(change) for change in compare(old, "a.docx", new, "b.docx")]


def test_the_same_words_are_no_change_whatever_code_points_they_are_typed_with() -> None:
    text = "Cải cách hành chính"

    assert _told(make(text), make(unicodedata.normalize("NFD", text))) == []


def test_a_changed_word_is_told_with_its_paragraph() -> None:
    old = make("Mở đầu", "Trong kỳ có 04 văn bản.", "Kết")
    new = make("Mở đầu", "Trong kỳ có 05 văn bản.", "Kết")

    assert _told(old, new) == [
        ("changed", f"{BODY}, đoạn 2", "Trong kỳ có [04]{05} văn bản."),
    ]


def test_added_and_removed_paragraphs_have_the_place_in_their_own_document() -> None:
    old = make("một", "hai thứ đã bỏ", "ba", "bốn")
    new = make("một", "ba", "năm điều mới", "bốn")

    assert _told(old, new) == [
        ("removed", f"{BODY}, đoạn 2", "[hai thứ đã bỏ]"),
        ("added", f"{BODY}, đoạn 3", "{năm điều mới}"),
    ]


def test_a_paragraph_that_moved_down_is_named_at_both_places() -> None:
    old = make("Có 04 văn bản được ban hành.")
    new = make("Lời mở đầu", "Có 05 văn bản được ban hành.")

    added, changed = compare(old, "a.docx", new, "b.docx")

    assert told(added) == ("added", f"{BODY}, đoạn 1", "{Lời mở đầu}")
    assert changed.where.describe() == f"{BODY}, đoạn 2"
    assert changed.before is not None
    assert changed.before.describe() == f"{BODY}, đoạn 1"
    assert (changed.old, changed.new) == (
        "Có 04 văn bản được ban hành.",
        "Có 05 văn bản được ban hành.",
    )


def test_a_row_is_found_by_its_label_when_others_come_before_it() -> None:
    old = make([HEADER, ["1", "Tin, bài", "12"], ["2", "Hội nghị", "3"]])
    new = make([HEADER, ["1", "Văn bản", "7"], ["2", "Tin, bài", "15"], ["3", "Hội nghị", "3"]])

    found = compare(old, "a.docx", new, "b.docx")

    assert [(*told(change), change.label) for change in found] == [
        ("added", f"{BODY}, bảng 1, hàng 2", "{1 | Văn bản | 7}", ""),
        ("changed", f"{BODY}, bảng 1, hàng 3, ô 1", "[1]{2}", "Tin, bài"),
        ("changed", f"{BODY}, bảng 1, hàng 3, ô 3", "[12]{15}", "Tin, bài"),
        ("changed", f"{BODY}, bảng 1, hàng 4, ô 1", "[2]{3}", "Hội nghị"),
    ]


def test_a_column_that_was_added_does_not_shift_the_others() -> None:
    old = make([HEADER, ["1", "Tin, bài", "12"]])
    new = make([[*HEADER, "Ghi chú"], ["1", "Tin, bài", "12", "Trang của tỉnh"]])

    assert _told(old, new) == [
        ("added", f"{BODY}, bảng 1, hàng 1, ô 4", "{Ghi chú}"),
        ("added", f"{BODY}, bảng 1, hàng 2, ô 4", "{Trang của tỉnh}"),
    ]


def test_forms_with_one_header_are_told_apart_by_their_rows() -> None:
    first = [HEADER, ["1", "Tin, bài", "12"], ["2", "Hội nghị", "3"], ["3", "Lớp học", "1"]]
    second = [HEADER, ["1", "Văn bản", "7"], ["2", "Quyết định", "2"], ["3", "Chỉ thị", "0"]]

    assert _told(make(first, "x", second), make(second)) == [
        (
            "removed",
            f"{BODY}, bảng 1",
            "[STT | Chỉ tiêu | Số liệu\n1 | Tin, bài | 12\n2 | Hội nghị | 3\n3 | Lớp học | 1]",
        ),
        ("removed", f"{BODY}, đoạn 1", "[x]"),
    ]


def test_a_table_of_one_row_is_compared_cell_by_cell() -> None:
    old = make([["Nơi nhận: UBND tỉnh; Thanh tra Sở; Lưu: VT", "KT. GIÁM ĐỐC"]])
    new = make([["Nơi nhận: UBND tỉnh; Thanh tra; Lưu: VT", "KT. GIÁM ĐỐC"]])

    assert _told(old, new) == [
        (
            "changed",
            f"{BODY}, bảng 1, hàng 1, ô 1",
            "Nơi nhận: UBND tỉnh; Thanh tra[ Sở]; Lưu: VT",
        ),
    ]


def test_headers_and_footers_come_last() -> None:
    old = make("như nhau", header="Bản 1", footer="Trang chẵn")
    new = make("như nhau", header="Bản 2", footer="Trang lẻ")

    assert _told(old, new) == [
        ("changed", "đầu trang, đoạn 1", "Bản [1]{2}"),
        ("changed", "chân trang, đoạn 1", "Trang [chẵn]{lẻ}"),
    ]


def test_a_placeholder_is_a_word_like_any_other() -> None:
    assert _told(make("{{ ky.ten }} và {{ ky.nam }}"), make("{{ ky.day_du }} và {{ ky.nam }}")) == [
        ("changed", f"{BODY}, đoạn 1", "{{ [ky.ten]{ky.day_du} }} và {{ ky.nam }}"),
    ]


def test_a_file_that_is_no_word_document_is_named() -> None:
    with pytest.raises(Stopped) as caught:
        compare(make("a"), "a.docx", b"ky: 2022-Q1", "b.yaml")

    assert [(p.code, p.where.file) for p in caught.value.problems] == [("MA-001", "b.yaml")]
