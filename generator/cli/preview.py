"""`baocao preview`: a template set as pages in the browser, made anew when a file is saved."""

from __future__ import annotations

import gc
import signal
import webbrowser
from argparse import BooleanOptionalAction
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.language import text
from generator.problem import Message, Problem, Stopped, Where

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable
    from types import FrameType

    from generator.files import Folder
    from generator.preview.shown import Job

SUMMARY = Message(
    "xem trước một bộ mẫu trong trình duyệt, tự cập nhật khi lưu",
    "see a template set in the browser, renewed when it is saved",
)
HELP = Message(
    """Mở báo cáo của một bộ mẫu thành các trang trong trình duyệt trên máy này. Mỗi khi lưu mẫu
Word, đề cương, biểu mẫu, số liệu hoặc lời văn, trang tự dựng lại; lỗi hiện cạnh trang có lỗi.
Ngoài dữ liệu thật còn có dữ liệu mẫu: rỗng, một, nhiều với tên dài, để thấy sớm chỗ vỡ trang.

Máy tự tìm thêm các mẫu “nhánh khác” để mọi nhánh {% if %} … {% elif %} … {% else %} có lúc đúng,
có lúc sai, và mỗi vòng lặp {% for %} có lúc rỗng, có một, có nhiều phần tử. Nhánh nào không dữ
liệu nào ở đây đi tới thì trang ghi “nhánh chưa xem được”, kèm thẻ và chỗ của thẻ: phần ấy chưa ai
nhìn thấy, hãy thử bằng --data với một tệp có trường hợp đó.
Nhấn Ctrl+C để kết thúc.

ví dụ:
  baocao preview so
  baocao preview so --data data/2022-Q1/so-noi-vu-dong-nai.yaml""",
    """Show the report of a template set as pages in the browser of this machine. Whenever the Word
template, outline, forms, data or text are saved, the pages are made anew; problems stand beside
the page they are on. Beside the real data there are samples: nothing, one of each, many with long
names. Further samples are looked for until every condition has held and not held, and every loop
has had none, one and many elements; what no data here lead to is listed with its tag and place:
nobody has seen that part yet, try it with --data. Ctrl+C ends it.

examples:
  baocao preview so
  baocao preview so --data data/2022-Q1/so-noi-vu-dong-nai.yaml""",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "bo_mau",
        metavar=text("BO_MAU", "SET"),
        help=text("bộ mẫu: tên thư mục trong templates/", "template set: a folder of templates/"),
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar=text("TEP_DU_LIEU", "FILE"),
        help=text(
            "tệp dữ liệu; mặc định: tệp đầy đủ nhất của bộ mẫu trong data/, hoặc vi-du.yaml",
            "data file; default: the fullest one of the set in data/, else its vi-du.yaml",
        ),
    )
    parser.add_argument(
        "--watch",
        action=BooleanOptionalAction,
        default=True,
        help=text(
            "theo dõi tệp và tự cập nhật (mặc định); --no-watch: chỉ khi tải lại trang",
            "renew when files are saved (default); --no-watch: on reload only",
        ),
    )
    parser.add_argument(
        "--port",
        type=int,
        default=0,
        metavar="N",
        help=text("cổng; mặc định máy tự chọn", "port; default: any that is free"),
    )
    parser.add_argument(
        "--no-open",
        action="store_true",
        help=text("không tự mở trình duyệt, chỉ in địa chỉ", "print the address only"),
    )


def command(arguments: Namespace) -> int:
    """Show the preview until Ctrl+C; return 0, or 1 when it cannot begin."""
    # -- imported here so that other commands do not wait for it --
    from generator import files  # noqa: PLC0415
    from generator.preview.server import Server  # noqa: PLC0415
    from generator.preview.studio import Studio  # noqa: PLC0415

    gc.enable()  # unlike a single report, this goes on for hours
    try:
        folder = files.Folder(files.find_root(Path.cwd(), shipped=True))
        job = _job(arguments, folder)
        studio = Studio(job, watching=arguments.watch)
        try:
            server = Server(studio, f"Bộ mẫu {job.bo_mau}", arguments.port)
        except Stopped:
            studio.close()
            raise
    except Stopped as stopped:
        return show.problems(stopped.problems)
    studio.start()
    show.line(f"{text('Xem trước tại', 'Preview at')}: {server.url}")
    show.line(text("Nhấn Ctrl+C để kết thúc.", "Press Ctrl+C to end."))
    if not arguments.no_open:
        webbrowser.open(server.url)
    _when_ended(signal.default_int_handler)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return 0
    finally:
        _when_ended(signal.SIG_IGN)  # LibreOffice is being ended: nobody has to ask twice
        studio.close()
        server.server_close()
    return 0


def _when_ended(handler: Callable[[int, FrameType | None], object] | signal.Handlers) -> None:
    """Say what happens on Ctrl+C, and when the window is closed or the process is ended."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), handler)


def _job(arguments: Namespace, folder: Folder) -> Job:
    """Return what to show. Raises Stopped with HT-051 or HT-052, or with the faults of the file."""
    from generator import files, readers  # noqa: PLC0415
    from generator.bo_mau import no_such_set  # noqa: PLC0415
    from generator.preview.making import find_data  # noqa: PLC0415
    from generator.preview.shown import Job  # noqa: PLC0415
    from generator.validate import read_choice  # noqa: PLC0415

    name = Path(arguments.bo_mau).name
    if name not in folder.template_set_names:
        where = Where(file=files.TEMPLATES)
        raise Stopped([no_such_set(name, folder.template_set_names, where)])
    data: Path | None = arguments.data
    if data is None:
        return Job(folder=folder, bo_mau=name, data=find_data(folder, name))
    shown = folder.display(data)
    chosen = read_choice(readers.read(files.read_bytes(data, shown), shown)).bo_mau
    if chosen != name:
        message = Message(
            f"Tệp dữ liệu này của bộ mẫu “{chosen}”, không phải “{name}”.",
            f"This data file is of the template set “{chosen}”, not “{name}”.",
        )
        hint = Message(f"Chạy: `baocao preview {chosen}`.", f"Run: `baocao preview {chosen}`.")
        where = Where(file=shown, path="bo_mau")
        raise Stopped([Problem(code="HT-052", message=message, where=where, hint=hint)])
    return Job(folder=folder, bo_mau=name, data=data)
