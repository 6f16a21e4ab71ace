"""What a cell says: numbers as Excel shows them, percentages, dates, formulas, error values."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from generator.problem import Stopped
from generator.raw import RawMap, RawScalar
from generator.readers import read
from generator.readers.xlsx_formats import Format, Shown, format_of
from tests.readers.workbook import Value, saved

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def _book(value: Value, number_format: str = "General") -> bytes:
    """Return a workbook whose one free figure stands in Số liệu!B2."""
    book = Workbook()
    book.worksheets[0].title = "Bìa"
    book.worksheets[0].append(["Kỳ báo cáo", "2022-Q1"])
    sheet = book.create_sheet("Số liệu")
    sheet.append(["Tên", "Giá trị"])
    sheet.append(["a", value])
    sheet["B2"].number_format = number_format
    return saved(book)


def _edited(data: bytes, *edits: tuple[str, str, str]) -> bytes:
    """Return a workbook with its parts edited: the end of a part's name, old words, new words."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name).decode()
            for part, old, new in edits:
                if name.endswith(part):
                    assert old in text, f"{old} is not in {name}"
                    text = text.replace(old, new)
            after.writestr(name, text)
    return out.getvalue()


def _xml(cell: str, number_format: str = "General") -> bytes:
    """Return the same workbook with the XML of the cell as other programs write it."""
    style = "" if number_format == "General" else ' s="1"'
    plain = f'<c r="B2"{style} t="n"><v>7</v></c>'
    return _edited(_book(7, number_format), ("sheet2.xml", plain, cell))


def _figure(data: bytes) -> RawScalar:
    figures = read(data, "a.xlsx").get("so_lieu")
    assert isinstance(figures, RawMap)
    figure = figures.get("a")
    assert isinstance(figure, RawScalar)
    return figure


def _refused(data: bytes) -> tuple[str, str, str]:
    with pytest.raises(Stopped) as caught:
        read(data, "a.xlsx")
    (problem,) = caught.value.problems
    assert problem.hint is not None
    assert problem.where.sheet == "Số liệu"
    return problem.code, problem.where.cell, problem.message.vi


@pytest.mark.parametrize(
    ("value", "number_format", "text", "expected"),
    [
        (21, "General", "21", 21),
        (21.0, "0.00", "21", 21),
        (0, "General", "0", 0),
        (-3, "General", "-3", -3),
        (1788, "#,##0", "1788", 1788),
        (98.06, "General", "98.06", Decimal("98.06")),
        (98.10, "0.00", "98.1", Decimal("98.1")),
        (98.06, "0", "98.06", Decimal("98.06")),  # typed: never rounded to what is shown
        (1e-7, "General", "0.0000001", Decimal("0.0000001")),
        (123456789012345, "0", "123456789012345", 123456789012345),
        (10**20, "0", "100000000000000000000", "100000000000000000000"),
        (0.9806, "0.00%", "98,06%", "98,06%"),
        (1, "0%", "100%", "100%"),
        (0.00075, "0%", "0,075%", "0,075%"),
        (98.06, '0.00"%"', "98,06%", "98,06%"),
        (98.06, "0.00\\%", "98,06%", "98,06%"),
        (True, "General", "true", True),
        ("04", "General", "04", "04"),
        ("27/27", "General", "27/27", "27/27"),
        ("1.788", "General", "1.788", "1.788"),
        (date(2022, 3, 18), "dd/mm/yyyy", "2022-03-18", date(2022, 3, 18)),
        (date(2022, 3, 18), "d-mmm-yy", "2022-03-18", date(2022, 3, 18)),
        (datetime(2022, 3, 18), "[$-42A]d/m/yyyy;@", "2022-03-18", date(2022, 3, 18)),  # noqa: DTZ001
        (datetime(2022, 3, 18), "yyyy-mm-dd h:mm:ss", "2022-03-18", date(2022, 3, 18)),  # noqa: DTZ001
    ],
)
def test_a_cell_is_read_for_what_it_says(
    value: Value, number_format: str, text: str, expected: object
) -> None:
    figure = _figure(_book(value, number_format))
    assert (figure.text, figure.value, type(figure.value)) == (text, expected, type(expected))
    assert not figure.quoted


