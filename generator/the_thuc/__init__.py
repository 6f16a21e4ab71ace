"""Layout of administrative documents: rules of Nghị định 30/2020 on any finished docx.

    problems = check(blob, "bao-cao.docx")

Each rule is a module `tt_…`, in the decree's order: `CODE`, `SEVERITY`, `check(view)`, and its
manual as docstring. `doc/` reads the document and finds its parts; it judges nothing. A document
that cannot be understood gives problems "not found", never an exception. `plain_tables` leaves out
of a report just made what no rule needs to see.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace

from generator.problem import Severity
from generator.the_thuc import (
    tt_001_kho_giay,
    tt_002_le_trang,
    tt_003_phong_chu,
    tt_004_so_trang,
    tt_005_quoc_hieu,
    tt_006_tieu_ngu,
    tt_007_co_quan,
    tt_008_so_ky_hieu,
    tt_009_dia_danh_thoi_gian,
    tt_010_ten_loai,
    tt_011_trich_yeu,
    tt_012_kinh_gui,
    tt_013_can_cu,
    tt_014_doan_van,
    tt_015_khoang_cach,
    tt_016_co_chu,
    tt_017_de_muc,
    tt_018_ket_thuc,
    tt_019_chu_ky,
    tt_020_ho_ten,
    tt_021_noi_nhan,
    tt_022_nhu_tren,
    tt_023_phu_luc,
    tt_024_kem_theo,
    tt_025_thieu_ho_ten,
    tt_026_so_phan,
    tt_030_con_sot,
    tt_031_hang_trong,
    tt_032_khoang_trang,
    tt_033_dung_san,
    tt_034_ban_thao,
    tt_090_truoc_2020,
)
from generator.the_thuc.doc.elements import View, view_of
from generator.the_thuc.doc.parts import Shelf, open_parts
from generator.the_thuc.doc.reading import read_parts
from generator.the_thuc.judging import Rule
from generator.the_thuc.plain_tables import PlainTables
from generator.word.faults import RefusedError

if TYPE_CHECKING:
    from generator.problem import Problem
    from generator.the_thuc.blocks import TextBlock

__all__ = ["RULES", "Inspector", "Rule", "check", "read"]

_KEPT: Final = 16  # sets of styles: template sets of one batch
# -- what the decree says, in its order --
_DECREE: tuple[Rule, ...] = (
    tt_001_kho_giay,
    tt_002_le_trang,
    tt_003_phong_chu,
    tt_004_so_trang,
    tt_005_quoc_hieu,
    tt_006_tieu_ngu,
    tt_007_co_quan,
    tt_008_so_ky_hieu,
    tt_009_dia_danh_thoi_gian,
    tt_010_ten_loai,
    tt_011_trich_yeu,
    tt_012_kinh_gui,
    tt_013_can_cu,
    tt_014_doan_van,
    tt_015_khoang_cach,
    tt_016_co_chu,
    tt_017_de_muc,
    tt_018_ket_thuc,
    tt_019_chu_ky,
    tt_020_ho_ten,
    tt_021_noi_nhan,
    tt_022_nhu_tren,
    tt_023_phu_luc,
    tt_024_kem_theo,
    tt_025_thieu_ho_ten,
    tt_026_so_phan,
)
# -- what no finished document may hold, whenever it was written --
_FINISHED: tuple[Rule, ...] = (
    tt_030_con_sot,
    tt_031_hang_trong,
    tt_032_khoang_trang,
    tt_033_dung_san,
    tt_034_ban_thao,
)
# -- the rules that look at paragraphs of tables; those of `PlainTables` break none of them --
_EVERYWHERE: tuple[Rule, ...] = (tt_003_phong_chu, *_FINISHED)
RULES: tuple[Rule, ...] = (*_DECREE, *_FINISHED, tt_090_truoc_2020)


class Inspector:
    """Checks one document after the other, and remembers what those of one template share."""

    codes: ClassVar = tuple(rule.CODE for rule in RULES)

    def __init__(self) -> None:
        """Begin with nothing."""
        self._shelf = Shelf()
        # -- what a shape looks like depends on nothing else --
        self._plain = lru_cache(_KEPT)(lambda _styles, _numbering: PlainTables(_EVERYWHERE))

    def check(self, blob: bytes, name: str) -> tuple[Problem, ...]:
        """Return what breaks the rules in the docx `blob`, called `name` in places.

        A file that is no Word document at all gives the one problem that says why (MA-001 to
        MA-010).
        """
        try:
            view = self._view(blob, name)
        except RefusedError as refused:
            return (refused.problem.at(file=name),)
        older = tt_090_truoc_2020.is_older(view)
        rules = (tt_090_truoc_2020, *_FINISHED) if older else (*_DECREE, *_FINISHED)
        return tuple(problem for rule in rules for problem in rule.check(view))

    def remarks(self, blob: bytes, name: str) -> tuple[Problem, ...]:
        """Return what `check` finds in a report just made, as warnings: they never stop a report.

        What the check of its data has said already (DL-053, "Như trên") is not said again.
        """
        return tuple(
            replace(found, severity=Severity.WARNING)
            for found in self.check(blob, name)
            if found.code != tt_022_nhu_tren.CODE
        )

    def _view(self, blob: bytes, name: str) -> View:
        parts = open_parts(blob, self._shelf)
        plain = self._plain(parts.styles, parts.numbering)
        return plain.view(parts, name) or view_of(read_parts(parts, parts.document), name)


def check(blob: bytes, name: str) -> tuple[Problem, ...]:
    """Return what breaks the rules in one docx, as `Inspector.check` does."""
    return Inspector().check(blob, name)


def read(blob: bytes, name: str) -> tuple[TextBlock, ...]:
    """Return the text of any docx, part by part, with places. Raises Stopped if it is none."""
    from generator.the_thuc.blocks import text_blocks  # noqa: PLC0415  # no check needs it

    return text_blocks(blob, name)
