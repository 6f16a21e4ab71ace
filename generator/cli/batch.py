"""`baocao batch`: the reports of all units of a period."""

from __future__ import annotations

import gc
import os
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.cli import show
from generator.cli.language import text
from generator.cli.options import add_jobs, add_locale, add_output
from generator.problem import Message, Stopped

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from generator.batch.processes import Setting
    from generator.batch.run import Batch, Crew
    from generator.cli.summary import Summary

SUMMARY = Message("làm báo cáo của mọi đơn vị trong một kỳ", "make the reports of every unit")
HELP = Message(
    """Làm báo cáo Word của mọi tệp dữ liệu trong thư mục một kỳ. Đơn vị có lỗi được nêu rõ, các
đơn vị khác vẫn làm tiếp. Chạy lại thì chỉ làm lại những gì đã thay đổi.

ví dụ:
  baocao batch data/2022-Q1
  baocao batch data/2022-Q1 --cha dong-nai
  baocao batch data/2022-Q1 --the-thuc
  baocao batch data/2022-Q1 --pdf --jobs 4 -o ket-qua
  baocao batch data/2022-Q1 --cluster tcp://10.0.0.5:8786""",
    """Make the Word report of every data file in the folder of a period. A unit with problems is
named and the others go on. A second run makes only what has changed.

examples:
  baocao batch data/2022-Q1
  baocao batch data/2022-Q1 --cha dong-nai
  baocao batch data/2022-Q1 --the-thuc
  baocao batch data/2022-Q1 --pdf --jobs 4 -o results
  baocao batch data/2022-Q1 --cluster tcp://10.0.0.5:8786""",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    folder = text("THU_MUC", "FOLDER")
    parser.add_argument(
        "folder",
        type=Path,
        metavar=folder,
        help=text("thư mục dữ liệu của một kỳ", "folder with the data files of a period"),
    )
    parser.add_argument(
        "--cha",
        default="",
        metavar=text("MA_DON_VI", "UNIT"),
        help=text(
            "chỉ các đơn vị trực thuộc đơn vị này theo danh mục; nêu đơn vị chưa báo cáo",
            "only the units under this one in the register; those that did not report are named",
        ),
    )
    add_output(
        parser,
        folder,
        text("thư mục ghi kết quả; mặc định ở out/", "where to write; default: under out/"),
    )
    add_jobs(parser)
    parser.add_argument(
        "--cluster",
        metavar="tcp://…",
        help=text(
            "làm trên cụm máy Dask ở địa chỉ này", "work on the Dask cluster at this address"
        ),
    )
    parser.add_argument(
        "--the-thuc",
        action="store_true",
        help=text(
            "kiểm tra cả thể thức từng tệp Word, như render (lâu hơn khoảng một phần ba)",
            "check the layout of each Word file, too, as render does (takes a third longer)",
        ),
    )
    parser.add_argument("--pdf", action="store_true", help=text("làm cả PDF", "make PDFs, too"))
    parser.add_argument(
        "--force",
        action="store_true",
        help=text(
            "làm lại tất cả, ghi đè cả tệp Word đã sửa tay",
            "make everything anew, overwrite Word files that were edited",
        ),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=text("đơn vị có cảnh báo coi như có lỗi", "a unit with warnings fails"),
    )
    add_locale(parser)


def command(arguments: Namespace) -> int:
    """Make the reports; return 0, or 1 when any failed."""
    # -- imported here so that other commands do not wait for it --
    from generator.batch.office import find_office  # noqa: PLC0415
    from generator.batch.plan import expected_units, make_plan  # noqa: PLC0415
    from generator.batch.processes import prepare  # noqa: PLC0415
    from generator.batch.run import Batch, Order  # noqa: PLC0415
    from generator.cli.progress import Progress  # noqa: PLC0415
    from generator.cli.summary import Summary  # noqa: PLC0415
    from generator.files import Folder, find_root, output_folder  # noqa: PLC0415

    gc.enable()  # unlike a single report, a batch has to give memory back
    office = find_office() if arguments.pdf else ""
    data: Path = arguments.folder
    folder = Folder(find_root(data))
    setting = replace(prepare(folder.root, data, arguments.locale), the_thuc=arguments.the_thuc)
    danh_muc = setting.danh_muc
    cha = arguments.cha
    expected = expected_units(danh_muc, cha, data, folder.display(data)) if cha else None
    plan = make_plan(data, folder, expected, {unit.ma for unit in danh_muc.don_vi})
    out = output_folder(data, folder.root, arguments.output)
    order = Order(out=out, setting=setting, force=arguments.force, strict=arguments.strict)
    batch = Batch(order)
    if batch.manifest.problem:
        show.problems([batch.manifest.problem])
    jobs = arguments.jobs or os.cpu_count() or 1
    summary = Summary(plan)
    try:
        with Progress(summary.planned) as progress:
            crew = choose_crew(setting, arguments.jobs, arguments.cluster)
            with closing(batch.run(plan, crew)) as outcomes:
                for outcome in outcomes:
                    progress.unit(outcome)
                    summary.add(outcome)
        if office:
            _make_pdfs(batch, summary, office, jobs)
    finally:  # also of a run that was stopped: what was done stays done
        summary.show(out, batch.stale(plan, summary.failed))
    return 1 if summary.failed else 0


def choose_crew(setting: Setting, jobs: int | None, cluster: str = "") -> Crew:
    """Return who makes the reports. Raises Stopped (HT-045) for a cluster without its library."""
    from generator.batch import loi, processes  # noqa: PLC0415

    if cluster:
        try:
            from generator.batch.cluster import on_cluster  # noqa: PLC0415
        except ModuleNotFoundError as error:
            raise Stopped([loi.no_dask()]) from error
        return partial(on_cluster, cluster, setting)
    if jobs == 1:
        return partial(processes.alone, setting)
    return partial(processes.in_processes, setting, jobs=jobs or os.cpu_count() or 1)


def _make_pdfs(batch: Batch, summary: Summary, office: str, jobs: int) -> None:
    from generator.batch.office import convert  # noqa: PLC0415
    from generator.cli.progress import Progress  # noqa: PLC0415

    documents = batch.without_pdf(summary.documents)
    made = closing(batch.add_pdfs(convert(office, documents, jobs)))
    with Progress(len(documents)) as progress, made as results:
        for unit, problems in results:
            progress.pdf(unit, problems)
            summary.add_pdf(unit, problems)
