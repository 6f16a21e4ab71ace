"""Values that have no one way to be written: Python's own way is none for a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Final

from jinja2 import Undefined

from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: Final[tuple[tuple[type | tuple[type, ...], Message], ...]] = (
    (date | time, Message("ngày giờ chưa định dạng", "a date without a format")),
    (Mapping, Message("nhóm giá trị", "a group of values")),
    (list | tuple | set | frozenset, Message("danh sách", "a list")),
)  # type: ignore[assignment]  # isinstance takes unions, the type of a union has no name

HINT: Final = Message(
    "Dùng bộ lọc (so, so_luong, ty_le, ngay, danh_sach, …) hoặc gọi một giá trị bên trong.",
    "Use a filter (so, so_luong, ty_le, ngay, danh_sach, …) or name one value inside it.",
)


class UnprintableError(ValueError):
    """A value that was to be written as it is; `message` and `hint` say so to the user."""

    hint = HINT

    def __init__(self, kind: Message) -> None:
        """Carry what the value is."""
        self.message = sentence(kind)
        super().__init__(kind.en)


def sentence(kind: Message) -> Message:
    """Return what is told of a value of that kind."""
    return Message(
        f"Không in thẳng được giá trị loại này: {kind.vi}.",
        f"A value of this kind cannot be printed as it is: {kind.en}.",
    )


def kind_of(value: object) -> Message | None:
    """Return what kind of value this is if it has no words of its own, else None.

    Texts, numbers and None have, and objects that say how they are written. What is undefined
    raises its own error when it is written.
    """
    if value is None or isinstance(value, str | int | float | Undefined):
        return None
    for types, message in _KINDS:
        if isinstance(value, types):
            return message
    if callable(value) or type(value).__str__ is object.__str__:
        return Message("không phải chữ hay số", "neither text nor number")
    return None


def worded(value: object) -> str:
    """Return the words of `value`; raise `UnprintableError` if it has none."""
    check_words((value,))
    return str(value)


def check_words(values: Iterable[object]) -> None:
    """Raise `UnprintableError` if one of `values` has no words of its own."""
    for value in values:
        kind = kind_of(value)
        if kind is not None:
            raise UnprintableError(kind)
