"""`baocao fields` as designers use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import run
from tests.read_back import all_text
from tests.word.build import docx

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
SET = str(ROOT / "templates/so")


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[dict[str, str]]]:
    assert run(["fields", *arguments, "--format", "json"]) == 0
    found: dict[str, list[dict[str, str]]] = json.loads(capsys.readouterr().out)
    return found


def test_names_of_a_set_with_what_they_print(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, SET)
    used = {entry["name"]: entry for entry in found["used"]}

    assert used["ky.day_du"] | {"places": []} == {
        "name": "ky.day_du",
        "tag": "{{ ky.day_du }}",
        "type": "text",
        "meaning": "tên kỳ, như trong câu",
        "value": "quý I năm 2022",
        "prints": "quý I năm 2022",
        "places": [],
    }
    assert used["bieu_mau[].dong[].stt"]["tag"] == "{{ dong.stt }}"
    assert used["ct.tin_bai"]["prints"] == "12"
    assert found["missing"] == []


def test_the_outline_counts_as_use(capsys: pytest.CaptureFixture[str]) -> None:
    places = next(e["places"] for e in _json(capsys, SET)["used"] if e["name"] == "ct.tin_bai")

    assert places[0].startswith("templates/so/de-cuong.md:")


def test_filters_are_listed_with_those_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    filters = {entry["name"]: entry for entry in _json(capsys, SET)["filters"]}

    assert filters["so_luong"]["prints"] == "1.788"
    assert filters["hoa"]["used"]
    assert not filters["tien"]["used"]


def test_without_a_template_all_names_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fields"]) == 0
    told = capsys.readouterr().out

    assert told.startswith("== Có thể dùng ==\n{{ ky }}")
    assert "== Bộ lọc ==" in told


def test_what_a_word_file_uses_in_vain_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(docx("{{ don_vi.tenn }}"))

    assert run(["fields", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "== Mẫu đang dùng mà không có =="
    assert lines[1].startswith("don_vi.tenn  (")


def test_the_sheet_to_print(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "bang-tra.docx"

    assert run(["fields", SET, "--docx", str(target)]) == 0
    assert "Đã ghi" in capsys.readouterr().err
    text = all_text(target.read_bytes())
    assert "Báo cáo công tác cải cách hành chính của sở, ngành" in text
    assert "{{ ct.tin_bai }}" in text


def test_a_set_that_there_is_not_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fields", "khong-co"]) == 1
    assert "HT-051  templates\n" in capsys.readouterr().err


def test_the_own_sample_of_a_set_gives_examples(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, str(ROOT / "templates/khung"))
    names = {entry["name"]: entry for entry in [*found["used"], *found["available"]]}

    assert names["sl.nhiem_vu.hoan_thanh"]["prints"] == "09"


def test_a_meaning_has_no_place_for_the_unit_s_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Labels of indicators may have one: `{don_vi}`."""
    used = {entry["name"]: entry["meaning"] for entry in _json(capsys, SET)["used"]}

    assert "TTHC do đơn vị tiếp nhận" in used["ct.ty_le_ho_so_dung_han"]
    assert not any("{don_vi}" in meaning for meaning in used.values())


def test_a_sheet_is_a_word_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fields", SET, "--docx", str(tmp_path / "x.pdf")]) == 1
    assert "Đặt tên tệp là `x.docx`." in capsys.readouterr().err
