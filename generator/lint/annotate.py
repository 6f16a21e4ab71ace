"""A copy of a Word template with a Word comment at every fault.

Comments stand in the body only: what is wrong in a header, a shared piece or the file as a whole is
said at the paragraph that brings the piece in, or at the first one, with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec.structs import replace

from generator.lint.order import place_of
from generator.lint.words import parts_of
from generator.problem import Severity
from generator.word import opc, package
from generator.word.include import is_include
from generator.word.scan import shortened
from generator.word.tags import find_tags
from generator.word.values import Relationship
from generator.word.wml import SPACE, W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.problem import Problem, Where

_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_AUTHOR: Final = "baocao lint"
_PARAGRAPH: Final = f"{W}p"
_TEXT: Final = f"{W}t"


def annotated(blob: bytes, name: str, problems: Iterable[Problem], lang: str = "vi") -> bytes:
    """Return the Word file `blob`, which problems call `name`, with the problems as comments.

    Raises `word.faults.RefusedError` for a file that cannot be opened at all.
    """
    docx = opc.open_docx(blob)
    body = parts_of(docx, name)[0]
    comments, part = _comments(docx)
    first = max([int(one.get(f"{W}id", "0")) for one in comments], default=-1) + 1
    anchors = _Anchors(body.root, {})
    for element in body.root.iter(_PARAGRAPH):
        anchors.by_place.setdefault(place_of(body.places.of(element)), element)
    for number, problem in enumerate(problems, first):
        paragraph, exact = anchors.of(problem.where, name)
        _mark(paragraph, problem.where.tag if exact else "", number)
        comments.append(_comment(problem, number, lang, exact=exact))
    return _written(docx, {docx.main: body.root, part: comments})


class _Anchors:
    """Finds the paragraph of the body at which a problem is told."""

    def __init__(self, root: etree._Element, by_place: dict[object, etree._Element]) -> None:
        self.by_place = by_place
        paragraphs = list(root.iter(_PARAGRAPH))
        if not paragraphs:
            body = root.find(f"{W}body")
            paragraph = etree.Element(_PARAGRAPH)
            (root if body is None else body).insert(0, paragraph)
            paragraphs = [paragraph]
        self._first = paragraphs[0]
        self._including = {text: p for p in paragraphs if is_include(text := _text_of(p))}

    def of(self, where: Where, name: str) -> tuple[etree._Element, bool]:
        """Return the paragraph, and whether it is where the problem is."""
        found = self.by_place.get(place_of(where)) if where.part else None
        if found is not None:
            return found, True
        stem = where.file.rpartition("/")[2].removesuffix(".docx")
        if where.file != name:
            for text, paragraph in self._including.items():
                if stem in text:
                    return paragraph, False
        return self._first, False


def _text_of(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(_TEXT))


def _mark(paragraph: etree._Element, tag: str, number: int) -> None:
    """Put the ends of a comment around a tag, or around all of its paragraph."""
    first, last = _ends(paragraph, tag)
    start = _element("commentRangeStart", number)
    end = _element("commentRangeEnd", number)
    reference = etree.Element(f"{W}r")
    reference.append(_element("commentReference", number))
    if first is None or last is None:
        properties = paragraph.find(f"{W}pPr")
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(end)
    else:
        first.addprevious(start)
        last.addnext(end)
    end.addnext(reference)


def _ends(
    paragraph: etree._Element, tag: str
) -> tuple[etree._Element | None, etree._Element | None]:
    """Return the children of a paragraph with which a tag begins and ends."""
    children: list[tuple[int, etree._Element]] = []
    text = ""
    for child in paragraph:
        if child.tag == f"{W}r" or child.find(f".//{W}r") is not None:
            children.append((len(text), child))
            text += "".join(one.text or "" for one in child.iter(_TEXT))
    spans = ((f.start, f.end) for f in find_tags(text) if shortened(text[f.start : f.end]) == tag)
    at = text.find(tag) if tag else -1
    start, end = next(spans, (at, at + len(tag)))
    if start < 0 or not children:
        return None, None
    before = [child for place, child in children if place <= start]
    within = [child for place, child in children if place < end]
    return before[-1], within[-1]


def _element(name: str, number: int) -> etree._Element:
    return etree.Element(f"{W}{name}", {f"{W}id": str(number)}, None)


def _comment(problem: Problem, number: int, lang: str, *, exact: bool) -> etree._Element:
    comment = _element("comment", number)
    comment.set(f"{W}author", _AUTHOR)
    comment.set(f"{W}initials", "bc")
    english = lang == "en"
    words = ("ERROR", "WARNING") if english else ("LỖI", "CẢNH BÁO")
    label = words[problem.severity is Severity.WARNING]
    lines = [f"{label} {problem.code}: {problem.message.in_language(lang)}"]
    place = problem.where.tag if exact else problem.where.describe(lang)
    lines += [place] if place else []
    lines += [f"→ {problem.hint.in_language(lang)}"] if problem.hint else []
    for line in lines:
        paragraph = etree.SubElement(comment, _PARAGRAPH)
        text = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), _TEXT)
        text.text = line
        text.set(SPACE, "preserve")
    return comment


def _comments(docx: opc.Docx) -> tuple[etree._Element, str]:
    """Return the comments that the file has, or none, and the name of their part."""
    name = docx.part_of_type(_KIND)
    if name:
        return etree.fromstring(docx.members[name].data()), name
    return etree.Element(f"{W}comments", None, {"w": W[1:-1]}), "word/comments.xml"


def _written(docx: opc.Docx, changed: dict[str, etree._Element]) -> bytes:
    members = dict(docx.members)
    for name, root in changed.items():
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        members[name] = package.packed(name, data)
    if not docx.part_of_type(_KIND):
        members |= _announced(docx)
    return b"".join(package.write(replace(docx, members=members).members.values()))


def _announced(docx: opc.Docx) -> dict[str, package.Member]:
    """Return the members that say that there are comments."""
    types = etree.fromstring(docx.members[opc.TYPES_NAME].data())
    kind = {"PartName": "/word/comments.xml", "ContentType": _KIND}
    etree.SubElement(types, f"{types.tag.rpartition('}')[0]}}}Override", kind)
    relations = docx.relationships_of(docx.main)
    ident = next(name for n in range(1, 10**6) if (name := f"rIdLoi{n}") not in relations)
    folder = docx.main.rpartition("/")[0]
    target = "comments.xml" if folder == "word" else "/word/comments.xml"
    relations[ident] = Relationship(id=ident, type=f"{opc.OFFICE}comments", target=target)
    name = opc.rels_name(docx.main)
    head = etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)
    return {
        opc.TYPES_NAME: package.packed(opc.TYPES_NAME, head),
        name: package.packed(name, opc.write_relationships(relations.values())),
    }
