"""Names that a call of `bieu_do` gives as texts: `nhan="ten"`, `gia_tri={"Được giao": "so"}`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jinja2 import nodes

from generator.names.types import SAID, Sort
from generator.problem import Message, Problem, Severity
from generator.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.names.types import Type
    from generator.problem import Where

NAME = "bieu_do"
_NEEDED = ("nhan", "gia_tri")


def wrong_in(call: nodes.Call, given: Type) -> Iterator[Callable[[Where], Problem]]:
    """Yield what makes the problems of a chart that is drawn of a value of the type `given`."""
    named = {pair.key: pair.value for pair in call.kwargs}
    lacking = [name for name in _NEEDED if name not in named]
    if lacking and call.dyn_kwargs is None:
        yield partial(_lacks, lacking)
    if given.sort not in (Sort.LIST, Sort.ANY):
        yield partial(_no_list, given)
    item = given.item if given.sort is Sort.LIST else None
    if item is None or item.keys is None:
        return
    keys = item.keys
    for name in _texts([named[one] for one in _NEEDED if one in named]):
        if name not in keys:
            yield partial(_unknown, name, keys)


def _texts(values: list[nodes.Expr]) -> Iterator[str]:
    for value in values:
        inside = [pair.value for pair in value.items] if isinstance(value, nodes.Dict) else [value]
        yield from (
            one.value
            for one in inside
            if isinstance(one, nodes.Const) and isinstance(one.value, str)
        )


def _no_list(given: Type, where: Where) -> Problem:
    return Problem(
        code="MA-065",
        message=Message(
            f"Biểu đồ vẽ từ một danh sách, ở đây lại là {SAID[given.sort].vi}.",
            f"A chart is drawn of a list, this is {SAID[given.sort].en}.",
        ),
        where=where,
    )


def _unknown(name: str, known: Iterable[str], where: Where) -> Problem:
    return Problem(
        code="MA-063",
        message=Message(
            f"Danh sách của biểu đồ không có “{name}”.", f"The list of the chart has no “{name}”."
        ),
        where=where,
        hint=did_you_mean(name, known),
        severity=Severity.WARNING,
    )


def _lacks(names: Iterable[str], where: Where) -> Problem:
    listed = ", ".join(f"{name}=" for name in names)
    return Problem(
        code="MA-067",
        message=Message(f"Biểu đồ còn thiếu {listed}.", f"The chart lacks {listed}."),
        where=where,
        hint=Message(
            'Viết như {{p bieu_do(sl.ds, nhan="ten", gia_tri={"Số người": "so_nguoi"}) }}.',
            'Write as in {{p bieu_do(sl.ds, nhan="ten", gia_tri={"People": "so_nguoi"}) }}.',
        ),
    )
