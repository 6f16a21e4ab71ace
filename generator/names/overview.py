"""What templates use, what they could use, and what they use that there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.names.catalogue import Entry  # noqa: TC001  # msgspec reads annotations
from generator.names.filters import FILTERS
from generator.problem import Where  # noqa: TC001  # msgspec reads annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.names.catalogue import Catalogue
    from generator.names.reading import Reading, Use


class Used(Struct, frozen=True, kw_only=True):
    """A name that templates use, and where."""

    entry: Entry
    places: tuple[Where, ...]


class Overview(Struct, frozen=True, kw_only=True):
    """The three groups, and the filters that are used."""

    used: tuple[Used, ...]
    available: tuple[Entry, ...]
    missing: tuple[Used, ...]
    filters: tuple[str, ...]


def overview(catalogue: Catalogue, readings: Iterable[Reading]) -> Overview:
    """Return the names of a catalogue, as the texts that were read use them."""
    found = list(readings)
    places: dict[tuple[str, bool], list[Where]] = {}
    for use in (use for reading in found for use in _whole(reading.uses)):
        places.setdefault((use.path, use.exists), []).append(use.where)
    names = {name for reading in found for name, _ in reading.filters}
    return Overview(
        used=tuple(_sorted(catalogue, places, exists=True)),
        available=tuple(catalogue.entries()),
        missing=tuple(_sorted(catalogue, places, exists=False)),
        filters=tuple(name for name in FILTERS if name in names),
    )


def _sorted(
    catalogue: Catalogue, places: dict[tuple[str, bool], list[Where]], *, exists: bool
) -> Iterator[Used]:
    for path, there in sorted(places):
        if there is exists:
            yield Used(entry=catalogue.entry(path), places=tuple(places[path, there]))


def _whole(uses: tuple[Use, ...]) -> Iterator[Use]:
    """Leave out what is only on the way to a longer name in the same tag."""
    together: dict[Where, list[Use]] = {}
    for use in uses:
        together.setdefault(use.where, []).append(use)
    for group in together.values():
        for use in group:
            longer = (f"{use.path}.", f"{use.path}[]")
            if not any(other.path.startswith(longer) for other in group):
                yield use
