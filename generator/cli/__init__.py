"""The command `baocao`: arguments, printing, exit codes. One file per command, nothing else.

Exit codes: 0 clean or only warnings, 1 problems, 2 wrong use.
"""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.cli import show
from generator.cli.arguments import Parser, Version, WrongUse, expanded, spell
from generator.cli.language import text
from generator.problem import Message, Stopped

if TYPE_CHECKING:
    from collections.abc import Sequence

# -- each is a module of this package (`-` as `_`) with SUMMARY, HELP, `add_arguments(parser)` and
# -- `command(arguments) -> exit code` --
COMMANDS = (
    "init",
    "new",
    "render",
    "check",
    "explain",
    "batch",
    "verify",
    "rollup",
    "preview",
    "diff",
    "fields",
    "lint",
    "new-template",
)


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line `argv` (default: the process's own) and exit with its code."""
    # -- one report is made and the process ends: what is garbage goes with it, and that Python
    # -- does not look for it at the very end either saves a tenth of the time --
    gc.disable()
    atexit.register(gc.freeze)
    show.survive_any_terminal()
    words = sys.argv[1:] if argv is None else argv
    code = run(expanded(words) if sys.platform == "win32" else words)
    sys.exit(show.finish(code))


def run(argv: Sequence[str]) -> int:
    """Run the command line `argv` and return its exit code; no exception escapes to the user."""
    try:
        arguments = _parser(argv).parse_args(argv)
        if sys.platform == "darwin":
            spell(arguments)
        return int(arguments.command(arguments))
    except WrongUse as wrong:
        return show.wrong_use(wrong)
    except Stopped as stopped:
        return show.problems(stopped.problems)
    except SystemExit as done:  # --help has printed what was asked for
        return int(done.code or 0)
    except KeyboardInterrupt:
        return show.sentence(Message("Đã dừng theo yêu cầu.", "Stopped as asked."), code=1)
    except Exception as error:  # the last net: a fault of ours, told in one line
        return show.unusable(error)


def _parser(argv: Sequence[str]) -> Parser:
    parser = Parser(
        prog="baocao",
        description=text(
            "Làm báo cáo hành chính (Báo cáo, Biểu mẫu) từ số liệu kỳ và mẫu Word.",
            "Vietnamese administrative reports from period data and Word templates.",
        ),
    )
    parser.add_argument(
        "--version", action=Version, help=text("in số phiên bản", "show the version")
    )
    commands = parser.add_subparsers(
        title=text("các lệnh", "commands"),
        metavar=text("LENH", "COMMAND"),
        required=True,
        dest="name",
    )
    # -- only the command that is asked for is imported; all of them for help and for guesses --
    asked = next((word for word in argv if not word.startswith("-")), "")
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        module = _module(name)
        summary = text(*module.SUMMARY)
        under = commands.add_parser(name, help=summary, description=text(*module.HELP))
        module.add_arguments(under)
        under.set_defaults(command=module.command)
    return parser


def _module(name: str) -> Any:
    return import_module(f"generator.cli.{name.replace('-', '_')}")
