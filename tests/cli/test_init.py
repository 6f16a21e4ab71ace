"""`baocao init`: what lies in the new folder, what is kept, what is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator import files
from generator.cli import run

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent.parent
SAMPLE = "data/2022-Q1/so-noi-vu-dong-nai"


def _tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder_holds_templates_register_sample_and_makes_its_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["init", "báo cáo"]) == 0

    said = capsys.readouterr().err
    folder = tmp_path / "báo cáo"
    data = {path for path in _tree(folder) if path.startswith("data/")}
    register = {f"data/danh-muc/{path.name}" for path in (ROOT / "data/danh-muc").glob("*.yaml")}
    assert f"Đã ghi {len(_tree(folder))} tệp vào: báo cáo" in said
    assert 'cd "báo cáo"' in said
    assert data == {f"{SAMPLE}.yaml", f"{SAMPLE}.md"} | register
    assert {"README.md", "templates/so/bao-cao.docx", "templates/chung/dau.docx"} <= _tree(folder)
    assert (folder / "templates/so/bao-cao.docx").read_bytes() == (
        ROOT / "templates/so/bao-cao.docx"
    ).read_bytes()
    monkeypatch.chdir(folder)
    assert run(["render", f"{SAMPLE}.yaml"]) == 0
    assert (folder / "out/2022-Q1/so-noi-vu-dong-nai.docx").is_file()


def test_files_that_are_there_are_kept_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_bytes(b"mine")
    assert run(["init"]) == 0
    (tmp_path / f"{SAMPLE}.md").unlink()
    capsys.readouterr()

    assert run(["init"]) == 0

    said = capsys.readouterr().err
    assert (tmp_path / "README.md").read_bytes() == b"mine"
    assert said.count("HT-061") == 1
    assert "CẢNH BÁO HT-061  README.md" in said
    assert "Đã ghi 1 tệp vào: ." in said


def test_a_file_is_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").write_bytes(b"x")

    assert run(["init", "a"]) == 1

    assert "LỖI HT-005  a" in capsys.readouterr().err
    assert _tree(tmp_path) == {"a"}


def test_what_word_leaves_beside_an_open_template_is_not_laid_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "starter").mkdir()
    for name in ("README.md", "files.txt"):
        blob = (ROOT / "generator" / "starter" / name).read_bytes()
        (tmp_path / "starter" / name).write_bytes(blob)
    for name in ("a.docx", "~$a.docx", ".~lock.a.docx#"):
        path = tmp_path / "starter" / "templates" / "x" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    monkeypatch.setattr(files.starter, "LIST", tmp_path / "starter")

    laid = {path.as_posix() for path in files.starter_files()}

    assert laid == {"README.md", "templates/x/a.docx"}
