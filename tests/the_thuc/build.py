"""A small report that keeps every rule, and small edits of it that break one.

    report()                                   keeps every rule
    report(("<w:b/>", ""), part="styles")      the same with one text of a part replaced

Styles have the names of what they are for; `XML` below is the whole document.
"""

from __future__ import annotations

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def p(style: str, text: str = "", properties: str = "") -> str:
    """Return a paragraph; `text` may hold runs of its own, and line breaks."""
    runs = text if text.startswith("<") else r(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>" if properties else f"<w:r>{lines}</w:r>"


def table(widths: tuple[int, ...], *rows: tuple[str, ...]) -> str:
    """Return a table without margins in its cells; a cell is its paragraphs."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, cells, strict=True)
        )
        + "</w:tr>"
        for cells in rows
    )
    margins = '<w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>'
    return f"<w:tbl><w:tblPr>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def line(box: int, length: int) -> str:
    """Return a paragraph whose border is a centred line of `length` twips."""
    side = (box - length) // 2
    return p("Ke", properties=f'<w:ind w:left="{side}" w:right="{side}"/>')


def _style(name: str, run: str = "", paragraph: str = "", based: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


_CENTRE = '<w:jc w:val="center"/>'
_BODY = (
    '<w:spacing w:before="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="720"/>'
    '<w:jc w:val="both"/>'
)


def _size(points: int) -> str:
    return f'<w:sz w:val="{2 * points}"/>'


DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"'
    ' w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
)
STYLES = "".join(
    (
        DEFAULTS,
        _style("QuocHieu", f"<w:b/>{_size(13)}", _CENTRE),
        _style("TieuNgu", f"<w:b/>{_size(14)}", _CENTRE),
        _style("ChuQuan", _size(12), _CENTRE),
        _style("BanHanh", f"<w:b/>{_size(12)}", _CENTRE),
        _style("Ke", _size(2), '<w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr>'),
        _style("So", _size(13), _CENTRE),
        _style("Ngay", f"<w:i/>{_size(13)}", _CENTRE),
        _style("TenLoai", f"<w:b/>{_size(14)}", _CENTRE),
        _style("TrichYeu", f"<w:b/>{_size(14)}", _CENTRE),
        _style("KinhGui", _size(14), _CENTRE),
        _style("Than", "", _BODY),
        _style("Muc", "<w:b/>", f'{_BODY}<w:outlineLvl w:val="0"/>'),
        _style("NoiNhanNhan", f"<w:b/><w:i/>{_size(12)}"),
        _style("NoiNhan", _size(11)),
        _style("ChucVu", f"<w:b/>{_size(14)}", _CENTRE),
        _style("HoTen", f"<w:b/>{_size(14)}", _CENTRE),
        _style("PhuLuc", f"<w:b/>{_size(14)}", f"<w:pageBreakBefore/>{_CENTRE}"),
        _style("TenPhuLuc", f"<w:b/>{_size(13)}", _CENTRE),
        _style("KemTheo", f"<w:i/>{_size(13)}", _CENTRE),
        _style("O", _size(12)),
        _style("Trang", _size(13), _CENTRE),
    )
)
HEAD = table(
    (3684, 5670),
    (
        p("ChuQuan", "UBND TỈNH ĐỒNG NAI") + p("BanHanh", "SỞ NỘI VỤ") + line(3684, 500),
        p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + line(5670, 3428),
    ),
    (p("So", "Số: 05/BC-SNV"), p("Ngay", "Đồng Nai, ngày 05 tháng 4 năm 2022")),
)
TITLE = (
    p("TenLoai", "BÁO CÁO")
    + p("TrichYeu", "Công tác cải cách hành chính quý I năm 2022")
    + line(9354, 2000)
)
ADDRESSED = p("KinhGui", "Kính gửi: Bộ Nội vụ")
BODY = "".join(
    (
        p("Than", "Sở Nội vụ báo cáo kết quả công tác cải cách hành chính như sau:"),
        p("Muc", "I. KẾT QUẢ THỰC HIỆN"),
        p("Muc", "1. Cải cách thể chế"),
        p("Than", "Trong kỳ, có 152/155 hồ sơ được giải quyết đúng hạn, đạt 98,06%."),
        p("Than", "Số liệu chi tiết tại Phụ lục kèm theo."),
        p("Than", "Trên đây là báo cáo của Sở Nội vụ./."),
    )
)
FOOT = table(
    (4252, 5102),
    (
        p("NoiNhanNhan", "Nơi nhận:")
        + p("NoiNhan", "- Như trên;")
        + p("NoiNhan", "- Giám đốc Sở;")
        + p("NoiNhan", "- Lưu: VT, TH."),
        p("ChucVu", "KT. GIÁM ĐỐC") + p("ChucVu", "PHÓ GIÁM ĐỐC") + p("HoTen", "Phạm Minh Phước"),
    ),
)
ANNEX = (
    p("PhuLuc", "Phụ lục")
    + p("TenPhuLuc", "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH")
    + p("KemTheo", "(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 4 năm 2022 của Sở Nội vụ)")
    + table(
        (700, 6000, 2654),
        (p("O", "STT"), p("O", "Chỉ tiêu"), p("O", "Số liệu")),
        (p("O", "1"), p("O", "Hồ sơ đã giải quyết"), p("O", "155")),
        (p("O", "2"), p("O", "Hồ sơ đúng hạn"), p("O", "152")),
    )
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
    '<w:headerReference w:type="first" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
NUMBER = p("Trang", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>')
_RELATIONS = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("header", "header1.xml"),
    "rId3": ("header", "header2.xml"),
    "rId4": ("footer", "footer1.xml"),
    "rId5": ("numbering", "numbering.xml"),
    "rId6": ("theme", "theme1.xml"),
    "rId7": ("settings", "settings.xml"),
    "rId8": ("comments", "comments.xml"),
    "rId9": ("footnotes", "footnotes.xml"),
}


def report(*edits: tuple[str, str], part: str = "document", **parts: str) -> bytes:
    """Return the report with each text of `edits` replaced, once, in the part `part`.

    `parts` are the contents of further parts (`numbering`, `theme1`, `footer1`, `comments` …).
    """
    texts = {
        "document": f"<w:body>{HEAD}{TITLE}{ADDRESSED}{BODY}{FOOT}{ANNEX}{SECTION}</w:body>",
        "styles": STYLES,
        "header1": NUMBER,
        "header2": p("Trang"),
        **parts,
    }
    for old, new in edits:
        assert old in texts[part], old
        texts[part] = texts[part].replace(old, new, 1)
    return package(texts)


def document(body: str, **parts: str) -> bytes:
    """Return a document of another shape, with the styles of the report."""
    texts = {"document": f"<w:body>{body}</w:body>", "styles": STYLES, **parts}
    return package(texts)


def package(texts: dict[str, str]) -> bytes:
    """Return a docx; each text is what stands inside the root element of its part."""
    files = {f"word/{name}.xml": _part(name, text) for name, text in texts.items()}
    used = [
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>'
        for key, (kind, target) in _RELATIONS.items()
        if f"word/{target}" in files
    ]
    files["word/_rels/document.xml.rels"] = _relationships("".join(used))
    files["_rels/.rels"] = _relationships(
        f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    )
    files["[Content_Types].xml"] = (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override'
        f' PartName="/word/document.xml" ContentType="{_OFFICE}.wordprocessingml.document.main+xml"'
        "/></Types>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


_ROOTS = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}


def _part(name: str, text: str) -> str:
    if text.startswith("<?xml") or name == "theme1":
        return text
    root = _ROOTS.get(name, name)
    return f"{_HEAD}<w:{root} {_NAMES}>{text}</w:{root}>"


def _relationships(text: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{text}</Relationships>'
