"""The figures of a report as templates print them, and the words that stand in their place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from generator import ghi_chu
from generator.context.van_ban import van_ban_in
from generator.figure import Figure, Kind
from generator.formats.printed import PrintedFigure
from generator.ky_truoc import Figures
from generator.report import FreeLeaf

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.formats.base import Formatter
    from generator.period import Ky
    from generator.report import Free, Report, Row
    from generator.word.values import Runs

# Words of rows whose placeholders are filled in, see `ghi_chu`.
Texts: TypeAlias = "Mapping[ghi_chu.Slot, str | Runs]"
_PERCENT = ("%",)


def figures(report: Report, formatter: Formatter, texts: Texts) -> Figures:
    """Return the indicators of `report` by concept and its free figures, nested as stated."""
    return Figures(
        ct={name: printed(row, formatter, texts) for name, row in report.by_concept().items()},
        sl={name: _free(value, formatter) for name, value in report.so_lieu.items()},
    )


def by_period(
    own: Figures, report: Report, formatter: Formatter, earlier: Callable[[Ky], Report | None]
) -> Callable[[Ky], Figures | None]:
    """Return what finds the figures of a period, each period once; this report's are its own."""

    @cache
    def found_for(period: Ky) -> Figures | None:
        if period == report.ky:
            return own
        found = earlier(period)
        return None if found is None else figures(found, formatter, ghi_chu.blanks(found))

    return found_for


def _free(value: Free, formatter: Formatter) -> object:
    if isinstance(value, FreeLeaf):
        leaf = value.value
        if isinstance(leaf, Figure):
            return PrintedFigure(so_lieu_goc=leaf, formatter=formatter)
        return leaf
    if isinstance(value, Mapping):
        return {name: _free(inner, formatter) for name, inner in value.items()}
    return tuple(_free(inner, formatter) for inner in value)


def words(row: Row, field: str, texts: Texts) -> str | Runs:
    """Return `row.<field>`, its placeholders filled in; "" where nothing is stated."""
    stated: str = getattr(row, field)
    return texts.get(ghi_chu.Slot(row.chi_tieu.ref, field), stated) if stated else ""


def printed(row: Row, formatter: Formatter, texts: Texts) -> PrintedFigure:
    """Return the value of `row`; a cited document stands for it where one is named."""
    return PrintedFigure(
        so_lieu_goc=_value(row, formatter),
        formatter=formatter,
        ghi_chu=row.ghi_chu and str(words(row, "ghi_chu", texts)),
        unit_is_percent=row.chi_tieu.don_vi_tinh == _PERCENT,
    )


def in_cell(row: Row, formatter: Formatter) -> str:
    """Return the value of `row` as it stands in its cell."""
    percent = row.chi_tieu.don_vi_tinh == _PERCENT
    return formatter.cell(_value(row, formatter), unit_is_percent=percent)


def _value(row: Row, formatter: Formatter) -> Figure:
    if row.van_ban is None:
        return row.figure
    return Figure(kind=Kind.TEXT, text=van_ban_in(row.van_ban, formatter).day_du)
