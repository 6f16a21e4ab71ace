"""The Jinja environment of templates: sandboxed, immutable, escaping, strict, bounded.

A template may read the values it is given and call their public methods. It reaches no file, no
network, no attribute beginning with an underscore, and no computation without a bound.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jinja2 import pass_context
from jinja2.exceptions import UndefinedError
from jinja2.runtime import Context, StrictUndefined
from jinja2.utils import missing
from msgspec import Struct

from generator.word import bounds, limits
from generator.word.codegen import WordCodeGenerator
from generator.word.quick import QuickEnvironment
from generator.word.unprintable import check_words, worded
from generator.word.values import Footnote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.word.limits import Meter

LOOP_FILTER: Final = "_dem"
TRAIL_FILTER: Final = "_ghi"
GRID_FILTER: Final = "_luoi"
FILL_FILTER: Final = "_co_doan"


class MissingNameError(UndefinedError):
    """A name, attribute or key that is not there, with what it was looked up in (or `missing`)."""

    def __init__(self, owner: Any, name: Any, message: str | None = None) -> None:
        """Keep the owner and the name for the hint."""
        super().__init__(message)
        self.owner, self.name_missing = owner, name


class Missing(StrictUndefined):
    """Undefined that remembers what was missing, and fails at any use but `is defined`."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        """See jinja2.Undefined."""
        if exc is UndefinedError:
            exc = partial(MissingNameError, obj, name)  # type: ignore[assignment]  # called, no more
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type]  # jinja: TemplateRuntimeError


class WordContext(Context):
    """A context that also holds what writes values into the part being rendered."""

    put: Callable[[Any, int], bytes]
    word: Callable[[Any, int], str]
    meter: Meter
    note: Callable[..., None]
    enter: Callable[..., str]

    def concat(self, pieces: list[Any]) -> str:
        """Join the output of a captured block."""
        texts = [piece if isinstance(piece, str) else piece.decode() for piece in pieces]
        self.meter.text(sum(map(len, texts)))
        return "".join(texts)

    def bounded(self, pieces: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return what `~` is to join if all has words and the meter grants the room."""
        check_words(pieces)
        self.meter.text(sum(map(bounds.size, pieces)))
        return pieces

    def equip(
        self,
        put: Callable[[Any, int], bytes],
        word: Callable[[Any, int], str],
        meter: Meter,
        known: Mapping[str, bytes | None],
    ) -> None:
        """Set the writers, the meter, and the texts that are written as they are."""
        self.put, self.word, self.meter, self.known = put, word, meter, known

    def report_to(self, note: Callable[..., None], enter: Callable[..., str]) -> None:
        """Set what the code made for diagnosis reports to."""
        self.note, self.enter = note, enter

    def derived(self, locals: dict[str, Any] | None = None) -> WordContext:  # noqa: A002  # Jinja's name
        """Return a context for an inner scope, equipped alike."""
        context = super().derived(locals)
        assert isinstance(context, WordContext)
        context.equip(self.put, self.word, self.meter, self.known)
        if hasattr(self, "note"):
            context.report_to(self.note, self.enter)
        return context


class Having(dict[type, bool]):
    """Tells by the class of a value whether it is one of ours and has a certain field.

    Code of templates asks it before anything else: most tags are fields of our values.
    """

    def __init__(self, name: str) -> None:
        """Tell of the field `name`, which does not begin with `_`."""
        super().__init__()
        self._name = name

    def __missing__(self, kind: type) -> bool:
        """Find out about a class."""
        found = issubclass(kind, Struct) and self._name in kind.__struct_fields__
        self[kind] = found
        return found


def _decoded(pieces: Iterable[Any]) -> str:
    """Join what a named block yields when it is asked for once more (`{{ self.ten() }}`)."""
    return "".join(p if isinstance(p, str) else p.decode() for p in pieces)


class WordEnvironment(QuickEnvironment):
    """See the module."""

    code_generator_class = WordCodeGenerator
    context_class = WordContext
    concat = staticmethod(_decoded)
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute `left operator right` if the meter grants the room for the result."""
        if type(left) is not int or type(right) is not int or operator not in "+%":
            bounds.operation(_meter(context), operator, left, right)
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Return the safe form of `str.format`, without widths no text needs."""
        made = super().wrap_str_format(value)
        if made is not None:
            bounds.widths(value.__self__)
        return made

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call a function or method of a value, counted; methods of texts ask for their room."""
        meter = _meter(__context)
        meter.charge(limits.CALL)
        owner = getattr(__obj, "__self__", None)
        if isinstance(owner, str | bytes | int):
            bounds.method(meter, owner, __obj.__name__, (*args, *kwargs.values()))
        return super().call(__context, __obj, *args, **kwargs)


def _meter(context: Context) -> Meter:
    assert isinstance(context, WordContext)
    return context.meter


@pass_context
def _counted_loop(context: WordContext, items: Any, depth: int) -> Any:
    return context.meter.loop(items, depth)


@pass_context
def _enter(context: WordContext, item: Any, loop: int, index: int) -> str:
    return context.enter(loop, index, item)


def footnote(text: object) -> Footnote:
    """Return `text` as a footnote: `{{ "Số liệu ước tính." | chu_thich }}`."""
    return Footnote(worded(text))


def environment(
    filters: Mapping[str, Callable[..., Any]],
    names: Mapping[str, Any],
    inner: Mapping[str, Callable[..., Any]],
) -> WordEnvironment:
    """Return the environment of one template; `inner` holds the filters only the compiler uses."""
    made = WordEnvironment(
        autoescape=True, undefined=Missing, optimized=False, cache_size=0, auto_reload=False
    )
    made.filters = bounds.filters()
    del made.globals["lipsum"]  # random, and the same data must give the same document
    made.globals["range"] = limits.bounded_range
    made.filters |= {
        "chu_thich": footnote,
        LOOP_FILTER: _counted_loop,
        TRAIL_FILTER: _enter,
        **inner,
    }
    made.filters.update(filters)
    made.globals.update(names)
    return made
