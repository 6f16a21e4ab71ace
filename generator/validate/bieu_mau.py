"""The forms of a report: raw values by form and code -> rows, with ratios and sums worked out."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.bieu_mau import compute
from generator.fields import Fields
from generator.figure import Figure, Kind, Status
from generator.problem import Message
from generator.raw import RawMap, RawScalar
from generator.report import Form, Row
from generator.suggest import did_you_mean
from generator.validate.dong import LABEL, NUMBER, Rows
from generator.validate.so_lieu import read_indicator, status_of
from generator.workbook_layout import Column, form_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.bieu_mau import BieuMau, BoBieuMau, ChiTieu, Ref
    from generator.fields import Problems
    from generator.problem import Where
    from generator.raw import Raw
    from generator.van_ban import VanBan


class Given(Struct, frozen=True, kw_only=True):
    """What the forms take from the rest of the report; `problems` gathers what is wrong."""

    unit_name: str
    documents: Mapping[str, VanBan]
    problems: Problems


_WORDS = ("ghi_chu", "bang_loi")
# What most rows of a workbook say: a value, and beside it what the form itself says of the row.
_VALUE = {"gia_tri", LABEL, NUMBER}


_BLANK = {kind: Figure(kind=kind, status=Status.BLANK) for kind in Kind}


class _Stated(Struct, frozen=True, gc=False):
    """What the data say of one row; no figure where only a note was given.

    `empty` tells a name with nothing behind it: not filled in yet, as an empty cell of a workbook.
    """

    figure: Figure | None
    where: Where
    note: str = ""
    words: str = ""
    document: VanBan | None = None
    places: Mapping[str, Where] = MappingProxyType({})
    empty: bool = False


def read_forms(fields: Fields | None, form_set: BoBieuMau, given: Given) -> tuple[Form, ...]:
    """Return every form of the set with every row, in the order of print.

    A row with a formula that the data do not state is computed; any other row they do not state, or
    leave empty, is blank, with one warning for each form (DL-038). A stated value stays as stated;
    whether it agrees with its formula is the business of `generator.checks`.
    """
    problems = given.problems
    stated: dict[Ref, _Stated] = {}
    for form in form_set.bieu_mau:
        inner = fields.inner(form.so) if fields else None
        if inner:
            stated |= _stated_rows(inner, form, given)
        _warn_absent(form, stated, fields, problems)
    if fields:
        _unknown_forms(fields, form_set, problems)
    values = _values(form_set, stated)
    return tuple(_form(form, stated, values, given.unit_name) for form in form_set.bieu_mau)


def _stated_rows(fields: Fields, form: BieuMau, given: Given) -> dict[Ref, _Stated]:
    problems = given.problems
    rows = Rows(form, given.unit_name, problems)
    stated: dict[Ref, _Stated] = {}
    for key, raw in fields.raw.entries():
        where = replace(raw.where, path=f"{fields.path}.{key.text}")
        row = rows.find(key, raw, where)
        if row is None:
            continue
        if row.ref.ma != key.text:
            where = replace(where, path=f"{fields.path}.{row.ma}")
        value = _value_alone(raw)
        if row.ref in stated:
            problems.error("DL-003", replace(key.where, path=where.path), *_twice(row))
        elif value is not None:
            figure = _figure(value, row, where.path, problems)
            stated[row.ref] = _Stated(figure, where, empty=value.value is None)
        elif isinstance(raw, RawMap):
            stated[row.ref] = _mapping(Fields(raw, problems, where.path), row, where, given)
        else:
            fields.wrong(key.text, Message("một giá trị", "one value"))
    return stated


def _value_alone(raw: Raw) -> RawScalar | None:
    """Return the value of a row that says nothing else, None for one that does."""
    if not isinstance(raw, RawMap):
        return raw if isinstance(raw, RawScalar) else None
    for key, one in raw.values.items():
        if key not in _VALUE or not isinstance(one, RawScalar):
            return None
    value = raw.values.get("gia_tri")
    return value if isinstance(value, RawScalar) else None


def _twice(row: ChiTieu) -> tuple[Message, Message]:
    return (
        Message(f"Dòng {row.ma} đã được ghi ở trên.", f"Row {row.ma} is already stated above."),
        Message("Giữ lại một trong hai.", "Keep one of the two."),
    )


def _figure(raw: RawScalar, row: ChiTieu, path: str, problems: Problems) -> Figure:
    if row.loai is Kind.COUNT and type(raw.value) is int and raw.value >= 0:
        return Figure(kind=Kind.COUNT, number=Decimal(raw.value))  # most values, never wrong
    raw = replace(raw, where=replace(raw.where, path=path))
    if row.is_heading:
        if status_of(raw) is None:
            message = Message(
                f"Dòng {row.ma} là đề mục, không có giá trị.",
                f"Row {row.ma} is a heading and has no value.",
            )
            problems.error("DL-032", raw.where, message)
        return Figure(kind=Kind.HEADING, status=Status.BLANK)
    return read_indicator(raw, row, problems)


def _mapping(fields: Fields, row: ChiTieu, where: Where, given: Given) -> _Stated:
    """Return what a row states by name: its value, a note, or what stands in place of a figure."""
    raw = fields.raw.get("gia_tri")
    figure = None
    fields.take("gia_tri")
    if isinstance(raw, RawScalar):
        figure = _figure(raw, row, where.path, fields.problems)
    elif raw is not None:
        fields.wrong("gia_tri", Message("một giá trị", "one value"))
    stated = _Stated(
        figure,
        where,
        note=fields.text("ghi_chu", required=False),
        words=fields.text("bang_loi", required=False),
        document=_document(fields, given.documents),
        places={key: fields.at(key) for key in _WORDS if key in fields.raw.keys},
    )
    for key in (LABEL, NUMBER):
        fields.text(key, required=False)
    _check_torn(fields, where)
    if stated.words or stated.document:
        _check_in_place(stated, row, fields)
        return replace(stated, figure=Figure(kind=row.loai, status=Status.BLANK))
    return stated


def _document(fields: Fields, documents: Mapping[str, VanBan]) -> VanBan | None:
    key = fields.text("van_ban", required=False)
    if key and key not in documents:
        message = Message(
            f"Mục `van_ban` không có “{key}”.", f"There is no document “{key}” under `van_ban`."
        )
        hint = did_you_mean(key, documents)
        fields.problems.error("DL-039", fields.at("van_ban"), message, hint)
    return documents.get(key)


def _check_in_place(stated: _Stated, row: ChiTieu, fields: Fields) -> None:
    """Note words beside a value (DL-032), and words in place of a figure (DL-049, warning)."""
    if row.is_heading or (stated.figure and stated.figure.is_given):
        message = Message(
            f"Dòng {row.ma} không thể vừa có giá trị hoặc là đề mục, vừa ghi bằng lời.",
            f"Row {row.ma} has a value or is a heading; it cannot be stated in words too.",
        )
        fields.problems.error("DL-032", stated.where, message)
    elif row.loai is not Kind.TEXT:
        message = Message(
            f"Dòng {row.ma} cần một con số nhưng ghi bằng lời; in như đã ghi.",
            f"Row {row.ma} wants a figure but is stated in words; printed as stated.",
        )
        fields.problems.warn("DL-049", stated.where, message)


def _check_torn(fields: Fields, where: Where) -> None:
    """Close the mapping, with a word on {gia_tri: 64,57}: YAML ends the value at the comma."""
    if not any(key.isdecimal() for key in fields.raw.keys):
        fields.close()
        return
    message = Message(
        "Số thập phân có dấu phẩy bị cắt đôi trong ngoặc { }.",
        "A number with a decimal comma is torn apart inside { }.",
    )
    hint = Message('Đặt số trong ngoặc kép: {gia_tri: "64,57"}.', 'Quote it: {gia_tri: "64,57"}.')
    fields.problems.error("DL-033", where, message, hint)


def _warn_absent(
    form: BieuMau, stated: Mapping[Ref, _Stated], fields: Fields | None, problems: Problems
) -> None:
    absent = [row.ma for row in form.wanted if row.ref not in stated or stated[row.ref].empty]
    if not absent or fields is None:
        return
    codes = ", ".join(absent)
    message = Message(
        f"Biểu mẫu {form.so} chưa có số liệu ở các dòng {codes}; các dòng này in trống.",
        f"Form {form.so} has no values in the rows {codes}; they are printed blank.",
    )
    where = fields.at_name(form.so)
    if where.sheet and form.so not in fields.raw.keys:
        _warn_no_sheet(form, replace(where, sheet=form_sheet(form.so), cell=""), problems)
        return
    problems.warn("DL-038", where, message, _MEANT_IN_A_CELL if where.sheet else _MEANT)


def _warn_no_sheet(form: BieuMau, where: Where, problems: Problems) -> None:
    message = Message(
        f"Tệp không có trang “{where.sheet}”; biểu mẫu {form.so} in trống.",
        f"The workbook has no sheet “{where.sheet}”; form {form.so} is printed blank.",
    )
    hint = Message(
        "Trang bị xóa nhầm thì chép lại từ tệp do lệnh `baocao new --xlsx` tạo ra.",
        "If it was deleted by mistake, copy it from a workbook made by `baocao new --xlsx`.",
    )
    problems.warn("DL-038", where, message, hint)


_MEANT = Message(
    "Nếu đúng là để trống thì ghi `trong` cho từng dòng.",
    "If they are meant to be blank, write `trong` for each.",
)
_MEANT_IN_A_CELL = Message(
    f"Nếu đúng là để trống thì ghi chữ “trống” vào cột {Column.VALUE} của từng dòng.",
    f"If they are meant to be blank, write “trống” in column {Column.VALUE} of each row.",
)


def _unknown_forms(fields: Fields, form_set: BoBieuMau, problems: Problems) -> None:
    known = [form.so for form in form_set.bieu_mau]
    for key in fields.raw.keys.values():
        if key.text not in known:
            message = Message(
                f"Bộ biểu mẫu {form_set.ten} không có biểu mẫu “{key.text}”.",
                f"Form set {form_set.ten} has no form “{key.text}”.",
            )
            where = replace(key.where, path=fields.path)
            problems.error("DL-030", where, message, did_you_mean(key.text, known))


def _values(form_set: BoBieuMau, stated: Mapping[Ref, _Stated]) -> dict[Ref, Figure]:
    """Return the value of every row; formulas may lean on each other, never in a circle."""
    rows = form_set.rows
    values = {ref: one.figure for ref, one in stated.items() if one.figure is not None}

    def value(ref: Ref) -> Figure:
        figure = values.get(ref)
        if figure is None:
            row = rows[ref]
            figure = _BLANK[row.loai]
            if row.cong_thuc:
                operands = [value(operand) for operand in row.cong_thuc.operands]
                figure = compute(row.cong_thuc, operands, row.loai)
            values[ref] = figure
        return figure

    for ref in rows:
        value(ref)
    return values


def _form(
    form: BieuMau, stated: Mapping[Ref, _Stated], values: Mapping[Ref, Figure], unit_name: str
) -> Form:
    rows = []
    for row in form.chi_tieu:
        label = row.nhan.replace("{don_vi}", unit_name)
        figure, given = values[row.ref], stated.get(row.ref)
        if given is None:
            rows.append(Row(chi_tieu=row, nhan=label, figure=figure, where=row.where))
        else:
            rows.append(
                Row(
                    chi_tieu=row,
                    nhan=label,
                    figure=figure,
                    ghi_chu=given.note,
                    bang_loi=given.words,
                    van_ban=given.document,
                    places=given.places,
                    where=given.where,
                )
            )
    return Form(so=form.so, ten=form.ten, rows=tuple(rows))
