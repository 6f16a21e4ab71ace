"""Values of a template as far as they are known without data: types, and the paths to them."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  # msgspec reads annotations
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.names.types import ANY, Record, Sort, Type, group, list_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class Value(Struct, frozen=True):
    """A value of a template: its type, and the names it is reached by (empty: worked out)."""

    type: Type
    path: str = ""


class World(Struct, frozen=True, kw_only=True):
    """What a template may name: values by their top-level names, and the records among them."""

    names: Mapping[str, Type]
    records: Mapping[str, Record]

    def inside(self, value: Type) -> Mapping[str, Type]:
        """Return the names that stand in a value, those of Python's methods aside."""
        if value.record:
            return {key: name.type for key, name in self.records[value.record].names.items()}
        return value.keys or {}


def merged(types: Iterable[Type]) -> Type:
    """Return the type of values that may be of any of `types`."""
    found: Type | None = None
    for one in types:
        found = one if found is None else _both(found, one)
    return found or ANY


def _both(one: Type, other: Type) -> Type:
    if one == other:
        return one
    if one.sort is not other.sort or one.record != other.record:
        return ANY
    if one.sort is Sort.LIST:
        return list_of(_both(one.item or ANY, other.item or ANY))
    if one.keys is None or other.keys is None:
        return group() if one.sort is Sort.GROUP else one
    keys = {**one.keys}
    for key, value in other.keys.items():
        keys[key] = _both(keys[key], value) if key in keys else value
    return group(keys, seen=one.from_data or other.from_data)
