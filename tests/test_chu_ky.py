"""The lines above a signature, case by case (Nghị định 30/2020, Điều 13)."""

from __future__ import annotations

import pytest

from generator.chu_ky import NguoiKy, signature_lines


def _lines(**how: str | bool) -> tuple[str, ...]:
    return signature_lines(NguoiKy(ten="A", **how))  # type: ignore[arg-type]  # checked by running


@pytest.mark.parametrize(
    ("how", "lines"),
    [
        ({"chuc_vu": "Giám đốc"}, ("GIÁM ĐỐC",)),
        (
            {"chuc_vu": "Phó Giám đốc", "ky_thay": "Giám đốc"},
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ),
        ({"chuc_vu": "Giám đốc", "quyen": True}, ("Q. GIÁM ĐỐC",)),
        (
            {"chuc_vu": "Chủ tịch", "thay_mat": "Ủy ban nhân dân"},
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ),
        (
            {
                "chuc_vu": "Phó Chủ tịch",
                "ky_thay": "Chủ tịch",
                "thay_mat": "Ủy ban nhân dân",
            },
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            {"chuc_vu": "Chánh Văn phòng", "thua_lenh": "Chủ tịch"},
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        (
            {
                "chuc_vu": "Phó Chánh Văn phòng",
                "ky_thay": "Chánh Văn phòng",
                "thua_lenh": "Chủ tịch",
            },
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ),
        (
            {"chuc_vu": "Giám đốc Sở Nội vụ", "thua_uy_quyen": "Chủ tịch"},
            ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
        ),
    ],
)
def test_the_lines_of_every_way_of_signing(
    how: dict[str, str | bool], lines: tuple[str, ...]
) -> None:
    assert _lines(**how) == lines
