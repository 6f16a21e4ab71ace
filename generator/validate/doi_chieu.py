"""Stated values against their formulas: what is printed as stated although the operands say else.

Only rows that the data state and whose operands are all given can be compared. All findings are
warnings: the unit answers for its figures, the program only points at them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bieu_mau import CongThuc, Operation, compute, percentage
from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from generator.bieu_mau import Ref
    from generator.fields import Problems
    from generator.figure import Figure
    from generator.report import Form, Row


def compare_stated(forms: Iterable[Form], problems: Problems) -> None:
    """Warn of every stated value that is not what its formula gives, each at its place.

    NQ-001: a ratio that differs by more than the rounding it is stated with; NQ-002: a value left
    blank although it can be computed; NQ-003: a ratio stated although it divides by 0; NQ-004: a
    total that is not the sum of its parts; NQ-005: a part larger than the whole it belongs to;
    NQ-006: a value larger than one it normally does not exceed.
    """
    rows = {row.chi_tieu.ref: row for form in forms for row in form.rows}
    for row in rows.values():
        _compare_limits(row, rows, problems)
        formula = row.chi_tieu.cong_thuc
        if formula is None or row.figure.computed:
            continue
        operands = [rows[ref].figure for ref in formula.operands]
        numbers = [o.number for o in operands if o.is_given and o.number is not None]
        if len(numbers) == len(operands):
            computed = compute(formula, operands, row.chi_tieu.loai)
            found = _difference(row, formula, computed, numbers)
            if found:
                _warn(row, *found, problems)


def _compare_limits(row: Row, rows: Mapping[Ref, Row], problems: Problems) -> None:
    indicator, number = row.chi_tieu, row.figure.number
    for code, ref in (("NQ-005", indicator.khong_qua), ("NQ-006", indicator.thuong_khong_qua)):
        if ref is None or number is None:
            continue
        limit = rows[ref].figure
        if limit.number is None or number <= limit.number:
            continue
        form, mine = indicator.ref
        other = ref.ma if ref.bieu == form else str(ref)
        stated, most = _plain(row.figure), _plain(limit)
        usually = ("", "") if code == "NQ-005" else (", thường thì không", ", usually it is not")
        message = Message(
            f"Biểu mẫu {form}, dòng {mine} nêu {stated}, lớn hơn dòng {other} ({most}){usually[0]}",
            f"Form {form}, row {mine} states {stated}, over row {other} ({most}){usually[1]}",
        )
        _warn(row, code, message, problems)


def _difference(
    row: Row, formula: CongThuc, computed: Figure, numbers: Sequence[Decimal]
) -> tuple[str, Message] | None:
    """Return the code and the sentence of what is wrong with a stated row, None if it agrees."""
    form, code = row.chi_tieu.ref
    stated, worked_out = _plain(row.figure), _plain(computed)
    if not computed.is_given:
        if row.figure.number is None:
            return None
        return "NQ-003", Message(
            f"Biểu mẫu {form}, tỷ lệ {code} nêu {stated} nhưng mẫu số của {formula.text} bằng 0",
            f"Form {form}, ratio {code} states {stated}, but {formula.text} divides by 0",
        )
    if row.figure.number is None:
        return "NQ-002", Message(
            f"Biểu mẫu {form}, dòng {code} để trống trong khi tính được {formula.text} = "
            f"{worked_out}",
            f"Form {form}, row {code} is blank although {formula.text} = {worked_out}",
        )
    if _agrees(row.figure, formula.operation, computed, numbers):
        return None
    return "NQ-001" if formula.operation is Operation.RATIO else "NQ-004", Message(
        f"Biểu mẫu {form}, dòng {code} nêu {stated}, tính theo {formula.text} được {worked_out}",
        f"Form {form}, row {code} states {stated}, but {formula.text} gives {worked_out}",
    )


def _agrees(
    stated: Figure, operation: Operation, computed: Figure, numbers: Sequence[Decimal]
) -> bool:
    """Tell whether `stated` is the computed value, rounded to the decimals it is stated with.

    A percentage stated as n/m is stated with two decimals, as it is printed.
    """
    number = stated.number
    if number is None or operation is Operation.SUM:
        return number == computed.number
    if stated.total is not None:
        return percentage(number, stated.total) == computed.number
    places = max(0, -int(number.as_tuple().exponent))
    return percentage(numbers[0], numbers[1], places) == number


def _warn(row: Row, code: str, message: Message, problems: Problems) -> None:
    printed = Message(f"{message.vi}; in như đã nêu.", f"{message.en}; printed as stated.")
    problems.warn(code, row.where, printed)


def _plain(figure: Figure) -> str:
    """Return the number as data files write it, without zeros at the end of its decimals."""
    if figure.number is None:
        return ""
    if figure.total is not None:
        return f"{figure.number:f}/{figure.total:f}"
    whole, _, decimals = f"{figure.number:f}".partition(".")
    return f"{whole},{decimals.rstrip('0')}".rstrip(",")
