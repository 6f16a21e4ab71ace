"""The parser of narrative text: which of Markdown's rules there are, and three of our own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from generator.word.markdown_plain import MARK
from generator.word.markdown_plain_tables import SETTINGS

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_RULES: Final = (
    "heading", "list", "table", "reference", "fence", "blockquote", "hr",
    "emphasis", "link", "image", "autolink", "entity", "escape", "newline", "balance_pairs",
)  # fmt: skip
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)


class _Markdown(MarkdownIt):
    """Leaves addresses as they are written: they are judged where they can be reported."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # the library's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # the library's name
        return True


@cache
def markdown() -> MarkdownIt:
    """Return the one parser: it holds rules, no text."""
    parser = _Markdown("zero", {"maxNesting": 100}).enable(_RULES)
    footnote_plugin(parser, move_to_end=False, always_match_refs=True)
    parser.block.ruler.before(
        "table", "table_settings", _table_settings, {"alt": ["paragraph", "reference"]}
    )
    parser.block.ruler.before("table_settings", "plain", _plain)
    parser.inline.ruler.before("autolink", "break", _line_break)
    return parser


def _plain(state: StateBlock, first: int, _last: int, _silent: bool) -> bool:
    if not state.src.startswith(MARK, state.bMarks[first]):
        return False
    state.push("plain", "", 0).map = [first, first + 1]
    state.line = first + 1
    return True


def _table_settings(state: StateBlock, first: int, _last: int, silent: bool) -> bool:
    line = state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]]
    if not SETTINGS.fullmatch(line):
        return False
    if not silent:
        token = state.push("table_settings", "", 0)
        token.content = line
        token.map = [first, first + 1]
        state.line = first + 1
    return True


def _line_break(state: StateInline, silent: bool) -> bool:
    found = _BREAK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("hardbreak", "br", 0).markup = found.group()
    state.pos = found.end()
    return True
