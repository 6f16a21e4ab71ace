"""The words of a template: what looks like a tag and is none, letters that no tag can hold.

Codes MA-070, MA-071, MA-076 to MA-078.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.lint import braces, doubled
from generator.problem import Message, Problem, Severity, Where
from generator.word import wml
from generator.word.faults import RefusedError
from generator.word.locate import Places
from generator.word.scan import shortened
from generator.word.tags import clean, find_tags
from generator.word.template import text_parts
from generator.word.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from generator.word.opc import Docx
    from generator.word.tags import Found

WRONG_LETTERS: Final = "MA-071"

_PARAGRAPH: Final = f"{W}p"
_VISIBLE: Final = frozenset(
    f"{W}{name}"
    for name in ("drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference")
)
_CHANGES: Final = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_QUOTES: Final = {ord(q): '"' for q in "“”„"} | {ord(q): "'" for q in "‘’"}
_LITERAL: Final = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""")
_LIKE_TAGS: Final = re.compile(
    "[\uff5b\uff5d]+[^\uff5b\uff5d]*[\uff5b\uff5d]*"  # full-width braces
    r"|\{\s+[{%][^{}]*[}%]\s*\}|\{[{%][^{}]*[}%]\s+\}"  # a space inside the sign
    r"|(?<![{_%$])\{\s*[^\W\d]\w*(?:\.\w+)*\s*(?:\|[^{}]*)?\}(?![}_])"  # {don_vi.ten}
    r"|\$\{[^{}]*\}|<<[^<>]*>>|«[^»]*»|\[\[[^\[\]]*\]\]"  # other programs' signs
    r"|\(\(\s*[A-Za-z_][A-Za-z0-9_.]*\s*(?:\|[^()]*)?\)\)"  # ((don_vi.ten))
)
_CLOSER: Final = re.compile(r"(?<![_{])(?:\}\}|%\}|#\})(?!_)")
_ESCAPED: Final = re.compile(r"\{_[{%]|[}%]_\}")


class Part(Struct, frozen=True, kw_only=True):
    """A part that holds text: its tree as it lies in the file, and where its paragraphs stand."""

    name: str
    root: etree._Element
    places: Places


def parts_of(docx: Docx, file: str) -> list[Part]:
    """Return the parts of a template that can be read, in reading order."""
    found = []
    for name, label in text_parts(docx):
        try:
            root = wml.parse(docx.members[name].data(), name, keep_marks=True)
        except RefusedError:
            continue  # reported already
        found.append(Part(name=name, root=root, places=Places(root, file, label)))
    return found


def faults(parts: list[Part]) -> Iterator[Problem]:
    """Yield what is wrong with the words of a template."""
    for part in parts:
        yield from _of_part(part)
        yield from _left_over(part)


def _of_part(part: Part) -> Iterator[Problem]:
    waiting = 0  # tags that a paragraph leaves open, reported by the compiler
    for paragraph in part.root.iter(_PARAGRAPH):
        text, visible = flattened(paragraph)
        if not text:
            continue
        where = part.places.of(paragraph)
        tags = list(find_tags(text))
        rest = text
        for tag in reversed(tags):
            rest = rest[: tag.start] + "\0" + rest[tag.end :]
        for tag in tags:
            if tag.closed:
                yield from _of_tag(tag, text, visible, where)
                yield from doubled.faults(text, tag, where)
                yield from braces.faults(text, tag, where)
        closers = len(_CLOSER.findall(rest))
        healed = min(waiting, closers)
        yield from _like_tags(rest, healed, where)
        waiting += sum(not tag.closed for tag in tags) - healed
        if not unicodedata.is_normalized("NFC", text):
            yield _decomposed(where)


def flattened(paragraph: etree._Element) -> tuple[str, list[int]]:
    """Return the text of a paragraph, and at which places of it something else shows."""
    pieces: list[str] = []
    visible: list[int] = []
    length = 0
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in (f"{W}t", f"{W}tab", f"{W}br"):
            pieces.append((element.text or "") if element.tag == f"{W}t" else " ")
            length += len(pieces[-1])
        elif element.tag in _VISIBLE:
            visible.append(length)
        elif element.tag not in (_PARAGRAPH, f"{W}del", f"{W}pPr"):
            waiting.extend(reversed(element))
    return "".join(pieces), visible


def _of_tag(tag: Found, text: str, visible: list[int], where: Where) -> Iterator[Problem]:
    source = text[tag.start : tag.end]
    at = replace(where, tag=shortened(source))
    bare = _LITERAL.sub("", tag.code)
    if tag.kind != "{#" and any(ord(c) in _WIDE or ord(c) in _QUOTES for c in bare):
        yield _wrong_letters(source, at)
    if any(tag.start < place < tag.end for place in visible):
        yield _cut(at)


