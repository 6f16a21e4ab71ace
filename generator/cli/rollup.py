"""`baocao rollup`: the units' data files in, the data file of their parent out."""

from __future__ import annotations

import glob
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.language import language, text
from generator.cli.options import add_format, add_output, add_unit_and_period
from generator.problem import Message, Stopped

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from generator.files import Folder
    from generator.problem import Problem
    from generator.rollup import File, RolledUp

SUMMARY = Message(
    "cộng số liệu các đơn vị thành tệp dữ liệu của cấp trên",
    "add up the units' data into the data file of their parent",
)
HELP = Message(
    """Làm tệp dữ liệu của cơ quan cấp trên từ tệp của các đơn vị trực thuộc (.yaml, .xlsx), kèm
một tệp Excel ghi từng con số lấy từ đơn vị nào, tệp nào, dòng hay ô nào. Tệp có lỗi thì nêu
tên và bỏ ra, các đơn vị khác vẫn cộng. Sau đó xem lại tệp và chạy baocao render.

ví dụ:
  baocao rollup data/2022-Q1/dong-nai-*.* --don-vi dong-nai --ky 2022-Q1
  baocao rollup data/2022-Q1/dong-nai-*.* --don-vi dong-nai --ky 2022-Q1 --nguon tin_bai""",
    """Make the data file of a parent from those of its units (.yaml, .xlsx), and a workbook that
says from which unit, file, line or cell each number comes. A file with errors is named and left
out; the others are added up. Then look over the result and run baocao render.

examples:
  baocao rollup data/2022-Q1/dong-nai-*.* --don-vi dong-nai --ky 2022-Q1
  baocao rollup data/2022-Q1/dong-nai-*.* --don-vi dong-nai --ky 2022-Q1 --nguon tin_bai""",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "data",
        nargs="+",
        metavar=text("TEP", "DATA"),
        help=text(
            "tệp của các đơn vị, dùng được dấu *", "data files of the units; * is understood"
        ),
    )
    add_unit_and_period(parser, text("mã cơ quan cấp trên", "code of the parent"))
    parser.add_argument(
        "--bo-mau",
        default="tinh-tong-hop",
        metavar=text("BO_MAU", "SET"),
        help=text("bộ mẫu của tệp làm ra; mặc định tinh-tong-hop", "template set of the result"),
    )
    add_output(
        parser,
        text("TEP", "FILE"),
        text(
            "tệp .yaml ghi ra; mặc định data/<kỳ>/<mã>.yaml",
            "file to write; default: data/<period>/<code>.yaml",
        ),
    )
    parser.add_argument(
        "--nguon",
        metavar=text("KHAI_NIEM", "CONCEPT"),
        help=text(
            "chỉ in nguồn của một chỉ tiêu (khái niệm, hoặc 3:3.2.1), không ghi tệp",
            "only print where one indicator comes from; write nothing",
        ),
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help=text(
            "thay cả số đã sửa tay; tệp cũ còn ở tệp .bak",
            "replace edited totals; the former file is kept as .bak",
        ),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=text(
            "đơn vị chưa báo cáo, tệp lỗi, ô để trống cũng dừng", "any warning or error stops"
        ),
    )
    add_format(parser)


def command(arguments: Namespace) -> int:
    """Write the parent's data file and the trace; return 1 when a file had to be left out."""
    # -- imported here so that `baocao --help` does not wait for the engine --
    from generator import files, rollup  # noqa: PLC0415

    try:
        paths, skipped = _data_files(arguments.data, arguments.don_vi)
        folder = files.Folder(files.find_root(paths[0].parent))
        sent, unread = _read_all(paths, folder)
        order = rollup.Order(don_vi=arguments.don_vi, ky=arguments.ky, bo_mau=arguments.bo_mau)
        done = rollup.roll_up(sent, order, folder)
        problems = (*unread, *done.problems)
        if arguments.nguon:
            show.line("\n".join(done.explain(arguments.nguon)), sys.stdout)
            return 0
        if arguments.strict and problems:
            show.problems(problems, arguments.format)
            return 1
        written, backup = _write(done, paths, folder, arguments)
    except Stopped as stopped:
        return show.problems(stopped.problems, arguments.format)
    code = show.problems(problems, arguments.format)
    if arguments.format == "text":
        _tell(done, skipped, written)
        if backup:
            name = folder.display(backup)
            show.line(text(f"Tệp cũ còn ở: {name}", f"The former file is kept as: {name}"))
    return code


