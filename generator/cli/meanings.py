"""What every code of a problem means in a few words: the table of `generator/codes.md`."""

from __future__ import annotations

import re
from importlib.resources import files

from generator.problem import Message

_CODE = re.compile(r"\b([A-Z]{2})-([0-9]{3})\b")


def meanings() -> dict[str, Message]:
    """Return the meaning of every code of the table, those of one row together or one by one."""
    table = (files("generator") / "codes.md").read_text(encoding="utf-8")
    found: dict[str, Message] = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        codes = _codes(cells[0]) if line.startswith("| ") and len(cells) > 1 else []
        en = cells[1] if codes else ""
        vi = cells[2] if len(cells) > 2 else en
        for number, code in enumerate(codes):
            found[code] = Message(_own(vi, number, len(codes)), _own(en, number, len(codes)))
    return found


def _codes(cell: str) -> list[str]:
    """Return the codes that a cell names; `DL-001 … DL-003` stands for all three."""
    named = _CODE.findall(cell)
    if "…" not in cell:
        return [f"{prefix}-{number}" for prefix, number in named]
    (prefix, first), (_, last) = named
    return [f"{prefix}-{number:03}" for number in range(int(first), int(last) + 1)]


def _own(meaning: str, number: int, count: int) -> str:
    """Return what a row says of one of its codes, all of it where it does not tell them apart."""
    pieces = meaning.split("; ")
    return pieces[number] if len(pieces) == count else meaning
