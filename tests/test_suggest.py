"""The nearest known word."""

from __future__ import annotations

import pytest

from generator.suggest import did_you_mean, nearest, plain


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
