"""What a user sees of problems and of wrong use."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys

import pytest

from generator.cli import run, show
from generator.problem import Message, Problem, Severity, Where

ERROR = Problem(
    code="DL-012",
    message=Message("“so” phải là số.", "“so” must be a number."),
    where=Where(file="a.yaml", line=3, column=5, path="so"),
    hint=Message("Ví dụ: 12.", "For example: 12."),
)
WARNING = Problem(
    code="NQ-001",
    message=Message("Tỷ lệ khác.", "The ratio differs."),
    severity=Severity.WARNING,
)


def test_errors_come_before_warnings_with_place_and_hint(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = show.problems([WARNING, ERROR])

    assert code == 1
    assert capsys.readouterr().err.splitlines() == [
        "LỖI DL-012  a.yaml:3:5, so",
        "    “so” phải là số.",
        "    → Ví dụ: 12.",
        "CẢNH BÁO NQ-001",
        "    Tỷ lệ khác.",
        "1 lỗi, 1 cảnh báo",
    ]


def test_a_reader_that_has_read_enough_ends_the_command_without_a_word() -> None:
    """As `baocao explain | head` does."""
    ends = os.pipe()
    os.close(ends[0])
    with os.fdopen(ends[1], "wb") as nobody_reads:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "explain"],
            stdout=nobody_reads,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )

    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("platform", "error", "cut_off"),
    [
        ("linux", BrokenPipeError(errno.EPIPE, "Broken pipe"), True),
        ("linux", OSError(errno.EINVAL, "Invalid argument"), False),
        ("win32", OSError(errno.EINVAL, "Invalid argument"), True),
        ("win32", OSError(errno.EINVAL, "Invalid argument", "a*.docx"), False),
        ("win32", OSError(errno.ENOSPC, "No space left"), False),
        ("win32", ValueError(), False),
    ],
)
def test_windows_calls_a_pipe_without_a_reader_an_invalid_argument(
    monkeypatch: pytest.MonkeyPatch, platform: str, error: Exception, cut_off: bool
) -> None:
    monkeypatch.setattr("sys.platform", platform)

    assert show.is_cut_off(error) is cut_off


def test_warnings_alone_stop_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert show.problems([WARNING]) == 0
    assert "0 lỗi, 1 cảnh báo" in capsys.readouterr().err


def test_nothing_is_said_when_nothing_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert show.problems([]) == 0
    assert capsys.readouterr().err == ""


def test_json_goes_to_standard_output_with_every_part_of_the_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show.problems([ERROR], "json")

    out, err = capsys.readouterr()
    assert err == ""
    (told,) = json.loads(out)
    assert told["code"] == "DL-012"
    assert told["severity"] == "error"
    assert told["where"] == {
        "text": "a.yaml:3:5, so",
        "file": "a.yaml",
        "line": 3,
        "column": 5,
        "path": "so",
    }


def test_messages_are_english_when_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOCAO_LANG", "en")

    show.problems([ERROR])

    assert "ERROR DL-012" in capsys.readouterr().err


def test_a_fault_of_ours_is_one_line_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    code = show.unusable(KeyError("x\ny"))

    err = capsys.readouterr().err
    assert code == 1
    assert err.startswith("LỖI HT-999")
    assert err.count("\n") == 1


def test_a_name_that_no_disk_takes_is_no_fault_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    name = "a" * 300

    assert run(["check", name]) == 1

    err = capsys.readouterr().err
    assert err.startswith(f"LỖI HT-004  {name}")
    assert "tên tệp quá dài" in err


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", 'CANH BAO: "don vi" -> so 5 ?\n'),
        ("cp1252", "CANH BÁO: “don vi” -> sô 5 ?\n"),
        ("cp1258", "CA\u0309NH BÁO: “đơn vi\u0323” -> sô\u0301 5 ?\n"),
    ],
)
def test_a_console_without_vietnamese_letters_shows_the_nearest_it_has(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(raw, encoding=encoding, write_through=True))
    show.survive_any_terminal()

    show.line("CẢNH BÁO: “đơn vị” → số 5 ☂")

    assert raw.getvalue().decode(encoding) == shown
