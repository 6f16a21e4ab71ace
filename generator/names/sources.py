"""Which key of a data file each name of templates comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.names.declared import TOP

if TYPE_CHECKING:
    from collections.abc import Mapping

# -- names that stand for the whole of a key, or for what is found in it --
FROM_DATA: Final[Mapping[str, str]] = {
    "ct": "bieu_mau",
    "sl": "so_lieu",
    "vb": "van_ban",
    "kinh_gui": "kinh_gui",
    "noi_nhan": "noi_nhan",
    "luu": "luu",
    "chu_ky": "nguoi_ky",
    "minh_hoa": "so_lieu_minh_hoa",
}
# -- figures of other periods: the same keys of another data file of the unit --
FROM_EARLIER: Final = frozenset(
    name for name, one in TOP.items() if one.type.record == "so_lieu_ky"
)
# -- lists with one element at least: a report has a receiver and a signer --
NEVER_EMPTY: Final = frozenset({("noi_nhan",), ("noi_nhan", "[]", "dong"), ("chu_ky", "dong")})
