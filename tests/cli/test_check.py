"""`baocao check` and `baocao explain`, as a clerk runs them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator import checks, the_thuc
from generator.cli import run
from generator.cli.meanings import meanings
from tests.checks.build import ROOT, whole

if TYPE_CHECKING:
    from pathlib import Path

UNIT = "so-noi-vu-dong-nai"
CLEAN = "bieu_mau: {1: {'2.1': 28, '2.2': 3}}\n"
OF_RULES = {rule.CODE for rule in checks.RULES} | {rule.CODE for rule in the_thuc.RULES}
WARNED = "bieu_mau: {1: {'2.1': 28, '2.2': 3, '2': 12}}\n"


def _project(folder: Path, **files: str) -> Path:
    """Return the data folder of a period that holds `files`, unit by unit."""
    (folder / "templates").symlink_to(ROOT / "templates")
    data = folder / "data"
    (data / "2022-Q1").mkdir(parents=True)
    (data / "danh-muc").symlink_to(ROOT / "data" / "danh-muc")
    for name, text in files.items():
        path = data / "2022-Q1" / f"{name.replace('_', '-')}.yaml"
        path.write_text(whole(f"don_vi: {path.stem}\n{text}"), encoding="utf-8")
    return data / "2022-Q1"


def test_a_file_with_warnings_passes_and_with_strict_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _project(tmp_path, so_noi_vu_dong_nai=WARNED) / f"{UNIT}.yaml"
    assert run(["check", str(file)]) == 0
    said = capsys.readouterr()
    assert "CẢNH BÁO NQ-001  data/2022-Q1/so-noi-vu-dong-nai.yaml:9:42, bieu_mau.1.2" in said.err
    assert "1 tệp: 0 lỗi," in said.err
    assert said.out == ""
    assert run(["check", str(file), "--strict"]) == 1


def test_a_text_that_is_called_otherwise_than_its_data_is_told_by_check_and_render(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _project(tmp_path, so_noi_vu_dong_nai=CLEAN)
    (folder / f"{UNIT}.md.txt").write_text("# I. A\n", encoding="utf-8")

    for command in ("check", "render"):
        assert run([command, str(folder / f"{UNIT}.yaml")]) == 0
        said = capsys.readouterr().err
        assert f"CẢNH BÁO HT-012  data/2022-Q1/{UNIT}.md.txt" in said
        assert f"tên tệp phải là {UNIT}.md" in said


def test_a_blank_figure_in_a_sentence_is_told_at_the_line_of_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _project(tmp_path, so_noi_vu_dong_nai=CLEAN + "so_lieu: {ho_so: trong}\n")
    words = "# I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH\n\nSở đã nhận {{ sl.ho_so }} hồ sơ.\n"
    (folder / f"{UNIT}.md").write_text(words, encoding="utf-8")

    assert run(["check", str(folder)]) == 0

    said = capsys.readouterr().err
    assert f"CẢNH BÁO NQ-088  data/2022-Q1/{UNIT}.md:3, I" in said
    assert "Số liệu còn trống trong câu: “Sở đã nhận … hồ sơ.”; in như đã nêu." in said


def test_a_folder_is_checked_file_by_file_with_its_subfolders_but_not_the_register(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units = {"so_noi_vu_dong_nai": CLEAN, "so_noi_vu_ben_tre": WARNED}
    folder = _project(tmp_path, **units, so_noi_vu_ha_nam=CLEAN + "x: 1\n")
    assert run(["check", str(folder.parent)]) == 1
    err = capsys.readouterr().err
    assert "LỖI DL-010  data/2022-Q1/so-noi-vu-ha-nam.yaml" in err
    assert "3 tệp: 1 lỗi," in err
    assert "danh-muc" not in err


def _errors(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the codes of the errors that `check` and `batch` tell of a folder, or a file."""
    capsys.readouterr()
    assert run(["check", str(path), "--so-lieu", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    return [p["code"] for found in told.values() for p in found if p["severity"] == "error"]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("so-noi-vu-ha-nam.yaml", ["HT-033"]),
        ("Sở Nội vụ bản cuối (2).yaml", ["HT-031"]),
        ("tb.yaml", ["HT-033"]),
    ],
)
def test_a_file_that_bears_another_name_than_its_unit_fails_alone_and_in_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, codes: list[str]
) -> None:
    folder = _project(tmp_path, so_noi_vu_dong_nai=CLEAN)
    (folder / f"{UNIT}.yaml").rename(folder / name)

    assert _errors(folder / name, capsys) == codes
    assert _errors(folder, capsys) == codes
    assert run(["batch", str(folder), "-j", "1"]) == 1


def test_a_file_in_the_folder_of_another_period_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _project(tmp_path, so_noi_vu_dong_nai=CLEAN)
    folder.rename(folder.with_name("2022-Q2"))

    assert _errors(folder.with_name("2022-Q2"), capsys) == ["HT-034"]


def test_two_files_of_one_unit_both_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _project(tmp_path, so_noi_vu_dong_nai=CLEAN)
    (folder / f"{UNIT}.yml").write_bytes((folder / f"{UNIT}.yaml").read_bytes())

    assert _errors(folder, capsys) == ["HT-032", "HT-032"]
    assert _errors(folder / f"{UNIT}.yaml", capsys) == ["HT-032"]


