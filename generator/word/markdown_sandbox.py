"""The Jinja environment of narrative text: what it offers, and what it does to every value."""

from __future__ import annotations

from collections.abc import Sized
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes, pass_context, pass_eval_context
from jinja2.ext import Extension
from jinja2.filters import do_join
from jinja2.lexer import Token
from jinja2.runtime import Undefined
from jinja2.visitor import NodeTransformer

from generator.problem import Stopped
from generator.word import markdown_chars as chars
from generator.word import markdown_faults as faults
from generator.word.limits import too_long
from generator.word.markdown_notes import GLOBALS, Failed, Missing, Notes, current_line
from generator.word.markdown_printed import printed
from generator.word.misread import without_indices
from generator.word.quick import QuickEnvironment
from generator.word.unprintable import check_words, worded
from generator.word.values import Footnote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2.lexer import TokenStream
    from jinja2.nodes import EvalContext
    from jinja2.runtime import Context

    from generator.problem import Problem, Where

# -- of Jinja's own; left out: what marks text as safe, guesses, or pads without bound --
_FILTERS: Final = (
    "abs", "batch", "count", "d", "default", "dictsort", "first", "groupby", "items", "join",
    "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace",
    "reverse", "select", "selectattr", "slice", "sort", "string", "sum", "trim", "unique", "upper",
)  # fmt: skip
# -- put in by the parser; a template cannot name them --
_LOOP: Final = " lap"
_JOIN: Final = " noi"
_UNSAFE_METHODS: Final = frozenset(
    ("center", "expandtabs", "format", "format_map", "ljust", "rjust", "zfill")
)
_MAX_LENGTH: Final = 1_000_000
_MAX_REPEATED: Final = 10_000
_MAX_EXPONENT: Final = 64


class _Lines(Extension):
    """Writes into the text of a template from which line each piece of it comes."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in without_indices(stream):
            if token.type == "data":
                yield Token(token.lineno, "data", chars.mark_lines(token.value, token.lineno))
            elif token.type == "variable_begin":
                yield Token(token.lineno, "data", chars.mark_line(token.lineno))
                yield token
            else:
                yield token


class _Bounds(NodeTransformer):
    """Puts a bound on what loops run through and on what `~` joins."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, _LOOP, [], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        pieces = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(pieces, _JOIN, [], [], None, None, lineno=node.lineno)


class NarrativeEnvironment(QuickEnvironment):
    """A sandbox with the filters and names given, and a few of Jinja's own."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(
        self,
        *,
        filters: Mapping[str, Callable[..., object]],
        names: Mapping[str, object],
    ) -> None:
        """Offer `filters` and `names` (functions and values known to every text)."""
        super().__init__(
            undefined=Missing,
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            extensions=(_Lines,),
            cache_size=0,
            optimized=False,  # a text is compiled for one report: folding constants costs more
        )
        own = {name: _guarded(function) for name, function in filters.items()}
        jinja = {name: self.filters[name] for name in _FILTERS}
        bounds = {_LOOP: _counted, _JOIN: _joined}
        jinja["join"] = _listed
        self.filters = {**jinja, "chu_thich": _guarded(_footnote), **own, **bounds}
        self.globals = {name: self.globals[name] for name in GLOBALS} | dict(names)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Bounds().visit(super()._parse(source, name, filename))
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may use the attribute: not methods that pad without bound."""
        if isinstance(obj, str) and attr in _UNSAFE_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out `left operator right`, unless the result could fill the memory."""
        sized = [value for value in (left, right) if isinstance(value, str | list | tuple)]
        if sized and operator == "%":
            raise TypeError("%")
        if sized and operator == "*":
            times = right if sized[0] is left else left
            if isinstance(times, int) and times * len(sized[0]) > _MAX_REPEATED:
                raise too_long()
        if operator == "+" and sum(len(value) for value in sized) > _MAX_LENGTH:
            raise too_long()
        if operator == "**" and not abs(right) <= _MAX_EXPONENT:
            raise OverflowError(f"** {right}")
        return super().call_binop(context, operator, left, right)


def _footnote(text: object) -> Footnote:
    return Footnote(worded(text))


@pass_eval_context
def _listed(
    settings: EvalContext, items: Iterable[object], d: str = "", attribute: str | int | None = None
) -> object:
    """Join as Jinja does, but no groups or lists, which would be written as Python has them."""
    held = list(items)
    if attribute is None:
        check_words(held)
    return do_join(settings, held, d, attribute)


@pass_context
def _counted(context: Context, items: object) -> object:
    if isinstance(items, Sized):
        context[Notes.KEY].meter.charge(len(items))
    return items


def _joined(pieces: list[object]) -> object:
    for piece in pieces:
        if isinstance(piece, Undefined):
            return piece
    check_words(pieces)
    texts = [str(piece) for piece in pieces]
    if sum(map(len, texts)) > _MAX_LENGTH:
        raise too_long()
    return "".join(texts)


def _guarded(function: Callable[..., object]) -> Callable[..., object]:
    """Return `function` as a filter whose faults become problems, so that the next ones show."""
    if hasattr(function, "jinja_pass_arg"):
        return function

    @pass_context
    @wraps(function)
    def guarded(context: Context, *args: object, **named: object) -> object:
        for value in (*args, *named.values()):
            if isinstance(value, Undefined):
                return value
        try:
            return function(*args, **named)
        except Stopped as error:
            makers = [_at_line(problem) for problem in error.problems]
        except Exception as error:  # a filter may raise anything about a value
            makers = [_failure(error)]
        for maker in makers:
            context[Notes.KEY].add(current_line(), maker)
        return Failed(name=getattr(function, "__name__", "bo_loc"))

    return guarded


def _at_line(problem: Problem) -> Callable[[Where], Problem]:
    return lambda place: problem.at(file=place.file, line=place.line)


def _failure(error: Exception) -> Callable[[Where], Problem]:
    return lambda place: faults.failed(error, place)
