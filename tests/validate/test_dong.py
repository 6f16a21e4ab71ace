"""Rows of a form found by code or by label, as workbooks state both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.bieu_mau_reader import read_form_set
from generator.readers import read
from generator.validate import Known
from tests.validate.build import HEAD, known, problems, report

if TYPE_CHECKING:
    from generator.report import Report, Row

FORM_SET = """\
ten: bo-thu
che_do: cchc
cap: [so]
bieu_mau:
  - so: "1"
    ten: Biểu một
    dong:
      - {ma: 1, in: "1.", khai_niem: a, nhan: Số xã}
      - {ma: 2, khai_niem: muc_2, nhan: Mục hai, loai: de_muc}
      - {ma: 2.1, in: "2.1.", khai_niem: b, nhan: Số việc đã xong}
      - {ma: 3, khai_niem: muc_3, nhan: Mục ba, loai: de_muc}
      - {ma: 3.1, in: "3.1.", khai_niem: c, nhan: Số việc đã xong}
      - {ma: 4, in: "", khai_niem: d, nhan: "Tỷ lệ của {don_vi}", loai: ty_le}
"""


def _known() -> Known:
    form_set = read_form_set(read(FORM_SET.encode(), "bm.yaml"))
    return Known(
        danh_muc=known().danh_muc,
        form_sets=(form_set,),
        template_sets=("so",),
        che_do="cchc",
        cap="so",
    )


def _text(*rows: str) -> str:
    return f"{HEAD}bieu_mau:\n  1:\n" + "".join(f"    {row}\n" for row in rows)


def _rows(*rows: str) -> dict[str, Row]:
    made: Report = report(_text(*rows), _known())[0]
    return {concept: row for concept, row in made.by_concept().items() if row.figure.is_given}


@pytest.mark.parametrize(
    ("row", "concept"),
    [
        ("1: {chi_tieu: Số xã, gia_tri: 5}", "a"),
        ("1: {chi_tieu: Số xã (nhập mới), gia_tri: 5}", "a"),  # nobody's label: the code is certain
        ("Số xã: {chi_tieu: Số xã, gia_tri: 5}", "a"),
        ('"1. SỐ  XÃ": {chi_tieu: "SỐ  XÃ", stt: "1.", gia_tri: 5}', "a"),
        ("3.1: {chi_tieu: Số việc đã xong, gia_tri: 5}", "c"),
        ('"3.1": {chi_tieu: Số việc đã xong, gia_tri: 5}', "c"),
        ('x: {chi_tieu: Số việc đã xong, stt: "3.1", gia_tri: 5}', "c"),
        ("x: {chi_tieu: Tỷ lệ của Sở Y, gia_tri: 5}", "d"),
    ],
)
def test_a_row_is_found_by_its_code_or_by_its_label(row: str, concept: str) -> None:
    rows = _rows(row)
    assert list(rows) == [concept]
    assert rows[concept].where.path == f"bieu_mau.1.{rows[concept].chi_tieu.ma}"


@pytest.mark.parametrize(
    ("rows", "code", "line", "words"),
    [
        (["x: {chi_tieu: Số việc đã xong, gia_tri: 5}"], "DL-094", 11, "2.1, 3.1"),
        (["x: {chi_tieu: Số việc đã xong, stt: 9, gia_tri: 5}"], "DL-094", 11, "2.1, 3.1"),
        (["1: {chi_tieu: Số việc đã xong, gia_tri: 5}"], "DL-093", 11, "dòng 2.1"),
        (["Số phường: {chi_tieu: Số phường, gia_tri: 5}"], "DL-031", 11, "“Số phường”"),
        (["1: 5", "x: {chi_tieu: Số xã, gia_tri: 5}"], "DL-003", 12, "Dòng 1"),
    ],
)
def test_what_may_be_several_rows_is_refused(
    rows: list[str], code: str, line: int, words: str
) -> None:
    found = [p for p in problems(_text(*rows), _known()) if p.severity == "error"]
    assert [(p.code, p.where.line) for p in found] == [(code, line)]
    assert words in found[0].message.vi
