"""`baocao new`: a data file ready to be filled in, as YAML or as a workbook."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.language import text
from generator.cli.options import add_output, add_unit_and_period
from generator.problem import Message, Problem, Stopped, Where

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from generator.files import Folder
    from generator.new import Asked, Last, Start
    from generator.pipeline import Workshop
    from generator.report import Report

SUMMARY = Message("tạo tệp dữ liệu cho một kỳ mới", "make the data file of a new period")
HELP = Message(
    """Tạo tệp dữ liệu của một đơn vị, một kỳ, sẵn để điền: mọi chỉ tiêu của biểu mẫu đang có
hiệu lực, nơi nhận theo danh mục, người ký và số liệu ít thay đổi theo báo cáo kỳ trước.

ví dụ:
  baocao new --don-vi so-noi-vu-dong-nai --ky 2022-Q2
  baocao new --don-vi so-noi-vu-dong-nai --ky 2022-Q2 --xlsx
  baocao new --don-vi ben-tre --ky 2022-Q4 --bo-mau tinh -o quy-4.xlsx""",
    """Make a data file of one unit and period, ready to be filled in: every indicator of the
forms in force, receivers of the register, signer and what rarely changes from the last report.

examples:
  baocao new --don-vi so-noi-vu-dong-nai --ky 2022-Q2
  baocao new --don-vi so-noi-vu-dong-nai --ky 2022-Q2 --xlsx
  baocao new --don-vi ben-tre --ky 2022-Q4 --bo-mau tinh -o q4.xlsx""",
)

_SUFFIXES = (".yaml", ".xlsx")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_unit_and_period(
        parser, text("mã đơn vị trong data/danh-muc", "code of the unit in data/danh-muc")
    )
    parser.add_argument(
        "--bo-mau",
        default="",
        metavar=text("BO_MAU", "SET"),
        help=text(
            "bộ mẫu trong templates/; mặc định: bộ mẫu kỳ trước, hoặc bộ mẫu của cấp đơn vị",
            "template set; default: that of the last report, or the one of the unit's level",
        ),
    )
    parser.add_argument(
        "--xlsx", action="store_true", help=text("tạo tệp Excel thay cho YAML", "make a workbook")
    )
    add_output(
        parser,
        text("TEP", "FILE"),
        text(
            "tệp ghi ra (.yaml, .xlsx); mặc định data/<kỳ>/<đơn vị>",
            "file to write (.yaml, .xlsx); default: data/<period>/<unit>",
        ),
    )
    parser.add_argument(
        "--loi-van",
        action="store_true",
        help=text("chép cả lời văn (.md) của kỳ trước", "copy the text (.md) of last time, too"),
    )
    parser.add_argument(
        "--force", action="store_true", help=text("ghi đè tệp đã có", "overwrite existing files")
    )


def command(arguments: Namespace) -> int:
    """Write the new data file; return 0, or 1 when a problem stopped it."""
    # -- imported here so that `baocao --help` does not wait for the engine --
    from generator import files, new, pipeline  # noqa: PLC0415

    try:
        folder = files.Folder(files.find_root(Path.cwd()))
        workshop = pipeline.Workshop(folder)
        last = _last(arguments, folder, workshop)
        named = arguments.bo_mau or (last.report.bo_mau if last.report else "")
        asked = new.resolve(arguments.don_vi, arguments.ky, named, workshop.shelf())
        start = new.begin(asked, last.report, _sample(asked, folder, workshop))
        target = _target(arguments, folder, start)
        text_of_last = folder.narrative_beside(folder.root / last.name) if last.name else None
        start = _with_places(start, folder, target, last.report, text_of_last)
        copied = {target.with_suffix(".md"): text_of_last[0]} if text_of_last else {}
        texts = copied if arguments.loi_van else {}
        if texts and not arguments.force and _is_there(target):
            written = texts  # the data were made before; only their text was left out
        else:
            written = {target: _blob(start, target), **texts}
        _must_not_exist(written, folder, force=arguments.force)
        for path, blob in written.items():
            files.write_atomic(path, blob)
    except Stopped as stopped:
        return show.problems(stopped.problems)
    show.problems(last.warnings)
    for path in written:
        show.written(path)
    if target in written:
        _tell(start, last.name, text_of_last[1] if text_of_last and not texts else "")
    else:
        kept = folder.display(next(path for path in _same_report(target) if path.exists()))
        show.line(text(f"Giữ nguyên: {kept}", f"Kept: {kept}"))
    return 0


def _last(arguments: Namespace, folder: Folder, workshop: Workshop) -> Last:
    """Return the unit's last report; an empty one where the arguments are wrong."""
    from generator import new  # noqa: PLC0415
    from generator.period import Ky, KyError  # noqa: PLC0415

    if all(unit.ma != arguments.don_vi for unit in workshop.danh_muc.don_vi):
        return new.Last()
    try:
        period = Ky.parse(arguments.ky)
    except KyError:
        return new.Last()
    return new.last_report(arguments.don_vi, period, folder.report_of, workshop.read)


