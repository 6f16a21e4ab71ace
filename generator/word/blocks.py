"""Whether the blocks of a part (`for … endfor`) fit together, and fit the elements around them.

A block may be repeated or left out as a whole only if the markup inside it is neutral: what it
closes it opens again in the same order. Then any rendering of the template is well-formed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from generator.word.faults import did_you_mean
from generator.word.scan import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.scan import Marks
    from generator.word.tags import Tag

_ENDS: Final = {
    "for": "endfor",
    "if": "endif",
    "macro": "endmacro",
    "call": "endcall",
    "filter": "endfilter",
    "set": "endset",
    "block": "endblock",
    "with": "endwith",
}
_OPENERS: Final = {end: opener for opener, end in _ENDS.items()}
_MIDDLES: Final = {"else": ("if", "for"), "elif": ("if",)}
_FORBIDDEN: Final = frozenset(
    {"include", "import", "from", "extends", "autoescape", "endautoescape"}
)
_KNOWN: Final = frozenset(
    {
        *_ENDS,
        *_OPENERS,
        *_MIDDLES,
        "raw",
        "endraw",
        "vm",
        "hm",
        "colspan",
        "cellbg",
        "cap_nhat_truong",
    }
)
_ITEM: Final = re.compile(f"<(/?)([^\\s<>/]+)([^>]*?)(/?)>|{MARK.pattern}")
_STRING: Final = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""")


class _Open(Struct):
    """A block that is open: its tag and what its present branch has closed and opened so far."""

    tag: Tag
    word: str
    closes: list[str] = field(default_factory=list)
    opens: list[str] = field(default_factory=list)
    branch: Tag | None = None

    def element(self, name: str, *, closing: bool) -> None:
        if not closing:
            self.opens.append(name)
        elif self.opens:
            self.opens.pop()
        else:
            self.closes.append(name)

    def is_neutral(self) -> bool:
        return self.closes == self.opens[::-1]


def check(source: str, marks: Marks) -> dict[int, tuple[int, ...]]:
    """Blame blocks that do not fit; return for every tag the loops around it, outermost first."""
    stack: list[_Open] = []
    loops: dict[int, tuple[int, ...]] = {}
    for item in _items(source):
        if isinstance(item, int):
            tag = marks.tags[item]
            loops[item] = tuple(block.tag.index for block in stack if block.word == "for")
            _statement(tag, stack, marks)
        elif stack:
            stack[-1].element(item[1], closing=item[0] == "/")
    for block in stack:
        _blame_open(block, marks)
    return loops


def _items(source: str) -> Iterator[int | tuple[str, str]]:
    """Yield marks as their numbers, and tags of elements as ("/" or "", name)."""
    for match in _ITEM.finditer(source):
        closing, name, attributes, empty, number = match.groups()
        if number is not None:
            yield int(number)
            continue
        for inside in MARK.findall(attributes):
            yield int(inside)
        if not empty and not name.startswith(("?", "!")):
            yield closing, name


def _statement(tag: Tag, stack: list[_Open], marks: Marks) -> None:
    word = tag.keyword
    if tag.kind != "{%":
        return
    if word in _FORBIDDEN:
        _blame_forbidden(tag, word, marks)
    elif word in _ENDS and not _is_inline_set(tag):
        stack.append(_Open(tag, word))
    elif word in _MIDDLES:
        _middle(tag, stack, marks)
    elif word in _OPENERS:
        _end(tag, stack, marks)
    elif word not in _KNOWN:
        _blame_unknown(tag, word, marks)


def _is_inline_set(tag: Tag) -> bool:
    """Tell `{% set x = 1 %}` from `{% set x %} … {% endset %}`."""
    if tag.keyword != "set":
        return False
    bare, depth = _STRING.sub("", tag.code), 0
    for position, character in enumerate(bare):
        depth += (character in "([{") - (character in ")]}")
        if character == "=" and depth == 0 and bare[position + 1 : position + 2] != "=":
            return True
    return False


