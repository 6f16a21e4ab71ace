"""From tags to Jinja's syntax tree, and the faults of each tag on its own.

The parser is given tokens, not text: whatever stands between tags is data to it, and the line
number of a token is the index of its tag. So every line Jinja ever names is a place in Word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser

from generator.word import said
from generator.word.faults import did_you_mean
from generator.word.misread import READ, misread, without_indices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.word.sandbox import WordEnvironment
    from generator.word.scan import Marks
    from generator.word.tags import Tag

# What to put around a statement to make a whole template of it.
_AROUND: Final = {
    "for": ("", "{% endfor %}"),
    "if": ("", "{% endif %}"),
    "macro": ("", "{% endmacro %}"),
    "call": ("", "{% endcall %}"),
    "filter": ("", "{% endfilter %}"),
    "block": ("", "{% endblock %}"),
    "with": ("", "{% endwith %}"),
    "elif": ("{% if 0 %}", "{% endif %}"),
    "else": ("{% if 0 %}", "{% endif %}"),
    "endfor": ("{% for x in y %}", ""),
    "endif": ("{% if 0 %}", ""),
    "endmacro": ("{% macro x() %}", ""),
    "endcall": ("{% call x() %}", ""),
    "endfilter": ("{% filter upper %}", ""),
    "endset": ("{% set x %}", ""),
    "endwith": ("{% with %}", ""),
}
_NO_CODE: Final = frozenset({"cap_nhat_truong", "raw", "endraw", "vm", "hm", "colspan", "cellbg"})


def tokens(environment: WordEnvironment, tag: Tag) -> list[Token]:
    """Return the tokens of one tag; raise `TemplateSyntaxError` if its code cannot be read."""
    if tag.kind == "{#" or tag.keyword in _NO_CODE:
        return []
    if tag.kind == "{{" and not tag.code.strip():
        raise TemplateSyntaxError("empty tag", tag.index)
    end = "}}" if tag.kind == "{{" else "%}"
    stream = environment.lexer.tokenize(f"{tag.kind} {tag.code} {end}")
    found = without_indices(stream)
    return [Token(tag.index, token.type, token.value) for token in found]


def data(text: str) -> Token:
    """Return the token of constant output."""
    return Token(0, "data", text)


def parse(environment: WordEnvironment, stream: Iterable[Token]) -> nodes.Template:
    """Return the syntax tree of a stream of tokens."""
    parser = Parser(environment, "")
    parser.stream = TokenStream(iter(stream), None, None)
    tree = parser.parse()
    tree.set_environment(environment)
    return tree


def faults_of_tag(environment: WordEnvironment, tag: Tag, marks: Marks) -> None:
    """Blame one tag for whatever is wrong within it."""
    try:
        stream = tokens(environment, tag)
        if not stream or tag.keyword in {"set", "endblock"}:
            tree = _parse_set(environment, tag, stream) if tag.keyword == "set" else None
        else:
            before, after = _AROUND.get(tag.keyword, ("", ""))
            tree = parse(
                environment, [*_plain(environment, before), *stream, *_plain(environment, after)]
            )
    except TemplateSyntaxError as error:
        blame_syntax(tag, error, marks)
    else:
        if tree is not None:
            faults_of_tree(environment, tree, marks, only=tag)


def _parse_set(environment: WordEnvironment, tag: Tag, stream: list[Token]) -> nodes.Template:
    try:
        return parse(environment, stream)
    except TemplateSyntaxError:
        if "=" in tag.code:
            raise
    return parse(environment, [*stream, *_plain(environment, "{% endset %}")])


def _plain(environment: WordEnvironment, source: str) -> Iterator[Token]:
    return iter(list(environment.lexer.tokenize(source))) if source else iter(())


def blame_syntax(tag: Tag, error: TemplateSyntaxError, marks: Marks) -> None:
    """Blame a tag for its syntax."""
    detail = error.message or ""
    if "unknown tag" in detail:
        return  # `blocks` has named it
    hint = said.remedy(tag.code, detail) or (
        "Xem lại dấu nháy, dấu ngoặc và từ khoá trong thẻ.",
        "Check quotes, brackets and keywords.",
    )
    marks.blame(
        "MA-021",
        f"Cú pháp của thẻ sai: {said.in_vietnamese(detail)}.",
        f"The tag's syntax is wrong ({detail}).",
        where=tag.where,
        hint=hint,
    )


def faults_of_tree(
    environment: WordEnvironment, tree: nodes.Template, marks: Marks, only: Tag | None = None
) -> None:
    """Blame unknown filters and tests, attributes no template may touch, and what is misread."""
    for node in tree.find_all(READ):
        for line, message, todo in misread(node, environment.filters):
            where = (only or marks.tags[line]).where
            marks.blame("MA-021", message.vi, message.en, where=where, hint=(todo.vi, todo.en))
    for node in tree.find_all((nodes.Filter, nodes.Test, nodes.Getattr, nodes.Getitem)):
        tag = only or marks.tags[node.lineno]
        if isinstance(node, nodes.Filter) and node.name not in environment.filters:
            _blame_name(tag, ("bộ lọc", "filter"), node.name, environment.filters, marks)
        elif isinstance(node, nodes.Test) and node.name not in environment.tests:
            _blame_name(tag, ("phép thử", "test"), node.name, environment.tests, marks)
        elif _reaches_inside(node):
            marks.blame(
                "MA-027",
                "Mẫu không được đụng tới thuộc tính bắt đầu bằng dấu gạch dưới.",
                "A template may not touch attributes that begin with an underscore.",
                where=tag.where,
            )


def _reaches_inside(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Getattr):
        return node.attr.startswith("_")
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return isinstance(node.arg.value, str) and node.arg.value.startswith("_")
    return False


def _blame_name(
    tag: Tag, noun: tuple[str, str], name: str, known: Iterable[str], marks: Marks
) -> None:
    marks.blame(
        "MA-022",
        f"Không có {noun[0]} “{name}”.",
        f"There is no {noun[1]} “{name}”.",
        where=tag.where,
        hint=did_you_mean(name, (word for word in known if not word.startswith("_"))),
    )


def number_loops(tree: nodes.Template, loop_filter: str) -> None:
    """Let every loop go through the filter that counts its steps, with its depth."""
    _number(tree, 0, loop_filter)


def _number(node: nodes.Node, depth: int, loop_filter: str) -> None:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.For):
            line = child.lineno
            const = nodes.Const(depth, lineno=line)
            args: list[Any] = [const]
            child.iter = nodes.Filter(child.iter, loop_filter, args, [], None, None, lineno=line)
            _number(child, depth + 1, loop_filter)
        else:
            _number(child, depth, loop_filter)
