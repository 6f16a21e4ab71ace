"""What only a Mac does: files it strews about, names in other letters, programs in their places."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.clerk import SAMPLE, UNIT
from tests.macos.machine import HERE, Mac, Step

if TYPE_CHECKING:
    from pathlib import Path

    from tests.macos.machine import Told

pytestmark = [pytest.mark.macos, pytest.mark.slow]

OFFICE = "Văn phòng"
SLIPPED = f"Data/2022-q1/{UNIT.title()}.yaml"
REPORT = f"out/2022-Q1/{UNIT}.docx"

# -- what the Finder leaves on drives that are not its own, and in the zip files that it makes --
STREW = """\
from pathlib import Path
double = bytes.fromhex("0005160700020000") + b"Mac OS X        " + bytes(3900)
for path in list(Path().rglob("*")):
    if path.is_file() and not path.name.startswith("."):
        path.with_name("._" + path.name).write_bytes(double)
    elif path.is_dir():
        (path / ".DS_Store").write_bytes(bytes(3) + b"Bud1" + bytes(100))
for place in ("templates/so/bo-mau.yaml", "data/2022-Q1/dong-nai-cam-my.yaml"):
    top, rest = place.split("/", 1)
    path = Path(top, "__MACOSX", rest)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name("._" + path.name).write_bytes(double)
