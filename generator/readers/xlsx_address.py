"""Names of cells: letters for columns, numbers for rows, both counted from 1."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

_AREA: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})")


class Area(NamedTuple):
    """A block of cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@lru_cache(maxsize=100)
def column_number(letters: str) -> int:
    """Return the number of a column.

    >>> column_number("AB")
    28
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=100)
def column_letters(number: int) -> str:
    """Return the letters of a column.

    >>> column_letters(28)
    'AB'
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Return the name of a cell.

    >>> address(12, 28)
    'AB12'
    """
    return f"{column_letters(column)}{row}"


@lru_cache(maxsize=1000)
def area_of(text: str) -> Area | None:
    """Return the block that `A1:C3` names, None for anything else."""
    found = _AREA.fullmatch(text)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return Area(int(top), column_number(left), int(bottom), column_number(right))
