"""A unit as templates print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from generator.don_vi import DonVi


class DonViIn(Struct, frozen=True, kw_only=True):
    """A unit: `ten` "Sở Nội vụ", `day_du` with its province, head lines `chu_quan`, `ban_hanh`."""

    ten: str
    day_du: str
    ky_hieu: str
    dia_danh: str
    chu_quan: tuple[str, ...]
    ban_hanh: tuple[str, ...]
    chuc_danh: str
    cha: DonViIn | None = None

    def __str__(self) -> str:
        """Return the name."""
        return self.ten


def don_vi_in(unit: DonVi, parent: DonVi | None) -> DonViIn:
    """Return `unit` as printed, with `parent` as its superior; a superior has none of its own."""
    return DonViIn(
        ten=unit.ten,
        day_du=unit.day_du,
        ky_hieu=unit.ky_hieu,
        dia_danh=unit.dia_danh,
        chu_quan=unit.chu_quan,
        ban_hanh=unit.ban_hanh,
        chuc_danh=unit.chuc_danh,
        cha=don_vi_in(parent, None) if parent else None,
    )
