"""`baocao render`: one data file in, one finished Word report out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.cli import show
from generator.cli.language import text
from generator.cli.options import add_format, add_locale, add_output
from generator.problem import Message, Problem, Severity, Stopped, Where

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from generator.files import Folder
    from generator.pipeline import Made
    from generator.report import Report

SUMMARY = Message("làm báo cáo Word từ một tệp dữ liệu", "make the Word report of a data file")
HELP = Message(
    """Làm báo cáo Word từ một tệp dữ liệu, hoặc nêu mọi lỗi của tệp và không ghi gì.

ví dụ:
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml -o bao-cao.docx
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml --xlsx
  baocao render du-lieu.yaml --strict --format json""",
    """Make the Word report of one data file, or print every problem and write nothing.

examples:
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml -o report.docx
  baocao render data/2022-Q1/so-noi-vu-dong-nai.yaml --xlsx
  baocao render data.yaml --strict --format json""",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "data",
        type=Path,
        metavar=text("TEP_DU_LIEU", "DATA"),
        help=text(
            "tệp dữ liệu của một kỳ (.yaml, .xlsx)", "data file of one period (.yaml, .xlsx)"
        ),
    )
    add_output(
        parser,
        text("TEP_WORD", "FILE"),
        text(
            "tệp Word ghi ra, hoặc thư mục; mặc định ở out/, theo thư mục con của data/",
            "Word file to write, or a folder; default: out/, mirroring data/",
        ),
    )
    parser.add_argument(
        "--xlsx",
        action="store_true",
        help=text(
            "ghi thêm các biểu mẫu thành tệp Excel cạnh tệp Word",
            "write the forms as a workbook beside the Word file, too",
        ),
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help=text("ghi đè tệp Word đã sửa tay", "overwrite a Word file that was edited"),
    )
    add_locale(parser)
    parser.add_argument(
        "--strict", action="store_true", help=text("có cảnh báo cũng dừng", "warnings stop too")
    )
    add_format(parser)


def command(arguments: Namespace) -> int:
    """Render the data file; return 0, or 1 when a problem stopped the report."""
    # -- imported here so that `baocao --help` does not wait for the engine --
    from generator import files, pipeline  # noqa: PLC0415

    data: Path = arguments.data
    try:
        folder = files.Folder(files.find_root(data.parent))
        name = folder.display(data)
        target = files.output_path(data, folder.root, arguments.output)
        source = pipeline.Source(
            blob=files.read_bytes(data, name),
            name=name,
            narrative=folder.narrative_beside(data),
            beside=folder.reader_beside(data),
            document=folder.display(target),
        )
        made = pipeline.make_report(source, folder, locale=arguments.locale)
        misnamed = files.misnamed_texts(data, folder)
        warnings = (*_place(data, folder, made.report), *misnamed, *made.warnings)
        if arguments.strict and warnings:
            show.problems(warnings, arguments.format)
            return 1
        written = {target: made.blob}
        if arguments.xlsx:
            written[_forms_path(target, data)] = _forms(made, name, arguments.locale)
        if not arguments.force:
            files.keep_edited(target)
        for path, blob in written.items():
            files.write_atomic(path, blob)
    except Stopped as stopped:
        return show.problems(stopped.problems, arguments.format)
    code = show.problems(warnings, arguments.format)
    if arguments.format == "text":
        for path in written:
            show.written(path)
    return code


def _place(data: Path, folder: Folder, report: Report) -> tuple[Problem, ...]:
    """Return, as warnings, why a batch would not take this file of the project's own data."""
    from generator.batch.place import is_in_place, why_refused  # noqa: PLC0415  # see `command`

    if not is_in_place(data, folder):
        return ()
    wrong = why_refused(data, folder, report)
    return tuple(replace(problem, severity=Severity.WARNING) for problem in wrong)


def _forms_path(target: Path, data: Path) -> Path:
    """Return where the forms go; HT-023 where that is the data file itself."""
    forms = target.with_suffix(".xlsx")
    if forms.resolve() == data.resolve():
        message = Message(
            "Biểu mẫu sẽ ghi đè chính tệp dữ liệu.",
            "The forms would overwrite the data file itself.",
        )
        hint = Message("Chọn nơi khác sau -o.", "Choose another place after -o.")
        where = Where(file=str(forms))
        raise Stopped([Problem(code="HT-023", message=message, where=where, hint=hint)])
    return forms


def _forms(made: Made, name: str, locale: str) -> bytes:
    """Return the workbook of the forms; HT-022 for a report without any."""
    if not made.forms:
        message = Message(
            "Báo cáo này không có biểu mẫu nên không có gì để ghi ra Excel.",
            "This report has no forms to write as a workbook.",
        )
        hint = Message("Bỏ tùy chọn --xlsx.", "Leave out --xlsx.")
        where = Where(file=name)
        raise Stopped([Problem(code="HT-022", message=message, where=where, hint=hint)])
    from generator.excel import report_forms  # noqa: PLC0415  # openpyxl is slow to import
    from generator.formats import formatter  # noqa: PLC0415

    return report_forms(made.report, made.forms, formatter(locale))
