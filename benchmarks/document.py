"""The data of every benchmark. Standard library only: the peers' own environments import it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPHS = 40
PLACEHOLDERS = 60
FORMS = 7
FORM_ROWS = 130
FORM_COLUMNS = "abcde"
TABLE_COLUMNS = "abcdefgh"

UNITS = ("Sở KH&ĐT", "Sở Nội vụ", "UBND huyện Long Thành", "Văn phòng UBND tỉnh", "Sở Tài chính")
SHARES = ("98,06%", "<5%", "100%", "0%", "63,64%")

Row = dict[str, str]


def rows(count: int, columns: str, shift: int = 0) -> Iterator[Row]:
    """Yield `count` rows of printed values, one of them at a time in memory.

    With another `shift` their figures are others.
    """
    for number in range(1, count + 1):
        values = (
            str(number),
            f"Số hồ sơ tiếp nhận của {UNITS[number % 5]}",
            "Hồ sơ" if number % 2 else "%",
            f"{(number * 37 + shift * 1_789) % 10_000}",
            SHARES[number % 5],
            UNITS[number % 5],
            f"{number % 28 + 1}/{number % 12 + 1}/2022",
            "",
        )
        yield dict(zip(columns, values, strict=False))


def form_sizes() -> list[int]:
    """Return how many rows each form has: `FORM_ROWS` in all, as even as can be."""
    return [FORM_ROWS // FORMS + (form < FORM_ROWS % FORMS) for form in range(FORMS)]


def report_data(shift: int = 0) -> dict[str, object]:
    """Return the values of the report: `t0`... in its text, `b0`... the rows of its forms."""
    texts: dict[str, object] = {
        f"t{number}": (UNITS + SHARES)[number % 10] for number in range(PLACEHOLDERS)
    }
    forms = {
        f"b{form}": list(rows(size, FORM_COLUMNS, shift)) for form, size in enumerate(form_sizes())
    }
    return texts | forms


def table_data(count: int) -> dict[str, object]:
    """Return the values of a document that is one table of `count` rows and eight columns."""
    return {"t0": "Sở Nội vụ", "b0": list(rows(count, TABLE_COLUMNS))}


def lazy_table_data(count: int) -> dict[str, object]:
    """Return the same with rows made only when asked for, so that memory shows the engine's own."""
    return {"t0": "Sở Nội vụ", "b0": rows(count, TABLE_COLUMNS)}
