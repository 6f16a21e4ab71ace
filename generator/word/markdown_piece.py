"""A piece of a narrative, ready to be filled in: by Jinja, or at once where its tags only name.

Most tags are `{{ ct.x }}` or `{{ vb.y.so_ngay }}`. To compile them with Jinja takes longer than all
else that is done with a text which is of one report only. So a piece with no other tags is filled
in here, in the sandbox and with the last step of Jinja's environment; wherever anything is amiss,
Jinja does the piece after all and says what it is, and where.
"""

from __future__ import annotations

import re
from copy import copy
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from jinja2 import Template
from jinja2.runtime import Undefined, new_context
from jinja2.utils import missing

from generator.problem import Where
from generator.word import markdown_chars as chars
from generator.word.markdown_notes import Notes
from generator.word.markdown_printed import print_into
from generator.word.markdown_template import compile_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import nodes
    from jinja2.runtime import Context

    from generator.word.markdown_sandbox import NarrativeEnvironment

_NAME: Final = re.compile(r"\{\{ *(?!not\b)([A-Za-z]\w*(?:\.[A-Za-z]\w*)*) *\}\}", re.ASCII)
# What Jinja could take for another tag, or read otherwise than it is written.
_OTHER: Final = re.compile(r"\{[{%#]|\{\Z|\r")


_HARD: Final = re.compile(r"\{#|\braw\b|\{[{%]-|-[%}]\}")
# A tag of a block, with what tells whether `set` has its value on the spot.
_BLOCK: Final = re.compile(r"\{%[-+]?\s*(\w+)([^%=]*=?)")
_OPENING: Final = frozenset(("for", "if", "with", "set", "filter", "macro", "call", "autoescape"))


@lru_cache(256)
def apart(source: str) -> tuple[str, ...]:
    """Return `source` in pieces that no block reaches across: few of them hold more than names.

    They are parted at blank lines. What is hard to tell from outside stays whole: comments, `raw`,
    tags that eat the blanks around them, tags over several lines.
    """
    if _only_names(source) or _HARD.search(source):
        return (source,)
    pieces: list[list[str]] = [[]]
    depth = 0
    for line in source.split("\n"):
        if line.count("{%") != line.count("%}") or line.count("{{") != line.count("}}"):
            return (source,)
        if not depth and not line.strip():
            pieces.append([])
        pieces[-1].append(line)
        for word, rest in _BLOCK.findall(line):
            depth += (word in _OPENING and not (word == "set" and "=" in rest)) - (
                word.startswith("end")
            )
    return tuple("\n".join(lines) for lines in pieces if lines)


def _only_names(source: str) -> bool:
    return not any(map(_OTHER.search, _NAME.split(source)[::2]))


class Piece:
    """A piece of a text that no tag reaches across."""

    def __init__(
        self, source: str, environment: NarrativeEnvironment, where: Callable[[int], Where]
    ) -> None:
        """Make it of Jinja's `source`, at whose end one line feed is not printed.

        Raises `Stopped` with every fault that can be seen without data (`compile_text`).
        """
        self._source, self._environment = source, environment
        parts = _NAME.split(source.removesuffix("\n"))
        self._texts = parts[::2]
        self._names = [tuple(name.split(".")) for name in parts[1::2]]
        if not _only_names(source) or chars.ILLEGAL.search(source):
            self._texts, self._names = [], []
            self.template = compile_text(source, environment, where)

    @cached_property
    def template(self) -> Template:
        """The piece as Jinja has it."""
        # -- made so late where its tags only name, which has no faults to tell the place of; to
        # keep `where` would keep the whole text of the unit that had the piece first --
        return compile_text(self._source, self._environment, lambda line: Where(line=line))

    def changed(self, change: Callable[[nodes.Template], object]) -> Piece:
        """Return the piece with its syntax tree changed; itself where its tags only name."""
        if self._texts:
            return self
        tree = self._environment.parse(self._source)
        change(tree)
        code, names = self._environment.compile(tree), self._environment.make_globals(None)
        made = copy(self)
        made.template = Template.from_code(self._environment, code, names)
        return made

    def context(self, names: Mapping[str, object]) -> Context:
        """Return what pieces that know each other's names are filled in with."""
        return new_context(
            self._environment, None, {}, dict(names), globals=self._environment.globals
        )

    def at_once(self, context: Context) -> str | None:
        """Return the text with names filled in; None where that is for Jinja to do."""
        if not self._names:
            return self._texts[0] if self._texts else None
        notes: Notes = context[Notes.KEY]
        before = notes.state()
        try:
            text = self._filled(context, notes)
        except Exception:  # whatever it is, it happens again where it can be told
            text = None
        if text is None or len(notes.found) > before[0]:
            notes.go_back(before)
            return None
        return text

    def _filled(self, context: Context, notes: Notes) -> str | None:
        filled = [self._texts[0]]
        attribute = self._environment.getattr
        for names, text in zip(self._names, self._texts[1:], strict=True):
            value = context.resolve_or_missing(names[0])
            for name in names[1:]:
                value = attribute(value, name)
            if value is missing or isinstance(value, Undefined):
                return None
            filled += (print_into(notes, value, context), text)
        return "".join(filled)
