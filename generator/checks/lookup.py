"""What the names of constraints stand for: figures, rows, groups, and their places."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from generator.bieu_mau import Ref
from generator.figure import Figure
from generator.period import Ky, LoaiKy
from generator.rang_buoc.tree import EACH
from generator.report import FreeLeaf

if TYPE_CHECKING:
    from generator.checks.view import View
    from generator.problem import Where
    from generator.rang_buoc import Name
    from generator.report import Free, Report, Row


class Scope(NamedTuple):
    """Where names are looked up: a report, and which entry `[*]` means (counted from 1)."""

    view: View
    entry: int = 0


def figure_of(name: Name, scope: Scope) -> Figure | None:
    """Return the figure a name stands for, None where there is none."""
    if name.root == "sl":
        return figure_at(free_of(name, scope))
    row = row_of(name, scope)
    return row.figure if row else None


def row_of(name: Name, scope: Scope) -> Row | None:
    """Return the row of a form that a name stands for; None for a free figure."""
    if name.root == "sl":
        return None
    if not name.ky:
        view = scope.view
        if name.root == "ct":
            return view.row_of(name.path[0])
        return view.rows.get(Ref(*name.path))
    report = _report(name.ky, scope.view)
    if report is None:
        return None
    if name.root == "ct":
        return report.by_concept().get(name.path[0])
    rows = (row for form in report.bieu_mau for row in form.rows)
    return next((row for row in rows if row.chi_tieu.ref == Ref(*name.path)), None)


def free_of(name: Name, scope: Scope) -> Free | None:
    """Return the free figure, group or list a name stands for."""
    report = _report(name.ky, scope.view) if name.ky else scope.view.report
    return step_into(report.so_lieu, name.path, scope.entry) if report else None


def place_of(name: Name, scope: Scope) -> Where | None:
    """Return the place of the figure that a name stands for in this report."""
    if name.ky:
        return None
    if name.root == "sl":
        group = free_of(name, scope)
        place = _first_place(group)
        if place is None or isinstance(group, FreeLeaf):
            return place
        return replace(place, path=".".join(("so_lieu", *name.path)))
    row = row_of(name, scope)
    return _stated_place(row, scope.view) if row else None


def _stated_place(row: Row, view: View) -> Where:
    """Return the place of a row; of a computed one that of the first operand stated."""
    formula = row.chi_tieu.cong_thuc
    if row.figure.computed and formula:
        return _stated_place(view.rows[formula.operands[0]], view)
    return row.where


def _first_place(group: Free | None) -> Where | None:
    while group and not isinstance(group, FreeLeaf):
        group = group[0] if isinstance(group, tuple) else next(iter(group.values()))
    return group.where if isinstance(group, FreeLeaf) else None


def step_into(group: Free | None, path: tuple[str, ...], entry: int) -> Free | None:
    """Return what lies at `path` inside a group or a list (`entry`: what `*` means), or None."""
    for step in path:
        if isinstance(group, tuple):
            number = entry if step == EACH else int(step) if step.isdecimal() else 0
            group = group[number - 1] if 1 <= number <= len(group) else None
        elif group is None or isinstance(group, FreeLeaf):
            return None
        else:  # a group; to ask whether something is a Mapping takes ten times as long
            group = group.get(step)
    return group


def figure_at(leaf: Free | None) -> Figure | None:
    """Return the figure that stands here; None for a group, a text, a date or nothing."""
    found = leaf.value if isinstance(leaf, FreeLeaf) else None
    return found if isinstance(found, Figure) else None


def _report(ky: str, view: View) -> Report | None:
    own = view.report.ky
    try:
        if ky == "truoc":
            return view.earlier(own.truoc)
        if ky == "cung_ky":
            return view.earlier(own.cung_ky)
        if ky == "nam_truoc":
            return view.earlier(Ky(nam=own.nam - 1, loai=LoaiKy.NAM))
    except ValueError:  # there is no period before the first year
        return None
    return view.earlier(_period(ky))


_period = lru_cache(64)(Ky.parse)  # of constraints, the same for all reports
