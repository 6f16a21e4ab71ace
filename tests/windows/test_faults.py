"""What only Windows does: files that programs hold, names it keeps, pipes, consoles, patterns."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from generator.suggest import plain
from tests.windows.machine import BAOCAO, PYTHON, Machine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.windows, pytest.mark.slow]

UNIT = "so-noi-vu-dong-nai"
SAMPLE = f"data\\2022-Q1\\{UNIT}.yaml"
REPORT = f"out\\2022-Q1\\{UNIT}.docx"
MODULE = ("-m", "generator")  # the launcher would be ended without what it has started

# -- opens files as other programs do, with what these let others do meanwhile, until it is told --
HOLD = """\
import ctypes, sys
open_file = ctypes.WinDLL("kernel32").CreateFileW
open_file.argtypes = [ctypes.c_wchar_p, *[ctypes.c_uint32] * 2, ctypes.c_void_p,
                      *[ctypes.c_uint32] * 2, ctypes.c_void_p]
open_file.restype = ctypes.c_ssize_t
print(open_file(sys.argv[2], 0xC0000000, int(sys.argv[1]), None, 3, 0, None), flush=True)
sys.stdin.read()
"""
NOTHING, READING = "0", "1"


@pytest.fixture(scope="module")
def office(machine: Machine) -> Path:
    """A clerk's folder, with the sample report made."""
    folder = machine.drive / "Văn phòng"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for words in (["init"], ["render", SAMPLE]):
        assert machine.run(BAOCAO, *words, folder=folder).returncode == 0
    return folder


@contextmanager
def _held(machine: Machine, office: Path, name: str, sharing: str) -> Iterator[None]:
    with machine.start(PYTHON, "-c", HOLD, sharing, name, folder=office) as holder:
        assert holder.stdin
        assert holder.stdout
        try:
            assert int(holder.stdout.readline()) > 0
            yield
        finally:
            holder.stdin.close()
            holder.wait()


def _letters(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalnum())


@pytest.mark.parametrize(("sharing", "code"), [(NOTHING, "HT-003"), (READING, "HT-005")])
def test_a_report_that_word_holds_open_stays_as_it_was(
    machine: Machine, office: Path, sharing: str, code: str
) -> None:
    report = office / "out" / "2022-Q1" / f"{UNIT}.docx"
    before = report.read_bytes()

    with _held(machine, office, REPORT, sharing):
        done = machine.run(BAOCAO, "render", SAMPLE, folder=office)

    assert done.returncode == 1
    assert f"LỖI {code}" in done.stderr.decode()
    assert [path.name for path in report.parent.iterdir()] == [report.name]
    assert report.read_bytes() == before


def test_data_that_excel_holds_open_are_read(machine: Machine, office: Path) -> None:
    with _held(machine, office, SAMPLE, READING):
        done = machine.run(BAOCAO, "check", SAMPLE, folder=office)

    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("con.docx", "tên này không dùng được"),
        ("báo*cáo?.docx", "tên này không dùng được"),
        ("Q:\\báo cáo.docx", "không có ổ đĩa hay thư mục này"),
        ("Z:\\sys\\báo cáo.docx", "không được phép"),
        (f"{'x' * 300}.docx", "không có ổ đĩa hay thư mục này, hoặc đường dẫn quá dài"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_at_once(
    machine: Machine, office: Path, place: str, reason: str
) -> None:
    done = machine.run(BAOCAO, "render", SAMPLE, "-o", place, folder=office)

    said = done.stderr.decode()
    assert done.returncode == 1
    assert "LỖI HT-005" in said
    assert reason in said


def test_a_pattern_stands_for_the_files_it_fits(machine: Machine, office: Path) -> None:
    shutil.copy(office / "out" / "2022-Q1" / f"{UNIT}.docx", office / "bản hai.docx")
    shutil.copy(office / "bản hai.docx", office / "bản một.docx")

    done = machine.run(BAOCAO, "check", "--the-thuc", "bản *.docx", folder=office)

    assert done.stderr.decode().splitlines()[-1].startswith("2 tệp: 0 lỗi")


def test_a_reader_that_has_read_enough_ends_the_command_without_a_word(
    machine: Machine, office: Path
) -> None:
    """As when `baocao fields so | more` is left."""
    with machine.start(PYTHON, *MODULE, "explain", folder=office) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        said = running.stderr.read()

    assert (running.returncode, said) == (1, b"")


def test_progress_is_drawn_on_a_console(machine: Machine, office: Path) -> None:
    words = ["batch", "data\\2022-Q1", "--force", "--jobs", "2"]

    code, drawn = machine.on_terminal(BAOCAO, *words, folder=office)

    assert code == 0, drawn
    assert "1/1" in drawn
    assert "Xem đủ từng cảnh báo" in drawn
    assert "HT-999" not in drawn


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258"])
def test_no_word_is_lost_on_consoles_of_before_unicode(
    machine: Machine, office: Path, encoding: str
) -> None:
    whole = machine.run(BAOCAO, "check", SAMPLE, folder=office).stderr.decode()

    done = machine.run(BAOCAO, "check", SAMPLE, folder=office, encoding=encoding)

    assert done.returncode == 0
    assert _letters(done.stderr.decode(encoding)) == _letters(whole)
