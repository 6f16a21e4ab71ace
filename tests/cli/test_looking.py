"""Many data files at once: `baocao check` in this process and in several."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from generator.batch import processes
from generator.cli import looking, run
from generator.pipeline import Workshop
from tests.checks.build import ROOT, whole

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from generator.batch.work import Done, Task
    from generator.pipeline import Checked, Source

NAMES = tuple(f"{letter}.yaml" for letter in "abcdef")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of six files: all with a warning, the third with an error besides."""
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    data = tmp_path / "data"
    data.mkdir()
    (data / "danh-muc").symlink_to(ROOT / "data" / "danh-muc")
    (data / "tay").mkdir()
    for number, name in enumerate(NAMES, 12):
        body = (
            f"don_vi: so-noi-vu-dong-nai\nbieu_mau: {{1: {{'2.1': 28, '2.2': 3, '2': {number}}}}}\n"
        )
        body += "x: 1\n" if name == "c.yaml" else ""
        (data / "tay" / name).write_text(whole(body), encoding="utf-8")
    return data / "tay"


def _said(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["check", *(str(folder / name) for name in NAMES), *more])
    return code, capsys.readouterr().err


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("jobs", ["2", "3"])
def test_several_processes_say_the_same_in_the_same_order(
    folder: Path,
    method: str,
    jobs: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if method == "fork" and sys.platform != "linux":
        pytest.skip("not done here")
    monkeypatch.setattr(processes, "start_method", lambda: method)
    one = _said(folder, capsys, "-j", "1")

    assert _said(folder, capsys, "-j", jobs) == one
    code, said = one
    assert code == 1
    assert [name for name in NAMES if f"tay/{name}:" in said] == list(NAMES)
    assert "LỖI DL-010  data/tay/c.yaml" in said
    assert "6 tệp: 1 lỗi," in said


@pytest.mark.parametrize(("few", "expected"), [(5, True), (6, False)])
def test_only_many_files_are_worth_processes(
    folder: Path,
    few: int,
    expected: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    several = processes.in_processes

    def in_processes(
        place: processes.Place, tasks: Iterable[Task], jobs: int
    ) -> Generator[Done, None, None]:
        asked.append(jobs)
        return several(place, tasks, jobs)

    monkeypatch.setattr(processes, "in_processes", in_processes)
    monkeypatch.setattr(looking, "_FEW", few)
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    assert "6 tệp: 1 lỗi," in _said(folder, capsys)[1]
    assert asked == ([2] if expected else [])


def test_a_fault_of_ours_is_told_of_its_file_and_the_others_are_looked_at(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = Workshop.check

    def check(self: Workshop, source: Source, *, words: bool = True) -> Checked:
        if source.name.endswith("b.yaml"):
            raise ZeroDivisionError("division by zero")
        return sound(self, source, words=words)

    monkeypatch.setattr(Workshop, "check", check)
    code, said = _said(folder, capsys)

    assert code == 1
    assert "LỖI HT-999  data/tay/b.yaml" in said
    assert "6 tệp: 2 lỗi," in said


def test_what_was_accepted_is_counted_over_processes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, before = _said(folder, capsys, "-j", "2")
    for name in NAMES:
        path = folder / name
        accepted = "chap_nhan:\n- {ma: NQ-001, o: bieu_mau.1.2, ly_do: Cách tính khác}\n"
        path.write_text(path.read_text(encoding="utf-8") + accepted, encoding="utf-8")
    _, after = _said(folder, capsys, "-j", "2")

    assert "0 đã chấp nhận" in before
    assert "5 đã chấp nhận" in after  # the file with an error has none yet
