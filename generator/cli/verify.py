"""`baocao verify`: are the documents exactly what data and templates give now?"""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.batch import choose_crew
from generator.cli.language import text
from generator.cli.options import add_format, add_jobs
from generator.problem import Message

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from generator.batch.verify import Finding

SUMMARY = Message(
    "kiểm tra văn bản có đúng là kết quả của số liệu và mẫu hiện nay",
    "check that documents are exactly what data and templates give",
)
HELP = Message(
    """Làm lại từng báo cáo (không ghi ra đĩa) rồi so với tệp đã có: đúng nguyên vẹn, bị sửa tay,
số liệu đã đổi, mẫu đã đổi, hay không còn tệp.

ví dụ:
  baocao verify
  baocao verify out/2022-Q1""",
    """Make every report again (nothing is written) and compare it with the file: exactly the same,
edited by hand, data changed since, template changed since, or missing.

examples:
  baocao verify
  baocao verify out/2022-Q1""",
)

WORDS = {
    "exact": Message("đúng nguyên vẹn", "exact"),
    "missing": Message("không còn tệp", "missing"),
    "unreadable": Message("không đọc được tệp", "the file cannot be read"),
    "failed": Message("số liệu hoặc mẫu hiện có lỗi", "data or template have errors now"),
    "edited": Message("bị sửa sau khi làm ra", "edited after it was made"),
    "data changed": Message("số liệu hoặc lời văn đã đổi", "data or text changed since"),
    "template changed": Message("mẫu hoặc danh mục đã đổi", "template or register changed since"),
    "program changed": Message("phiên bản chương trình đã đổi", "the program changed since"),
    "outdated": Message(
        "số liệu, lời văn, mẫu hoặc chương trình đã đổi, hoặc tệp viết theo ngôn ngữ khác "
        "(--locale)",
        "data, text, template or program changed, or it was written in another locale (--locale)",
    ),
    "unknown": Message("không có tệp dữ liệu để so", "there are no data to hold it against"),
    "pdf changed": Message("PDF không khớp với tệp Word", "the PDF is not of this document"),
}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "output",
        nargs="?",
        type=Path,
        metavar=text("THU_MUC", "FOLDER"),
        help=text("thư mục kết quả; mặc định: mọi kết quả ở out/", "default: everything in out/"),
    )
    parser.add_argument(
        "--locale",
        default="vi",
        metavar=text("NGON_NGU", "LOCALE"),
        help=text(
            "ngôn ngữ của tệp do `baocao render` làm; mặc định vi. Của `batch` thì đã có ghi",
            "locale of what `baocao render` made, default vi; that of a batch is on record",
        ),
    )
    add_jobs(parser)
    add_format(parser)


def command(arguments: Namespace) -> int:
    """Print a verdict on each document; return 0 if all are exact, else 1."""
    # -- imported here so that other commands do not wait for it --
    from generator.batch.verify import Verdict, results_in, verify  # noqa: PLC0415
    from generator.files import OUT, find_root  # noqa: PLC0415

    gc.enable()  # unlike a single report, many have to give memory back
    here = Path.cwd()
    asked: Path = arguments.output or find_root(here) / OUT
    root = find_root(asked)  # for results outside of any project it is where one works
    choose = partial(choose_crew, jobs=arguments.jobs)
    found: list[tuple[Path, Finding]] = []
    for folder in results_in(asked):
        for finding in verify(folder, root, choose, arguments.locale):
            found.append((folder, finding))
            if arguments.format == "text":
                _print(folder, finding)
    wrong = sum(finding.verdict is not Verdict.EXACT for _, finding in found)
    if arguments.format == "json":
        told = [_as_json(folder, finding) for folder, finding in found]
        show.data(told)
    else:
        exact = len(found) - wrong
        show.line(
            text(f"{exact} tệp đúng nguyên vẹn, {wrong} tệp khác", f"{exact} exact, {wrong} not")
        )
    return 1 if wrong else 0


def _print(folder: Path, finding: Finding) -> None:
    show.line(f"{folder / finding.document}: {text(*WORDS[finding.verdict])}")
    for name in finding.files:
        show.line(f"    {name}")
    for problem in show.errors_first(finding.problems):
        show.line(show.as_text(problem))


def _as_json(folder: Path, finding: Finding) -> dict[str, object]:
    return {
        "document": str(folder / finding.document),
        "verdict": str(finding.verdict),
        "files": list(finding.files),
        "problems": [problem.code for problem in finding.problems],
    }
