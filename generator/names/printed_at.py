"""Where each free figure of a data file is printed: the section, and the words around it.

    danh_gia_cchc.cap_so.xuat_sac   I.2: “Cấp sở: có […] đơn vị xếp loại xuất sắc, …”

Names are those of `so_lieu` with dots, entries of lists by number (`kiem_tra.xa.1`). Texts are what
will be printed: Markdown with tags (`word_text` makes it of a Word template).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from generator.de_cuong import SourceText
from generator.de_cuong.muc import read_outline, sections
from generator.names.around import Words
from generator.names.known import world_of
from generator.names.reading import read
from generator.names.tags import Piece
from generator.new.start import NOT_USED
from generator.problem import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.de_cuong.muc import Node
    from generator.word.tags import Found

MOST: Final = 90
_ROOT: Final = "sl"
_NO_WORDS: Final = "bảng, biểu đồ"
_MOST_SECTIONS: Final = 3
_TITLE: Final = 24  # letters of a heading without a number


def printed_at(names: Iterable[str], texts: Sequence[str]) -> dict[str, str]:
    """Return for every name where `texts` print it, in at most `MOST` letters.

    `NOT_USED` for a name that no text uses; empty where that cannot be told (the text takes its
    whole group and what it does with it is not seen), and for all names without a text.
    """
    pages = [_Page(text) for text in texts]
    return {name: _first([page.of(name) for page in pages]) for name in names}


def _first(found: Sequence[str | None]) -> str:
    """Return the first place, else that it is not known, else that there is none."""
    if not found:
        return ""
    place = next((one for one in found if one), None)
    return place or (NOT_USED if all(one is None for one in found) else "")


class _Page:
    """One text: which paths below `sl` each tag uses, and what stands around it."""

    def __init__(self, text: str) -> None:
        text = unicodedata.normalize("NFC", text)
        self._words = Words.of(text)
        self._tags = self._words.tags
        self._uses = self._read()
        outline, _ = read_outline(SourceText(name="", text=text))
        self._sections = list(_sections(outline.nodes, ()))

    def _read(self) -> Mapping[int, set[str]]:
        """Return the paths of each tag, without those that only lead to a longer one."""
        pieces = [
            Piece(kind=tag.kind, code=tag.code, prefix=tag.prefix, where=Where(line=number))
            for number, tag in enumerate(self._tags)
        ]
        found: dict[int, set[str]] = {}
        for use in read(pieces, world_of(), narrative=True).uses:
            if use.path.partition(".")[0] == _ROOT:
                found.setdefault(use.where.line or 0, set()).add(use.path)
        return {
            number: {one for one in paths if not any(_below(other, one) for other in paths)}
            for number, paths in found.items()
        }

    def of(self, name: str) -> str | None:
        """Return where a name is printed; empty where that is not known, None for nowhere."""
        steps = ("[]" if step.isdigit() else f".{step}" for step in name.split("."))
        path = _ROOT + "".join(steps)
        own = self._using(lambda used: used == path or _below(used, path))
        if own:
            return self._shown(own)
        is_known = True
        while (path := _parent(path)) != _ROOT:
            of_group = self._using(lambda used, path=path: used == path)  # type: ignore[misc]
            printed = [tag for tag in of_group if tag.kind == "{{"]
            deeper = self._using(lambda used, path=path: _below(used, path))  # type: ignore[misc]
            if printed or (of_group and not deeper):
                return self._shown(printed or of_group)
            is_known = is_known and not of_group
        return None if is_known and not self._using(lambda used: used == _ROOT) else ""

    def _using(self, fits: Callable[[str], bool]) -> list[Found]:
        return [self._tags[n] for n, paths in sorted(self._uses.items()) if any(map(fits, paths))]

    def _section(self, tag: Found) -> str:
        line = self._words.text.count("\n", 0, tag.start) + 1
        before = bisect_right(self._sections, line, key=lambda one: one[0])
        return self._sections[before - 1][1] if before else ""

    def _is_less_its_own(self, tag: Found) -> tuple[int, bool]:
        """Return how many figures a tag prints something of, and whether only how many."""
        return len(self._uses[self._tags.index(tag)]), "length" in tag.code

    def _shown(self, tags: Sequence[Found]) -> str:
        printed = [tag for tag in tags if tag.kind == "{{"]
        first = min(printed, key=self._is_less_its_own) if printed else tags[0]
        every = [self._section(tag) for tag in (first, *(printed or tags))]
        names = [one for one in dict.fromkeys(every) if one][:_MOST_SECTIONS]
        lead = f"{', '.join(names)}: " if names else ""
        room = MOST - len(lead) - len("“”")
        words = self._words.around(first, room) if printed else self._words.after(first, room)
        return f"{lead}“{words}”" if words else f"{lead}{_NO_WORDS}"


def _sections(nodes: Iterable[Node], above: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Give the line that each section begins on, and what it is called from outside: `II.2.a`."""
    for section in sections(nodes):
        number = section.key if section.number else section.title[:_TITLE].strip()
        names = (*(one for one in above if not number.startswith(f"{one}.")), number)
        yield section.heading.where.line or 0, ".".join(names)
        yield from _sections(section.children, names)


def _below(path: str, group: str) -> bool:
    return path.startswith((f"{group}.", f"{group}[]"))


def _parent(path: str) -> str:
    """Return what a path stands in: `sl.a` for `sl.a[]`, `sl` for `sl.a`."""
    return path.removesuffix("[]") if path.endswith("[]") else path.rpartition(".")[0]
