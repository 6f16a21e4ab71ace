"""A problem says what, where and what to do, and survives being sent to another process."""

from __future__ import annotations

import pickle

from generator.problem import Message, Problem, Stopped, Where

PART = Message("thân văn bản", "body")


def test_a_place_in_a_data_file_reads_as_editors_write_it() -> None:
    where = Where(file="data/a.yaml", line=41, column=7, path="bieu_mau.1.2.1")

    assert where.describe() == "data/a.yaml:41:7, bieu_mau.1.2.1"


def test_a_place_in_a_workbook_names_sheet_and_cell() -> None:
    assert Where(file="a.xlsx", sheet="Biểu mẫu 3", cell="D12").describe() == (
        "a.xlsx, Biểu mẫu 3!D12"
    )


def test_a_place_in_a_word_file_goes_from_the_part_down_to_the_tag() -> None:
    where = Where(
        file="mau.docx", part=PART, table=2, table_row=3, table_cell=4, tag="{{ ten }}", item="1"
    )

    assert where.describe() == (
        'mau.docx, thân văn bản, bảng 2, hàng 3, ô 4, "{{ ten }}", phần tử 1'
    )
    assert where.describe("en") == 'mau.docx, body, table 2, row 3, cell 4, "{{ ten }}", item 1'


def test_a_caller_that_knows_more_fills_in_the_place() -> None:
    problem = Problem(code="MA-001", message=PART, where=Where(line=3)).at(file="a.md")

    assert problem.where.describe() == "a.md:3"


def test_stopped_survives_the_way_between_two_processes() -> None:
    stopped = Stopped([Problem(code="MA-001", message=PART, where=Where(file="a.docx"))])

    again = pickle.loads(pickle.dumps(stopped))

    assert again.problems == stopped.problems
    assert str(again) == "a.docx: MA-001 thân văn bản"


def test_a_place_in_the_same_file_is_named_by_its_line_or_its_cell() -> None:
    assert Where(file="a.yaml", line=5, column=3, path="van_ban.a").beside() == "dòng 5"
    cell = Where(file="a.xlsx", sheet="Văn bản", cell="A3", path="van_ban.a")
    assert (cell.beside(), cell.beside("en")) == ("Văn bản!A3", "Văn bản!A3")
