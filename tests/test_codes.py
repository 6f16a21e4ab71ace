"""The table of problem codes in generator/README.md and the code agree."""

from __future__ import annotations

import re
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generator"
CODE = re.compile(r"\b(DL|NQ|MA|TT|HT)-([0-9]{3})\b")


def _used() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in GENERATOR.rglob("*.py"))
    return {found.group() for text in texts for found in CODE.finditer(text)}


def _listed() -> list[set[str]]:
    """Return the codes of each row of the table; `DL-001 … DL-003` stands for all three."""
    rows = []
    for line in (GENERATOR / "README.md").read_text(encoding="utf-8").splitlines():
        cell = line.split("|")[1] if line.startswith("| ") else ""
        codes = [(prefix, int(number)) for prefix, number in CODE.findall(cell)]
        if not codes:
            continue
        if "…" in cell:
            (prefix, first), (_, last) = codes
            codes = [(prefix, number) for number in range(first, last + 1)]
        rows.append({f"{prefix}-{number:03}" for prefix, number in codes})
    return rows


def test_every_code_that_is_used_is_in_the_table() -> None:
    assert _used() - set().union(*_listed()) == set()


def test_every_row_of_the_table_has_codes_that_are_used() -> None:
    used = _used()

    assert [row for row in _listed() if not row & used] == []


def test_no_code_stands_in_two_rows() -> None:
    rows = _listed()

    assert sum(len(row) for row in rows) == len(set().union(*rows))
