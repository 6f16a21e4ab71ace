"""Raw values of a data file -> `Report`, or every problem of the file at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.bieu_mau import none_in_force, select
from generator.bo_mau import no_such_set
from generator.don_vi import TEN_CAP, Cap
from generator.fields import Fields, Problems
from generator.period import Ky, KyError
from generator.problem import Message, Severity, Stopped, has_errors, in_order
from generator.rang_buoc import Vocabulary, check_names, read_constraints
from generator.report import Report, SoKyHieu
from generator.suggest import did_you_mean
from generator.validate.bieu_mau import Given, read_forms
from generator.validate.chap_nhan import read_acceptances
from generator.validate.chu_ky import read_signer
from generator.validate.noi_nhan import read_receivers
from generator.validate.so_lieu import read_free_map
from generator.validate.trang import check_sheets
from generator.validate.van_thu import (
    check_issue_date,
    read_issue_date,
    read_number,
)
from generator.van_ban import read_van_ban
from generator.workbook_layout import form_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.bieu_mau import BoBieuMau
    from generator.don_vi import DanhMuc, DonVi
    from generator.problem import Problem, Where
    from generator.raw import PartlyReadError, RawMap
    from generator.report import Free

LOAI_VAN_BAN = "BC"  # báo cáo (Nghị định 30/2020, phụ lục III)

_NO_FORMS = Message(
    "Chưa có `bieu_mau`; mọi biểu mẫu in trống.", "No `bieu_mau`: all forms print blank."
)
_NO_FORM_SHEETS = Message(
    f"Tệp không có trang “{form_sheet('…')}” nào; mọi biểu mẫu in trống.",
    f"The workbook has no sheet “{form_sheet('…')}”: all forms print blank.",
)
_EXAMPLES = {
    "ky": "2022-Q1",
    "don_vi": "so-noi-vu-dong-nai",
    "bo_mau": "so",
    "ngay": "{ngay: trong, thang: trong, nam: 2022}",
    "nguoi_ky": "{ten: Nguyễn Văn A, chuc_vu: Giám đốc}",
    "nguoi_ky.ten": "Nguyễn Văn A",
    "nguoi_ky.chuc_vu": "Giám đốc",
}


class Choice(Struct, frozen=True, kw_only=True):
    """What a data file asks for, read before anything else can be: empty or None where unclear."""

    ky: Ky | None
    don_vi: str
    bo_mau: str
    bo_bieu_mau: str


def read_choice(raw: RawMap) -> Choice:
    """Return which period, unit, template set and form set the file names; never raises.

    What is missing or wrong is left empty here and reported by `validate`.
    """
    fields = Fields(raw, Problems())
    return Choice(
        ky=_period(fields),
        don_vi=fields.text("don_vi", required=False),
        bo_mau=fields.text("bo_mau", required=False),
        bo_bieu_mau=fields.text("bo_bieu_mau", required=False),
    )


class Known(Struct, frozen=True, kw_only=True):
    """What the data are held against.

    `template_sets` are the names of all template sets; with None `bo_mau` is not checked.
    `che_do` and `cap` are the regime and the level of the template set: they choose the form set
    in force at the end of the period when the file names none; empty for a report without forms.
    """

    danh_muc: DanhMuc
    form_sets: tuple[BoBieuMau, ...] = ()
    template_sets: tuple[str, ...] | None = None
    che_do: str = ""
    cap: str = ""


def validate(raw: RawMap, known: Known) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report and the warnings that go with it.

    Raises `Stopped` with every problem of the file, warnings included, in the order of the file.
    """
    problems = Problems()
    report = _report(Fields(raw, problems, examples=_EXAMPLES), known)
    if report is None or has_errors(problems.found):
        raise Stopped(in_order(problems.found))
    return report, in_order(problems.found)


def problems_beside(partly: PartlyReadError, known: Known) -> Iterator[Problem]:
    """Give the errors of the cells or lines that could be read, besides those that could not.

    Warnings, and what is said of the file as a whole, may be due to the cells that nobody could
    read: they wait for the next run.
    """
    told = {_spot(problem.where) for problem in partly.problems}
    try:
        validate(partly.raw, known)
    except Stopped as stopped:
        for problem in stopped.problems:
            spot = _spot(problem.where)
            if problem.severity is Severity.ERROR and spot[1] and spot not in told:
                yield problem


def _spot(where: Where) -> tuple[str, str | int | None]:
    """Return the cell of a workbook, or the line of another file."""
    return where.sheet, where.cell or where.line


