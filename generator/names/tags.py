"""One tag of a template by itself: its syntax tree, whatever stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError
from msgspec import Struct

from generator.problem import Where  # noqa: TC001  # msgspec reads annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BLOCKS: Final = frozenset({"for", "if", "macro", "call", "filter", "block", "with"})
_PARSER: Final = Environment(autoescape=True)
_LOOP: Final = re.compile(r"\s*for\s+(.+?)\s+in\b")


class Piece(Struct, frozen=True, kw_only=True):
    """One tag: `{{` or `{%`, its code, its prefix, and where it stands.

    `own` tags were written by the designer; others stand for part of one.
    """

    kind: str
    code: str
    where: Where
    prefix: str = ""
    own: bool = True

    @property
    def keyword(self) -> str:
        """The first word of a statement, empty for the other kind."""
        found = re.match(r"\s*([^\W\d]\w*)", self.code) if self.kind == "{%" else None
        return found.group(1) if found else ""


def outside_raw(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the tags that act: not those between `raw` and `endraw`, nor comments."""
    raw = False
    for piece in pieces:
        if piece.keyword in {"raw", "endraw"}:
            raw = piece.keyword == "raw"
        elif not raw and piece.kind != "{#":
            yield piece


def parsed(piece: Piece) -> nodes.Template | None:
    """Return the tree of a tag by itself, None for one that says nothing or cannot be read."""
    word = piece.keyword
    code = piece.code
    if word == "else" or (piece.kind == "{{" and not code.strip()):
        return None
    if word == "elif":
        code, word = re.sub(r"elif", "if", code, count=1), "if"
    closer = "}}" if piece.kind == "{{" else "%}"
    ends = ["", f"{{% end{word} %}}"] if word == "set" else [f"{{% end{word} %}}"]
    for end in ends if word in {*BLOCKS, "set"} else [""]:
        try:
            return _PARSER.parse(f"{piece.kind} {code} {closer}{end}")
        except TemplateSyntaxError:
            continue
    return None


def names_of_faulty_loop(code: str) -> list[str]:
    """Return the names that a `for` whose rest cannot be read brings into scope."""
    found = _LOOP.match(code)
    return ["loop", *re.findall(r"[^\W\d]\w*", found.group(1))] if found else ["loop"]