def _data_files(patterns: Iterable[str], parent: str) -> tuple[list[Path], list[Path]]:
    """Return the data files that `patterns` name, each once, and the files that are none.

    A shell of Windows leaves `*` to the program. Texts and pictures that stand beside the data fit
    most patterns, too; a name that begins with `~$` is a lock of Word or Excel. A workbook of
    another kind (.xls) is what a unit sent: it counts as a file that cannot be read.
    Raises Stopped with DL-123 for every pattern that no data file fits, DL-127 for every folder:
    it mostly holds reports of other parents' units, too.
    """
    from generator import rollup  # noqa: PLC0415
    from generator.batch.place import is_data  # noqa: PLC0415

    found: dict[Path, Path] = {}
    others: dict[Path, None] = {}
    problems = []
    for pattern in patterns:
        if Path(pattern).is_dir():
            problems.append(rollup.faults.a_folder(pattern, parent))
            continue
        is_pattern = glob.has_magic(pattern) and not Path(pattern).exists()
        names = sorted(glob.glob(pattern)) if is_pattern else [pattern]  # noqa: PTH207  # any root
        named = [Path(name) for name in names]
        fitting = [path for path in named if is_data(path)]
        if is_pattern and not fitting:
            problems.append(rollup.faults.no_match(pattern))
        found |= {path.resolve(): path for path in fitting}
        others |= dict.fromkeys(path for path in named if path not in fitting)
    if not found and not problems:
        problems = [rollup.faults.no_match(" ".join(patterns))]
    if problems:
        raise Stopped(problems)
    return list(found.values()), list(others)


def _read_all(paths: Iterable[Path], folder: Folder) -> tuple[list[File], list[Problem]]:
    """Return the files that can be read, and the problems of the others."""
    from generator import files, rollup  # noqa: PLC0415

    read: list[File] = []
    problems: list[Problem] = []
    for path in paths:
        name = folder.display(path)
        try:
            read.append(rollup.File(files.read_bytes(path, name), name))
        except Stopped as stopped:
            problems += stopped.problems
    return read, problems


def _write(
    done: RolledUp, sent: Iterable[Path], folder: Folder, arguments: Namespace
) -> tuple[tuple[Path, Path], Path | None]:
    """Write trace and data file; return both places, and where an edited file is kept.

    Totals that were edited by hand are not touched without `--force`.
    """
    from generator import files, rollup  # noqa: PLC0415

    target = _target(done, folder, arguments.output)
    _check_target(target, sent, folder, force=arguments.force)
    trace = _trace_of(target, folder)
    blob, backup = done.blob, None
    if target.is_file():
        old = files.read_bytes(target)
        blob, lost = rollup.renewed(old, blob)
        if lost and not arguments.force:
            raise Stopped([rollup.faults.given_by_now(folder.display(target), lost)])
        if lost or not rollup.is_as_written(old):
            backup = _free_name(target)
            files.write_atomic(backup, old)
    files.write_atomic(trace, done.trace())
    files.write_atomic(target, blob)
    return (target, trace), backup


def _free_name(target: Path) -> Path:
    """Return `dong-nai.yaml.bak`, with a number where that is taken: nothing is lost twice."""
    names = (f"{target.name}.{f'{n}.' if n > 1 else ''}bak" for n in itertools.count(1))
    return next(path for name in names if not (path := target.with_name(name)).exists())


def _trace_of(target: Path, folder: Folder) -> Path:
    """Return where the trace goes: beside the result, but never among the data, being none."""
    from generator import files  # noqa: PLC0415

    among_data = target.resolve().is_relative_to((folder.root / files.DATA).resolve())
    place = files.output_path(target, folder.root) if among_data else target
    return place.with_suffix(".nguon.xlsx")


def _target(done: RolledUp, folder: Folder, asked: Path | None) -> Path:
    from generator import files  # noqa: PLC0415

    name = f"{done.asked.don_vi.ma}.yaml"
    if asked is None:
        return folder.root / files.DATA / str(done.asked.ky) / name
    return asked / name if asked.is_dir() else asked


def _check_target(target: Path, sent: Iterable[Path], folder: Folder, *, force: bool) -> None:
    """Raise Stopped with DL-125 for a place that is none, DL-120 for what would be lost there."""
    from generator import files, readers, rollup  # noqa: PLC0415

    place = target.resolve()
    among_templates = place.is_relative_to((folder.root / files.TEMPLATES).resolve())
    taken = place in {path.resolve() for path in sent}
    if target.suffix != ".yaml" or taken or among_templates:
        raise Stopped([rollup.faults.not_a_place(folder.display(target))])
    same_report = (target.with_suffix(suffix) for suffix in readers.suffixes())
    lost = [
        path
        for path in same_report
        if path.is_file() and not (path == target and rollup.is_as_written(files.read_bytes(path)))
    ]
    if lost and not force:
        faults = rollup.faults
        raise Stopped(
            [
                (faults.edited if path == target else faults.in_the_way)(folder.display(path))
                for path in lost
            ]
        )


def _tell(done: RolledUp, skipped: Iterable[Path], written: Iterable[Path]) -> None:
    names = ", ".join(path.name for path in skipped)
    if names:
        show.line(text(f"Không phải tệp dữ liệu: {names}", f"No data files: {names}"))
    # -- who is missing was said among the warnings --
    for note in done.notes[1:] if done.coverage.missing else done.notes:
        show.line(note.in_language(language()))
    for path in written:
        show.written(path)
