"""`baocao render` as a clerk runs it: what is written, what is said, what code it ends with."""

from __future__ import annotations

import json
import shutil
import zipfile
from importlib.metadata import version
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


def test_outside_of_any_project_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(ROOT / "data" / "2022-Q1" / "so-noi-vu-dong-nai.yaml", tmp_path / "thu-2099.yaml")
    monkeypatch.chdir(tmp_path)

    assert run(["render", "thu-2099.yaml"]) == 1

    assert f"LỖI HT-060  {tmp_path}\n" in capsys.readouterr().err
    assert not (ROOT / "out" / "thu-2099.docx").exists()
    assert not (tmp_path / "out").exists()


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


def _save_elsewhere(path: Path) -> bytes:
    """Save a document as another program would, its members with the hour; return what it holds."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path.read_bytes()


def test_a_word_file_that_somebody_edited_is_kept_and_told_what_to_do(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["render", str(_data(project))])
    report = project / "out" / "2022-Q1" / "so-noi-vu-dong-nai.docx"
    made, edited = report.read_bytes(), _save_elsewhere(report)
    capsys.readouterr()

    assert run(["render", str(_data(project))]) == 1

    err = capsys.readouterr().err
    assert f"LỖI HT-024  {report}" in err
    assert "đổi tên tệp đó, hoặc ghi ra chỗ khác bằng -o; bỏ bản đã sửa: --force" in err
    assert report.read_bytes() == edited

    assert run(["render", str(_data(project)), "--force"]) == 0
    assert report.read_bytes() == made


def test_a_word_file_that_nobody_touched_is_made_anew_without_a_word(project: Path) -> None:
    assert run(["render", str(_data(project))]) == 0
    assert run(["render", str(_data(project))]) == 0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2022-Q1/tb.yaml", "HT-033"),
        ("2022-Q2/so-noi-vu-dong-nai.yaml", "HT-034"),
        ("2022-Q1/Bản cuối (2).yaml", "HT-031"),
    ],
)
def test_a_file_out_of_its_place_in_data_is_made_with_a_warning(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, code: str
) -> None:
    other = project / "data" / name
    other.parent.mkdir(exist_ok=True)
    _data(project).rename(other)
    _data(project).with_suffix(".md").rename(other.with_suffix(".md"))

    assert run(["render", str(other)]) == 0

    err = capsys.readouterr().err
    assert f"CẢNH BÁO {code}  data/{name}" in err
    assert "LỖI" not in err


def test_a_file_outside_of_data_may_be_called_anything(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _data(project).rename(project / "nháp.yaml")
    _data(project).with_suffix(".md").rename(project / "nháp.md")

    assert run(["render", str(project / "nháp.yaml")]) == 0
    assert "HT-03" not in capsys.readouterr().err


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
    assert "HT-001  templates/so/bao-cao.docx, thân văn bản, đoạn 1" in err
    assert "Không có mảnh “dau” (templates/chung/dau.docx)." in err
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
        (["rendr"], "LENH: không có “rendr”, chỉ có"),
        (["rendr"], " — ý bạn là render?"),
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


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0

    assert capsys.readouterr().out == f"baocao {version('baocao')}\n"


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "--help"]) == 0

    out = capsys.readouterr().out
    assert "baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml" in out
    assert "--strict" in out


def test_what_breaks_the_layout_is_a_warning_of_the_word_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "bien-hoa.docx"

    assert run(["render", "data/2018-Q1/dong-nai-bien-hoa.yaml", "-o", str(target)]) == 0

    said = capsys.readouterr().err
    assert f"CẢNH BÁO TT-090  {target}" in said
    assert 'bảng 1, hàng 2, ô 2, "Biên Hòa, ngày 01 tháng 3 năm 2018"' in said
    assert target.is_file()


def test_an_accepted_layout_is_not_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "ben-tre.docx"

    assert run(["render", "data/2022-Q3/ben-tre.yaml", "-o", str(target)]) == 0

    said = capsys.readouterr().err
    assert "TT-025" not in said
    assert "DL-059" in said


def test_the_layout_of_other_languages_is_not_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "ben-tre.docx")

    assert run(["render", "data/2022-Q3/ben-tre.yaml", "-o", target, "--locale", "en"]) == 0

    assert "TT-" not in capsys.readouterr().err
