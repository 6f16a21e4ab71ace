"""The form set of the provinces of 2021: one annex in seven parts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.bieu_mau import BoBieuMau, GopO, Ref
from generator.bieu_mau_reader import read_form_set
from generator.figure import Kind
from generator.readers import read

FOLDER = Path(__file__).parent.parent / "templates" / "bieu-mau"


@pytest.fixture(scope="module")
def real() -> BoBieuMau:
    return _form_set("tinh-2021")


def test_it_is_one_form_of_121_rows_in_seven_parts(real: BoBieuMau) -> None:
    (form,) = real.bieu_mau
    assert Counter(row.loai for row in form.chi_tieu) == {
        Kind.COUNT: 66,
        Kind.PERCENT: 21,
        Kind.HEADING: 25,
        Kind.ENUMERATED: 7,
        Kind.TEXT: 2,
    }
    parts = [row.stt for row in form.chi_tieu if not row.cha]
    assert parts == ["1.", "2.", "3.", "4.", "5.", "6.", "7."]


def test_rows_without_a_code_share_the_cell_of_their_group(real: BoBieuMau) -> None:
    groups = Counter(row.cha for row in real.rows.values() if row.stt == "Trong đó")
    assert groups == {"3.1.3": 3, "4.1.4": 4, "7.6.1": 3, "7.6.2": 2}


def test_plans_are_cited_across_the_columns_of_unit_and_value(real: BoBieuMau) -> None:
    joined = [row.ma for row in real.rows.values() if row.gop_o is GopO.UNIT_AND_VALUE]
    assert joined == ["1.1", "1.2"]


def test_every_row_but_headings_and_citations_has_a_unit_save_one(real: BoBieuMau) -> None:
    without = [
        row.ma for row in real.rows.values() if not (row.don_vi_tinh or row.is_heading or row.gop_o)
    ]
    assert without == ["7.4"]


def test_totals_are_the_sums_of_their_parts(real: BoBieuMau) -> None:
    formulas = {row.ma: row.cong_thuc.text for row in real.rows.values() if row.cong_thuc}
    assert formulas == {
        "3.1.3": "3.1.3.a + 3.1.3.b + 3.1.3.c",
        "3.5.2": "7.8.1 + 7.8.2",
        "4.1.4": "4.1.4.a + 4.1.4.b + 4.1.4.c",
    }


@pytest.mark.parametrize(
    ("code", "later"),
    [
        ("1.1.1", Ref("1", "2.1")),
        ("3.4.1", Ref("3", "3.1")),
        ("4.1.4", Ref("4", "1.5")),
        ("5.1.3", Ref("5", "2.3")),
        ("6.1", Ref("6", "2.2")),
        ("7.6.2.a", Ref("7", "5.2")),
        ("7.8.2", Ref("7", "6.2.2")),
    ],
)
def test_indicators_keep_their_concept_in_the_set_of_2022(
    real: BoBieuMau, code: str, later: Ref
) -> None:
    concept = real.rows[Ref("1", code)].khai_niem
    assert _form_set("tinh-2022").rows[later].khai_niem == concept


def test_procedures_counted_otherwise_in_2022_have_concepts_of_their_own(real: BoBieuMau) -> None:
    mine = {row.khai_niem for row in real.rows.values()}
    later = _form_set("tinh-2022").rows
    assert later[Ref("3", "1.4")].khai_niem not in mine
    assert later[Ref("3", "1.4.1")].khai_niem not in mine


def _form_set(name: str) -> BoBieuMau:
    path = FOLDER / f"{name}.yaml"
    return read_form_set(read(path.read_bytes(), path.name))
