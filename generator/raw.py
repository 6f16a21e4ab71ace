"""Raw data: what stands in a data file, every value with its place, before anything is believed.

A reader (`generator.readers`) makes this tree from bytes. Texts are NFC. Numbers are `int` or
`Decimal`, never `float`. Nothing else is guessed: `NO`, `010` or `1:30` are texts.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from generator.problem import Stopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.problem import Problem, Where

Value: TypeAlias = bool | int | Decimal | date | str | None


class RawScalar(Struct, frozen=True, kw_only=True, gc=False):
    """One value: `text` is what the user wrote, `value` what it stands for.

    `quoted` tells a text in quotes, whose `value` is always the text itself.
    """

    where: Where
    text: str
    value: Value
    quoted: bool = False

    @property
    def shown(self) -> str:
        """What the user sees: a sheet shows `12,5` and `TRUE`, though its file keeps others."""
        if self.where.sheet and isinstance(self.value, bool):
            return str(self.value).upper()
        if self.where.sheet and isinstance(self.value, Decimal):
            return self.text.replace(".", ",")
        return self.text


class RawList(Struct, frozen=True, kw_only=True, gc=False):
    """A list and the place where it begins."""

    where: Where
    items: tuple[Raw, ...]


class RawMap(Struct, frozen=True, kw_only=True, gc=False):
    """Named values in the order of the file; `keys` holds each name with its own place.

    `unread` are the parts of a whole file that nobody knows: sheets of a workbook.
    """

    where: Where
    keys: Mapping[str, RawScalar]
    values: Mapping[str, Raw]
    unread: tuple[Where, ...] = ()

    def get(self, key: str) -> Raw | None:
        """Return the value under `key`, None where there is none."""
        return self.values.get(key)

    def entries(self) -> Iterator[tuple[RawScalar, Raw]]:
        """Give each name and its value, in the order of the file."""
        for name, key in self.keys.items():
            yield key, self.values[name]


Raw: TypeAlias = RawScalar | RawList | RawMap


class PartlyReadError(Stopped):
    """Some cells or lines of a data file cannot be read: their problems, and all that could be.

    Of a cell with a problem `raw` holds the text alone, so that the next stage can look at the rest
    and leave out what it finds in those cells.
    """

    def __init__(self, problems: Iterable[Problem], raw: RawMap) -> None:
        """Stop with `problems`, which name cells of `raw`."""
        super().__init__(problems)
        self.raw = raw


def is_empty(raw: Raw | None) -> bool:
    """Tell whether nothing was written: no value at all, or an empty one."""
    return raw is None or (isinstance(raw, RawScalar) and raw.value is None)
