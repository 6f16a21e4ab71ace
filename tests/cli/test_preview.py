"""`baocao preview`: what it refuses to begin with, and that Ctrl+C ends it and all it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from generator.cli import run
from tests.preview.project import make_project

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = make_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return data


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["thuu"], ["HT-051", "Không có bộ mẫu “thuu”.", "“thu”"]),
        (["thu", "--data", "khong-co.yaml"], ["HT-001"]),
        (["thu", "--data", "khac.yaml"], ["HT-052", "baocao preview so"]),
        (["thu", "--port", "99999"], ["HT-050"]),
    ],
)
def test_what_cannot_begin_is_told(
    data: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: list[str]
) -> None:
    text = data.read_text(encoding="utf-8").replace("bo_mau: thu", "bo_mau: so")
    Path("khac.yaml").write_text(text, encoding="utf-8")

    assert run(["preview", *words, "--no-open"]) == 1

    told = capsys.readouterr().err
    assert [one for one in said if one not in told] == []


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one process on Windows")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_closing_the_window_end_it(data: Path, sent: signal.Signals) -> None:
    # -- a test run in the background ignores Ctrl+C, and would hand that down --
    listen = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{listen}; from generator.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "preview", "thu", "--no-open"],
        cwd=data.parents[2],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stderr
    address = process.stderr.readline().removeprefix("Xem trước tại: ").strip()
    hint = process.stderr.readline()
    with urllib.request.urlopen(address, timeout=20) as page:
        assert page.status == 200

    process.send_signal(sent)
    out, err = process.communicate(timeout=30)

    assert (process.returncode, out, err) == (0, "", "")
    assert hint == "Nhấn Ctrl+C để kết thúc.\n"
