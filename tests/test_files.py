"""Reads give one clear problem, writes are whole or not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import files
from generator.period import Ky
from generator.problem import Stopped


def _code(stopped: pytest.ExceptionInfo[Stopped]) -> str:
    (problem,) = stopped.value.problems
    return problem.code


def test_a_missing_file_is_named_with_what_stands_beside_it(tmp_path: Path) -> None:
    (tmp_path / "so-noi-vu.yaml").write_bytes(b"")

    with pytest.raises(Stopped) as stopped:
        files.read_bytes(tmp_path / "so-noi-vụ.yaml", "so-noi-vụ.yaml")

    (problem,) = stopped.value.problems
    assert (problem.code, problem.where.file) == ("HT-001", "so-noi-vụ.yaml")
    assert problem.hint is not None
    assert "so-noi-vu.yaml" in problem.hint.vi


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        files.read_bytes(tmp_path)

    assert _code(stopped) == "HT-002"


def _refuse(*_: object) -> Path:
    raise PermissionError(13, "Permission denied")


def test_a_file_one_may_not_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # -- not by chmod: whoever runs the tests as root may read everything --
    monkeypatch.setattr(Path, "read_bytes", _refuse)

    with pytest.raises(Stopped) as stopped:
        files.read_bytes(tmp_path / "a.yaml")

    assert _code(stopped) == "HT-003"


def test_writing_makes_the_folders_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out" / "2022-Q1" / "a.docx"

    files.write_atomic(target, b"whole")

    assert target.read_bytes() == b"whole"
    assert [p.name for p in target.parent.iterdir()] == ["a.docx"]


def test_a_write_that_fails_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    monkeypatch.setattr(Path, "replace", _refuse)  # as Windows does while Word holds the file
    with pytest.raises(Stopped) as stopped:
        files.write_atomic(target, b"new")

    assert _code(stopped) == "HT-005"
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.docx"]


def test_a_place_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(Stopped) as stopped:
        files.write_atomic(tmp_path / "out" / "a.docx", b"new")

    assert _code(stopped) == "HT-005"


def test_the_root_is_the_folder_above_that_holds_templates(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    inner = tmp_path / "data" / "2022-Q1"
    inner.mkdir(parents=True)

    assert files.find_root(inner) == tmp_path.resolve()


def test_out_mirrors_data(tmp_path: Path) -> None:
    data = tmp_path / "data" / "2022-Q1" / "so-noi-vu.yaml"

    assert files.output_path(data, tmp_path) == tmp_path / "out" / "2022-Q1" / "so-noi-vu.docx"


def test_a_data_file_elsewhere_is_written_to_out(tmp_path: Path) -> None:
    data = tmp_path / "nơi khác" / "a.yaml"

    assert files.output_path(data, tmp_path / "root") == tmp_path / "root" / "out" / "a.docx"


def test_a_folder_that_was_asked_for_gets_the_report(tmp_path: Path) -> None:
    assert files.output_path(Path("a.yaml"), tmp_path, tmp_path) == tmp_path / "a.docx"


def test_the_data_file_can_never_be_the_output(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        files.output_path(Path("a.yaml"), tmp_path, Path("a.yaml"))

    assert _code(stopped) == "HT-006"


def test_a_form_set_is_read_alone_when_it_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "bieu-mau"
    folder.mkdir(parents=True)
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_bytes(name.encode())
    project = files.Folder(tmp_path)

    assert project.form_sets("a") == ((b"a", "templates/bieu-mau/a.yaml"),)
    assert len(project.form_sets("c")) == 2
    assert len(project.form_sets("../bieu-mau/a")) == 2
    assert len(project.form_sets()) == 2


def test_a_report_is_found_by_its_period_and_unit(tmp_path: Path) -> None:
    folder = files.Folder(tmp_path)
    path = tmp_path / "data" / "2021-Q4" / "so-noi-vu.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"ky: 2021-Q4")

    assert folder.report_of(Ky.parse("2021-Q4"), "so-noi-vu") == (
        b"ky: 2021-Q4",
        "data/2021-Q4/so-noi-vu.yaml",
    )
    assert folder.report_of(Ky.parse("2021-Q3"), "so-noi-vu") is None
    assert folder.report_of(Ky.parse("2021-Q4"), "so-y-te") is None
