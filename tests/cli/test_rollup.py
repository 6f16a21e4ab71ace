"""`baocao rollup` as an office runs it: patterns, what is written, what is never overwritten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import run

ROOT = Path(__file__).parent.parent.parent
FORMS = """\
bieu_mau:
  1: {"1": 20, "2.1": 10, "2.2": 5}
  3:
    "3.1.1": 1200
    "3.1.2": 1180
"""
ALL = ("bien-hoa", "long-khanh", "cam-my")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the templates and the register of this project and three units' data."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(ROOT / "data" / "danh-muc", tmp_path / "data" / "danh-muc")
    (tmp_path / "data" / "2022-Q1").mkdir()
    for name in ALL:
        _send(tmp_path, name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _send(project: Path, name: str, forms: str = FORMS) -> Path:
    path = project / "data" / "2022-Q1" / f"dong-nai-{name}.yaml"
    path.write_text(
        f"ky: 2022-Q1\ndon_vi: dong-nai-{name}\nbo_mau: huyen\nso: trong\n"
        "ngay: {ngay: trong, thang: trong, nam: 2022}\nnoi_nhan: [Sở Nội vụ]\nluu: [VT, NV]\n"
        f"nguoi_ky: {{ten: Lê A, chuc_vu: Chủ tịch}}\n{forms}",
        encoding="utf-8",
    )
    return path


def _rollup(*more: str, files: str = "data/2022-Q1/dong-nai-*.*") -> int:
    return run(["rollup", files, "--don-vi", "dong-nai", "--ky", "2022-Q1", *more])


def _result(project: Path) -> Path:
    return project / "data" / "2022-Q1" / "dong-nai.yaml"


def test_the_data_file_and_its_trace_are_written_and_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rollup() == 0

    text = _result(project).read_text(encoding="utf-8")
    assert '    "1": {gia_tri: 60,' in text
    assert '    "3.2.1": 3600 ' in text
    assert "3.2.2 / 3.2.1 = 98,33, tự tính" in text
    assert (project / "out" / "2022-Q1" / "dong-nai.nguon.xlsx").read_bytes()[:2] == b"PK"
    err = capsys.readouterr().err
    assert "CẢNH BÁO DL-115" in err
    assert "3/11 đơn vị cấp huyện đã báo cáo; chưa có: huyện Định Quán," in err
    assert "Đã ghi: data/2022-Q1/dong-nai.yaml\n" in err
    assert "Đã ghi: out/2022-Q1/dong-nai.nguon.xlsx\n" in err


def test_the_report_can_be_made_from_it(project: Path) -> None:
    _rollup()

    assert run(["render", str(_result(project))]) == 0
    assert (project / "out" / "2022-Q1" / "dong-nai.docx").exists()


def test_a_file_with_errors_is_told_and_the_rest_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _send(project, "cam-my", FORMS.replace("20", "-20"))

    assert _rollup() == 1

    err = capsys.readouterr().err
    assert "LỖI DL-034  data/2022-Q1/dong-nai-cam-my.yaml:10:12, bieu_mau.1.1" in err
    assert "huyện Cẩm Mỹ (tệp có lỗi)" in err
    assert '    "1": {gia_tri: 40,' in _result(project).read_text(encoding="utf-8")


def test_with_strict_a_unit_that_has_not_reported_stops_it(project: Path) -> None:
    assert _rollup("--strict") == 1

    assert not _result(project).exists()
    assert not (project / "out").exists()


def test_run_again_it_writes_the_same_bytes(project: Path) -> None:
    trace = project / "out" / "2022-Q1" / "dong-nai.nguon.xlsx"
    _rollup()
    first = _result(project).read_bytes(), trace.read_bytes()
    _result(project).unlink()

    _rollup()

    assert (_result(project).read_bytes(), trace.read_bytes()) == first


def test_a_result_nobody_edited_is_renewed_when_another_unit_reports(project: Path) -> None:
    _rollup()
    _send(project, "xuan-loc")

    assert _rollup() == 0

    assert '    "1": {gia_tri: 80,' in _result(project).read_text(encoding="utf-8")


def test_an_edited_result_is_never_overwritten_without_force(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _rollup()
    edited = _result(project).read_text(encoding="utf-8").replace("gia_tri: 60", "gia_tri: 61")
    _result(project).write_text(edited, encoding="utf-8")

    assert _rollup() == 1
    err = capsys.readouterr().err
    assert "LỖI DL-120  data/2022-Q1/dong-nai.yaml" in err
    assert "cả tệp cũ còn ở tệp .bak bên cạnh" in err
    assert _result(project).read_text(encoding="utf-8") == edited

    assert _rollup("--force") == 0
    assert '    "1": {gia_tri: 60,' in _result(project).read_text(encoding="utf-8")
    backup = project / "data" / "2022-Q1" / "dong-nai.yaml.bak"
    assert backup.read_text(encoding="utf-8") == edited
    assert "Tệp cũ còn ở: data/2022-Q1/dong-nai.yaml.bak\n" in capsys.readouterr().err


def test_a_former_file_is_never_lost_to_a_later_one(project: Path) -> None:
    for value in (61, 62):
        _rollup()
        text = _result(project).read_text(encoding="utf-8")
        _result(project).write_text(
            text.replace("gia_tri: 60", f"gia_tri: {value}"), encoding="utf-8"
        )
        assert _rollup("--force") == 0

    folder = project / "data" / "2022-Q1"
    kept = [
        (folder / f"dong-nai.yaml.{end}").read_text(encoding="utf-8") for end in ("bak", "2.bak")
    ]
    assert ["gia_tri: 61" in kept[0], "gia_tri: 62" in kept[1]] == [True, True]


def test_rows_that_were_left_open_and_filled_in_survive_a_late_unit(project: Path) -> None:
    _rollup()
    text = _result(project).read_text(encoding="utf-8")
    filled = text.replace('    "1.2": trong', '    "1.2": 15').replace(
        "\nbieu_mau:", "\n  cua_tinh: {so_cuoc_hop: 4}\nbieu_mau:"
    )
    assert filled.count('    "1.2": 15') == 5
    _result(project).write_text(filled, encoding="utf-8")
    _send(project, "xuan-loc")

    assert _rollup() == 0

    again = _result(project).read_text(encoding="utf-8")
    assert '    "1": {gia_tri: 80,' in again
    assert again.count('    "1.2": 15') == 5
    assert again.count("  cua_tinh: {so_cuoc_hop: 4}\n") == 1
    assert list((project / "data" / "2022-Q1").glob("*.bak")) == []


def test_a_row_filled_in_that_a_unit_gives_by_now_is_told_and_kept(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _rollup()
    text = _result(project).read_text(encoding="utf-8")
    filled = text.replace('    "3.3.1": trong', '    "3.3.1": 8', 1)
    assert filled != text
    _result(project).write_text(filled, encoding="utf-8")
    _send(project, "xuan-loc", FORMS.replace('"2.2": 5', '"2.2": 5, "3.3.1": 9, "3.3.2": 9'))

    assert _rollup() == 1
    assert "ở dòng: 1:3.3.1." in capsys.readouterr().err
    assert _result(project).read_text(encoding="utf-8") == filled

    assert _rollup("--force") == 0
    assert '"3.3.1": {gia_tri: 9,' in _result(project).read_text(encoding="utf-8")
    backup = project / "data" / "2022-Q1" / "dong-nai.yaml.bak"
    assert backup.read_text(encoding="utf-8") == filled


def test_a_head_that_was_filled_in_is_kept_with_and_without_force(project: Path) -> None:
    _rollup()
    text = _result(project).read_text(encoding="utf-8")
    filled = text.replace("  ten: trong ", "  ten: Lê Văn A ").replace("so: trong ", "so: 15 ")
    assert filled.count("so: 15 ") == 1
    _result(project).write_text(filled, encoding="utf-8")

    assert _rollup() == 0
    assert _result(project).read_text(encoding="utf-8") == filled

    _result(project).write_text(filled.replace("gia_tri: 60", "gia_tri: 61"), encoding="utf-8")
    assert _rollup("--force") == 0
    assert _result(project).read_text(encoding="utf-8") == filled


def test_a_workbook_of_the_same_report_is_no_less_in_the_way(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _result(project).with_suffix(".xlsx").write_bytes(b"PK")

    assert _rollup() == 1
    err = capsys.readouterr().err
    assert "LỖI DL-120  data/2022-Q1/dong-nai.xlsx" in err
    assert "Chuyển tệp đó đi nơi khác" in err
    assert not _result(project).exists()


def test_texts_and_pictures_beside_the_data_are_no_data(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("dong-nai-cam-my.md", "dong-nai-cam-my.png"):
        (project / "data" / "2022-Q1" / name).write_bytes(b"x")

    assert _rollup() == 0
    assert (
        "Không phải tệp dữ liệu: dong-nai-cam-my.md, dong-nai-cam-my.png\n"
        in capsys.readouterr().err
    )


def test_a_workbook_of_another_kind_is_a_file_that_cannot_be_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "data" / "2022-Q1" / "dong-nai-xuan-loc.xls").write_bytes(b"x")

    assert _rollup() == 1

    err = capsys.readouterr().err
    assert "LỖI DL-009  data/2022-Q1/dong-nai-xuan-loc.xls" in err
    assert "huyện Xuân Lộc (tệp có lỗi)" in err
    assert "Không phải tệp dữ liệu" not in err
    assert '    "1": {gia_tri: 60,' in _result(project).read_text(encoding="utf-8")


def test_a_file_named_twice_is_one_file(project: Path) -> None:
    named = str(project / "data" / "2022-Q1" / "dong-nai-cam-my.yaml")

    assert run(["rollup", named, "data/2022-Q1/dong-nai-*.yaml", "--don-vi", "dong-nai",
                "--ky", "2022-Q1"]) == 0  # fmt: skip


def test_a_pattern_that_fits_nothing_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rollup(files="data/2022-Q2/*.yaml") == 1

    assert "LỖI DL-123  data/2022-Q2/*.yaml" in capsys.readouterr().err
    assert not _result(project).exists()


def test_a_folder_is_told_with_the_pattern_to_write(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rollup(files="data/2022-Q1") == 1

    err = capsys.readouterr().err
    assert "LỖI DL-127  data/2022-Q1" in err
    assert "ví dụ `data/2022-Q1/dong-nai-*.*`." in err
    assert not _result(project).exists()


def test_a_file_that_is_not_there_is_told_and_stops_nobody(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = "data/2022-Q1/dong-nai-tan-phu.yaml"

    assert run(["rollup", gone, "data/2022-Q1/dong-nai-cam-my.yaml", "--don-vi", "dong-nai",
                "--ky", "2022-Q1"]) == 1  # fmt: skip

    assert f"LỖI HT-001  {gone}" in capsys.readouterr().err
    assert '    "1": {gia_tri: 20,' in _result(project).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "target", ["a.docx", "data/2022-Q1/dong-nai-cam-my.yaml", "templates/a.yaml"]
)
def test_the_result_never_lands_on_a_source_or_a_template(
    project: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    before = (project / "data" / "2022-Q1" / "dong-nai-cam-my.yaml").read_bytes()

    assert _rollup("-o", target, "--force") == 1

    assert f"LỖI DL-125  {target}" in capsys.readouterr().err
    assert (project / "data" / "2022-Q1" / "dong-nai-cam-my.yaml").read_bytes() == before


def test_the_result_may_be_asked_for_elsewhere(project: Path) -> None:
    (project / "nháp").mkdir()

    assert _rollup("-o", "nháp") == 0
    assert (project / "nháp" / "dong-nai.yaml").exists()
    assert (project / "nháp" / "dong-nai.nguon.xlsx").exists()
    assert not (project / "out").exists()
    assert not _result(project).exists()


def test_one_number_is_explained_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _rollup("--nguon", "ho_so_huyen") == 1
    assert "Ý bạn là" in capsys.readouterr().err

    assert _rollup("--nguon", "van_ban_chi_dao") == 0
    assert capsys.readouterr().out.splitlines() == [
        "1:1  van_ban_chi_dao = 60  (cộng)",
        *(
            f"    {name}: 20  [data/2022-Q1/dong-nai-{code}.yaml, dòng 10]"
            for name, code in (
                ("thành phố Biên Hòa", "bien-hoa"),
                ("thành phố Long Khánh", "long-khanh"),
                ("huyện Cẩm Mỹ", "cam-my"),
            )
        ),
    ]
    assert not _result(project).exists()


@pytest.mark.usefixtures("project")
def test_problems_come_as_json_when_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _rollup("--format", "json") == 0

    captured = capsys.readouterr()
    assert [problem["code"] for problem in json.loads(captured.out)] == ["DL-115"]
    assert captured.err == ""


def test_messages_come_in_english_too(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOCAO_LANG", "en")

    assert _rollup() == 0
    assert "3/11 units reported; missing: huyện Định Quán" in capsys.readouterr().err
    assert _result(project).exists()
