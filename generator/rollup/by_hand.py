"""What a person may write into a rolled-up file and keep: open rows, figures and keys added to it.

They are kept line by line, so that comments beside them stay, too. Which rows were open when the
file was written it says itself, in one comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.figure import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.rollup.adding import Totals

OPEN = "# Dòng để tự ghi (máy dùng để giữ số ghi tay): "
_OURS = ("so_lieu", "so_lieu_minh_hoa", "bieu_mau")
_TABLE = "tong_hop"
_DEEPEST = 3  # a row of a form: `bieu_mau`, the form, the row
# -- a row with a formula is a comment until a person writes a number into it --
_NAME = re.compile(r'(?P<indent> *)(?:# (?="))?(?P<quote>["\']?)(?P<name>[\w.-]+)(?P=quote):')
_BEFORE_COMMENT = re.compile(r'(?:"[^"]*"|\'[^\']*\'|[^"\'#]|(?<! )#)*')


_Name: TypeAlias = tuple[str, ...]


class Kept(NamedTuple):
    """The lines of a new file with what a person wrote, and the rows where that has no place."""

    lines: list[str]
    lost: tuple[str, ...]


def open_line(totals: Totals) -> str:
    """Return the comment that names the rows to which the units gave no value: `4:1.1, 7:2`."""
    blank = (str(ref) for ref, one in totals.by_ref.items() if one.figure.status is Status.BLANK)
    return OPEN + ", ".join(blank)


def without(lines: list[str]) -> list[str]:
    """Return the lines of a file, without its head, that are not a person's to write.

    Empty lines are nobody's.
    """
    theirs = {n for place in _theirs(lines).values() for n in range(place.start, place.stop)}
    return [line for n, line in enumerate(lines) if line.strip() and n not in theirs]


def keep(old: list[str], new: list[str]) -> Kept:
    """Return the file `new` with what a person wrote into `old`, an earlier one; both without head.

    Where the units have given a value by now, another than the one that was written, the row is
    named among the lost ones, and `new` has the value of the units.
    """
    places, still_open = _entries(new), _theirs(new)
    instead: dict[int, tuple[int, list[str]]] = {}  # where lines begin -> where they end, and what
    groups: list[str] = []
    keys: list[str] = []
    lost: list[str] = []
    for name, place in _theirs(old).items():
        written = old[place]
        if name[0] not in _OURS:
            keys += ["", *written]
        elif name[0] == "so_lieu":
            groups += written
        elif value := _value(written):
            if name in still_open:
                at = still_open[name]
                instead[at.start] = at.stop, written
            elif name not in places or value != _value(new[places[name]]):
                lost.append(":".join(name[1:]))
    behind_table = places["so_lieu",].stop
    instead[behind_table] = behind_table, groups
    lines: list[str] = []
    at_line = 0
    for start in sorted(instead):
        stop, written = instead[start]
        lines += [*new[at_line:start], *written]
        at_line = stop
    return Kept([*lines, *new[at_line:], *keys], tuple(lost))


def _theirs(lines: list[str]) -> dict[_Name, slice]:
    """Return the entries that are a person's to write, by name from the top."""
    listed = next((line for line in lines if line.startswith(OPEN)), OPEN)
    rows = {("bieu_mau", *ref.split(":", 1)) for ref in listed.removeprefix(OPEN).split(", ")}
    return {name: at for name, at in _entries(lines).items() if name in rows or _is_added(name)}


def _is_added(name: _Name) -> bool:
    """Tell whether an entry is a key, or a group of `so_lieu`, that no roll-up writes."""
    if len(name) == 1:
        return name[0] not in _OURS
    return len(name) == 2 and name[0] == "so_lieu" and name[1] != _TABLE


def _entries(lines: list[str]) -> dict[_Name, slice]:
    """Return where each entry stands with all that hangs on it, down to the rows of forms."""
    found: dict[_Name, slice] = {}
    path: _Name = ()
    for number, line in enumerate(lines):
        named = _NAME.match(line)
        depth, odd = divmod(len(named["indent"]), 2) if named else (0, 1)
        if named is None or odd or depth > len(path) or depth >= _DEEPEST:
            continue
        path = (*path[:depth], named["name"])
        found[path] = slice(number, _end(lines, number, 2 * depth))
    return found


def _end(lines: list[str], start: int, indent: int) -> int:
    """Return the line behind an entry: what belongs to it stands deeper, or is its list."""
    end = start + 1
    for number in range(end, len(lines)):
        bare = lines[number].lstrip(" ")
        deeper = len(lines[number]) - len(bare) - indent
        if bare and (deeper < 0 or (deeper == 0 and not bare.startswith("- "))):
            break
        if bare:
            end = number + 1
    return end


def _value(lines: Iterable[str]) -> str:
    """Return what stands in a row, without its comment; "" for none yet."""
    first, *more = lines
    named = _NAME.match(first)
    if named is None or first.lstrip(" ").startswith("#"):
        return ""
    found = _BEFORE_COMMENT.match(first, named.end())
    value = "\n".join([found[0].strip() if found else "", *more]).strip()
    return "" if value == Status.BLANK else value