def test_digits_in_a_cell_formatted_as_text_are_a_text() -> None:
    assert _figure(_book("2021", "@")).quoted
    assert not _figure(_book("98,06%", "@")).quoted


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0.30000000000000004", Decimal("0.3")),
        ("98.060000000000002", Decimal("98.06")),
        ("2.9999999999999996", 3),
        ("1.0000000000000001E-2", Decimal("0.01")),
        ("1E3", 1000),
    ],
)
def test_numbers_lose_the_noise_of_binary_fractions(number: str, expected: object) -> None:
    assert _figure(_xml(f'<c r="B2"><v>{number}</v></c>')).value == expected


@pytest.mark.parametrize(
    ("number_format", "number", "expected"),
    [
        ("0.00", "96.428571428571431", Decimal("96.43")),
        ("0.00%", "0.9642857142857143", "96,43%"),
        ("#,##0", "2.5", 3),
        ("General", "96.428571428571431", Decimal("96.4285714285714")),
    ],
)
def test_what_a_formula_worked_out_is_read_as_its_cell_shows_it(
    number_format: str, number: str, expected: object
) -> None:
    cell = f'<c r="B2" s="1"><f>A1/B1</f><v>{number}</v></c>'
    if number_format == "General":
        cell = cell.replace(' s="1"', "")
    assert _figure(_xml(cell, number_format)).value == expected


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="B2" t="inlineStr"><is><t>chữ</t></is></c>', "chữ"),
        (
            '<c r="B2" t="inlineStr"><is><r><t>14</t></r><r><rPr><b/></rPr><t>/21</t></r></is></c>',
            "14/21",
        ),
        ('<c r="B2" t="str"><f>A1&amp;"x"</f><v>27/27</v></c>', "27/27"),
        ('<c r="B2" t="str"><f>IF(1,"")</f><v></v></c>', None),
        ('<c r="B2" t="d"><v>2022-03-18T00:00:00</v></c>', date(2022, 3, 18)),
        ('<c r="B2" t="n"/>', None),
        ("<c><v>9</v></c>", 9),
        ('<c r="B2"><f t="shared" si="0"/><v>4</v></c>', 4),
    ],
)
def test_cells_are_understood_as_other_programs_write_them(cell: str, value: object) -> None:
    assert _figure(_xml(cell)).value == value


