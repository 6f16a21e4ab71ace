"""Finished reports as tests see them: made by the pipeline, read back with python-docx."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
from docx.table import Table

from generator import files, pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document
    from docx.text.paragraph import Paragraph

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests/golden"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SUBJECT = "Công tác cải cách hành chính"


def render(data: bytes, name: str, narrative: tuple[bytes, str] | None) -> bytes:
    """Return the report of `data` with the templates and the register of this project."""
    source = pipeline.Source(blob=data, name=name, narrative=narrative)
    return pipeline.make_report(source, files.Folder(ROOT), locale="vi").blob


@cache
def made(path: Path, data: str, *, with_text: bool) -> pipeline.Made:
    """Return the report of `data` as if they stood in the file `path`, with its text or without."""
    folder = files.Folder(ROOT)
    narrative = folder.narrative_beside(path) if with_text else None
    source = pipeline.Source(blob=data.encode(), name=path.name, narrative=narrative)
    return pipeline.make_report(source, folder)


def part(blob: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(BytesIO(blob)) as package:
        return ET.fromstring(package.read(name))


def text_of(element: ET.Element) -> str:
    """Return the text inside an element, line breaks as such."""
    breaks = {f"{W}br": "\n"}
    inside = (inner for inner in element.iter() if inner.tag in {f"{W}t", *breaks})
    return "".join(breaks.get(inner.tag) or inner.text or "" for inner in inside)


def footnotes(blob: bytes) -> list[str]:
    """Return the text of the footnotes in the order of their marks in the document."""
    notes = {note.get(f"{W}id"): text_of(note).strip() for note in part(blob, "word/footnotes.xml")}
    marks = part(blob, "word/document.xml").iter(f"{W}footnoteReference")
    return [notes[mark.get(f"{W}id")] for mark in marks]


def read(blob: bytes) -> Document:
    return docx.Document(BytesIO(blob))


def golden(name: str) -> list[str]:
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()


def is_heading(paragraph: Paragraph) -> bool:
    return paragraph.style is not None and str(paragraph.style.name).startswith("Heading")


def headings(report: Document) -> list[str]:
    return [paragraph.text for paragraph in report.paragraphs if is_heading(paragraph)]


def rows(table: Table) -> list[list[str]]:
    """Return the text of every cell as it stands in the file, paragraphs on lines of their own.

    A cell joined to the one above is empty; of cells joined side by side only the first is there.
    """
    return [
        ["\n".join(p.text for p in cell.p_lst) for cell in row.tc_lst] for row in table._tbl.tr_lst
    ]


def table_lines(table: Table) -> list[str]:
    """Return each row as a line, its cells between `|`."""
    flat = (["; ".join(cell.splitlines()) for cell in row] for row in rows(table))
    return [" | ".join(cells).rstrip() for cells in flat]


def foot(report: Document) -> Table:
    """Return the table of recipients and signature."""
    return next(t for t in report.tables if rows(t)[0][0].startswith("Nơi nhận:"))


def body(report: Document, after: str = SUBJECT) -> Iterator[Paragraph | Table]:
    """Yield what stands between the paragraph that begins with `after` and the recipients."""
    end = foot(report)._tbl
    started = False
    for block in report.iter_inner_content():
        if isinstance(block, Table) and block._tbl is end:
            return
        if started:
            yield block
        elif not isinstance(block, Table):
            started = block.text.startswith(after)


def body_paragraphs(report: Document, after: str = SUBJECT) -> list[Paragraph]:
    blocks = body(report, after)
    return [block for block in blocks if not isinstance(block, Table) and block.text.strip()]


def body_tables(report: Document) -> list[Table]:
    return [block for block in body(report) if isinstance(block, Table)]


def body_text(report: Document) -> str:
    """Return paragraphs and tables of the body in reading order."""
    return "\n".join(
        "\n".join(table_lines(block)) if isinstance(block, Table) else block.text
        for block in body(report)
    )


def sections(report: Document, after: str = SUBJECT) -> dict[str, str]:
    """Return the running text below each heading, by the heading."""
    found: dict[str, str] = {}
    heading = ""
    for paragraph in body_paragraphs(report, after):
        if is_heading(paragraph):
            heading = paragraph.text
        else:
            found[heading] = f"{found.get(heading, '')}\n{paragraph.text}"
    return found


def forms(report: Document) -> list[str]:
    """Return all forms as lines: a title, then `STT | indicator | unit | value | note`."""
    lines: list[str] = []
    title: list[str] = []
    started = False
    for block in report.iter_inner_content():
        if isinstance(block, Table):
            if started:
                lines += [*([""] if lines else []), ": ".join(title), *table_lines(block)[2:]]
            title = []
            continue
        started = started or block.text == "Biểu mẫu 1"
        if started and block.text.strip() and not block.text.startswith("(Kèm theo"):
            title.append(block.text)
    return lines


def all_text(blob: bytes) -> str:
    """Return every paragraph of the body on a line of its own, those in tables too."""
    body = read(blob).element.body
    paragraphs = body.iter(f"{W}p")
    return "\n".join(paragraph.text for paragraph in paragraphs)


def missing_in_order(phrases: list[str], text: str) -> list[str]:
    """Return the phrases that do not follow one another in `text`."""
    missing, start = [], 0
    for phrase in phrases:
        found = text.find(phrase, start)
        if found < 0:
            missing.append(phrase)
        else:
            start = found + len(phrase)
    return missing


def unfinished(paragraphs: Iterable[Paragraph]) -> list[str]:
    """Return the texts that miss a figure, a word or a full stop."""
    return [
        paragraph.text
        for paragraph in paragraphs
        if re.search(r"…|  | [.,;)]|\(\s*\)", paragraph.text)
        or not (is_heading(paragraph) or paragraph.text.endswith((".", ":", ";")))
    ]
