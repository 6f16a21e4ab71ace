"""Report -> the names a template and a narrative may use. The one place where they are declared.

How each value prints is in the module of its kind.

| name | what it is |
|---|---|
| `ky` | the period, see `KyIn`; `ky.truoc`, `ky.sau`, `ky.cung_ky` are periods too |
| `don_vi`, `don_vi.cha` | the reporting unit and its superior, see `DonViIn` |
| `so_hieu`, `so_ky_hieu` | number and symbol, without and with "Số:"; a gap for a blank number |
| `ngay_thang`, `dia_danh_thoi_gian` | day of issue, gaps for blanks; the same after the place |
| `kinh_gui`, `luu` | addressees, what follows "Lưu:"; lists of texts |
| `noi_nhan` | receivers, one by one or in groups with a purpose, see `NoiNhanIn` |
| `chu_ky` | `chu_ky.dong` lines above the signature, `chu_ky.ten` the name |
| `vb.<key>` | a document cited, see `VanBanIn` |
| `ct.<concept>` | an indicator of the forms by concept name, see `formats.printed` |
| `sl.<name>` | free figures of the data, nested as they stand there |
| `truoc`, `cung_ky` | figures of the period before, of this period last year: see `ky_truoc` |
| `nam_truoc`, `nam_nay` | figures of last year, of this year; `nam_truoc.quy[1]` of its quarters |
| `bieu_mau` | the forms, see `BieuMauIn` and `DongIn` |
| `minh_hoa` | whether the figures are made up: the page has to say so |
| `noi_dung` | the narrative, a block for `{{p noi_dung }}` |
| `anh(tep, rong, cao)` | a picture beside the data file, in mm: `{{ anh("a.png", rong=120) }}` |
| `ke_ngang(text, rong)` | the line under an agency's name, see `word.rule_line` |
| `bieu_do(du_lieu, nhan, gia_tri, tieu_de)` | a native bar chart, see `generator.bieu_do` |
| `ten_bang(nhan)`, `bang(nhan)` | number of a table of the text: at its caption, in a sentence |
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator import bang
from generator.bieu_do import bieu_do
from generator.chu_ky import signature_lines
from generator.context.bieu_mau import BieuMauIn, DongIn, bieu_mau_in
from generator.context.don_vi import DonViIn, don_vi_in
from generator.context.ky import KyIn
from generator.context.so_lieu import by_period, figures
from generator.context.van_ban import VanBanIn, van_ban_in
from generator.context.van_thu import ChuKyIn, NoiNhanIn, luu
from generator.ky_truoc import World, earlier_figures
from generator.word.rule_line import ke_ngang

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.context.so_lieu import Texts
    from generator.formats.base import Formatter
    from generator.period import Ky
    from generator.report import Report

__all__ = [
    "GLOBALS",
    "BieuMauIn",
    "ChuKyIn",
    "DonViIn",
    "DongIn",
    "KyIn",
    "NoiNhanIn",
    "VanBanIn",
    "build_context",
]

# What templates may call beside the names of one report.
GLOBALS: Mapping[str, Callable[..., object]] = {
    "ke_ngang": ke_ngang,
    "bieu_do": bieu_do,
    **bang.NAMES,
}


def build_context(
    report: Report,
    formatter: Formatter,
    *,
    texts: Texts = MappingProxyType({}),
    earlier: Callable[[Ky], Report | None] = lambda _: None,
) -> dict[str, object]:
    """Return every name a template may use for `report`, written by `formatter`.

    `texts` are the words of rows whose placeholders are filled in (see `ghi_chu`), `earlier` finds
    reports of the same unit on other periods when a template asks for them.
    """
    number = formatter.document_number(report.so_ky_hieu.so, report.so_ky_hieu.ky_hieu)
    issued = report.ngay_ban_hanh
    day = formatter.date_with_blanks(day=issued.ngay, month=issued.thang, year=issued.nam)
    own = figures(report, formatter, texts)
    world = World(
        lookup=by_period(own, report, formatter, earlier),
        own=own,
        formatter=formatter,
        name_of=lambda period: KyIn(period, formatter),
    )
    return {
        "ky": KyIn(report.ky, formatter),
        "don_vi": don_vi_in(report.don_vi, report.cha),
        "so_hieu": number.removeprefix(formatter.words.document_number),
        "so_ky_hieu": number,
        "ngay_thang": day,
        "dia_danh_thoi_gian": f"{report.don_vi.dia_danh}, {day}",
        "kinh_gui": report.kinh_gui,
        "noi_nhan": tuple(NoiNhanIn(dong=e.dong, muc_dich=e.muc_dich) for e in report.noi_nhan),
        "luu": luu(report, formatter),
        "chu_ky": ChuKyIn(dong=signature_lines(report.nguoi_ky), ten=report.nguoi_ky.ten),
        "vb": {key: van_ban_in(document, formatter) for key, document in report.van_ban.items()},
        "ct": own.ct,
        "sl": own.sl,
        **earlier_figures(report.ky, world),
        "minh_hoa": report.minh_hoa,
        "bieu_mau": tuple(bieu_mau_in(form, formatter, texts) for form in report.bieu_mau),
    }
