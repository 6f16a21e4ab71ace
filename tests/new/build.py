"""A unit, its forms and its last report, small enough to be seen at a glance."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.bieu_mau_reader import read_form_set
from generator.bo_mau import BoMau
from generator.don_vi import DanhMuc
from generator.new import Shelf, Start, begin, resolve
from generator.readers import read
from generator.validate import Known, validate
from tests.validate.build import UNITS as ALONE

if TYPE_CHECKING:
    from generator.report import Report

FORM_SET = """\
ten: bo-thu
che_do: cchc
cap: [so]
hieu_luc: {tu: 2022-01-01, den: 2023-12-31}
bieu_mau:
  - so: "1"
    ten: Biểu một
    dong:
      - {ma: 1, khai_niem: tong, nhan: Tổng số, cong_thuc: 1.1 + 1.2}
      - {ma: 1.1, khai_niem: phan_a, nhan: Phần a, giu_nguyen: luon}
      - {ma: 1.2, khai_niem: phan_b, nhan: Phần b, giu_nguyen: trong_nam, don_vi_tinh: Người}
      - {ma: 2, khai_niem: muc, nhan: Mục hai, loai: de_muc}
      - {ma: 2.1, khai_niem: ty_le, nhan: "Tỷ lệ của {don_vi}", loai: ty_le, cong_thuc: 1.1 / 1}
      - {ma: 2.2, khai_niem: co_khong, nhan: Có, loai: ma, gia_tri_cho_phep: {0: Không, 1: Có}}
      - {ma: 2.3, khai_niem: von, nhan: Vốn, loai: trieu_dong, khong_qua: 2.4}
      - {ma: 2.4, khai_niem: von_giao, nhan: Vốn giao, loai: trieu_dong}
  - so: "2"
    ten: Biểu hai
    dong:
      - {ma: 1, khai_niem: phan_so, nhan: Phân số, loai: phan_so}
      - {ma: 2, khai_niem: chu, nhan: Chữ, loai: van_ban}
      - {ma: 3, khai_niem: ty_le_hai, nhan: Tỷ lệ hai, loai: ty_le, cong_thuc: "1:1.2 / 1:1"}
      - {ma: 4, khai_niem: ty_le_ba, nhan: Tỷ lệ ba, loai: ty_le, thuong_khong_qua: "1:2.3"}
"""

UNITS = ALONE.replace(
    "den: 2022-06-30}",
    "den: 2022-06-30,\n     noi_nhan: {mac_dinh: [Sở Y, {nhom: [A, B], muc_dich: để báo cáo}]}}",
)

LAST = """\
ky: 2022-Q1
don_vi: so-y
bo_mau: so
so: 5
ngay: 2022-03-15
noi_nhan: [UBND tỉnh, {nhom: [Sở Z, "Phòng: TH"], muc_dich: để biết}]
luu: {noi: [VT, TH], so_ban: 2}
nguoi_ky: {ten: Lê A, chuc_vu: Phó Giám đốc, ky_thay: Giám đốc}
van_ban:
  kh: {loai: Kế hoạch, so: 05/KH-SY, ngay: 2022-01-17, co_quan: Sở Y, trich_yeu: "việc: này"}
so_lieu:
  kiem_tra: {so_xa: 7, ngay: 2022-02-01, noi: [Xã A, Xã B], khong: []}
  linh_vuc: [{ten: Đất đai, ty_le: "98,5%"}, {ten: "2021", ty_le: 14/21}]
bieu_mau:
  1: {1.1: 3, 1.2: 5, 2.2: 1, 2.3: "1234,5", 2.4: 2000}
  2: {1: 14/21, 2: chữ, 4: 50}
"""


def template_set(ten: str = "so", cap: str = "so") -> BoMau:
    return BoMau(
        ten=ten,
        ten_day_du=f"Bộ {ten}",
        mau="a.docx",
        de_cuong="a.md",
        che_do="cchc" if cap else "",
        cap=cap,
        text_width=9000,
    )


@cache
def shelf() -> Shelf:
    return Shelf(
        danh_muc=DanhMuc.load([read(UNITS.encode(), "dm.yaml")]),
        bo_mau=(template_set(), template_set("trang", "")),
        bo_bieu_mau=(read_form_set(read(FORM_SET.encode(), "bm.yaml")),),
    )


@cache
def report(text: str = LAST, name: str = "a.yaml") -> Report:
    return read_report(text.encode(), name)


def read_report(blob: bytes, name: str) -> Report:
    """Return the report of a data file, in whichever format."""
    known = Known(
        danh_muc=shelf().danh_muc,
        form_sets=shelf().bo_bieu_mau,
        template_sets=("so", "trang"),
        che_do="cchc",
        cap="so",
    )
    return validate(read(blob, name), known)[0]


def start(ky: str = "2022-Q2", don_vi: str = "so-y", *, after: bool = True) -> Start:
    """Return a new file of the unit, after its last report or without one."""
    asked = resolve(don_vi, ky, "so", shelf())
    return begin(asked, report() if after else None)
