"""How much one rendering may do. No clock is asked: the same template ends at the same place."""

from __future__ import annotations

from collections.abc import Sized
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_STEPS: Final = 2_000_000
MAX_NESTED: Final = 100_000_000
MAX_BYTES: Final = 384 * 2**20
MAX_TEXT: Final = 20_000_000
MAX_TEXTS: Final = 100_000_000
CALL: Final = 10  # steps that a call counts for
MAX_RANGE: Final = 1_000_000
# What Jinja and Python raise for code that is nested more deeply than they can follow.
TOO_DEEP: Final = (RecursionError, MemoryError, SyntaxError)


class LimitError(Exception):
    """The template asks for more than one document may hold; the words say of what."""

    def __init__(self, vi: str, en: str) -> None:
        """Carry the reason in Vietnamese and English."""
        self.vi, self.en = vi, en
        self.line: int | None = None  # of the generated code, where no traceback tells
        super().__init__(en)


class Meter:
    """Counts the steps of loops, the calls and the computed text of one rendering."""

    __slots__ = ("_sizes", "_steps", "_text")

    def __init__(self) -> None:
        """Begin with all of the allowance."""
        self._steps = MAX_STEPS
        self._text = MAX_TEXTS
        self._sizes: list[int] = []

    def charge(self, steps: int = 1) -> None:
        """Take `steps` off the allowance; raise `LimitError` when it is spent."""
        self._steps -= steps
        if self._steps < 0:
            raise LimitError(f"quá {MAX_STEPS:,} lượt lặp", f"more than {MAX_STEPS:,} loop steps")

    def text(self, characters: int) -> None:
        """Take so many characters of computed text off the allowance, or raise `LimitError`."""
        self._text -= characters
        if characters > MAX_TEXT or self._text < 0:
            raise too_long()

    def loop(self, items: Iterable[Any], depth: int) -> Iterable[Any]:
        """Return `items` to loop over, counted at once if their number is known.

        `depth` is how many loops stand around this one: what nested loops would come to is
        refused before the first step.
        """
        if not isinstance(items, Sized):
            return self._counted(items)
        size = len(items)
        self._nest(size, depth)
        self.charge(size)
        return items

    def _nest(self, size: int, depth: int) -> None:
        del self._sizes[depth:]
        self._sizes.extend([1] * (depth - len(self._sizes)))
        self._sizes.append(size)
        total = 1
        for one in self._sizes:
            total *= max(one, 1)
        if total > MAX_NESTED:
            raise LimitError(
                f"các vòng lặp lồng nhau lên tới {total:,} lượt",
                f"nested loops come to {total:,} steps",
            )

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.charge()
            yield item


def bounded_range(*bounds: int) -> range:
    """Return `range(*bounds)`; raise `LimitError` if it is longer than a document can be."""
    made = range(*bounds)
    try:
        size = len(made)
    except OverflowError:
        size = MAX_RANGE + 1
    if size > MAX_RANGE:
        raise LimitError(f"range quá {MAX_RANGE:,} phần tử", f"range of more than {MAX_RANGE:,}")
    return made


def too_long() -> LimitError:
    """Return the error of a computed text that has grown too long."""
    return LimitError(
        f"văn bản tính ra quá {MAX_TEXT:,} ký tự, hay tất cả quá {MAX_TEXTS:,}",
        f"a computed text of more than {MAX_TEXT:,} characters, or {MAX_TEXTS:,} in all",
    )
