"""Reads give one clear problem, writes are whole or not there at all."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from generator import files
from generator.files import faults
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


def test_a_folder_that_takes_no_files_is_told_after_one_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def refuse(path: Path, *_: object) -> None:
        tried.append(path)
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Stopped) as stopped:
        files.write_atomic(tmp_path / "a.docx", b"new")

    assert _code(stopped) == "HT-005"
    assert [path.parent for path in tried] == [tmp_path]


def test_a_new_file_may_be_read_by_whom_the_system_lets(tmp_path: Path) -> None:
    (tmp_path / "like any other").touch()

    files.write_atomic(tmp_path / "a.docx", b"new")

    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.parametrize(("on_disk", "asked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_name_is_found_however_its_letters_are_composed(
    tmp_path: Path, on_disk: Literal["NFC", "NFD"], asked: Literal["NFC", "NFD"]
) -> None:
    (tmp_path / normalize(on_disk, "ảnh 1.png")).write_bytes(b"one")
    (tmp_path / normalize(on_disk, "ánh 1.png")).write_bytes(b"another")

    assert files.read_bytes(tmp_path / normalize(asked, "ảnh 1.png")) == b"one"
    with pytest.raises(Stopped) as stopped:
        files.read_bytes(tmp_path / normalize(asked, "anh 1.png"))
    assert _code(stopped) == "HT-001"


def test_a_text_is_found_however_its_letters_are_composed(tmp_path: Path) -> None:
    (tmp_path / normalize("NFD", "sở.md")).write_bytes(b"text")
    data = tmp_path / normalize("NFC", "sở.yaml")

    assert files.Folder(tmp_path).narrative_beside(data) == (b"text", "sở.md")
    assert files.misnamed_texts(data, files.Folder(tmp_path)) == ()


def test_a_file_of_the_very_name_goes_before_one_of_the_same_letters(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / normalize(form, "ảnh.png")).write_text(form)

    assert files.read_bytes(tmp_path / normalize("NFD", "ảnh.png")) == b"NFD"
    assert files.read_bytes(tmp_path / normalize("NFC", "ảnh.png")) == b"NFC"


def test_a_place_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(Stopped) as stopped:
        files.write_atomic(tmp_path / "out" / "a.docx", b"new")

    assert _code(stopped) == "HT-005"


@pytest.mark.parametrize(
    ("name", "number", "reason", "hint"),
    [
        ("a.docx", errno.EACCES, "không được phép", "Đóng tệp nếu Word đang mở, kiểm tra"),
        ("a.xlsx", errno.ENOSPC, "đĩa đã đầy", "Đóng tệp nếu Excel đang mở, kiểm tra"),
        ("a.yaml", errno.EROFS, "ổ đĩa chỉ cho đọc", "Kiểm tra quyền ghi"),
        ("a.docx", errno.EINVAL, "tên này không dùng được", "Chọn tên khác hoặc nơi khác."),
        (
            "a.docx",
            errno.ENOENT,
            "không có ổ đĩa hay thư mục này, hoặc đường dẫn quá dài",
            "Chọn tên khác hoặc nơi khác.",
        ),
        ("a.yaml", 9999, "lỗi hệ thống số 9999", "Kiểm tra quyền ghi"),
    ],
)
def test_why_a_file_was_not_written_is_said_in_vietnamese_with_the_program_that_has_it_open(
    name: str, number: int, reason: str, hint: str
) -> None:
    told = faults.not_written(Path(name), OSError(number, "Some English words"))

    assert told.message.vi == f"Không ghi được tệp ({reason})."
    assert told.hint is not None
    assert told.hint.vi.startswith(hint)


def _template_set(root: Path) -> Path:
    (root / "templates" / "so").mkdir(parents=True)
    (root / "templates" / "so" / "bo-mau.yaml").write_bytes(b"")
    return root.resolve()


def test_the_root_is_the_folder_above_that_holds_template_sets(tmp_path: Path) -> None:
    root = _template_set(tmp_path)
    inner = tmp_path / "data" / "2022-Q1"
    (inner / "templates").mkdir(parents=True)  # such a folder alone makes no project

    assert files.find_root(inner) == root


def test_data_outside_of_any_project_belong_to_the_one_where_one_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _template_set(tmp_path / "work")
    monkeypatch.chdir(root)

    assert files.find_root(tmp_path / "desktop") == root


def test_what_the_program_ships_is_for_those_who_only_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = _template_set(tmp_path / "program")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    monkeypatch.setattr(files.folder, "REPOSITORY", shipped)

    assert files.find_root(Path(), shipped=True) == shipped
    with pytest.raises(Stopped) as stopped:
        files.find_root(Path())
    assert _code(stopped) == "HT-060"


def test_a_missing_data_file_that_is_there_as_another_kind_is_named(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.xlsx", "c.xlsx"):
        (tmp_path / name).touch()

    hints = {}
    for name in ("a.xlsx", "d.xlsx", "a.docx"):
        with pytest.raises(Stopped) as stopped:
            files.read_bytes(tmp_path / name)
        (problem,) = stopped.value.problems
        assert problem.hint is not None
        hints[name] = problem.hint.vi

    assert hints == {
        "a.xlsx": "Cùng thư mục có: a.yaml.",
        "d.xlsx": "Cùng thư mục có: b.xlsx, c.xlsx.",
        "a.docx": "Kiểm tra lại tên tệp và thư mục.",
    }


def test_without_any_project_it_is_said_how_to_begin_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(Stopped) as stopped:
        files.find_root(tmp_path)

    assert _code(stopped) == "HT-060"
    (problem,) = stopped.value.problems
    assert problem.where.file == str(tmp_path.resolve())
    assert problem.hint
    assert "baocao init" in problem.hint.vi


def test_out_mirrors_data(tmp_path: Path) -> None:
    data = tmp_path / "data" / "2022-Q1" / "so-noi-vu.yaml"

    assert files.output_path(data, tmp_path) == tmp_path / "out" / "2022-Q1" / "so-noi-vu.docx"


def test_a_data_file_elsewhere_is_written_to_out(tmp_path: Path) -> None:
    data = tmp_path / "nơi khác" / "a.yaml"

    assert files.output_path(data, tmp_path / "root") == tmp_path / "root" / "out" / "a.docx"


def test_a_folder_that_was_asked_for_gets_the_report(tmp_path: Path) -> None:
    assert files.output_path(Path("a.yaml"), tmp_path, tmp_path) == tmp_path / "a.docx"


def test_whoever_asks_for_the_report_of_a_folder_is_told_so_by_whoever_reads_it(
    tmp_path: Path,
) -> None:
    assert files.output_path(Path(), tmp_path, tmp_path).parent == tmp_path


def test_the_data_file_can_never_be_the_output(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        files.output_path(Path("a.yaml"), tmp_path, Path("a.yaml"))

    assert _code(stopped) == "HT-006"


@pytest.mark.parametrize("name", ["con.docx", "Aux.docx", "lpt1.v2.docx"])
def test_a_name_that_windows_keeps_is_no_output_anywhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(Stopped) as stopped:
        files.output_path(Path("a.yaml"), tmp_path, tmp_path / name)

    (problem,) = stopped.value.problems
    assert problem.code == "HT-005"
    assert "tên này không dùng được" in problem.message.vi


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


def test_results_of_a_folder_go_where_those_of_its_files_go(tmp_path: Path) -> None:
    data = tmp_path / "data" / "2022-Q1"

    assert files.output_folder(data, tmp_path) == tmp_path / "out" / "2022-Q1"
    assert files.output_folder(data, tmp_path, tmp_path / "x") == tmp_path / "x"


@pytest.mark.parametrize(("asked", "code"), [("templates/so", "HT-007"), ("a.yaml", "HT-005")])
def test_templates_and_files_are_no_folder_for_results(
    tmp_path: Path, asked: str, code: str
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")

    with pytest.raises(Stopped) as stopped:
        files.output_folder(tmp_path / "data", tmp_path, tmp_path / asked)

    assert _code(stopped) == code


@pytest.mark.parametrize("name", ["a-bien-hoa.md.txt", "a-bienhoa.md", "A-Bien-Hoa .md"])
def test_a_text_whose_name_is_nearly_that_of_the_data_is_told(tmp_path: Path, name: str) -> None:
    for file in ("a-bien-hoa.yaml", "a-cam-my.yaml", name):
        (tmp_path / file).touch()

    (problem,) = files.misnamed_texts(tmp_path / "a-bien-hoa.yaml", files.Folder(tmp_path))

    assert (problem.code, problem.where.file) == ("HT-012", name)
    assert problem.message.vi.endswith("không được dùng: tên tệp phải là a-bien-hoa.md.")
    assert files.misnamed_texts(tmp_path / "a-cam-my.yaml", files.Folder(tmp_path)) == ()


@pytest.mark.parametrize("name", ["a-bien-hoa.md", "ghi-chu.md", "a-bien-hoa.txt", "a-cam-mi.md"])
def test_texts_of_their_own_names_and_of_other_data_are_left_alone(
    tmp_path: Path, name: str
) -> None:
    for file in ("a-bien-hoa.yaml", "a-cam-my.xlsx", "a-cam-my.md", name):
        (tmp_path / file).touch()

    assert files.misnamed_texts(tmp_path / "a-bien-hoa.yaml", files.Folder(tmp_path)) == ()
    assert files.misnamed_texts(tmp_path / "a-cam-my.xlsx", files.Folder(tmp_path)) == ()


def test_hidden_files_beside_those_of_a_project_are_nobodys_data(tmp_path: Path) -> None:
    """As a Mac leaves them on drives that are not its own (`._x.yaml`)."""
    names = ("templates/bieu-mau/a.yaml", "data/danh-muc/tinh.yaml", "data/2022-Q1/a-bienhoa.md")
    for name in (*names, "data/2022-Q1/a-bien-hoa.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
        path.with_name(f"._{path.name}").write_bytes(b"\0\5\x16\7")
    folder = files.Folder(tmp_path)

    assert folder.form_sets() == ((b"x", names[0]),)
    assert folder.danh_muc() == ((b"x", names[1]),)
    (text,) = files.misnamed_texts(tmp_path / "data/2022-Q1/a-bien-hoa.yaml", folder)
    assert text.where.file == names[2]
    with pytest.raises(Stopped) as stopped:
        files.read_bytes(tmp_path / "data/2022-Q1/b.yaml")
    (problem,) = stopped.value.problems
    assert problem.hint
    assert problem.hint.vi == "Cùng thư mục có: a-bien-hoa.yaml."
