"""Programs beside ours on Windows: the browser that looks at a preview, and LibreOffice."""

from __future__ import annotations

import json
import re
import shutil
from io import BytesIO
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from tests.windows.machine import BAOCAO, HOME, PYTHON, Machine

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.windows, pytest.mark.slow]

UNIT = "so-noi-vu-dong-nai"
PREVIEW = ("-m", "generator", "preview", "so", "--no-open")
LAUNCHER = HOME / "python" / "Lib" / "site-packages" / "pip" / "_vendor" / "distlib" / "t64.exe"
INSTALLED = ("Program Files", "LibreOffice", "program")

# -- stands in for LibreOffice: the PDF of a document is its name --
STAND_IN = """\
import sys
from pathlib import Path
at = sys.argv.index("--outdir")
for document in sys.argv[at + 2:]:
    pdf = Path(sys.argv[at + 1], Path(document).stem + ".pdf")
    pdf.write_bytes(b"%PDF " + pdf.name.encode() + b" %%EOF")
"""


@pytest.fixture(scope="module")
def office(machine: Machine) -> Path:
    """A clerk's folder."""
    folder = machine.drive / "Phòng họp"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    assert machine.run(BAOCAO, "init", folder=folder).returncode == 0
    return folder


def test_a_preview_is_seen_and_follows_what_is_saved(machine: Machine, office: Path) -> None:
    outline = office / "templates" / "so" / "de-cuong.md"
    with machine.start(PYTHON, *PREVIEW, folder=office) as running:
        assert running.stderr
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\S+/", running.stderr.readline().decode())
        try:
            assert found
            url, port = found[0], found[1]
            with urlopen(url + "su-kien", timeout=60) as events:
                page = _next_page(events)
                seen = urlopen(url + page, timeout=60).read().decode()
                outline.write_bytes(outline.read_bytes() + "\r\nSửa trên Windows.\r\n".encode())
                changed = urlopen(url + _next_page(events, page), timeout=60).read().decode()
            second = machine.run(PYTHON, *PREVIEW, "--port", port, folder=office)
        finally:
            running.kill()

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in seen
    assert "Sửa trên Windows." in changed
    assert second.returncode == 1
    assert "LỖI HT-050" in second.stderr.decode()


def _next_page(events: BytesIO, before: str = "") -> str:
    """Return the page that is shown once it is another than `before`."""
    for line in events:
        told = json.loads(line.removeprefix(b"data: ")) if line.startswith(b"data: ") else {}
        if told and not told["dang_lam"] and told["trang"] != [before]:
            (page,) = told["trang"]
            return str(page)
    pytest.fail("the preview ended")


def test_libreoffice_is_found_where_its_installer_puts_it(machine: Machine, office: Path) -> None:
    away = machine.run(BAOCAO, "batch", "data\\2022-Q1", "--pdf", "--jobs", "1", folder=office)
    folder = machine.drive.joinpath(*INSTALLED)
    _install(folder)
    try:
        done = machine.run(BAOCAO, "batch", "data\\2022-Q1", "--pdf", "--jobs", "1", folder=office)
    finally:
        shutil.rmtree(folder)

    assert away.returncode == 1
    assert "LỖI HT-042" in away.stderr.decode()
    assert done.returncode == 0, done.stderr.decode()
    pdf = office / "out" / "2022-Q1" / f"{UNIT}.pdf"
    assert pdf.read_bytes() == f"%PDF {UNIT}.pdf %%EOF".encode()


def _install(folder: Path) -> None:
    """Put a `soffice.exe` there, made as pip makes the commands of packages."""
    script = BytesIO()
    with ZipFile(script, "w") as archive:
        archive.writestr("__main__.py", STAND_IN)
    python = PureWindowsPath("Z:", HOME / "python" / "python.exe")
    start = f"#!{python}\r\n".encode()
    folder.mkdir(parents=True)
    (folder / "soffice.exe").write_bytes(LAUNCHER.read_bytes() + start + script.getvalue())