def test_a_file_that_lies_where_no_batch_looks_may_be_called_anything(tmp_path: Path) -> None:
    folder = _project(tmp_path, so_noi_vu_dong_nai=CLEAN)
    (folder / f"{UNIT}.yaml").rename(tmp_path / "nháp 1.yaml")

    assert run(["check", str(tmp_path / "nháp 1.yaml"), "--so-lieu"]) == 0


def test_what_was_accepted_is_counted_and_not_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted = WARNED + "chap_nhan: [{ma: NQ-001, o: bieu_mau.1.2, ly_do: Cách tính khác}]\n"
    assert (
        run(["check", str(_project(tmp_path, so_noi_vu_dong_nai=accepted) / f"{UNIT}.yaml")]) == 0
    )
    err = capsys.readouterr().err
    assert "NQ-001" not in err
    assert "1 đã chấp nhận" in err


def test_json_lists_the_problems_of_every_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _project(tmp_path, so_noi_vu_ben_tre=WARNED, so_noi_vu_ha_nam=CLEAN + "x: 1\n")
    assert run(["check", str(folder), "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    good, bad = "data/2022-Q1/so-noi-vu-ben-tre.yaml", "data/2022-Q1/so-noi-vu-ha-nam.yaml"
    assert list(said) == [good, bad]
    assert "NQ-001" in [problem["code"] for problem in said[good]]
    assert [p["code"] for p in said[bad] if p["severity"] == "error"] == ["DL-010"]


def test_a_folder_without_data_and_a_missing_file_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _project(tmp_path)
    assert run(["check", str(folder)]) == 1
    assert "HT-030" in capsys.readouterr().err
    assert run(["check", str(folder / "khong-co.yaml")]) == 1
    assert "HT-001" in capsys.readouterr().err


def test_a_workbook_that_is_not_there_but_as_yaml_is_a_missing_file_and_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = _project(tmp_path, so_noi_vu_dong_nai=CLEAN) / f"{UNIT}.xlsx"

    for command in ("check", "render"):
        assert run([command, str(book), "--format", "json"]) == 1
        said = json.loads(capsys.readouterr().out)
        (problem,) = said if command == "render" else said[f"data/2022-Q1/{UNIT}.xlsx"]
        assert problem["code"] == "HT-001"
        assert problem["hint"] == f"Cùng thư mục có: {UNIT}.yaml."


def test_data_outside_of_any_project_are_checked_with_what_the_program_ships(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "thu.yaml").write_text(whole(f"don_vi: {UNIT}\n{CLEAN}"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert run(["check", "thu.yaml"]) == 0

    assert "1 tệp: 0 lỗi," in capsys.readouterr().err


def test_explain_prints_the_manual_with_both_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "nq-003"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("NQ-003 (cảnh báo)  Có tỷ lệ trong khi mẫu số bằng 0.")
    assert "Cách xử lý:" in out
    assert 'Ví dụ đúng:\n    bieu_mau: {3: {"3.2.1": 0, "3.2.2": 0, "3.2": trong}}\n' in out
    assert 'Ví dụ sai:\n    bieu_mau: {3: {"3.2.1": 0, "3.2.2": 0, "3.2": 0}}\n' in out


def test_explain_speaks_english_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOCAO_LANG", "en")
    assert run(["explain", "NQ-003"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("NQ-003 (warning)  A ratio is stated although it divides by 0.")
    assert "What to do:" in out


def test_explain_without_a_code_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    listed = [line[:6] for line in capsys.readouterr().out.splitlines()]
    assert listed == sorted(OF_RULES)


def test_explain_guesses_what_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "NQ-004X"]) == 2
    err = capsys.readouterr().err
    assert "không có mã NQ-004X — ý bạn là NQ-004?" in err


@pytest.mark.parametrize("asked", ["nq-3", "NQ3", "nq 03", "NQ-003"])
def test_explain_takes_a_code_with_or_without_its_zeros(
    asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", asked]) == 0
    assert capsys.readouterr().out.startswith("NQ-003 (cảnh báo)")


@pytest.mark.parametrize(("asked", "guess"), [("no-3", "NQ-003"), ("38", "DL-038, HT-038")])
def test_explain_guesses_by_the_number_first(
    asked: str, guess: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", asked]) == 2
    assert f"ý bạn là {guess}?" in capsys.readouterr().err


def test_explain_says_how_a_warning_is_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "NQ-003"]) == 0
    assert "chap_nhan: [{ma: NQ-003, o: bieu_mau.1.2, ly_do: …}]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (
            "DL-038",
            (
                "Các dòng được nêu chưa ghi gì, hoặc tệp không có trang của biểu mẫu, nên ô của "
                "chúng in ra trống. Điền số vào, hoặc ghi trong để báo rằng cố ý để trống và không "
                "còn cảnh báo."
            ),
        ),
        ("DL-040", "số, ký hiệu văn bản khác thường (cảnh báo)"),
        ("HT-020", "tệp mới đã có sẵn"),
    ],
)
def test_explain_says_what_a_code_without_a_rule_means(
    code: str, meaning: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", code]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{code}  {meaning}"


def test_every_code_of_data_templates_and_system_means_something_in_vietnamese() -> None:
    told = {code: meaning for code, meaning in meanings().items() if code not in OF_RULES}

    assert len(told) > 150
    assert [code for code, said in told.items() if said.vi in ("", said.en)] == []
