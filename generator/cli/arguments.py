"""The command line, read with argparse and spoken of in the user's language."""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from unicodedata import normalize

from generator.cli.language import language, text
from generator.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

# -- argparse's sentences, and ours in Vietnamese --
_IN_VIETNAMESE = (
    (r"the following arguments are required: (?P<a>.*)", "còn thiếu {a}"),
    (r"one of the arguments (?P<a>.*) is required", "cần một trong các tùy chọn {a}"),
    (
        r"argument (?P<a>\S+): not allowed with argument (?P<b>\S+)",
        "không dùng {a} cùng với {b}",
    ),
    (r"unrecognized arguments: (?P<a>.*)", "thừa hoặc không có tham số {a}"),
    (r"argument (?P<a>\S+): expected one argument", "tùy chọn {a} cần một giá trị"),
    (
        r"argument (?P<a>\S+): invalid choice: '(?P<b>.*)' \(choose from (?P<c>.*)\)",
        "{a}: không có “{b}”, chỉ có {c}",
    ),
)


class WrongUse(Exception):  # noqa: N818  # no fault of ours: the command line is not usable
    """The command line is wrong; the text says how, in the user's language."""


class Parser(argparse.ArgumentParser):
    """An argument parser that raises `WrongUse` and whose help is in the user's language."""

    def __init__(self, **settings: Any) -> None:
        """Make a parser; `settings` are argparse's own."""
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **settings)
        self._positionals.title = text("tham số", "arguments")
        self._optionals.title = text("tùy chọn", "options")
        self.add_argument(
            "-h", "--help", action="help", help=text("in hướng dẫn này", "show this help")
        )

    def error(self, message: str) -> NoReturn:
        """Raise `WrongUse` for what argparse says is wrong."""
        said = message if language() == "en" else _in_vietnamese(message)
        raise WrongUse(said + self._guess(message))

    def _guess(self, message: str) -> str:
        wrong = re.search(r"unrecognized arguments: (-\S+)|invalid choice: '(.*?)'", message)
        if wrong is None:
            return ""
        best = nearest(wrong[1] or wrong[2], self._known())
        return text(f" — ý bạn là {best}?", f" — did you mean {best}?") if best else ""

    def _known(self) -> Iterable[str]:
        for action in self._actions:
            yield from action.option_strings
            if isinstance(action, argparse._SubParsersAction):
                for name, under in action.choices.items():
                    yield name
                    yield from under._known()


def expanded(words: Iterable[str]) -> list[str]:
    """Return `words` as a shell of Unix hands them over: patterns as the files that they fit.

    On Windows that is up to each program: `baocao lint templates\\so\\*.docx`. What fits no file
    stays as it is; what Word leaves beside an open document (`~$…`) was not meant.
    """
    from glob import glob, has_magic  # noqa: PLC0415  # needed on Windows only

    given: list[str] = []
    for word in words:
        fitting = glob(word) if has_magic(word) else []  # noqa: PTH207  # of any root
        given += sorted(name for name in fitting if "~$" not in name) or [word]
    return given


def spell(arguments: argparse.Namespace) -> None:
    """Write the paths among `arguments` as the disk does.

    A Mac finds `data/` by `Data/`, too: what asks where a file lies has to know it for the same.
    """
    for name, value in vars(arguments).items():
        each = [_spelled(one) for one in value] if isinstance(value, list) else _spelled(value)
        setattr(arguments, name, each)


def _spelled(value: object) -> object:
    if isinstance(value, str) and "/" in value:  # the name of a template set is no path
        return str(_spelled(Path(value)))
    if not isinstance(value, Path):
        return value
    found = Path()
    for part in value.parts:
        found /= _name_of(found, part)
    return found


def _name_of(folder: Path, name: str) -> str:
    """Return what a file that `folder` finds by `name` is called there, `name` if there is none."""
    wanted = normalize("NFC", name)
    with suppress(OSError):
        if (folder / name).exists():
            beside = {normalize("NFC", one.name) for one in folder.iterdir()}
            if wanted not in beside:
                return next((o for o in beside if o.casefold() == wanted.casefold()), name)
    return name


class Version(argparse.Action):
    """`--version`: print the version that is installed and leave."""

    def __init__(self, **settings: Any) -> None:
        """Take no value."""
        super().__init__(nargs=0, **settings)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print it."""
        from importlib.metadata import version  # noqa: PLC0415  # slow, and seldom asked for

        sys.stdout.write(f"baocao {version('baocao')}\n")
        parser.exit()


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with the examples as they are written and the usage line in the user's language."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        shown = text("Cách dùng: ", "Usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, shown)


def _in_vietnamese(said: str) -> str:
    for english, vietnamese in _IN_VIETNAMESE:
        found = re.fullmatch(english, said, re.DOTALL)
        if found:
            return vietnamese.format(**found.groupdict())
    return said
