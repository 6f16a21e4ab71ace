"""PDFs: many documents by one LibreOffice, and what is said of those it breaks down over."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from generator.batch.office import convert, find_office
from generator.cli import run
from generator.problem import Stopped
from tests.batch.build import make_project, write_data

if TYPE_CHECKING:
    from pathlib import Path

# A stand-in that converts in order as LibreOffice does; what a document holds says what it meets.
STAND_IN = """\
#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
echo start >> "$BAOCAO_STARTS"
for one in "$@"; do
  case $(cat "$one") in
    stuck) sleep 600 ;;
    crash) exit 77 ;;
    broken) ;;
    *) printf '%%PDF %s %%%%EOF\\n' "$(cat "$one")" > "$out/$(basename "$one" .docx).pdf" ;;
  esac
done
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    path = tmp_path / "soffice"
    path.write_text(STAND_IN)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BAOCAO_STARTS", str(tmp_path / "starts"))
    return str(path)


def _documents(folder: Path, *contents: str) -> list[Path]:
    paths = [folder / f"d-{number}.docx" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_text(content)
    return paths


def _converted(office: str, documents: list[Path], jobs: int = 1) -> dict[str, str]:
    """Return for each document its PDF, or the code of its problem."""
    return {
        one.document.stem: one.problem.code if one.problem else one.pdf.decode()
        for one in convert(office, documents, jobs, limit=1.0)
    }


def _starts(tmp_path: Path) -> int:
    return len((tmp_path / "starts").read_text().splitlines())


def test_one_start_serves_many_documents(office: str, tmp_path: Path) -> None:
    found = _converted(office, _documents(tmp_path, *"abcdef"))

    assert found == {f"d-{n}": f"%PDF {word} %%EOF\n" for n, word in enumerate("abcdef")}
    assert _starts(tmp_path) == 1


def test_several_programs_share_the_documents(office: str, tmp_path: Path) -> None:
    assert len(_converted(office, _documents(tmp_path, *"abcde"), jobs=2)) == 5
    assert _starts(tmp_path) == 2


def test_a_document_that_cannot_be_converted_is_named(office: str, tmp_path: Path) -> None:
    found = _converted(office, _documents(tmp_path, "a", "broken", "c"))

    assert found == {"d-0": "%PDF a %%EOF\n", "d-1": "HT-043", "d-2": "%PDF c %%EOF\n"}


def test_after_a_crash_the_rest_goes_to_a_new_program(office: str, tmp_path: Path) -> None:
    found = _converted(office, _documents(tmp_path, "a", "crash", "c"))

    assert found == {"d-0": "%PDF a %%EOF\n", "d-1": "HT-043", "d-2": "%PDF c %%EOF\n"}
    assert _starts(tmp_path) == 2


def test_a_conversion_that_is_stuck_is_stopped_and_named(
    office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.batch.office._START", 1.0)
    begun = time.monotonic()

    found = _converted(office, _documents(tmp_path, "a", "stuck", "c"))

    assert found == {"d-0": "%PDF a %%EOF\n", "d-1": "HT-044", "d-2": "%PDF c %%EOF\n"}
    assert time.monotonic() - begun < 600


def test_more_documents_than_one_program_takes(
    office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.batch.office._DOCUMENTS_OF_A_PROGRAM", 2)

    assert "HT-043" not in _converted(office, _documents(tmp_path, *"abcde")).values()
    assert _starts(tmp_path) == 3


def test_nothing_to_convert_starts_nothing(office: str, tmp_path: Path) -> None:
    assert _converted(office, []) == {}
    assert not (tmp_path / "starts").exists()


def test_programs_end_when_nobody_asks_any_more(office: str, tmp_path: Path) -> None:
    working = convert(office, _documents(tmp_path, "a", "stuck"), 1, limit=60)
    next(working)
    working.close()

    listed = subprocess.run(["ps", "-eo", "args"], check=True, capture_output=True, text=True)
    assert [line for line in listed.stdout.splitlines() if f"{tmp_path}/soffice" in line] == []


@pytest.mark.parametrize(
    ("variable", "place"),
    [
        ("ProgramFiles", "LibreOffice/program/soffice.exe"),
        ("ProgramW6432", "LibreOffice/program/soffice.exe"),
        ("HOME", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_it_is_found_where_installers_put_it_and_the_path_goes_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, place: str
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv(variable, str(tmp_path))
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).touch()

    assert find_office() == str(tmp_path / place)

    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "soffice").touch(0o755)
    assert find_office() == str(tmp_path / "soffice")


def test_without_libreoffice_there_is_one_clear_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("HOME", str(tmp_path))

    with pytest.raises(Stopped) as stopped:
        find_office()

    assert stopped.value.problems[0].code == "HT-042"


# -- the whole way, with the stand-in and for real -------------------------------------------------


@pytest.mark.usefixtures("office")
def test_pdfs_are_made_once_and_again_when_their_document_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    data = make_project(tmp_path / "p")
    command = ["batch", str(data), "-j", "1", "--pdf"]
    out = tmp_path / "p" / "out" / "2022-Q1"

    assert run(command) == 0
    assert [path.name for path in sorted(out.glob("*.pdf"))] == ["a-1.pdf", "a-2.pdf", "a-3.pdf"]
    assert run(command) == 0
    assert _starts(tmp_path) == 1

    before = (out / "a-1.pdf").stat().st_mtime_ns
    write_data(data, "a-2", luot=99)
    (out / "a-3.pdf").unlink()
    assert run(command) == 0
    assert _starts(tmp_path) == 2
    assert (out / "a-1.pdf").stat().st_mtime_ns == before
    told = json.loads((out / "manifest.json").read_bytes())["units"]
    assert all(entry["pdf"]["of"] == entry["sha256"] for entry in told.values())
    assert run(["verify", str(out), "-j", "1"]) == 0

    (out / "a-1.pdf").write_bytes(b"%PDF %%EOF")
    assert run(["verify", str(out), "-j", "1"]) == 1


def test_a_document_without_a_pdf_ends_with_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    data = make_project(tmp_path / "p", ["a-1"])

    assert run(["batch", str(data), "-j", "1", "--pdf"]) == 1

    assert "Lỗi: a-1.pdf (HT-043)" in capsys.readouterr().err
    assert (tmp_path / "p" / "out" / "2022-Q1" / "a-1.docx").exists()


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_itself_makes_the_pdfs(tmp_path: Path) -> None:
    data = make_project(tmp_path)

    assert run(["batch", str(data), "-j", "1", "--pdf"]) == 0

    made = sorted((tmp_path / "out" / "2022-Q1").glob("*.pdf"))
    assert [path.read_bytes()[:5] for path in made] == [b"%PDF-"] * 3
