"""`baocao diff`: what changed between two Word documents."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.language import language, text
from generator.cli.options import add_format
from generator.problem import Message, Stopped

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from generator.problem import Where
    from generator.so_sanh import Change, Piece

SUMMARY = Message(
    "so hai báo cáo hoặc hai mẫu Word, nêu chữ khác nhau",
    "tell what changed between two reports or templates",
)
HELP = Message(
    """So chữ của hai tệp Word theo từng đoạn, từng ô của bảng (hàng được ghép theo tên hàng).
Phần bỏ đi in trong [- -], phần thêm vào in trong {+ +}. Định dạng và hình không so.
Mã thoát: 0 chữ giống nhau, 1 có khác, 2 không đọc được tệp.

ví dụ:
  baocao diff out/2022-Q1/so-noi-vu-dong-nai.docx ban-da-sua.docx
  baocao diff so tinh --format json""",
    """Compare the words of two Word files by paragraph and cell (rows are matched by their label).
What was removed stands in [- -], what was added in {+ +}. Format and pictures are not compared.
Exit code: 0 same words, 1 different, 2 a file cannot be read.

examples:
  baocao diff out/2022-Q1/so-noi-vu-dong-nai.docx edited.docx
  baocao diff so tinh --format json""",
)

_TROUBLE = 2
_AROUND = 40  # characters shown on either side of a change
_KINDS = {
    "added": Message("thêm", "added"),
    "removed": Message("bỏ", "removed"),
    "changed": Message("sửa", "changed"),
}
_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
_STYLES = {"same": "", "removed": "red", "added": "green"}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "old",
        type=Path,
        metavar="A.docx",
        help=text("tệp Word trước, hoặc tên bộ mẫu", "the older Word file, or a template set"),
    )
    parser.add_argument(
        "new",
        type=Path,
        metavar="B.docx",
        help=text("tệp Word sau, hoặc tên bộ mẫu", "the newer Word file, or a template set"),
    )
    add_format(parser)


def command(arguments: Namespace) -> int:
    """Print what changed; return 0 for the same words, 1 for others, 2 for no Word file."""
    # -- imported here so that other commands do not wait for it --
    from generator.files import read_bytes  # noqa: PLC0415
    from generator.so_sanh import compare  # noqa: PLC0415

    try:
        paths = _word_file(arguments.old), _word_file(arguments.new)
        old, new = (read_bytes(path) for path in paths)
        changes = compare(old, str(paths[0]), new, str(paths[1]))
    except Stopped as stopped:
        show.problems(stopped.problems, arguments.format)
        return _TROUBLE
    if arguments.format == "json":
        told = [_as_json(change) for change in changes]
        show.data(told)
    else:
        _print([piece for change in changes for piece in _told(change)])
        show.line(_summary(changes, same_file=old == new))
    return 1 if changes else 0


def _word_file(path: Path) -> Path:
    """Return the Word template of what is called like a template set, else `path`."""
    if path.suffix or path.is_file():
        return path
    from generator.cli.designs import Designs  # noqa: PLC0415
    from generator.files import TEMPLATES, find_root  # noqa: PLC0415

    designs = Designs(find_root(Path.cwd(), shipped=True))
    bo_mau = designs.set_of(str(path))
    if bo_mau is None:
        return path
    return show.from_here(designs.folder.root / TEMPLATES / bo_mau.ten / bo_mau.mau)


def _summary(changes: Sequence[Change], *, same_file: bool) -> str:
    if changes:
        return text(f"{len(changes)} chỗ khác nhau", f"{len(changes)} differences")
    if same_file:
        return text("hai tệp giống hệt nhau", "the files are identical")
    return text(
        "chữ giống hệt nhau; hai tệp chỉ khác ở phần không so (định dạng, hình, thông tin tệp)",
        "the words are the same; the files differ in what is not compared (format, pictures)",
    )


def _told(change: Change) -> Iterator[tuple[str, str]]:
    """Yield what is printed of a change, each stretch with its colour."""
    yield f"{_title(change)}\n    ", "bold"
    last = len(change.pieces) - 1
    for number, piece in enumerate(change.pieces):
        begin, end = _MARKS[piece.kind]
        shown = _shortened(piece, number == 0, number == last) if change.before else piece.text
        yield begin + shown.replace("\n", "\n    ") + end, _STYLES[piece.kind]
    yield "\n", ""


def _title(change: Change) -> str:
    """Return what happened and where, as other messages name places."""
    lang = language()
    title = f"{text(*_KINDS[change.kind])}: {change.where.describe(lang)}"
    if change.label:
        title += f" ({_start(change.label)})"
    if change.kind == "removed":
        title += text(" của tệp trước", " of the older file")
    elif change.before and change.before != change.where:
        earlier = change.before.describe(lang)
        title += text(f", tệp trước: {earlier}", f", older file: {earlier}")
    return title


def _shortened(piece: Piece, first: bool, last: bool) -> str:
    """Return a piece; of unchanged text only what stands near a change."""
    words = piece.text
    if piece.kind != "same" or len(words) <= 2 * _AROUND:
        return words
    end = "" if last else " " + words[-_AROUND:].partition(" ")[2]
    begin = "" if first else words[:_AROUND].rpartition(" ")[0] + " "
    return f"{begin}…{end}"


def _start(label: str) -> str:
    flat = " ".join(label.split())
    return flat if len(flat) <= _AROUND else flat[:_AROUND].rstrip() + "…"


def _print(stretches: list[tuple[str, str]]) -> None:
    """Print to standard output, in colours on a terminal."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        sys.stdout.write("".join(words for words, _ in stretches))
        return
    from rich.console import Console  # noqa: PLC0415  # slow to import, needed for colours only
    from rich.text import Text  # noqa: PLC0415

    Console(highlight=False, soft_wrap=True).print(Text.assemble(*stretches), end="")


def _as_json(change: Change) -> dict[str, object]:
    return {
        "kind": str(change.kind),
        "where": _place(change.where),
        "before": _place(change.before) if change.before else None,
        "label": change.label,
        "old": change.old,
        "new": change.new,
        "pieces": [[str(piece.kind), piece.text] for piece in change.pieces],
    }


def _place(where: Where) -> dict[str, object]:
    names = ("paragraph", "table", "table_row", "table_cell")
    values = {name: getattr(where, name) for name in names}
    given = {name: value for name, value in values.items() if value is not None}
    return {"text": where.describe(language()), **given}
