"""What sort of value a name stands for: enough to tell a designer, and to find a wrong use."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  # msgspec reads annotations
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from generator.problem import Message


class Sort(StrEnum):
    """The sorts of values; `ANY` is not known, and nothing is said about its use."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    FIGURE = "figure"
    RUNS = "runs"
    BLOCK = "block"
    LIST = "list"
    GROUP = "group"
    RECORD = "record"
    FUNCTION = "function"
    ANY = "any"


SAID: Mapping[Sort, Message] = MappingProxyType(
    {
        Sort.TEXT: Message("chữ", "text"),
        Sort.NUMBER: Message("số", "number"),
        Sort.DATE: Message("ngày", "date"),
        Sort.FLAG: Message("đúng/sai", "true or false"),
        Sort.FIGURE: Message("số liệu", "figure"),
        Sort.RUNS: Message("chữ có thể có chú thích", "text, perhaps with a footnote"),
        Sort.BLOCK: Message("khối (đoạn, bảng, hình)", "block (paragraphs, table, picture)"),
        Sort.LIST: Message("danh sách", "list"),
        Sort.GROUP: Message("nhóm tên", "group of names"),
        Sort.RECORD: Message("nhóm", "group"),
        Sort.FUNCTION: Message("hàm", "function"),
        Sort.ANY: Message("tùy dữ liệu", "depends on the data"),
    }
)


class Type(Struct, frozen=True, kw_only=True):
    """The type of a value.

    `item` is the type of the elements of a list, or of what stands in a group under names that are
    not known. `keys` are the names of a group, None where the data alone know them. `record` names
    an entry of `declared.RECORDS`; `gives` is what a function returns. `from_data`: the names were
    seen in sample data, other data may have others.
    """

    sort: Sort
    item: Type | None = None
    keys: Mapping[str, Type] | None = None
    record: str = ""
    gives: Type | None = None
    from_data: bool = False


class Name(Struct, frozen=True):
    """One name with its type and its meaning. `example` says what there is no sample of."""

    type: Type
    meaning: Message
    example: str = ""


class Record(Struct, frozen=True, kw_only=True):
    """A group whose names are fixed; `prints` tells whether it may stand in a tag by itself."""

    names: Mapping[str, Name]
    prints: bool


ANY = Type(sort=Sort.ANY)
TEXT = Type(sort=Sort.TEXT)
NUMBER = Type(sort=Sort.NUMBER)
DATE = Type(sort=Sort.DATE)
FLAG = Type(sort=Sort.FLAG)
RUNS = Type(sort=Sort.RUNS)
BLOCK = Type(sort=Sort.BLOCK)
FIGURE = Type(sort=Sort.FIGURE, record="so_lieu")
TEXTS = Type(sort=Sort.LIST, item=TEXT)


def a(record: str) -> Type:
    """Return the type of a record."""
    return Type(sort=Sort.RECORD, record=record)


def list_of(item: Type) -> Type:
    """Return the type of a list."""
    return Type(sort=Sort.LIST, item=item)


def group(keys: Mapping[str, Type] | None = None, item: Type = ANY, *, seen: bool = False) -> Type:
    """Return the type of a group; without `keys` any name may stand in it."""
    return Type(sort=Sort.GROUP, keys=keys, item=item, from_data=seen)


def function(gives: Type) -> Type:
    """Return the type of a function."""
    return Type(sort=Sort.FUNCTION, gives=gives)
