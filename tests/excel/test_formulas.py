"""The live formulas give what the report works out, the conditions what the checks find."""

from __future__ import annotations

import shutil
import subprocess
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.excel.build import opened, row_of, saved
from tests.excel.spreadsheet import Spreadsheet
from tests.new.build import read_report, start

_COUNTS = st.one_of(
    st.integers(0, 10**6),
    st.sampled_from([None, 0, "không phát sinh", "chưa báo cáo", "trống"]),
)


def _filled(a: object, b: object) -> Any:
    book = opened(start(after=False))
    sheet = book["Biểu mẫu 1"]
    for code, value in (("1.1", a), ("1.2", b)):
        sheet.cell(row_of(sheet, code), 4).value = value
    return book


def _shown(book: Any, form: str, code: str) -> Any:
    sheet = book[f"Biểu mẫu {form}"]
    return Spreadsheet(book).value(sheet.title, f"D{row_of(sheet, code)}")


@given(_COUNTS, _COUNTS)
@settings(max_examples=25)
def test_formulas_agree_with_the_report(a: object, b: object) -> None:
    book = _filled(a, b)
    rows = read_report(saved(book), "a.xlsx").by_concept()

    for form, code, concept in (("1", "1", "tong"), ("1", "2.1", "ty_le"), ("2", "3", "ty_le_hai")):
        worked_out = rows[concept].figure.number
        assert _shown(book, form, code) == ("" if worked_out is None else worked_out)


def test_halves_are_rounded_up() -> None:
    assert _shown(_filled(1, 799), "1", "2.1") == Decimal("0.13")  # 0,125


def test_zero_over_zero_is_empty() -> None:
    assert _shown(_filled(0, 0), "1", "2.1") == ""
    assert _shown(_filled(0, 0), "1", "1") == 0


@pytest.mark.parametrize(
    ("part", "whole", "red"),
    [(5, 4, True), (4, 4, False), (5, None, False), (None, 4, False), ("trống", 4, False)],
)
def test_the_condition_holds_where_a_part_is_over_its_whole(
    part: object, whole: object, red: bool
) -> None:
    book = opened(start(after=False))
    sheet = book["Biểu mẫu 1"]
    for code, value in (("2.3", part), ("2.4", whole)):
        sheet.cell(row_of(sheet, code), 4).value = value

    assert _holds(book, "1", "2.3") is red


@pytest.mark.parametrize(("limit", "amber"), [(40, True), (50, False), (None, False)])
def test_a_condition_sees_a_cell_of_another_sheet(limit: object, amber: bool) -> None:
    book = opened(start(after=False))
    one, two = book["Biểu mẫu 1"], book["Biểu mẫu 2"]
    one.cell(row_of(one, "2.3"), 4).value = limit
    two.cell(row_of(two, "4"), 4).value = 50

    assert _holds(book, "2", "4") is amber


def _holds(book: Any, form: str, code: str) -> object:
    """Tell whether the first condition on the value of a row holds."""
    sheet = book[f"Biểu mẫu {form}"]
    cell = f"D{row_of(sheet, code)}"
    area = next(one for one in sheet.conditional_formatting if str(one.sqref) == cell)
    return Spreadsheet(book).result(sheet.title, area.rules[0].formula[0])


# --- LibreOffice ----------------------------------------------------------------------------------

_CALC = tuple(Path("/usr/lib/libreoffice/program").glob("libsclo.*"))


@pytest.mark.office
@pytest.mark.skipif(not _CALC, reason="LibreOffice is here without Calc")
def test_libreoffice_works_out_what_the_report_does(tmp_path: Path) -> None:
    pairs = [(1, 799), (152, 3), (2, 1), (0, 0), (None, 5), ("không phát sinh", 5), (1005, 98995)]
    for number, (a, b) in enumerate(pairs):
        (tmp_path / f"{number}.xlsx").write_bytes(saved(_filled(a, b)))
    _recalculate(tmp_path)

    for number, (a, b) in enumerate(pairs):
        blob = (tmp_path / "out" / f"{number}.xlsx").read_bytes()
        book = load_workbook(BytesIO(blob), data_only=True)
        rows = read_report(saved(_filled(a, b)), "a.xlsx").by_concept()
        for form, code, concept in (
            ("1", "1", "tong"),
            ("1", "2.1", "ty_le"),
            ("2", "3", "ty_le_hai"),
        ):
            sheet = book[f"Biểu mẫu {form}"]
            shown = sheet.cell(row_of(sheet, code), 4).value
            worked_out = rows[concept].figure.number
            expected = None if worked_out is None else float(worked_out)
            assert (shown or None if shown == "" else shown) == expected, (a, b, concept)
        assert read_report(blob, "a.xlsx").by_concept()["tong"].figure == rows["tong"].figure


def _recalculate(folder: Path) -> None:
    soffice = shutil.which("soffice")
    assert soffice
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            *("--convert-to", "xlsx", "--outdir", str(folder / "out")),
            *(str(path) for path in sorted(folder.glob("*.xlsx"))),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
