"""The workbook as a whole: its sheets, its bytes, and what comes back when it is filled in."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from generator.excel import make_workbook
from generator.figure import Status
from generator.files import Folder
from generator.new import begin
from generator.new.asked import Asked
from generator.pipeline import Source, Workshop
from generator.report import FreeLeaf
from generator.written import figure_text, free_text
from tests.excel.build import opened, row_of, saved
from tests.new.build import read_report, start

if TYPE_CHECKING:
    from generator.report import Report, Row

ROOT = Path(__file__).parent.parent.parent


def test_the_sheets_stand_in_the_order_of_work() -> None:
    assert opened().sheetnames == [
        *("Bìa", "Biểu mẫu 1", "Biểu mẫu 2", "Số liệu", "Văn bản", "Chấp nhận", "Hướng dẫn"),
    ]


def test_every_sheet_is_protected_and_set_for_a4() -> None:
    for sheet in opened():
        assert sheet.protection.sheet, sheet.title
        assert int(sheet.page_setup.paperSize) == 9, sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title


def test_styles_are_named_and_of_one_font() -> None:
    book = opened()

    ours = [name for name in book.named_styles if name.startswith("BC ")]
    assert len(ours) == 15
    assert {book["Bìa"].cell(row, 1).font.name for row in range(1, 20)} == {"Times New Roman"}


_MAKE = """\
import hashlib
from generator.excel import make_workbook
from tests.new.build import start
print(hashlib.sha256(make_workbook(start())).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    here = hashlib.sha256(make_workbook(start())).hexdigest()
    for seed in ("1", "2"):
        there = subprocess.run(
            [sys.executable, "-c", _MAKE],
            env={"PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == here


def test_dates_of_the_file_are_those_of_the_period() -> None:
    properties = opened().properties

    assert properties.created == properties.modified == datetime(2022, 6, 30)  # noqa: DTZ001
    with ZipFile(BytesIO(make_workbook(start()))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_untouched_workbook_is_a_valid_report() -> None:
    read = read_report(make_workbook(start()), "a.xlsx")

    assert (str(read.ky), read.don_vi.ma, read.bo_mau) == ("2022-Q2", "so-y", "so")
    assert [entry.dong for entry in read.noi_nhan] == [("UBND tỉnh",), ("Sở Z", "Phòng: TH")]
    assert read.noi_nhan[1].muc_dich == "để biết"
    assert (read.luu, read.so_ban_luu) == (("VT", "TH"), 2)
    assert (read.nguoi_ky.ten, read.nguoi_ky.ky_thay) == ("Lê A", "Giám đốc")
    assert (read.so_ky_hieu.so, read.ngay_ban_hanh.ngay, read.ngay_ban_hanh.nam) == (
        *(None, None, 2022),
    )
    document = read.van_ban["kh"]
    assert (document.so, document.ngay) == ("05/KH-SY", date(2022, 1, 17))


def test_without_a_last_report_it_is_valid_too() -> None:
    read = read_report(make_workbook(start(after=False)), "a.xlsx")

    assert read.so_lieu == {}
    assert read.nguoi_ky.ten == ""


def test_our_own_formulas_are_worked_out_by_the_report() -> None:
    rows = read_report(make_workbook(start()), "a.xlsx").by_concept()

    assert (rows["tong"].figure.number, rows["tong"].figure.computed) == (Decimal(8), True)
    assert rows["ty_le"].figure.number == Decimal("37.50")


def test_a_number_typed_over_a_formula_is_stated() -> None:
    book = opened()
    sheet = book["Biểu mẫu 1"]
    sheet.cell(row_of(sheet, "1"), 4).value = 9

    figure = read_report(saved(book), "a.xlsx").by_concept()["tong"].figure

    assert (figure.number, figure.computed) == (Decimal(9), False)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("trống", Status.BLANK),
        ("không phát sinh", Status.NOT_ARISING),
        ("chưa báo cáo", Status.NOT_REPORTED),
    ],
)
def test_words_in_place_of_a_number_are_understood(words: str, status: Status) -> None:
    book = opened()
    sheet = book["Biểu mẫu 1"]
    sheet.cell(row_of(sheet, "2.3"), 4).value = words

    assert read_report(saved(book), "a.xlsx").by_concept()["von"].figure.status is status


# --- a real report, typed into the workbook -------------------------------------------------------


@pytest.mark.parametrize(
    "data", ["2022-Q1/so-noi-vu-dong-nai", "2022-Q3/ben-tre", "2018-Q1/dong-nai-bien-hoa"]
)
def test_a_real_report_filled_into_the_workbook_gives_the_document_of_its_yaml(data: str) -> None:
    folder = Folder(ROOT)
    workshop = Workshop(folder)
    path = ROOT / "data" / f"{data}.yaml"
    narrative = folder.narrative_beside(path)
    yaml = Source(blob=path.read_bytes(), name=str(path), narrative=narrative)
    made = workshop.make(yaml)

    book = _filled_in(made.report, workshop)
    from_workbook = workshop.make(
        Source(blob=saved(book), name=str(path.with_suffix(".xlsx")), narrative=narrative)
    )

    assert from_workbook.blob == made.blob


def _filled_in(report: Report, workshop: Workshop) -> Any:
    """Return the workbook of a report as a clerk fills it in, begun after that very report."""
    asked = Asked(
        ky=report.ky,
        don_vi=report.don_vi,
        cha=report.cha,
        bo_mau=workshop.bo_mau(report.bo_mau),
        bo_bieu_mau=report.bo_bieu_mau,
    )
    book = opened(replace(begin(asked, report), noi_nhan=report.noi_nhan))
    issued = report.ngay_ban_hanh
    _fill_cover(book["Bìa"], "Số văn bản", report.so_ky_hieu.so)
    for label, value in (("Ngày", issued.ngay), ("Tháng", issued.thang), ("Năm", issued.nam)):
        _fill_cover(book["Bìa"], label, value)
    _fill_figures(book["Số liệu"], report.so_lieu)
    for form in report.bieu_mau:
        sheet = book[f"Biểu mẫu {form.so}"]
        for row in form.rows:
            if not row.chi_tieu.is_heading:
                _fill_row(sheet, row)
    return book


def _fill_cover(sheet: Any, label: str, value: int | None) -> None:
    cell = next(cell for cell in sheet["A"] if cell.value == label)
    sheet.cell(cell.row, 2).value = value


def _fill_row(sheet: Any, row: Row) -> None:
    number = row_of(sheet, row.chi_tieu.ma)
    figure, value = row.figure, sheet.cell(number, 4)
    if not figure.computed:
        whole = figure.number is not None and figure.total is None
        value.value = figure.number if whole else figure_text(figure)
    sheet.cell(number, 5).value = row.ghi_chu or None


def _fill_figures(sheet: Any, tree: Any) -> None:
    cells = {cell.value: cell.row for cell in sheet["A"]}
    for path, leaf in _leaves(tree, ""):
        value = leaf.value
        written = free_text(value) if not isinstance(value, str) else value
        is_count = written.isdecimal() and not isinstance(value, str)
        sheet.cell(cells[path], 3).value = int(written) if is_count else written


def _leaves(tree: Any, path: str) -> list[tuple[str, FreeLeaf]]:
    if isinstance(tree, FreeLeaf):
        return [(path, tree)]
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree, start=1)
    return [
        leaf
        for name, value in entries
        for leaf in _leaves(value, f"{path}.{name}" if path else str(name))
    ]
