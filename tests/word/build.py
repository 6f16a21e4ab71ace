"""Small docx templates written in the test itself.

A document is text, a line a paragraph:

    Kính gửi: {{ ten }}
    {{ t¦en }}                       two runs: ¦ ends a run
    {{ t¦<w:proofErr .../>¦en }}     a piece of XML stands between runs as it is
    | {%tr for r in ds %} |          a line that begins with | is a table row, cells between bars;
    | {{ r.a }}¶{{ r.b }} |          ¶ ends a paragraph inside a cell
    | <w:tcPr>...</w:tcPr>¦{{ x }} | a cell's own properties
    <w:p>...</w:p>                   a line that is a block of XML is put into the body as it is

A bar inside a tag (`{{ ten | hoa }}`) belongs to the tag.

Lines are taken without the spaces around them, so a template may be indented as the test is.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BLOCK = re.compile(r"<w:(?:p|tbl|sdt|bookmarkStart|bookmarkEnd)[ >/]")
_XML = re.compile(r"<(?:w|mc|m):")
_CELLS = re.compile(r"(?:\{\{.*?\}\}|\{%.*?%\}|[^|])+")
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = NAMESPACES["r"]
_STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="De"><w:name w:val="heading 1"/></w:style>
<w:style w:type="character" w:styleId="Manh"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
_NOTE_SEPARATORS = """
<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>
<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r>
<w:continuationSeparator/></w:r></w:p></w:{0}>
"""
_METADATA = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_METADATA}"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</cp:coreProperties>'
)


def docx(
    text: str,
    *,
    header: str = "",
    footer: str = "",
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    comments: Sequence[str] = (),
    properties: Mapping[str, str] | None = None,
    custom: Mapping[str, str] | None = None,
    more: Mapping[str, str] | None = None,
    rels: Sequence[tuple[str, str, str]] = (),
    section: str = "",
) -> bytes:
    """Return a whole docx whose body is `text` (see the module).

    `footnotes`, `endnotes`, `comments`: one text each, numbered from 1, referred to by raw pieces
    such as `<w:r><w:footnoteReference w:id="1"/></w:r>`. `properties`: core properties by element
    (`dc:title`, `cp:keywords`); `custom`: custom properties by name. `more`: other parts by name.
    `rels`: relationships of the body as (id, type, target); a type such as `hyperlink` is external.
    `section`: XML that goes into the last section's properties, before its page size.
    """
    parts = _written_parts(header, footer, footnotes, endnotes, comments)
    links = [(f"rId{n}", kind, f"{name}.xml") for n, (name, kind, _) in enumerate(parts, 1)]
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{rid}"/>'
        for rid, kind, _ in links
        if kind in {"header", "footer"}
    )
    size = '<w:pgSz w:w="11906" w:h="16838"/>'
    body = f"{blocks(text)}<w:sectPr>{references}{section}{size}</w:sectPr>"
    files = {
        "[Content_Types].xml": _content_types([(name, kind) for name, kind, _ in parts], custom),
        "_rels/.rels": _package_rels(custom),
        "word/document.xml": f"{_HEAD}<w:document {_XMLNS}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships([*links, *rels]),
        "docProps/core.xml": _HEAD + _CORE.format(_elements(properties or {})),
    }
    if custom:
        files["docProps/custom.xml"] = _custom(custom)
    files |= {f"word/{name}.xml": _HEAD + xml for name, _, xml in parts}
    return zipped(files | dict(more or {}))


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of `files`, each dated 1980."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def blocks(text: str) -> str:
    """Return the XML of the paragraphs and tables that `text` describes."""
    pieces: list[str] = []
    rows: list[str] = []
    for line in [*text.strip().splitlines(), ""]:
        line = line.strip()  # noqa: PLW2901  # the line without its indent is the line
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            pieces.append(_table(rows))
            rows = []
        if line:
            pieces.append(line if _BLOCK.match(line) else paragraph(line))
    return "".join(pieces)


def text_box(text: str) -> str:
    """Return a line that is a paragraph with a text box, in which `text` stands."""
    box = f"<v:textbox><w:txbxContent>{blocks(text)}</w:txbxContent></v:textbox>"
    return f"<w:p><w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r></w:p>"


def paragraph(text: str) -> str:
    """Return one paragraph; `¦` ends a run, a piece of XML stands as it is."""
    return f"<w:p>{''.join(_piece(piece) for piece in text.split('¦'))}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return one run, its text kept with the spaces around it."""
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _piece(piece: str) -> str:
    return piece if _XML.match(piece) else run(piece)


