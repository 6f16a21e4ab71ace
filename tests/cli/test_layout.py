"""`baocao check --the-thuc` and `baocao explain TT-…`, as a clerk runs them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.cli import run
from tests.the_thuc.build import report

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WARNED = ("- Như trên;", "- Bộ Nội vụ;")
WRONG = ('w:left="1701"', 'w:left="1418"')


def test_a_file_that_keeps_every_rule_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(report())

    assert run(["check", "--the-thuc", str(file)]) == 0
    assert "1 tệp: 0 lỗi, 0 cảnh báo" in capsys.readouterr().err


def test_a_wrong_margin_fails_and_a_warning_only_with_strict(tmp_path: Path) -> None:
    wrong, warned = tmp_path / "sai.docx", tmp_path / "canh-bao.docx"
    wrong.write_bytes(report(WRONG))
    warned.write_bytes(report(WARNED))

    assert run(["check", "--the-thuc", str(wrong)]) == 1
    assert run(["check", "--the-thuc", str(warned)]) == 0
    assert run(["check", "--the-thuc", "--strict", str(warned)]) == 1


def test_all_word_files_of_a_folder_are_checked_the_broken_ones_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.docx").write_bytes(report())
    (tmp_path / "b.docx").write_bytes(b"xyz")
    (tmp_path / "~$a.docx").write_bytes(b"")

    assert run(["check", "--the-thuc", "--format", "json", str(tmp_path)]) == 1
    found = json.loads(capsys.readouterr().out)
    codes = {name.rpartition("/")[2]: [p["code"] for p in said] for name, said in found.items()}
    assert codes == {"a.docx": [], "b.docx": ["MA-001"]}


def test_a_file_that_is_not_there_and_a_folder_without_word_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--the-thuc", str(tmp_path / "khong-co.docx")]) == 1
    assert "HT-001" in capsys.readouterr().err
    assert run(["check", "--the-thuc", str(tmp_path)]) == 1
    assert "HT-049" in capsys.readouterr().err


def test_a_layout_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "tt-009"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("TT-009 (lỗi)  Địa danh và thời gian ban hành.")
    assert "Mục II.4" in said
    assert "    Đồng Nai, ngày 05 tháng 4 năm 2022" in said


def test_layout_rules_are_listed_with_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    listed = [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()]
    assert {"NQ-001", "TT-001", "TT-090"} <= set(listed)
