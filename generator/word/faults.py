"""The problems of templates and of rendering, each made in one place. Codes: MA-001 to MA-048."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message, Problem, Where
from generator.suggest import those_like

if TYPE_CHECKING:
    from collections.abc import Iterable


class RefusedError(Exception):
    """A file that is not safe or not possible to work with; becomes a problem at the door."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem to report."""
        self.problem = problem
        super().__init__(problem.message.en)


def fault(code: str, vi: str, en: str, **more: object) -> Problem:
    """Return a problem; `where` and `hint` (a pair vi, en) may be given."""
    where = more.get("where") or Where()
    hint = more.get("hint")
    assert isinstance(where, Where)  # narrows the type for the reader and for mypy
    return Problem(
        code=code,
        message=Message(vi, en),
        where=where,
        hint=Message(*hint) if isinstance(hint, tuple) else None,
    )


def did_you_mean(name: str, known: Iterable[str]) -> tuple[str, str] | None:
    """Return the hint that names the known words nearest to `name`, if any is near."""
    near = those_like(name, sorted({word for word in known if word}), most=2)
    if not near:
        return None
    return (
        "Ý bạn là " + " hay ".join(f"“{word}”" for word in near) + "?",
        "Did you mean " + " or ".join(f"“{word}”" for word in near) + "?",
    )
