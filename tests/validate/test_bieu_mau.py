"""The rows of the forms: stated, computed, blank; and what is wrong with them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.figure import Figure, Kind, Status
from tests.validate.build import HEAD, codes, problems, problems_in_workbook, report

if TYPE_CHECKING:
    from generator.report import Row


def _rows(form_1: str, form_2: str = "") -> dict[str, Row]:
    made, _ = report(f"{HEAD}bieu_mau:\n  1: {{{form_1}}}\n  2: {{{form_2}}}\n")
    return made.by_concept()


def _errors(form_1: str) -> list[tuple[str, int | None, int | None, str]]:
    found = problems(f"{HEAD}bieu_mau:\n  1:\n    {form_1}\n")
    errors = [p for p in found if p.severity == "error"]
    return [(p.code, p.where.line, p.where.column, p.where.path) for p in errors]


def test_rows_with_a_formula_that_are_absent_are_computed_through_each_other() -> None:
    rows = _rows("1.1: 1, 1.2: 7")
    assert rows["tong"].figure == Figure(kind=Kind.COUNT, number=Decimal(8), computed=True)
    assert rows["ty_le"].figure.number == Decimal("12.50")
    assert rows["ty_le_hai"].figure.number == Decimal("87.50")


def test_a_changed_operand_changes_every_ratio_built_on_it() -> None:
    assert _rows("1.1: 1, 1.2: 7")["ty_le"].figure != _rows("1.1: 2, 1.2: 7")["ty_le"].figure


def test_a_blank_stays_blank_and_never_enters_a_sum_or_a_ratio() -> None:
    rows = _rows("1.1: trong, 1.2: 7")
    assert rows["phan_a"].figure == Figure(kind=Kind.COUNT, status=Status.BLANK)
    assert rows["tong"].figure.status is Status.BLANK
    assert rows["ty_le"].figure.status is Status.BLANK


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("trong", Status.BLANK),
        ("", Status.BLANK),
        ("khong_phat_sinh", Status.NOT_ARISING),
        ("chua_bao_cao", Status.NOT_REPORTED),
        ("0", Status.GIVEN),
    ],
)
def test_every_status_is_told_apart_and_zero_is_a_value(written: str, status: Status) -> None:
    assert _rows(f"1.1: {written}, 1.2: 7")["phan_a"].figure.status is status


def test_a_note_stands_beside_a_value_or_alone() -> None:
    rows = _rows("1.1: {gia_tri: 3, ghi_chu: Trang tin}, 1.2: 1, 1: {ghi_chu: Cộng}")
    assert (rows["phan_a"].figure.number, rows["phan_a"].ghi_chu) == (Decimal(3), "Trang tin")
    assert (rows["tong"].figure.number, rows["tong"].ghi_chu) == (Decimal(4), "Cộng")


def test_labels_bear_the_name_of_the_unit() -> None:
    assert _rows("1.1: 1")["ty_le"].nhan == "Tỷ lệ của Sở Y"


def test_a_row_knows_the_place_of_its_value() -> None:
    row = _rows("1.1: 1, 1.2: 7")["phan_b"]
    assert (row.where.file, row.where.line, row.where.column) == ("a.yaml", 10, 20)
    assert row.where.path == "bieu_mau.1.1.2"


@pytest.mark.parametrize(
    ("row", "code", "column", "path"),
    [
        ('1.1: "12,5"', "DL-033", 10, "bieu_mau.1.1.1"),
        ("1.1: 12.5", "DL-033", 10, "bieu_mau.1.1.1"),
        ("1.1: -3", "DL-034", 10, "bieu_mau.1.1.1"),
        ("1.1: nhiều", "DL-033", 10, "bieu_mau.1.1.1"),
        ("1.1: 2022-03-18", "DL-033", 10, "bieu_mau.1.1.1"),
        ("1.1: true", "DL-033", 10, "bieu_mau.1.1.1"),
        ('1.1: "3.041"', "DL-036", 10, "bieu_mau.1.1.1"),
        ("1.1: 3.041", "DL-033", 10, "bieu_mau.1.1.1"),
        ("1.1: [1]", "DL-012", 10, "bieu_mau.1.1.1"),
        ("1.1: {gia_tri: [1]}", "DL-012", 20, "bieu_mau.1.1.1.gia_tri"),
        ("1.1: {gia_tri: -1}", "DL-034", 20, "bieu_mau.1.1.1"),
        ("1.1: {gia_tri: 1, ghi_chuu: x}", "DL-010", 23, "bieu_mau.1.1.1"),
        ("2.1: {gia_tri: 64,57}", "DL-033", 10, "bieu_mau.1.2.1"),
        (f"1.1: {'9' * 21}", "DL-033", 10, "bieu_mau.1.1.1"),
        (f"1.1: {'9' * 40}", "DL-033", 10, "bieu_mau.1.1.1"),
        (f"2.1: {'9' * 30}/1", "DL-033", 10, "bieu_mau.1.2.1"),
        ('2.1: "98.06"', "DL-036", 10, "bieu_mau.1.2.1"),
        ("2.1: 1/2x", "DL-033", 10, "bieu_mau.1.2.1"),
        ("2.1: -1", "DL-034", 10, "bieu_mau.1.2.1"),
        ("2.2: 2", "DL-035", 10, "bieu_mau.1.2.2"),
        ("2.2: Có", "DL-035", 10, "bieu_mau.1.2.2"),
        ("2.2: 0.5", "DL-035", 10, "bieu_mau.1.2.2"),
        ("2.3: 5 tỷ", "DL-033", 10, "bieu_mau.1.2.3"),
        ("2: 5", "DL-032", 8, "bieu_mau.1.2"),
        ("9: 5", "DL-031", 5, "bieu_mau.1.9"),
    ],
)
def test_each_wrong_value_is_found_at_its_place(
    row: str, code: str, column: int, path: str
) -> None:
    assert _errors(row) == [(code, 11, column, path)]


def test_words_may_stand_where_a_figure_belongs_and_are_pointed_out() -> None:
    made, warnings = report(f"{HEAD}bieu_mau:\n  1:\n    1.1: {{bang_loi: Theo quy định}}\n")
    row = made.by_concept()["phan_a"]
    assert (row.bang_loi, row.figure.status) == ("Theo quy định", Status.BLANK)
    assert ("DL-049", 11) in codes(warnings)
    assert made.by_concept()["tong"].figure.status is Status.BLANK


def test_a_row_of_words_may_cite_a_document_of_the_report() -> None:
    made, warnings = report(
        f"{HEAD}van_ban: {{kh: {{loai: Kế hoạch, so: 5/KH-UBND}}}}\n"
        "bieu_mau:\n  1: {}\n  2: {2: {van_ban: kh}}\n"
    )
    document = made.by_concept()["chu"].van_ban
    assert document is not None
    assert document.so == "5/KH-UBND"
    assert "DL-049" not in [code for code, _ in codes(warnings)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1.1: {van_ban: kh_2}", "DL-039"),
        ("1.1: {gia_tri: 0, bang_loi: Không có}", "DL-032"),
        ("2: {bang_loi: Không có}", "DL-032"),
    ],
)
def test_words_that_cannot_stand_there_are_refused(row: str, code: str) -> None:
    found = problems(
        f"{HEAD}van_ban: {{kh_1: {{loai: Kế hoạch, so: 5/KH-UBND}}}}\nbieu_mau:\n  1:\n    {row}\n"
    )
    assert (code, 12) in codes(found)


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("1.1: 3.041", "3041"),
        ('1.1: "3.041"', "3041"),
        ('2.1: "98.06"', "98,06"),
        ("1.1: tronng", "Ý bạn là “trong”?"),
        ("1.1: không phát sinh", "Ý bạn là “khong_phat_sinh”?"),
        ("1.11: 5", "Ý bạn là “1.1”?"),
        ("2.1: {gia_tri: 64,57}", '"64,57"'),
    ],
)
def test_hints_say_what_to_write(row: str, hint: str) -> None:
    (problem, *_) = [
        p for p in problems(f"{HEAD}bieu_mau:\n  1:\n    {row}\n") if p.severity == "error"
    ]
    assert problem.hint is not None
    assert hint in problem.hint.vi


NO_FIGURE = "Chưa có số thì ghi `trong`; không phát sinh thì ghi `khong_phat_sinh`"
NO_FIGURE_IN_A_CELL = "Chưa có số thì để trống; không phát sinh thì ghi “không phát sinh”"


@pytest.mark.parametrize(
    "written",
    [
        *("không", "-", "–", "—", "/", "x", "…", "...", "N/A", "Không có"),
        *("14 văn bản", "1.200 hồ sơ"),
    ],
)
def test_a_word_for_no_figure_or_a_unit_behind_it_gets_one_hint(written: str) -> None:
    text = f'{HEAD}bieu_mau:\n  1: {{1.1: "{written}"}}\n'

    (typed,) = [one for one in problems(text) if one.severity == "error"]
    (in_cell,) = problems_in_workbook(text)

    assert (typed.code, in_cell.code, in_cell.where.cell) == ("DL-033", "DL-033", "C2")
    assert typed.hint
    assert typed.hint.vi.startswith(NO_FIGURE)
    assert in_cell.hint
    assert in_cell.hint.vi.startswith(NO_FIGURE_IN_A_CELL)


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("2.2: Có", "Ghi mã 1."),
        ("2.2: không", "Ghi mã 0."),
        ("1.1: 5 nghìn", ""),  # without its unit it would be another number
        ("2.3: 5 tỷ", ""),
    ],
)
def test_what_means_a_number_is_never_taken_for_none(row: str, hint: str) -> None:
    (problem,) = problems_in_workbook(f"{HEAD}bieu_mau:\n  1: {{{row}}}\n")

    assert (problem.hint.vi if problem.hint else "") == hint


def test_a_workbook_has_words_of_its_own_for_what_is_not_there() -> None:
    (problem,) = problems_in_workbook(f"{HEAD}bieu_mau:\n  1: {{1.1: chưa báo cáoo}}\n")

    assert problem.hint
    assert problem.hint.vi == "Ý bạn là “chưa báo cáo”?"


@pytest.mark.parametrize(
    ("concept", "form_1", "number"),
    [
        ("phan_a", '1.1: "21"', "21"),
        ("phan_a", "1.1: 04", "4"),
        ("ty_le", "2.1: 98.06", "98.06"),
        ("ty_le", "2.1: 18/20", "18"),
        ("ty_le", '2.1: "90% (18/20)"', "18"),
        ("ty_le", "2.1: 98,06%, 1.1: 1".replace("98,06%", '"98,06%"'), "98.06"),
        ("von", '2.3: "1234,5"', "1234.5"),
        ("co_khong", "2.2: 0", "0"),
    ],
)
def test_values_are_read_in_every_way_that_has_one_meaning(
    concept: str, form_1: str, number: str
) -> None:
    assert _rows(form_1)[concept].figure.number == Decimal(number)


def test_fractions_and_texts_are_read_as_such() -> None:
    rows = _rows("", "1: 06/11, 2: 12")
    assert rows["phan_so"].figure.number == 6
    assert rows["phan_so"].figure.total == 11
    assert rows["chu"].figure.text == "12"


def test_money_with_three_decimals_is_read_with_a_warning() -> None:
    _, warnings = report(f"{HEAD}bieu_mau:\n  1: {{1.1: 1, 1.2: 1, 2.2: 0, 2.3: 1.234}}\n")
    assert ("DL-037", 10) in codes(warnings)


def test_rows_that_are_absent_are_named_once_for_each_form_and_formulas_are_not() -> None:
    _, warnings = report(f"{HEAD}bieu_mau:\n  1: {{1.1: 1}}\n")
    assert codes(warnings) == [("DL-038", 10), ("DL-038", 10)]
    assert "Biểu mẫu 1 chưa có số liệu ở các dòng 1.2, 2.2, 2.3;" in warnings[0].message.vi
    assert "Biểu mẫu 2 chưa có số liệu ở các dòng 1, 2;" in warnings[1].message.vi


def test_a_row_left_empty_is_told_as_one_that_is_absent_and_prints_blank_all_the_same() -> None:
    rows = "{1.1: 1, 1.2: , 2.2: trong, 2.3: 5, 2: }"
    made, warnings = report(f"{HEAD}bieu_mau:\n  1: {rows}\n  2: {{1: 1/2, 2: chữ}}\n")
    assert codes(warnings) == [("DL-038", 10)]
    assert "Biểu mẫu 1 chưa có số liệu ở các dòng 1.2;" in warnings[0].message.vi
    printed = [row.figure.status for row in made.bieu_mau[0].rows if row.chi_tieu.ma == "1.2"]
    assert printed == [Status.BLANK]


def test_a_report_without_any_form_data_says_so_once() -> None:
    made, warnings = report(HEAD)
    assert codes(warnings) == [("DL-038", 1)]
    assert not any(row.figure.is_given for row in made.by_concept().values())


def test_an_unknown_form_is_refused() -> None:
    found = problems(f"{HEAD}bieu_mau:\n  8: {{}}\n")
    assert ("DL-030", 10) in codes(found)
