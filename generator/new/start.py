"""What stands in a new data file before the clerk fills it: the unit's own, and what carries over.

From the unit's last report come the signer, the documents cited, the names of the free figures
(their values left blank) and the values of indicators that rarely change (`giu_nguyen`). Receivers
are those of the register, else those of the last report; without a last report the register tells
the signer, and the superior is addressed. A template set that the last report was not made with has
names of its own: those of its sample data, if it has any.
A last report whose figures are made up (`so_lieu_minh_hoa`) gives the names of its documents and
figures, nothing that it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from generator.bieu_mau import GiuNguyen
from generator.chu_ky import NguoiKy
from generator.figure import Figure, Kind, Status
from generator.noi_nhan import NoiNhan
from generator.report import FreeLeaf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.bieu_mau import ChiTieu, Ref
    from generator.don_vi import DonVi
    from generator.new.asked import Asked
    from generator.period import Ky
    from generator.report import Free, Report, Row
    from generator.van_ban import VanBan

NOT_USED = "lời văn không dùng"
_DEFAULT_LIST = "mac_dinh"
_RECORDS_OFFICE = "VT"
_TO_FILL_IN = Status.BLANK.value  # the drafting unit's abbreviation, which only the clerk knows
_AS_ABOVE = "Như trên"
_BLANK = Figure(kind=Kind.TEXT, status=Status.BLANK)


class FreeStart(Struct, frozen=True, kw_only=True):
    """One free value of a new file: what it starts with, and what it was last time."""

    value: Figure | str
    before: Figure | date | str


FreeTree: TypeAlias = "FreeStart | tuple[FreeTree, ...] | Mapping[str, FreeTree]"


class Start(Struct, frozen=True, kw_only=True):
    """A new data file. `truoc` is the period of the last report, None where none was found.

    `kept` holds what carries over, `before` every row of the last report by its concept.
    `theo_vi_du`: documents and free figures are named as in the sample of the template set.
    `minh_hoa` is the period of a last report that was left aside, its figures being made up.
    `dung_o` tells of the leaves of `so_lieu`, by dotted name, where the text prints them; it is
    `NOT_USED` for those that no text prints.
    """

    asked: Asked
    nguoi_ky: NguoiKy
    truoc: Ky | None = None
    kinh_gui: tuple[str, ...] = ()
    noi_nhan: tuple[NoiNhan, ...] = ()
    luu: tuple[str, ...] = (_RECORDS_OFFICE, _TO_FILL_IN)
    so_ban_luu: int | None = None
    van_ban: Mapping[str, VanBan] = field(default_factory=dict)
    so_lieu: Mapping[str, FreeTree] = field(default_factory=dict)
    kept: Mapping[Ref, Row] = field(default_factory=dict)
    before: Mapping[str, Row] = field(default_factory=dict)
    theo_vi_du: bool = False
    minh_hoa: Ky | None = None
    dung_o: Mapping[str, str] = field(default_factory=dict)

    def leaves(self) -> Iterator[tuple[str, FreeTree]]:
        """Give the leaves of `so_lieu`, empty groups too, by dotted name; lists count from 1."""
        for name, tree in self.so_lieu.items():
            yield from _leaves(tree, name)


def begin(asked: Asked, last: Report | None, sample: Report | None = None) -> Start:
    """Return the new file of what was asked for, after the unit's last report, if there is one.

    `sample` is the sample data of the template set that was asked for.
    """
    made_up = last if last and last.minh_hoa else None
    start = _after(asked, None if made_up else last)
    if made_up:
        start = replace(start, minh_hoa=made_up.ky)
    same_set = last is not None and last.bo_mau == asked.bo_mau.ten
    if made_up and same_set:
        names = {name: _named(value) for name, value in made_up.so_lieu.items()}
        return replace(start, theo_vi_du=True, van_ban=_unnumbered(made_up), so_lieu=names)
    if sample is None or same_set:
        return start
    return replace(
        start,
        theo_vi_du=True,
        van_ban=_unnumbered(sample),
        so_lieu={name: _unlike(_emptied(value)) for name, value in sample.so_lieu.items()},
    )


def _leaves(tree: FreeTree, path: str) -> Iterator[tuple[str, FreeTree]]:
    if isinstance(tree, FreeStart) or not tree:
        yield path, tree
        return
    entries = tree.items() if isinstance(tree, Mapping) else enumerate(tree, start=1)
    for name, value in entries:
        yield from _leaves(value, f"{path}.{name}")


def _unnumbered(report: Report) -> dict[str, VanBan]:
    return {key: replace(one, so="", ngay=None) for key, one in report.van_ban.items()}


def _after(asked: Asked, last: Report | None) -> Start:
    if last is None:
        above, receivers = _addressed(asked)
        return Start(
            asked=asked, nguoi_ky=_signer(asked.don_vi), kinh_gui=above, noi_nhan=receivers
        )
    before = last.by_concept()
    return Start(
        asked=asked,
        truoc=last.ky,
        kinh_gui=last.kinh_gui,
        noi_nhan=_receivers(asked, last),
        luu=last.luu if last.luu != (_RECORDS_OFFICE,) else (_RECORDS_OFFICE, _TO_FILL_IN),
        so_ban_luu=last.so_ban_luu,
        nguoi_ky=last.nguoi_ky,
        van_ban=last.van_ban,
        so_lieu={name: _emptied(value) for name, value in last.so_lieu.items()},
        kept=_kept(asked, last, before),
        before=before,
    )


def _signer(unit: DonVi) -> NguoiKy:
    """Return the head of the unit by the register, else a deputy it names, else nobody by name."""
    head = next((one for one in unit.lanh_dao if one.chuc_vu == unit.chuc_danh), None)
    signs = head or next(iter(unit.lanh_dao), None)
    if signs is None:
        return NguoiKy(ten="", chuc_vu=unit.chuc_danh)
    return NguoiKy(
        ten=signs.ten, chuc_vu=signs.chuc_vu, ky_thay="" if signs is head else unit.chuc_danh
    )


def _addressed(asked: Asked) -> tuple[tuple[str, ...], tuple[NoiNhan, ...]]:
    """Return who a first report is addressed to, and its receivers: the superior stands above.

    Nghị định 30/2020, phụ lục I, II.9: a report to a superior has “Kính gửi”, then “Như trên”.
    """
    receivers = _receivers(asked, None)
    if asked.cha is None:
        return (), receivers
    first = NoiNhan(dong=(_AS_ABOVE,))
    others = (one for one in receivers if one.dong not in ((asked.cha.ten,), first.dong))
    return (asked.cha.ten,), (first, *others)


def _receivers(asked: Asked, last: Report | None) -> tuple[NoiNhan, ...]:
    """Return the list of the register, else those of last time, else the superior body."""
    parent = asked.cha.noi_nhan if asked.cha else {}
    registered = {**parent, **asked.don_vi.noi_nhan}.get(_DEFAULT_LIST)
    if registered:
        return registered
    if last:
        return last.noi_nhan
    return (NoiNhan(dong=(asked.cha.ten,)),) if asked.cha else ()


def _kept(asked: Asked, last: Report, before: Mapping[str, Row]) -> dict[Ref, Row]:
    if asked.bo_bieu_mau is None:
        return {}
    return {
        ref: before[row.khai_niem]
        for ref, row in asked.bo_bieu_mau.rows.items()
        if _carries_over(row, asked.ky, last.ky) and _usable(before.get(row.khai_niem), row)
    }


def _carries_over(row: ChiTieu, now: Ky, then: Ky) -> bool:
    return row.giu_nguyen is GiuNguyen.ALWAYS or (
        row.giu_nguyen is GiuNguyen.WITHIN_YEAR and now.nam == then.nam
    )


def _usable(before: Row | None, row: ChiTieu) -> bool:
    """Tell whether last time's value fits: the kind or the codes may be others by now.

    A row that was left blank by a word stays so; one that was not stated at all gives nothing.
    """
    if before is None or before.figure.kind is not row.loai:
        return False
    if before.figure.status is Status.BLANK:
        return row.cong_thuc is None and before.where.file != before.chi_tieu.where.file
    if not before.figure.is_given:
        return False
    return not row.gia_tri_cho_phep or before.figure.number in row.gia_tri_cho_phep


def _emptied(value: Free) -> FreeTree:
    """Return the tree with its figures and days left blank; words stay, to be looked over."""
    if isinstance(value, FreeLeaf):
        words = value.value if isinstance(value.value, str) else _BLANK
        return FreeStart(value=words, before=value.value)
    if isinstance(value, Mapping):
        return {name: _emptied(inner) for name, inner in value.items()}
    return tuple(_emptied(inner) for inner in value)


def _unlike(tree: FreeTree) -> FreeTree:
    """Return the tree without what was "last time": values of a sample never were."""
    if isinstance(tree, FreeStart):
        return replace(tree, before=_BLANK)
    if isinstance(tree, Mapping):
        return {name: _unlike(inner) for name, inner in tree.items()}
    return tuple(_unlike(inner) for inner in tree)


def _named(value: Free) -> FreeTree:
    """Return the names of the tree, nothing that stands under them."""
    if isinstance(value, FreeLeaf):
        return FreeStart(value=_BLANK, before=_BLANK)
    if isinstance(value, Mapping):
        return {name: _named(inner) for name, inner in value.items()}
    return tuple(_named(inner) for inner in value)