def _sample(asked: Asked, folder: Folder, workshop: Workshop) -> Report | None:
    """Return the sample data of the template set; None where it has none or they are not usable."""
    found = folder.sample_of(asked.bo_mau.ten)
    with suppress(Stopped):  # its unit may be of another province; who designs it is told by lint
        return workshop.read(*found)[0] if found else None
    return None


def _with_places(
    start: Start,
    folder: Folder,
    target: Path,
    last: Report | None,
    text_of_last: tuple[bytes, str] | None,
) -> Start:
    """Return the new file with the places where the text prints its free figures.

    The text is the one beside the new file, else that of last time if its template set is the same.
    """
    from msgspec.structs import replace  # noqa: PLC0415

    from generator.names.printed_at import printed_at  # noqa: PLC0415
    from generator.names.texts import texts_of  # noqa: PLC0415

    same = last if last and last.bo_mau == start.asked.bo_mau.ten else None
    text = folder.narrative_beside(target) or (text_of_last if same else None)
    texts = texts_of(start.asked.bo_mau, folder, text, same)
    return replace(start, dung_o=printed_at((name for name, _ in start.leaves()), texts))


def _target(arguments: Namespace, folder: Folder, start: Start) -> Path:
    """Return where the new file goes. Raises Stopped with HT-021 for a wrong kind of file."""
    from generator.files import DATA  # noqa: PLC0415

    suffix = ".xlsx" if arguments.xlsx else ".yaml"
    name = f"{start.asked.don_vi.ma}{suffix}"
    asked: Path | None = arguments.output
    if asked is None:
        return folder.root / DATA / str(start.asked.ky) / name
    if asked.is_dir():
        return asked / name
    known = (".xlsx",) if arguments.xlsx else _SUFFIXES
    if asked.suffix.lower() not in known:
        message = Message(
            f"Tệp dữ liệu phải là {' hoặc '.join(known)}.",
            f"A data file must be {' or '.join(known)}.",
        )
        hint = Message(f"Viết: `-o {asked.stem}{suffix}`.", f"Write: `-o {asked.stem}{suffix}`.")
        raise Stopped([_fault("HT-021", asked, message, hint)])
    return asked


def _blob(start: Start, target: Path) -> bytes:
    if target.suffix.lower() == ".xlsx":
        from generator.excel import make_workbook  # noqa: PLC0415  # openpyxl is slow to import

        return make_workbook(start)
    from generator.new import as_yaml  # noqa: PLC0415

    return as_yaml(start).encode()


def _must_not_exist(paths: Iterable[Path], folder: Folder, *, force: bool) -> None:
    """Raise Stopped with HT-020 for every file that is there, also as another kind of data file."""
    there = [path for wanted in paths for path in _same_report(wanted) if path.exists()]
    if not there or force:
        return
    message = Message("Tệp đã có, không ghi đè.", "The file is there already; not overwritten.")
    hint = Message(
        "Mở tệp đó để điền tiếp; cần tệp mới thì đổi tên tệp cũ trước, hoặc dùng -o.",
        "Open it and go on; for a new file rename the old one first, or use -o.",
    )
    raise Stopped([_fault("HT-020", Path(folder.display(path)), message, hint) for path in there])


def _is_there(target: Path) -> bool:
    return any(path.exists() for path in _same_report(target))


def _same_report(path: Path) -> tuple[Path, ...]:
    others = _SUFFIXES if path.suffix in _SUFFIXES else ()
    return (path, *(path.with_suffix(end) for end in others if end != path.suffix))


def _fault(code: str, path: Path, message: Message, hint: Message) -> Problem:
    return Problem(code=code, message=message, where=Where(file=str(path)), hint=hint)


def _tell(start: Start, last: str, narrative: str) -> None:
    """Say what was taken from the last report and what is still to be filled in."""
    documents = 0 if start.theo_vi_du else len(start.van_ban)
    if start.minh_hoa:
        show.line(
            text(
                f"{last} là số liệu minh họa (so_lieu_minh_hoa) nên không lấy người ký, số và ngày "
                "văn bản, số liệu từ đó.",
                f"{last} holds made-up figures (so_lieu_minh_hoa), so no signer, document number "
                "or figure is taken from it.",
            )
        )
    elif last:
        show.line(
            text(
                f"Theo {last}: người ký, {documents} văn bản viện dẫn, {len(start.kept)} "
                "số liệu ít thay đổi (đánh dấu, cần kiểm tra lại).",
                f"From {last}: the signer, {documents} documents cited, "
                f"{len(start.kept)} figures that rarely change (marked, to be checked).",
            )
        )
    if start.theo_vi_du:
        show.line(
            text(
                "Tên số liệu, tên văn bản theo số liệu ví dụ của bộ mẫu; giá trị phải điền.",
                "Figures and documents are named as in the sample of the template set.",
            )
        )
    if narrative and not start.theo_vi_du:
        show.line(
            text(
                f"Lời văn kỳ trước là {narrative}; thêm --loi-van thì chép sang để sửa.",
                f"The text of last time is {narrative}; with --loi-van it is copied, too.",
            )
        )
    if not start.noi_nhan:
        show.line(text("Còn phải ghi: noi_nhan.", "Still to be stated: noi_nhan."))
