"""The foot of a report as templates print it: receivers, places of filing, the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.word.brace import Brace

if TYPE_CHECKING:
    from generator.formats.base import Formatter
    from generator.report import Report


class ChuKyIn(Struct, frozen=True, kw_only=True):
    """The signature: lines above it and the name below."""

    dong: tuple[str, ...]
    ten: str


class NoiNhanIn(Struct, frozen=True, kw_only=True):
    """An entry of the receivers: `dong`, and `muc_dich` where several lines share a purpose."""

    dong: tuple[str, ...]
    muc_dich: str = ""

    def __str__(self) -> str:
        """Return what stands between "- " and ";": a group takes several lines and a bracket."""
        lines = ";\n- ".join(self.dong)
        return f"{lines} ({self.muc_dich})" if self.muc_dich else lines

    @property
    def ngoac(self) -> Brace:
        """The brace on the right of a group's lines, for `{{r noi.ngoac }}`."""
        return Brace(lines=len(self.dong))


def luu(report: Report, formatter: Formatter) -> tuple[str, ...]:
    """Return the places of filing; the number of copies in brackets after the last."""
    if report.so_ban_luu is None or not report.luu:
        return report.luu
    *others, last = report.luu
    return (*others, f"{last} ({formatter.count(report.so_ban_luu)})")
