"""`baocao new-template`: a template set to begin with, copied from another or from the frame."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.language import text
from generator.problem import Message, Problem, Stopped, Where

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from generator.files import Folder

SUMMARY = Message("tạo bộ mẫu mới từ một bộ mẫu đã có", "make a template set from another one")
HELP = Message(
    """Tạo bộ mẫu mới (tệp Word, đề cương, bo-mau.yaml, số liệu ví dụ) trong templates/, chép từ
một bộ mẫu đã có hoặc từ khung trơn đúng thể thức. Không cần lập trình: templates/README.md.

ví dụ:
  baocao new-template bao-cao-thi-dua --trong
  baocao new-template so-2023 --nhu so""",
    """Make a template set in templates/ (Word file, outline, bo-mau.yaml, sample data), copied from
another set or from the bare frame, which keeps every layout rule. See templates/README.md.

examples:
  baocao new-template awards --trong
  baocao new-template so-2023 --nhu so""",
)
_FRAME = "khung"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "ten",
        metavar=text("BO_MAU", "NAME"),
        help=text("tên bộ mẫu mới: chữ thường không dấu, gạch nối", "name of the new set"),
    )
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument(
        "--nhu",
        metavar=text("BO_MAU", "SET"),
        help=text("chép bộ mẫu này trong templates/", "copy this set of templates/"),
    )
    start.add_argument(
        "--trong",
        dest="nhu",
        action="store_const",
        const=_FRAME,
        help=text("chép khung trơn, đúng thể thức", "copy the bare frame"),
    )


def command(arguments: Namespace) -> int:
    """Write the new set; return 0, or 1 when a problem stopped it."""
    # -- imported here so that `baocao --help` does not wait for it --
    from generator.files import TEMPLATES, Folder, find_root, write_atomic  # noqa: PLC0415
    from generator.files.new_set import require_name  # noqa: PLC0415

    name: str = arguments.ten
    try:
        require_name(name)
        folder = Folder(find_root(Path.cwd()))
        target = folder.root / TEMPLATES / name
        _require(folder, name, arguments.nhu)
        copied = _copied(folder, arguments.nhu, name)
        for file, blob in copied.items():
            write_atomic(target / file, blob)
    except Stopped as stopped:
        return show.problems(stopped.problems)
    for file in copied:
        show.written(target / file)
    _tell(name, copied)
    return 0


def _require(folder: Folder, name: str, like: str) -> None:
    """Raise Stopped: HT-063 for a name that is taken, HT-051 for an unknown set to copy."""
    from generator.bo_mau import no_such_set  # noqa: PLC0415
    from generator.files import TEMPLATES  # noqa: PLC0415

    problems = []
    target = folder.root / TEMPLATES / name
    if target.exists():
        message = Message(
            "Đã có tên này, không ghi đè.", "That name is taken; nothing overwritten."
        )
        hint = Message("Chọn tên khác.", "Choose another name.")
        where = Where(file=folder.display(target))
        problems.append(Problem(code="HT-063", message=message, where=where, hint=hint))
    sets = folder.template_set_names
    if like not in sets:
        problems.append(no_such_set(like, sets, Where(path="--nhu")))
    if problems:
        raise Stopped(problems)


def _copied(folder: Folder, like: str, name: str) -> Mapping[str, bytes]:
    """Return the files of the new set in the order in which they are written."""
    from generator.files import BO_MAU, SAMPLE  # noqa: PLC0415
    from generator.files.new_set import renamed  # noqa: PLC0415
    from generator.files.template_sets import sample_of, set_files  # noqa: PLC0415

    keys = {SAMPLE: "bo_mau", BO_MAU: "ten"}
    files = {**sample_of(folder, like), **set_files(folder, like)}
    for file, key in keys.items():
        if file in files:
            files[file] = renamed(files[file], f"{name}/{file}", key, (like, name))
    return files


def _tell(name: str, copied: Mapping[str, bytes]) -> None:
    """Say what comes next, first of all the command that makes a report."""
    from generator.files import BO_MAU, OUT, SAMPLE, TEMPLATES  # noqa: PLC0415

    place = Path(TEMPLATES, name)
    new = f"baocao new --bo-mau {name} --don-vi {text('MA', 'CODE')} --ky {text('KY', 'PERIOD')}"
    first = f"baocao render {place / SAMPLE} -o {Path(OUT, name).with_suffix('.docx')}"
    sample = first if SAMPLE in copied else new
    word = next((file for file in copied if file.endswith(".docx")), "")
    show.line(
        text(
            f"""Việc tiếp theo:
  1. Báo cáo đầu tiên:   {sample}
  2. Sửa bằng Word:      {place / word}; đặt tên gọi ở {place / BO_MAU} (ten_day_du)
  3. Xem, kiểm tra:      baocao preview {name}, baocao lint {name}
  4. Khi có số liệu:     {new}
Cách viết chỗ điền: {Path(TEMPLATES, "README.md")}""",
            f"""What comes next:
  1. A first report:     {sample}
  2. Edit with Word:     {place / word}; name it in {place / BO_MAU} (ten_day_du)
  3. Look and check:     baocao preview {name}, baocao lint {name}
  4. With real figures:  {new}
How placeholders are written: {Path(TEMPLATES, "README.md")}""",
        )
    )
