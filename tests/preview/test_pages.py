"""Pages by LibreOffice: pictures with their texts; what goes wrong leaves the plain page."""

from __future__ import annotations

import os
import shutil
import stat
import time
from typing import TYPE_CHECKING

import pytest

from generator.preview.pages import Printer
from generator.problem import Severity
from tests.so_sanh.documents import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def printers() -> Iterator[list[Printer]]:
    made: list[Printer] = []
    yield made
    for printer in made:
        printer.close()


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that stands before all others."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def _program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_without_libreoffice_there_is_the_plain_page(
    printers: list[Printer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    printers.append(Printer(lambda: False))

    pages = printers[0].print(make("Xin chào"))

    assert printers[0].kind == "html"
    assert pages
    assert "Xin chào" in pages.html.decode()
    assert (pages.pictures, pages.pdf, pages.problem) == ((), b"", None)


@pytest.mark.skipif(os.name == "nt", reason="the program that gets stuck is a shell script")
def test_libreoffice_that_does_not_end_is_ended(printers: list[Printer], bin_folder: Path) -> None:
    alive = bin_folder / "alive"
    _program(bin_folder, "soffice", f"(while :; do echo >> {alive}; sleep 0.02; done) & wait")
    printers.append(Printer(lambda: False, limit=0.5))

    pages = printers[0].print(make("Xin chào"))

    assert pages
    assert pages.problem
    assert (pages.problem.code, pages.problem.severity) == ("HT-044", Severity.WARNING)
    assert "Xin chào" in pages.html.decode()
    written = alive.stat().st_size
    time.sleep(0.3)
    assert alive.stat().st_size == written > 0


@pytest.mark.skipif(os.name == "nt", reason="the program that gets stuck is a shell script")
def test_pages_nobody_wants_any_more_are_given_up(
    printers: list[Printer], bin_folder: Path
) -> None:
    _program(bin_folder, "soffice", "sleep 600")
    printers.append(Printer(lambda: True))

    assert printers[0].print(make("Xin chào")) is None


@pytest.mark.skipif(os.name == "nt", reason="the program that makes nothing is a shell script")
def test_libreoffice_that_makes_nothing_leaves_the_plain_page(
    printers: list[Printer], bin_folder: Path
) -> None:
    _program(bin_folder, "soffice", "exit 1")
    printers.append(Printer(lambda: False))

    pages = printers[0].print(make("Xin chào"))

    assert pages
    assert pages.problem
    assert pages.problem.code == "HT-043"


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="needs LibreOffice, poppler"
)
def test_pages_come_as_pictures_with_their_texts(printers: list[Printer]) -> None:
    printers.append(Printer(lambda: False))
    assert printers[0].kind == "trang"

    first = printers[0].print(make(*(f"Đoạn số {number}" for number in range(120))))
    second = printers[0].print(make("Xin chào"))

    assert first
    assert second
    assert len(first.pictures) == len(first.texts) > 1
    assert first.pictures[0].startswith(b"\x89PNG")
    assert "Đoạn số 0" in first.texts[0]
    assert "Đoạn số 119" in first.texts[-1]
    assert len(second.pictures) == 1  # nothing of the document before is left