def test_shared_texts_are_read_with_their_runs_and_without_their_readings() -> None:
    shared = (
        f'<sst xmlns="{MAIN}"><si><t>một</t></si><si><r><t>hai</t></r>'
        '<r><t xml:space="preserve"> ba</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>'
    )
    relation = (
        '<Relationship Id="rId99" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.'
        'org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    data = _edited(
        _xml('<c r="B2" t="s"><v>1</v></c>'), ("workbook.xml.rels", "</Relationships>", relation)
    )
    out = BytesIO(data)
    with ZipFile(out, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", shared)
    assert _figure(out.getvalue()).value == "hai ba"


def test_a_text_that_is_not_there_means_a_damaged_file() -> None:
    with pytest.raises(Stopped) as caught:
        read(_xml('<c r="B2" t="s"><v>1</v></c>'), "a.xlsx")
    assert [p.code for p in caught.value.problems] == ["DL-082"]


def test_strict_workbooks_are_read_too() -> None:
    data = _edited(_book(7), ("workbook.xml", MAIN, STRICT))
    data = _edited(data, ("sheet1.xml", MAIN, STRICT), ("sheet2.xml", MAIN, STRICT))
    assert _figure(_edited(data, ("styles.xml", MAIN, STRICT))).value == 7


def test_parts_may_bear_a_prefix_of_their_namespace() -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
        '<x:row><x:c t="str"><x:v>Tên</x:v></x:c><x:c t="str"><x:v>Giá trị</x:v></x:c></x:row>'
        '<x:row r="2"><x:c r="A2" t="str"><x:v>a</x:v></x:c><x:c r="B2"><x:v>8</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    with ZipFile(BytesIO(_book(7))) as archive:
        text = archive.read("xl/worksheets/sheet2.xml").decode()
    assert _figure(_edited(_book(7), ("sheet2.xml", text, sheet))).value == 8


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (_xml('<c r="B2"><f>1+1</f></c>'), "DL-088", "chưa lưu kết quả"),
        (_xml('<c r="B2"><f>1+1</f><v></v></c>'), "DL-088", "chưa lưu kết quả"),
        (_xml('<c r="B2" t="e"><f>A9/0</f><v>#DIV/0!</v></c>'), "DL-089", "#DIV/0!"),
        (_xml('<c r="B2" t="e"><v>#REF!</v></c>'), "DL-089", "#REF!"),
        (_xml('<c r="B2"><v>bảy</v></c>'), "DL-089", "bảy"),
        (_xml('<c r="B2"><v>INF</v></c>'), "DL-089", "INF"),
        (_xml('<c r="B2" t="lạ"><v>7</v></c>'), "DL-089", "7"),
        (_book(date(2022, 7, 5), "d-mmm"), "DL-091", "5/7"),
        (_book(date(2022, 7, 5), "mmm-yy"), "DL-091", "5/7"),
        (_book(time(10, 30), "h:mm"), "DL-091", "giờ"),
        (_book(datetime(2022, 3, 18, 10, 30), "dd/mm/yyyy h:mm"), "DL-091", "giờ"),  # noqa: DTZ001
        (_book(datetime(2022, 7, 5, 8), "dd/mm/yyyy"), "DL-091", "giờ"),  # noqa: DTZ001
        (_book(-5, "dd/mm/yyyy"), "DL-091", "ngày"),
        (_book(10**9, "dd/mm/yyyy"), "DL-091", "ngày"),
    ],
)
def test_what_is_not_certain_is_refused_with_its_cell(data: bytes, code: str, words: str) -> None:
    found, cell, message = _refused(data)
    assert (found, cell) == (code, "B2")
    assert words in message


def test_days_may_be_counted_from_1904() -> None:
    data = _edited(
        _book(date(2022, 3, 18), "dd/mm/yyyy"),
        ("workbook.xml", "<workbookPr/>", '<workbookPr date1904="1"/>'),
    )
    assert _figure(data).value == date(2026, 3, 19)


def test_a_month_typed_as_the_period_is_a_month() -> None:
    book = Workbook()
    book.worksheets[0].title = "Bìa"
    book.worksheets[0].append(["Kỳ báo cáo", date(2022, 3, 1)])
    book.worksheets[0]["B1"].number_format = "mmm-yy"
    raw = read(saved(book), "a.xlsx").get("ky")
    assert isinstance(raw, RawScalar)
    assert raw.value == "2022-03"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", Format(Shown.NUMBER)),
        ("General;[Red]-General", Format(Shown.NUMBER)),
        ("# ?/?", Format(Shown.NUMBER)),
        ("0.00E+00", Format(Shown.NUMBER)),
        ("#,##0.000", Format(Shown.NUMBER, 3)),
        ('#,##0 "đồng/năm"', Format(Shown.NUMBER, 0)),
        ('_-* #,##0.00 "₫"_-;-* #,##0.00', Format(Shown.NUMBER, 2)),
        ("[$-42A]dd/mm/yyyy;@", Format(Shown.DAY)),
        ("[h]:mm", Format(Shown.TIME)),
        ("dd/mm h:mm", Format(Shown.TIME)),
        ("dd/mm/yyyy h:mm", Format(Shown.DAY)),  # its value tells whether there is a time
        ("[Red]0.0%", Format(Shown.PERCENT, 1)),
        ('"năm "yyyy"."', Format(Shown.MONTH)),
        ("@", Format(Shown.TEXT)),
    ],
)
def test_number_formats_are_told_apart(code: str, expected: Format) -> None:
    assert format_of(code) == expected
