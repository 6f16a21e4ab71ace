"""A Word file that any other program has saved is told from one that was only written here."""

from __future__ import annotations

import struct
import subprocess
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx as python_docx
import pytest

from generator.word import package
from generator.word.own_hand import is_in_own_hand
from tests.word import build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _written() -> bytes:
    """Return a document as a report is written: members of a template, one of them new."""
    members = list(package.read(build.docx("Nội dung")))
    return b"".join(package.write([*members[:-1], package.packed(members[-1].name, b"<a/>")]))


def test_what_was_written_here_is_known_whatever_program_made_its_template() -> None:
    assert is_in_own_hand(_written())


def _as_word(blob: bytes) -> bytes:
    """Write the archive as Word does: the same day 1980, but zip 4.5 and its own flags."""
    directory = struct.unpack("<L", blob[-6:-2])[0]
    head, tail = blob[:directory], blob[directory:]
    return head + tail.replace(b"PK\1\2\x14\0\x14\0\0\0", b"PK\1\2\x2d\0\x14\0\x06\0")


def _as_zipfile(blob: bytes) -> bytes:
    new = BytesIO()
    with zipfile.ZipFile(BytesIO(blob)) as old, zipfile.ZipFile(new, "w") as archive:
        for name in old.namelist():
            archive.writestr(name, old.read(name))
    return new.getvalue()


def _as_python_docx(_: bytes) -> bytes:
    new = BytesIO()
    document = python_docx.Document(BytesIO(build.docx("Nội dung")))
    document.add_paragraph("thêm")
    document.save(new)
    return new.getvalue()


@pytest.mark.parametrize("save", [_as_word, _as_zipfile, _as_python_docx])
def test_what_another_program_has_saved_is_told(save: Callable[[bytes], bytes]) -> None:
    assert not is_in_own_hand(save(_written()))


@pytest.mark.parametrize("blob", [b"", b"PK", b"\xd0\xcf\x11\xe0", _written() + b"\0"])
def test_what_is_no_archive_or_holds_more_was_not_written_here(blob: bytes) -> None:
    assert not is_in_own_hand(blob)


@pytest.mark.office
def test_what_libreoffice_has_saved_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(_written())
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless"]
    saved = tmp_path / "saved"
    subprocess.run(
        [*command, "--convert-to", "docx", "--outdir", str(saved), str(tmp_path / "a.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )

    assert not is_in_own_hand((saved / "a.docx").read_bytes())
