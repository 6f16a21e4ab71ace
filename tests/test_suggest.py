"""The nearest known word."""

from __future__ import annotations

import pytest

from generator.suggest import did_you_mean, name_hint, names_of, nearest, plain, those_like


def test_accents_case_and_spaces_do_not_count() -> None:
    assert plain(" Đơn vị-Báo Cáo ") == "don_vi_bao_cao"


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("ky_thayy", ["ky_thay", "thay_mat"], "ky_thay"),
        ("Nơi nhận", ["noi_nhan", "luu"], "noi_nhan"),
        ("xyz", ["noi_nhan", "luu"], None),
        ("x", [], None),
    ],
)
def test_the_nearest_word_is_found_or_none(word: str, known: list[str], found: str | None) -> None:
    assert nearest(word, known) == found


def test_several_words_come_with_the_likest_first_and_no_more_than_asked_for() -> None:
    assert those_like("fore", ["endfor", "for", "luu"], most=2) == ["for", "endfor"]
    assert those_like("fore", ["endfor", "for", "luu"], most=1) == ["for"]


def test_the_hint_names_the_word_in_both_languages() -> None:
    hint = did_you_mean("luuu", ["luu", "so"])
    assert hint is not None
    assert (hint.vi, hint.en) == ("Ý bạn là “luu”?", "Did you mean “luu”?")


def test_when_nothing_is_near_a_short_list_is_shown_and_a_long_one_is_not() -> None:
    hint = did_you_mean("xyz", ["1", "2"])
    assert hint is not None
    assert hint.vi == "Có thể dùng: 1, 2."
    assert did_you_mean("xyz", [str(n) for n in range(100)]) is None
    assert did_you_mean("xyz", []) is None


NAMES = names_of({"anh": 1, "don_vi": 2, "chu_ky": 3, "sl": {"nhiem_vu": {}, "phong": ()}})


@pytest.mark.parametrize(
    ("name", "tag", "found"),
    [
        ("donvi", "", "Ý bạn là “don_vi”?"),
        ("nguoi_ky", "", "Ý bạn là “chu_ky”?"),
        ("so_lieu", "", "Ý bạn là “sl”?"),
        ("nhiem_vu", "{{ nhiem_vu.so }}", "Ý bạn là “sl.nhiem_vu”?"),
        (
            "thanh",
            "{{ sl.hoan-thanh }}",
            "Tên không có dấu gạch ngang: viết “sl.hoan_thanh”. Phép trừ thì có dấu cách hai bên.",
        ),
        ("đồng", "", 'Chữ thì đặt trong dấu nháy: "đồng"; tên thì viết không dấu.'),
        (
            "anh",
            "",
            "“anh” chỉ có ở trong vòng lặp đặt ra nó: đưa thẻ này vào giữa hai thẻ của vòng lặp.",
        ),
    ],
)
def test_the_hint_for_a_name_says_what_is_meant(name: str, tag: str, found: str) -> None:
    hint = name_hint(name, NAMES, tag)

    assert hint is not None
    assert hint.vi == found


def test_names_that_are_not_near_are_not_guessed() -> None:
    assert name_hint("thanh", NAMES) is None


def test_names_are_told_with_those_inside_groups() -> None:
    assert NAMES == ["anh", "don_vi", "chu_ky", "sl", "sl.nhiem_vu", "sl.phong"]
