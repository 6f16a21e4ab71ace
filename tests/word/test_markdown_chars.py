"""Stand-ins for characters of values that could act as Markdown."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from generator.word import markdown_chars as chars

_LEGAL = st.text().filter(lambda text: chars.ILLEGAL.search(text) is None)


@given(_LEGAL)
def test_what_is_hidden_is_shown_again(text: str) -> None:
    assert chars.show(chars.hide(text)) == text.replace("\r\n", "\n")
    assert chars.show(text) == text


def test_letters_and_digits_alone_hold_nothing_illegal_and_nothing_to_hide() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1))
    letters = "".join(character for character in every if character.isalnum())

    assert chars.ILLEGAL.search(letters) is None
    assert chars.hide(letters) == letters


def test_every_line_knows_the_line_of_the_source_it_came_from() -> None:
    filled = "\n".join(
        ["a", f"{chars.mark_line(3)}b{chars.mark_line(4)}c", "d", chars.mark_line(9)]
    )

    assert chars.unmark_lines(filled) == ("a\nbc\nd\n", [1, 3, 3, 9])
