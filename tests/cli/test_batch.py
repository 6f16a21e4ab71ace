"""`baocao batch` as a province office runs it: what is written, what is said, how it is stopped."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from rich.console import Console

from generator.batch import loi
from generator.batch.run import Outcome, Status
from generator.cli import run
from generator.cli.progress import Progress
from generator.problem import Severity
from tests.batch.build import documents, make_project, write_data
from tests.batch.interrupted import BAOCAO, MANY, SLOW, undisturbed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def _out(data: Path) -> Path:
    return data.parent.parent / "out" / data.name


def _lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_every_unit_is_made_and_the_end_says_how_many(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", str(data), "-j", "1"]) == 0

    lines = _lines(capsys)
    assert lines[0].startswith("[1/3] a-1: đã ghi")
    table = lines[lines.index(f"Kết quả ({_out(data)}):") :]
    assert [line.split() for line in table[1:3]] == [["làm", "mới", "3"], ["không", "đổi", "0"]]
    assert len(documents(data)) == 3


def test_a_bad_unit_ends_with_code_1_and_is_told_with_all_its_problems(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_data(data, "a-2")
    path.write_text(path.read_text(encoding="utf-8").replace("luu: [VT]", "lưu: [VT]"), "utf-8")

    assert run(["batch", str(data), "-j", "1"]) == 1

    err = capsys.readouterr().err
    assert "a-2: LỖI" in err
    assert "LỖI DL-010  data/2022-Q1/a-2.yaml:6:1" in err
    assert "LỖI DL-011  data/2022-Q1/a-2.yaml" in err
    assert err.splitlines()[-1] == "Lỗi: a-2 (DL-011, DL-010)"
    assert list(documents(data)) == ["a-1.docx", "a-3.docx"]


def test_units_that_have_not_reported_are_listed_and_stop_nothing(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "a-3.yaml").unlink()

    assert run(["batch", str(data), "--cha", "tinh", "-j", "1"]) == 0

    assert _lines(capsys)[-1] == "Chưa báo cáo: UBND huyện a-3 (a-3)"


def test_a_second_run_says_that_nothing_had_to_be_made(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["batch", str(data), "-j", "1"])
    capsys.readouterr()

    assert run(["batch", str(data)]) == 0

    lines = _lines(capsys)
    assert lines[0].startswith("[1/3] a-1: không đổi")
    table = lines.index(f"Kết quả ({_out(data)}):")
    assert lines[table + 1].split() == ["làm", "mới", "0"]
    assert lines[-1] == "Xem đủ từng cảnh báo, ví dụ: baocao check data/2022-Q1/a-1.yaml"


def test_warnings_are_counted_for_each_unit_and_it_is_said_once_how_to_read_them(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", str(data), "-j", "1"]) == 0

    lines = _lines(capsys)
    assert lines[0] == "[1/3] a-1: đã ghi, 3 cảnh báo (DL-054 ×1, NQ-088 ×1, NQ-090 ×1)"
    assert [line.partition(":")[0] for line in lines[1:3]] == ["[2/3] a-2", "[3/3] a-3"]
    how = "Xem đủ từng cảnh báo, ví dụ: baocao check data/2022-Q1/a-1.yaml"
    assert lines.count(how) == 1
    assert not any("CẢNH BÁO" in line for line in lines)


def test_of_a_unit_with_errors_these_are_told_in_full_and_its_warnings_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    error = loi.no_data("data/x")
    warning = replace(loi.no_data("data/y"), code="NQ-013", severity=Severity.WARNING)
    found = (warning, error, warning)

    with Progress(1) as progress:
        progress.unit(Outcome(unit="a-1", status=Status.FAILED, problems=found))

    lines = _lines(capsys)
    assert lines[0] == "[1/1] a-1: LỖI, 2 cảnh báo (NQ-013 ×2)"
    assert lines[1] == "LỖI HT-030  data/x"
    assert "data/y" not in "".join(lines)


def test_with_strict_a_unit_with_warnings_fails_and_they_are_told_in_full(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["batch", str(data), "-j", "1"])
    before = documents(data)
    capsys.readouterr()

    assert run(["batch", str(data), "-j", "1", "--strict"]) == 1  # warned of in the first run, too

    err = capsys.readouterr().err
    assert "[1/3] a-1: LỖI\nCẢNH BÁO " in err
    assert "Lỗi: a-1 (" in err
    assert "Xem đủ từng cảnh báo" not in err
    assert "Còn tệp cũ" not in err  # they are of these very data
    assert documents(data) == before


def test_documents_of_units_that_fail_or_withdraw_are_told_and_kept(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data.parent.parent)
    run(["batch", "data/2022-Q1", "-j", "1"])
    before = documents(data)
    (_out(data) / "a-3.pdf").write_bytes(b"%PDF")
    write_data(data, "a-2", ky="2022-Q2")
    (data / "a-3.yaml").unlink()
    capsys.readouterr()

    assert run(["batch", "data/2022-Q1", "-j", "1"]) == 1

    told = [line for line in _lines(capsys) if line.startswith("Còn tệp cũ")]
    assert told == [
        f"Còn tệp cũ: out/2022-Q1/{name}, không theo số liệu, mẫu hiện nay."
        for name in ("a-2.docx", "a-3.docx", "a-3.pdf")
    ]
    assert documents(data) == before


def test_a_unit_that_was_not_asked_for_has_no_old_file(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["batch", str(data), "-j", "1"])
    register = data.parent / "danh-muc" / "a.yaml"
    before, of_a_3, after = register.read_text(encoding="utf-8").partition("{ma: a-3,")
    register.write_text(before + of_a_3 + after.replace("cha: tinh", "cha: a-1"), "utf-8")
    capsys.readouterr()

    assert run(["batch", str(data), "--cha", "tinh", "-j", "1"]) == 0

    err = capsys.readouterr().err
    assert "a-3" not in err
    assert "Còn tệp cũ" not in err


def test_outside_of_any_project_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_data(tmp_path, "a-1")
    monkeypatch.chdir(tmp_path)

    assert run(["batch", "."]) == 1

    assert "LỖI HT-060" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a-1.yaml"]


def test_the_place_may_be_chosen(data: Path, tmp_path: Path) -> None:
    assert run(["batch", str(data), "-j", "1", "-o", str(tmp_path / "kết quả")]) == 0

    names = {path.name for path in (tmp_path / "kết quả").iterdir()}
    assert names >= {"a-1.docx", "a-2.docx", "a-3.docx", "manifest.json"}


@pytest.mark.parametrize(
    ("output", "code"), [("templates/thu", "HT-007"), ("data/2022-Q1/a-1.yaml", "HT-005")]
)
def test_templates_and_files_are_no_place_for_results(
    data: Path, capsys: pytest.CaptureFixture[str], output: str, code: str
) -> None:
    assert run(["batch", str(data), "-o", str(data.parent.parent / output)]) == 1

    assert f"LỖI {code}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--locale", "xx"], "HT-010"),
        (["--cha", "tinhh"], "DL-020"),
    ],
)
def test_what_stops_every_report_is_told_once(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    assert run(["batch", str(data), *arguments]) == 1

    assert capsys.readouterr().err.count(f"LỖI {code}") == 1


def test_a_fault_of_the_register_is_told_once(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data.parent / "danh-muc" / "b.yaml").write_text("don_vi: 3\n")

    assert run(["batch", str(data)]) == 1

    assert capsys.readouterr().err.count("data/danh-muc/b.yaml") == 1


def test_without_the_library_of_clusters_one_is_told_how_to_get_it(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "generator.batch.cluster", raising=False)

    assert run(["batch", str(data), "--cluster", "tcp://127.0.0.1:1"]) == 1

    err = capsys.readouterr().err
    assert "HT-045" in err
    assert "baocao[cluster]" in err


def test_a_cluster_that_does_not_answer_is_one_clear_problem(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster = pytest.importorskip("generator.batch.cluster")
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 0.3)

    assert run(["batch", str(data), "--cluster", "tcp://127.0.0.1:1"]) == 1

    assert capsys.readouterr().err.count("LỖI HT-046") == 1


def test_without_libreoffice_pdfs_are_refused_before_anything_is_made(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    assert run(["batch", str(data), "--pdf"]) == 1

    assert "LỖI HT-042" in capsys.readouterr().err
    assert not _out(data).exists()


@pytest.mark.parametrize("jobs", ["0", "-1", "hai"])
def test_a_number_of_processes_that_is_none_is_wrong_use(
    data: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    assert run(["batch", str(data), f"--jobs={jobs}"]) == 2

    assert "--jobs" in capsys.readouterr().err


def test_on_a_terminal_there_is_a_bar_with_rate_and_time_left() -> None:
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=100, legacy_windows=False)

    with Progress(2, console) as progress:
        progress.unit(Outcome(unit="a-1", status=Status.DONE))
        progress.unit(Outcome(unit="a-2", status=Status.FAILED, problems=(loi.no_data("data/x"),)))

    text = shown.getvalue()
    assert "2/2" in text
    assert "/giây" in text
    assert "còn" in text
    assert "[2/2] a-2: LỖI" in text
    assert "HT-030" in text
    assert "a-1" not in text  # what is well is not told one by one


# -- stopped half-way, for real --------------------------------------------------------------------


def _start(data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [BAOCAO, "batch", str(data), "--jobs", "2"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.01)


def _running(session: int) -> list[str]:
    """Return the processes of a session that are alive."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-s", str(session)], check=False, capture_output=True, text=True
    ).stdout.split()
    return [state for state in listed if not state.startswith("Z")]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_after_ctrl_c_what_was_done_stays_and_the_next_run_does_the_rest(tmp_path: Path) -> None:
    data = make_project(tmp_path, MANY, outline=SLOW)
    started = _start(data)
    _wait(lambda: len(documents(data)) >= 3)
    os.killpg(started.pid, signal.SIGINT)
    told = started.communicate(timeout=60)[1]
    done = documents(data)

    assert started.returncode == 1
    assert "Đã dừng theo yêu cầu." in told
    (left,) = (int(line.split()[-1]) for line in told.splitlines() if "chưa làm tới" in line)
    # -- one may have been written at the very moment, and not counted any more --
    assert len(MANY) - left - len(done) in (0, -1)
    assert "Traceback" not in told
    assert 3 <= len(done) < len(MANY)
    assert run(["batch", str(data)]) == 0
    whole = undisturbed(data)
    assert done == {name: whole[name] for name in done}
    assert documents(data) == whole


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_after_kill_9_the_next_run_gives_the_bytes_of_an_undisturbed_one(tmp_path: Path) -> None:
    data = make_project(tmp_path, MANY, outline=SLOW)
    started = _start(data)
    _wait(lambda: len(documents(data)) >= 3)
    started.kill()
    started.communicate(timeout=60)
    done = documents(data)

    assert 3 <= len(done) < len(MANY)
    _wait(lambda: not _running(started.pid))  # its processes end by themselves
    assert run(["batch", str(data)]) == 0
    whole = undisturbed(data)
    assert done == {name: whole[name] for name in done}
    assert documents(data) == whole
    assert list(_out(data).glob(".*.tmp")) == []


def test_two_runs_at_once_do_no_harm(tmp_path: Path) -> None:
    data = make_project(tmp_path, MANY)
    both = [_start(data), _start(data)]

    for one in both:
        one.communicate(timeout=60)
    assert [one.returncode for one in both] == [0, 0]
    assert documents(data) == undisturbed(data)
    assert run(["verify", str(_out(data))]) == 0