"""
# -- stands in for LibreOffice: the PDF of a document is its name --
PUT_OFFICE = """\
import sys
from pathlib import Path
program = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
program.parent.mkdir(parents=True)
program.write_text(f'''#!{sys.executable} -S
import os, sys
at = sys.argv.index("--outdir")
for document in sys.argv[at + 2:]:
    name = os.path.basename(document).replace(".docx", ".pdf")
    with open(os.path.join(sys.argv[at + 1], name), "wb") as pdf:
        pdf.write(b"%PDF " + name.encode() + b" %%EOF")
''')
program.chmod(0o755)
"""
SEE_PDF = f"print(open('out/2022-Q1/{UNIT}.pdf').read())"
SEE_NAMES = "import os; print(sorted(os.listdir()), sorted(os.listdir('out')))"
NOTED = "import os; os.environ['NOTE_FULLFSYNC'] = '/results/noted'; "
RENDER_NOTED = f"{NOTED}from generator.cli import main; main(['render', '{SAMPLE}', '--force'])"

BY_THE_CLERK = {
    "init": ["init"],
    "render": ["render", SAMPLE],
    # -- names as they are typed: a Mac finds `data` by `Data` --
    "batch of a slip": ["batch", "Data/2022-Q1"],
    "render of a slip": ["render", SLIPPED],
    "check of a slip": ["check", "Data/2022-Q1", "--format", "json"],
    "lint of a slip": ["lint", "Templates/so/Bao-Cao.docx", "--format", "json"],
    "report among the templates": ["render", SAMPLE, "-o", "Templates/so/bao-cao.docx", "--force"],
    "reports among the templates": ["batch", "data/2022-Q1", "-o", "Templates/so"],
    "figures among the templates": [
        *("rollup", "data/2022-Q1/*.yaml", "--don-vi", "dong-nai", "--ky", "2022-Q1"),
        *("-o", "Templates/dong-nai.yaml"),
    ],
    "no office": ["batch", "data/2022-Q1", "--pdf", "--jobs", "1"],
}
AFTER_THE_FINDER = {
    "init again": ["init"],
    "render again": ["render", SAMPLE],
    "render what is not there": ["render", "data/2022-Q1/khong-co.yaml"],
    "check": ["check", "data"],
    "batch": ["batch", "data/2022-Q1", "--force", "--jobs", "2"],
    "verify": ["verify"],
    "fields": ["fields", "so"],
    "lint": ["lint", "so", "--strict"],
    "new": ["new", "--don-vi", UNIT, "--ky", "2022-Q2"],
    "new template": ["new-template", "moi", "--nhu", "so"],
    "layout": ["check", "--the-thuc", "out"],
    "rollup": [
        *("rollup", "data/2022-Q1/*.yaml", "--don-vi", "dong-nai", "--ky", "2022-Q1"),
        *("-o", "tong-hop.yaml"),
    ],
}


class Session(NamedTuple):
    """What was said, by name; what was noted meanwhile."""

    told: dict[str, Told]
    noted: str
    opened: str


@pytest.fixture(scope="module")
def session(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Session:
    place = tmp_path_factory.mktemp("mac")
    _put_browser(place / "bin", place / "opened")
    python = sys.executable
    steps = {name: [python, "-m", "generator", *words] for name, words in BY_THE_CLERK.items()}
    steps["names"] = [python, "-c", SEE_NAMES]
    steps["noted"] = [python, "-c", RENDER_NOTED]
    steps["preview"] = [python, str(HERE / "looker.py")]
    steps["put office"] = [python, "-c", PUT_OFFICE]
    steps["office"] = [python, "-m", "generator", *BY_THE_CLERK["no office"]]
    steps["pdf"] = [python, "-c", SEE_PDF]
    steps["strew"] = [python, "-c", STREW]
    for name, words in AFTER_THE_FINDER.items():
        steps[name] = [python, "-m", "generator", *words]
    said = Mac(place, unpacked).session([Step(words, OFFICE) for words in steps.values()])
    noted, opened = ((place / name).read_text("utf-8") for name in ("noted", "opened"))
    return Session(dict(zip(steps, said, strict=True)), noted, opened)


def _put_browser(folder: Path, opened: Path) -> None:
    """Put an `osascript` there, by which Python opens a browser on a Mac."""
    folder.mkdir()
    command = folder / "osascript"
    command.write_text(f"#!{sys.executable} -S\nimport sys\nopen('/results/{opened.name}', 'w')")
    with command.open("a") as script:
        script.write(".write(sys.stdin.read())\n")
    command.chmod(0o755)


def test_no_program_s_own_fault_shows(session: Session) -> None:
    assert [name for name, told in session.told.items() if "HT-999" in told.err] == []


def test_a_slip_of_the_shift_key_leads_to_the_same_files(session: Session) -> None:
    for name in ("batch of a slip", "render of a slip"):
        assert session.told[name].code == 0, session.told[name].err
    assert "HT-0" not in session.told["render of a slip"].err
    assert REPORT in session.told["render of a slip"].err
    assert f'"data/2022-Q1/{UNIT}.yaml": [' in session.told["check of a slip"].out
    assert session.told["lint of a slip"][:2] == (0, "[]\n")
    assert session.told["names"].out == "['README.md', 'data', 'out', 'templates'] ['2022-Q1']\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("report among the templates", "HT-007"),
        ("reports among the templates", "HT-007"),
        ("figures among the templates", "DL-125"),
    ],
)
def test_nothing_is_written_among_the_templates_by_another_spelling(
    session: Session, name: str, code: str
) -> None:
    assert session.told[name].code == 1
    assert f"LỖI {code}" in session.told[name].err


def test_a_report_is_on_the_drive_before_it_is_said_to_be_written(session: Session) -> None:
    """A Mac's `fsync` leaves it to the drive when to write; a call of its own does not."""
    assert session.told["noted"].code == 0
    assert session.noted == "x"


def test_libreoffice_is_found_among_the_applications(session: Session) -> None:
    assert session.told["no office"].code == 1
    assert "LỖI HT-042" in session.told["no office"].err
    assert session.told["office"].code == 0, session.told["office"].err
    assert session.told["pdf"].out == f"%PDF {UNIT}.pdf %%EOF\n"


def test_a_preview_opens_in_the_browser_follows_what_is_saved_and_ends(session: Session) -> None:
    told = session.told["preview"]

    assert (told.code, told.out) == (0, "(True, True) 0\n"), told.err
    assert 'open location "http://127.0.0.1:' in session.opened


@pytest.mark.parametrize("name", [name for name in AFTER_THE_FINDER if "not there" not in name])
def test_what_the_finder_strews_about_is_nobody_s_data(session: Session, name: str) -> None:
    told = session.told[name]

    assert told.code == 0, told.err
    assert "._" not in told.err + told.out
    assert "__MACOSX" not in told.err + told.out


def test_files_that_are_offered_are_the_clerk_s(session: Session) -> None:
    assert f"Cùng thư mục có: {UNIT}.yaml." in session.told["render what is not there"].err
