"""The forms of a report as templates print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.context.so_lieu import in_cell, words
from generator.figure import Kind
from generator.word.values import Footnote, Runs

if TYPE_CHECKING:
    from generator.context.so_lieu import Texts
    from generator.formats.base import Formatter
    from generator.report import Form, Row


class DongIn(Struct, frozen=True, kw_only=True):
    """One row of a form, as printed.

    `loai` is `de_muc` (a heading), `toan_hang` (part of another indicator) or `thuong`;
    `chi_tieu` may hold a footnote and is printed by `{{r dong.chi_tieu }}`; `don_vi_tinh` has one
    line for each code of an enumeration. `cha` is the code of the row above it, empty for the first
    level; `gop_o` is `don_vi_so_lieu` where the value takes the cell of the unit too, else empty.
    """

    stt: str
    chi_tieu: Runs
    don_vi_tinh: str
    so_lieu: str | Runs
    ghi_chu: str | Runs
    loai: str
    cha: str
    gop_o: str

    def __repr__(self) -> str:
        """Return what the row is known by in messages."""
        return f"{self.stt} {self.chi_tieu}".strip()


class BieuMauIn(Struct, frozen=True, kw_only=True):
    """One form: its number, title and rows."""

    so: str
    ten: str
    dong: tuple[DongIn, ...]

    def __repr__(self) -> str:
        """Return what the form is known by in messages."""
        return f"{self.so} {self.ten}".strip()


def bieu_mau_in(form: Form, formatter: Formatter, texts: Texts) -> BieuMauIn:
    """Return `form` as printed, its words taken from `texts` where these fill them in."""
    rows = tuple(_dong(row, formatter, texts) for row in form.rows)
    return BieuMauIn(so=form.so, ten=form.ten, dong=rows)


def _dong(row: Row, formatter: Formatter, texts: Texts) -> DongIn:
    indicator = row.chi_tieu
    detail = "toan_hang" if indicator.chi_tiet else "thuong"
    return DongIn(
        stt=indicator.stt,
        chi_tieu=_label(row),
        don_vi_tinh="\n".join(indicator.don_vi_tinh),
        so_lieu=(row.bang_loi and words(row, "bang_loi", texts)) or in_cell(row, formatter),
        ghi_chu=row.ghi_chu and words(row, "ghi_chu", texts),
        loai="de_muc" if indicator.loai is Kind.HEADING else detail,
        cha=indicator.cha,
        gop_o=indicator.gop_o or "",
    )


def _label(row: Row) -> Runs:
    note = row.chi_tieu.chu_thich
    if note is None:
        return Runs((row.nhan,))
    before, after, rest = row.nhan.partition(note.sau)
    return Runs((before + after, Footnote(note.noi_dung), rest))
