"""Warnings a unit has looked into and stands by (`chap_nhan`), each with its reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problem import Message
from generator.report import ChapNhan

if TYPE_CHECKING:
    from generator.fields import Fields

_CODE = re.compile(r"[A-Z]{2}-[0-9]{3}")


def read_acceptances(fields: Fields) -> tuple[ChapNhan, ...]:
    """Return the entries of `chap_nhan`: `{ma: NQ-001, o: bieu_mau.7.4.1, ly_do: ...}`.

    A code may be in small letters. Notes DL-011 for what is missing (a reason is a must) and
    DL-015 for a malformed code. Whether there is such a warning at that place is known only when
    all rules have run.
    """
    found = []
    for entry in fields.each("chap_nhan"):
        code = entry.text("ma").upper()
        if code and not _CODE.fullmatch(code):
            message = Message(
                f"“{code}” không phải mã cảnh báo; mã có dạng NQ-001.",
                f"“{code}” is no code of a warning such as NQ-001.",
            )
            entry.problems.error("DL-015", entry.at("ma"), message)
        found.append(
            ChapNhan(
                ma=code,
                # -- a warning of layout may be accepted wherever it is found --
                o=entry.text("o", required=not code.startswith("TT-")),
                ly_do=entry.text("ly_do"),
                where=entry.at("ma"),
            )
        )
        entry.close()
    return tuple(found)
