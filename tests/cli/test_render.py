"""`baocao render` as a clerk runs it: what is written, what is said, what code it ends with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import run

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the templates, the register and the sample data of this project."""
    for folder in ("templates", "data/danh-muc", "data/2022-Q1"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def _data(project: Path) -> Path:
    return project / "data" / "2022-Q1" / "so-noi-vu-dong-nai.yaml"


def test_the_report_is_written_to_out_and_its_place_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", str(_data(project))]) == 0

    assert (project / "out" / "2022-Q1" / "so-noi-vu-dong-nai.docx").read_bytes()[:2] == b"PK"
    err = capsys.readouterr().err
    assert f"Đã ghi: {project}/out/2022-Q1/so-noi-vu-dong-nai.docx" in err
    assert "CẢNH BÁO NQ-001" in err


def test_problems_end_with_code_1_and_write_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _data(project)
    data.write_text(data.read_text(encoding="utf-8").replace("bo_mau: so\n", "bo_mau: soo\n"))

    assert run(["render", str(data)]) == 1

    err = capsys.readouterr().err
    assert "LỖI DL-026  data/2022-Q1/so-noi-vu-dong-nai.yaml:14:9" in err
    assert "Ý bạn là “so”?" in err
    assert not (project / "out").exists()


def test_with_strict_warnings_stop_too(project: Path) -> None:
    assert run(["render", str(_data(project)), "--strict"]) == 1

    assert not (project / "out").exists()


def test_problems_come_as_json_when_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", str(_data(project)), "--format", "json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert {problem["severity"] for problem in told} == {"warning"}
    assert all(problem["where"]["line"] for problem in told)


def test_the_place_is_told_as_one_can_open_it_from_here(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)

    run(["render", "data/2022-Q1/so-noi-vu-dong-nai.yaml"])

    assert "Đã ghi: out/2022-Q1/so-noi-vu-dong-nai.docx\n" in capsys.readouterr().err


def test_a_template_can_never_be_the_output(project: Path) -> None:
    template = project / "templates" / "so" / "bao-cao.docx"
    before = template.read_bytes()

    assert run(["render", str(_data(project)), "-o", str(template)]) == 1
    assert template.read_bytes() == before


def test_the_output_may_be_named(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "nơi khác" / "báo cáo.docx"

    assert run(["render", str(_data(project)), "-o", str(target)]) == 0
    assert target.exists()


def test_a_template_without_a_piece_it_includes_is_told_where(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "templates" / "chung" / "dau.docx").unlink()

    assert run(["render", str(_data(project))]) == 1

    err = capsys.readouterr().err
    assert "HT-001  templates/chung/dau.docx" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "code"), [("không-có.yaml", "HT-001"), (".", "HT-002"), ("a.docx", "DL-009")]
)
def test_what_is_no_data_file_is_one_clear_problem(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, code: str
) -> None:
    (project / "a.docx").write_bytes(b"PK")

    assert run(["render", str(project / name)]) == 1

    err = capsys.readouterr().err
    assert f"LỖI {code}" in err
    assert "1 lỗi, 0 cảnh báo" in err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["render", "a.yaml", "--stric"], "không có tham số --stric — ý bạn là --strict?"),
        (["render", "a.yaml", "--format", "xml"], "--format: không có “xml”, chỉ có"),
        (["render", "--strict"], "còn thiếu TEP_DU_LIEU"),
        (["render", "a.yaml", "-o"], "tùy chọn -o/--output cần một giá trị"),
        (["rendr"], "LENH: không có “rendr”, chỉ có 'render' — ý bạn là render?"),
        (["render", "a.yaml", "b.yaml"], "thừa hoặc không có tham số b.yaml"),
        ([], "còn thiếu LENH"),
    ],
)
def test_wrong_use_ends_with_code_2_and_says_what_is_wrong(
    capsys: pytest.CaptureFixture[str], command: list[str], said: str
) -> None:
    assert run(command) == 2

    err = capsys.readouterr().err
    assert said in err
    assert "baocao --help" in err


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "--help"]) == 0

    out = capsys.readouterr().out
    assert "baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml" in out
    assert "--strict" in out
