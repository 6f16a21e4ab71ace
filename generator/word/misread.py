"""What Jinja reads otherwise than a designer means it, without a word: refused before it prints.

`sl.x > 100,5` is a pair to Jinja, which is always true; `ds.1` is the second element, while in
workbooks and constraints it is the first; a filter without its argument says so in English.
"""

from __future__ import annotations

from functools import lru_cache, partial
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2.lexer import Token

INDEX: Final = Message(
    "không gọi phần tử theo số sau dấu chấm; viết {% for … %} hoặc “| first”, “| last”",
    "no element is called by a number behind a dot; write {% for … %} or “| first”, “| last”",
)
READ: Final = (nodes.If, nodes.CondExpr, nodes.Output, nodes.Filter)
_ANY: Final = 1000  # as many arguments as anybody may write
_PLACED: Final = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)


def without_indices(stream: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens; raise `TemplateSyntaxError` at a number behind a dot (`ds.1`)."""
    behind_dot = False
    for token in stream:
        if behind_dot and token.type == "integer":
            raise TemplateSyntaxError(INDEX.en, token.lineno)
        behind_dot = token.type == "dot"
        yield token


def misread(
    node: nodes.Node, filters: Mapping[str, Callable[..., Any]]
) -> Iterator[tuple[int, Message, Message]]:
    """Yield line, what is wrong and what to do for commas and for filters without arguments.

    Only nodes of the classes `READ` have any.
    """
    if isinstance(node, nodes.Filter):
        missing, most = _arguments(filters.get(node.name), node)
        if missing:
            yield node.lineno, *_incomplete(node.name, missing)
        if len(node.args) > most:
            yield node.lineno, *_surplus(node.name, most)
        return
    held: Iterable[nodes.Node] = ()
    if isinstance(node, nodes.Output):
        held = node.nodes
    elif isinstance(node, nodes.If | nodes.CondExpr):
        held = (node.test,)
    for one in held:
        if isinstance(one, nodes.Tuple):
            yield one.lineno, *_comma(one)


def _comma(pair: nodes.Tuple) -> tuple[Message, Message]:
    written = _decimal(pair)
    return (
        Message(
            "Dấu phẩy trong thẻ ngăn cách hai giá trị, không phải dấu thập phân.",
            "A comma in a tag parts two values and is no decimal sign.",
        ),
        Message(
            f"Viết {written}: trong thẻ, số thập phân dùng dấu chấm.",
            f"Write {written}: in a tag, decimals take a point.",
        ),
    )


def _decimal(pair: nodes.Tuple) -> str:
    """Return the number that is likely meant; an example where none is."""
    if len(pair.items) == 2:
        sides = [_numbers(item) for item in pair.items]
        if all(sides):
            return f"{sides[0][-1]}.{sides[1][0]}"
    return "100.5"


def _numbers(node: nodes.Node) -> list[int]:
    constants = [node] if isinstance(node, nodes.Const) else node.find_all(nodes.Const)
    return [one.value for one in constants if type(one.value) is int]


def _incomplete(name: str, missing: tuple[str, ...]) -> tuple[Message, Message]:
    call = f"| {name}({', '.join(missing)})"
    return (
        Message(
            f"Bộ lọc “{name}” thiếu giá trị trong ngoặc: {', '.join(missing)}.",
            f"The filter “{name}” lacks a value in brackets: {', '.join(missing)}.",
        ),
        Message(
            f"Viết “{call}”, trong ngoặc là giá trị cần dùng.",
            f"Write “{call}”, with the value in the brackets.",
        ),
    )


def _surplus(name: str, most: int) -> tuple[Message, Message]:
    if most == 0:
        return (
            Message(
                f"Bộ lọc “{name}” không nhận giá trị trong ngoặc.",
                f"The filter “{name}” takes no value in brackets.",
            ),
            Message(f"Viết “| {name}”.", f"Write “| {name}”."),
        )
    return (
        Message(
            f"Bộ lọc “{name}” nhận nhiều nhất {most} giá trị trong ngoặc.",
            f"The filter “{name}” takes at most {most} values in brackets.",
        ),
        Message("Bỏ giá trị thừa.", "Drop the others."),
    )


def _arguments(
    function: Callable[..., Any] | None, node: nodes.Filter
) -> tuple[tuple[str, ...], int]:
    """Return the arguments that a filter needs and is not given, and how many it may be given."""
    if function is None or node.dyn_args or node.dyn_kwargs:
        return (), _ANY
    own = getattr(function, "__wrapped__", function)
    bound = 0
    if isinstance(own, partial):
        bound = len(own.args)
        own = own.func
    bound += 1 if hasattr(own, "jinja_pass_arg") else 0
    named = {pair.key for pair in node.kwargs}
    needed, most = _taken(own)
    rest = needed[bound + 1 + len(node.args) :]
    return tuple(name for name in rest if name not in named), most - bound - 1


@lru_cache(256)
def _taken(function: Callable[..., Any]) -> tuple[tuple[str, ...], int]:
    """Return the arguments without a default, in order, and how many it takes by their place.

    Where Python cannot tell, none is needed and any may be given.
    """
    try:
        parameters = signature(function).parameters.values()
    except (TypeError, ValueError):  # some functions in C
        return (), _ANY
    placed = [one for one in parameters if one.kind in _PLACED]
    more = any(one.kind is Parameter.VAR_POSITIONAL for one in parameters)
    needed = tuple(one.name for one in placed if one.default is Parameter.empty)
    return needed, _ANY if more else len(placed)