def _report(fields: Fields, known: Known) -> Report | None:
    problems, danh_muc = fields.problems, known.danh_muc
    period = _period(fields)
    number, issued = read_number(fields), read_issue_date(fields)
    day = (issued.day if issued else None) or (period.den_ngay if period else None)
    unit = _unit(fields, danh_muc, day)
    template_set = _template_set(fields, known)
    parent = danh_muc.get(unit.cha, day) if unit and day and unit.cha else None
    receivers = read_receivers(fields, unit, parent)
    if issued and period:
        check_issue_date(fields, issued, period)
    signer = read_signer(fields.inner("nguoi_ky", required=True), unit)
    documents = read_van_ban(fields.inner("van_ban"), problems)
    figures = read_free_map(fields.inner("so_lieu"))
    form_set = _form_set(fields, known, template_set, period)
    _check_form_set(fields, form_set, unit, period)
    forms = fields.inner("bieu_mau")
    if form_set and form_set.bieu_mau and "bieu_mau" not in fields.raw.keys:
        message = _NO_FORM_SHEETS if fields.in_workbook else _NO_FORMS
        problems.warn("DL-038", replace(fields.at("bieu_mau"), sheet=""), message)
    given = Given(unit_name=unit.ten if unit else "", documents=documents, problems=problems)
    rows = read_forms(forms, form_set, given) if form_set else ()
    if form_set:
        check_sheets(fields.raw, form_set, problems)
    constraints = read_constraints(fields)
    if constraints:
        check_names(constraints, _vocabulary(form_set, figures), problems)
    accepted = read_acceptances(fields)
    made_up = fields.flag("so_lieu_minh_hoa")
    fields.close()
    if period is None or unit is None or day is None or issued is None or signer is None:
        return None
    return Report(
        ky=period,
        don_vi=unit,
        cha=parent,
        bo_mau=template_set,
        bo_bieu_mau=form_set,
        so_ky_hieu=SoKyHieu(so=number, ky_hieu=f"{LOAI_VAN_BAN}-{unit.ky_hieu}"),
        ngay_ban_hanh=issued,
        kinh_gui=receivers.kinh_gui,
        noi_nhan=receivers.noi_nhan,
        luu=receivers.luu,
        so_ban_luu=receivers.so_ban_luu,
        nguoi_ky=signer,
        van_ban=documents,
        so_lieu=figures,
        bieu_mau=rows,
        rang_buoc=constraints,
        chap_nhan=accepted,
        minh_hoa=made_up,
        where=fields.raw.where,
    )


def _vocabulary(form_set: BoBieuMau | None, figures: Mapping[str, Free]) -> Vocabulary:
    rows = form_set.rows.values() if form_set else ()
    values = [row for row in rows if not row.is_heading]
    return Vocabulary(
        concepts={row.khai_niem for row in values},
        rows={str(row.ref) for row in values},
        free=figures,
    )


def _period(fields: Fields) -> Ky | None:
    text = fields.text("ky")
    if not text:
        return None
    try:
        return Ky.parse(text)
    except KyError as error:
        fields.problems.error("DL-022", fields.at("ky"), error.message, error.hint)
        return None


def _unit(fields: Fields, danh_muc: DanhMuc, day: date | None) -> DonVi | None:
    code = fields.text("don_vi")
    return danh_muc.require(code, day, fields.at("don_vi"), fields.problems) if code else None


def _template_set(fields: Fields, known: Known) -> str:
    name = fields.text("bo_mau")
    if name and known.template_sets is not None and name not in known.template_sets:
        missing = no_such_set(name, known.template_sets, fields.at("bo_mau"), code="DL-026")
        fields.problems.found.append(missing)
        return ""
    return name


def _form_set(
    fields: Fields, known: Known, template_set: str, period: Ky | None
) -> BoBieuMau | None:
    """Return the form set the file names, else the one in force; None without forms."""
    name = fields.text("bo_bieu_mau", required=False)
    if name:
        found = next((one for one in known.form_sets if one.ten == name), None)
        if found is None:
            message = Message(f"Không có bộ biểu mẫu “{name}”.", f"There is no form set “{name}”.")
            hint = did_you_mean(name, [one.ten for one in known.form_sets])
            fields.problems.error("DL-023", fields.at("bo_bieu_mau"), message, hint)
        return found
    if not known.che_do:
        if template_set and fields.raw.get("bieu_mau") is not None:
            message = Message("Bộ mẫu này không có biểu mẫu.", "This template set has no forms.")
            fields.problems.error("DL-030", fields.at_name("bieu_mau"), message)
        return None
    last_day = period.den_ngay if period else None  # unclear: any set finds the other mistakes
    found = select(known.form_sets, known.che_do, known.cap, last_day)
    if found is None and period:
        message = none_in_force(known.che_do, known.cap, period)
        hint = Message("Ghi rõ `bo_bieu_mau`.", "Name one as `bo_bieu_mau`.")
        fields.problems.error("DL-023", fields.at("ky"), message, hint)
    return found


def _check_form_set(
    fields: Fields, form_set: BoBieuMau | None, unit: DonVi | None, period: Ky | None
) -> None:
    if form_set is None:
        return
    named = "bo_bieu_mau" if fields.raw.get("bo_bieu_mau") else "bo_mau"
    if unit and unit.cap not in form_set.cap:
        levels = ", ".join(form_set.cap)
        names = ", ".join(TEN_CAP[cap] for cap in Cap if cap in form_set.cap)
        message = Message(
            f"Bộ biểu mẫu {form_set.ten} dành cho cấp {names}, còn {unit.day_du} là cấp "
            f"{TEN_CAP[unit.cap]}.",
            f"Form set {form_set.ten} is for level {levels}, but {unit.day_du} is {unit.cap}.",
        )
        fields.problems.error("DL-024", fields.at(named), message)
    if period and not form_set.in_force(period.den_ngay):
        message = Message(
            f"Bộ biểu mẫu {form_set.ten} không có hiệu lực vào cuối kỳ {period}.",
            f"Form set {form_set.ten} is not in force at the end of {period}.",
        )
        fields.problems.warn("DL-025", fields.at(named), message)
