"""Tags that stand for more than their own text: merging paragraphs, rows, cells, runs.

After `shape`, every mark stands where its tag acts: between rows for `{%tr %}`, between paragraphs
for `{%p %}`, inside an attribute for `{% colspan %}`. Nothing a reader would see is dropped: text
beside a tag stays on its side of it, or the tag is a fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.word import cells, trees
from generator.word.scan import MARK, Marks, mark
from generator.word.slots import slot_of
from generator.word.wml import W

if TYPE_CHECKING:
    from lxml import etree

    from generator.word.tags import Tag

_PARAGRAPH: Final = trees.PARAGRAPH
_NOUNS: Final = {
    "tr": ("hàng của bảng", "a table row"),
    "tc": ("ô của bảng", "a table cell"),
    "p": ("một đoạn", "a paragraph"),
    "r": ("một đoạn", "a paragraph"),
}


def shape(marks: Marks, first: int) -> None:
    """Move the marks of the tags from number `first` on to where they act, in their trees."""
    tags = marks.tags[first:]
    for tag in tags:
        _dashes(tag, marks)
        _drop_comment(tag, marks)
    for tag in tags:
        if not tag.prefix:
            cells.cell_tag(tag, marks)
    for prefix in ("tr", "tc"):
        _lift_out_of_cells(prefix, [tag for tag in tags if tag.prefix == prefix], marks)
    for prefix, top in (("p", "p"), ("r", "r")):
        for tag in tags:
            if tag.prefix == prefix:
                _lift(tag, f"{W}{top}", marks)


def _home(tag: Tag, marks: Marks) -> etree._Element | None:
    """Return the text element that holds the tag's mark, if it stands in a paragraph's text."""
    home = marks.homes.get(tag.index)
    return home if home is not None and home.tag == trees.TEXT else None


def _split_text(home: etree._Element, tag: Tag) -> tuple[str, str]:
    before, _, after = (home.text or "").partition(mark(tag.index))
    return before, after


# --- dashes -----------------------------------------------------------------------------------


def _dashes(tag: Tag, marks: Marks) -> None:
    """Strip blanks beside a dash; a statement alone at its side joins the next paragraph."""
    home = _home(tag, marks)
    if home is None or tag.prefix or not (tag.dash_before or tag.dash_after):
        return
    before, after = _split_text(home, tag)
    before = before.rstrip() if tag.dash_before else before
    after = after.lstrip() if tag.dash_after else after
    home.text = before + mark(tag.index) + after
    paragraph = trees.ancestor(home, _PARAGRAPH)
    if tag.kind != "{%" or paragraph is None:
        return
    if tag.dash_before and not before and _blank_side(paragraph, home, following=False):
        previous = paragraph.getprevious()
        if previous is not None and previous.tag == _PARAGRAPH:
            paragraph = _join(previous, paragraph)
    if tag.dash_after and not after and _blank_side(paragraph, home, following=True):
        following = paragraph.getnext()
        if following is not None and following.tag == _PARAGRAPH:
            _join(paragraph, following)


def _blank_side(paragraph: etree._Element, home: etree._Element, *, following: bool) -> bool:
    """Tell whether nothing visible stands in the paragraph before (or behind) `home`."""
    texts = list(paragraph.iter(trees.TEXT))
    position = next(i for i, text in enumerate(texts) if text is home)
    side = texts[position + 1 :] if following else texts[:position]
    return not any((text.text or "").strip() for text in side)


def _join(first: etree._Element, second: etree._Element) -> etree._Element:
    """Append the runs of `second` to `first`, unless `second` ends a section."""
    properties = second.find(f"{W}pPr")
    ends_section = first.find(f"{W}pPr/{W}sectPr") is not None
    if ends_section or (properties is not None and properties.find(f"{W}sectPr") is not None):
        return second
    for child in list(second):
        if child.tag != f"{W}pPr":
            first.append(child)
    trees.remove(second)
    return first


def _drop_comment(tag: Tag, marks: Marks) -> None:
    home = _home(tag, marks)
    if tag.kind == "{#" and not tag.prefix and home is not None:
        home.text = (home.text or "").replace(mark(tag.index), "", 1)


# --- p and r ----------------------------------------------------------------------------------


def _lift(tag: Tag, top_name: str, marks: Marks) -> None:
    """Move a mark out of its paragraph (or run), which is split around it where it shows more."""
    home = _home(tag, marks)
    top = trees.ancestor(home, top_name)
    if home is None or top is None:
        _blame_homeless(tag, marks)
        return
    marks.slots[tag.index] = slot_of(home, tag.prefix)
    own = mark(tag.index)
    at = (home.text or "").index(own)
    right = trees.split(home, at, top)
    first_text = next(text for text in right.iter(trees.TEXT) if own in (text.text or ""))
    first_text.text = (first_text.text or "").replace(own, "", 1)
    _rehome(right, marks)
    trees.put_text_after(top, own)
    if top_name == _PARAGRAPH:
        _drop_section(top)
    _drop_blank(top)
    _drop_blank(right)


def _rehome(root: etree._Element, marks: Marks) -> None:
    for text in root.iter(trees.TEXT):
        for number in MARK.findall(text.text or ""):
            marks.homes[int(number)] = text


def _drop_section(left: etree._Element) -> None:
    """Take the end of a section off the left half of a paragraph: it belongs to the right one."""
    section = left.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        parent = section.getparent()
        assert parent is not None
        parent.remove(section)


def _drop_blank(element: etree._Element) -> None:
    """Remove a half that shows nothing; its bookmarks stay, and so does a section's end."""
    if trees.shows(element) or element.find(f"{W}pPr/{W}sectPr") is not None:
        return
    for kept in trees.ranges_in(element):
        element.addprevious(kept)
    trees.remove(element)


