"""Number formats: two digits for small counts in Vietnamese, as many decimals as there are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.excel.number_formats import number_format
from generator.figure import Figure, Kind
from generator.formats import formatter


@pytest.mark.parametrize(
    ("kind", "number", "computed", "expected"),
    [
        (Kind.COUNT, "0", False, "#,##0"),
        (Kind.COUNT, "4", False, "00"),
        (Kind.COUNT, "1788", False, "#,##0"),
        (Kind.ENUMERATED, "1", False, "0"),
        (Kind.PERCENT, "98.06", False, "#,##0.00"),
        (Kind.PERCENT, "98.067", False, "#,##0.00"),
        (Kind.PERCENT, "100.00", True, "#,##0"),
        (Kind.MONEY, "1234.567", False, "#,##0.000"),
        (Kind.MONEY, "1E+3", False, "#,##0"),
    ],
)
def test_the_format_shows_what_is_printed(
    kind: Kind, number: str, computed: bool, expected: str
) -> None:
    figure = Figure(kind=kind, number=Decimal(number), computed=computed)

    assert number_format(figure, Decimal(number), formatter("vi")) == f"[$-42A]{expected}"


def test_a_language_without_a_number_of_windows_has_the_format_alone() -> None:
    figure = Figure(kind=Kind.COUNT, number=Decimal(4))

    assert number_format(figure, Decimal(4), formatter("de")) == "#,##0"
