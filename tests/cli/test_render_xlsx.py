"""`baocao render --xlsx`: the forms beside the Word file, never over the clerk's own workbook."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cli import run

ROOT = Path(__file__).parent.parent.parent
UNIT = "so-noi-vu-dong-nai"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("templates", "data/danh-muc", "data/2022-Q1", "data/2018-Q1"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_forms_stand_beside_the_word_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", f"data/2022-Q1/{UNIT}.yaml", "--xlsx"]) == 0

    written = project / "out" / "2022-Q1" / f"{UNIT}.xlsx"
    assert f"Đã ghi: out/2022-Q1/{UNIT}.xlsx" in capsys.readouterr().err
    book = load_workbook(BytesIO(written.read_bytes()))
    assert book.sheetnames == [f"Biểu mẫu {number}" for number in range(1, 8)]
    sheet = book["Biểu mẫu 3"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "3.1.")
    assert sheet.cell(row, 4).value == 98.06
    assert sheet.cell(row, 2).value.startswith("Tỷ lệ hồ sơ TTHC do Sở Nội vụ tiếp nhận")


def test_notes_have_their_placeholders_filled_in(project: Path) -> None:
    assert run(["render", f"data/2022-Q1/{UNIT}.yaml", "--xlsx", "-o", "a.docx"]) == 0

    sheet = load_workbook(BytesIO((project / "a.xlsx").read_bytes()))["Biểu mẫu 7"]
    notes = [cell.value for cell in sheet["E"] if cell.value]
    assert "(82 TTHC mức độ 3, 4 trên tổng số 127 TTHC ở 3 cấp)" in notes


def test_a_report_without_forms_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "data/2018-Q1/dong-nai-bien-hoa.yaml", "--xlsx"]) == 1

    assert "LỖI HT-022  data/2018-Q1/dong-nai-bien-hoa.yaml" in capsys.readouterr().err
    assert not (project / "out").exists()


def test_the_data_file_is_never_overwritten(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "--don-vi", UNIT, "--ky", "2022-Q2", "--xlsx"]) == 0
    data = project / "data" / "2022-Q2" / f"{UNIT}.xlsx"
    before = data.read_bytes()

    assert run(["render", str(data), "--xlsx", "-o", str(data.parent)]) == 1

    assert "LỖI HT-023" in capsys.readouterr().err
    assert data.read_bytes() == before
    assert not data.with_suffix(".docx").exists()
