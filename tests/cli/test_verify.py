"""`baocao verify`: each document is exact, or the reason is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.cli import run
from tests.batch.build import make_project, write_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    data = make_project(tmp_path)
    assert run(["batch", str(data), "-j", "1"]) == 0
    return tmp_path


def _out(project: Path) -> Path:
    return project / "out" / "2022-Q1"


def _told(project: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, list[str]]]:
    """Return verdict and changed files of each document."""
    capsys.readouterr()
    run(["verify", str(_out(project)), "-j", "1", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    return {one["document"].rpartition("/")[2]: (one["verdict"], one["files"]) for one in found}


EXACT: dict[str, tuple[str, list[str]]] = {
    f"{unit}.docx": ("exact", []) for unit in ("a-1", "a-2", "a-3")
}


def test_what_nobody_touched_is_exact(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()

    assert run(["verify", str(_out(project)), "-j", "1"]) == 0

    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"{_out(project)}/a-1.docx: đúng nguyên vẹn"
    assert lines[-1] == "3 tệp đúng nguyên vẹn, 0 tệp khác"


def test_what_is_there_and_cannot_be_read_is_not_called_missing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (_out(project) / "a-2.docx").unlink()
    (_out(project) / "a-2.docx").mkdir()
    (_out(project) / "a-3.docx").unlink()

    told = _told(project, capsys)

    assert told == EXACT | {"a-2.docx": ("unreadable", []), "a-3.docx": ("missing", [])}


def test_without_a_folder_everything_in_out_is_looked_at(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "data")
    capsys.readouterr()

    assert run(["verify", "-j", "1"]) == 0
    assert "3 tệp đúng nguyên vẹn" in capsys.readouterr().err


def _edit(project: Path) -> None:
    path = _out(project) / "a-2.docx"
    path.write_bytes(path.read_bytes() + b"\0")


def _delete(project: Path) -> None:
    (_out(project) / "a-2.docx").unlink()


def _change_data(project: Path) -> None:
    write_data(project / "data" / "2022-Q1", "a-2", luot=77)


def _add_text(project: Path) -> None:
    (project / "data" / "2022-Q1" / "a-2.md").write_text("# I.\n\nKhác.\n", encoding="utf-8")


def _break_data(project: Path) -> None:
    path = project / "data" / "2022-Q1" / "a-2.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "lạ: 1\n", encoding="utf-8")


def _delete_data(project: Path) -> None:
    (project / "data" / "2022-Q1" / "a-2.yaml").unlink()


YAML, TEXT = "data/2022-Q1/a-2.yaml", "data/2022-Q1/a-2.md"


@pytest.mark.parametrize(
    ("change", "verdict", "files"),
    [
        (_edit, "edited", []),
        (_delete, "missing", []),
        (_change_data, "data changed", [YAML]),
        (_add_text, "data changed", [TEXT]),
        (_break_data, "failed", [YAML]),
        (_delete_data, "failed", [YAML]),
    ],
)
def test_a_document_that_is_not_exact_is_told_with_the_reason(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path], None],
    verdict: str,
    files: list[str],
) -> None:
    change(project)

    assert _told(project, capsys) == EXACT | {"a-2.docx": (verdict, files)}
    assert run(["verify", str(_out(project)), "-j", "1"]) == 1


def test_a_unit_whose_data_and_document_were_both_taken_away_is_nobodys_fault(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _delete(project)
    _delete_data(project)

    told = _told(project, capsys)

    assert told == {name: found for name, found in EXACT.items() if name != "a-2.docx"}
    assert run(["verify", str(_out(project)), "-j", "1"]) == 0


def test_a_change_that_changes_no_document_leaves_it_exact(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "data" / "2022-Q1" / "a-2.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# ghi chú\n", encoding="utf-8")

    assert _told(project, capsys) == EXACT


def test_a_changed_template_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = project / "templates" / "thu" / "de-cuong.md"
    outline.write_text(outline.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")

    changed = ("template changed", ["templates/thu/de-cuong.md"])
    assert _told(project, capsys) == dict.fromkeys(EXACT, changed)


def test_another_program_is_told_apart(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _out(project) / "manifest.json"
    told = json.loads(path.read_bytes())
    document = _out(project) / "a-2.docx"
    document.write_bytes(b"of another version")
    digest = "f3e6b2c6b1d9d6c7"
    told["units"]["a-2"] |= {"sha256": _sha256(document), "program": f"baocao 0.0 ({digest})"}
    path.write_text(json.dumps(told))

    assert _told(project, capsys) == EXACT | {"a-2.docx": ("program changed", [])}


def _sha256(path: Path) -> str:
    from hashlib import sha256  # noqa: PLC0415  # only here

    return sha256(path.read_bytes()).hexdigest()


def test_a_document_without_data_is_told_and_the_lock_of_an_open_one_is_none(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (_out(project) / "la.docx").write_bytes(b"PK")
    for lock in ("~$a-1.docx", "._a-1.docx"):  # of Word, and of a Mac
        (_out(project) / lock).write_bytes(b"x")

    assert _told(project, capsys) == EXACT | {"la.docx": ("unknown", [])}


def _render_alone(project: Path) -> Path:
    """Leave nothing of the batch but data, and render one of them."""
    for path in _out(project).iterdir():
        path.unlink()
    data = project / "data" / "2022-Q1" / "a-2.yaml"
    assert run(["render", str(data)]) == 0
    return data


def test_a_document_that_render_made_is_exact_too(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _render_alone(project)

    assert _told(project, capsys) == {"a-2.docx": ("exact", [])}
    assert run(["verify", str(_out(project)), "-j", "1"]) == 0


def test_a_document_that_render_made_of_other_data_is_outdated(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _render_alone(project)
    write_data(project / "data" / "2022-Q1", "a-2", luot=77)

    assert _told(project, capsys) == {"a-2.docx": ("outdated", [])}


def test_what_render_made_in_another_locale_is_held_against_that_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _render_alone(project)
    assert run(["render", str(data), "--locale", "en"]) == 0
    verify = ["verify", str(_out(project)), "-j", "1"]

    assert run([*verify, "--locale", "en"]) == 0
    capsys.readouterr()
    assert run(verify) == 1
    assert "hoặc tệp viết theo ngôn ngữ khác (--locale)" in capsys.readouterr().err
    assert run([*verify, "--locale", "xx"]) == 1
    assert "LỖI HT-010" in capsys.readouterr().err


def test_what_a_batch_made_in_another_locale_is_on_record(tmp_path: Path) -> None:
    data = make_project(tmp_path)
    assert run(["batch", str(data), "-j", "1", "--locale", "en"]) == 0

    assert run(["verify", str(_out(tmp_path)), "-j", "1"]) == 0


def test_a_document_that_render_made_and_somebody_edited_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _render_alone(project)
    _edit(project)

    assert _told(project, capsys) == {"a-2.docx": ("edited", [])}


def test_a_document_that_render_made_of_data_with_faults_since_then_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _render_alone(project)
    _break_data(project)

    assert _told(project, capsys) == {"a-2.docx": ("failed", [])}


def test_results_outside_of_the_project_are_found_from_inside_it(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("nơi khác")
    monkeypatch.chdir(project)
    assert run(["batch", "data/2022-Q1", "-j", "1", "-o", str(elsewhere)]) == 0

    assert run(["verify", str(elsewhere), "-j", "1"]) == 0


def test_a_folder_that_no_batch_wrote_is_one_clear_problem(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", str(project / "data")]) == 1

    assert "LỖI HT-041" in capsys.readouterr().err


def test_a_damaged_manifest_is_one_clear_problem(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (_out(project) / "manifest.json").write_bytes(b"{")

    assert run(["verify", str(_out(project))]) == 1

    assert "HT-040" in capsys.readouterr().err


def test_a_manifest_cannot_lead_out_of_its_folder(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _out(project) / "manifest.json"
    told = json.loads(path.read_bytes())
    told["units"]["../../x"] = told["units"]["a-1"]
    path.write_text(json.dumps(told))

    assert _told(project, capsys) == EXACT
