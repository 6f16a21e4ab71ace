"""Small surgery on WordprocessingML trees: splitting, lifting marks, asking what is visible."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from generator.word.wml import SPACE, W

if TYPE_CHECKING:
    from lxml import etree

PARAGRAPH: Final = f"{W}p"
TEXT: Final = f"{W}t"
_PROPERTY_TAGS: Final = frozenset(
    f"{W}{name}"
    for name in ("pPr", "rPr", "tcPr", "trPr", "tblPrEx", "sdtPr", "sdtEndPr", "smartTagPr")
)
# What may go with a paragraph that holds nothing but a tag: it neither shows nor means anything.
_NOTHING: Final = _PROPERTY_TAGS | frozenset(
    f"{W}{name}"
    for name in (
        "proofErr",
        "lastRenderedPageBreak",
        "tab",
        "del",
        "moveFrom",
        "noBreakHyphen",
        "softHyphen",
    )
)
# Elements that only hold others: they are nothing if all they hold is nothing.
_HOLDERS: Final = frozenset(
    f"{W}{name}"
    for name in ("r", "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "p", "tc")
)
# Marks of ranges: their other end may stand elsewhere, so they are kept beside the tag.
_RANGES: Final = frozenset(
    f"{W}{name}"
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "permStart",
        "permEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
    )
)


def ancestor(element: etree._Element | None, tag: str) -> etree._Element | None:
    """Return the nearest of `element` and its ancestors with that tag."""
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element


def shows(element: etree._Element) -> bool:
    """Tell whether anything inside `element` would be lost if it went away."""
    return any(_shows(child) for child in element)


def _shows(element: etree._Element) -> bool:
    if element.tag == TEXT:
        return bool((element.text or "").strip())
    if element.tag in _NOTHING:
        return False
    if element.tag in _RANGES or (element.tag == f"{W}br" and not element.get(f"{W}type")):
        return False
    if element.tag in _HOLDERS:
        return shows(element) or bool((element.tail or "").strip())
    return True


def ranges_in(element: etree._Element) -> list[etree._Element]:
    """Return bookmarks and other range ends inside `element`."""
    return [child for child in element.iter() if child.tag in _RANGES]


def put_text_before(element: etree._Element, text: str) -> None:
    """Insert `text` right before `element`, among its parent's content."""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
        return
    parent = element.getparent()
    assert parent is not None
    parent.text = (parent.text or "") + text


def put_text_after(element: etree._Element, text: str) -> None:
    """Insert `text` right behind `element`."""
    element.tail = text + (element.tail or "")


def remove(element: etree._Element) -> None:
    """Remove `element` and keep the text behind it in its place."""
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        put_text_before(element, element.tail)
        element.tail = None
    parent.remove(element)


def split(text: etree._Element, at: int, top: etree._Element) -> etree._Element:
    """Split `top` at character `at` of the text element `text` inside it; return the right half.

    The halves are neighbours; both keep the properties of `top` and of everything between.
    """
    right = _empty_copy(text)
    content = text.text or ""
    text.text, right.text = content[:at], content[at:]
    left = text
    while True:
        tail, left.tail = left.tail, None
        if left is top:
            left.addnext(right)
            right.tail = tail
            return right
        parent = left.getparent()
        assert parent is not None
        wrapper = _empty_copy(parent)
        wrapper.append(right)
        right.tail = tail
        following = left.getnext()
        while following is not None:
            behind = following.getnext()
            wrapper.append(following)
            following = behind
        left, right = parent, wrapper


def _empty_copy(element: etree._Element) -> etree._Element:
    copy = element.makeelement(element.tag, {str(k): str(v) for k, v in element.attrib.items()})
    if element.tag == TEXT:
        copy.set(SPACE, "preserve")
    for child in element:
        if child.tag in _PROPERTY_TAGS:
            copy.append(deepcopy(child))
    return copy


_CELL_ORDER: Final = tuple(
    f"{W}{name}"
    for name in (
        "cnfStyle",
        "tcW",
        "gridSpan",
        "hMerge",
        "vMerge",
        "tcBorders",
        "shd",
        "noWrap",
        "tcMar",
        "textDirection",
        "tcFitText",
        "vAlign",
        "hideMark",
    )
)


def set_cell_property(cell: etree._Element, name: str, attributes: dict[str, str]) -> None:
    """Set one property of a table cell, at the place the schema gives it."""
    tag = W + name
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = cell.makeelement(f"{W}tcPr", None, None)
        cell.insert(0, properties)
    for old in properties.findall(tag):
        properties.remove(old)
    new = properties.makeelement(tag, {W + key: value for key, value in attributes.items()}, None)
    later = _CELL_ORDER[_CELL_ORDER.index(tag) + 1 :]
    position = next((i for i, child in enumerate(properties) if child.tag in later), None)
    if position is None:
        position = sum(1 for child in properties if child.tag in _CELL_ORDER)
    properties.insert(position, new)
