"""Whether the blocks of a part (`for … endfor`) fit together, and fit the elements around them.

A block may be repeated or left out as a whole only if the markup inside it is neutral: what it
closes it opens again in the same order. Then any rendering of the template is well-formed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from generator.word import said
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
# Python takes 20 loops one inside another, and 98 levels of indentation, of which a loop takes two.
_MAX_LOOPS: Final = 20
_MAX_OPEN: Final = 40
_BY_ROWS: Final = (
    "Lặp hay bỏ hàng của bảng thì viết {%tr … %}, thẻ mở và thẻ đóng mỗi thẻ một hàng riêng.",
    "Rows of a table are repeated by {%tr … %}, both tags in rows of their own.",
)
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
        _nested(stack, marks)
    elif word in _MIDDLES:
        _middle(tag, stack, marks)
    elif word in _OPENERS:
        _end(tag, stack, marks)
    elif word and word not in _KNOWN:  # without a word, its syntax is blamed
        _blame_unknown(tag, word, marks)


def _nested(stack: list[_Open], marks: Marks) -> None:
    """Blame the first block that too many stand around."""
    loops = sum(block.word == "for" for block in stack)
    if len(stack) == _MAX_OPEN + 1 or (stack[-1].word == "for" and loops == _MAX_LOOPS + 1):
        marks.blame(
            "MA-030",
            "Quá nhiều khối lồng nhau.",
            "Too many blocks stand one inside another.",
            where=stack[-1].tag.where,
            hint=(
                f"Nhiều nhất {_MAX_LOOPS} vòng lặp và {_MAX_OPEN} khối lồng nhau.",
                f"At most {_MAX_LOOPS} loops and {_MAX_OPEN} blocks may be nested.",
            ),
        )


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
        f"Khối mở bằng “{start.where.tag}” và đóng bằng “{end.where.tag}” ({end.where.describe()}) "
        "cắt ngang bảng, hàng, ô hoặc đoạn.",
        f"The block opened by “{start.where.tag}” and closed by “{end.where.tag}” "
        f"({end.where.describe('en')}) cuts through a table, row, cell or paragraph.",
        where=start.where,
        hint=(
            "Đặt cả hai thẻ ở một cấp: {%tr %} cho hàng, {%tc %} cho ô, {%p %} cho đoạn.",
            "Put both on one level: {%tr %} for rows, {%tc %} for cells, {%p %} for paragraphs.",
        ),
    )
    block.closes.clear()
    block.opens.clear()


def _blame_open(block: _Open, marks: Marks) -> None:
    end = _ENDS[block.word]
    marks.blame(
        "MA-024",
        f"Khối “{block.word}” không được đóng.",
        f"The block “{block.word}” is never closed.",
        where=block.tag.where,
        hint=(f"Thêm {{% {end} %}} sau khối.", f"Add {{% {end} %}} behind the block."),
    )


def _blame_crossed(block: _Open, tag: Tag, marks: Marks) -> None:
    if block.tag.synthetic:
        return  # the author's own block around it is blamed for cutting through
    if tag.synthetic:  # what the compiler puts around a cell ends here
        marks.blame(
            "MA-024",
            f"Khối “{block.word}” mở trong một ô của bảng mà không đóng trong ô ấy.",
            f"The block “{block.word}” begins in a cell of a table and does not end in it.",
            where=block.tag.where,
            hint=_BY_ROWS,
        )
        return
    marks.blame(
        "MA-024",
        f"Khối “{block.word}” chưa đóng đã gặp “{tag.where.tag}” ({tag.where.describe()}).",
        f"The block “{block.word}” is still open at “{tag.where.tag}” "
        f"({tag.where.describe('en')}).",
        where=block.tag.where,
        hint=(
            f"Đặt {{% {_ENDS[block.word]} %}} trước thẻ ấy.",
            f"Put {{% {_ENDS[block.word]} %}} before that tag.",
        ),
    )


def _blame_stray(tag: Tag, stack: list[_Open], marks: Marks) -> None:
    if tag.synthetic:
        return
    inside = stack[-1] if stack and not stack[-1].tag.synthetic else None
    now = f" (đang ở trong “{inside.tag.where.tag}”)" if inside else ""
    now_en = f" (inside “{inside.tag.where.tag}”)" if inside else ""
    marks.blame(
        "MA-025",
        f"Thẻ “{tag.keyword}” không ứng với khối nào đang mở{now}.",
        f"The tag “{tag.keyword}” belongs to no open block{now_en}.",
        where=tag.where,
        hint=_BY_ROWS if tag.where.table is not None and tag.prefix != "tr" else None,
    )


def _blame_forbidden(tag: Tag, word: str, marks: Marks) -> None:
    if word == "include":  # one that stands alone has been taken for its piece
        marks.blame(
            "MA-027",
            "Không chèn được mảnh ở chỗ này.",
            "No piece can be brought in here.",
            where=tag.where,
            hint=(
                'Đặt {%p include "tên-mảnh" %} một mình trên một đoạn của thân văn bản.',
                'Put {%p include "name" %} alone into a paragraph of the body.',
            ),
        )
        return
    marks.blame(
        "MA-027",
        f"Không được dùng “{word}” trong mẫu.",
        f"“{word}” is not allowed in a template.",
        where=tag.where,
    )


def _blame_unknown(tag: Tag, word: str, marks: Marks) -> None:
    marks.blame(
        "MA-023",
        f"Không có thẻ lệnh “{word}”.",
        f"There is no statement “{word}”.",
        where=tag.where,
        hint=said.remedy(tag.code, "") or did_you_mean(word, _KNOWN),
    )
