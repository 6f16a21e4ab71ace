"""Raw values of a form-set file -> `BoBieuMau`, or every problem of the file."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bieu_mau import (
    BieuMau,
    BoBieuMau,
    ChiTieu,
    ChuThich,
    CongThuc,
    GiuNguyen,
    GopO,
    Operation,
    Ref,
)
from generator.bieu_mau_rows import check_rows
from generator.don_vi import Cap
from generator.fields import Fields, Problems
from generator.figure import Kind
from generator.problem import Message, Stopped, has_errors
from generator.rang_buoc import read_constraints
from generator.raw import RawScalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.raw import RawMap

_CODE = re.compile(r"[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*")
_CONCEPT = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_REF = re.compile(rf"(?:(?P<bieu>[0-9A-Za-z]+):)?(?P<ma>{_CODE.pattern})")
_PERCENT_UNIT = ("%",)
_KINDS = tuple(kind.value for kind in Kind)
_TITLES = (Kind.HEADING, Kind.TEXT)  # the rows below them are no parts of a figure


def read_form_set(raw: RawMap) -> BoBieuMau:
    """Return the form set that `raw` describes.

    Raises `Stopped` with all problems (DL-010 ... DL-015 for the file, DL-060 ... DL-066 for what
    the rows say of each other), each at its line.
    """
    problems = Problems()
    fields = Fields(raw, problems)
    span = fields.inner("hieu_luc")
    form_set = BoBieuMau(
        ten=fields.text("ten"),
        ten_day_du=fields.text("ten_day_du", required=False),
        che_do=fields.text("che_do"),
        cap=fields.texts("cap", required=True),
        tu=span.date("tu") if span else None,
        den=span.date("den") if span else None,
        bieu_mau=tuple(_form(form, problems) for form in fields.each("bieu_mau", required=True)),
        rang_buoc=read_constraints(fields),
        nhay_vot=_factor(fields),
        where=raw.where,
    )
    if span:
        span.close()
    fields.close()
    if not has_errors(problems.found):
        check_rows(form_set, problems)
    if has_errors(problems.found):
        raise Stopped(problems.found)
    return form_set


def _form(fields: Fields, problems: Problems) -> BieuMau:
    number = fields.text("so")
    rows = [_row(row, number, problems) for row in fields.each("dong", required=True)]
    kinds = {row.ma: row.loai for row in rows}
    form = BieuMau(
        so=number,
        ten=fields.text("ten"),
        chi_tieu=tuple(
            replace(row, chi_tiet=kinds.get(row.cha, Kind.HEADING) not in _TITLES) for row in rows
        ),
        where=fields.raw.where,
    )
    fields.close()
    return form


def _row(fields: Fields, form: str, problems: Problems) -> ChiTieu:
    code = _matching(fields, "ma", _CODE)
    kind = Kind(fields.one_of("loai", _KINDS, default=Kind.COUNT.value))
    legend = _legend(fields, kind)
    row = ChiTieu(
        ref=Ref(form, code),
        stt=fields.text("in", required=False) if fields.raw.get("in") else code,
        khai_niem=_matching(fields, "khai_niem", _CONCEPT),
        nhan=fields.text("nhan"),
        loai=kind,
        don_vi_tinh=_unit(fields, kind, legend),
        gia_tri_cho_phep=legend,
        cong_thuc=_formula(fields, form, problems),
        khong_qua=_reference(fields, "khong_qua", form),
        thuong_khong_qua=_reference(fields, "thuong_khong_qua", form),
        cha=fields.text("cha", required=False) or code.rpartition(".")[0],
        chu_thich=_footnote(fields),
        gop_o=_joined(fields),
        tong_hop_tu=_sources(fields),
        giu_nguyen=_kept(fields),
        luy_ke=fields.flag("luy_ke"),
        vuot_100=fields.flag("vuot_100"),
        bat_buoc=fields.flag("bat_buoc"),
        bat_buoc_khi=_reference(fields, "bat_buoc_khi", form),
        where=replace(fields.raw.where, path=fields.path),
    )
    fields.take("in")
    fields.close()
    return row


def _matching(fields: Fields, key: str, pattern: re.Pattern[str]) -> str:
    text = fields.text(key)
    if text and not pattern.fullmatch(text):
        wanted = Message("mã như 3.1.2", "a code such as 3.1.2")
        if pattern is _CONCEPT:
            wanted = Message("tên không dấu như ho_so_dung_han", "a name such as ho_so_dung_han")
        fields.wrong(key, wanted)
    return text


def _legend(fields: Fields, kind: Kind) -> Mapping[int, str]:
    if kind is not Kind.ENUMERATED:
        return {}
    inner = fields.inner("gia_tri_cho_phep", required=True)
    if inner is None:
        return {}
    legend: dict[int, str] = {}
    for value in inner.raw.keys:
        if value.isdecimal():
            legend[int(value)] = inner.text(value)
        else:
            fields.wrong(
                "gia_tri_cho_phep", Message("số: nghĩa", "number: meaning"), inner.at(value)
            )
    return legend


def _unit(fields: Fields, kind: Kind, legend: Mapping[int, str]) -> tuple[str, ...]:
    """Return the lines of the unit: as stated (`""` is a blank cell), else by the kind."""
    stated = fields.texts("don_vi_tinh")
    if "don_vi_tinh" in fields.raw.keys:
        return tuple(line for line in stated if line)
    if kind is Kind.PERCENT:
        return _PERCENT_UNIT
    return tuple(f"{meaning} = {value}" for value, meaning in legend.items())


def _joined(fields: Fields) -> GopO | None:
    if "gop_o" not in fields.raw.keys:
        return None
    word = fields.one_of("gop_o", list(GopO))
    return GopO(word) if word else None


def _kept(fields: Fields) -> GiuNguyen | None:
    if "giu_nguyen" not in fields.raw.keys:
        return None
    word = fields.one_of("giu_nguyen", list(GiuNguyen))
    return GiuNguyen(word) if word else None


def _sources(fields: Fields) -> Mapping[str, str]:
    """Return which concept of the units of a level feeds this row: `{huyen: ho_so_dung_han}`."""
    inner = fields.inner("tong_hop_tu")
    if inner is None:
        return {}
    sources = {cap.value: inner.text(cap.value, required=False) for cap in Cap}
    inner.close()
    return {level: concept for level, concept in sources.items() if concept}


def _factor(fields: Fields) -> Decimal | None:
    raw = fields.take("nhay_vot")
    value = raw.value if isinstance(raw, RawScalar) else None
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and value > 1:
        return Decimal(value)
    if raw is not None:
        fields.wrong("nhay_vot", Message("số lớn hơn 1, ví dụ 10", "a number over 1, such as 10"))
    return None


def _footnote(fields: Fields) -> ChuThich | None:
    inner = fields.inner("chu_thich")
    if inner is None:
        return None
    note = ChuThich(sau=inner.text("sau"), noi_dung=inner.text("noi_dung"))
    inner.close()
    return note


def _formula(fields: Fields, form: str, problems: Problems) -> CongThuc | None:
    text = fields.text("cong_thuc", required=False)
    if not text:
        return None
    operation = Operation.RATIO if "/" in text else Operation.SUM
    parts = [part.strip() for part in text.split(operation.value)]
    matches = [_REF.fullmatch(part) for part in parts]
    operands = tuple(Ref(m["bieu"] or form, m["ma"]) for m in matches if m)
    wrong_count = len(parts) < 2 or (operation is Operation.RATIO and len(parts) != 2)
    if wrong_count or len(operands) != len(parts):
        message = Message(f"Không hiểu công thức “{text}”.", f"Formula “{text}” makes no sense.")
        hint = Message("Viết `2.2 / 2.1` hoặc `2.1 + 2.2`.", "Write `2.2 / 2.1` or `2.1 + 2.2`.")
        problems.error("DL-060", fields.at("cong_thuc"), message, hint)
        return None
    return CongThuc(operation=operation, operands=operands, text=text)


def _reference(fields: Fields, key: str, form: str) -> Ref | None:
    text = fields.text(key, required=False)
    if not text:
        return None
    match = _REF.fullmatch(text)
    if match is None:
        fields.wrong(key, Message("mã như 3.1.2 hoặc 4:1.3", "a code such as 3.1.2 or 4:1.3"))
        return None
    return Ref(match["bieu"] or form, match["ma"])
