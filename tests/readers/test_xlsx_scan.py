"""The quick way to the cells of a sheet finds what parsing finds, or leaves the sheet to it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.readers import read
from generator.readers.xlsx_parse import parse_sheet, parse_texts
from generator.readers.xlsx_scan import Scanned, scan_sheet, scan_texts
from tests.readers.workbook import as_workbook, workbook

ROOT = Path(__file__).parent.parent.parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
EXCEL = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    f'<worksheet xmlns="{MAIN}"><dimension ref="A1:C2"/><cols><col min="1" max="2"/></cols>'
    '<sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"/>'
    '<c r="C1" s="2" t="str"><f>A1&amp;"x"</f><v>một &amp; hai &#272;</v></c></row>'
    '<row r="2"><c r="A2"><v>1.5</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c>'
    '<c r="C2" t="inlineStr"><is><t xml:space="preserve"> ba </t></is></c>'
    '<c r="D2" s="1"><f>1/0</f></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>'
    '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
)
OTHERWISE = {
    "an order of its own": ('<c r="C1" s="2" t="str">', '<c t="str" s="2" r="C1">'),
    "single quotes": ('<c r="A1" t="s">', "<c r='A1' t='s'>"),
    "formatted runs": ('<t xml:space="preserve"> ba </t>', "<r><t>ba</t></r>"),
    "no address": ('<c r="A2">', "<c>"),
    "an attribute unknown to us": ('<c r="A2">', '<c r="A2" cm="1">'),
    "a comment": ("<v>1.5</v>", "<v>1.5</v><!-- -->"),
    "a section of data with a character of its own": ("<sheetData>", '<sheetData xml:space="x">'),
    "an empty cell with something in it": ('<c r="B1" s="3"/>', '<c r="B1" s="3"><extLst/></c>'),
    "ends of tags that do not fit": ("<v>2</v>", "<v>2</t></is>"),
    "another encoding": ('"UTF-8"', '"windows-1258"'),
}


def _said(found: Scanned | None) -> tuple[object, object, bool]:
    """Return what a sheet holds, cells with nothing in them aside."""
    assert found is not None
    said = {
        number: {column: cell for column, cell in row.items() if cell.formula or cell.text}
        for number, row in found.rows.items()
    }
    return said, found.merged, found.shared


def _sheets(data: bytes) -> list[bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist() if "worksheets/" in name]


@pytest.mark.parametrize(
    "sheet",
    [
        EXCEL.encode(),
        *_sheets(
            as_workbook(
                read((ROOT / "data/2022-Q1/so-noi-vu-dong-nai.yaml").read_bytes(), "a.yaml")
            )
        ),
    ],
)
def test_scanning_finds_what_parsing_finds(sheet: bytes) -> None:
    assert _said(scan_sheet(sheet)) == _said(parse_sheet(ET.fromstring(sheet)))


_CHARACTERS = st.characters(exclude_categories=["C"])


@settings(max_examples=30)
@given(st.lists(st.text(_CHARACTERS, min_size=1), min_size=1))
def test_any_text_is_found_as_parsing_finds_it(texts: list[str]) -> None:
    (sheet,) = _sheets(workbook({"Bìa": [[f"x{text}" for text in texts]]}))
    assert _said(scan_sheet(sheet)) == _said(parse_sheet(ET.fromstring(sheet)))


def _with_figures(row: str, figures: list[str]) -> bytes:
    head = f'<worksheet xmlns="{MAIN}"><sheetData>'
    return (head + row.format(*figures) + "</sheetData></worksheet>").encode()


_ROWS = {
    "a figure in each row": (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="D1" s="2"><v>{}</v></c>'
        '</row><row r="2"><c r="D2"><v>{}</v></c><c r="G2" t="s"><v>7</v></c></row>'
        '<row r="3"><c r="D3" t="n"><f>1+1</f><v>{}</v></c><c r="E3" s="3"></c></row>'
    ),
    "a row in two pieces, a cell that stands twice": (
        '<row r="1"><c r="A1"><v>{}</v></c></row><row r="1"><c r="B1"><v>{}</v></c></row>'
        '<row r="2"><c r="A2"><v>{}</v></c><c r="A2"><v>5</v></c></row>'
    ),
    "several figures in a row": (
        '<row r="1"><c r="A1" t="b"><v>{}</v></c><c r="B1"><v>{}</v></c>'
        '<c r="C1" t="e"><v>{}</v></c></row>'
    ),
}


@pytest.mark.parametrize("rows", _ROWS.values(), ids=_ROWS)
@given(st.lists(st.sampled_from(["0", "1", "5", "007", "314159265358979"]), min_size=3, max_size=3))
def test_rows_that_differ_in_figures_alone_are_told_apart(rows: str, figures: list[str]) -> None:
    sheet = _with_figures(rows, figures)
    assert _said(scan_sheet(sheet)) == _said(parse_sheet(ET.fromstring(sheet)))


def test_a_row_with_any_other_value_is_read_as_it_stands() -> None:
    for value in ("-1", "1.5", "1e3", "٣", "", "x &amp; y"):
        sheet = _with_figures(_ROWS["a figure in each row"], [value, "1", "2"])
        assert _said(scan_sheet(sheet)) == _said(parse_sheet(ET.fromstring(sheet)))


@pytest.mark.parametrize("way", OTHERWISE)
def test_a_sheet_written_in_another_way_is_left_to_the_parser(way: str) -> None:
    before, after = OTHERWISE[way]
    assert before in EXCEL
    assert scan_sheet(EXCEL.replace(before, after).encode()) is None


def test_a_broken_sheet_is_left_to_the_parser() -> None:
    assert scan_sheet(EXCEL[:-12].encode()) is None
    assert scan_sheet(EXCEL.replace("&amp; hai", "& hai").encode()) is None
    assert scan_sheet(EXCEL.encode("utf-16")) is None


def test_shared_texts_are_scanned_unless_they_have_runs() -> None:
    plain = (
        f'<sst xmlns="{MAIN}"><si><t>một &lt; hai</t></si>'
        '<si><t xml:space="preserve"> ba</t></si></sst>'
    )
    assert scan_texts(plain.encode()) == parse_texts(ET.fromstring(plain)) == ["một < hai", "ba"]
    runs = plain.replace("<t>một &lt; hai</t>", "<r><t>một</t></r><r><t> hai</t></r>")
    assert scan_texts(runs.encode()) is None
    assert parse_texts(ET.fromstring(runs)) == ["một hai", "ba"]
    assert scan_texts(plain.replace("<t>một &lt; hai</t>", "<t/>").encode()) is None