def _table(rows: Sequence[str]) -> str:
    cells = [_CELLS.findall(row.strip()[1:-1]) for row in rows]
    columns = max(map(len, cells))
    grid = '<w:gridCol w:w="1000"/>' * columns
    body = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in cells)
    size = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{size}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _cell(text: str) -> str:
    own, _, rest = text.strip().partition("</w:tcPr>¦")
    properties = f"{own}</w:tcPr>" if rest else '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
    content = rest or text.strip()
    return f"<w:tc>{properties}{''.join(map(paragraph, content.split('¶')))}</w:tc>"


Part = tuple[str, str, str]


def _written_parts(
    header: str,
    footer: str,
    footnotes: Sequence[str],
    endnotes: Sequence[str],
    comments: Sequence[str],
) -> list[Part]:
    """Return name, kind and XML of the parts beside the body."""
    parts = [("styles", "styles", f"<w:styles {_XMLNS}>{_STYLES}</w:styles>")]
    if header:
        parts.append(("header1", "header", f"<w:hdr {_XMLNS}>{blocks(header)}</w:hdr>"))
    if footer:
        parts.append(("footer1", "footer", f"<w:ftr {_XMLNS}>{blocks(footer)}</w:ftr>"))
    parts += _notes("footnote", footnotes) + _notes("endnote", endnotes)
    if comments:
        each = "".join(
            f'<w:comment w:id="{number}" w:author="A">{blocks(text)}</w:comment>'
            for number, text in enumerate(comments, 1)
        )
        parts.append(("comments", "comments", f"<w:comments {_XMLNS}>{each}</w:comments>"))
    return parts


def _notes(kind: str, texts: Sequence[str]) -> list[Part]:
    if not texts:
        return []
    each = "".join(
        f'<w:{kind} w:id="{number}">{blocks(text)}</w:{kind}>'
        for number, text in enumerate(texts, 1)
    )
    xml = f"<w:{kind}s {_XMLNS}>{_NOTE_SEPARATORS.format(kind)}{each}</w:{kind}s>"
    return [(f"{kind}s", f"{kind}s", xml)]


def _content_types(parts: Sequence[tuple[str, str]], custom: object) -> str:
    pairs = [("/word/document.xml", f"{_TYPES}.document.main+xml")]
    pairs += [(f"/word/{name}.xml", f"{_TYPES}.{kind}+xml") for name, kind in parts]
    package = "application/vnd.openxmlformats-package.core-properties+xml"
    pairs.append(("/docProps/core.xml", package))
    if custom:
        office = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        pairs.append(("/docProps/custom.xml", office))
    overrides = "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in pairs)
    defaults = (
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{_HEAD}<Types xmlns="{types}">{defaults}{overrides}</Types>'


def _package_rels(custom: object) -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    links = [("rId1", "officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml")]
    if custom:
        links.append(("rId3", "custom-properties", "docProps/custom.xml"))
    return _relationships(links)


def _relationships(links: Sequence[tuple[str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{rid}" Type="{kind if ":" in kind else f"{_RELATIONS}/{kind}"}"'
        f' Target="{escape(target)}"{_mode(kind)}/>'
        for rid, kind, target in links
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{package}">{each}</Relationships>'


def _mode(kind: str) -> str:
    return ' TargetMode="External"' if kind == "hyperlink" else ""


def _elements(values: Mapping[str, str]) -> str:
    return "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items())


def _custom(values: Mapping[str, str]) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    each = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return (
        f'{_HEAD}<Properties xmlns="{office}/custom-properties"'
        f' xmlns:vt="{office}/docPropsVTypes">{each}</Properties>'
    )
