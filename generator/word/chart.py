"""Bar charts as values: native charts of Word, with the workbook behind them that Word edits.

python-pptx writes the chart, XlsxWriter (which it brings) the workbook. Both are loaded when a
document has a chart, not before.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from generator.word.xmltext import escape

if TYPE_CHECKING:
    from generator.word.writer import PartWriter

EMU_PER_CM: Final = 360_000
_FONT: Final = "Times New Roman"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_C15: Final = "http://schemas.microsoft.com/office/drawing/2012/chart"
# Names of two extensions (MS-ODRAWXML 2.24.3): labels of points, and the cells they come from.
_LABELS: Final = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_RANGE: Final = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_FROM_CELLS: Final = '<c15:showDataLabelsRange val="1"/>'
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET: Final = "Sheet1"  # the name python-pptx refers to
_MAX_COLUMNS: Final = 5
_MAX_NAME: Final = 14
_NEAR: Final = 0.8
_STEPS: Final = 5
# Dark to light, so that they can be told apart on a black and white printer too.
_COLOURS: Final = ("1F4E79", "9DC3E6", "404040", "BFBFBF", "2E75B6", "DDEBF7")
# Zip archives and documents carry no clock: the first day of both.
_CREATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001  # written as it stands, a zone would shift it


class Series(Struct, frozen=True, kw_only=True):
    """One bar of each group: its name, its values (None: no bar) and how they are printed."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]


