"""Một nhãn hai lần trong một danh sách. | One label twice in a list.

vi: Hai mục liền nhau trong một danh sách (hoặc trong một chú thích) mang cùng một nhãn trước dấu
hai chấm mà số liệu khác nhau: “Giáo viên THPT: ...” hai lần.
Vì sao: một nhãn chắc chắn chép nhầm. Căn cứ: mỗi đối tượng nêu một lần.
Cách xử lý: sửa nhãn sai, hoặc gộp hai mục.

en: Two items of a list (or of a footnote) bear one label before the colon and other figures:
“Giáo viên THPT: ...” twice.
Why: a label was certainly copied by mistake.
What to do: correct the label, or join the items.

đúng:
    --- lời văn
    - Giáo viên THCS: 20 người;
    - Giáo viên THPT: 30 người.

sai:
    --- lời văn
    - Giáo viên THPT: 20 người;
    - Giáo viên THPT: 30 người.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.text import Kind
from generator.checks.wording import warning
from generator.problem import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.text import Block
    from generator.checks.view import View
    from generator.problem import Problem

CODE = "NQ-087"
SEVERITY = Severity.WARNING
_LABEL = r"\s*([^\W\d_][^:;.]{3,60}):\s+\S"
_BULLETS = ("-", "+", "•")


def check(view: View) -> Iterator[Problem]:
    """Warn of every item whose label an earlier item of its list bears."""
    blocks = view.text.blocks if view.text else ()
    labels: dict[str, str] = {}
    for block in blocks:
        if block.kind is Kind.ITEM:
            yield from _compare(block, [block.text], labels)
        elif block.kind is Kind.NOTE and "\n" in block.text:
            yield from _compare(block, block.text.split("\n"), {})
        elif labels:
            labels = {}


def _compare(block: Block, lines: list[str], labels: dict[str, str]) -> Iterator[Problem]:
    for line in lines:
        start = 1 if line.startswith(_BULLETS) else 0
        found = re.compile(_LABEL).match(line, start) if ":" in line else None
        if not found:
            continue
        earlier = labels.setdefault(found[1], line)
        if earlier is not line and earlier != line:
            message = Message(
                f"Nhãn “{found[1]}” đã có ở một mục trên",
                f"“{found[1]}” is the label of an item above",
            )
            yield warning(CODE, block.where, message)
