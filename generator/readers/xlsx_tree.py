"""Mappings and lists of raw values, put together one value at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.problem import Message
from generator.raw import Raw, RawList, RawMap, RawScalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.fields import Problems
    from generator.problem import Where

MAX_DEPTH = 40


def text_at(text: str, where: Where) -> RawScalar:
    """Return a text, or a name, that stands for itself."""
    return RawScalar(where=where, text=text, value=text)


def mapping_at(values: Mapping[str, Raw], where: Where) -> RawMap:
    """Return a finished mapping whose names stand where their values do."""
    keys = {
        name: RawScalar(where=value.where, text=name, value=name) for name, value in values.items()
    }
    return RawMap(where=where, keys=keys, values=values)


class Branch(Struct, kw_only=True):
    """A mapping that is being put together, in the order in which its names come."""

    where: Where
    keys: dict[str, RawScalar] = field(default_factory=dict)
    values: dict[str, Raw | Branch] = field(default_factory=dict)

    def put(self, key: RawScalar, value: Raw | Branch, problems: Problems) -> None:
        """Add a value; a name that is already there is a problem (DL-003)."""
        if key.text in self.keys:
            problems.error("DL-003", key.where, *_twice(key, self.keys[key.text]))
            return
        self.keys[key.text] = key
        self.values[key.text] = value

    def put_at(self, path: str, where: Where, value: Raw, problems: Problems) -> None:
        """Add a value under a dotted path, making the mappings on its way.

        Notes DL-003 for a path that is there already or leads through a value, DL-008 for one of
        too many steps.
        """
        *steps, last = path.split(".")
        if len(steps) >= MAX_DEPTH:
            message = Message("Tên có quá nhiều dấu chấm.", "The name has too many dots.")
            problems.error("DL-008", where, message)
            return
        branch = self
        for step in steps:
            if step not in branch.keys:
                branch.put(text_at(step, where), Branch(where=where), problems)
            inner = branch.values[step]
            if not isinstance(inner, Branch):
                problems.error("DL-003", where, *_twice(text_at(path, where), branch.keys[step]))
                return
            branch = inner
        branch.put(text_at(last, where), value, problems)

    def done(self) -> RawMap:
        """Return the finished mapping; one whose names are all numbers is a list in their order."""
        values = {name: _done(value) for name, value in self.values.items()}
        return RawMap(where=self.where, keys=self.keys, values=values)


def _done(value: Raw | Branch) -> Raw:
    if not isinstance(value, Branch):
        return value
    if all(name.isdecimal() for name in value.keys):
        inner = sorted(value.values.items(), key=lambda item: int(item[0]))
        return RawList(where=value.where, items=tuple(_done(one) for _, one in inner))
    return value.done()


def _twice(key: RawScalar, first: RawScalar) -> tuple[Message, Message]:
    place = f"{first.where.sheet}!{first.where.cell}" if first.where.cell else first.where.sheet
    return (
        Message(f"“{key.text}” đã có ở {place}.", f"“{key.text}” already stands at {place}."),
        Message("Giữ lại một trong hai.", "Keep one of the two."),
    )
