"""Find every problem of a rendering that has failed.

The fast code of a part stops at its first error. When it does, the part is compiled once more into
code that notes an error and goes on, and that knows which element of a loop it is at; all parts
are run by it, and what it noted are the problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from generator.problem import Where
from generator.suggest import names_of
from generator.word import compiling, explain, limits, syntax
from generator.word.codegen import WordCodeGenerator
from generator.word.sandbox import TRAIL_FILTER, MissingNameError

if TYPE_CHECKING:
    from jinja2.compiler import Frame

    from generator.problem import Problem
    from generator.word.compiling import Part
    from generator.word.rendering import Program, Run

MAX_PROBLEMS: Final = 100


class Log:
    """What went wrong, where; and at which element each loop is."""

    def __init__(self, program: Program, part: Part, known: set[str]) -> None:
        """Log for one part; `known` are the names that exist, for hints."""
        self._program, self._part, self._known = program, part, known
        self._failed_names: set[str] = set()
        self._ended = False
        self._trail: dict[int, tuple[int, Any]] = {}
        self.problems: dict[tuple[int, str, str], Problem] = {}

    def note(self, error: Exception, tag: int, names: tuple[str, ...] = ()) -> None:
        """Keep the error of a tag, once for all elements of a loop; limits end the run.

        `names` are those the tag was to set; that they are missing later is no news.
        """
        self._failed_names.update(names)
        if isinstance(error, MissingNameError) and error.name_missing in self._failed_names:
            return
        too_much = isinstance(error, limits.LimitError | RecursionError)
        key = (tag, type(error).__name__, str(error))
        if key not in self.problems and not self._ended:
            self.problems[key] = explain.explained(error, self.where(tag), self._known)
            self._ended = too_much  # only now: at the end of the stack the line above may fail
        if too_much or len(self.problems) >= MAX_PROBLEMS:
            raise error

    def enter(self, loop: int, index: int, item: Any) -> str:
        """Keep the element a loop is at."""
        self._trail[loop] = (index, item)
        return ""

    def where(self, tag: int) -> Where:
        """Return the place of a tag with the elements of the loops around it."""
        place = self._program.places[tag]
        around = [
            self._trail[loop] for loop in self._part.loops.get(tag, ()) if loop in self._trail
        ]
        if not around:
            return place
        numbers = " / ".join(str(index) for index, _ in around)
        return Where(
            file=place.file,
            part=place.part,
            paragraph=place.paragraph,
            table=place.table,
            table_row=place.table_row,
            table_cell=place.table_cell,
            tag=place.tag,
            item=f"{numbers}: {_short(around[-1][1])}",
        )


def _short(item: Any) -> str:
    """Return a few words to know an element by."""
    if isinstance(item, dict):
        said = ", ".join(f"{key}={value}" for key, value in list(item.items())[:2])
    else:
        said = str(item)
    said = " ".join(said.split())
    return said if len(said) <= 60 else said[:59] + "…"


class CarefulCodeGenerator(WordCodeGenerator):
    """Code that notes the error of a tag and goes on behind it."""

    def write_commons(self) -> None:
        """Begin a function: bring the log within reach."""
        super().write_commons()
        self.writeline("note = context.note")

    def value(self, node: nodes.Expr, before: str, frame: Frame) -> None:
        """Write a value, or note why there is none."""
        self._begin()
        super().value(node, before, frame)
        self._end(node)

    def _begin(self) -> None:
        self.writeline("try:")
        self.indent()

    def _end(self, node: nodes.Node, names: tuple[str, ...] = ()) -> None:
        self.outdent()
        self.writeline("except Exception as error:")
        self.indent()
        self.writeline(f"note(error, {node.lineno}, {names!r})")
        self.outdent()

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Loop; what cannot be looped over is noted."""
        self._begin()
        super().visit_For(node, frame)
        self._end(node)

    def visit_If(self, node: nodes.If, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Choose; a condition that fails is noted."""
        self._begin()
        super().visit_If(node, frame)
        self._end(node)

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Set names; if that fails their absence is no further problem."""
        self._begin()
        super().visit_Assign(node, frame)
        names = tuple(name.name for name in node.target.find_all(nodes.Name))
        self._end(node, names or (getattr(node.target, "name", ""),))

    def visit_With(self, node: nodes.With, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Set names for a block."""
        self._begin()
        super().visit_With(node, frame)
        self._end(node)

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Filter a block."""
        self._begin()
        super().visit_FilterBlock(node, frame)
        self._end(node)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Call a macro with a block."""
        self._begin()
        super().visit_CallBlock(node, frame)
        self._end(node)


def problems(run: Run, failed: tuple[Part, Exception]) -> list[Problem]:
    """Return the problems of a rendering in which a part has failed with an error.

    `run` is the rendering begun anew.
    """
    part, error = failed
    program, known = run.program, set(names_of(run.context))
    if isinstance(error, limits.LimitError):
        return [explain.explained(error, where_of(program, part, error), known)]
    found = [problem for one in program.parts for problem in _of_part(run, one, known)]
    return found or [explain.explained(error, where_of(program, part, error), known)]


def _of_part(run: Run, part: Part, known: set[str]) -> list[Problem]:
    program = run.program
    tree = syntax.parse(program.env, part.stream)
    known = known | {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    for loop in list(tree.find_all(nodes.For)):
        _follow(loop)
    log = Log(program, part, known)
    generator = CarefulCodeGenerator(program.env, part.name)
    function, named, _ = compiling.to_code(tree, part.slots, generator)
    try:
        for _chunk in run.chunks(part, (function, named), log):
            pass
    except Exception as error:  # what the careful code does not catch: limits, mostly
        if not log.problems:
            return [explain.explained(error, Where(file=program.file), known)]
    return list(log.problems.values())


def _follow(loop: nodes.For) -> None:
    """Let a loop tell the log at each element where it is."""
    line = loop.lineno
    index = nodes.Getattr(nodes.Name("loop", "load", lineno=line), "index", "load", lineno=line)
    args = [nodes.Const(line, lineno=line), index]
    told = nodes.Filter(_loaded(loop.target), TRAIL_FILTER, args, [], None, None, lineno=line)
    loop.body.insert(0, nodes.ExprStmt(told, lineno=line))


def _loaded(target: nodes.Node) -> Any:
    if isinstance(target, nodes.Name):
        return nodes.Name(target.name, "load", lineno=target.lineno)
    items = [_loaded(item) for item in target.iter_child_nodes()]
    return nodes.Tuple(items, "load", lineno=target.lineno)


def where_of(program: Program, part: Part, error: BaseException) -> Where:
    """Return the place of the tag that was being rendered when `error` was raised."""
    line: int | None = getattr(error, "line", None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == part.filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    if line is None:
        return Where(file=program.file)
    tag = 0
    for code_line, index in part.lines:
        if code_line > line:
            break
        tag = index
    return program.places[tag]
