"""A small world to hold data against: one form set of two forms, three units, a good data file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.bieu_mau_reader import read_form_set
from generator.don_vi import DanhMuc
from generator.problem import Problem, Stopped
from generator.readers import read
from generator.validate import Known, validate
from tests.readers.workbook import as_workbook

if TYPE_CHECKING:
    from generator.report import Report

FORM_SET = """\
ten: bo-thu
che_do: cchc
cap: [so, huyen]
hieu_luc: {tu: 2022-01-01, den: 2022-12-31}
bieu_mau:
  - so: "1"
    ten: Biểu một
    dong:
      - {ma: 1, khai_niem: tong, nhan: Tổng số, cong_thuc: 1.1 + 1.2}
      - {ma: 1.1, khai_niem: phan_a, nhan: Phần a}
      - {ma: 1.2, khai_niem: phan_b, nhan: Phần b}
      - {ma: 2, khai_niem: muc, nhan: Mục hai, loai: de_muc}
      - {ma: 2.1, khai_niem: ty_le, nhan: "Tỷ lệ của {don_vi}", loai: ty_le, cong_thuc: 1.1 / 1}
      - {ma: 2.2, khai_niem: co_khong, nhan: Có, loai: ma, gia_tri_cho_phep: {0: Không, 1: Có}}
      - {ma: 2.3, khai_niem: von, nhan: Vốn, loai: trieu_dong}
  - so: "2"
    ten: Biểu hai
    dong:
      - {ma: 1, khai_niem: phan_so, nhan: Phân số, loai: phan_so}
      - {ma: 2, khai_niem: chu, nhan: Chữ, loai: van_ban}
      - {ma: 3, khai_niem: ty_le_hai, nhan: Tỷ lệ hai, loai: ty_le, cong_thuc: "1:1.2 / 1:1"}
"""

UNITS = """\
don_vi:
  - {ma: tinh-x, cap: tinh, loai: tỉnh, ten: UBND tỉnh, day_du: Ủy ban nhân dân tỉnh X,
     ky_hieu: UBND, dia_danh: X, ban_hanh: [ỦY BAN NHÂN DÂN, TỈNH X], chuc_danh: Chủ tịch,
     tap_the: Ủy ban nhân dân}
  - {ma: so-y, cap: so, loai: sở, ten: Sở Y, day_du: Sở Y tỉnh X, ky_hieu: SY, dia_danh: X,
     cha: tinh-x, chu_quan: UBND TỈNH X, ban_hanh: SỞ Y, chuc_danh: Giám đốc}
  - {ma: huyen-z, cap: huyen, loai: huyện, ten: UBND huyện, day_du: Ủy ban nhân dân huyện Z,
     ky_hieu: UBND, dia_danh: Z, cha: tinh-x, ban_hanh: [ỦY BAN NHÂN DÂN, HUYỆN Z],
     chuc_danh: Chủ tịch, tap_the: Ủy ban nhân dân, den: 2022-06-30}
"""

HEAD = """\
ky: 2022-Q1
don_vi: so-y
bo_mau: so
so: trong
ngay: {ngay: trong, thang: trong, nam: 2022}
noi_nhan: [UBND tỉnh]
luu: [VT, TH]
nguoi_ky: {ten: Lê A, chuc_vu: Giám đốc}
"""

FORMS = """\
bieu_mau:
  1: {1.1: 1, 1.2: 2, 2.2: 1, 2.3: 5}
  2: {1: 1/2, 2: chữ}
"""


@cache
def known() -> Known:
    return Known(
        danh_muc=DanhMuc.load([read(UNITS.encode(), "dm.yaml")]),
        form_sets=(read_form_set(read(FORM_SET.encode(), "bm.yaml")),),
        template_sets=("so", "huyen"),
        che_do="cchc",
        cap="so",
    )


def report(text: str, against: Known | None = None) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report of a data file and its warnings."""
    return validate(read(text.encode(), "a.yaml"), against or known())


def report_in_workbook(text: str) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report and warnings of a workbook that says what a data file says."""
    return validate(read(as_workbook(read(text.encode(), "a.yaml")), "a.xlsx"), known())


def problems_in_workbook(text: str) -> list[Problem]:
    """Return the errors that stop a workbook that says what a data file says."""
    with pytest.raises(Stopped) as caught:
        report_in_workbook(text)
    return [one for one in caught.value.problems if one.severity == "error"]


def problems(text: str, against: Known | None = None) -> tuple[Problem, ...]:
    """Return the problems that stop a data file."""
    with pytest.raises(Stopped) as caught:
        report(text, against)
    return caught.value.problems


def replaced(*pairs: tuple[str, str]) -> str:
    """Return the good data file with some of its text replaced."""
    text = HEAD + FORMS
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def codes(found: tuple[Problem, ...]) -> list[tuple[str, int | None]]:
    """Return code and line of every problem."""
    return [(p.code, p.where.line) for p in found]
