"""Markdown inside a paragraph: bold, italic, links, footnotes, values of the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from generator.word import markdown_chars as chars
from generator.word import markdown_faults as faults
from generator.word.markdown_xml import Inserted, Note, Text
from generator.word.values import Footnote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from generator.problem import Problem, Where
    from generator.word.markdown_xml import Inline
    from generator.word.values import DocxValue

_SCHEMES: Final = ("http", "https", "mailto")


class _Look(Struct, frozen=True, kw_only=True):
    """What surrounds a piece of text."""

    bold: bool = False
    italic: bool = False
    href: str = ""
    in_note: bool = False


_PLAIN: Final = _Look()
_MARKS: Final = {"*": _Look(italic=True), "**": _Look(bold=True)}
_STARS: Final = re.compile(r"(\*\*?)")


class InlineReader:
    """Turns the inside of paragraphs into runs, and keeps what is wrong with it."""

    def __init__(
        self,
        tree: SyntaxTreeNode | None,
        env: dict[str, Any],
        values: Sequence[DocxValue],
        place: Callable[[int], Where],
    ) -> None:
        """Read a text with that tree, None for one without markup.

        `env` is where the footnote plugin leaves inline notes.
        """
        self._values = values
        self._place = place
        self._problems: list[Problem] = []
        self._line = 0
        self._inline_notes: dict[int, Any] = env.get("footnotes", {}).get("list", {})
        self._notes: dict[str, SyntaxTreeNode] = {}
        self._used: set[str] = set()
        for node in tree.walk() if tree else ():
            if node.type == "footnote_reference":
                self._define(node)

    def problems(self) -> list[Problem]:
        """Return all that is wrong once everything was read; unused notes show only then."""
        unused = [
            faults.note("unused", label, self._place(_first_line(node)))
            for label, node in self._notes.items()
            if label not in self._used
        ]
        return self._problems + unused

    def read(self, inline: SyntaxTreeNode) -> tuple[Inline, ...]:
        """Return what the children of `inline` print."""
        return self._block(inline, _PLAIN)

    def read_plain(self, lines: Sequence[str], first: int) -> tuple[Inline, ...]:
        """Return what a paragraph of `markdown_plain` prints; `first` is the first of its lines."""
        inlines: list[Inline] = []
        for number, line in enumerate(lines):
            if number:
                inlines.append(_styled(" ", _PLAIN))
            self._line = first + number
            if "*" in line:
                inlines += self._marked(line)
            else:
                inlines += self._text(line, _PLAIN)
        return tuple(inlines)

    def _marked(self, line: str) -> Iterator[Inline]:
        """Yield the texts of a line whose bold and italic words do not overlap."""
        look = _PLAIN
        for piece in _STARS.split(line):
            if piece in _MARKS:
                look = _MARKS[piece] if look is _PLAIN else _PLAIN
            elif piece:
                yield from self._text(piece, look)

    def _define(self, node: SyntaxTreeNode) -> None:
        label = node.meta["label"]
        if label in self._notes:
            self._fault(faults.note("twice", label, self._place(_first_line(node))))
        self._notes.setdefault(label, node)

    def _fault(self, problem: Problem) -> None:
        self._problems.append(problem)

    @property
    def _here(self) -> Where:
        return self._place(self._line)

    def _block(self, inline: SyntaxTreeNode, look: _Look) -> tuple[Inline, ...]:
        self._line = inline.map[0] if inline.map else self._line
        return tuple(self._inlines(inline.children, look))

    def _inlines(self, nodes: Iterable[SyntaxTreeNode], look: _Look) -> Iterator[Inline]:
        for node in nodes:
            match node.type:
                case "text":
                    yield from self._text(node.content, look)
                case "softbreak":
                    self._line += 1
                    yield _styled(" ", look)
                case "hardbreak":
                    self._line += node.markup == ""
                    yield _styled("\n", look)
                case "strong":
                    yield from self._inlines(node.children, replace(look, bold=True))
                case "em":
                    yield from self._inlines(node.children, replace(look, italic=True))
                case _:
                    yield from self._special(node, look)

    def _special(self, node: SyntaxTreeNode, look: _Look) -> Iterator[Inline]:
        if node.type == "link":
            yield from self._link(node, look)
        elif node.type == "footnote_ref":
            yield from self._note(node, look)
        else:
            self._fault(faults.not_supported(node.type, self._here))

    def _text(self, text: str, look: _Look) -> Iterable[Inline]:
        if text and chars.ILLEGAL.search(text) is None:  # nothing that only we put there
            return (_styled(text, look),)
        return self._with_marks(text, look)

    def _with_marks(self, text: str, look: _Look) -> Iterator[Inline]:
        for number, piece in enumerate(chars.VALUES.split(text)):
            if number % 2:  # a mark, between the texts before and behind it
                yield self._value(self._values[chars.value_number(piece)], look)
            elif piece:
                shown = chars.show(piece)
                if illegal := chars.illegal(shown):
                    self._fault(faults.illegal_character(illegal, self._here))
                yield _styled(shown, look)

    def _value(self, value: DocxValue, look: _Look) -> Inline:
        if look.in_note and isinstance(value, Footnote):
            self._fault(faults.note("nested", value.text, self._here))
        return Inserted(value=value, where=self._here, href=look.href)

    def _link(self, node: SyntaxTreeNode, look: _Look) -> Iterator[Inline]:
        written = chars.show(str(node.attrs.get("href", ""))).strip()
        url = _address(written)
        if not url:
            self._fault(faults.bad_link(written, self._here))
        linked = replace(look, href=url)
        yield from (
            self._inlines(node.children, linked) if node.children else (_styled(written, linked),)
        )

    def _note(self, node: SyntaxTreeNode, look: _Look) -> Iterator[Inline]:
        label = str(node.meta.get("label", ""))
        if look.in_note:
            self._fault(faults.note("nested", label or "^[…]", self._here))
            return
        note = self._defined(label) if label else self._inline_note(node.meta["id"])
        if note.paragraphs and all(note.paragraphs):
            yield replace(note, href=look.href)
        elif not label or label in self._notes:
            self._fault(faults.note("empty", label or "^[]", self._here))

    def _inline_note(self, number: int) -> Note:
        from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415  # slow to import

        root = SyntaxTreeNode(self._inline_notes[number]["tokens"])
        return Note(paragraphs=(tuple(self._inlines(root.children, _Look(in_note=True))),))

    def _defined(self, label: str) -> Note:
        node = self._notes.get(label)
        if node is None or label in self._used:
            fault = "unknown" if node is None else "again"
            self._fault(faults.note(fault, label, self._here))
            return Note(paragraphs=((Text(text=label),),))
        self._used.add(label)
        back = self._line
        paragraphs = []
        for child in node.children:
            if child.type == "paragraph":
                paragraphs.append(self._block(child.children[0], _Look(in_note=True)))
            else:
                self._fault(faults.note("blocks", label, self._place(_first_line(child))))
                paragraphs.append((Text(text=label),))
        self._line = back
        return Note(paragraphs=tuple(paragraphs))


def _styled(text: str, look: _Look) -> Text:
    return Text(text=text, bold=look.bold, italic=look.italic, href=look.href)


def _first_line(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0


def _address(written: str) -> str:
    """Return the address of a link, percent-encoded; nothing if it leads to no page or mailbox."""
    try:
        parts = urlsplit(written)
        target = parts.path if parts.scheme == "mailto" else parts.hostname
        if parts.scheme not in _SCHEMES or not target:
            return ""
        from markdown_it.common.normalize_url import normalizeLink  # noqa: PLC0415  # slow to import

        return normalizeLink(written)
    except ValueError:
        return ""
