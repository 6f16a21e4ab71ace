"""Checks: rules a report is held against, and the warnings a unit has accepted.

A rule is a module of this package: `CODE`, `SEVERITY`, `check(view)`, and its manual as docstring
(see `manual`). Rules never change a report; they only point at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import (
    nq_001_ty_le,
    nq_002_bo_trong,
    nq_003_chia_khong,
    nq_004_tong,
    nq_005_phan,
    nq_006_thuong,
    nq_010_bang,
    nq_011_thu_tu,
    nq_012_ty_le_loi_van,
    nq_013_thuong,
    nq_014_vuot_100,
    nq_015_phan_so,
    nq_016_thieu,
    nq_017_don_vi_tinh,
    nq_018_trung_ten,
    nq_030_luy_ke,
    nq_031_nhay_vot,
    nq_032_chep_so,
    nq_050_so_va_loai,
    nq_051_sau_bao_cao,
    nq_052_mot_so_hai_ngay,
    nq_053_mot_so_hai_van_ban,
    nq_054_thu_tu_so,
    nq_055_vien_dan_thieu,
    nq_056_co_quan_ban_hanh,
    nq_057_nam_trong_so,
    nq_058_loi_viet_so,
    nq_059_nam_ke_hoach,
    nq_060_nam_cu,
    nq_061_ten_ky,
    nq_062_chot_so_lieu,
    nq_063_so_muc,
    nq_064_so_bang,
    nq_065_phu_luc_khong_co,
    nq_066_phu_luc_khong_dan,
    nq_067_phu_luc_khac_viec,
    nq_068_kem_theo,
    nq_069_ten_bieu_mau,
    nq_070_viet_tat,
    nq_071_kieu_quy,
    nq_072_kieu_so_dem,
    nq_073_kieu_ngay,
    nq_074_kieu_khoang_nam,
    nq_075_dau_nghin,
    nq_076_dau_thap_phan,
    nq_077_ten_goi,
    nq_078_ngay_khong_co,
    nq_079_kieu_phan_tram,
    nq_080_lap_tu,
    nq_081_dau_cach,
    nq_082_ngoac,
    nq_083_dau_cuoi,
    nq_084_viet_hoa,
    nq_085_ty_le_trong_cau,
    nq_086_tong_trong_ngoac,
    nq_087_trung_nhan,
    nq_088_cho_trong,
    nq_089_tong_cua_bang,
    nq_090_kinh_gui,
    nq_091_ngay_bao_cao,
    nq_092_ty_le_cac_phan,
)
from generator.checks.acceptance import Accepted, Settled, settle
from generator.checks.view import View
from generator.problem import in_order

if TYPE_CHECKING:
    from generator.checks.view import Rule
    from generator.problem import Problem

__all__ = ["CODES", "RULES", "Accepted", "Settled", "View", "check", "settle"]

RULES: tuple[Rule, ...] = (
    # -- figures of the forms --
    nq_001_ty_le,
    nq_002_bo_trong,
    nq_003_chia_khong,
    nq_004_tong,
    nq_005_phan,
    nq_006_thuong,
    nq_014_vuot_100,
    nq_015_phan_so,
    nq_016_thieu,
    nq_017_don_vi_tinh,
    nq_018_trung_ten,
    # -- constraints: across forms and to the body --
    nq_010_bang,
    nq_011_thu_tu,
    nq_012_ty_le_loi_van,
    nq_013_thuong,
    # -- across periods --
    nq_030_luy_ke,
    nq_031_nhay_vot,
    nq_032_chep_so,
    # -- documents cited --
    nq_050_so_va_loai,
    nq_051_sau_bao_cao,
    nq_052_mot_so_hai_ngay,
    nq_053_mot_so_hai_van_ban,
    nq_054_thu_tu_so,
    nq_055_vien_dan_thieu,
    nq_056_co_quan_ban_hanh,
    nq_057_nam_trong_so,
    nq_058_loi_viet_so,
    nq_059_nam_ke_hoach,
    # -- the report as a whole --
    nq_060_nam_cu,
    nq_061_ten_ky,
    nq_062_chot_so_lieu,
    nq_063_so_muc,
    nq_064_so_bang,
    nq_065_phu_luc_khong_co,
    nq_066_phu_luc_khong_dan,
    nq_067_phu_luc_khac_viec,
    nq_068_kem_theo,
    nq_069_ten_bieu_mau,
    nq_070_viet_tat,
    nq_071_kieu_quy,
    nq_072_kieu_so_dem,
    nq_073_kieu_ngay,
    nq_074_kieu_khoang_nam,
    nq_075_dau_nghin,
    nq_076_dau_thap_phan,
    nq_077_ten_goi,
    nq_078_ngay_khong_co,
    nq_079_kieu_phan_tram,
    nq_080_lap_tu,
    nq_081_dau_cach,
    nq_082_ngoac,
    nq_083_dau_cuoi,
    nq_084_viet_hoa,
    nq_085_ty_le_trong_cau,
    nq_086_tong_trong_ngoac,
    nq_087_trung_nhan,
    nq_088_cho_trong,
    nq_089_tong_cua_bang,
    nq_090_kinh_gui,
    nq_091_ngay_bao_cao,
    nq_092_ty_le_cac_phan,
)

CODES = tuple(rule.CODE for rule in RULES)


def check(view: View) -> tuple[Problem, ...]:
    """Return what breaks any rule, in the order of the file; of one place in the order of rules."""
    return in_order(problem for rule in RULES for problem in rule.check(view))
