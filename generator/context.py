"""Report -> the names a template and a narrative may use. The one place where they are declared.

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

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from generator import bang, ghi_chu
from generator.bieu_do import bieu_do
from generator.chu_ky import signature_lines
from generator.figure import Figure, Kind
from generator.formats.printed import PrintedFigure
from generator.ky_truoc import Figures, World, earlier_figures
from generator.report import FreeLeaf
from generator.word.brace import Brace
from generator.word.rule_line import ke_ngang
from generator.word.values import Footnote, Runs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.don_vi import DonVi
    from generator.formats.base import Formatter
    from generator.period import Ky
    from generator.report import Form, Free, Report, Row
    from generator.van_ban import VanBan

# What templates may call beside the names of one report.
GLOBALS: Mapping[str, Callable[..., object]] = {
    "ke_ngang": ke_ngang,
    "bieu_do": bieu_do,
    **bang.NAMES,
}


Texts: TypeAlias = "Mapping[ghi_chu.Slot, str | Runs]"


class KyIn(Struct, frozen=True):
    """A period: `ten` "Quý I/2022", `day_du` "quý I năm 2022", `rut_gon` "quý I"; prints `ten`."""

    ky: Ky
    formatter: Formatter

    def __str__(self) -> str:
        """Return the title of the period."""
        return self.ten

    @property
    def ten(self) -> str:
        """As in a title."""
        return self.formatter.period_title(self.ky)

    @property
    def day_du(self) -> str:
        """As in running text."""
        return self.formatter.period_running(self.ky)

    @property
    def rut_gon(self) -> str:
        """Without the year."""
        return self.formatter.period_without_year(self.ky)

    @property
    def nam(self) -> int:
        """The year."""
        return self.ky.nam

    @property
    def tu_ngay(self) -> date:
        """The first day of data (Nghị định 09/2019, Điều 12)."""
        return self.ky.tu_ngay

    @property
    def den_ngay(self) -> date:
        """The last day of data."""
        return self.ky.den_ngay

    @property
    def truoc(self) -> KyIn:
        """The period before."""
        return KyIn(self.ky.truoc, self.formatter)

    @property
    def sau(self) -> KyIn:
        """The next period."""
        return KyIn(self.ky.sau, self.formatter)

    @property
    def cung_ky(self) -> KyIn:
        """The same period of the year before."""
        return KyIn(self.ky.cung_ky, self.formatter)


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


class VanBanIn(Struct, frozen=True, kw_only=True):
    """A document cited; prints kind, number, date, issuer and subject, as a first citation does.

    Nghị định 30/2020, phụ lục I, II.6.b: the first citation is complete, later ones `ngan`.
    """

    loai: str
    so: str
    ngay: date | None
    co_quan: str
    trich_yeu: str
    formatter: Formatter

    def __str__(self) -> str:
        """Return the complete citation."""
        return (
            f"{self.khong_trich_yeu} về {self.trich_yeu}"
            if self.trich_yeu
            else (self.khong_trich_yeu)
        )

    @property
    def ngan(self) -> str:
        """`Kế hoạch số 16341/KH-UBND`, for every citation but the first."""
        return f"{self.loai} số {self.so}" if self.so else self.loai

    @property
    def so_ngay(self) -> str:
        """`số 16341/KH-UBND ngày 28/12/2021`; what is not known is left out."""
        number = f"số {self.so}" if self.so else ""
        day = f"ngày {self.formatter.short_date(self.ngay)}" if self.ngay else ""
        return " ".join(piece for piece in (number, day) if piece)

    @property
    def so_ngay_dai(self) -> str:
        """`số 16341/KH-UBND ngày 28 tháng 12 năm 2021`; what is not known is left out."""
        number = f"số {self.so}" if self.so else ""
        day = self.formatter.long_date(self.ngay) if self.ngay else ""
        return " ".join(piece for piece in (number, day) if piece)

    @property
    def day_du(self) -> str:
        """The complete citation with the date in full, for a form or where it stands alone."""
        issuer = f"của {self.co_quan}" if self.co_quan else ""
        subject = f"về {self.trich_yeu}" if self.trich_yeu else ""
        pieces = (self.loai, self.so_ngay_dai, issuer, subject)
        return " ".join(piece for piece in pieces if piece)

    @property
    def khong_trich_yeu(self) -> str:
        """The complete citation without the subject."""
        issuer = f"của {self.co_quan}" if self.co_quan else ""
        return " ".join(piece for piece in (self.loai, self.so_ngay, issuer) if piece)


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
    own = _figures(report, formatter, texts)
    world = World(
        lookup=_lookup(own, report, formatter, earlier),
        own=own,
        formatter=formatter,
        name_of=lambda period: KyIn(period, formatter),
    )
    return {
        "ky": KyIn(report.ky, formatter),
        "don_vi": _don_vi(report.don_vi, report.cha),
        "so_hieu": number.removeprefix(formatter.words.document_number),
        "so_ky_hieu": number,
        "ngay_thang": day,
        "dia_danh_thoi_gian": f"{report.don_vi.dia_danh}, {day}",
        "kinh_gui": report.kinh_gui,
        "noi_nhan": tuple(NoiNhanIn(dong=e.dong, muc_dich=e.muc_dich) for e in report.noi_nhan),
        "luu": _luu(report, formatter),
        "chu_ky": ChuKyIn(dong=signature_lines(report.nguoi_ky), ten=report.nguoi_ky.ten),
        "vb": {key: _van_ban(document, formatter) for key, document in report.van_ban.items()},
        "ct": own.ct,
        "sl": own.sl,
        **earlier_figures(report.ky, world),
        "minh_hoa": report.minh_hoa,
        "bieu_mau": tuple(_bieu_mau(form, formatter, texts) for form in report.bieu_mau),
    }


def _figures(report: Report, formatter: Formatter, texts: Texts) -> Figures:
    return Figures(
        ct={name: _printed(row, formatter, texts) for name, row in report.by_concept().items()},
        sl={name: _free(value, formatter) for name, value in report.so_lieu.items()},
    )


def _lookup(
    own: Figures, report: Report, formatter: Formatter, earlier: Callable[[Ky], Report | None]
) -> Callable[[Ky], Figures | None]:
    """Return what finds the figures of a period, each period once; this report's are its own."""

    @cache
    def lookup(period: Ky) -> Figures | None:
        if period == report.ky:
            return own
        found = earlier(period)
        return None if found is None else _figures(found, formatter, ghi_chu.blanks(found))

    return lookup


