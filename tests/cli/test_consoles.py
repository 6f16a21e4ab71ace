"""Every command on consoles that have not all Vietnamese letters: readable, and never a traceback.

Python gives programs such a console on Windows when the output goes into a file or a pipe.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent.parent
UNIT = "so-noi-vu-dong-nai"
DATA = f"data/2022-Q1/{UNIT}.yaml"
CAM_MY = "data/2022-Q1/dong-nai-cam-my.yaml"
TEMPLATE = "templates/so/bao-cao.docx"

# -- command, what it is given (in a copy of the project), words that it says --
RUNS = [
    ("init", ["moi"], "Đã ghi"),
    ("new", ["--don-vi", UNIT, "--ky", "2022-Q2", "--force"], "Theo data"),
    ("new-template", ["đ", "--trong"], "không dùng làm tên bộ mẫu được"),
    ("render", [DATA, "-o", "bao-cao.docx"], "cảnh báo"),
    ("render", ["data/không có.yaml"], "Không tìm thấy tệp."),
    ("render", [DATA, "--strict", "--format", "json"], ""),
    ("check", [DATA], "đã chấp nhận"),
    ("explain", ["NQ-001"], "Tỷ lệ"),
    ("batch", ["data/2022-Q1", "--force", "--jobs", "1"], "đã ghi"),
    ("verify", ["out/2022-Q1"], "tệp đúng nguyên vẹn"),
    ("rollup", [CAM_MY, "--don-vi", "dong-nai", "--ky", "2022-Q1", "-o", "tong.yaml"], "Đã ghi"),
    ("diff", [TEMPLATE, "templates/tinh/bao-cao.docx"], "đoạn"),
    ("lint", ["templates/chung/dau.docx", TEMPLATE], "Không thấy lỗi nào"),
    ("fields", ["so"], "Mẫu đang dùng"),
    ("preview", ["--help"], "Cách dùng"),
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid down by `init`, with one district beside the sample."""
    folder = tmp_path_factory.mktemp("console")
    assert _run("utf-8", ["init"], folder).returncode == 0
    (folder / CAM_MY).write_bytes((ROOT / CAM_MY).read_bytes())
    return folder


def _run(encoding: str, words: Sequence[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {
        "PYTHONIOENCODING": f"{encoding}:strict",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "generator", *words]
    return subprocess.run(command, check=False, cwd=folder, env=environment, capture_output=True)


def _plain(text: str) -> str:
    """Return `text` without any marks, as every console has it."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if letter.isascii())


def _letters(text: str) -> str:
    return "".join(letter for letter in _plain(text) if letter.isalnum())


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) <= {name for name, *_ in RUNS}


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258"])
@pytest.mark.parametrize(
    ("name", "words", "said"),
    [run for run in RUNS if run[0] in COMMANDS],
    ids=lambda v: str(v)[:30],
)
def test_a_command_is_readable_there(
    project: Path, encoding: str, name: str, words: list[str], said: str
) -> None:
    done = _run(encoding, [name, *words], project)

    shown = (done.stdout + done.stderr).decode(encoding)
    assert done.returncode in (0, 1), shown
    assert "Traceback" not in shown
    assert "HT-999" not in shown
    assert _plain(said) in _plain(shown)


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258"])
def test_no_letter_is_lost(project: Path, encoding: str) -> None:
    words = ["check", DATA]

    shown = _run(encoding, words, project).stderr.decode(encoding)

    assert _letters(shown) == _letters(_run("utf-8", words, project).stderr.decode())


def test_a_vietnamese_console_shows_all_marks(project: Path) -> None:
    words = ["check", DATA]

    shown = unicodedata.normalize("NFC", _run("cp1258", words, project).stderr.decode("cp1258"))

    exact = _run("utf-8", words, project).stderr.decode()
    assert shown.replace("->", "→") == exact.replace("\u2192", "→")


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258"])
def test_json_is_whole_there(project: Path, encoding: str) -> None:
    words = ["check", DATA, "--format", "json"]

    told = json.loads(_run(encoding, words, project).stdout.decode(encoding))

    assert told == json.loads(_run("utf-8", words, project).stdout.decode())


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")
def test_progress_is_drawn_on_such_a_terminal(project: Path) -> None:
    import pty  # noqa: PLC0415  # not there on Windows

    main, terminal = pty.openpty()
    environment = os.environ | {"PYTHONIOENCODING": "cp1252:strict", "PYTHONPATH": str(ROOT)}
    environment |= {"TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-m", "generator", "batch", "data/2022-Q1", "--force", "--jobs", "1"]
    with subprocess.Popen(
        command, cwd=project, env=environment, stdin=terminal, stdout=terminal, stderr=terminal
    ) as running:
        os.close(terminal)
        pieces = []
        while piece := _read(main):
            pieces.append(piece)
    os.close(main)

    shown = b"".join(pieces).decode("cp1252")
    assert running.returncode == 0, shown
    assert "Traceback" not in shown
    assert "2/2" in shown


def _read(terminal: int) -> bytes:
    """Return what was written to a pseudo-terminal; nothing once nobody writes any more."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
