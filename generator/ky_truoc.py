"""Figures of earlier periods as templates hold them: `truoc.ct.…`, `cung_ky.sl.…`.

Nothing is read before a template asks. Where an earlier report is not there its names are, but
blank: `truoc.co` is false, `truoc.sl.x` prints as any blank figure does and is false in conditions.
So a text can fall back on what the data state themselves:

    {{ truoc.ct.ho_so if truoc.co else sl.ho_so_ky_truoc }}
    {{ truoc.sl.ho_so | hoac(sl.ho_so_ky_truoc) }}       the same, value by value; 0 is a value

A name that neither the earlier report nor this one has is unknown, as any other; only the free
figures of a report that is not there cannot be told from misspelt ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import Struct

from generator.figure import Figure, Kind, Status
from generator.formats.printed import PrintedFigure
from generator.period import Ky, LoaiKy

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.formats.base import Formatter

_BLANK = Figure(kind=Kind.TEXT, status=Status.BLANK)


class Figures(NamedTuple):
    """What can be compared of a report: indicators by concept, and the tree of free figures."""

    ct: Mapping[str, object]
    sl: Mapping[str, object]


class Khuyet(PrintedFigure, frozen=True):
    """A figure that is not there, of which every part is not there either; an empty list, too."""

    def __getattr__(self, name: str) -> Khuyet:
        """Return the same: whatever the missing report would have held here is missing."""
        # -- not what the machinery around a value asks for --
        if name.startswith("_") or name == "docx_xml":
            raise AttributeError(name)
        return self

    def __getitem__(self, _key: object) -> Khuyet:
        """Return the same, see `__getattr__`."""
        return self

    def __iter__(self) -> Iterator[Khuyet]:
        """Give nothing."""
        return iter(())

    def __len__(self) -> int:
        """Return 0."""
        return 0


class _Known(Mapping[str, object]):
    """Earlier values by name; a name that only this report has is blank."""

    __slots__ = ("_blank", "_earlier", "_own")

    def __init__(self, earlier: Mapping[str, object], own: object, blank: Khuyet) -> None:
        self._earlier = earlier
        self._own = own if isinstance(own, Mapping) else {}
        self._blank = blank

    def __getitem__(self, name: str) -> object:
        if name not in self._earlier:
            if name in self._own:
                return self._blank
            raise KeyError(name)
        value = self._earlier[name]
        if isinstance(value, Mapping):
            return _Known(value, self._own.get(name), self._blank)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._earlier)

    def __len__(self) -> int:
        return len(self._earlier)


Lookup: TypeAlias = "Callable[[Ky], Figures | None]"


class World(Struct, frozen=True, kw_only=True):
    """What figures of other periods hang on: how to find them, this report's own, how to print.

    `name_of` returns a period as templates hold it.
    """

    lookup: Lookup
    own: Figures
    formatter: Formatter
    name_of: Callable[[Ky], object]


class SoLieuKy(Struct, frozen=True):
    """The figures of one period of the same unit; `period` is None before the first year there is.

    Read when they are asked for, through `world`.
    """

    period: Ky | None
    world: World

    @property
    def co(self) -> bool:
        """Whether there is a report of that period."""
        return self._found is not None

    @property
    def ky(self) -> object:
        """The period itself: `truoc.ky.ten`."""
        return self._blank if self.period is None else self.world.name_of(self.period)

    @property
    def ct(self) -> Mapping[str, object]:
        """The indicators by concept name; blank where only this report has the concept."""
        found = self._found
        return _Known(found.ct if found else {}, self.world.own.ct, self._blank)

    @property
    def sl(self) -> Mapping[str, object] | Khuyet:
        """The free figures; blank where only this report has the name."""
        found = self._found
        return _Known(found.sl, self.world.own.sl, self._blank) if found else self._blank

    @property
    def quy(self) -> dict[int, SoLieuKy]:
        """The four quarters of that period's year: `nam_truoc.quy[1]`."""
        return {
            so: SoLieuKy(
                Ky(nam=self.period.nam, loai=LoaiKy.QUY, so=so) if self.period else None, self.world
            )
            for so in range(1, 5)
        }

    @property
    def _found(self) -> Figures | None:
        return None if self.period is None else self.world.lookup(self.period)

    @property
    def _blank(self) -> Khuyet:
        return Khuyet(so_lieu_goc=_BLANK, formatter=self.world.formatter)


def earlier_figures(period: Ky, world: World) -> dict[str, SoLieuKy]:
    """Return the names for other periods: `truoc`, `cung_ky`, `nam_truoc`, `nam_nay`."""
    year = Ky(nam=period.nam, loai=LoaiKy.NAM)
    return {
        "truoc": SoLieuKy(_or_none(lambda: period.truoc), world),
        "cung_ky": SoLieuKy(_or_none(lambda: period.cung_ky), world),
        "nam_truoc": SoLieuKy(_or_none(lambda: year.truoc), world),
        "nam_nay": SoLieuKy(year, world),
    }


def _or_none(which: Callable[[], Ky]) -> Ky | None:
    try:
        return which()
    except ValueError:  # there is no period before the first year
        return None