def of_text(text: str, file: str) -> Iterator[Problem]:
    """Yield what is wrong with the letters of an outline."""
    for tag in find_tags(text):
        source = text[tag.start : tag.end]
        bare = _LITERAL.sub("", source)
        where = Where(file=file, line=text.count("\n", 0, tag.start) + 1, tag=shortened(source))
        if tag.kind != "{#" and any(ord(c) in _WIDE or ord(c) in _QUOTES for c in bare):
            yield _wrong_letters(source, where)
        yield from doubled.faults(text, tag, where)
    for number, line_of_text in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line_of_text):
            yield _decomposed(Where(file=file, line=number))


def _like_tags(rest: str, healed: int, where: Where) -> Iterator[Problem]:
    plain = _ESCAPED.sub("", rest)
    for found in _LIKE_TAGS.finditer(plain):
        yield _no_tag(found.group(), where)
    plain = _LIKE_TAGS.sub("", plain)
    for closer in _CLOSER.findall(plain)[healed:]:
        yield _stray(closer, where)


def _no_tag(source: str, where: Where) -> Problem:
    inside = clean(source.translate(_WIDE)).strip("{}%«»<>[]()$ ")
    better = f"{{{{ {inside} }}}}"
    return Problem(
        code="MA-070",
        message=Message(
            f"“{source}” giống một thẻ nhưng không phải, sẽ in ra nguyên như vậy.",
            f"“{source}” looks like a tag but is none and is printed as it is.",
        ),
        where=replace(where, tag=shortened(source)),
        hint=Message(
            f"Viết {better}, hai dấu ngoặc liền nhau.", f"Write {better}, the braces together."
        ),
        severity=Severity.WARNING,
    )


def _stray(closer: str, where: Where) -> Problem:
    opener = {"}}": "{{", "%}": "{%", "#}": "{#"}[closer]
    return Problem(
        code="MA-070",
        message=Message(
            f"“{closer}” không có “{opener}” đứng trước, sẽ in ra nguyên như vậy.",
            f"“{closer}” without “{opener}” before it is printed as it is.",
        ),
        where=replace(where, tag=closer),
        hint=Message(
            f"Thêm “{opener}” hoặc xóa “{closer}”.", f"Add “{opener}” or drop “{closer}”."
        ),
        severity=Severity.WARNING,
    )


def _wrong_letters(source: str, where: Where) -> Problem:
    better = source.translate(_WIDE).translate(_QUOTES)
    return Problem(
        code=WRONG_LETTERS,
        message=Message(
            "Thẻ có dấu nháy cong lẻ đôi hoặc ký tự toàn khổ (fullwidth).",
            "The tag has curled quotes that do not pair, or full-width characters.",
        ),
        where=where,
        hint=Message(f"Viết {better}.", f"Write {better}."),
    )


def _cut(where: Where) -> Problem:
    return Problem(
        code="MA-077",
        message=Message(
            "Có hình, ký hiệu hoặc chú thích nằm giữa thẻ; khi in nó bị đẩy ra sau giá trị.",
            "A picture, sign or note stands inside the tag and is moved behind the value.",
        ),
        where=where,
        hint=Message("Đưa nó ra ngoài thẻ.", "Move it out of the tag."),
        severity=Severity.WARNING,
    )


def _decomposed(where: Where) -> Problem:
    return Problem(
        code="MA-076",
        message=Message(
            "Chữ gõ theo Unicode tổ hợp (dấu tách khỏi chữ cái).",
            "The text is decomposed Unicode (NFD).",
        ),
        where=where,
        hint=Message(
            "Gõ lại bằng Unicode dựng sẵn (TCVN 6909:2001).", "Type it as composed Unicode (NFC)."
        ),
        severity=Severity.WARNING,
    )


def _left_over(part: Part) -> Iterator[Problem]:
    """Yield the first tracked change and the first comment of a part."""
    first = next((e for e in part.root.iter(*_CHANGES)), None)
    if first is not None:
        vi, en = "thay đổi đang theo dõi (Track Changes)", "tracked changes"
        yield _kept(vi, en, part.places.of(first))
    comment = next((e for e in part.root.iter(f"{W}comment")), None)
    if comment is not None:
        yield _kept("bình luận", "comments", part.places.of(comment))


def _kept(vi: str, en: str, where: Where) -> Problem:
    return Problem(
        code="MA-078",
        message=Message(
            f"Mẫu còn {vi}: mọi báo cáo làm ra đều mang theo.",
            f"The template has {en}, which every report would carry.",
        ),
        where=where,
        hint=Message(
            "Word: Xem lại, Chấp nhận (hoặc xóa) tất cả, rồi lưu.",
            "Word: Review, Accept (or delete) all, and save.",
        ),
        severity=Severity.WARNING,
    )
