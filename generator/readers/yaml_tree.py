"""The events of the YAML parser -> the tree of raw values, and what a data file may not use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from generator.problem import Message, Problem, Stopped, Where
from generator.raw import Raw, RawList, RawMap, RawScalar
from generator.readers.scalars import CONTROL, control_problem, resolve
from generator.readers.yaml_errors import syntax_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 40
DUPLICATE = "DL-003"
"""The problem of a name that stands twice; its second value is left out."""
MAX_FAULTS = 20  # of syntax: whoever sees that many has another kind of file

_TOP_NAME = re.compile(r"[^\s#\-\]}].*?:(?:\s|$)")


def build_tree(text: str, name: str, problems: list[Problem]) -> Raw | None:
    """Return the top value of a YAML text, None for an empty one; what is wrong goes to `problems`.

    Raises `Stopped` where the syntax is broken, for nothing after that can be read.
    """
    return _Builder(name, problems).build(text)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Give each name of the top level with all that hangs on it, and how many lines stand above."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _TOP_NAME.match(line)]
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        yield start, "\n".join(lines[start:end])


def _fault(part: str, name: str, above: int) -> Problem | None:
    try:
        for _ in yaml.parse(part, Loader=_LOADER):
            pass
    except yaml.YAMLError as error:
        return syntax_problem(error, part, name, above)
    return None


class _Stop(Exception):  # noqa: N818  # leaves the events early; never seen outside this file
    """Nothing more can be read."""


class _Builder:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self._name = name
        self._problems = problems
        self._open: list[_OpenMap | _OpenList] = []
        self._root: Raw | None = None

    def build(self, text: str) -> Raw | None:
        """Return the top value, None for an empty file; problems go to the list."""
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self._take(event)
        except _Stop:
            pass
        except yaml.YAMLError as error:
            raise Stopped([*self._problems, *self._syntax(error, text)]) from error
        return self._root

    def _syntax(self, error: yaml.YAMLError, text: str) -> list[Problem]:
        """Return what is wrong in every part of the file: the parser itself stops at the first.

        A part begins at each name of the top level, so that one fault does not hide the next, and
        a quote that is never closed is told where it stands.
        """
        found = [
            problem
            for above, part in _parts(text)
            if (problem := _fault(part, self._name, above)) is not None
        ]
        return found[:MAX_FAULTS] or [syntax_problem(error, text, self._name)]

    def _take(self, event: yaml.Event) -> None:
        where = self._where(event)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event, where)
            self._add(self._scalar(event, where))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_marks(event, where)
            self._enter(event, where)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._open.pop().close())
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_marks(event, where)
            self._add(RawScalar(where=where, text="", value=None))
        elif isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
            self._second_document(where)

    def _where(self, event: yaml.Event) -> Where:
        mark = event.start_mark
        if mark is None:  # only in the events of the stream itself
            return Where(file=self._name)
        return Where(file=self._name, line=mark.line + 1, column=mark.column + 1)

    def _enter(self, event: yaml.Event, where: Where) -> None:
        if len(self._open) >= MAX_DEPTH:
            message = Message("Số liệu lồng nhau quá sâu.", "The data are nested too deeply.")
            self._problems.append(Problem(code="DL-008", message=message, where=where))
            raise _Stop
        if isinstance(event, yaml.MappingStartEvent):
            self._open.append(_OpenMap(where, self._problems))
        else:
            self._open.append(_OpenList(where))

    def _add(self, raw: Raw) -> None:
        if self._open:
            self._open[-1].add(raw)
        else:
            self._root = raw

    def _scalar(self, event: yaml.ScalarEvent, where: Where) -> RawScalar:
        text: str = event.value
        if hidden := CONTROL.search(text):  # written as an escape, "\x01"
            self._problems.append(control_problem(hidden[0], where))
        plain = event.style is None or event.style == ""
        value = resolve(text) if plain else text
        return RawScalar(where=where, text=text, value=value, quoted=not plain)

    def _refuse_marks(self, event: yaml.Event, where: Where) -> None:
        if getattr(event, "anchor", None) is None and getattr(event, "tag", None) is None:
            return
        self._problems.append(
            Problem(
                code="DL-004",
                message=Message(
                    "Không dùng các dấu &, * và ! của YAML trước một giá trị.",
                    "The YAML marks &, * and ! before a value are not used here.",
                ),
                where=where,
                hint=Message(
                    "Nếu dấu đó thuộc về chữ thì đặt cả giá trị trong ngoặc kép.",
                    "If the mark belongs to the text, put the whole value in quotes.",
                ),
            )
        )

    def _second_document(self, where: Where) -> None:
        message = Message(
            "Mỗi tệp chỉ chứa một báo cáo; dòng `---` mở phần thứ hai.",
            "A file holds one report; this line `---` begins a second one.",
        )
        hint = Message("Tách thành hai tệp hoặc bỏ dòng `---`.", "Split the file or drop `---`.")
        self._problems.append(Problem(code="DL-004", message=message, where=where, hint=hint))
        raise _Stop


class _OpenList:
    """A list whose end has not come yet."""

    def __init__(self, where: Where) -> None:
        self._where = where
        self._items: list[Raw] = []

    def add(self, raw: Raw) -> None:
        self._items.append(raw)

    def close(self) -> Raw:
        return RawList(where=self._where, items=tuple(self._items))


class _OpenMap:
    """A mapping whose end has not come yet; takes a key and a value in turn."""

    def __init__(self, where: Where, problems: list[Problem]) -> None:
        self._where = where
        self._problems = problems
        self._keys: dict[str, RawScalar] = {}
        self._values: dict[str, Raw] = {}
        self._key: Raw | None = None

    def add(self, raw: Raw) -> None:
        if self._key is None:
            self._key = raw
            return
        key, self._key = self._key, None
        if not isinstance(key, RawScalar):
            message = Message("Tên phải là một chữ hoặc số.", "A name must be a word or a number.")
            self._problems.append(Problem(code="DL-002", message=message, where=key.where))
        elif key.text in self._keys:
            self._problems.append(_duplicate(key, self._keys[key.text]))
        else:
            self._keys[key.text] = key
            self._values[key.text] = raw

    def close(self) -> Raw:
        return RawMap(where=self._where, keys=self._keys, values=self._values)


def _duplicate(key: RawScalar, first: RawScalar) -> Problem:
    return Problem(
        code=DUPLICATE,
        message=Message(
            f"Tên “{key.text}” đã có ở dòng {first.where.line}.",
            f"The name “{key.text}” already stands on line {first.where.line}.",
        ),
        where=key.where,
        hint=Message("Giữ lại một trong hai dòng.", "Keep one of the two lines."),
    )
