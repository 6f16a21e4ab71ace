"""Chữ Việt dựng sẵn (NFC). | Composed Vietnamese letters (NFC).

vi: Chữ có dấu dùng mã dựng sẵn (NFC), không dùng mã tổ hợp (chữ và dấu rời nhau).
Căn cứ: TCVN 6909:2001 cho phép cả hai; dùng thống nhất một loại thì tìm kiếm, so sánh và chuyển
phông mới đúng.
Cách xử lý: Unikey, Công cụ (Toolkit), chuyển “Unicode tổ hợp” sang “Unicode”.

en: Letters with marks are composed (NFC), not letters followed by combining marks.
Why: TCVN 6909:2001 allows both; only one kind throughout can be searched and compared.
What to do: convert with Unikey's toolkit from “Unicode tổ hợp” to “Unicode”.

đúng:
    tỉnh (4 ký tự)

sai:
    tỉnh (5 ký tự, dấu hỏi rời)
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.problem import Severity
from generator.the_thuc.judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problem import Problem
    from generator.the_thuc.doc.elements import View

CODE = "TT-033"
SEVERITY = Severity.WARNING


def check(view: View) -> Iterator[Problem]:
    """Yield the paragraphs whose text is not composed, all under one problem."""
    if unicodedata.is_normalized("NFC", view.text):
        return
    found = judge(CODE, SEVERITY, view)
    wrong = [para for para in view.paras if not unicodedata.is_normalized("NFC", para.text)]
    yield from found.several(
        wrong,
        "Chữ Việt viết bằng mã tổ hợp, phải chuyển sang mã dựng sẵn (NFC)",
        "Letters are written with combining marks; they must be composed (NFC)",
    )
