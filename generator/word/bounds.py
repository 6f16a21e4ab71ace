"""Operations, methods and filters that could make huge texts or numbers, with their bounds.

Each asks the meter of the rendering for the room its result will need before it computes it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from jinja2 import pass_context
from jinja2.filters import FILTERS

from generator.word import limits
from generator.word.unprintable import check_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.word.limits import Meter
    from generator.word.sandbox import WordContext

_MAX_BITS: Final = 20_000
_MAX_PRECISION: Final = 1_000
_NESTED_WIDTH: Final = re.compile(r"\{[^{}]*:[^{}]*\{")
_WIDTH: Final = re.compile(r"\d{6,}|%[^a-zA-Z%]*\*")


def size(value: Any) -> int:
    """Return how many bytes or so a text or list takes, 0 for anything else."""
    if isinstance(value, list | tuple):
        return 8 * len(value)
    return len(value) if isinstance(value, str | bytes) else 0


def operation(meter: Meter, operator: str, left: Any, right: Any) -> None:
    """Ask for the room that `left operator right` needs."""
    if operator == "%" and isinstance(left, str):
        widths(left)
    elif operator == "+":
        meter.text(size(left) + size(right))
    elif operator == "**" and isinstance(left, int) and isinstance(right, int):
        _bits(left.bit_length() * abs(right))
    elif operator == "*":
        for sized, times in ((left, right), (right, left)):
            if isinstance(times, int):
                meter.text(size(sized) * max(times, 0))
        if isinstance(left, int) and isinstance(right, int):
            _bits(left.bit_length() + right.bit_length())


def _bits(bits: int) -> None:
    if bits > _MAX_BITS:
        raise limits.LimitError("phép tính cho số quá lớn", "the result is too large a number")


def widths(pattern: str) -> None:
    """Refuse `%1000000000d` and `{:>1000000000}`: widths beyond five digits, or from a value."""
    if _NESTED_WIDTH.search(pattern) or _WIDTH.search(pattern):
        raise limits.LimitError("độ rộng định dạng quá lớn", "too large a width in a format")


def method(meter: Meter, owner: Any, name: str, args: tuple[Any, ...]) -> None:
    """Ask for the room that calling a method of a text or number needs."""
    if name in {"expandtabs", "translate"}:
        raise limits.LimitError(f"không dùng được {name}", f"{name} is not available")
    if name == "replace" and len(args) > 1:
        meter.text(_replaced(owner, args[0], args[1]))
    elif name == "join" and args:
        meter.text(_joined(args[0], owner))
    else:
        meter.text(size(owner) + sum(a for a in args if isinstance(a, int) and a > 0))


def _replaced(text: Any, old: Any, new: Any) -> int:
    return len(str(text)) + str(text).count(str(old)) * len(str(new))


def _joined(items: Any, glue: Any) -> int:
    if not isinstance(items, list | tuple):
        return 0
    return sum(size(item) for item in items) + len(str(glue)) * len(items)


def _center(value: Any, width: int = 80) -> int:
    return size(value) + int(width)


def _indent(value: Any, width: Any = 4, *_: Any) -> int:
    wide = len(width) if isinstance(width, str) else int(width)
    return size(value) + (str(value).count("\n") + 1) * wide


def _wordwrap(value: Any, width: int = 79, *rest: Any) -> int:
    glue = rest[1] if len(rest) > 1 and rest[1] is not None else "\n"
    return 20 * size(value) + size(value) // max(int(width), 1) * len(
        str(glue)
    )  # slow: counts more


def _format(pattern: Any, *args: Any) -> int:
    widths(str(pattern))
    return size(pattern) + sum(size(argument) for argument in args)


def _split(items: Any, parts: int, *_: Any) -> int:
    return size(items) + int(parts)


def _round(_: Any, precision: int = 0, *__: Any) -> int:
    if abs(precision) > _MAX_PRECISION:
        raise limits.LimitError("quá nhiều chữ số thập phân", "too many decimal places")
    return 0


_NEEDS: Final[Mapping[str, Callable[..., int]]] = {
    "center": _center,
    "indent": _indent,
    "wordwrap": _wordwrap,
    "format": _format,
    "batch": _split,
    "slice": _split,
    "round": _round,
    "replace": _replaced,
}
# Names of the arguments above, for calls that name them.
_NAMED: Final = {
    "center": ("width",),
    "indent": ("width",),
    "wordwrap": ("width", "break_long_words", "wrapstring"),
    "batch": ("linecount",),
    "slice": ("slices",),
    "round": ("precision",),
    "replace": ("old", "new"),
}


def filters() -> dict[str, Callable[..., Any]]:
    """Return Jinja's filters, those that could make huge texts bounded."""
    made: dict[str, Callable[..., Any]] = dict(FILTERS)
    for name, needs in _NEEDS.items():
        made[name] = _bounded(name, needs)
    made["join"] = _join
    del made["random"]  # the same data must give the same document
    return made


def _bounded(name: str, needs: Callable[..., int]) -> Callable[..., Any]:
    @pass_context
    def guarded(context: WordContext, *args: Any, **kwargs: Any) -> Any:
        named = _NAMED.get(name, ())
        if any(key in named for key in kwargs):
            placed = list(args[: len(named) + 1])
            defaults = _DEFAULTS[name]
            placed += [kwargs.get(key, defaults.get(key)) for key in named[len(placed) - 1 :]]
            context.meter.text(needs(*placed))
        else:
            context.meter.text(needs(*args))
        return _call(name, context, args, kwargs)

    return guarded


def _call(name: str, context: WordContext, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call Jinja's own filter with what it wants passed."""
    function = FILTERS[name]
    passed = getattr(function, "jinja_pass_arg", None)
    if passed is None:
        return function(*args, **kwargs)
    wanted = context.eval_ctx if passed.name == "eval_context" else context.environment
    return function(wanted, *args, **kwargs)


_DEFAULTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "center": {"width": 80},
    "indent": {"width": 4},
    "wordwrap": {"width": 79, "break_long_words": True},
    "batch": {"linecount": 1},
    "slice": {"slices": 1},
    "round": {"precision": 0},
    "replace": {"old": "", "new": ""},
}


@pass_context
def _join(context: WordContext, value: Any, d: Any = "", attribute: Any = None) -> Any:
    items = list(islice(value, limits.MAX_RANGE + 1))
    if len(items) > limits.MAX_RANGE:
        raise limits.LimitError("quá nhiều phần tử để nối", "too many elements to join")
    if attribute is None:
        check_words(items)
    context.meter.text(_joined(items, d))
    return _call("join", context, (items, d, attribute), {})
