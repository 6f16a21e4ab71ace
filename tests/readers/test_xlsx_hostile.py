"""Files that are no good workbooks: a clear problem, within seconds and 200 MB."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from generator.problem import Stopped, Where
from generator.readers import read
from generator.readers.xlsx_package import MAX_BYTES, MAX_PART, MAX_TAGS
from tests.readers.workbook import workbook

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problem import Problem

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = workbook({"Bìa": [["Kỳ báo cáo", "2022-Q1"]]})
SHEET = "xl/worksheets/sheet1.xml"
LIMIT_MB = 200


def _with(name: str, content: bytes, blob: bytes = GOOD) -> bytes:
    """Return a workbook in which one part says something else; without content it is gone."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(blob)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        if content:
            new.writestr(name, content)
    return out.getvalue()


def _sheet(rows: bytes, before: bytes = b"") -> bytes:
    head = before + f'<worksheet xmlns="{MAIN}">'.encode()
    return _with(SHEET, head + b"<sheetData>" + rows + b"</sheetData></worksheet>")


def _problem(data: bytes) -> Problem:
    with pytest.raises(Stopped) as caught:
        read(data, "a.xlsx")
    (problem,) = caught.value.problems
    return problem


def _encrypted_member() -> bytes:
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


_COVER_ROW = b'<row r="1"><c t="str"><v>ky</v></c><c r="B1"><v>2022</v></c></row>'
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
_BOMB = f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]>'.encode()


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "DL-080", "không phải bảng tính"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "DL-080", "không phải bảng tính"),
        (OLE + "Workbook".encode("utf-16-le"), "DL-080", "Excel 97-2003"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "DL-081", "mật khẩu"),
        (_encrypted_member(), "DL-081", "mật khẩu"),
        (GOOD[: len(GOOD) // 2], "DL-082", "cắt cụt"),
        (GOOD[:-30], "DL-082", "cắt cụt"),
        (_with("_rels/.rels", b""), "DL-080", "không phải bảng tính"),
        (_with("xl/workbook.xml", b""), "DL-082", "hỏng"),
        (_with("xl/workbook.xml", b"\x83\x01\x00"), "DL-082", "hỏng"),
        (_with("xl/workbook.xml", b"<w:document xmlns:w='x'/>"), "DL-080", "không phải bảng tính"),
        (_with(SHEET, b""), "DL-082", "hỏng"),
        (_with(SHEET, b"<worksheet><sheetData>"), "DL-082", "hỏng"),
        (_sheet(b'<row r="x"/><c/><!-- -->'), "DL-082", "hỏng"),
        (_sheet(b'<row><c t="s"><v>5</v></c></row>'), "DL-082", "hỏng"),
        (_sheet(_COVER_ROW, _BOMB), "DL-084", "DOCTYPE"),
        (_sheet(b"", b'<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "DL-084", "DOCTYPE"),
        (bytes(MAX_BYTES + 1), "DL-083", "quá lớn"),
        (_sheet(b" " * MAX_PART), "DL-083", "quá lớn"),
    ],
)
def test_what_is_no_workbook_is_told_in_plain_words(data: bytes, code: str, words: str) -> None:
    problem = _problem(data)
    assert (problem.code, problem.where) == (code, Where(file="a.xlsx"))
    assert words in problem.message.vi
    assert problem.hint is not None


def test_entities_in_another_encoding_are_seen_too() -> None:
    sheet = f'<!DOCTYPE x SYSTEM "a"><worksheet xmlns="{MAIN}"/>'
    assert _problem(_with(SHEET, sheet.encode("utf-16"))).code == "DL-084"


def test_a_size_that_the_directory_hides_is_never_unpacked() -> None:
    data = bytearray(_sheet(b" " * (MAX_PART // 2)))
    at = data.find(b"PK\1\2", data.rfind(SHEET.encode()) - 46)
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert _problem(bytes(data)).code == "DL-082"


def test_what_was_damaged_while_packed_is_never_read() -> None:
    data = bytearray(_sheet(_COVER_ROW * 9))
    begin = data.find(SHEET.encode(), data.rfind(b"PK\3\4")) + len(SHEET)
    for place in range(begin, data.find(b"PK\1\2")):
        data[place] ^= 4
        assert _problem(bytes(data)).code == "DL-082", place
        data[place] ^= 4
    assert len(read(bytes(data), "a.xlsx").keys) == 1


def test_parts_that_are_not_packed_are_read_too() -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            new.writestr(member, old.read(member))
    assert read(out.getvalue(), "a.xlsx") == read(GOOD, "a.xlsx")


def test_a_hidden_sheet_of_ours_is_refused_and_others_are_not_read() -> None:
    blob = workbook({"Bìa": [["Kỳ báo cáo", "2022"]], "Biểu mẫu 1": [["x"]], "Nháp": [["x"]]})
    with zipfile.ZipFile(BytesIO(blob)) as archive:
        text = archive.read("xl/workbook.xml").decode()
    hidden = text.replace('state="visible"', 'state="veryHidden"').replace(
        'state="veryHidden"', 'state="visible"', 1
    )
    problem = _problem(_with("xl/workbook.xml", hidden.encode(), blob))
    assert (problem.code, problem.where.sheet) == ("DL-090", "Biểu mẫu 1")


_MEASURED = """
import sys
from pathlib import Path
from generator.problem import Stopped
from generator.readers import read
try:
    print("read", len(read(Path(sys.argv[1]).read_bytes(), "a.xlsx").keys))
except Stopped as stopped:
    print(*(problem.code for problem in stopped.problems))
# -- the peak of this program alone: ru_maxrss begins with that of the one that started it --
print(next(x.split()[1] for x in open("/proc/self/status") if x.startswith("VmHWM")))
"""


def _million_rows() -> bytes:
    return _sheet(_COVER_ROW + b'<row r="9" s="3" customFormat="1"/>' * 1_000_000)


def _many_rows() -> bytes:
    """As many empty rows as may be unpacked."""
    row = b'<row r="9" s="3" ht="15" customHeight="1"/>'
    return _sheet(_COVER_ROW + row * ((MAX_PART - 500) // len(row)))


def _declared() -> bytes:
    rows = b"<sheetData>" + _COVER_ROW + b"</sheetData></worksheet>"
    head = f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/>'.encode()
    return _with(SHEET, head + rows)


def _far_cell() -> bytes:
    return _sheet(_COVER_ROW + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def _deep() -> bytes:
    """As many elements as may be parsed, each inside the one before."""
    half = (MAX_TAGS - 100) // 2
    return _sheet(b"<a>" * half + b"</a>" * half)


def _many_tags() -> bytes:
    return _sheet(b"<a/>" * (MAX_PART // 5))


def _many_attributes() -> bytes:
    names = b"".join(b' a%x=""' % number for number in range((MAX_PART - 50_000) // 11))
    return _sheet(b"<row" + names + b"/>")


def _many_members() -> bytes:
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(60_000):
            archive.writestr(zipfile.ZipInfo(f"{number}"), b"")
    return out.getvalue()


def _bomb() -> bytes:
    return _sheet(b"\0" * 250_000_000)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_million_rows, "DL-083"),
        (_many_rows, "read 1"),
        (_declared, "read 1"),
        (_far_cell, "read 1"),
        (_deep, "DL-085"),
        (_many_tags, "DL-083"),
        (_many_attributes, "DL-085"),
        (_many_members, "read 1"),
        (_bomb, "DL-083"),
    ],
)
def test_hostile_files_take_neither_time_nor_memory(
    tmp_path: Path, make: object, said: str
) -> None:
    assert callable(make)
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())
    command = [sys.executable, "-c", _MEASURED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
    first, memory = done.stdout.split("\n")[:2]
    assert first == said
    assert int(memory) // 1024 < LIMIT_MB
