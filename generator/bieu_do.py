"""Charts of a report: bars from a list of the data, labelled as the figures print themselves.

    {{ bieu_do(sl.tong_hop.don_vi, nhan="dia_danh", gia_tri="ty_le_ho_so_dung_han",
               tieu_de="Tỷ lệ hồ sơ TTHC giải quyết đúng hạn") }}

alone on a line of a narrative, or behind `{{p` in a Word template, is a native chart of Word. With
`gia_tri={"Đã giải quyết": "tong", "Đúng hạn": "dung_han"}` every entry has a bar of each name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from generator.figure import Kind
from generator.formats.errors import FilterError
from generator.formats.printed import PrintedFigure
from generator.problem import Message
from generator.suggest import did_you_mean
from generator.word.chart import Chart, Series

_PERCENT: Final = "0.00%"
_UNITS: Final = {
    Kind.PERCENT: _PERCENT,
    Kind.COUNT: "#,##0",
    Kind.DECIMAL: "#,##0.##",
    Kind.MONEY: "#,##0.##",
}


def bieu_do(  # noqa: PLR0913  # what a designer may say of a chart, all by name
    du_lieu: object,
    *,
    nhan: str,
    gia_tri: str | Mapping[str, str],
    tieu_de: str = "",
    rong: float = 16.5,
    cao: float | None = None,
    mo_ta: str = "",
) -> Chart:
    """Return the chart of a list of groups: names under `nhan`, values under `gia_tri`.

    `rong` and `cao` are in cm, `mo_ta` is the alternative text. A value that is not there leaves
    a gap. Raises FilterError where there is nothing to draw, or values are of different kinds.
    """
    entries = _entries(du_lieu)
    names = tuple(str(_under(nhan, entry)) for entry in entries)
    keys = {tieu_de or gia_tri: gia_tri} if isinstance(gia_tri, str) else gia_tri
    figures = {name: [_figure(key, entry) for entry in entries] for name, key in keys.items()}
    unit = _unit([figure for column in figures.values() for figure in column])
    return Chart(
        title=tieu_de,
        names=names,
        series=tuple(_series(name, column) for name, column in figures.items()),
        unit=unit,
        whole=unit == _PERCENT and all(_is_share(f) for fs in figures.values() for f in fs),
        width=rong,
        height=cao,
        description=mo_ta or _told(tieu_de, names, figures),
    )


def _entries(data: object) -> list[Mapping[str, object]]:
    if isinstance(data, Iterable) and not isinstance(data, str | Mapping):
        entries = list(data)
        if entries and all(isinstance(entry, Mapping) for entry in entries):
            return entries
    raise FilterError(
        Message(
            "Biểu đồ cần một danh sách các mục có tên, ít nhất một mục.",
            "A chart needs a list of named values, at least one.",
        )
    )


def _under(key: str, entry: Mapping[str, object]) -> object:
    if key not in entry:
        raise FilterError(
            Message(
                f"Danh sách của biểu đồ không có “{key}”.",
                f"The list of the chart has no “{key}”.",
            ),
            did_you_mean(key, entry),
        )
    return entry[key]


def _figure(key: str, entry: Mapping[str, object]) -> PrintedFigure:
    value = _under(key, entry)
    if isinstance(value, PrintedFigure) and (not value.co or value.so_lieu_goc.kind in _UNITS):
        return value
    raise FilterError(
        Message(
            f"“{key}” của biểu đồ phải là số liệu, không phải “{value}”.",
            f"“{key}” of the chart must be a figure, not “{value}”.",
        )
    )


def _unit(figures: Iterable[PrintedFigure]) -> str:
    """Return the number format of all figures; those that are not there do not count."""
    units = {_UNITS[figure.so_lieu_goc.kind] for figure in figures if figure.co}
    if not units:
        raise FilterError(
            Message(
                "Biểu đồ chưa có số liệu nào.",
                "The chart has no figures.",
            ),
            Message(
                "Đặt biểu đồ trong {% if … %} khi có thể chưa có số liệu.",
                "Put it inside {% if … %} where there may be none.",
            ),
        )
    if len(units) > 1:
        raise FilterError(
            Message(
                "Các số liệu của một biểu đồ phải cùng loại (cùng là số đếm, hoặc cùng là tỷ lệ).",
                "The figures of one chart must be of one kind (counts, or percentages).",
            )
        )
    return units.pop()


def _series(name: str, figures: Iterable[PrintedFigure]) -> Series:
    column = tuple(figures)
    return Series(
        name=name,
        values=tuple(_number(figure) for figure in column),
        labels=tuple(_label(figure) for figure in column),
    )


def _number(figure: PrintedFigure) -> float | None:
    """Return the number as a workbook holds it (binary, percentages as parts of one)."""
    value = figure.gia_tri
    if value is None:
        return None
    return float(value / 100 if figure.so_lieu_goc.kind is Kind.PERCENT else value)


def _label(figure: PrintedFigure) -> str:
    # A cell says money without its unit, and a percentage sometimes without its sign.
    return str(figure) if figure.so_lieu_goc.kind is Kind.PERCENT else figure.o


def _is_share(figure: PrintedFigure) -> bool:
    return figure.gia_tri is None or 0 <= figure.gia_tri <= 100


def _told(title: str, names: Iterable[str], figures: Mapping[str, list[PrintedFigure]]) -> str:
    """Return the chart in words, for those who cannot see it."""
    single = len(figures) == 1
    lines = (
        f"{name}: "
        + ", ".join(
            _label(column[i]) if single else f"{series} {_label(column[i])}"
            for series, column in figures.items()
        )
        for i, name in enumerate(names)
    )
    return f"{title or 'Biểu đồ'}. {'; '.join(lines)}."
