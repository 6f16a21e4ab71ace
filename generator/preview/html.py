"""A Word document as a plain page: its text and tables, where there is no LibreOffice."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

from generator.problem import Stopped
from generator.the_thuc.doc.reading import read_docx
from generator.word.faults import RefusedError
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.the_thuc.doc.model import Cell, Para

_ALIGN: Final = {"center": "giua", "right": "phai", "end": "phai", "both": "deu"}


def as_html(blob: bytes, title: str) -> str:
    """Return the page, with the style sheet of the preview. Raises Stopped if it is no docx."""
    try:
        doc = read_docx(blob)
    except RefusedError as refused:
        raise Stopped([refused.problem]) from refused
    notes = "".join(_paragraph(para) for para in doc.notes)
    body = "".join(_blocks(doc.paras)) + (f"<hr>{notes}" if notes else "")
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="../trang.css"></head>'
        f'<body class="van-ban">{body}</body></html>'
    )


def _blocks(paras: Iterable[Para]) -> Iterator[str]:
    for table, own in groupby(paras, key=lambda para: para.cell.table if para.cell else 0):
        if table:
            yield f"<table>{''.join(_rows(own))}</table>"
        else:
            yield from (_paragraph(para) for para in own)


def _rows(paras: Iterable[Para]) -> Iterator[str]:
    for _, of_row in groupby(paras, key=lambda para: para.cell.row if para.cell else 0):
        cells = groupby(of_row, key=lambda para: para.cell.column if para.cell else 0)
        yield f"<tr>{''.join(_cell(list(of_cell)) for _, of_cell in cells)}</tr>"


def _cell(paras: list[Para]) -> str:
    cell = paras[0].cell
    span = _columns(cell) if cell else 1
    tag = "th" if cell and cell.header_row else "td"
    wide = f' colspan="{span}"' if span > 1 else ""
    return f"<{tag}{wide}>{''.join(_paragraph(para) for para in paras)}</{tag}>"


def _columns(cell: Cell) -> int:
    """Return over how many columns a cell reaches; a sane number, whatever the file says."""
    found = cell.element.find(f"{W}tcPr/{W}gridSpan")
    value = found.get(f"{W}val", "1") if found is not None else "1"
    return min(int(value), 100) if value.isascii() and value.isdigit() else 1


def _paragraph(para: Para) -> str:
    kind = _ALIGN.get(para.format.align, "")
    of_kind = f' class="{kind}"' if kind else ""
    own = "".join(run.text for run in para.runs)
    number = para.text[: len(para.text) - len(own)] if para.text.endswith(own) else ""
    return f"<p{of_kind}>{escape(number)}{''.join(map(_run, _printed(para)))}</p>"


def _printed(para: Para) -> Iterator[tuple[str, bool, bool]]:
    for run in para.runs:
        text = run.text.upper() if run.format.caps else run.text
        yield text, run.format.bold, run.format.italic


def _run(run: tuple[str, bool, bool]) -> str:
    text, bold, italic = run
    printed = escape(text).replace("\n", "<br>")
    if italic:
        printed = f"<i>{printed}</i>"
    return f"<b>{printed}</b>" if bold else printed
