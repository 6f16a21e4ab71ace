"""Shared pieces of templates: `{%p include "dau" %}` brings in the body of another Word file.

A head, a block of receivers or a table that several templates share stands in one file and is
brought in when a template is compiled, never copied by hand. The tag stands alone in its
paragraph; the paragraphs and tables of the piece take its place, with the styles that the
including template has under the same names. An empty paragraph at the end of the piece is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec.structs import replace

from generator.problem import Message, Stopped
from generator.word import locate, opc, package, wml
from generator.word.faults import RefusedError, fault
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.problem import Problem, Where

    Load = Callable[[str], tuple[bytes, str]]

_TAG: Final = re.compile(r"""\{%p\s+include\s+["'“”‘’](?P<name>[\w-]+)["'“”‘’]\s*%\}""")
_RELATION: Final = f"{{{opc.OFFICE.rstrip('/')}}}"
MAX_DEPTH: Final = 4


def expand(blob: bytes, name: str, load: Load) -> bytes:
    """Return the docx `blob` with every included piece in place; itself where it includes none.

    `load` returns content and display name of the piece called for, and raises Stopped where
    there is none. Raises Stopped with MA-051 to MA-053, each at the file and tag.
    """
    try:
        docx = opc.open_docx(blob)
        whole, problems = expanded(docx, name, load)
    except RefusedError as refused:
        raise Stopped([refused.problem.at(file=name)]) from refused
    if problems:
        raise Stopped(problems)
    return blob if whole is docx else b"".join(package.write(whole.members.values()))


def expanded(docx: opc.Docx, name: str, load: Load) -> tuple[opc.Docx, list[Problem]]:
    """Return the package with all pieces in place that could be brought in, and what is wrong."""
    root = wml.parse(docx.members[docx.main].data(), docx.main)
    expander = _Expander(load, frozenset(_styles(docx)))
    expander.into(root, name, MAX_DEPTH)
    if not expander.found:
        return docx, expander.problems
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    members = {**docx.members, docx.main: package.packed(docx.main, data)}
    return replace(docx, members=members), expander.problems


def is_include(tag: str) -> bool:
    """Tell whether a tag brings in a piece."""
    return _TAG.fullmatch(tag.strip()) is not None


class _Expander:
    """Puts pieces in place and keeps what is wrong with them."""

    def __init__(self, load: Load, styles: frozenset[str]) -> None:
        self._load = load
        self._styles = styles
        self.problems: list[Problem] = []
        self.found = False

    def into(self, root: etree._Element, file: str, depth: int) -> None:
        """Replace every including paragraph of `root`, which stands in `file`."""
        for paragraph in list(root.iter(f"{W}p")):
            text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
            tag = _TAG.fullmatch(text.strip())
            if tag is None:
                continue
            self.found = True
            try:
                pieces = self._pieces(tag["name"], depth)
            except Stopped as stopped:
                place = locate.Places(root, file, opc.TEXT_PARTS[opc.DOCUMENT]).of(paragraph)
                here = replace(place, tag=text.strip())
                self.problems += [_inside(p, here, tag["name"]) for p in stopped.problems]
                _empty(paragraph)  # a linter goes on, and has nothing more to say of this tag
                continue
            _replace(paragraph, pieces)

    def _pieces(self, name: str, depth: int) -> list[etree._Element]:
        if depth == 0:
            raise Stopped([_fault(_CIRCLE, name)])
        blob, file = self._load(name)
        try:
            docx = opc.open_docx(blob)
            root = wml.parse(docx.members[docx.main].data(), docx.main)
        except RefusedError as refused:
            raise Stopped([refused.problem.at(file=file)]) from refused
        self.into(root, file, depth - 1)
        body = root.find(f"{W}body")
        pieces = [] if body is None else [e for e in body if e.tag != f"{W}sectPr"]
        if pieces and _is_empty_paragraph(pieces[-1]):
            pieces.pop()  # Word puts one behind a table that ends a file
        found = [problem.at(file=file) for problem in self._faults(pieces, _styles(docx))]
        if found:
            raise Stopped(found)
        return locate.brought_in(pieces, file)

    def _faults(self, pieces: list[etree._Element], names: Mapping[str, str]) -> Iterator[Problem]:
        missing = {
            style
            for piece in pieces
            for tag in ("pStyle", "rStyle", "tblStyle")
            for element in piece.iter(f"{W}{tag}")
            if (style := element.get(f"{W}val", "")) not in self._styles
        }
        if missing:
            yield _fault(_STYLE, ", ".join(sorted(names.get(style, style) for style in missing)))
        for piece in pieces:
            if any(str(key).startswith(_RELATION) for e in piece.iter() for key in e.attrib):
                yield _fault(_RELATED, "")
                return


def _inside(problem: Problem, here: Where, name: str) -> Problem:
    """Name the tag that called for a piece: one that is not there, or is not named itself."""
    if problem.code == "HT-001":
        shown = f" ({problem.where.file})" if problem.where.file else ""
        message = Message(f"Không có mảnh “{name}”{shown}.", f"There is no piece “{name}”{shown}.")
        return replace(problem, message=message, where=here)
    return problem if problem.where.file else replace(problem, where=here)


def _empty(paragraph: etree._Element) -> None:
    for child in list(paragraph):
        if child.tag != f"{W}pPr":
            paragraph.remove(child)


def _replace(paragraph: etree._Element, pieces: list[etree._Element]) -> None:
    parent = paragraph.getparent()
    if parent is None:
        return
    at = parent.index(paragraph)
    parent[at : at + 1] = pieces
    if parent.tag == f"{W}tc" and (len(parent) == 0 or parent[-1].tag != f"{W}p"):
        etree.SubElement(parent, f"{W}p")  # a cell must end with a paragraph


def _is_empty_paragraph(element: etree._Element) -> bool:
    return element.tag == f"{W}p" and element.find(f"{W}r") is None


def _styles(docx: opc.Docx) -> dict[str, str]:
    """Return the names of styles, as Word shows them, by their ids."""
    member = docx.members.get(docx.target("styles"))
    if member is None:
        return {}
    found = {}
    for style in wml.parse(member.data(), "styles").iter(f"{W}style"):
        name = style.find(f"{W}name")
        ident = style.get(f"{W}styleId", "")
        found[ident] = ident if name is None else name.get(f"{W}val", ident)
    return found


_CIRCLE = (
    "MA-051",
    "“{}” được chèn lồng nhau quá sâu hoặc chèn chính nó",
    "“{}” is included too deeply or includes itself",
    ("bỏ bớt một lần chèn", "take one inclusion out"),
)
_STYLE = (
    "MA-052",
    "mẫu dùng chung cần các kiểu chữ mà mẫu báo cáo không có: {}",
    "the shared piece needs styles that the template does not have: {}",
    (
        "chép từ một mẫu còn đủ kiểu; mẫu lưu lại bằng LibreOffice mất các kiểu này, hãy dùng Word",
        "copy them from a template that has them; LibreOffice renames them when it saves",
    ),
)
_RELATED = (
    "MA-053",
    "mẫu dùng chung có hình ảnh, liên kết hoặc đầu trang riêng{}",
    "the shared piece has pictures, links or headers of its own{}",
    ("đặt chúng ở mẫu chính", "put them into the including template"),
)


def _fault(kind: tuple[str, str, str, tuple[str, str]], word: str) -> Problem:
    code, vi, en, hint = kind
    return fault(code, vi.format(word), en.format(word), hint=hint)
