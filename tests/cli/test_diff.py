"""`baocao diff`: exit codes, what is printed, colours only on a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli import run
from tests.so_sanh.documents import make

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
LONG = (
    "Thực hiện kế hoạch của tỉnh, trong quý I năm 2022, Sở Nội vụ đã ban hành nhiều văn bản "
    "chỉ đạo; có {} hồ sơ đúng hạn."
)


@pytest.fixture
def diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(old: bytes, new: bytes, *options: str) -> tuple[int, str, str]:
        files = tmp_path / "a.docx", tmp_path / "b.docx"
        for path, blob in zip(files, (old, new), strict=True):
            path.write_bytes(blob)
        code = run(["diff", *map(str, files), *options])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_one_file_twice_is_identical(diff: Callable[..., tuple[int, str, str]]) -> None:
    blob = make("một")

    assert diff(blob, blob) == (0, "", "hai tệp giống hệt nhau\n")


def test_the_same_words_in_other_files_are_said_to_be_that(
    diff: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, err = diff(make("một"), make("một") + b"\0")

    assert (code, out) == (0, "")
    assert err.startswith("chữ giống hệt nhau; hai tệp chỉ khác ở phần không so")


def test_changes_are_printed_with_place_marks_and_some_words_around(
    diff: Callable[..., tuple[int, str, str]],
) -> None:
    old = make(LONG.format("04"), [["STT", "Chỉ tiêu"], ["Tin, bài", "12"]])
    new = make(LONG.format("05"), [["STT", "Chỉ tiêu"], ["Tin, bài", "15"]], "Thêm một đoạn")

    code, out, err = diff(old, new)

    assert code == 1
    assert out.splitlines() == [
        "sửa: thân văn bản, đoạn 1",
        "    … đã ban hành nhiều văn bản chỉ đạo; có [-04-]{+05+} hồ sơ đúng hạn.",
        "sửa: thân văn bản, bảng 1, hàng 2, ô 2 (Tin, bài)",
        "    [-12-]{+15+}",
        "thêm: thân văn bản, đoạn 2",
        "    {+Thêm một đoạn+}",
    ]
    assert err == "3 chỗ khác nhau\n"


def test_a_place_that_moved_is_named_in_both_files(
    diff: Callable[..., tuple[int, str, str]],
) -> None:
    _, out, _ = diff(make("Bỏ đi", "Có 04 văn bản mới"), make("Có 05 văn bản mới"))

    assert out.splitlines() == [
        "bỏ: thân văn bản, đoạn 1 của tệp trước",
        "    [-Bỏ đi-]",
        "sửa: thân văn bản, đoạn 1, tệp trước: thân văn bản, đoạn 2",
        "    Có [-04-]{+05+} văn bản mới",
    ]


def test_as_json_the_whole_texts_are_told(diff: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = diff(
        make([["Tin, bài", "12"]]), make([["Tin, bài", "15"]]), "--format", "json"
    )

    assert (code, err) == (1, "")
    place = {"text": "thân văn bản, bảng 1, hàng 1, ô 2", "table": 1, "table_row": 1}
    assert json.loads(out) == [
        {
            "kind": "changed",
            "where": {**place, "table_cell": 2},
            "before": {**place, "table_cell": 2},
            "label": "Tin, bài",
            "old": "12",
            "new": "15",
            "pieces": [["removed", "12"], ["added", "15"]],
        }
    ]


def test_a_terminal_gets_colours(
    diff: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)

    coloured = diff(make("số 04"), make("số 05"))[1]
    monkeypatch.setenv("NO_COLOR", "1")
    plain = diff(make("số 04"), make("số 05"))[1]

    assert "\x1b[31m[-04-]" in coloured
    assert "\x1b" not in plain
    assert "[-04-]{+05+}" in plain


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_cannot_be_read_is_exit_code_2(
    diff: Callable[..., tuple[int, str, str]], form: str
) -> None:
    code, out, err = diff(b"ky: 2022-Q1", make("một"), "--format", form)

    assert code == 2
    assert "MA-001" in (out if form == "json" else err)


def test_a_missing_file_is_exit_code_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["diff", str(tmp_path / "a.docx"), str(tmp_path / "b.docx")]) == 2
    assert "HT-001" in capsys.readouterr().err


def test_template_sets_are_compared_by_their_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    paths = [f"templates/{name}/bao-cao.docx" for name in ("so", "tinh-tong-hop")]
    codes = run(["diff", *paths]), run(["diff", "so", "templates/tinh-tong-hop"])
    out, err = capsys.readouterr()

    assert codes == (1, 1)
    assert out
    assert out[: len(out) // 2] == out[len(out) // 2 :]
    assert err.splitlines()[0] == err.splitlines()[1]


def test_a_set_that_there_is_not_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)

    assert run(["diff", "so", "soo"]) == 2
    assert "LỖI HT-051" in capsys.readouterr().err
