"""Form-set files: the real one, and every way in which one can be wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.bieu_mau import BoBieuMau, GiuNguyen, GopO, Operation, Ref
from generator.bieu_mau_reader import read_form_set
from generator.figure import Kind
from generator.problem import Problem, Stopped
from generator.readers import read

REAL = Path(__file__).parent.parent / "templates" / "bieu-mau" / "so-huyen-2022.yaml"

HEAD = """\
ten: thu
che_do: cchc
cap: so
bieu_mau:
  - so: "1"
    ten: Biểu một
    dong:
"""


def _rows(*rows: str) -> str:
    return HEAD + "".join(f"      - {{{row}}}\n" for row in rows)


def _problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Stopped) as caught:
        read_form_set(read(text.encode(), "bm.yaml"))
    return caught.value.problems


@pytest.fixture(scope="module")
def real() -> BoBieuMau:
    return read_form_set(read(REAL.read_bytes(), REAL.name))


def test_the_set_of_2022_has_seven_forms_and_115_rows(real: BoBieuMau) -> None:
    assert [form.so for form in real.bieu_mau] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [len(form.chi_tieu) for form in real.bieu_mau] == [14, 11, 16, 18, 21, 13, 22]
    kinds = Counter(row.loai for row in real.rows.values())
    assert kinds == {
        Kind.COUNT: 73,
        Kind.PERCENT: 17,
        Kind.HEADING: 18,
        Kind.ENUMERATED: 5,
        Kind.MONEY: 2,
    }


def test_every_row_of_2022_but_the_headings_has_a_unit(real: BoBieuMau) -> None:
    for row in real.rows.values():
        assert bool(row.don_vi_tinh) is not row.is_heading
        assert (row.don_vi_tinh == ("%",)) is (row.loai is Kind.PERCENT)


def test_the_ratios_and_sums_of_2022_are_those_of_the_regime(real: BoBieuMau) -> None:
    formulas = {
        str(row.ref): row.cong_thuc for row in real.rows.values() if row.cong_thuc is not None
    }
    ratios = [ref for ref, f in formulas.items() if f.operation is Operation.RATIO]
    sums = [ref for ref, f in formulas.items() if f.operation is Operation.SUM]
    assert ratios == [
        "1:2", "1:3.3", "2:2.2", "2:3.2", "3:3.1", "3:3.2",
        "6:1", "7:4.1", "7:4.2", "7:4.3", "7:4.4", "7:4.5",
    ]  # fmt: skip
    assert sums == ["4:1.3", "6:2.1", "6:2.4", "7:4.3.1"]
    assert formulas["1:2"].operands == (Ref("1", "2.2"), Ref("1", "2.1"))


def test_the_codes_of_2022_are_printed_as_the_forms_have_them(real: BoBieuMau) -> None:
    rows = real.rows
    assert rows[Ref("1", "2.1")].stt == "2.1"
    assert rows[Ref("2", "2.1")].stt == "2.1."
    assert rows[Ref("7", "4.1.1")].stt == ""


def test_operands_of_2022_are_details_and_rows_under_headings_are_not(real: BoBieuMau) -> None:
    rows = real.rows
    assert rows[Ref("1", "2.1")].chi_tiet
    assert rows[Ref("7", "4.1.3")].chi_tiet
    assert not rows[Ref("1", "3.1")].chi_tiet
    assert not rows[Ref("6", "2.2")].chi_tiet


def test_the_first_row_of_form_two_has_a_footnote_after_its_abbreviation(real: BoBieuMau) -> None:
    note = real.rows[Ref("2", "1")].chu_thich
    assert note is not None
    assert (note.sau, note.noi_dung) == ("VBQPPL", "Văn bản quy phạm pháp luật.")


def test_enumerated_rows_print_their_legend_as_unit_in_the_order_given(real: BoBieuMau) -> None:
    row = real.rows[Ref("4", "1.1")]
    assert row.don_vi_tinh == ("Đã ban hành = 1", "Chưa ban hành = 0")
    assert dict(row.gia_tri_cho_phep) == {1: "Đã ban hành", 0: "Chưa ban hành"}


def test_a_short_row_gets_its_kind_its_print_and_its_parent_from_the_code() -> None:
    text = _rows("ma: 1, khai_niem: a, nhan: A, loai: de_muc", "ma: 1.1, khai_niem: b, nhan: B")
    row = read_form_set(read(text.encode(), "bm.yaml")).rows[Ref("1", "1.1")]
    assert (row.loai, row.stt, row.cha, row.chi_tiet) == (Kind.COUNT, "1.1", "1", False)


def test_a_unit_stated_as_empty_is_a_blank_cell_also_of_a_percentage() -> None:
    text = _rows(
        "ma: 1, khai_niem: a, nhan: A, loai: ty_le",
        'ma: 2, khai_niem: b, nhan: B, loai: ty_le, don_vi_tinh: ""',
    )
    units = [row.don_vi_tinh for row in read_form_set(read(text.encode(), "bm.yaml")).rows.values()]
    assert units == [("%",), ()]


def test_a_row_may_join_the_cells_of_unit_and_value() -> None:
    text = _rows(GOOD, "ma: 2, khai_niem: b, nhan: B, loai: van_ban, gop_o: don_vi_so_lieu")
    joined = [row.gop_o for row in read_form_set(read(text.encode(), "bm.yaml")).rows.values()]
    assert joined == [None, GopO.UNIT_AND_VALUE]


def test_rows_under_a_row_of_words_are_no_parts_of_a_figure() -> None:
    text = _rows("ma: 1, khai_niem: a, nhan: A, loai: van_ban", "ma: 1.1, khai_niem: b, nhan: B")
    assert not read_form_set(read(text.encode(), "bm.yaml")).rows[Ref("1", "1.1")].chi_tiet


def test_a_formula_may_name_a_row_of_another_form() -> None:
    text = _rows("ma: 1, khai_niem: a, nhan: A", 'ma: 2, khai_niem: b, nhan: B, khong_qua: "1:1"')
    rows = read_form_set(read(text.encode(), "bm.yaml")).rows
    assert rows[Ref("1", "2")].khong_qua == Ref("1", "1")


GOOD = "ma: 1, khai_niem: a, nhan: A"


@pytest.mark.parametrize(
    ("row", "code", "line"),
    [
        ("ma: 1, khai_niem: b, nhan: B", "DL-061", 9),
        ("ma: 2, khai_niem: a, nhan: B", "DL-062", 9),
        ("ma: 2, khai_niem: b, nhan: B, cong_thuc: 1 / 9", "DL-065", 9),
        ("ma: 2, khai_niem: b, nhan: B, khong_qua: 9", "DL-065", 9),
        ("ma: 2.1, khai_niem: b, nhan: B", "DL-065", 9),
        ("ma: 2, khai_niem: b, nhan: B, cong_thuc: 2 + 1", "DL-063", 9),
        ("ma: 2, khai_niem: b, nhan: B, cong_thuc: 1 * 1", "DL-060", 9),
        ("ma: 2, khai_niem: b, nhan: B, cong_thuc: 1 / 1 / 1", "DL-060", 9),
        ("ma: 2, khai_niem: b, nhan: B, cong_thuc: 1 + (2)", "DL-060", 9),
        ("ma: 2, khai_niem: b, nhan: B, chu_thich: {sau: X, noi_dung: y}", "DL-066", 9),
        ("ma: 2, khai_niem: Số B, nhan: B", "DL-012", 9),
        ("ma: hai.-, khai_niem: b, nhan: B", "DL-012", 9),
        ("ma: 2, khai_niem: b, nhan: B, khong_qua: a/b", "DL-012", 9),
        ("ma: 2, khai_niem: b, nhan: B, loai: soluong", "DL-014", 9),
        ("ma: 2, khai_niem: b, nhan: B, loai: ma", "DL-011", 9),
        ("ma: 2, khai_niem: b, nhan: B, gop_o: don_vi", "DL-014", 9),
        ("ma: 2, khai_niem: b, nhan: B, loai: ma, gia_tri_cho_phep: {x: y}", "DL-012", 9),
        ("ma: 2, khai_niem: b, nhan: B, nhann: C", "DL-010", 9),
        ("ma: 2, khai_niem: b", "DL-011", 9),
    ],
)
def test_each_fault_of_a_row_is_found_at_its_line(row: str, code: str, line: int) -> None:
    (problem,) = _problems(_rows(GOOD, row))
    assert (problem.code, problem.where.line) == (code, line)


def test_a_circle_of_formulas_is_found_in_every_row_of_it() -> None:
    text = _rows(
        "ma: 1, khai_niem: a, nhan: A, cong_thuc: 2 + 3",
        "ma: 2, khai_niem: b, nhan: B, cong_thuc: 1 + 3",
        "ma: 3, khai_niem: c, nhan: C",
    )
    assert [(p.code, p.where.line) for p in _problems(text)] == [("DL-063", 8), ("DL-063", 9)]


def test_a_formula_cannot_count_with_a_heading() -> None:
    text = _rows(
        "ma: 1, khai_niem: a, nhan: A, loai: de_muc",
        "ma: 2, khai_niem: b, nhan: B, cong_thuc: 1 + 3",
        "ma: 3, khai_niem: c, nhan: C",
    )
    (problem,) = _problems(text)
    assert (problem.code, problem.where.line) == ("DL-065", 9)


def test_all_faults_of_a_file_come_at_once() -> None:
    text = "ten: thu\ncapp: so\nhieu_luc: {tu: hôm qua}\nbieu_mau:\n  - {so: 1, dong: [x]}\n"
    found = [(p.code, p.where.line, p.where.path) for p in _problems(text)]
    assert found == [
        ("DL-011", 1, "che_do"),
        ("DL-011", 1, "cap"),
        ("DL-013", 3, "hieu_luc.tu"),
        ("DL-012", 5, "bieu_mau[1].dong"),
        ("DL-011", 5, "bieu_mau[1].ten"),
        ("DL-010", 2, ""),
    ]


def test_a_form_given_twice_is_found() -> None:
    twice = HEAD + f'      - {{{GOOD}}}\n  - {{so: "1", ten: B, dong: []}}\n'
    assert [(p.code, p.where.line) for p in _problems(twice)] == [("DL-064", 9)]


def test_a_row_says_how_long_its_value_may_be_kept() -> None:
    text = _rows(
        "ma: 1, khai_niem: a, nhan: A, giu_nguyen: luon",
        "ma: 2, khai_niem: b, nhan: B, giu_nguyen: trong_nam",
        "ma: 3, khai_niem: c, nhan: C",
    )
    rows = read_form_set(read(text.encode(), "bm.yaml")).rows
    kept = [row.giu_nguyen for row in rows.values()]
    assert kept == [GiuNguyen.ALWAYS, GiuNguyen.WITHIN_YEAR, None]

    (problem,) = _problems(_rows("ma: 1, khai_niem: a, nhan: A, giu_nguyen: mai_mai"))
    assert (problem.code, problem.where.line) == ("DL-014", 8)


def test_constraints_of_a_form_set_may_not_name_free_figures() -> None:
    (problem,) = _problems(
        _rows("ma: 1, khai_niem: a, nhan: A")
        + "rang_buoc:\n  - {cong_thuc: sl.x = ct.a, y_nghia: B}\n"
    )

    assert problem.code == "DL-133"
    assert problem.hint is not None
    assert "bo-mau.yaml" in problem.hint.vi
