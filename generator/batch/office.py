"""PDFs of documents, by LibreOffice: a few programs, each kept warm for many documents.

LibreOffice takes seconds to start and a fraction of one for each document, so each program gets a
whole list. It converts in the order of the list: where it stops or gets stuck, the first document
without a PDF is to blame; that one is named, and the others go on with a new program.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from generator.batch import loi
from generator.problem import Stopped

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from generator.problem import Problem

# What one document may take, and what the start of a program may take beside its first one.
LIMIT: Final = 60.0
_START: Final = 60.0
_LOOK_EVERY: Final = 0.05
_DOCUMENTS_OF_A_PROGRAM: Final = 100

# -- where installers of Windows and macOS put it; they tell no PATH of it --
_PROGRAM_FILES: Final = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
_IN_PROGRAM_FILES: Final = Path("LibreOffice", "program", "soffice.exe")
_ON_MACOS: Final = Path("LibreOffice.app", "Contents", "MacOS", "soffice")


class Converted(Struct, frozen=True, kw_only=True):
    """What became of one document: its PDF, or a problem."""

    document: Path
    pdf: bytes = b""
    problem: Problem | None = None


def find_office() -> str:
    """Return the command of LibreOffice: of the PATH, else of where installers put it.

    Raises Stopped (HT-042) where there is none.
    """
    found = shutil.which("soffice") or shutil.which("libreoffice")
    installed = (str(path) for path in _usual_places() if path.is_file())
    command = found or next(installed, None)
    if command is None:
        raise Stopped([loi.no_office()])
    return command


def _usual_places() -> Iterator[Path]:
    """Yield where LibreOffice may be; on other systems these paths lead nowhere."""
    for variable in _PROGRAM_FILES:
        if folder := os.environ.get(variable):
            yield Path(folder) / _IN_PROGRAM_FILES
    yield Path("/Applications") / _ON_MACOS
    yield Path.home() / "Applications" / _ON_MACOS


def convert(
    office: str, documents: Sequence[Path], jobs: int, limit: float = LIMIT
) -> Generator[Converted, None, None]:
    """Yield what becomes of each of `documents`, as it comes; `jobs` programs work at once.

    `office` is the command, `limit` how many seconds one document may take.
    """
    shares = [documents[start::jobs] for start in range(min(jobs, len(documents)))]
    programs = [_Program(office, share, limit) for share in shares]
    try:
        while busy := [program for program in programs if program.waiting]:
            for program in busy:
                yield from program.look()
            time.sleep(_LOOK_EVERY)
    finally:
        for program in programs:
            program.stop()


class _Program:
    """One LibreOffice with a folder of its own, started again whenever it has come to an end."""

    def __init__(self, office: str, documents: Sequence[Path], limit: float) -> None:
        self._office, self._limit = office, limit
        self.waiting = list(documents)
        self._process: subprocess.Popen[bytes] | None = None
        self._place, self._given, self._until = "", 0, 0.0

    def look(self) -> Iterator[Converted]:
        """Yield what has become of documents since the last look."""
        if self._process is None:
            self._start()
            return
        ended = self._process.poll() is not None
        late = time.monotonic() > self._until
        given = self.waiting[: self._given]
        found = [_finished(Path(self._place) / f"{one.stem}.pdf") for one in given]
        last = max((n for n, pdf in enumerate(found) if pdf), default=-1)
        for document, pdf in zip(given[: last + 1], found, strict=False):
            problem = None if pdf else loi.not_converted(document.name)
            yield Converted(document=document, pdf=pdf, problem=problem)
            self._until = time.monotonic() + self._limit
        del self.waiting[: last + 1]
        self._given -= last + 1
        if not self._given:
            self.stop()
        elif ended or late:
            self.stop()
            to_blame = self.waiting.pop(0)
            name = to_blame.name
            stuck = loi.conversion_stuck(name, self._limit)
            problem = loi.not_converted(name) if ended else stuck
            yield Converted(document=to_blame, problem=problem)

    def stop(self) -> None:
        """End the program and what it has started, and clear its folder."""
        if self._process is None:
            return
        end_program(self._process)
        self._process = None
        shutil.rmtree(self._place, ignore_errors=True)

    def _start(self) -> None:
        self._place = tempfile.mkdtemp(prefix="baocao-pdf-")
        profile = (Path(self._place) / "profile").as_uri()
        command = [self._office, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", "pdf", "--outdir", self._place]
        self._given = min(len(self.waiting), _DOCUMENTS_OF_A_PROGRAM)
        command += [str(document) for document in self.waiting[: self._given]]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        self._until = time.monotonic() + _START + self._limit


def _finished(path: Path) -> bytes:
    """Return a PDF that is written to its end, else nothing."""
    try:
        blob = path.read_bytes()
    except OSError:  # not there yet, or just being written
        return b""
    return blob if blob.rstrip().endswith(b"%%EOF") else b""


def end_program(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started: `soffice` is only a door to the program itself."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
