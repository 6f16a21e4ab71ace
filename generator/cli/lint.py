"""`baocao lint`: all faults of templates at once, nothing rendered."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.arguments import WrongUse
from generator.cli.language import language, text
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from generator.cli.designs import Designs
    from generator.problem import Problem

SUMMARY = Message("tìm mọi lỗi của mẫu Word, đề cương", "find all faults of templates")
HELP = Message(
    """Nêu mọi lỗi của mẫu Word cùng một lúc: thẻ, tên, bộ lọc, vòng lặp, phông chữ, liên kết, chữ
gõ sai kiểu; mỗi lỗi có chỗ (bảng, hàng, ô, đoạn) và cách viết lại. Với tên bộ mẫu thì xem cả đề
cương.

ví dụ:
  baocao lint so
  baocao lint templates/so/bao-cao.docx --annotate
  baocao lint mau-moi.docx --annotate mau-moi-loi.docx
  baocao lint so tinh --format sarif --strict""",
    """Find all faults of Word templates at once: tags, names, filters, loops, fonts, links,
letters; each with its place (table, row, cell, paragraph) and what to write. A set: its outline.

examples:
  baocao lint so
  baocao lint templates/so/bao-cao.docx --annotate
  baocao lint new.docx --annotate new-faults.docx
  baocao lint so tinh --format sarif --strict""",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "templates",
        nargs="+",
        metavar=text("MAU", "TEMPLATE"),
        help=text("tệp .docx, tên hoặc thư mục bộ mẫu", ".docx, name or folder of a template set"),
    )
    parser.add_argument(
        "--annotate",
        nargs="?",
        const=Path(),
        type=Path,
        metavar=text("TEP_WORD", "FILE"),
        help=text(
            "ghi bản sao có chú giải (comment) tại mỗi lỗi; mặc định ở out/lint/",
            "write a copy with a Word comment at each fault; default: out/lint/",
        ),
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "sarif", "github"),
        default="text",
        help=text("cách in: text (mặc định), json, sarif, github", "how faults are printed"),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=text("có cảnh báo cũng coi là không đạt", "warnings fail too"),
    )


def command(arguments: Namespace) -> int:
    """Lint the templates; return 0, or 1 when one has errors (`--strict`: or warnings)."""
    from generator.cli.designs import Designs  # noqa: PLC0415
    from generator.files import find_root  # noqa: PLC0415

    target: Path | None = arguments.annotate
    if target and target != Path() and len(arguments.templates) > 1 and not target.is_dir():
        raise WrongUse(
            text(
                "nhiều mẫu thì sau --annotate phải là một thư mục",
                "with several templates, --annotate takes a folder",
            )
        )
    start = Path(arguments.templates[0]).absolute().parent
    # -- `--annotate` without a place writes to out/ --
    designs = Designs(find_root(start, shipped=target != Path()))
    found: dict[Problem, None] = {}
    copies: list[Path] = []
    for asked in arguments.templates:
        problems = _linted(asked, designs)
        found |= dict.fromkeys(problems)
        if target is not None and problems:
            copies += _annotated(asked, problems, designs, target)
    _print(list(found), arguments.format)
    for path in copies:
        show.written(path)
    fails = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    return int(any(problem.severity in fails for problem in found))


def _linted(asked: str, designs: Designs) -> list[Problem]:
    from generator.files import TEMPLATES, read_bytes  # noqa: PLC0415
    from generator.lint import lint_docx, lint_set  # noqa: PLC0415
    from generator.pipeline import SHARED  # noqa: PLC0415

    bo_mau = designs.set_of(asked)
    path, folder = Path(asked), designs.folder
    name = folder.display(path)
    if bo_mau is not None:
        linted = lint_set(folder, bo_mau, designs.house(bo_mau))
        word_only = path.suffix.lower() == ".docx"
        of_templates = [p for one in (linted[:1] if word_only else linted) for p in one.problems]
        return [*designs.faults_of_sample(bo_mau), *of_templates]
    blob = read_bytes(path, name)
    if path.resolve().parent == (folder.root / TEMPLATES / SHARED).resolve():
        within = _as_piece(name, designs)
        if within is not None:
            return within
    return list(lint_docx(blob, name, designs.house(None)).problems)


def _as_piece(name: str, designs: Designs) -> list[Problem] | None:
    """Return the faults of a shared piece as they are in the sets that include it.

    None if no set does: by itself it does not have the names around it.
    """
    from generator.lint import lint_set  # noqa: PLC0415

    found: dict[Problem, None] = {}
    included = False
    for one in designs.folder.template_set_names:
        bo_mau = designs.workshop.bo_mau(one)
        word = lint_set(designs.folder, bo_mau, designs.house(bo_mau))[0]
        places = [use.where.file for use in word.reading.uses]
        included = included or name in places
        found |= dict.fromkeys(p for p in word.problems if p.where.file == name)
    return list(found) if included else None


def _annotated(asked: str, problems: list[Problem], designs: Designs, target: Path) -> list[Path]:
    """Write the copy with comments; return its path, none for what is no Word file at all."""
    from generator import files  # noqa: PLC0415
    from generator.lint.annotate import annotated  # noqa: PLC0415
    from generator.word.faults import RefusedError  # noqa: PLC0415

    bo_mau = designs.set_of(asked)
    folder = designs.folder
    templates = folder.root / files.TEMPLATES
    path = Path(asked) if bo_mau is None else templates / bo_mau.ten / bo_mau.mau
    name = folder.display(path)
    try:
        blob = annotated(files.read_bytes(path, name), name, problems, language())
    except RefusedError:
        return []
    if target == Path():
        owner = path.resolve().parent.name
        written = folder.root / files.OUT / "lint" / f"{owner}-{path.stem}.docx"
    else:
        written = files.output_path(path, folder.root, target)
    files.write_atomic(written, blob)
    return [written]


def _print(problems: Iterable[Problem], form: str) -> None:
    from generator.lint.reports import github, sarif  # noqa: PLC0415

    found = list(problems)
    if form == "sarif":
        show.data(sarif(found, language()))
    elif form == "github":
        for line in github(found, language()):
            show.line(line, sys.stdout)
    else:
        show.problems(found, form)
        if form == "text" and not found:
            show.line(text("Không thấy lỗi nào.", "No faults found."))