class Chart(Struct, frozen=True, kw_only=True):
    """A bar chart that stands as a paragraph of its own.

    Bars lie down where there are many or where their names are long, the first on top. `unit` is
    the number format of Excel; with `whole` the bars share a scale that ends at 100%; where all of
    them are near its end the scale begins at a round number below them, and says so. Sizes are in
    cm, a height of None follows the number of bars. `description` is read out to those who
    cannot see it.
    """

    title: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = "General"
    whole: bool = False
    width: float = 16.5
    height: float | None = None
    description: str = ""

    @property
    def lies(self) -> bool:
        """Whether the bars are horizontal."""
        return len(self.names) > _MAX_COLUMNS or max(map(len, self.names)) > _MAX_NAME

    def docx_xml(self, part: PartWriter) -> str:
        """Return the paragraph with the chart, after adding the chart and its workbook."""
        height = self.height or (self._natural_height() if self.lies else 8)
        size = f'cx="{round(self.width * EMU_PER_CM)}" cy="{round(height * EMU_PER_CM)}"'
        number = part.unique_id()
        ident = part.chart(_chart_xml(self), _workbook(self))
        told = escape(self.description or self.title)
        return (
            '<w:p><w:pPr><w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/></w:pPr>'
            f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="{number}"'
            f' name="Chart {number}" descr="{told}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}">'
            f'<c:chart xmlns:c="{_C}" r:id="{ident}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )

    def _natural_height(self) -> float:
        title = 1.2 if self.title else 0
        legend = 1 if len(self.series) > 1 else 0
        return min(22, 0.8 + title + legend + len(self.names) * (0.25 + 0.5 * len(self.series)))


def _chart_xml(chart: Chart) -> bytes:
    """Return the chart part; its workbook is its relationship `rId1`."""
    from lxml import etree  # noqa: PLC0415  # this and the next: slow to load, and few need them
    from pptx.chart.chart import Chart as Drawn  # noqa: PLC0415
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION  # noqa: PLC0415
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    data = CategoryChartData(number_format=chart.unit)
    data.categories = chart.names
    for series in chart.series:
        data.add_series(series.name, series.values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if chart.lies else XL_CHART_TYPE.COLUMN_CLUSTERED
    root = parse_xml(data.xml_bytes(kind))
    drawn = Drawn(root, None)
    drawn.font.name, drawn.font.size = _FONT, Pt(12)
    drawn.has_title = bool(chart.title)
    if chart.title:
        drawn.chart_title.text_frame.text = chart.title
        font = drawn.chart_title.text_frame.paragraphs[0].font
        font.name, font.size, font.bold = _FONT, Pt(13), True
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _draw_axes(drawn, chart)
    _draw_bars(drawn, chart)
    for axis in root.iter(f"{{{_C}}}axId", f"{{{_C}}}crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))  # python-pptx counts below zero, not allowed
    first = root.find(f"{{{_C}}}date1904")
    first.addnext(etree.Element(f"{{{_C}}}roundedCorners", val="0"))
    root.find(f"{{{_C}}}txPr").addprevious(
        parse_xml(
            f'<c:spPr xmlns:c="{_C}" xmlns:a="{_A}"><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        )
    )
    source = etree.SubElement(root, f"{{{_C}}}externalData", {f"{{{_R}}}id": "rId1"})
    etree.SubElement(source, f"{{{_C}}}autoUpdate", val="0")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _draw_axes(drawn: Any, chart: Chart) -> None:
    """Start at zero, hide the scale (every bar bears its value), put the first bar on top.

    A scale that starts elsewhere is shown, lest the bars be taken for the whole of what they say.
    """
    from pptx.enum.chart import XL_TICK_MARK  # noqa: PLC0415  # slow to load, and few need it

    scale, names = drawn.value_axis, drawn.category_axis
    least = min((v for s in chart.series for v in s.values if v is not None), default=0)
    start = _start(least) if chart.whole else 0
    scale.has_major_gridlines = False
    scale.visible = start > 0
    scale.minimum_scale = start if least >= 0 else None
    # -- room for the label of a full bar --
    scale.maximum_scale = 1 + (1 - start) / 10 if chart.whole else None
    if start:
        scale.major_unit = (1 - start) / _STEPS
        scale.tick_labels.number_format, scale.tick_labels.number_format_is_linked = "0%", False
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.reverse_order = chart.lies


def _start(least: float) -> float:
    """Return where a scale up to 100% begins: 0, or a multiple of 5% below bars that are near."""
    return (ceil(least * 20) - 1) / 20 if least >= _NEAR else 0


def _draw_bars(drawn: Any, chart: Chart) -> None:
    from pptx.dml.color import RGBColor  # noqa: PLC0415  # this and the next: slow to load
    from pptx.oxml import parse_xml  # noqa: PLC0415

    drawn.plots[0].gap_width = 50
    for number, (bars, series) in enumerate(zip(drawn.series, chart.series, strict=True)):
        bars.format.fill.solid()
        colour = _COLOURS[number % len(_COLOURS)]
        bars.format.fill.fore_color.rgb = RGBColor.from_string(colour)
        bars.invert_if_negative = False
        element = bars._element  # there is no public way to labels from cells
        element.find(f"{{{_C}}}cat").addprevious(parse_xml(_labels_xml(series)))
        element.append(parse_xml(_range_xml(series, _label_column(chart, number))))


def _labels_xml(series: Series) -> str:
    """Return labels that take their text from cells of the workbook ("Value From Cells").

    A number format would follow the language of the reader's Windows (`98.06%`); the cells hold
    the labels as they are printed everywhere else.
    """
    shown = '<c:dLblPos val="outEnd"/>' + "".join(
        f'<c:{name} val="0"/>'
        for name in (
            *("showLegendKey", "showVal", "showCatName"),
            *("showSerName", "showPercent", "showBubbleSize"),
        )
    )
    points = "".join(
        f'<c:dLbl><c:idx val="{position}"/><c:tx><c:rich><a:bodyPr/><a:p>'
        f'<a:fld id="{_id(position)}" type="CELLRANGE"><a:rPr lang="vi-VN"/>'
        f"<a:t>{escape(label)}</a:t></a:fld></a:p></c:rich></c:tx>"
        f"{shown}{_extension(_LABELS, _FROM_CELLS)}</c:dLbl>"
        for position, label in enumerate(series.labels)
        if series.values[position] is not None
    )
    spaces = f'xmlns:c="{_C}" xmlns:a="{_A}"'
    return f"<c:dLbls {spaces}>{points}{shown}{_extension(_LABELS, _FROM_CELLS)}</c:dLbls>"


def _range_xml(series: Series, column: str) -> str:
    """Return where the cells of the labels are, and what stands in them."""
    points = "".join(
        f'<c:pt idx="{position}"><c:v>{escape(label)}</c:v></c:pt>'
        for position, label in enumerate(series.labels)
        if series.values[position] is not None
    )
    count = len(series.labels)
    cells = (
        f"<c15:datalabelsRange><c15:f>{_SHEET}!${column}$2:${column}${count + 1}</c15:f>"
        f'<c15:dlblRangeCache><c:ptCount val="{count}"/>{points}</c15:dlblRangeCache>'
        "</c15:datalabelsRange>"
    )
    return _extension(_RANGE, cells, f' xmlns:c="{_C}"')


def _extension(uri: str, content: str, spaces: str = "") -> str:
    """Return what Word 2013 added to the format; older readers pass over it."""
    return f'<c:extLst{spaces}><c:ext uri="{uri}" xmlns:c15="{_C15}">{content}</c:ext></c:extLst>'


def _id(position: int) -> str:
    """Return the id of a field, the same each time."""
    return f"{{00000000-0000-4000-8000-{position + 1:012X}}}"


def _label_column(chart: Chart, number: int) -> str:
    """Return the column of the labels of a series, behind the names and all values."""
    return chr(ord("B") + len(chart.series) + number)


def _workbook(chart: Chart) -> bytes:
    """Return the workbook: names, then values of each series, then labels of each series."""
    from xlsxwriter import Workbook  # noqa: PLC0415  # slow to load, and few need it

    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        sheet = book.add_worksheet(_SHEET)
        unit = book.add_format({"num_format": chart.unit})
        sheet.set_column(0, 0, max(map(len, chart.names)) + 2)
        for row, name in enumerate(chart.names, start=1):
            sheet.write_string(row, 0, name)
        for column, series in enumerate(chart.series, start=1):
            sheet.write_string(0, column, series.name)
            labels = column + len(chart.series)
            sheet.write_string(0, labels, f"{series.name} (nhãn)")
            for row, (value, label) in enumerate(
                zip(series.values, series.labels, strict=True), start=1
            ):
                if value is not None:
                    sheet.write_number(row, column, value, unit)
                    sheet.write_string(row, labels, label)
    return out.getvalue()