def _luu(report: Report, formatter: Formatter) -> tuple[str, ...]:
    """Return the places of filing; the number of copies in brackets after the last."""
    if report.so_ban_luu is None or not report.luu:
        return report.luu
    *others, last = report.luu
    return (*others, f"{last} ({formatter.count(report.so_ban_luu)})")


def _don_vi(unit: DonVi, parent: DonVi | None) -> DonViIn:
    return DonViIn(
        ten=unit.ten,
        day_du=unit.day_du,
        ky_hieu=unit.ky_hieu,
        dia_danh=unit.dia_danh,
        chu_quan=unit.chu_quan,
        ban_hanh=unit.ban_hanh,
        chuc_danh=unit.chuc_danh,
        cha=_don_vi(parent, None) if parent else None,
    )


def _van_ban(document: VanBan, formatter: Formatter) -> VanBanIn:
    return VanBanIn(
        loai=document.loai,
        so=document.so,
        ngay=document.ngay,
        co_quan=document.co_quan,
        trich_yeu=document.trich_yeu,
        formatter=formatter,
    )


def _free(value: Free, formatter: Formatter) -> object:
    if isinstance(value, FreeLeaf):
        leaf = value.value
        return (
            PrintedFigure(so_lieu_goc=leaf, formatter=formatter)
            if isinstance(leaf, Figure)
            else leaf
        )
    if isinstance(value, Mapping):
        return {name: _free(inner, formatter) for name, inner in value.items()}
    return tuple(_free(inner, formatter) for inner in value)


def _words(row: Row, field: str, texts: Texts) -> str | Runs:
    """Return words of a row, filled in where they have placeholders."""
    stated: str = getattr(row, field)
    return texts.get(ghi_chu.Slot(row.chi_tieu.ref, field), stated) if stated else ""


def _printed(row: Row, formatter: Formatter, texts: Texts) -> PrintedFigure:
    figure = row.figure
    if row.van_ban:
        figure = Figure(kind=Kind.TEXT, text=_van_ban(row.van_ban, formatter).day_du)
    return PrintedFigure(
        so_lieu_goc=figure,
        formatter=formatter,
        ghi_chu=str(_words(row, "ghi_chu", texts)),
        unit_is_percent=row.chi_tieu.don_vi_tinh == ("%",),
    )


def _bieu_mau(form: Form, formatter: Formatter, texts: Texts) -> BieuMauIn:
    rows = tuple(_dong(row, formatter, texts) for row in form.rows)
    return BieuMauIn(so=form.so, ten=form.ten, dong=rows)


def _dong(row: Row, formatter: Formatter, texts: Texts) -> DongIn:
    indicator = row.chi_tieu
    detail = "toan_hang" if indicator.chi_tiet else "thuong"
    return DongIn(
        stt=indicator.stt,
        chi_tieu=_label(row),
        don_vi_tinh="\n".join(indicator.don_vi_tinh),
        so_lieu=_words(row, "bang_loi", texts) or _printed(row, formatter, texts).o,
        ghi_chu=_words(row, "ghi_chu", texts),
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
