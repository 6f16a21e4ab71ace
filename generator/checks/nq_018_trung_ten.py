"""Hai mục cùng tên trong một danh sách. | Two entries of one list bear the same name.

vi: Hai dòng cùng cấp của một biểu mẫu, hoặc hai mục của một danh sách trong `so_lieu`, có tên
giống hệt nhau mà số liệu khác nhau.
Vì sao: người đọc không biết số nào là của mục nào; thường là chép dòng trên mà quên đổi tên.
Cách xử lý: sửa tên mục sai. Tên dòng biểu mẫu thì sửa ở bộ biểu mẫu (`nhan`).

en: Two rows of one parent in a form, or two entries of a list in `so_lieu`, bear the same name
but different figures.
Why: the reader cannot tell which figure is whose; mostly a line was copied and its name left.
What to do: correct the name. Labels of forms are corrected in the form set (`nhan`).

đúng:
    so_lieu: {giao_vien: [{ten: Giáo viên THCS, so: 1095}, {ten: Giáo viên THPT, so: 116}]}

sai:
    so_lieu: {giao_vien: [{ten: Giáo viên THPT, so: 1095}, {ten: Giáo viên THPT, so: 116}]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity
from generator.report import FreeLeaf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem, Where
    from generator.report import Form, Free

CODE = "NQ-018"
SEVERITY = Severity.WARNING
_NAME = "ten"


def check(view: View) -> Iterator[Problem]:
    """Warn of every second row or entry with the name of another one beside it."""
    for form in view.report.bieu_mau:
        if len({row.nhan for row in form.rows}) < len(form.rows):
            yield from _rows(form)
    for value in view.report.so_lieu.values():
        yield from _lists(value)


def _rows(form: Form) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for row in form.rows:
        first = seen.setdefault((row.chi_tieu.cha, row.nhan), row.chi_tieu.ma)
        if first != row.chi_tieu.ma:
            yield warning(CODE, row.where, _twice(row.nhan, f"{first}, {row.chi_tieu.ma}"))


def _lists(group: Free) -> Iterator[Problem]:
    if isinstance(group, FreeLeaf):
        return
    if not isinstance(group, tuple):
        for value in group.values():
            yield from _lists(value)
    else:
        seen: dict[str, Free] = {}
        for entry in group:
            name = _name(entry)
            if name and seen.setdefault(name[0], entry) is not entry:
                yield warning(CODE, name[1], _twice(name[0], ""))
            yield from _lists(entry)


def _name(entry: Free) -> tuple[str, Where] | None:
    leaf = None if isinstance(entry, FreeLeaf | tuple) else entry.get(_NAME)
    if isinstance(leaf, FreeLeaf) and isinstance(leaf.value, str):
        return leaf.value, leaf.where
    return None


def _twice(name: str, rows: str) -> Message:
    return Message(
        f"Tên “{name}” đứng hai lần" + (f" (dòng {rows})" if rows else " trong danh sách"),
        f"“{name}” stands twice" + (f" (rows {rows})" if rows else " in the list"),
    )
