"""The five published reports: what the rules on figures find in them, and nothing else.

Each finding is a mistake of the report itself, looked up in the original; the relations that hold
in the originals are constraints of their data files too, and stay silent.
"""

from __future__ import annotations

import pytest

from generator.pipeline import Source
from tests.checks.build import FIGURES, ROOT, workshop

EXPECTED = {
    "2022-Q1/so-noi-vu-dong-nai": [
        ("NQ-013", "so_lieu.danh_gia_cchc.cap_so.xuat_sac"),  # 14/21 + 06/21 leaves one unit
        ("NQ-013", "so_lieu.kiem_tra.huyen"),  # 03 huyện named, 4 in form 1
        ("NQ-010", "so_lieu.bien_che.duoc_giao.bien_che"),  # the Sở in the text, ...
        ("NQ-010", "so_lieu.bien_che.duoc_giao.su_nghiep"),  # ... the province in form 4
        ("NQ-010", "so_lieu.bien_che.thuc_hien.bien_che"),
        ("NQ-010", "so_lieu.bien_che.thuc_hien.hop_dong"),
        ("NQ-010", "so_lieu.bien_che.thuc_hien.su_nghiep"),
        ("NQ-010", "so_lieu.can_bo.ky_luat"),  # 03 Trưởng phòng, none in form 5
        ("NQ-012", "so_lieu.xu_ly_van_ban.ty_le_dien_tu"),  # 7431 of 1655
        ("NQ-013", "so_lieu.xu_ly_van_ban.ccvc.tong_so"),  # 87, but 76 + 10 + 7 = 93
        ("NQ-013", "so_lieu.chu_ky_so.chung_thu_so"),  # 05 for 03 units
        ("NQ-012", "so_lieu.dich_vu_cong[10].ty_le_4"),  # 86,37, changed to add up to 100
        ("NQ-013", "so_lieu.ket_qua.hai_long"),  # 100%, measured 95,74% at best
        ("NQ-013", "so_lieu.chi_tieu.hai_long"),  # a target below what is reached
        ("NQ-002", "bieu_mau.1.2"),
        ("NQ-005", "bieu_mau.2.3.2.2"),
        ("NQ-005", "bieu_mau.3.2.1"),  # 1.4 = 0, so every part of it is too large
        ("NQ-005", "bieu_mau.3.2.3"),
        ("NQ-013", "bieu_mau.3.3.1.1"),  # 155 resolved, 110 received
        ("NQ-003", "bieu_mau.3.3.2"),
        ("NQ-032", "bieu_mau.4.2.2"),
        ("NQ-032", "bieu_mau.4.3.2"),
        ("NQ-001", "bieu_mau.7.4.1"),
        ("NQ-001", "bieu_mau.7.4.2"),
        ("NQ-001", "bieu_mau.7.4.3"),
        ("NQ-004", "bieu_mau.7.4.3.1"),  # 82 of three levels, 20 + 44 of the province in the form
        ("NQ-011", "bieu_mau.7.4.3.1"),  # again 1.4 = 0
        ("NQ-001", "bieu_mau.7.4.4"),
    ],
    "2022/tra-vinh-tra-cu": [
        ("NQ-010", "so_lieu.mot_cua.truc_tuyen.da_giai_quyet"),  # 1680 and 2281 on one portal
        ("NQ-012", "so_lieu.mot_cua.truc_tuyen.ty_le_dung_han"),  # 93,4 and 90,6
    ],
    "2022-Q3/ben-tre": [
        ("NQ-010", "so_lieu.kiem_tra.ke_hoach"),  # 08 planned, 05 + 03 + 03 named
        ("NQ-012", "so_lieu.nha_dat.ty_le"),  # 87,77 cut off
        ("NQ-001", "bieu_mau.1.2"),
        ("NQ-003", "bieu_mau.2.2.2"),
        ("NQ-010", "bieu_mau.4.1.5.1"),  # 614 and 634 units
        ("NQ-010", "bieu_mau.5.1.2"),  # 614 and 615 units
        ("NQ-001", "bieu_mau.6.1"),
        ("NQ-004", "bieu_mau.6.2.4"),
        ("NQ-001", "bieu_mau.7.6.3"),
        ("NQ-001", "bieu_mau.7.6.4"),
        ("NQ-001", "bieu_mau.7.6.5"),
    ],
    "2021/ha-nam": [
        ("NQ-018", "bieu_mau[1].dong[43]"),  # 3.2 and 3.5 bear one title
        ("NQ-013", "so_lieu.mot_cua.so_nganh"),  # 19 and 17
        ("NQ-010", "so_lieu.bo_may.tinh_gian"),  # 36 and 03 + 38
        ("NQ-018", "so_lieu.cong_vu.giao_vien[4].ten"),  # Giáo viên THPT twice
        ("NQ-013", "so_lieu.can_bo_xa.dang_vien"),  # every one of 2.108
        ("NQ-011", "so_lieu.tu_chu_su_nghiep.cap_huyen"),  # 394 and 378
        ("NQ-012", "so_lieu.hien_dai_hoa.ty_le_muc_4"),  # 66,16 for 66,15
        ("NQ-012", "so_lieu.hien_dai_hoa.ty_le_muc_2"),  # 7,95 for 7,96
        ("NQ-016", "bieu_mau.1.3.6.1"),
        ("NQ-016", "bieu_mau.1.3.6.2"),
        ("NQ-016", "bieu_mau.1.3.6.3"),
        ("NQ-010", "bieu_mau.1.6.1"),  # 477 and 568 units
        ("NQ-017", "bieu_mau.1.7.4"),  # a percentage without its unit
    ],
    "2018-Q1/dong-nai-bien-hoa": [
        ("NQ-010", "so_lieu.bo_may.don_vi_su_nghiep"),  # 132, but 132 + 12
        ("NQ-010", "so_lieu.bo_may.su_nghiep_giao_duc.tong_so"),  # 132, but 33 + 54 + 33
        ("NQ-010", "so_lieu.bien_che.tong_so"),  # 6.377, but 199 + 3 + 6.260
        ("NQ-010", "so_lieu.bien_che.duoc_giao.su_nghiep"),  # 7.046, but 6.987 + 277
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_every_wrong_figure_of_a_report_is_found_and_nothing_else(name: str) -> None:
    blob = (ROOT / "data" / f"{name}.yaml").read_bytes()
    shown = workshop().check(Source(blob=blob, name=f"{name}.yaml"), words=False).shown
    assert [(p.code, p.where.path) for p in shown if p.code in FIGURES] == EXPECTED[name]


def _samples() -> list[str]:
    return sorted(p.stem for p in (ROOT / "data" / "2022-Q1").glob("dong-nai-*.yaml"))


@pytest.mark.parametrize("name", _samples())
def test_the_sample_units_are_consistent(name: str) -> None:
    blob = (ROOT / "data" / "2022-Q1" / f"{name}.yaml").read_bytes()
    shown = workshop().check(Source(blob=blob, name=f"{name}.yaml"), words=False).shown
    assert [(p.code, p.where.path) for p in shown if p.code in FIGURES] == []
