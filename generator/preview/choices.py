"""What of the data decides a condition: where it stands in a data file, and values to try there."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from generator.names.declared import RECORDS
from generator.names.sources import FROM_DATA, FROM_EARLIER
from generator.preview.depends import ELEMENT, UNKNOWN
from generator.preview.sample import Sample
from generator.preview.values import BODIES, is_figure, leaf_choices, row_choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.bieu_mau import BoBieuMau
    from generator.preview.depends import Chain, Depends
    from generator.preview.values import Tree

# A place in the data file; `EARLIER` before it: in those of other periods; alone: whether they are.
Path: TypeAlias = tuple[str, ...]
# What sample data have at some places instead of their own.
Picks: TypeAlias = "Mapping[Path, Tree]"

EARLIER: Final = "kỳ khác"
ABSENT: Final = "không có"
_NOTE: Final = "ghi_chu"


class Choice(Struct, frozen=True, kw_only=True):
    """A place in the data and the values that a condition may tell apart there."""

    path: Path
    values: tuple[Tree, ...]


class Choices:
    """Finds the choices that conditions leave, in data such as `tree` with the forms `forms`."""

    def __init__(self, tree: dict[str, Tree], forms: BoBieuMau | None) -> None:
        """See the class."""
        self._tree = tree
        self._rows = {
            row.khai_niem: (form.so, row)
            for form in (forms.bieu_mau if forms else ())
            for row in form.chi_tieu
            if not row.is_heading
        }

    def of(self, depends: Depends) -> tuple[Choice, ...]:
        """Return what may be chosen, in a fixed order."""
        found: dict[Path, Choice] = {}
        for chain in sorted(depends.chains):
            choice = self._choice(chain, depends)
            if choice is not None:
                found.setdefault(choice.path, choice)
        return tuple(found.values())

    def _choice(self, chain: Chain, depends: Depends) -> Choice | None:
        root, *rest = chain
        if root not in FROM_EARLIER:
            return self._own(chain, depends)
        names = [name for name in rest if name not in {"quy", ELEMENT, UNKNOWN}]
        if names in ([], ["co"]):
            return Choice(path=(EARLIER,), values=(True, False))
        own = self._own(tuple(names), depends)
        return replace(own, path=(EARLIER, *own.path)) if own else None

    def _own(self, chain: Chain, depends: Depends) -> Choice | None:
        key = FROM_DATA.get(chain[0], "")
        if key == "bieu_mau":
            return self._of_row(chain[1:], depends.numbers)
        if key == "so_lieu_minh_hoa":
            return Choice(path=(key,), values=(True, False))
        if key in {"so_lieu", "van_ban"}:
            return self._free(key, chain, depends)
        return None  # samples themselves go to both ends of what else there is

    def _of_row(self, names: Chain, numbers: frozenset[int]) -> Choice | None:
        if not names or names[0] not in self._rows:
            return None
        form, row = self._rows[names[0]]
        path = "bieu_mau", form, row.ma
        if _NOTE in names:
            return Choice(path=(*path, _NOTE), values=(BODIES[2], ABSENT))
        return Choice(path=path, values=row_choices(row, numbers))

    def _free(self, key: str, chain: Chain, depends: Depends) -> Choice | None:
        path, value = self._down(key, chain[1:])
        optional = any(chain[: len(path)] == one[: len(path)] for one in depends.optional)
        if len(path) == 1 or value is None:
            return None
        values: tuple[Tree, ...] = (value,)
        if isinstance(value, list):
            full = value * 2 if len(value) == 1 else value or list(BODIES)
            values = (full, [], full[:1], full[:2])
        elif not isinstance(value, dict):
            values = leaf_choices(value, depends.numbers)
        elif path[-1] != ELEMENT and chain[len(path) :] == ():
            first = next(iter(value), "")
            values = (value, _zeroed(value), {}, {first: value[first]} if first else {})
        return Choice(path=path, values=(*values, ABSENT) if optional else values)

    def _down(self, key: str, names: Chain) -> tuple[Path, Tree]:
        """Return how far the data go along a chain, and what is there."""
        path: Path = (key,)
        value = self._tree.get(key)
        for name in names:
            if isinstance(value, list) and name == ELEMENT and value:
                value = value[0]
            elif isinstance(value, dict) and name in value:
                value = value[name]
            else:
                break
            path = (*path, name)
        return path, value


def _zeroed(tree: Tree) -> Tree:
    """Return the same group with 0 for every figure."""
    if isinstance(tree, dict):
        return {name: _zeroed(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_zeroed(value) for value in tree]
    return 0 if is_figure(tree) else tree


def with_picks(sample: Sample, picks: Picks) -> Sample:
    """Return sample data with `picks` in place."""
    tree, earlier = deepcopy(sample.tree), deepcopy(sample.earlier)
    for path, value in sorted(picks.items(), key=lambda pick: len(pick[0])):
        if path == (EARLIER,):
            earlier = earlier if value else None
        elif path[0] != EARLIER:
            _put(tree, path, value)
        elif earlier is not None:
            _put(earlier, path[1:], value)
    return Sample(tree=tree, earlier=earlier)


def _put(tree: dict[str, Tree], path: Path, value: Tree) -> None:
    inside: Tree = tree
    for name in path[:-1]:
        inside = _step(inside, name)
    last = path[-1]
    if isinstance(inside, list) and inside:
        inside[0] = value  # the first one alone, so that it differs from the others
    elif isinstance(inside, dict) and value == ABSENT:
        inside.pop(last, None)
    elif isinstance(inside, dict):
        own = inside.get(last)
        if isinstance(own, dict) and "gia_tri" in own and path[0] == "bieu_mau":
            own["gia_tri"] = value
        else:
            inside[last] = deepcopy(value)


def _step(inside: Tree, name: str) -> Tree:
    if isinstance(inside, list):
        if inside:
            inside[0] = deepcopy(inside[0])  # the others may be the same one
        return inside[0] if inside else None
    if not isinstance(inside, dict):
        return None
    if name in inside and not isinstance(inside[name], dict | list):
        inside[name] = {"gia_tri": inside[name]}  # a form row that gets a note
    return inside.get(name)


def without(tree: dict[str, Tree], chains: Iterable[Chain]) -> None:
    """Take out of `tree` what a template can do without."""
    for chain in sorted(chains):
        key = FROM_DATA.get(chain[0], "")
        if key in {"so_lieu", "van_ban"} and len(chain) > 1:
            _put(tree, (key, *chain[1:]), ABSENT)


def with_missing(tree: dict[str, Tree], chains: Iterable[Chain]) -> None:
    """Put into `tree` what a template names and the data lack: documents, groups and figures."""
    for chain in sorted(chains, key=lambda chain: (-len(chain), chain)):
        key = FROM_DATA.get(chain[0], "")
        if key == "van_ban" and len(chain) > 1:
            documents = tree.setdefault(key, {})
            if isinstance(documents, dict):
                documents.setdefault(chain[1], _document(len(documents)))
        elif key == "so_lieu" and len(chain) > 1:
            _grow(tree, (key, *chain[1:]))


def _document(number: int) -> Tree:
    """Return a document that is cited; no two have one number."""
    return {
        "loai": "Kế hoạch",
        "so": f"{1200 + number}/KH-UBND",
        "ngay": "2021-12-28",
        "co_quan": "Ủy ban nhân dân tỉnh",
        "trich_yeu": "cải cách hành chính nhà nước",
    }


def _grow(tree: dict[str, Tree], path: Path) -> None:
    """Make a place for `path` where there is none: groups, lists of one, at its end a figure."""
    inside: Tree = tree
    for name, after in zip(path, (*path[1:], ""), strict=True):
        fresh: Tree = {}
        if after in {"", *RECORDS["so_lieu"].names}:
            fresh = BODIES[0] if name == ELEMENT else 1
        elif after == ELEMENT:
            fresh = []
        if name == ELEMENT and isinstance(inside, list):
            if not inside:
                inside.append(fresh)
            inside = inside[0]
        elif isinstance(inside, dict) and name not in {ELEMENT, UNKNOWN}:
            inside = inside.setdefault(name, fresh)
        else:
            return
