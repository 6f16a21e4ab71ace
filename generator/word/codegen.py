"""Python code for templates that yields UTF-8 at once.

Jinja's own code yields text, which must be escaped piece by piece and encoded as a whole. Here
constant output is encoded when the template is compiled, and a plain text without special
characters goes out in one line (`known.Known`); all else goes through the part's writer. Inside
captured blocks (macros, `{% set %}…{% endset %}`) output stays text, as Jinja expects.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, optimizeconst

if TYPE_CHECKING:
    from collections.abc import Collection

    from jinja2 import Environment
    from jinja2.compiler import Frame

# What a dictionary answers to itself: `r.items` is its method even if it has such a key.
DICT_NAMES: Final = frozenset(dir(dict))


class WordCodeGenerator(CodeGenerator):
    """See the module. The line number of a node is the index of its tag.

    `plain` are the tags that stand where text stands; text elsewhere needs elements around it.
    `looked_up` fills up with the attributes the code asks for: it expects a `sandbox.Having` for
    each, called `has_` and the attribute.
    """

    plain: Collection[int] = ()

    def __init__(self, environment: Environment, name: str) -> None:
        """Write code for the part `name`."""
        super().__init__(environment, name, name, optimized=False)
        self.looked_up: set[str] = set()

    def write_commons(self) -> None:
        """Begin a function: bring the writers of the part within reach."""
        super().write_commons()
        self.writeline("concat = context.concat")
        self.writeline("put = context.put")
        self.writeline("word = context.word")
        self.writeline("known = context.known")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Write constants encoded, each with the value behind it, and every value by its writer."""
        constant: list[str] = []
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                constant.append(child.data)
            else:
                self.value(child, "".join(constant), frame)
                constant.clear()
        if constant:
            self._constant("".join(constant), frame)

    def _constant(self, text: str, frame: Frame) -> None:
        if frame.buffer is None:
            self.writeline(f"yield {text.encode()!r}")
        else:
            self.writeline(f"{frame.buffer}.append({text!r})")

    def value(self, node: nodes.Expr, before: str, frame: Frame) -> None:
        """Write the value of one tag, with the constant output before it."""
        self.writeline("v = ", node)
        self.visit(node, frame)
        if frame.buffer is None:
            front = f"{before.encode()!r} + " if before else ""
            slow = f"put(v, {node.lineno})"
            number = f"b'%d' % v if v.__class__ is int else {slow}"
            text = f"k if (k := known[v]) is not None else {slow}"
            fast = f"({text}) if v.__class__ is str else {number}"
            self.writeline(f"yield {front}({fast if node.lineno in self.plain else slow})")
            return
        if before:
            self._constant(before, frame)
        self.writeline(f"{frame.buffer}.append(word(v, {node.lineno}))")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Look up an attribute; fields of our values and keys of plain dictionaries at once."""
        name = node.attr
        if name in DICT_NAMES or name.startswith("_") or iskeyword(name) or not name.isascii():
            super().visit_Getattr(node, frame)
            return
        self.looked_up.add(name)
        self.write(f"(o.{name} if has_{name}[(o := ")
        self.visit(node.node, frame)
        self.write(f").__class__] else o[{name!r}] if o.__class__ is dict and {name!r} in o ")
        self.write(f"else environment.getattr(o, {name!r}))")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Join texts with `~`, as long as the result is one a document can hold."""
        self.write("markup_join(context.bounded((")
        for child in node.nodes:
            self.visit(child, frame)
            self.write(", ")
        self.write(")))")

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Write what a filter made of a block; it is markup already."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        self.writeline("v = ", node)
        self.visit_Filter(node.filter, inner)
        self._markup(node, frame)
        self.leave_frame(inner)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Write what a macro made of its block."""
        inner, macro = self.macro_body(node, frame)
        self.writeline("caller = ")
        self.macro_def(macro, inner)
        self.writeline("v = ", node)
        self.visit_Call(node.call, frame, forward_caller=True)
        self._markup(node, frame)

    def _markup(self, node: nodes.Node, frame: Frame) -> None:
        if frame.buffer is None:
            self.writeline(f"yield put(v, {node.lineno})")
        else:
            self.writeline(f"{frame.buffer}.append(word(v, {node.lineno}))")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Write a named block; its own function yields bytes."""
        context = self.derive_context(frame) if node.scoped else self.get_context_ref()
        source = f"context.blocks[{node.name!r}][0]({context})"
        if frame.buffer is None:
            self.writeline(f"yield from {source}", node)
        else:
            self.writeline(f"{frame.buffer}.append(concat({source}))", node)
