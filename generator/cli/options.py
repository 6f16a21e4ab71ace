"""Options that several commands have, with one meaning."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.language import text

if TYPE_CHECKING:
    from argparse import ArgumentParser


def add_format(parser: ArgumentParser) -> None:
    """Declare `--format`: `arguments.format` is `text` or `json`."""
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=text("cách in: text (mặc định), json", "how it is printed: text (default), json"),
    )


def add_jobs(parser: ArgumentParser) -> None:
    """Declare `-j`: `arguments.jobs` is a number of processes, None where it was not given."""
    parser.add_argument(
        "-j",
        "--jobs",
        type=_count,
        metavar="N",
        help=text(
            "số tiến trình; mặc định bằng số nhân CPU; 1: làm trong chính tiến trình này",
            "processes; default: one for each core; 1: work in this very process",
        ),
    )


def _count(written: str) -> int:
    if not written.isdecimal() or not int(written):
        raise ArgumentTypeError(text("phải là số từ 1 trở lên", "must be 1 or more"))
    return int(written)


def add_locale(parser: ArgumentParser) -> None:
    """Declare `--locale`: `arguments.locale` names the locale of numbers and dates."""
    parser.add_argument(
        "--locale",
        default="vi",
        metavar=text("NGON_NGU", "LOCALE"),
        help=text("cách viết số và ngày: vi (mặc định), en, fr, km…", "vi (default), en, fr, km…"),
    )


def add_output(parser: ArgumentParser, metavar: str, meaning: str) -> None:
    """Declare `-o`: `arguments.output` is a path, None where it was not given."""
    parser.add_argument("-o", "--output", type=Path, metavar=metavar, help=meaning)


def add_unit_and_period(parser: ArgumentParser, unit: str) -> None:
    """Declare `--don-vi`, whose meaning is `unit`, and `--ky`, both of which have to be given."""
    parser.add_argument("--don-vi", required=True, metavar=text("MA", "CODE"), help=unit)
    parser.add_argument(
        "--ky",
        required=True,
        metavar=text("KY", "PERIOD"),
        help=text(
            "kỳ báo cáo: 2022-03, 2022-Q1, 2022-6T, 2022-H2, 2022-9T, 2022",
            "period: 2022-03, 2022-Q1, 2022-6T, 2022-H2, 2022-9T, 2022",
        ),
    )
