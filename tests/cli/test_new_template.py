"""`baocao new-template` as a designer runs it: what is copied, what comes next, what is refused."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator import the_thuc
from generator.cli import run

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the templates, the register and one report of this project, stood in."""
    for folder in ("templates", "data/danh-muc"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "data" / "2022-Q1").mkdir()
    for suffix in (".yaml", ".md"):
        name = f"data/2022-Q1/so-noi-vu-dong-nai{suffix}"
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _next_command(said: str) -> list[str]:
    """Return the words of the command that is proposed for the first report."""
    found = re.search(r"Báo cáo đầu tiên: +baocao (.*)", said)
    assert found
    return found[1].split()


@pytest.mark.parametrize("start", [["--trong"], ["--nhu", "so"]])
def test_the_command_that_is_proposed_makes_the_first_report(
    project: Path, capsys: pytest.CaptureFixture[str], start: list[str]
) -> None:
    assert run(["new-template", "thi-dua", *start]) == 0

    assert run(_next_command(capsys.readouterr().err)) == 0
    assert (project / "out" / "thi-dua.docx").is_file()


def test_comments_name_files_of_the_new_set(project: Path) -> None:
    assert run(["new-template", "thi-dua", "--trong"]) == 0

    first = (project / "templates" / "thi-dua" / "vi-du.yaml").read_text("utf-8").splitlines()[0]
    assert first.endswith(": baocao render templates/thi-dua/vi-du.yaml")


def test_the_bare_frame_keeps_every_layout_rule(project: Path) -> None:
    assert run(["new-template", "thi-dua", "--trong"]) == 0
    data = project / "templates" / "thi-dua" / "vi-du.yaml"

    for draft in (True, False):
        if not draft:
            lines = data.read_text(encoding="utf-8").splitlines(keepends=True)
            real = [line for line in lines if not line.startswith("so_lieu_minh_hoa")]
            assert len(real) == len(lines) - 1
            data.write_text("".join(real), encoding="utf-8")
        assert run(["render", str(data), "-o", "a.docx"]) == 0
        assert the_thuc.check((project / "a.docx").read_bytes(), "a.docx") == ()


def test_a_copy_is_the_same_but_for_its_name(project: Path) -> None:
    assert run(["new-template", "so-2023", "--nhu", "so"]) == 0

    old, new = project / "templates" / "so", project / "templates" / "so-2023"
    copied = {path.name for path in new.iterdir()}
    assert copied == {path.name for path in old.iterdir()} | {"vi-du.yaml", "vi-du.md"}
    for name in ("bao-cao.docx", "de-cuong.md"):
        assert (new / name).read_bytes() == (old / name).read_bytes()
    settings = (old / "bo-mau.yaml").read_text(encoding="utf-8")
    expected = settings.replace("\nten: so\n", "\nten: so-2023\n")
    assert expected != settings
    assert (new / "bo-mau.yaml").read_text(encoding="utf-8") == expected
    sample = (project / "data/2022-Q1/so-noi-vu-dong-nai.yaml").read_text(encoding="utf-8")
    assert (new / "vi-du.yaml").read_text(encoding="utf-8") == sample.replace(
        "\nbo_mau: so\n", "\nbo_mau: so-2023\n"
    )


def test_a_set_without_data_begins_with_a_new_data_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new-template", "tinh-moi", "--nhu", "tinh"]) == 0

    proposed = _next_command(capsys.readouterr().err)
    assert proposed == ["new", "--bo-mau", "tinh-moi", "--don-vi", "MA", "--ky", "KY"]
    words = [{"MA": "ben-tre", "KY": "2022-Q4"}.get(word, word) for word in proposed]
    assert run(words) == 0
    assert (project / "data" / "2022-Q4" / "ben-tre.yaml").is_file()


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Báo cáo Năm", "bao-cao-nam"),
        ("so_2023", "so-2023"),
        ("../so", "so"),
        ("a/b", "a-b"),
        ("C:\\so", "c-so"),
        ("2023", "bao-cao-nam"),
        ("a" * 41, "a" * 40),
        ("con", "bao-cao-nam"),
        ("lpt1", "bao-cao-nam"),
        ("chung", "bao-cao-nam"),
        ("so.", "so"),
    ],
)
def test_a_name_that_no_folder_can_have_everywhere_is_refused_with_a_better_one(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, proposed: str
) -> None:
    before = sorted(project.rglob("*"))

    assert run(["new-template", name, "--trong"]) == 1

    said = capsys.readouterr().err
    assert "LỖI HT-062" in said
    assert f"→ Ví dụ: {proposed}.\n" in said
    assert sorted(project.rglob("*")) == before


def test_a_name_that_is_taken_and_a_set_there_is_not_are_told_at_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project / "templates" / "so" / "bo-mau.yaml").read_bytes()

    assert run(["new-template", "so", "--nhu", "huyen2018"]) == 1

    said = capsys.readouterr().err
    assert "LỖI HT-063  templates/so" in said
    assert "LỖI HT-051  --nhu" in said
    assert "Ý bạn là “huyen-2018”?" in said
    assert (project / "templates" / "so" / "bo-mau.yaml").read_bytes() == before


def test_a_name_written_another_way_cannot_be_changed_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project / "templates" / "khung" / "bo-mau.yaml"
    settings.write_text("{ten: khung, mau: bao-cao.docx}", encoding="utf-8")

    assert run(["new-template", "thi-dua", "--trong"]) == 1

    assert "LỖI HT-065  thi-dua/bo-mau.yaml" in capsys.readouterr().err
    assert not (project / "templates" / "thi-dua").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Lệnh chưa đúng: cần một trong các tùy chọn --nhu --trong"),
        (["--trong", "--nhu", "so"], "Lệnh chưa đúng: không dùng --nhu cùng với --trong"),
    ],
)
def test_what_to_copy_is_stated_once(
    project: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert run(["new-template", "x", *words]) == 2

    assert said in capsys.readouterr().err
    assert not (project / "templates" / "x").exists()
