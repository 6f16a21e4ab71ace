"""The same two templates in the tag dialect of every engine."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from xml.sax.saxutils import escape

import docx

from benchmarks import document

if TYPE_CHECKING:
    from collections.abc import Callable

SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
SENTENCES = (
    "Trong kỳ báo cáo, {} đã ban hành kế hoạch và giao nhiệm vụ cho từng phòng.",
    "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn đạt {}, so với {} của cùng kỳ năm trước.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one engine writes a value and a repeated table row (a list of rows of cells)."""

    value: Callable[[str], str]
    loop: Callable[[str, str], list[list[str]]]


def _jinja_loop(name: str, columns: str) -> list[list[str]]:
    blank = [""] * (len(columns) - 1)
    return [
        [f"{{%tr for r in {name} %}}", *blank],
        [f"{{{{ r.{column} }}}}" for column in columns],
        ["{%tr endfor %}", *blank],
    ]


def _mustache_loop(name: str, columns: str) -> list[list[str]]:
    cells = [f"{{{column}}}" for column in columns]
    return [[f"{{#{name}}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{/{name}}}"]]


def _carbone_loop(name: str, columns: str) -> list[list[str]]:
    return [[f"{{d.{name}[{i}].{column}}}" for column in columns] for i in ("i", "i+1")]


def _command_loop(name: str, columns: str) -> list[list[str]]:
    blank = [""] * (len(columns) - 1)
    return [
        [f"+++FOR r IN {name}+++", *blank],
        [f"+++INS $r.{column}+++" for column in columns],
        ["+++END-FOR r+++", *blank],
    ]


DIALECTS = {
    "jinja": Dialect(value="{{{{ {} }}}}".format, loop=_jinja_loop),
    "mustache": Dialect(value="{{{}}}".format, loop=_mustache_loop),
    "carbone": Dialect(value="{{d.{}}}".format, loop=_carbone_loop),
    "command": Dialect(value="+++INS {}+++".format, loop=_command_loop),
}


def plain(data: dict[str, object]) -> Dialect:
    """Return a dialect without tags: the values themselves, to know what a right document says."""

    def loop(name: str, columns: str) -> list[list[str]]:
        return [
            [row[column] for column in columns] for row in cast("list[document.Row]", data[name])
        ]

    return Dialect(value=lambda name: str(data[name]), loop=loop)


def report(dialect: Dialect) -> bytes:
    """Return the template of the report: 40 paragraphs with 60 placeholders, and 7 forms."""
    names = iter(f"t{number}" for number in range(document.PLACEHOLDERS))
    texts = []
    for number in range(document.PARAGRAPHS):
        sentence = SENTENCES[number % 2]
        values = [dialect.value(next(names)) for _ in range(sentence.count("{}"))]
        texts.append(_paragraph(sentence.format(*values)))
    forms = [
        _paragraph(f"Biểu mẫu {form + 1}")
        + _table(dialect.loop(f"b{form}", document.FORM_COLUMNS), document.FORM_COLUMNS)
        for form in range(document.FORMS)
    ]
    return _package("".join((*texts, *forms)))


def table(dialect: Dialect) -> bytes:
    """Return the template of one paragraph and one table of eight columns."""
    columns = document.TABLE_COLUMNS
    return _package(
        _paragraph(f"Báo cáo của {dialect.value('t0')}")
        + _table(dialect.loop("b0", columns), columns)
    )


MAKERS = {"report": report, "table": table}


def _paragraph(text: str) -> str:
    return (
        '<w:p><w:pPr><w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="720"/>'
        '<w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _table(body: list[list[str]], columns: str) -> str:
    grid = '<w:gridCol w:w="1200"/>' * len(columns)
    head = [[f"Cột {number}" for number in range(1, len(columns) + 1)]]
    lines = "".join(f"<w:tr>{''.join(map(_cell, cells))}</w:tr>" for cells in head + body)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def _cell(text: str) -> str:
    return (
        '<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        '<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>'
        '<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
    )


def _package(body: str) -> bytes:
    """Put `body` into the package that python-docx starts from (real styles, theme, settings)."""
    start = io.BytesIO()
    docx.Document().save(start)
    target = io.BytesIO()
    with (
        zipfile.ZipFile(start) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                head = part[: part.index(b"<w:body>")].decode()
                part = f"{head}<w:body>{body}{SECTION}</w:body></w:document>".encode()
            out.writestr(name, part)
    return target.getvalue()
