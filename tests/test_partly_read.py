"""What cannot be read of a data file keeps no other mistake from being told in the same run."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from generator import readers
from generator.files import Folder
from generator.pipeline import Workshop
from generator.problem import Stopped
from generator.raw import PartlyReadError
from tests.readers.workbook import as_workbook, saved

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "2022-Q1" / "dong-nai-cam-my.yaml"
FORMULA = "=1+1"  # openpyxl saves no results


@pytest.fixture(scope="module")
def blob() -> bytes:
    return as_workbook(readers.read(DATA.read_bytes(), DATA.name))


def _told(blob: bytes, cells: Mapping[tuple[str, str], object]) -> list[tuple[str, str, str]]:
    """Return the problems of the workbook with other values in some cells."""
    book: Any = load_workbook(BytesIO(blob))
    for (sheet, cell), value in cells.items():
        book[sheet][cell].value = value
    with pytest.raises(Stopped) as caught:
        Workshop(Folder(ROOT)).read(saved(book), "a.xlsx")
    return [(one.code, one.where.sheet, one.where.cell) for one in caught.value.problems]


def test_mistakes_in_other_cells_are_told_after_those_of_reading(blob: bytes) -> None:
    cells = {
        ("Biểu mẫu 1", "C2"): FORMULA,
        ("Biểu mẫu 1", "A4"): "1",  # the code of the second row: a row twice
        ("Biểu mẫu 3", "C3"): "bảy",
        ("Biểu mẫu 3", "C4"): -5,
    }

    assert _told(blob, cells) == [
        ("DL-088", "Biểu mẫu 1", "C2"),
        ("DL-003", "Biểu mẫu 1", "A4"),
        ("DL-033", "Biểu mẫu 3", "C3"),
        ("DL-034", "Biểu mẫu 3", "C4"),
    ]


@pytest.mark.parametrize("label", ["Kỳ báo cáo", "Đơn vị", "Bộ mẫu", "Năm", "Chức vụ người ký"])
@pytest.mark.parametrize("value", [FORMULA, "#N/A"])
def test_nothing_more_is_said_of_a_cell_that_cannot_be_read(
    blob: bytes, label: str, value: str
) -> None:
    cover = load_workbook(BytesIO(blob))["Bìa"]
    row = next(cell.row for cell in cover["A"] if cell.value == label)

    (told,) = _told(blob, {("Bìa", f"B{row}"): value})

    assert told == ("DL-088" if value == FORMULA else "DL-089", "Bìa", f"B{row}")


@pytest.mark.parametrize("cell", ["A2", "C2", "D2"])
def test_nor_of_what_is_missing_because_of_it(blob: bytes, cell: str) -> None:
    assert _told(blob, {("Biểu mẫu 3", cell): FORMULA}) == [("DL-088", "Biểu mẫu 3", cell)]


def test_a_workbook_whose_sheets_are_at_fault_is_not_looked_into(blob: bytes) -> None:
    book: Any = load_workbook(BytesIO(blob))
    del book["Bìa"]
    book["Biểu mẫu 3"]["C3"].value = FORMULA

    with pytest.raises(Stopped) as caught:
        readers.read(saved(book), "a.xlsx")

    assert not isinstance(caught.value, PartlyReadError)
    assert [one.code for one in caught.value.problems] == ["DL-085", "DL-088"]


def test_a_name_that_stands_twice_does_not_hide_what_is_wrong_elsewhere() -> None:
    text = DATA.read_text(encoding="utf-8")
    for right, wrong in (
        ("don_vi: dong-nai-cam-my\n", "don_vi: dong-nai-cam-mi\n"),
        ('"2.2": 9\n', '"2.1": 9\n'),
        ("ngay: 2022-01-19", "ngay: 2022-13-19"),
    ):
        assert right in text
        text = text.replace(right, wrong)

    with pytest.raises(Stopped) as caught:
        Workshop(Folder(ROOT)).read(text.encode(), DATA.name)

    told = [(one.code, one.where.line) for one in caught.value.problems]
    lines = {words: n for n, line in enumerate(text.splitlines(), 1) for words in [line.strip()]}
    assert told == [
        ("DL-003", lines['"2.1": 9']),
        ("DL-020", lines["don_vi: dong-nai-cam-mi"]),
        ("DL-013", lines["ngay: 2022-13-19"]),
    ]


def test_a_name_twice_beside_a_fault_of_another_kind_is_not_looked_behind() -> None:
    with pytest.raises(Stopped) as caught:
        readers.read(b"a: 1\na: 2\nb: &mark 3\n", "a.yaml")

    assert not isinstance(caught.value, PartlyReadError)
    assert "DL-003" in [one.code for one in caught.value.problems]
