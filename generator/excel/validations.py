"""What may be typed into a cell, by the kind of its indicator, and the help that shows there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from generator.figure import Kind

if TYPE_CHECKING:
    from generator.bieu_mau import ChiTieu

STATUS_WORDS = ("trống", "không phát sinh", "chưa báo cáo")
_LONGEST = 225  # of a message in Excel

_WANTED = {
    Kind.COUNT: "Số đếm: số nguyên từ 0 trở lên, ví dụ 1788.",
    Kind.DECIMAL: "Số từ 0 trở lên, có thể có phần thập phân.",
    Kind.PERCENT: "Tỷ lệ phần trăm: 98,06 (không cần dấu %), hoặc phân số như 18/18.",
    Kind.MONEY: "Số tiền tính bằng triệu đồng.",
    Kind.FRACTION: "Phân số n/m, ví dụ 14/21.",
}
_OTHERWISE = " Không có số thì ghi: trống; không phát sinh; chưa báo cáo."


def validation(row: ChiTieu, cell: str) -> DataValidation | None:
    """Return the rule for the value of an indicator in `cell`; None where any text is good."""
    if row.loai is Kind.ENUMERATED:
        return _codes(row, cell)
    wanted = _WANTED.get(row.loai)
    if wanted is None:
        return None
    rule = DataValidation(type="custom", formula1=_condition(row.loai, cell), sqref=cell)
    return _with_help(rule, wanted + _OTHERWISE)


def _codes(row: ChiTieu, cell: str) -> DataValidation:
    codes = [str(code) for code in row.gia_tri_cho_phep]
    listed = ",".join((*codes, *STATUS_WORDS))
    rule = DataValidation(type="list", formula1=f'"{listed}"', sqref=cell)
    meanings = "; ".join(f"{code} = {meaning}" for code, meaning in row.gia_tri_cho_phep.items())
    return _with_help(rule, f"{meanings}.")


def _with_help(rule: DataValidation, words: str) -> DataValidation:
    rule.allow_blank = True
    rule.errorTitle, rule.error = "Giá trị chưa đúng", words[:_LONGEST]
    rule.promptTitle, rule.prompt = "Cách ghi", words[:_LONGEST]
    rule.showErrorMessage = rule.showInputMessage = True
    return rule


def _condition(kind: Kind, cell: str) -> str:
    words = ",".join(f'TRIM({cell})="{word}"' for word in STATUS_WORDS)
    fraction = (
        f'ISNUMBER(VALUE(LEFT({cell},FIND("/",{cell})-1))+VALUE(MID({cell},FIND("/",{cell})+1,9)))'
    )
    if kind is Kind.FRACTION:
        return f"OR({words},{fraction})"
    if kind is Kind.PERCENT:
        return f"IF(ISNUMBER({cell}),{cell}>=0,OR({words},{fraction}))"
    whole = f",{cell}=INT({cell})" if kind is Kind.COUNT else ""
    return f"IF(ISNUMBER({cell}),AND({cell}>=0{whole}),OR({words}))"
