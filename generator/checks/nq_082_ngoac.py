"""Ngoặc không đóng hoặc không mở. | Brackets that do not match.

vi: Trong một đoạn, số ngoặc mở và ngoặc đóng (ngoặc đơn, ngoặc kép cong) không khớp. Nhãn a), 1)
ở đầu đoạn không tính.
Vì sao: không rõ phần giải thích kết thúc ở đâu. Căn cứ: quy tắc chính tả.
Cách xử lý: thêm ngoặc còn thiếu.

en: Opening and closing brackets (and curly quotes) of a paragraph do not match. Labels a), 1) do
not count.
Why: nobody knows where the aside ends. Basis: spelling.
What to do: add what is missing.

đúng:
    --- lời văn
    a) Nhận 76.899 hồ sơ (trong đó cấp xã 70.280 hồ sơ).

sai:
    --- lời văn
    Nhận 76.899 hồ sơ (trong đó cấp xã 70.280 hồ sơ.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.text import Kind
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-082"
SEVERITY = Severity.WARNING
_LABEL = r"(?:^|(?<=[\s;:,.]))(?:[a-zđ]|[0-9]{1,2}|[ivx]+)\)"
_MARKS = "[()“”]"
_PAIRS = {")": "(", "”": "“"}


def check(view: View) -> Iterator[Problem]:
    """Warn of every block with a bracket that has no other half."""
    if view.text is None:
        return
    quoted = "“" in view.text.whole or "”" in view.text.whole
    for block in view.text.blocks:
        count = block.text.count
        if count("(") == count(")") and (not quoted or count("“") == count("”")):
            continue
        odd = _odd(block.text) if block.kind is not Kind.HEADING else ""
        # -- labels are looked for only where something is odd: (nhóm a) is no label --
        if odd == ")":
            odd = _odd(re.sub(_LABEL, "", block.text))
        if odd:
            message = Message(
                f"Dấu “{odd}” không có dấu đi cặp với nó", f"“{odd}” has no other half"
            )
            yield warning(CODE, block.where, message)


def _odd(text: str) -> str:
    """Return the first mark without its other half."""
    opened: list[str] = []
    for mark in re.findall(_MARKS, text):
        if mark not in _PAIRS:
            opened.append(mark)
        elif opened and opened[-1] == _PAIRS[mark]:
            opened.pop()
        else:
            return str(mark)
    return opened[0] if opened else ""
