"""Sheets of a workbook that nobody read, beside forms that are missing: one may be the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message
from generator.raw import RawMap
from generator.workbook_layout import form_sheet

if TYPE_CHECKING:
    from generator.bieu_mau import BoBieuMau
    from generator.fields import Problems


def check_sheets(raw: RawMap, form_set: BoBieuMau, problems: Problems) -> None:
    """Note a form without a sheet where the workbook `raw` has sheets of unknown names (DL-087).

    Without unknown sheets a form that is missing is one that was left blank (DL-038).
    """
    if not raw.unread:
        return
    stated = raw.get("bieu_mau")
    there = stated.keys if isinstance(stated, RawMap) else {}
    missing = [form_sheet(form.so) for form in form_set.bieu_mau if form.so not in there]
    if not missing:
        return
    wanted = ", ".join(f"“{name}”" for name in missing)
    unknown = ", ".join(f"“{where.sheet}”" for where in raw.unread)
    message = Message(
        f"Tệp không có trang {wanted}, mà có trang {unknown} không rõ là trang gì.",
        f"The workbook has no sheet {wanted}, but a sheet {unknown} that is not known.",
    )
    first = raw.unread[0].sheet
    hint = Message(
        f"Trang đó là biểu mẫu thì đổi tên lại thành {wanted}; là trang riêng thì đặt tên "
        f"“_{first}”.",
        f"If it is that form, call it {wanted} again; call a sheet of your own “_{first}”.",
    )
    problems.error("DL-087", raw.unread[0], message, hint)
