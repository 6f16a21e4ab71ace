"""Words in the rows of forms (`ghi_chu`, `bang_loi`) with placeholders: no figure is typed twice.

    "4.3": {gia_tri: "64,57", ghi_chu: "({{ ct.tthc_muc_4 }} TTHC mức độ 3, 4)"}

They may use every name and filter of the narrative. A note cannot quote another note that is
itself filled in: there it is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.problem import Stopped
from generator.word.inline_text import InlineTexts, has_placeholders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.bieu_mau import Ref
    from generator.problem import Problem, Where
    from generator.report import Report
    from generator.word.values import Runs


class Slot(NamedTuple):
    """Which words of which row: the row's reference and the name of the field."""

    ref: Ref
    field: str


FIELDS = ("ghi_chu", "bang_loi")


def blanks(report: Report) -> dict[Slot, str | Runs]:
    """Return an empty text for all words that have placeholders, as before they are filled in."""
    return {slot: "" for slot, _, _ in _sources(report)}


def fill_in(
    report: Report,
    context: Mapping[str, object],
    *,
    filters: Mapping[str, Callable[..., object]],
    names: Mapping[str, object],
) -> dict[Slot, str | Runs]:
    """Return all words that have placeholders, filled in.

    Raises `Stopped` with every fault of all of them, each at the line of its words in the data.
    """
    sources = list(_sources(report))
    if not sources:
        return {}
    texts = InlineTexts(filters=filters, names=names)
    filled: dict[Slot, str | Runs] = {}
    problems: list[Problem] = []
    for slot, source, where in sources:
        try:
            filled[slot] = texts.fill(source, context, where)
        except Stopped as stopped:
            problems += stopped.problems
    if problems:
        raise Stopped(problems)
    return filled


def _sources(report: Report) -> Iterator[tuple[Slot, str, Where]]:
    for form in report.bieu_mau:
        for row in form.rows:
            for field in FIELDS:
                text: str = getattr(row, field)
                if text and has_placeholders(text):
                    yield Slot(row.chi_tieu.ref, field), text, row.places.get(field, row.where)
