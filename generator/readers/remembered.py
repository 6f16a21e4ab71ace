"""Results that the workbooks of all units have in common, worked out once.

They come from one mould: the same labels and headers, the same list of sheets, the same formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Argument = TypeVar("_Argument", str, bytes)
_Result = TypeVar("_Result")


def remembered(
    *, most: int, longest: int
) -> Callable[[Callable[[_Argument], _Result]], Callable[[_Argument], _Result]]:
    """Return a decorator that remembers up to `most` results; with more it begins anew.

    Those of arguments longer than `longest` are not: hostile files must not fill the memory.
    """

    def decorator(function: Callable[[_Argument], _Result]) -> Callable[[_Argument], _Result]:
        # -- looking up what is known takes half the time of a call: a fourth of reading --
        return Known(function, most, longest).__getitem__

    return decorator


class Known(dict[_Argument, _Result]):
    """The results of a function by its arguments, see `remembered`."""

    def __init__(self, function: Callable[[_Argument], _Result], most: int, longest: int) -> None:
        """Begin with none."""
        super().__init__()
        self._function: Callable[[_Argument], _Result] = function
        self._most, self._longest = most, longest

    def __missing__(self, argument: _Argument) -> _Result:
        """Return the result for an argument that is not known yet."""
        result = self._function(argument)
        if len(argument) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[argument] = result
        return result
