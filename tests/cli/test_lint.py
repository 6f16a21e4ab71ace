"""`baocao lint` as designers use it."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document

from generator.cli import run
from tests.word.build import docx

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with the set `so`, the shared pieces and the register of one province."""
    for name in ("templates/so", "templates/chung", "templates/bieu-mau"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "data/danh-muc").mkdir(parents=True)
    (tmp_path / "data/2022-Q1").mkdir()
    for name in ("data/danh-muc/dong-nai.yaml", "data/2022-Q1/so-noi-vu-dong-nai.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def _faulty(project: Path, text: str = "{{ don_vi.tenn }}\n{{ don_vi.ten | safe }}") -> Path:
    path = project / "mau.docx"
    path.write_bytes(docx(text))
    return path


def test_a_clean_set_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", str(project / "templates/so")]) == 0
    assert capsys.readouterr().err == "Không thấy lỗi nào.\n"


def test_faults_are_told_with_place_and_remedy(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lint", str(_faulty(project))]) == 1

    told = capsys.readouterr().err
    assert 'LỖI MA-061  mau.docx, thân văn bản, đoạn 1, "{{ don_vi.tenn }}"' in told
    assert "→ Viết “don_vi.ten”." in told
    assert told.endswith("1 lỗi, 1 cảnh báo\n")


def test_warnings_fail_only_when_asked(project: Path) -> None:
    path = str(_faulty(project, "{{ don_vi.ten | safe }}"))

    assert run(["lint", path]) == 0
    assert run(["lint", path, "--strict"]) == 1


def test_the_outline_of_a_set_is_linted_with_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline = project / "templates/so/de-cuong.md"
    outline.write_text(outline.read_text(encoding="utf-8") + "\n{{ ky.tenn }}\n", encoding="utf-8")

    assert run(["lint", str(project / "templates/so"), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert problem["code"] == "MA-061"
    assert problem["where"]["file"] == "templates/so/de-cuong.md"


def test_a_shared_piece_is_linted_with_the_names_around_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    piece = project / "templates/chung/bieu-mau.docx"
    assert run(["lint", str(piece)]) == 0

    document = Document(str(piece))
    document.paragraphs[0].text = "{{ bm.tenn }}"
    document.save(str(piece))
    capsys.readouterr()

    assert run(["lint", str(piece)]) == 1
    assert 'templates/chung/bieu-mau.docx, thân văn bản, đoạn 1, "{{ bm.tenn }}"' in (
        capsys.readouterr().err
    )


def test_the_copy_with_comments_is_written_where_asked(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = project / "loi.docx"

    assert run(["lint", str(_faulty(project)), "--annotate", str(target)]) == 1
    assert len(Document(str(target)).part.package.parts) >= 1
    assert b"MA-061" in _part(target, "word/comments.xml")
    assert "Đã ghi" in capsys.readouterr().err


def test_without_a_name_the_copy_goes_to_out(project: Path) -> None:
    document = Document(str(project / "templates/so/bao-cao.docx"))
    document.paragraphs[0].text = "{{ ky.tenn }}"
    document.save(str(project / "templates/so/bao-cao.docx"))

    assert run(["lint", str(project / "templates/so"), "--annotate"]) == 1
    assert b"MA-061" in _part(project / "out/lint/so-bao-cao.docx", "word/comments.xml")


def test_a_copy_never_lands_among_the_templates(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = project / "templates/so/bao-cao.docx"
    before = target.read_bytes()

    assert run(["lint", str(_faulty(project)), "--annotate", str(target)]) == 1
    assert "HT-007" in capsys.readouterr().err
    assert target.read_bytes() == before


def test_sarif_and_github_go_to_standard_output(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(_faulty(project))

    run(["lint", path, "--format", "sarif"])
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"
    run(["lint", path, "--format", "github"])
    assert capsys.readouterr().out.startswith("::error file=mau.docx,title=MA-061::")


def test_what_is_not_there_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", str(project / "khong-co.docx")]) == 1
    assert "HT-001" in capsys.readouterr().err


def test_a_mistyped_set_is_guessed(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)

    assert run(["lint", "soo"]) == 1
    said = capsys.readouterr().err
    assert "HT-051  templates\n    Không có bộ mẫu “soo”.\n    → Ý bạn là “so”?\n" in said
    assert run(["lint", "templates"]) == 1
    assert "Không có bộ mẫu “templates”." in capsys.readouterr().err


def test_what_is_no_word_file_is_told_and_not_annotated(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "mau.docx"
    path.write_bytes(b"%PDF-1.7")

    assert run(["lint", str(path), "--annotate", str(project / "loi.docx")]) == 1
    assert "MA-001" in capsys.readouterr().err
    assert not (project / "loi.docx").exists()


def test_several_templates_need_a_folder_for_their_copies(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(_faulty(project))

    assert run(["lint", path, path, "--annotate", str(project / "loi.docx")]) == 2
    assert "thư mục" in capsys.readouterr().err


@pytest.fixture
def new_set(project: Path) -> Path:
    """Return the folder of a set without data in `data/`: its sample is all there is."""
    folder = project / "templates/khung"
    shutil.copytree(ROOT / "templates/khung", folder)
    document = Document(str(folder / "bao-cao.docx"))
    document.add_paragraph("{{ sl.nhiem_vu.hoan_than }}", style="Body Text")
    document.save(str(folder / "bao-cao.docx"))
    return folder


def test_names_are_held_against_the_own_sample_of_a_set(
    new_set: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lint", str(new_set), "--strict"]) == 1
    assert "→ Ý bạn là “sl.nhiem_vu.hoan_thanh”?" in capsys.readouterr().err


def test_faults_of_the_own_sample_are_told(
    new_set: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (new_set / "vi-du.yaml").write_text("ky: 2022-Q1\nbo_mau: khung\n", encoding="utf-8")

    assert run(["lint", str(new_set), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert ("DL-011", "templates/khung/vi-du.yaml") in {
        (one["code"], one["where"]["file"]) for one in found
    }


def _part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read(name)


def test_a_set_in_a_folder_of_another_name_is_told(
    new_set: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kho = new_set.rename(new_set.parent / "kho")

    assert run(["lint", str(kho)]) == 1
    told = capsys.readouterr().err
    assert "DL-012  templates/kho/bo-mau.yaml:4" in told
    assert "“ten” phải là “kho”, tên thư mục của bộ mẫu." in told
