"""What one filling of a narrative finds: unknown names and other faults, each with its line."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from jinja2.exceptions import UndefinedError
from jinja2.runtime import StrictUndefined
from jinja2.utils import missing

from generator.suggest import names_of
from generator.word import markdown_faults as faults
from generator.word.limits import Meter

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Template

    from generator.problem import Problem, Where
    from generator.word.values import DocxValue

# -- of Jinja's own; left out: chance, and what only macros need --
GLOBALS: Final = ("range", "dict", "namespace")


class UnknownName(UndefinedError):  # noqa: N818  # said to the user as a problem, not as an error
    """A name was used that the data do not have."""

    def __init__(self, value: Missing) -> None:
        """Carry the missing value."""
        super().__init__("unknown name")
        self.value = value


class Missing(StrictUndefined):
    """What stands for an unknown name. Its attributes are missing too; any other use raises."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,  # noqa: ARG002  # Jinja's signature
    ) -> None:
        """Take what Jinja knows: the value `obj` that has no `name`, or the bare `name`."""
        super().__init__(hint, obj, name)
        self._undefined_exception = lambda _message: UnknownName(self)  # type: ignore[assignment]  # only ever called

    def __getattr__(self, name: str) -> Any:
        """Return the same missing value: the first name that is unknown is the one to report."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, _key: object) -> Missing:  # type: ignore[override]
        """Return the same missing value."""
        return self

    def known(self, context: Mapping[str, object]) -> tuple[str, list[str]]:
        """Return the unknown name and the names there are in its place."""
        owner = self._undefined_obj
        name = str(self._undefined_name)
        if owner is missing:
            own = {key: value for key, value in context.items() if key not in GLOBALS}
            return name, [one for one in names_of(own) if re.fullmatch(r"[^\W\d][\w.]*", one)]
        if isinstance(owner, Mapping):
            return name, [str(key) for key in owner]
        return name, [key for key in dir(owner) if not key.startswith("_")]


class Failed(Missing):
    """What stands for the result of a filter that failed, and was reported."""


class Notes:
    """What one filling of a template finds: faults, each with its line, and values to insert."""

    KEY: Final = " notes"
    """Where the context holds it: no identifier, so that no template can name it."""

    __slots__ = ("_names", "before", "found", "meter", "values")

    def __init__(self) -> None:
        """Start with nothing found."""
        self.found: list[tuple[int, Callable[[Where], Problem]]] = []
        self.values: list[DocxValue] = []
        self.meter = Meter()
        self.before = 0  # lines of the source before the piece that is being filled
        self._names: set[tuple[int, str]] = set()

    def add(self, line: int, fault: Callable[[Where], Problem]) -> None:
        """Remember a fault of that line of the piece that is being filled."""
        self.found.append((self.before + line, fault))

    def state(self) -> tuple[int, int]:
        """Return how many faults and values there are."""
        return len(self.found), len(self.values)

    def go_back(self, state: tuple[int, int]) -> None:
        """Forget what came after `state`."""
        del self.found[state[0] :]
        del self.values[state[1] :]

    def unknown(self, value: Missing, line: int, context: Mapping[str, object]) -> None:
        """Remember an unknown name, once for each line."""
        name, known = value.known(context)
        key = (self.before + line, name)
        if isinstance(value, Failed) or key in self._names:
            return
        self._names.add(key)
        self.add(line, lambda place: faults.unknown_name(name, known, place))


def line_of(error: BaseException, template: Template) -> int:
    """Return the line of the template's source at which `error` was raised (1 if unknown)."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def current_line() -> int:
    """Return the line of the source that is being printed now."""
    frame = sys._getframe()  # the line being printed is known to the stack alone
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back  # type: ignore[assignment]
    return 1
