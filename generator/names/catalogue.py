"""The names of templates one by one: how to write each, what it means, what it prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from generator.names.declared import ADDED, FUNCTIONS, TOP
from generator.names.types import ANY, Sort, Type, a
from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.formats.base import Formatter
    from generator.names.world import World

_SEGMENT: Final = re.compile(r"([^.\[\]]+)|(\[\])")
# -- what designers call the elements of lists --
_ELEMENTS: Final = {"bieu_mau": "bm", "dong": "dong", "noi_nhan": "noi", "kinh_gui": "noi"}
_OF_DATA: Final = {
    "ct": Message("chỉ tiêu của biểu mẫu", "indicator of the forms"),
    "vb": Message("văn bản viện dẫn", "document cited"),
    "sl": Message("số liệu ở mục so_lieu của dữ liệu", "free figure of the data"),
}
# -- what stands in these is told once, at the name they belong to --
_TOLD_ONCE: Final = frozenset({"truoc", "sau", "cung_ky", "cha", "ky"})


class Entry(Struct, frozen=True, kw_only=True):
    """One name: its path (`bieu_mau[].dong[].stt`), the tag that prints it, and an example.

    `value` is that of the sample data, `prints` what the tag makes of it; both are empty where the
    sample has none.
    """

    path: str
    tag: str
    type: Type
    meaning: Message
    value: str = ""
    prints: str = ""


class Catalogue:
    """The names that a template may use, with examples out of sample data."""

    def __init__(
        self,
        world: World,
        formatter: Formatter,
        sample: Mapping[str, object],
        labels: Mapping[str, str],
    ) -> None:
        """Tell the names of `world`; `labels` are the indicators' by their concept names."""
        self._world, self._formatter = world, formatter
        self._sample, self._labels = sample, labels

    def entries(self) -> Iterator[Entry]:
        """Give all names, nested ones behind those they stand in."""
        for name, type_ in self._world.names.items():
            yield from self._under(name, type_, ())
        for name in self._world.records["loop"].names:
            yield self.entry(f"loop.{name}")

    def _under(self, path: str, type_: Type, records: tuple[str, ...]) -> Iterator[Entry]:
        yield self.entry(path)
        around = records and path.rpartition(".")[2] in _TOLD_ONCE
        if type_.sort is Sort.LIST and type_.item is not None:
            path, type_ = f"{path}[]", type_.item
        if type_.record not in records and not around:
            yield from self._inside(path, type_, records)

    def _inside(self, path: str, type_: Type, records: tuple[str, ...]) -> Iterator[Entry]:
        if type_.sort is Sort.FIGURE:
            return
        around = (*records, type_.record) if type_.record else records
        for number, (name, inner) in enumerate(self._world.inside(type_).items()):
            of_other_period = type_.record == "so_lieu_ky" and name in {"ct", "sl"}
            if of_other_period or (path == "vb" and number > 0):  # told at the first document
                yield self.entry(f"{path}.{name}")
            else:
                yield from self._under(f"{path}.{name}", inner, around)
        if path == "ct":
            yield from self._parts(tuple(self._world.inside(type_))[:1])

    def _parts(self, concepts: tuple[str, ...]) -> Iterator[Entry]:
        """Give what every figure has, told at the first one."""
        for concept in concepts:
            for name in self._world.records["so_lieu"].names:
                yield self.entry(f"ct.{concept}.{name}")

    def entry(self, path: str) -> Entry:
        """Return what there is to say of a path."""
        type_, meaning = self._look_up(path)
        value = self._value(path)
        tag = self._tag(path, type_)
        return Entry(
            path=path,
            tag=tag,
            type=type_,
            meaning=meaning,
            value=self._shown(value, raw=True),
            prints=self._shown(value, raw=False) if tag.startswith("{{") else "",
        )

    def _look_up(self, path: str) -> tuple[Type, Message]:
        first, *others = _segments(path)
        found = TOP.get(first) or ADDED.get(first) or FUNCTIONS.get(first)
        type_ = a("loop") if first == "loop" else self._world.names.get(first, ANY)
        meaning = found.meaning if found else Message("", "")
        for name in others:
            if name == "[]":
                type_ = type_.item or ANY
                continue
            record = self._world.records.get(type_.record)
            if record is not None and name in record.names:
                meaning = record.names[name].meaning
            elif first in _OF_DATA:
                label = self._labels.get(name, "")
                meaning = Message(label, label) if label else _OF_DATA[first]
            type_ = self._world.inside(type_).get(name, type_.item or ANY)
        return type_, meaning

    def _value(self, path: str) -> Any:
        value: Any = self._sample
        for name in _segments(path):
            if name == "[]":
                value = next(iter(value), None) if isinstance(value, tuple | list) else None
            elif isinstance(value, Mapping):
                value = value.get(name)
            else:
                value = getattr(value, name, None)
            if value is None:
                return None
        return value

    def _shown(self, value: Any, *, raw: bool) -> str:
        if isinstance(value, date):
            return value.isoformat() if raw else self._formatter.short_date(value)
        if isinstance(value, bool):
            return "đúng" if value else "sai"
        if isinstance(value, tuple | list):
            return f"{len(value)} phần tử"
        if raw and hasattr(value, "gia_tri"):
            value = value if value.gia_tri is None else value.gia_tri
        return " ".join(str(value).split()) if _prints(value) else ""

    def _tag(self, path: str, type_: Type) -> str:
        """Return how a designer writes the name."""
        name = written(path)
        declared = ADDED.get(path) or FUNCTIONS.get(path)
        if declared is not None and declared.example:
            return declared.example
        if type_.sort is Sort.LIST:
            return f"{{%p for {_element(path)} in {name} %}} … {{%p endfor %}}"
        record = self._world.records.get(type_.record)
        if type_.sort is Sort.RECORD and record is not None and not record.prints:
            return f"{name}.…"
        tags = {
            Sort.FLAG: f"{{% if {name} %}} … {{% endif %}}",
            Sort.DATE: f"{{{{ {name} | ngay }}}}",
            Sort.RUNS: f"{{{{r {name} }}}}",
            Sort.BLOCK: f"{{{{p {name} }}}}",
            Sort.GROUP: f"{name}.…",
        }
        return tags.get(type_.sort, f"{{{{ {name} }}}}")


def _prints(value: Any) -> bool:
    """Tell whether a value has words of its own: what msgspec makes of a group is none."""
    if isinstance(value, Struct):
        return "__str__" in vars(type(value))
    return isinstance(value, str | int | Decimal)


def _segments(path: str) -> list[str]:
    return [found.group() for found in _SEGMENT.finditer(path)]


def written(path: str) -> str:
    """Return a path as it is written inside its loops: `dong.stt` for `bieu_mau[].dong[].stt`."""
    before, sign, rest = path.rpartition("[]")
    return f"{_element(before)}{rest}" if sign else path


def _element(path: str) -> str:
    return _ELEMENTS.get(_segments(path)[-1], "muc")
