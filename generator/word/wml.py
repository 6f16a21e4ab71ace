"""Reading XML parts safely, and the names of WordprocessingML."""

from __future__ import annotations

from typing import Final

from lxml import etree

from generator.word.faults import RefusedError, fault

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
STRICT: Final = "http://purl.oclc.org/ooxml/"

# Prefixes a value may use in the WordprocessingML it returns.
PREFIXES: Final = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": WP[1:-1],
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": M[1:-1],
}


def parse(data: bytes, name: str, *, keep_marks: bool = False) -> etree._Element:
    """Return the root of a part; raise `RefusedError` if it does not parse or brings a DTD.

    Processing instructions are dropped unless `keep_marks` (see `locate.brought_in`).
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=not keep_marks,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if b"<!DOCTYPE" in data[:4096]:
            raise _with_dtd(name) from error
        raise RefusedError(
            fault(
                "MA-005",
                f"Phần {name} không phải XML hợp lệ: {error.msg}.",
                f"The part {name} is not well-formed XML: {error.msg}.",
                hint=("Mở tệp bằng Word và lưu lại.", "Open the file in Word and save it again."),
            )
        ) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # not in the stubs
        raise _with_dtd(name)
    return root


def _with_dtd(name: str) -> RefusedError:
    return RefusedError(
        fault(
            "MA-006",
            f"Phần {name} khai báo DTD hoặc thực thể XML; tệp Word không bao giờ có.",
            f"The part {name} declares a DTD or XML entities; no Word file does.",
        )
    )
