"""Whatever is done to a document, the check ends with problems, never with an exception."""

from __future__ import annotations

import io
import random
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator import the_thuc
from tests.the_thuc.build import report

FILE = "bao-cao.docx"
_PARTS = ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/numbering.xml")
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_LISTED = (
    '<w:pStyle w:val="Than"/>',
    '<w:pStyle w:val="Than"/><w:numPr><w:numId w:val="1"/></w:numPr>',
)
_VALUES = ("", "0", "-1", "99999999999", "x", "1e400", "true", "Than", "1", "\u00a0")


def _files(blob: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


_GOOD = _files(report(_LISTED, numbering=_NUMBERING))


def _changed(data: bytes, dice: random.Random) -> bytes:
    """Return a part in which elements were removed, doubled, moved, emptied or given attributes."""
    root = etree.fromstring(data)
    for _ in range(dice.randint(1, 6)):
        elements = list(root.iterdescendants())
        if not elements:
            break
        one, other = dice.choice(elements), dice.choice(elements)
        parent = one.getparent()
        assert parent is not None
        match dice.randrange(5):
            case 0:
                parent.remove(one)
            case 1:
                parent.append(etree.fromstring(etree.tostring(one)))
            case 2 if other not in list(one.iter()):
                other.append(one)
            case 3:
                one.text = dice.choice(("", "Số: ", "ngày tháng năm", "Nơi nhận:", "BÁO CÁO", "\t"))
            case _:
                names = list(one.attrib) or ["x"]
                one.set(dice.choice(names), dice.choice(_VALUES))
    return etree.tostring(root)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(_PARTS))
def test_a_document_changed_anywhere_gives_problems_and_no_exception(seed: int, part: str) -> None:
    dice = random.Random(seed)
    files = {**_GOOD, part: _changed(_GOOD[part], dice)}

    found = the_thuc.check(_packed(files), FILE)

    assert all(problem.where.file == FILE for problem in found)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(_GOOD)), st.integers(0, 2000), st.binary(max_size=4))
def test_a_part_with_other_bytes_gives_problems_and_no_exception(
    part: str, at: int, new: bytes
) -> None:
    data = _GOOD[part]
    files = {**_GOOD, part: data[:at] + new + data[at + len(new) :]}

    found = the_thuc.check(_packed(files), FILE)

    assert all(problem.where.file == FILE for problem in found)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(report())), st.binary(max_size=3))
def test_an_archive_cut_or_changed_gives_problems_and_no_exception(at: int, new: bytes) -> None:
    blob = report()

    found = the_thuc.check(blob[:at] + new, FILE)

    assert all(problem.where.file == FILE for problem in found)


def test_tables_nested_very_deeply_are_read_as_far_as_they_go() -> None:
    inner = "<w:p/>"
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"

    assert the_thuc.check(report(("<w:sectPr>", f"{inner}<w:sectPr>")), FILE) == ()


def test_reading_is_the_same_every_time() -> None:
    blob = report(("- Như trên;", "- Bộ Nội vụ"))

    assert the_thuc.check(blob, FILE) == the_thuc.check(blob, FILE)
