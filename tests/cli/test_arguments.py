"""Patterns on the command line: on Windows each program has to look which files they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cli.arguments import expanded

if TYPE_CHECKING:
    from pathlib import Path


def test_a_pattern_stands_for_the_files_it_fits_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.docx", "a.docx", "a.yaml", ".c.docx", "~$a.docx"):
        (tmp_path / name).touch()

    assert expanded(["lint", "*.docx", "--strict"]) == ["lint", "a.docx", "b.docx", "--strict"]


@pytest.mark.parametrize("word", ["a.docx", "*.docx", "NQ-0*", "[không có]", ""])
def test_words_that_fit_no_file_stay_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.chdir(tmp_path)

    assert expanded([word]) == [word]
