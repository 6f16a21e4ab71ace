"""Files on the command line: patterns, on Windows; names in other letters, on a Mac."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from generator.cli.arguments import expanded, spell


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


def test_paths_are_spelled_as_the_disk_spells_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("Data", "data", "templates", "So"):
        (tmp_path / name).mkdir()
    # -- a disk that takes “Templates” for “templates” --
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda path: exists(Path(str(path).lower())))
    given = Namespace(
        data=[Path("Data/A.yaml"), Path("DATA")],
        output=Path("Templates/Mới.docx"),
        templates=["Templates/SO", "So", "--x"],
        jobs=2,
    )

    spell(given)

    assert given == Namespace(
        data=[Path("Data/A.yaml"), given.data[1]],
        output=Path("templates/Mới.docx"),
        templates=["templates/SO", "So", "--x"],
        jobs=2,
    )
    assert str(given.data[1]) in {"data", "Data"}