def _blame_homeless(tag: Tag, marks: Marks) -> None:
    vi, en = _NOUNS[tag.prefix]
    marks.blame(
        "MA-028",
        f"Thẻ có tiền tố “{tag.prefix}” phải nằm trong {vi}.",
        f"A tag with the prefix “{tag.prefix}” must stand in {en}.",
        where=tag.where,
        hint=(
            f"Bỏ tiền tố “{tag.prefix}” hoặc chuyển thẻ vào {vi}.",
            f"Drop the prefix “{tag.prefix}” or move the tag into {en}.",
        ),
    )


# --- tr and tc --------------------------------------------------------------------------------


def _lift_out_of_cells(prefix: str, tags: list[Tag], marks: Marks) -> None:
    """Move marks out of their rows (or cells): a row of tags alone goes, any other row stays."""
    groups: dict[etree._Element, list[Tag]] = {}
    for tag in tags:
        home = _home(tag, marks)
        top = trees.ancestor(home, f"{W}{prefix}")
        if home is None or top is None:
            _blame_homeless(tag, marks)
        else:
            marks.slots[tag.index] = slot_of(home, prefix)
            groups.setdefault(top, []).append(tag)
    for top, inside in groups.items():
        if prefix == "tc":
            marks.note_dynamic(top, inside[0])
        _lift_group(top, inside, marks)


def _lift_group(top: etree._Element, tags: list[Tag], marks: Marks) -> None:
    sides = _sides(top, {tag.index for tag in tags})
    for tag in tags:
        home = marks.homes[tag.index]
        home.text = (home.text or "").replace(mark(tag.index), "", 1)
        _drop_emptied_paragraph(home)
    before = "".join(mark(tag.index) for tag in tags if sides[tag.index] == "before")
    after = "".join(mark(tag.index) for tag in tags if sides[tag.index] == "after")
    for tag in tags:
        if sides[tag.index] == "between":
            _blame_between(tag, marks)
    trees.put_text_before(top, before)
    trees.put_text_after(top, after)
    if not trees.shows(top):
        for kept in trees.ranges_in(top):
            top.addprevious(kept)
        trees.remove(top)


def _sides(top: etree._Element, own: set[int]) -> dict[int, str]:
    """Return for each tag whether it stands before what shows in `top`, behind it, or between."""
    order: list[int | None] = []  # None: something that shows, other tags included
    for element in top.iter():
        if element.tag == trees.TEXT:
            order += _order(element.text or "", own)
        elif element.tag in _VISIBLE:
            order.append(None)
    content = [position for position, item in enumerate(order) if item is None]
    if not content:
        return dict.fromkeys(own, "before")
    first, last = content[0], content[-1]
    return {
        item: "before" if position < first else "after" if position > last else "between"
        for position, item in enumerate(order)
        if item is not None
    }


def _order(text: str, own: set[int]) -> list[int | None]:
    """Return the tags `own` in a text, and None for anything else in it that shows."""
    order: list[int | None] = []
    for position, piece in enumerate(MARK.split(text)):
        if position % 2:
            order.append(int(piece) if int(piece) in own else None)
        elif piece.strip():
            order.append(None)
    return order


_VISIBLE: Final = frozenset(
    f"{W}{name}"
    for name in ("drawing", "pict", "object", "sym", "fldChar", "fldSimple", "footnoteReference")
)


def _drop_emptied_paragraph(home: etree._Element) -> None:
    """Remove the paragraph a tag has left empty if its cell has another."""
    paragraph = trees.ancestor(home, _PARAGRAPH)
    cell = trees.ancestor(home, f"{W}tc")
    if paragraph is None or cell is None or trees.shows(paragraph):
        return
    if paragraph.getparent() is cell and len(cell.findall(_PARAGRAPH)) > 1:
        for kept in trees.ranges_in(paragraph):
            paragraph.addprevious(kept)
        trees.remove(paragraph)


def _blame_between(tag: Tag, marks: Marks) -> None:
    vi, en = ("hàng", "row") if tag.prefix == "tr" else ("ô", "cell")
    marks.blame(
        "MA-028",
        f"Thẻ {{%{tag.prefix} %}} đứng giữa nội dung của {vi}: không rõ lặp lại phần nào.",
        f"The {{%{tag.prefix} %}} tag stands amid its {en}: what to repeat is unclear.",
        where=tag.where,
        hint=(
            f"Đặt thẻ vào một {vi} riêng, hoặc ở đầu hay cuối {vi} này.",
            f"Put the tag into a {en} of its own, or at the start or the end of this one.",
        ),
    )
