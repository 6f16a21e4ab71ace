"""A small world to roll up: a province of three districts and a department, two form sets."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.bieu_mau_reader import read_form_set
from generator.readers import read
from generator.rollup import File, Order, RolledUp, roll_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.bieu_mau import BoBieuMau
    from generator.period import Ky

UNITS = """\
don_vi:
  - {ma: tinh-x, cap: tinh, loai: tỉnh, ten: UBND tỉnh, day_du: Ủy ban nhân dân tỉnh X,
     ky_hieu: UBND, dia_danh: X, ban_hanh: [ỦY BAN NHÂN DÂN, TỈNH X], chuc_danh: Chủ tịch,
     tap_the: Ủy ban nhân dân, noi_nhan: {mac_dinh: [Bộ Nội vụ]}}
  - {ma: so-y, cap: so, loai: sở, ten: Sở Y, day_du: Sở Y tỉnh X, ky_hieu: SY, dia_danh: X,
     cha: tinh-x, chu_quan: UBND TỈNH X, ban_hanh: SỞ Y, chuc_danh: Giám đốc}
  - {ma: h-a, cap: huyen, loai: huyện, ten: UBND huyện, day_du: Ủy ban nhân dân huyện A,
     ky_hieu: UBND, dia_danh: A, cha: tinh-x, ban_hanh: [ỦY BAN NHÂN DÂN, HUYỆN A],
     chuc_danh: Chủ tịch, tap_the: Ủy ban nhân dân, den: 2025-06-30, ke_tuc: [x-d]}
  - {ma: h-b, cap: huyen, loai: thành phố, ten: UBND thành phố, day_du: UBND thành phố B,
     ky_hieu: UBND, dia_danh: B, cha: tinh-x, ban_hanh: [ỦY BAN NHÂN DÂN, THÀNH PHỐ B],
     chuc_danh: Chủ tịch, tap_the: Ủy ban nhân dân, den: 2025-06-30, ke_tuc: [x-d]}
  - {ma: h-c, cap: huyen, loai: huyện, ten: UBND huyện, day_du: Ủy ban nhân dân huyện C,
     ky_hieu: UBND, dia_danh: C, cha: tinh-x, ban_hanh: [ỦY BAN NHÂN DÂN, HUYỆN C],
     chuc_danh: Chủ tịch, tap_the: Ủy ban nhân dân, den: 2025-06-30, ke_tuc: [x-e]}
  - {ma: x-d, cap: xa, loai: phường, ten: UBND phường, day_du: Ủy ban nhân dân phường D,
     ky_hieu: UBND, dia_danh: D, cha: tinh-x, ban_hanh: [ỦY BAN NHÂN DÂN, PHƯỜNG D],
     chuc_danh: Chủ tịch, tap_the: Ủy ban nhân dân, tu: 2025-07-01, tien_than: [h-a, h-b]}
  - {ma: x-e, cap: xa, loai: xã, ten: UBND xã, day_du: Ủy ban nhân dân xã E,
     ky_hieu: UBND, dia_danh: E, cha: tinh-x, ban_hanh: [ỦY BAN NHÂN DÂN, XÃ E],
     chuc_danh: Chủ tịch, tap_the: Ủy ban nhân dân, tu: 2025-07-01, tien_than: [h-c]}
  - {ma: tinh-z, cap: tinh, loai: tỉnh, ten: UBND tỉnh, day_du: Ủy ban nhân dân tỉnh Z,
     ky_hieu: UBND, dia_danh: Z, ban_hanh: [ỦY BAN NHÂN DÂN, TỈNH Z], chuc_danh: Chủ tịch,
     tap_the: Ủy ban nhân dân}
  - {ma: so-z, cap: so, loai: sở, ten: Sở Z, day_du: Sở Z tỉnh Z, ky_hieu: SZ, dia_danh: Z,
     cha: tinh-z, chu_quan: UBND TỈNH Z, ban_hanh: SỞ Z, chuc_danh: Giám đốc}
