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

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.checks.wording import warning
from generator.problem import Message, Severity
from generator.report import FreeLeaf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem, Where
    from generator.report import Free

CODE = "NQ-018"
SEVERITY = Severity.WARNING
_NAME = "ten"


def check(view: View) -> Iterator[Problem]:
    """Warn of every second row or entry with the name of another one beside it."""
    seen: dict[tuple[str, str, str], str] = {}
    for row in view.rows.values():
        ref = row.chi_tieu.ref
        first = seen.setdefault((ref.bieu, row.chi_tieu.cha, row.nhan), ref.ma)
        if first != ref.ma:
            yield warning(CODE, row.where, _twice(row.nhan, f"{first}, {ref.ma}"))
    for value in view.report.so_lieu.values():
        yield from _lists(value)


def _lists(group: Free) -> Iterator[Problem]:
    if isinstance(group, Mapping):
        for value in group.values():
            yield from _lists(value)
    elif isinstance(group, tuple):
        seen: dict[str, Free] = {}
        for entry in group:
            name = _name(entry)
            if name and seen.setdefault(name[0], entry) is not entry:
                yield warning(CODE, name[1], _twice(name[0], ""))
            yield from _lists(entry)


def _name(entry: Free) -> tuple[str, Where] | None:
    leaf = entry.get(_NAME) if isinstance(entry, Mapping) else None
    if isinstance(leaf, FreeLeaf) and isinstance(leaf.value, str):
        return leaf.value, leaf.where
    return None


def _twice(name: str, rows: str) -> Message:
    return Message(
        f"Tên “{name}” đứng hai lần" + (f" (dòng {rows})" if rows else " trong danh sách"),
        f"“{name}” stands twice" + (f" (rows {rows})" if rows else " in the list"),
    )
