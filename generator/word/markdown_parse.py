"""Markdown -> paragraphs and tables, with every fault at its line.

What a clerk writes, and what is printed:

- `# I. ...`, `## 1. ...`, `### 2.1. ...`, `#### a) ...`: headings, in the styles of the template.
- A paragraph: lines up to a blank line. Two spaces or a backslash at the end of a line, or `<br>`,
  break it.
- `- ` and `+ ` at the start of a line: bullets, printed with the sign that was written. Bullets
  indented by two spaces, and `+` below `-`, are of the second level. `1. ` keeps its number.
- `**bold**`, `*italic*`, `[words](https://...)`; http, https and mailto only.
- `^[text]`, or `[^1]` with a line `[^1]: text`: a footnote, also inside a table.
- Tables: rows of cells between `|`, the second line `|---|---|`. A cell that holds only `<` is
  joined to the cell on its left, one that holds only `^` to the cell above. A line above the table
  may say how many rows are header (repeated on each page), the widths of the columns in
  proportion, and how each column is aligned (trai, giua, phai, deu; one word is for all):
  `{tieu_de=2 rong="1 4 2" can="giua trai phai"}`.

Anything else Markdown knows (pictures, quotations, code, rules) is a problem, not silently dropped
or printed raw; HTML is plain text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from generator.problem import Stopped
from generator.word import markdown_chars as chars
from generator.word import markdown_faults as faults
from generator.word import markdown_tables as tables
from generator.word.markdown_inline import InlineReader
from generator.word.markdown_plain import MARK, take_out
from generator.word.markdown_plain_tables import PlainTable
from generator.word.markdown_xml import Block, Blocks, Paragraph, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from generator.problem import Problem, Where
    from generator.word.markdown_plain import Plain
    from generator.word.markdown_template import Filled
    from generator.word.markdown_xml import MarkdownStyles

_JOINED: Final = (tables.LEFT, tables.ABOVE)
_DEFAULT: Final = tables.Settings()
_CROWDED_HEADING: Final = re.compile(r"#{1,6}[^#\s]")


def parse(filled: Filled, where: Callable[[int], Where], styles: MarkdownStyles) -> Blocks:
    """Return what `filled` prints; raise `Stopped` with every fault of its Markdown."""
    text, plain = take_out(filled.text)
    if text.strip(" \t\n") in ("", MARK):  # nothing is left for the parser
        reader = _Reader(None, {}, plain, (filled, where, styles))
        blocks = tuple(block for first in plain for block in reader.plain(first))
    else:
        from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415  # slow to import

        from generator.word.markdown_rules import markdown  # noqa: PLC0415  # slow to import

        env: dict[str, object] = {}
        tree = SyntaxTreeNode(markdown().parse(text, env))
        reader = _Reader(tree, env, plain, (filled, where, styles))
        blocks = tuple(reader.blocks(tree.children))
    problems = reader.problems()
    if problems:
        raise Stopped(sorted(dict.fromkeys(problems), key=lambda problem: problem.where.line or 0))
    return Blocks(blocks=blocks, styles=styles)


class _Reader:
    """Turns the tree of one text into blocks and keeps what is wrong with it."""

    def __init__(
        self,
        tree: SyntaxTreeNode | None,
        env: dict[str, object],
        plain: Mapping[int, Sequence[Plain | PlainTable]],
        text: tuple[Filled, Callable[[int], Where], MarkdownStyles],
    ) -> None:
        self._plain_runs = plain
        self._filled, self._where, self._styles = text
        self._lines = self._filled.text.split("\n")
        self._problems: list[Problem] = []
        self._inline = InlineReader(tree, env, self._filled.values, self._place)
        self._readers: dict[str, Callable[[SyntaxTreeNode, int], Iterator[Block]]] = {
            "plain": self._plain,
            "paragraph": self._paragraph,
            "heading": self._heading,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "table": self._table,
            "table_settings": self._settings,
            "footnote_reference": _nothing,
        }

    def problems(self) -> list[Problem]:
        """Return all that is wrong with the text, once it was read."""
        return [*self._problems, *self._inline.problems()]

    def blocks(self, nodes: Sequence[SyntaxTreeNode], depth: int = 0) -> Iterator[Block]:
        for node in nodes:
            read = self._readers.get(node.type)
            if read:
                yield from read(node, depth)
            else:
                self._problems.append(faults.not_supported(node.type, self._place(_line(node))))

    def _place(self, line: int) -> Where:
        return self._where(self._filled.lines[line])

    def plain(self, first: int) -> Iterator[Block]:
        """Yield the run of plain stanzas at the line `first`."""
        styles = (self._styles.body, *self._styles.headings)
        for one in self._plain_runs[first]:
            if isinstance(one, PlainTable):
                yield self._plain_table(one)
                continue
            inlines = self._inline.read_plain(one.lines, one.first)
            where = self._place(one.first)
            if one.sign:
                bullet = (Text(text=f"{one.sign} "), *inlines)
                yield Paragraph(style=self._styles.bullets[one.level], inlines=bullet, where=where)
            else:
                yield Paragraph(style=styles[one.level], inlines=inlines, where=where)

    def _plain(self, node: SyntaxTreeNode, _depth: int) -> Iterator[Block]:
        yield from self.plain(_line(node))

    def _paragraph(self, node: SyntaxTreeNode, _depth: int) -> Iterator[Block]:
        for number, line in enumerate(node.children[0].content.split("\n")):
            if line.startswith("|"):
                self._problems.append(faults.no_table(self._place(_line(node) + number)))
                return
            if _CROWDED_HEADING.match(line):
                self._problems.append(faults.crowded_heading(self._place(_line(node) + number)))
        yield Paragraph(
            style=self._styles.body,
            inlines=self._inline.read(node.children[0]),
            where=self._place(_line(node)),
        )

    def _heading(self, node: SyntaxTreeNode, _depth: int) -> Iterator[Block]:
        level = len(node.markup)
        inlines = self._inline.read(node.children[0])
        if level > len(self._styles.headings) or not inlines:
            self._problems.append(faults.bad_heading(level, self._place(_line(node))))
            return
        yield Paragraph(
            style=self._styles.headings[level - 1],
            inlines=inlines,
            where=self._place(_line(node)),
        )

    def _list(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        for item in node.children:
            sign = Text(text=f"{item.info}{item.markup} ")
            style = self._list_style(item, node, depth)
            where = self._place(_line(item))
            first, rest = item.children[:1], item.children[1:]
            if first and first[0].type == "paragraph":
                words = self._paragraph(first[0], depth)
                inlines = tuple(i for p in words if isinstance(p, Paragraph) for i in p.inlines)
                yield Paragraph(style=style, inlines=(sign, *inlines), where=where)
            else:
                yield Paragraph(style=style, inlines=(sign,), where=where)
                rest = item.children
            yield from self.blocks(rest, depth + 1)

    def _list_style(self, item: SyntaxTreeNode, node: SyntaxTreeNode, depth: int) -> str:
        above = node.previous_sibling
        below_dash = item.markup == "+" and above is not None and above.type == "bullet_list"
        if depth or below_dash:
            return self._styles.bullets[1]
        return self._styles.body if node.type == "ordered_list" else self._styles.bullets[0]

    def _settings(self, node: SyntaxTreeNode, _depth: int) -> Iterator[Block]:
        following = node.next_sibling
        if following is None or following.type != "table":
            self._problems.append(faults.settings_alone(self._place(_line(node))))
        yield from ()

    def _table(self, node: SyntaxTreeNode, _depth: int) -> Iterator[Block]:
        above = node.previous_sibling
        settings = _DEFAULT
        if above is not None and above.type == "table_settings":
            settings = self._table_settings(above.content, _line(above))
        rows = [self._row(row) for part in node.children for row in part.children]
        yield self._built(rows, settings)

    def _plain_table(self, table: PlainTable) -> Block:
        settings = self._table_settings(table.settings, table.first) if table.settings else _DEFAULT
        return self._built([self._plain_row(*row, table.aligns) for row in table.rows], settings)

    def _plain_row(
        self, line: int, cells: Sequence[str], aligns: Sequence[str]
    ) -> list[tables.SourceCell]:
        place = self._place(line)
        row = []
        for number, (words, align) in enumerate(zip(cells, aligns, strict=True), 1):
            inlines = () if words in _JOINED else self._inline.read_plain((words,), line)
            where = replace(place, table_cell=number)
            row.append(tables.SourceCell(raw=words, inlines=inlines, align=align, where=where))
        return row

    def _table_settings(self, written: str, line: int) -> tables.Settings:
        settings, found = tables.read_settings(chars.show(written), self._place(line))
        self._problems += found
        return settings

    def _built(self, rows: list[list[tables.SourceCell]], settings: tables.Settings) -> Block:
        table, found = tables.build(rows, settings, self._styles)
        self._problems += found
        return table

    def _row(self, row: SyntaxTreeNode) -> list[tables.SourceCell]:
        from markdown_it.rules_block.table import escapedSplit  # noqa: PLC0415  # slow to import

        place = self._place(_line(row))
        written = escapedSplit(self._lines[_line(row)].strip())
        count = len(written) - (written[:1] == [""]) - (written[-1:] == [""] and len(written) > 1)
        if count != len(row.children):
            self._problems.append(faults.row_length(count, len(row.children), place))
        cells = []
        for number, cell in enumerate(row.children, 1):
            inline = cell.children[0]
            cells.append(
                tables.SourceCell(
                    raw=inline.content,
                    inlines=() if inline.content in _JOINED else self._inline.read(inline),
                    align=str(cell.attrs.get("style", "")).removeprefix("text-align:"),
                    where=replace(place, table_cell=number),
                )
            )
        return cells


def _nothing(_node: SyntaxTreeNode, _depth: int) -> Iterator[Block]:
    """Print nothing here: footnotes are read where they are referred to."""
    yield from ()


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0
