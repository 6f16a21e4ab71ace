"""Which paragraphs are which: the parts of an administrative document, found by what they say.

Nothing is required: a part that is not there is None or empty, and the rule on it says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.the_thuc.doc.annexes import Annex, find_annexes
from generator.the_thuc.doc.body import Block, find_body
from generator.the_thuc.doc.foot import Foot, find_foot
from generator.the_thuc.doc.head import Head, find_head

if TYPE_CHECKING:
    from generator.the_thuc.doc.model import Doc, Para


class View(Struct, frozen=True, kw_only=True):
    """What a rule sees: the document, its parts, and the name of the file for places.

    `paras` are those of the document, of footnotes, headers and footers; `text` is all they say.
    """

    file: str
    doc: Doc
    head: Head
    body: tuple[Block, ...]
    foot: Foot
    annexes: tuple[Annex, ...]
    paras: list[Para]
    text: str


def view_of(doc: Doc, file: str) -> View:
    """Return `doc` with its parts found."""
    head = find_head(doc.paras)
    annexes = find_annexes(doc.paras, head.end)
    last = annexes[0].start if annexes else len(doc.paras)
    edges = [para for part in doc.parts.values() for para in part]
    paras = [*doc.paras, *doc.notes, *edges]
    foot = find_foot(doc.paras, head.end, last)
    return View(
        file=file,
        doc=doc,
        head=head,
        body=find_body(doc.paras[head.end : foot.start]),
        foot=foot,
        annexes=annexes,
        paras=paras,
        text="\n".join([para.text for para in paras]),
    )
