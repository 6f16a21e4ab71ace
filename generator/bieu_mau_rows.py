"""What the rows of a form set say of each other: names that stand once, rows that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.bieu_mau import Ref
from generator.problem import Message
from generator.rang_buoc import Vocabulary, check_names
from generator.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.bieu_mau import BoBieuMau, ChiTieu
    from generator.fields import Problems
    from generator.problem import Where


_NO_FREE: Final = Message(
    "Ràng buộc có sl.… thì ghi ở bo-mau.yaml của bộ mẫu hoặc ở tệp số liệu.",
    "Constraints with sl.… belong into bo-mau.yaml or into the data file.",
)


def check_rows(form_set: BoBieuMau, problems: Problems) -> None:
    """Note what is wrong between the rows of a form set, each fault at the line of its row.

    DL-061, DL-062, DL-064: a code, a concept or a form twice. DL-063: formulas in a circle. DL-065:
    a row names one that is not there, or a heading. DL-066: the word of a footnote is not in the
    label. DL-133: a constraint names what the set does not have.
    """
    _check_unique(form_set, problems)
    rows = form_set.rows
    values = [row for row in rows.values() if not row.is_heading]
    own = Vocabulary(
        concepts={row.khai_niem for row in values},
        rows={str(row.ref) for row in values},
        no_free=_NO_FREE,
    )
    check_names(form_set.rang_buoc, own, problems)
    for row in rows.values():
        for ref in _named_rows(row):
            _check_reference(row, ref, rows, problems)
        if row.chu_thich and row.chu_thich.sau not in row.nhan:
            message = Message(
                f"Nhãn không có chữ “{row.chu_thich.sau}” để đặt dấu chú thích.",
                f"The label lacks “{row.chu_thich.sau}”, after which the footnote mark stands.",
            )
            problems.error("DL-066", row.where, message)
    for row in rows.values():
        if _depends_on_itself(row.ref, rows):
            message = Message(
                f"Công thức của dòng {row.ma} quay vòng về chính nó.",
                f"The formula of row {row.ma} comes back to itself.",
            )
            problems.error("DL-063", row.where, message)


def _check_unique(form_set: BoBieuMau, problems: Problems) -> None:
    seen: dict[str, Where] = {}

    def once(code: str, name: str, message: Message, where: Where) -> None:
        first = seen.setdefault(f"{code} {name}", where)
        if first is not where:
            line = Message(f"Đã có ở dòng {first.line}.", f"See line {first.line}.")
            problems.error(code, where, message, line)

    for form in form_set.bieu_mau:
        form_message = Message(f"Trùng biểu mẫu {form.so}.", f"Form {form.so} stands twice.")
        once("DL-064", form.so, form_message, form.where)
        for row in form.chi_tieu:
            code = Message(f"Trùng mã {row.ma}.", f"Code {row.ma} stands twice.")
            once("DL-061", str(row.ref), code, row.where)
            concept = Message(
                f"Trùng khái niệm “{row.khai_niem}”.", f"Concept “{row.khai_niem}” stands twice."
            )
            once("DL-062", row.khai_niem, concept, row.where)


def _named_rows(row: ChiTieu) -> Iterator[Ref]:
    if row.cong_thuc:
        yield from row.cong_thuc.operands
    for ref in (row.khong_qua, row.thuong_khong_qua, row.bat_buoc_khi):
        if ref:
            yield ref
    if row.cha:
        yield Ref(row.ref.bieu, row.cha)


def _check_reference(
    row: ChiTieu, ref: Ref, rows: Mapping[Ref, ChiTieu], problems: Problems
) -> None:
    named = rows.get(ref)
    if named is None:
        same_form = [other.ma for other in rows if other.bieu == ref.bieu]
        message = Message(
            f"Dòng {row.ma} nhắc tới dòng {ref.ma} không có trong biểu mẫu {ref.bieu}.",
            f"Row {row.ma} names row {ref.ma}, which form {ref.bieu} does not have.",
        )
        problems.error("DL-065", row.where, message, did_you_mean(ref.ma, same_form))
    elif named.is_heading and ref.ma != row.cha:
        message = Message(
            f"Dòng {row.ma} tính theo dòng {ref.ma}, vốn là đề mục không có giá trị.",
            f"Row {row.ma} counts with row {ref.ma}, a heading without a value.",
        )
        problems.error("DL-065", row.where, message)


def _depends_on_itself(start: Ref, rows: Mapping[Ref, ChiTieu]) -> bool:
    waiting, seen = [start], set[Ref]()
    while waiting:
        row = rows.get(waiting.pop())
        for ref in row.cong_thuc.operands if row and row.cong_thuc else ():
            if ref == start:
                return True
            if ref not in seen:
                seen.add(ref)
                waiting.append(ref)
    return False
