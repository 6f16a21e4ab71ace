"""Symbols of documents: abbreviations, and the letters they are written with."""

from __future__ import annotations

import re
import sys

from generator.ky_hieu import ABBREVIATIONS, ADMINISTRATIVE, LETTER


def test_a_letter_is_a_latin_one_without_marks_or_the_vietnamese_d() -> None:
    letter = re.compile(LETTER)
    found = {chr(code) for code in range(sys.maxunicode + 1) if letter.fullmatch(chr(code))}

    assert found == set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzĐđ")


def test_no_two_kinds_share_an_abbreviation() -> None:
    assert len(set(ABBREVIATIONS.values())) == len(ABBREVIATIONS)


def test_every_abbreviation_is_written_with_those_letters() -> None:
    assert [
        short for short in ABBREVIATIONS.values() if not re.fullmatch(f"{LETTER}+", short)
    ] == []


def test_legal_documents_are_no_administrative_ones() -> None:
    assert set(ABBREVIATIONS) - set(ADMINISTRATIVE) == {"Nghị định", "Thông tư", "Kết luận"}
