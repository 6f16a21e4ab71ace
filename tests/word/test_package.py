"""Archives: members as they came, and the same bytes for the same members."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.word import package
from generator.word.faults import RefusedError
from tests.word.build import docx


def test_members_survive_reading_and_writing() -> None:
    blob = docx("x" * 1000)

    written = b"".join(package.write(package.read(blob)))

    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(io.BytesIO(written)) as new:
        assert new.testzip() is None
        assert {n: new.read(n) for n in new.namelist()} == {n: old.read(n) for n in old.namelist()}
        assert {info.date_time for info in new.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_name_outside_ascii_is_kept() -> None:
    blob = b"".join(package.write([package.packed("word/ảnh.xml", b"<a/>")]))

    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        assert archive.namelist() == ["word/ảnh.xml"]


def test_chunks_pack_to_the_whole() -> None:
    assert package.packed_chunks("a", [b"xyz"] * 1000).data() == b"xyz" * 1000


def test_two_members_of_one_name_are_refused() -> None:
    twice = [package.packed("a.xml", b"<a/>"), package.packed("A.xml", b"<b/>")]

    with pytest.raises(RefusedError):
        package.read(b"".join(package.write(twice)))


def test_small_members_that_were_packed_before_are_not_packed_again() -> None:
    data = b"<a/>" * 100
    first = package.packed("a.xml", data)

    assert package.packed("a.xml", bytes(data)) is first
    assert package.packed_chunks("a.xml", iter([data])) is first
    assert package.packed("b.xml", data).name == "b.xml"
    assert package.packed("a.xml", data + b" ").data() == data + b" "
    assert package.packed_chunks("a.xml", iter([data[:5], data[5:]])) == first
    assert package.packed_chunks("a.xml", iter([])).data() == b""


def test_large_members_are_not_kept() -> None:
    data = b"<a/>" * 10_000

    assert package.packed("a.xml", data) is not package.packed("a.xml", data)
    assert package.packed("a.xml", data) == package.packed_chunks("a.xml", iter([data]))
