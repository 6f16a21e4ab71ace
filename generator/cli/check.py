"""`baocao check`: data files, or finished Word files, held against rules; nothing is written."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import layout, show
from generator.cli.language import text
from generator.cli.options import add_format, add_jobs
from generator.problem import Message, Severity, Stopped

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from generator.problem import Problem

SUMMARY = Message(
    "kiểm tra số liệu, hoặc thể thức tệp Word; không ghi gì",
    "check data files, or the layout of Word files; write nothing",
)
HELP = Message(
    """Kiểm tra tệp dữ liệu, hoặc mọi tệp dữ liệu trong thư mục: cách ghi, tỷ lệ, tổng số, biểu
mẫu với lời văn, kỳ này với kỳ trước. Với --the-thuc: kiểm tra thể thức của tệp Word bất kỳ
theo Nghị định 30/2020/NĐ-CP. Không ghi tệp nào.

ví dụ:
  baocao check data/2022-Q1/so-noi-vu-dong-nai.yaml
  baocao check data/2022-Q1 --so-lieu --strict
  baocao check data/2022-Q1 --format json
  baocao check --the-thuc bao-cao.docx""",
    """Check data files, or all data files of a folder: how they are written, ratios, totals, forms
against the text, this period against earlier ones. With --the-thuc: the layout of any Word file,
by Nghị định 30/2020/NĐ-CP. Nothing is written.

examples:
  baocao check data/2022-Q1/so-noi-vu-dong-nai.yaml
  baocao check data/2022-Q1 --so-lieu --strict
  baocao check data/2022-Q1 --format json
  baocao check --the-thuc report.docx""",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "data",
        nargs="+",
        type=Path,
        metavar=text("DU_LIEU", "DATA"),
        help=text(
            "tệp dữ liệu (với --the-thuc: tệp Word), hoặc thư mục có các tệp ấy",
            "data files (with --the-thuc: Word files), or folders of them",
        ),
    )
    parser.add_argument(
        "--the-thuc",
        action="store_true",
        help=text(
            "kiểm tra thể thức (Nghị định 30/2020) của tệp .docx bất kỳ",
            "check the layout of any .docx (Nghị định 30/2020)",
        ),
    )
    parser.add_argument(
        "--so-lieu",
        action="store_true",
        help=text(
            "chỉ kiểm tra dữ liệu và con số, không xét lời văn (nhanh hơn nhiều)",
            "only data and figures, not the words (much faster)",
        ),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=text("có cảnh báo cũng coi là không đạt", "warnings fail too"),
    )
    add_jobs(parser)
    add_format(parser)


def command(arguments: Namespace) -> int:
    """Check the files; return 0, or 1 when a file has errors (`--strict`: or warnings)."""
    gc.enable()  # unlike a single report, a folder of files has to give memory back
    found: dict[str, Sequence[Problem]] = {}
    accepted = 0
    results = layout.checked(arguments.data) if arguments.the_thuc else _data(arguments)
    for name, problems, count in results:
        found[name] = problems
        accepted += count
        if arguments.format == "text" and found[name]:
            for problem in show.errors_first(found[name]):
                show.line(show.as_text(problem))
    if arguments.format == "json":
        by_file = {name: [show.as_json(p) for p in problems] for name, problems in found.items()}
        show.data(by_file)
    else:
        _summarise(found, accepted)
    fails = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    return int(any(p.severity in fails for problems in found.values() for p in problems))


def _data(arguments: Namespace) -> Iterator[tuple[str, Sequence[Problem], int]]:
    """Yield each data file with what is wrong with it, and how many warnings were accepted."""
    from generator.cli.looking import Looking, listed  # noqa: PLC0415  # `--the-thuc` has no need

    looking = Looking(listed(_files(arguments.data)), words=not arguments.so_lieu)
    return looking.results(arguments.jobs)


def _files(asked: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Give the data files that were asked for, with whether it was by their folder.

    Of a folder all are given, those of the register left out. Raises Stopped (HT-030) for a folder
    without data files.
    """
    from generator.batch.place import is_data  # noqa: PLC0415

    for path in asked:
        if not path.is_dir():
            yield path, False
            continue
        inside = sorted(
            file
            for file in path.rglob("*")
            if is_data(file) and not _is_aside(file.relative_to(path)) and file.is_file()
        )
        if not inside:
            from generator.batch import loi  # noqa: PLC0415

            raise Stopped([loi.no_data(str(path))])
        yield from ((file, True) for file in inside)


def _is_aside(file: Path) -> bool:
    """Tell whether a file below a folder is of the register, hidden, or Excel's own lock."""
    from generator.files import REGISTER, is_aside  # noqa: PLC0415

    return REGISTER in file.parts or any(is_aside(part) for part in file.parts)


def _summarise(found: dict[str, Sequence[Problem]], accepted: int) -> None:
    severities = [p.severity for problems in found.values() for p in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    show.line(
        text(
            f"{len(found)} tệp: {errors} lỗi, {warnings} cảnh báo, {accepted} đã chấp nhận",
            f"{len(found)} files: {errors} errors, {warnings} warnings, {accepted} accepted",
        )
    )
