"""Every number of a roll-up can be followed to unit, file, line or cell."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from generator import readers
from generator.problem import Stopped
from generator.rollup import File
from tests.readers.workbook import as_workbook
from tests.rollup.build import rolled, sent

ODD = "  1: {1.2: 2}\n  2:\n    1.1: 10\n    1.2: 1\n"


def _rows(blob: bytes) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(blob)).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_the_workbook_has_a_line_for_each_value_of_each_unit() -> None:
    rows = _rows(rolled(sent("h-a"), sent("h-b", ODD)).trace())

    assert rows[0][0] == "Nguồn số liệu kỳ 2022-Q1 của Ủy ban nhân dân tỉnh X"
    assert rows[1][:3] == ("Biểu mẫu", "Mã", "Khái niệm")
    assert [row for row in rows if row[2] == "ho_so_huyen"] == [
        (
            *("2", "2.1", "ho_so_huyen", "Hồ sơ của huyện", 20, "cộng"),
            *(unit, code, 10, "2:1.1", f"data/2022-Q1/{code}.yaml", place),
        )
        for unit, code, place in (("huyện A", "h-a", "dòng 11"), ("thành phố B", "h-b", "dòng 12"))
    ]


def test_what_a_unit_did_not_state_is_told_from_what_it_did() -> None:
    rows = _rows(rolled(sent("h-a"), sent("h-b", ODD)).trace())

    places = {(row[2], row[7]): row[11] for row in rows}

    assert places["phan_a", "h-a"] == "dòng 10"
    assert places["phan_a", "h-b"] == "không ghi"
    assert places["ty_le", "h-a"] == "tính theo 1.2 / 1.1"


def test_every_number_of_the_result_is_the_sum_of_the_lines_that_trace_it() -> None:
    done = rolled(sent("h-a"), sent("h-b"), sent("h-c"))
    rows = _rows(done.trace())[2:]

    for concept in ("phan_a", "phan_b", "von", "ho_so_huyen", "dung_han_huyen"):
        mine = [row for row in rows if row[2] == concept]
        assert len(mine) == 3
        assert {row[4] for row in mine} == {sum(float(str(row[8])) for row in mine)}


def test_the_columns_of_the_table_of_units_are_traced_too() -> None:
    rows = _rows(rolled(sent("h-a"), sent("h-b")).trace())

    assert [row[8] for row in rows if row[2] == "dung_han"] == [9, 9]


def test_words_that_look_like_a_formula_stay_words() -> None:
    evil = sent("h-a", '  1: {5: "=1+1"}\n')

    sheet = load_workbook(BytesIO(rolled(evil).trace())).active

    assert sheet is not None
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cell.data_type == "s"


def test_the_same_files_give_the_same_trace() -> None:
    files = (sent("h-a"), sent("h-b"))

    assert rolled(*files).trace() == rolled(*files[::-1]).trace()


def test_one_number_is_explained_with_what_it_is_worked_out_from() -> None:
    done = rolled(sent("h-a"), sent("h-b", ODD))

    assert done.explain("2:2") == done.explain("ty_le_huyen")
    assert done.explain("ty_le_huyen") == [
        "2:2  ty_le_huyen = 50  (tính theo 2.2 / 2.1)",
        "2:2.2  dung_han_huyen = 10  (cộng)",
        "    huyện A: 9  [data/2022-Q1/h-a.yaml, dòng 11]",
        "    thành phố B: 1  [data/2022-Q1/h-b.yaml, dòng 13]",
        "2:2.1  ho_so_huyen = 20  (cộng)",
        "    huyện A: 10  [data/2022-Q1/h-a.yaml, dòng 11]",
        "    thành phố B: 10  [data/2022-Q1/h-b.yaml, dòng 12]",
    ]


def test_an_indicator_that_only_the_units_have_is_explained_too() -> None:
    assert rolled(sent("h-a")).explain("rieng") == [
        "2:2  rieng = 3  (cộng)",
        "    huyện A: 3  [data/2022-Q1/h-a.yaml, dòng 11]",
    ]


def test_an_unknown_indicator_is_told_with_the_nearest_name() -> None:
    with pytest.raises(Stopped) as caught:
        rolled(sent("h-a")).explain("ty_le_huye")

    (problem,) = caught.value.problems
    assert problem.code == "DL-124"
    assert problem.hint is not None
    assert "ty_le_huyen" in problem.hint.vi


def test_a_value_of_a_workbook_is_traced_to_its_cell() -> None:
    yaml = sent("h-a")
    blob = as_workbook(readers.read(yaml.blob, yaml.name))

    lines = rolled(File(blob, "data/2022-Q1/h-a.xlsx")).explain("von")

    # -- the test's workbook has the value in the third column, below a heading and two rows --
    assert lines[1] == "    huyện A: 10,5  [data/2022-Q1/h-a.xlsx, Biểu mẫu 1!C4]"


def test_the_trace_prints_across_the_page_as_wide_as_it_is_under_its_headers() -> None:
    sheet = load_workbook(BytesIO(rolled(sent("h-a")).trace()))["Nguồn"]

    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$2:$2"
