"""The table of problem codes in generator/codes.md and the code agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli.meanings import meanings

GENERATOR = Path(__file__).parent.parent / "generator"
CODE = re.compile(r"\b(DL|NQ|MA|TT|HT)-([0-9]{3})\b")


def _used() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in GENERATOR.rglob("*.py"))
    return {found.group() for text in texts for found in CODE.finditer(text)}


def _listed() -> list[set[str]]:
    """Return the codes of each row of the table; `DL-001 … DL-003` stands for all three."""
    rows = []
    for line in (GENERATOR / "codes.md").read_text(encoding="utf-8").splitlines():
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


MET_MOST = (
    *("DL-001", "DL-002", "DL-003", "DL-010", "DL-011", "DL-012", "DL-013", "DL-020", "DL-022"),
    *("DL-031", "DL-032", "DL-033", "DL-034", "DL-035", "DL-036", "DL-037", "DL-038"),
    *("DL-053", "DL-054", "DL-055", "DL-059", "DL-115", "DL-116", "DL-117", "DL-120"),
)


@pytest.mark.parametrize("code", MET_MOST)
def test_what_clerks_meet_most_is_explained_in_two_sentences(code: str) -> None:
    said = meanings()[code].vi

    assert re.fullmatch(r"[^.]+\. [^;]+\.", said), said
    assert "; " not in said
