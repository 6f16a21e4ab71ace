"""Charts in a finished document, read back as Word would: parts, links, labels, workbook."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx as python_docx
import openpyxl
import pytest
from lxml import etree

from generator.bieu_do import bieu_do
from generator.figure import Figure, Kind, Status
from generator.formats import formatter
from generator.formats.filters import filters
from generator.formats.printed import PrintedFigure
from generator.problem import Stopped, Where
from generator.word import compile_template
from tests.word.build import docx
from tests.word.narrative import compile_markdown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VI = formatter("vi")
NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
BLOCK = "{{p bieu_do(ds, nhan='ten', gia_tri='v', tieu_de='Đúng hạn') }}"


def count(number: int) -> PrintedFigure:
    return PrintedFigure(so_lieu_goc=Figure(kind=Kind.COUNT, number=Decimal(number)), formatter=VI)


def percent(text: str) -> PrintedFigure:
    figure = Figure(kind=Kind.PERCENT, number=Decimal(text))
    return PrintedFigure(so_lieu_goc=figure, formatter=VI)


def missing(status: Status) -> PrintedFigure:
    return PrintedFigure(so_lieu_goc=Figure(kind=Kind.TEXT, status=status), formatter=VI)


def units(*values: object) -> list[dict[str, object]]:
    names = ("Biên Hòa", "Cẩm Mỹ", "Định Quán", "Long Khánh", "Long Thành", "Nhơn Trạch", "Tân Phú")
    return [{"ten": name, "v": value} for name, value in zip(names, values, strict=False)]


def made(template: str, **context: object) -> bytes:
    compiled = compile_template(docx(template), globals={"bieu_do": bieu_do}, filters=filters(VI))
    return compiled.render(context)


def member(blob: bytes, name: str) -> bytes:
    return zipfile.ZipFile(BytesIO(blob)).read(name)


def names_of(blob: bytes) -> list[str]:
    return zipfile.ZipFile(BytesIO(blob)).namelist()


def tree(blob: bytes, name: str = "word/charts/chart1.xml") -> Any:
    return etree.fromstring(member(blob, name))


def found(root: Any, path: str) -> Sequence[str]:
    return [str(one) for one in root.xpath(path, namespaces=NAMES)]


def cells(blob: bytes, name: str = "word/embeddings/chart1.xlsx") -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(BytesIO(member(blob, name)))
    return list(book.active.iter_rows(values_only=True))


def relations(blob: bytes, name: str) -> Mapping[str, str]:
    return {one.get("Id"): one.get("Target") for one in tree(blob, name)}


def test_a_chart_is_a_part_with_its_workbook_behind_it() -> None:
    blob = made(BLOCK, ds=units(percent("98.06"), percent("100")))

    ident = found(tree(blob, "word/document.xml"), "//c:chart/@*[local-name()='id']")[0]
    assert relations(blob, "word/_rels/document.xml.rels")[ident] == "charts/chart1.xml"
    book = relations(blob, "word/charts/_rels/chart1.xml.rels")
    assert book == {"rId1": "../embeddings/chart1.xlsx"}
    assert found(tree(blob), "//c:externalData/@*[local-name()='id']") == ["rId1"]
    types = dict(
        zip(
            found(tree(blob, "[Content_Types].xml"), "//@PartName"),
            found(tree(blob, "[Content_Types].xml"), "//*[@PartName]/@ContentType"),
            strict=True,
        )
    )
    assert types["/word/charts/chart1.xml"].endswith("drawingml.chart+xml")
    assert types["/word/embeddings/chart1.xlsx"].endswith("spreadsheetml.sheet")


def test_python_docx_opens_a_document_with_a_chart() -> None:
    blob = made(f"Trước\n{BLOCK}\nSau", ds=units(count(3), count(4)))

    assert [p.text for p in python_docx.Document(BytesIO(blob)).paragraphs] == ["Trước", "", "Sau"]


def test_the_workbook_holds_names_values_and_labels() -> None:
    blob = made(BLOCK, ds=units(percent("98.06"), percent("100")))

    assert cells(blob) == [
        (None, "Đúng hạn", "Đúng hạn (nhãn)"),
        ("Biên Hòa", 0.9806, "98,06%"),
        ("Cẩm Mỹ", 1, "100%"),
    ]


def test_values_and_labels_of_the_chart_are_those_of_the_workbook() -> None:
    blob = made(BLOCK, ds=units(count(1788), count(4)))

    chart = tree(blob)
    assert found(chart, "//c:cat//c:v/text()") == ["Biên Hòa", "Cẩm Mỹ"]
    assert found(chart, "//c:cat//c:f/text()") == ["Sheet1!$A$2:$A$3"]
    assert [float(v) for v in found(chart, "//c:val//c:v/text()")] == [1788, 4]
    assert found(chart, "//c:val//c:f/text()") == ["Sheet1!$B$2:$B$3"]
    assert found(chart, "//c:dLbl//a:t/text()") == ["1.788", "04"]
    assert found(chart, "//c15:datalabelsRange/c15:f/text()") == ["Sheet1!$C$2:$C$3"]
    assert [row[1:] for row in cells(blob)[1:]] == [(1788, "1.788"), (4, "04")]


@pytest.mark.parametrize("status", [Status.BLANK, Status.NOT_REPORTED, Status.NOT_ARISING])
def test_a_value_that_is_not_there_is_a_gap_not_a_zero(status: Status) -> None:
    blob = made(BLOCK, ds=units(percent("97"), missing(status), percent("0")))

    chart = tree(blob)
    assert found(chart, "//c:val//c:pt/@idx") == ["0", "2"]
    assert found(chart, "//c:dLbl/c:idx/@val") == ["0", "2"]
    assert found(chart, "//c:dispBlanksAs/@val") == ["gap"]
    assert cells(blob)[2] == ("Cẩm Mỹ", None, None)


def test_few_bars_stand_and_many_lie_with_the_first_on_top() -> None:
    few = tree(made(BLOCK, ds=units(*[count(n) for n in range(5)])))
    many = tree(made(BLOCK, ds=units(*[count(n) for n in range(6)])))

    order = "//c:catAx/c:scaling/c:orientation/@val"
    assert found(few, "//c:barDir/@val") == ["col"]
    assert found(few, order) == []  # from the left
    assert found(many, "//c:barDir/@val") == ["bar"]
    assert found(many, order) == ["maxMin"]
    assert found(many, "//c:grouping/@val") == ["clustered"]


def test_long_names_make_the_bars_lie() -> None:
    ds = [{"ten": "Ban Quản lý các khu công nghiệp", "v": count(1)}]

    assert found(tree(made(BLOCK, ds=ds)), "//c:barDir/@val") == ["bar"]


def test_bars_start_at_zero_unless_some_are_below() -> None:
    zero = "//c:valAx/c:scaling/c:min/@val"
    assert found(tree(made(BLOCK, ds=units(percent("79"), percent("99")))), zero) == ["0.0"]
    assert found(tree(made(BLOCK, ds=units(percent("-2"), percent("3")))), zero) == []


@pytest.mark.parametrize(
    ("least", "start", "most"), [("97,2", 0.95, 1.005), ("95", 0.9, 1.01), ("80", 0.75, 1.025)]
)
def test_percentages_near_the_end_get_a_scale_that_begins_below_them_and_is_shown(
    least: str, start: float, most: float
) -> None:
    chart = tree(made(BLOCK, ds=units(percent(least.replace(",", ".")), percent("100"))))

    ends = [float(found(chart, f"//c:valAx/c:scaling/c:{end}/@val")[0]) for end in ("min", "max")]
    assert ends == pytest.approx([start, most])
    assert found(chart, "//c:valAx/c:delete/@val") == ["0"]
    assert found(chart, "//c:valAx/c:numFmt/@formatCode") == ["0%"]


def test_a_scale_from_zero_is_not_shown() -> None:
    chart = tree(made(BLOCK, ds=units(percent("50"), percent("100"))))

    assert len(found(chart, "//c:valAx/c:delete[not(@val='0')]")) == 1


def test_several_values_of_one_unit_stand_side_by_side() -> None:
    text = "{{p bieu_do(ds, nhan='ten', gia_tri={'Tổng số': 'v', 'Đúng hạn': 'd'}) }}"
    ds = [one | {"d": count(2)} for one in units(count(3), count(4))]

    blob = made(text, ds=ds)

    assert found(tree(blob), "//c:ser/c:tx//c:v/text()") == ["Tổng số", "Đúng hạn"]
    assert len(found(tree(blob), "//c:legend/c:legendPos/@val")) == 1
    assert cells(blob) == [
        (None, "Tổng số", "Đúng hạn", "Tổng số (nhãn)", "Đúng hạn (nhãn)"),
        ("Biên Hòa", 3, 2, "03", "02"),
        ("Cẩm Mỹ", 4, 2, "04", "02"),
    ]
    assert found(tree(blob), "//c15:datalabelsRange/c15:f/text()") == [
        "Sheet1!$D$2:$D$3",
        "Sheet1!$E$2:$E$3",
    ]


def test_the_chart_is_as_wide_as_the_text_and_is_told_in_words() -> None:
    document = tree(made(BLOCK, ds=units(percent("98.06"))), "word/document.xml")

    assert found(document, "//wp:extent/@cx") == [str(165 * 36_000)]
    assert found(document, "//wp:docPr/@descr") == ["Đúng hạn. Biên Hòa: 98,06%."]


def test_letters_are_times_new_roman() -> None:
    fonts = set(found(tree(made(BLOCK, ds=units(count(1)))), "//a:latin/@typeface"))

    assert fonts == {"Times New Roman"}


def test_the_same_figures_give_the_same_bytes() -> None:
    text = f"{BLOCK}\n{BLOCK}"
    ds = units(percent("98.06"), percent("97"))

    assert made(text, ds=ds) == made(text, ds=ds)


def test_two_charts_have_parts_of_their_own() -> None:
    blob = made(f"{BLOCK}\n{BLOCK}", ds=units(count(1)))

    assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} < set(names_of(blob))
    assert {"word/embeddings/chart1.xlsx", "word/embeddings/chart2.xlsx"} < set(names_of(blob))
    assert len(set(found(tree(blob, "word/document.xml"), "//wp:docPr/@id"))) == 2


def test_a_chart_of_the_template_keeps_its_name() -> None:
    parts = {"word/charts/chart1.xml": b"<a/>", "word/embeddings/chart2.xlsx": b"x"}
    template = docx(f"{BLOCK}\n{BLOCK}")
    out = BytesIO(template)
    with zipfile.ZipFile(out, "a") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    compiled = compile_template(out.getvalue(), globals={"bieu_do": bieu_do})

    blob = compiled.render({"ds": units(count(1))})

    assert member(blob, "word/charts/chart1.xml") == b"<a/>"
    assert {"word/charts/chart3.xml", "word/charts/chart4.xml"} < set(names_of(blob))


def test_a_document_without_a_chart_gets_no_part_of_it() -> None:
    assert not [name for name in names_of(made("a")) if "chart" in name or "embed" in name]


def test_libraries_for_charts_are_loaded_when_there_is_a_chart() -> None:
    names = "{'pptx', 'xlsxwriter'} & set(sys.modules)"
    code = f"import sys, generator.cli, generator.pipeline; sys.exit(str({names} or ''))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stderr.strip() == ""


def test_a_narrative_holds_a_chart_alone_on_a_line() -> None:
    source = "Một đoạn.\n\n{{ bieu_do(ds, nhan='ten', gia_tri='v') }}\n\nĐoạn sau.\n"
    narrative = compile_markdown(
        source,
        filters=filters(VI),
        globals={"bieu_do": bieu_do},
        where=lambda line: Where(file="a.md", line=line),
    )

    blob = made("{{p noi_dung }}", noi_dung=narrative.render({"ds": units(count(5))}))

    texts = [p.text for p in python_docx.Document(BytesIO(blob)).paragraphs]
    assert texts == ["Một đoạn.", "", "Đoạn sau."]
    assert cells(blob)[1] == ("Biên Hòa", 5, "05")


def test_a_name_with_markup_or_a_formula_stays_text() -> None:
    blob = made(BLOCK, ds=[{"ten": "=1+1 <Sở & Ban>", "v": count(1)}])

    assert found(tree(blob), "//c:cat//c:v/text()") == ["=1+1 <Sở & Ban>"]
    assert cells(blob)[1][0] == "=1+1 <Sở & Ban>"
    book = openpyxl.load_workbook(BytesIO(member(blob, "word/embeddings/chart1.xlsx")))
    assert book.active["A2"].data_type == "s"


@pytest.mark.parametrize(
    ("ds", "words"),
    [
        ([], "cần một danh sách"),
        ("chữ", "cần một danh sách"),
        ([1, 2], "cần một danh sách"),
        ([{"ten": "a"}], "không có “v”"),
        ([{"ten": "a", "v": "nhiều"}], "phải là số liệu"),
        ([{"ten": "a", "v": 5}], "phải là số liệu"),
        (units(missing(Status.BLANK)), "chưa có số liệu nào"),
        (units(count(1), percent("2")), "phải cùng loại"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_place(ds: object, words: str) -> None:
    with pytest.raises(Stopped) as stopped:
        made(f"a\n{BLOCK}", ds=ds)

    (problem,) = stopped.value.problems
    assert (problem.code, problem.where.paragraph) == ("MA-041", 2)
    assert words in problem.message.vi


def test_a_misspelt_name_is_guessed() -> None:
    with pytest.raises(Stopped) as stopped:
        made("{{p bieu_do(ds, nhan='tn', gia_tri='v') }}", ds=units(count(1)))

    hint = stopped.value.problems[0].hint
    assert hint is not None
    assert hint.vi == "Ý bạn là “ten”?"
