"""A picture of a report lies beside its data file; nothing else of the disk can be asked for."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import docx as python_docx
import pytest

from generator.anh import no_files, picture_function
from generator.files import Folder
from generator.problem import Stopped
from generator.word import compile_template
from tests.word.build import docx

if TYPE_CHECKING:
    from pathlib import Path


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">2I5B", 2, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x00\xff")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "2022-Q1"
    folder.mkdir(parents=True)
    (folder / "so-do.png").write_bytes(_png())
    (tmp_path / "ngoai.png").write_bytes(_png())
    return folder / "so-noi-vu.yaml"


def _render(text: str, data_file: Path) -> bytes:
    load = Folder(data_file.parent).reader_beside(data_file)
    return compile_template(docx(text), name="a.docx").render({"anh": picture_function(load)})


def test_a_picture_beside_the_data_is_printed_as_wide_as_asked(data_file: Path) -> None:
    made = python_docx.Document(BytesIO(_render('{{ anh("so-do.png", rong=50) }}', data_file)))

    (shape,) = made.inline_shapes
    assert shape.width.mm == pytest.approx(50, abs=0.1)
    assert shape.height.mm == pytest.approx(25, abs=0.1)


@pytest.mark.parametrize("path", ["../../ngoai.png", "/etc/passwd", "lien-ket.png"])
def test_a_file_elsewhere_is_refused_at_the_tag(data_file: Path, path: str) -> None:
    (data_file.parent / "lien-ket.png").symlink_to(data_file.parent.parent.parent / "ngoai.png")

    with pytest.raises(Stopped) as stopped:
        _render(f'trước {{{{ anh("{path}") }}}}', data_file)

    (problem,) = stopped.value.problems
    assert problem.where.tag == f'{{{{ anh("{path}") }}}}'
    assert "phải nằm cùng thư mục với tệp dữ liệu" in problem.message.vi


def test_a_picture_that_is_not_there_is_named(data_file: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        _render('{{ anh("so-do-2.png") }}', data_file)

    (problem,) = stopped.value.problems
    assert problem.message.vi == "Ảnh “so-do-2.png”: Không tìm thấy tệp."
    assert problem.hint is not None
    assert "so-do.png" in problem.hint.vi


def test_two_pictures_and_one_of_the_template_have_names_of_their_own(data_file: Path) -> None:
    (data_file.parent / "khac.png").write_bytes(_png() + b"x")
    template = BytesIO(docx('{{ anh("so-do.png") }}\n{{ anh("khac.png") }}'))
    with zipfile.ZipFile(template, "a") as archive:
        archive.writestr("word/media/anh1.png", "của mẫu")
    load = Folder(data_file.parent).reader_beside(data_file)

    compiled = compile_template(template.getvalue(), name="a.docx")
    made = compiled.render({"anh": picture_function(load)})

    pictures = zipfile.ZipFile(BytesIO(made))
    assert [pictures.read(f"word/media/anh{number}.png") for number in (1, 2, 3)] == [
        "của mẫu".encode(),
        _png(),
        _png() + b"x",
    ]


def test_a_file_that_is_no_picture_is_refused(data_file: Path) -> None:
    (data_file.parent / "x.png").write_bytes(b"khong phai anh")

    with pytest.raises(Stopped) as stopped:
        _render('{{ anh("x.png") }}', data_file)

    assert len(stopped.value.problems) == 1


def test_a_report_made_from_bytes_alone_has_no_files() -> None:
    with pytest.raises(Stopped) as stopped:
        no_files("so-do.png")

    assert [p.code for p in stopped.value.problems] == ["HT-011"]
