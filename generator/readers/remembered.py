"""Results that the workbooks of all units have in common, worked out once.

They come from one mould: the same labels and headers, the same list of sheets, the same formats.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Argument = TypeVar("_Argument", str, bytes)
_Result = TypeVar("_Result")


def remembered(
    *, most: int, longest: int
) -> Callable[[Callable[[_Argument], _Result]], Callable[[_Argument], _Result]]:
    """Return a decorator that remembers up to `most` results, as `functools.lru_cache` does.

    Those of arguments longer than `longest` are not: hostile files must not fill the memory.
    """

    def decorator(function: Callable[[_Argument], _Result]) -> Callable[[_Argument], _Result]:
        known = lru_cache(maxsize=most)(function)

        def call(argument: _Argument) -> _Result:
            return known(argument) if len(argument) <= longest else function(argument)

        return call

    return decorator
