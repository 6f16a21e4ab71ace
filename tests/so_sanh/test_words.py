"""Words of two texts: numbers, document numbers and placeholders are one word each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.so_sanh.words import Kind, compare_words, likeness, words_of

_MARKS = {Kind.SAME: "%s", Kind.REMOVED: "[%s]", Kind.ADDED: "{%s}"}


def _marked(old: str, new: str) -> str:
    return "".join(_MARKS[piece.kind] % piece.text for piece in compare_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("đạt 98,06%.", "đạt 96,13%.", "đạt [98,06%]{96,13%}."),
        ("Kế hoạch 13/KH-SNV", "Kế hoạch 31/KH-SNV", "Kế hoạch [13/KH-SNV]{31/KH-SNV}"),
        ("{{ ky.ten }}", "{{ ky.day_du }}", "{{ [ky.ten]{ky.day_du} }}"),
        ("có 4 hồ sơ", "có hồ sơ", "có[ 4] hồ sơ"),
        # -- white space between two changes does not tear them apart --
        ("thành phố Biên Hòa báo", "huyện Cẩm Mỹ báo", "[thành phố Biên Hòa]{huyện Cẩm Mỹ} báo"),
        ("", "mới", "{mới}"),
        ("cũ", "", "[cũ]"),
        ("như nhau", "như nhau", "như nhau"),
    ],
)
def test_what_changed_is_told_by_word(old: str, new: str, marked: str) -> None:
    assert _marked(old, new) == marked


@given(st.text(alphabet="ab 1,/-%.\n{"), st.text(alphabet="ab 1,/-%.\n{"))
def test_both_texts_can_be_put_together_again(old: str, new: str) -> None:
    pieces = compare_words(old, new)

    assert "".join(p.text for p in pieces if p.kind is not Kind.ADDED) == old
    assert "".join(p.text for p in pieces if p.kind is not Kind.REMOVED) == new
    assert all(p.text for p in pieces)
    assert all(one.kind != two.kind for one, two in pairwise(pieces))


def test_likeness_is_the_share_of_common_words() -> None:
    assert likeness(words_of("một hai"), words_of("hai, một.")) == 1.0
    assert likeness(words_of("một hai"), words_of("hai ba")) == 0.5
    assert likeness(words_of("một"), words_of("hai")) == 0.0
    assert likeness(words_of("…"), words_of("")) == 1.0