"""

# What the units report with; `cu` is the set of the year before, with other codes and fewer rows.
OF_UNITS = """\
ten: don-vi
che_do: cchc
cap: [so, huyen, xa]
bieu_mau:
  - so: "1"
    ten: Biểu một
    dong:
      - {ma: 1, khai_niem: tong, nhan: Tổng số, cong_thuc: 1.1 + 1.2}
      - {ma: 1.1, khai_niem: phan_a, nhan: Phần a}
      - {ma: 1.2, khai_niem: phan_b, nhan: Phần b}
      - {ma: 2, khai_niem: von, nhan: Vốn, loai: trieu_dong}
      - {ma: 3, khai_niem: da_duyet, nhan: Đã duyệt, loai: phan_so}
      - {ma: 4, khai_niem: co_khong, nhan: Có, loai: ma, gia_tri_cho_phep: {0: Không, 1: Có}}
      - {ma: 5, khai_niem: y_kien, nhan: Ý kiến, loai: van_ban}
      - {ma: 6, khai_niem: giam, nhan: Tỷ lệ giảm, loai: ty_le}
  - so: "2"
    ten: Biểu hai
    dong:
      - {ma: 1, khai_niem: ty_le, nhan: Tỷ lệ đúng hạn, loai: ty_le, cong_thuc: 1.2 / 1.1}
      - {ma: 1.1, khai_niem: ho_so, nhan: Hồ sơ}
      - {ma: 1.2, khai_niem: dung_han, nhan: Đúng hạn}
      - {ma: 2, khai_niem: rieng, nhan: Riêng của đơn vị}
"""
OLD = """\
ten: don-vi-cu
che_do: cu
cap: [so, huyen]
bieu_mau:
  - so: A
    ten: Biểu A
    dong:
      - {ma: 9, khai_niem: phan_a, nhan: Phần a}
      - {ma: 8, khai_niem: ho_so, nhan: Hồ sơ}
      - {ma: 7, khai_niem: dung_han, nhan: Đúng hạn}
"""
OF_PARENT = """\
ten: tinh
che_do: cchc
cap: [tinh]
bieu_mau:
  - so: "1"
    ten: Biểu một của tỉnh
    dong:
      - {ma: 1, khai_niem: muc, nhan: Mục, loai: de_muc}
      - {ma: 1.1, khai_niem: tong, nhan: Tổng số, cong_thuc: 1.1.1 + 1.1.2}
      - {ma: 1.1.1, khai_niem: phan_a, nhan: Phần a}
      - {ma: 1.1.2, khai_niem: phan_b, nhan: Phần b}
      - {ma: 2, khai_niem: von, nhan: Vốn, loai: trieu_dong}
      - {ma: 3, khai_niem: da_duyet, nhan: Đã duyệt, loai: phan_so}
      - {ma: 4, khai_niem: co_khong, nhan: Có, loai: ma, gia_tri_cho_phep: {0: Không, 1: Có}}
      - {ma: 5, khai_niem: y_kien, nhan: Ý kiến, loai: van_ban}
      - {ma: 6, khai_niem: giam, nhan: Tỷ lệ giảm, loai: ty_le}
      - {ma: 7, khai_niem: cua_tinh, nhan: Riêng của tỉnh}
  - so: "2"
    ten: Biểu hai của tỉnh
    dong:
      - {ma: 1, khai_niem: ty_le_so, nhan: Đúng hạn của sở, loai: ty_le, cong_thuc: 1.2 / 1.1}
      - {ma: 1.1, khai_niem: ho_so_so, nhan: Hồ sơ của sở, tong_hop_tu: {so: ho_so}}
      - {ma: 1.2, khai_niem: dung_han_so, nhan: Đúng hạn của sở, tong_hop_tu: {so: dung_han}}
      - {ma: 2, khai_niem: ty_le_huyen, nhan: Đúng hạn của huyện, loai: ty_le, cong_thuc: 2.2 / 2.1}
      - {ma: 2.1, khai_niem: ho_so_huyen, nhan: Hồ sơ của huyện, tong_hop_tu: {huyen: ho_so}}
      - {ma: 2.2, khai_niem: dung_han_huyen, nhan: Đúng hạn, tong_hop_tu: {huyen: dung_han}}
      - {ma: 3, khai_niem: ty_le, nhan: Đúng hạn chung, loai: ty_le}
