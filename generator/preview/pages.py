"""The pages of a document as pictures, by LibreOffice and poppler where they are installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.batch import loi
from generator.batch.office import end_program, find_office
from generator.preview.html import as_html
from generator.problem import Severity, Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problem import Problem

LIMIT: Final = 90.0  # seconds for a document; a first start of LibreOffice is among them
_LOOK_EVERY: Final = 0.05
_DPI: Final = "96"
_NAME: Final = "trang"


class Pages(Struct, frozen=True, kw_only=True):
    """Pages as pictures with their texts, or the whole document as PDF or as HTML."""

    pictures: tuple[bytes, ...] = ()
    texts: tuple[str, ...] = ()
    pdf: bytes = b""
    html: bytes = b""
    problem: Problem | None = None


class Printer:
    """Makes pages, one document at a time; nobody else may use it meanwhile.

    `given_up` is asked again and again while a program works: True ends the program.
    """

    def __init__(self, given_up: Callable[[], bool], limit: float = LIMIT) -> None:
        """Find the programs and make a folder for them."""
        self._given_up, self._limit = given_up, limit
        try:
            self._office = find_office()
        except Stopped:
            self._office = ""
        self._poppler = shutil.which("pdftoppm"), shutil.which("pdftotext")
        self._place = Path(tempfile.mkdtemp(prefix="baocao-xem-"))

    @property
    def kind(self) -> str:
        """What pages are made: `trang` (pictures), `pdf`, or `html` without LibreOffice."""
        if not self._office:
            return "html"
        return "trang" if all(self._poppler) else "pdf"

    def print(self, blob: bytes) -> Pages | None:
        """Return the pages of a document, None when it was given up.

        Where LibreOffice fails, the HTML page comes with the problem (HT-043, HT-044).
        """
        if not self._office:
            return _as_html(blob, None)
        document, pdf = self._place / f"{_NAME}.docx", self._place / f"{_NAME}.pdf"
        for old in self._place.glob(f"{_NAME}*.*"):
            old.unlink()
        document.write_bytes(blob)
        profile = (self._place / "profile").as_uri()
        command = [self._office, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", "pdf", "--outdir", str(self._place), str(document)]
        if not self._run(command):
            stuck = loi.conversion_stuck(document.name, self._limit)
            return None if self._given_up() else _as_html(blob, stuck)
        if not pdf.is_file():
            return _as_html(blob, loi.not_converted(document.name))
        return self._pictures(pdf) if all(self._poppler) else Pages(pdf=pdf.read_bytes())

    def close(self) -> None:
        """Clear the folder."""
        shutil.rmtree(self._place, ignore_errors=True)

    def _pictures(self, pdf: Path) -> Pages | None:
        to_pictures, to_text = self._poppler
        assert to_pictures
        assert to_text
        text = pdf.with_suffix(".txt")
        done = self._run([to_pictures, "-r", _DPI, "-png", str(pdf), str(self._place / _NAME)])
        if not done or not self._run([to_text, "-enc", "UTF-8", str(pdf), str(text)]):
            return None if self._given_up() else Pages(pdf=pdf.read_bytes())
        found = sorted(self._place.glob(f"{_NAME}-*.png"), key=lambda path: (len(path.name), path))
        return Pages(
            pictures=tuple(path.read_bytes() for path in found),
            texts=tuple(text.read_text(encoding="utf-8").split("\f")[: len(found)]),
        )

    def _run(self, command: Sequence[str]) -> bool:
        """Run a program to its end; False when it had to be ended."""
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        until = time.monotonic() + self._limit
        try:
            while process.poll() is None:
                if self._given_up() or time.monotonic() > until:
                    return False
                time.sleep(_LOOK_EVERY)
            return True
        finally:
            # -- `soffice` is only a door: what it has started is ended, too --
            end_program(process)


def _as_html(blob: bytes, problem: Problem | None) -> Pages:
    warning = replace(problem, severity=Severity.WARNING) if problem else None
    return Pages(html=as_html(blob, "Bản xem trước").encode(), problem=warning)
