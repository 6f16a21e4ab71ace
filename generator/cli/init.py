"""`baocao init`: a folder to work in, with templates, the register and a sample unit's data."""

from __future__ import annotations

from errno import ENOTDIR
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.language import text
from generator.problem import Message, Problem, Severity, Stopped, Where

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Message("tạo thư mục làm việc, có mẫu và số liệu mẫu", "make a folder to work in")
HELP = Message(
    """Tạo templates/ (các bộ mẫu), data/ (danh mục đơn vị, số liệu mẫu) và README.md trong một
thư mục. Tệp đã có thì giữ nguyên.

ví dụ:
  baocao init
  baocao init bao-cao-cchc""",
    """Lay down templates/ (the template sets), data/ (register of units, sample data) and README.md
in a folder. Files that are there already are kept.

examples:
  baocao init
  baocao init reports""",
)

_SAMPLE = Path("data", "2022-Q1", "so-noi-vu-dong-nai.yaml")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=Path(),
        metavar=text("THU_MUC", "FOLDER"),
        help=text("thư mục; mặc định: thư mục đang đứng", "the folder; default: this one"),
    )


def command(arguments: Namespace) -> int:
    """Write what is not there yet; return 0, or 1 when something could not be written."""
    # -- imported here so that `baocao --help` does not wait for it --
    from generator import files  # noqa: PLC0415
    from generator.files import faults  # noqa: PLC0415

    folder: Path = arguments.folder
    written, kept = 0, []
    if folder.is_file():
        error = NotADirectoryError(ENOTDIR, strerror(ENOTDIR))
        return show.problems([faults.not_written(folder, error)])
    try:
        for path, blob in files.starter_files().items():
            if not (folder / path).exists():
                files.write_atomic(folder / path, blob)
                written += 1
            elif files.read_bytes(folder / path) != blob:
                kept.append(_kept(folder / path))
    except Stopped as stopped:
        return show.problems(stopped.problems)
    show.problems(kept)
    show.line(text(f"Đã ghi {written} tệp vào: ", f"{written} files written to: ") + str(folder))
    show.line(text("Thử làm báo cáo mẫu:", "Try the sample report:"))
    if folder.resolve() != Path.cwd():
        show.line(f'  cd "{folder}"' if " " in str(folder) else f"  cd {folder}")
    show.line(f"  baocao render {_SAMPLE}")
    return 0


def _kept(path: Path) -> Problem:
    """Return HT-061: a file of the user's under a name of ours."""
    return Problem(
        code="HT-061",
        severity=Severity.WARNING,
        message=Message(
            "Tệp đã có và khác tệp kèm chương trình, giữ nguyên.",
            "The file is there and differs from the one that comes with the program; kept.",
        ),
        where=Where(file=str(path)),
        hint=Message(
            "Muốn lấy lại tệp gốc thì đổi tên tệp này rồi chạy lại `baocao init`.",
            "To get the original, rename this one and run `baocao init` again.",
        ),
    )