"""
FORM_SETS = {"don-vi": OF_UNITS, "don-vi-cu": OLD, "tinh": OF_PARENT}

TEMPLATE_SETS = {
    "dv": "{ten: dv, mau: a.docx, bieu_mau: {che_do: cchc, cap: huyen}}",
    "cu": "{ten: cu, mau: a.docx, bieu_mau: {che_do: cu, cap: huyen}}",
    "khong-bieu": "{ten: khong-bieu, mau: a.docx}",
    "tinh": "{ten: tinh, mau: a.docx, bieu_mau: {che_do: cchc, cap: tinh}}",
    "tinh-cot": "{ten: tinh-cot, mau: a.docx, bieu_mau: {che_do: cchc, cap: tinh},"
    " tong_hop: [von, khong_co]}",
}

ALL = """\
  1: {1.1: 1, 1.2: 2, 2: "10,5", 3: 1/2, 4: 1, 5: tốt, 6: "5"}
  2: {1.1: 10, 1.2: 9, 2: 3}
"""


class Shelf:
    """A library without a disk; `earlier` holds data files by period and unit."""

    template_set_names = tuple(TEMPLATE_SETS)

    def __init__(self, earlier: Mapping[tuple[str, str], str] | None = None) -> None:
        self._earlier = earlier or {}

    def template_file(self, template_set: str, name: str) -> tuple[bytes, str]:
        assert name == "bo-mau.yaml"
        return TEMPLATE_SETS[template_set].encode(), f"templates/{template_set}/{name}"

    def form_sets(self, name: str = "") -> tuple[tuple[bytes, str], ...]:
        chosen = [name] if name in FORM_SETS else list(FORM_SETS)
        return tuple((FORM_SETS[one].encode(), f"bieu-mau/{one}.yaml") for one in chosen)

    def danh_muc(self) -> tuple[tuple[bytes, str], ...]:
        return ((UNITS.encode(), "danh-muc/x.yaml"),)

    def report_of(self, ky: Ky, don_vi: str) -> tuple[bytes, str] | None:
        text = self._earlier.get((str(ky), don_vi))
        return (text.encode(), f"data/{ky}/{don_vi}.yaml") if text else None


def text_of(unit: str, forms: str = ALL, *, ky: str = "2022-Q1", bo_mau: str = "dv") -> str:
    """Return a data file of a unit; its forms begin on line 9."""
    return (
        f"ky: {ky}\ndon_vi: {unit}\nbo_mau: {bo_mau}\nso: trong\n"
        f"ngay: {{ngay: trong, thang: trong, nam: {ky[:4]}}}\nnoi_nhan: [UBND tỉnh]\n"
        "luu: [VT, TH]\nnguoi_ky: {ten: Lê A, chuc_vu: trong}\n"
        + (f"bieu_mau:\n{forms}" if forms else "")
    )


def sent(unit: str, forms: str = ALL, **options: str) -> File:
    """Return the file a unit sends."""
    return File(text_of(unit, forms, **options).encode(), f"data/2022-Q1/{unit}.yaml")


def rolled(
    *files: File, ky: str = "2022-Q1", bo_mau: str = "tinh", shelf: Shelf | None = None
) -> RolledUp:
    """Return what the province makes of `files`."""
    return roll_up(files, Order(don_vi="tinh-x", ky=ky, bo_mau=bo_mau), shelf or Shelf())


@cache
def form_set(name: str) -> BoBieuMau:
    return read_form_set(read(FORM_SETS[name].encode(), f"{name}.yaml"))
