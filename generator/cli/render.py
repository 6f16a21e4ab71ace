"""`baocao render`: one data file in, one finished Word report out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.language import text
from generator.problem import Message, Stopped

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Message("làm báo cáo Word từ một tệp dữ liệu", "make the Word report of a data file")
HELP = Message(
    """Làm báo cáo Word từ một tệp dữ liệu, hoặc nêu mọi lỗi của tệp và không ghi gì.

ví dụ:
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml -o bao-cao.docx
  baocao render du-lieu.yaml --strict --format json""",
    """Make the Word report of one data file, or print every problem and write nothing.

examples:
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml -o report.docx
  baocao render data.yaml --strict --format json""",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "data",
        type=Path,
        metavar=text("TEP_DU_LIEU", "DATA"),
        help=text("tệp dữ liệu của một kỳ (.yaml)", "data file of one period (.yaml)"),
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=text("TEP_WORD", "FILE"),
        help=text(
            "tệp Word ghi ra, hoặc thư mục; mặc định ở out/, theo thư mục con của data/",
            "Word file to write, or a folder; default: out/, mirroring data/",
        ),
    )
    parser.add_argument(
        "--locale",
        default="vi",
        metavar=text("NGON_NGU", "LOCALE"),
        help=text("cách viết số và ngày: vi (mặc định), en, fr, km…", "vi (default), en, fr, km…"),
    )
    parser.add_argument(
        "--strict", action="store_true", help=text("có cảnh báo cũng dừng", "warnings stop too")
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=text("cách in lỗi: text (mặc định), json", "how problems are printed"),
    )


def command(arguments: Namespace) -> int:
    """Render the data file; return 0, or 1 when a problem stopped the report."""
    # -- imported here so that `baocao --help` does not wait for the engine --
    from generator import files, pipeline  # noqa: PLC0415

    data: Path = arguments.data
    try:
        folder = files.Folder(files.find_root(data.parent))
        name = folder.display(data)
        source = pipeline.Source(
            blob=files.read_bytes(data, name),
            name=name,
            narrative=folder.narrative_beside(data),
            beside=folder.reader_beside(data),
        )
        made = pipeline.make_report(source, folder, locale=arguments.locale)
        if arguments.strict and made.warnings:
            show.problems(made.warnings, arguments.format)
            return 1
        target = files.output_path(data, folder.root, arguments.output)
        files.write_atomic(target, made.blob)
    except Stopped as stopped:
        return show.problems(stopped.problems, arguments.format)
    code = show.problems(made.warnings, arguments.format)
    if arguments.format == "text":
        show.line(f"{text('Đã ghi', 'Written')}: {_from_here(target)}")
    return code


def _from_here(path: Path) -> str:
    """Return `path` as one can open it from where the command was run."""
    full, here = path.resolve(), Path.cwd()
    return str(full.relative_to(here) if full.is_relative_to(here) else full)