def _middle(tag: Tag, stack: list[_Open], marks: Marks) -> None:
    if not stack or stack[-1].word not in _MIDDLES[tag.keyword]:
        _blame_stray(tag, stack, marks)
        return
    _settle(stack[-1], tag, marks)
    stack[-1].closes.clear()
    stack[-1].opens.clear()
    stack[-1].branch = tag


def _end(tag: Tag, stack: list[_Open], marks: Marks) -> None:
    opener = _OPENERS[tag.keyword]
    if not any(block.word == opener for block in stack):
        _blame_stray(tag, stack, marks)
        return
    while stack[-1].word != opener:
        _blame_crossed(stack.pop(), tag, marks)
    block = stack.pop()
    _settle(block, tag, marks)
    if stack:
        for name in block.closes:
            stack[-1].element(name, closing=True)
        for name in block.opens:
            stack[-1].element(name, closing=False)


def _settle(block: _Open, end: Tag, marks: Marks) -> None:
    """Blame the branch that ends at `end` if leaving it out would break the markup."""
    if block.is_neutral():
        return
    start = block.branch or block.tag
    marks.blame(
        "MA-026",
        f"khối mở bằng “{start.where.tag}” và đóng bằng “{end.where.tag}” ({end.where.describe()}) "
        "cắt ngang bảng, hàng, ô hoặc đoạn",
        f"the block opened by “{start.where.tag}” and closed by “{end.where.tag}” "
        f"({end.where.describe('en')}) cuts through a table, row, cell or paragraph",
        where=start.where,
        hint=(
            "đặt cả hai thẻ ở một cấp: {%tr %} cho hàng, {%tc %} cho ô, {%p %} cho đoạn",
            "put both on one level: {%tr %} for rows, {%tc %} for cells, {%p %} for paragraphs",
        ),
    )
    block.closes.clear()
    block.opens.clear()


def _blame_open(block: _Open, marks: Marks) -> None:
    end = _ENDS[block.word]
    marks.blame(
        "MA-024",
        f"khối “{block.word}” không được đóng",
        f"the block “{block.word}” is never closed",
        where=block.tag.where,
        hint=(f"thêm {{% {end} %}} sau khối", f"add {{% {end} %}} behind the block"),
    )


def _blame_crossed(block: _Open, tag: Tag, marks: Marks) -> None:
    if block.tag.synthetic:
        return  # the author's own block around it is blamed for cutting through
    marks.blame(
        "MA-024",
        f"khối “{block.word}” chưa đóng đã gặp “{tag.where.tag}” ({tag.where.describe()})",
        f"the block “{block.word}” is still open at “{tag.where.tag}” ({tag.where.describe('en')})",
        where=block.tag.where,
        hint=(
            f"đặt {{% {_ENDS[block.word]} %}} trước thẻ ấy",
            f"put {{% {_ENDS[block.word]} %}} before that tag",
        ),
    )


def _blame_stray(tag: Tag, stack: list[_Open], marks: Marks) -> None:
    if tag.synthetic:
        return
    inside = stack[-1] if stack else None
    now = f" (đang ở trong “{inside.tag.where.tag}”)" if inside else ""
    now_en = f" (inside “{inside.tag.where.tag}”)" if inside else ""
    marks.blame(
        "MA-025",
        f"thẻ “{tag.keyword}” không ứng với khối nào đang mở{now}",
        f"the tag “{tag.keyword}” belongs to no open block{now_en}",
        where=tag.where,
    )


def _blame_forbidden(tag: Tag, word: str, marks: Marks) -> None:
    marks.blame(
        "MA-027",
        f"không được dùng “{word}” trong mẫu",
        f"“{word}” is not allowed in a template",
        where=tag.where,
    )


def _blame_unknown(tag: Tag, word: str, marks: Marks) -> None:
    glued = (
        f"viết liền tiền tố với dấu mở: {{%{word} … %}}",
        f"write the prefix right behind the opening: {{%{word} … %}}",
    )
    marks.blame(
        "MA-023",
        f"không có thẻ lệnh “{word}”",
        f"there is no statement “{word}”",
        where=tag.where,
        hint=glued if word in {"p", "tr", "tc", "r"} else did_you_mean(word, _KNOWN),
    )
