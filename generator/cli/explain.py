"""`baocao explain`: what a warning means, why it matters and what to do, with two examples."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from generator.cli import show
from generator.cli.arguments import WrongUse
from generator.cli.language import language, text
from generator.cli.meanings import meanings
from generator.problem import Message, Severity
from generator.suggest import nearest

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from generator.checks.view import Rule
    from generator.the_thuc import Rule as LayoutRule

    _Rule = Rule | LayoutRule

SUMMARY = Message("giải thích một mã lỗi, mã cảnh báo", "explain the code of a problem")
HELP = Message(
    """Giải thích một quy tắc kiểm tra (NQ, TT): nói gì, vì sao, phải làm gì, một ví dụ đúng và một
ví dụ sai. Với mã khác (DL, MA, HT): mã ấy nghĩa là gì. Không ghi mã thì liệt kê mọi quy tắc.

ví dụ:
  baocao explain
  baocao explain NQ-003
  baocao explain DL-038""",
    """Explain a rule (NQ, TT): what it says, why, what to do, with an example that passes and one
that fails. Of other codes (DL, MA, HT): what they mean. Without a code, all rules are listed.

examples:
  baocao explain
  baocao explain NQ-003
  baocao explain DL-038""",
)
_SAID_THERE = (
    "Câu in dưới mã này nói rõ chỗ sai ở tệp nào, dòng nào và phải làm gì.",
    "The words printed below the code say where it is wrong and what to do.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "code",
        nargs="?",
        default="",
        metavar=text("MA", "CODE"),
        help=text("mã in ở đầu lỗi, cảnh báo, ví dụ NQ-003", "the code, such as NQ-003"),
    )


def command(arguments: Namespace) -> int:
    """Print the manual of one rule, or the list of all."""
    from generator import checks, the_thuc  # noqa: PLC0415  # only this command needs them all

    by_code: dict[str, _Rule] = {rule.CODE: rule for rule in checks.RULES}
    by_code |= {rule.CODE: rule for rule in the_thuc.RULES}
    asked = arguments.code.strip().upper()
    if not asked:
        for _, rule in sorted(by_code.items()):
            show.line(f"{rule.CODE}  {_name(rule)}", sys.stdout)
        return 0
    others = meanings()
    code = asked if asked in others else _by_number(asked, others)
    if code in by_code:
        show.line(_page(by_code[code]), sys.stdout)
    elif code in others:
        show.line(f"{code}  {others[code].in_language(language())}", sys.stdout)
        show.line(text(*_SAID_THERE), sys.stdout)
    else:
        raise WrongUse(_unknown(asked, list(others)))
    return 0


def _by_number(asked: str, codes: Iterable[str]) -> str:
    """Return the code that was meant by `NQ-3` or `NQ3`, "" if it is none."""
    written = re.fullmatch(r"([A-Z]{2})[- ]?0*([0-9]{1,3})", asked)
    code = f"{written[1]}-{int(written[2]):03}" if written else ""
    return code if code in codes else ""


def _name(rule: _Rule) -> str:
    from generator.checks.manual import manual_of  # noqa: PLC0415

    return manual_of(rule).name.in_language(language())


def _page(rule: _Rule) -> str:
    from generator.checks.acceptance import how_to_accept  # noqa: PLC0415
    from generator.checks.manual import manual_of  # noqa: PLC0415

    manual, lang = manual_of(rule), language()
    error = rule.SEVERITY is Severity.ERROR
    accept = (
        how_to_accept(rule.CODE).in_language(lang) if rule.CODE.startswith(("NQ", "TT")) else ""
    )
    degree = text("lỗi", "error") if error else text("cảnh báo", "warning")
    return "\n".join(
        (
            f"{rule.CODE} ({degree})  {manual.name.in_language(lang)}",
            "",
            manual.body.in_language(lang),
            *((accept,) if accept else ()),
            "",
            text("Ví dụ đúng:", "Right:"),
            _indented(manual.right.shown),
            text("Ví dụ sai:", "Wrong:"),
            _indented(manual.wrong.shown).rstrip(),
        )
    )


def _indented(shown: str) -> str:
    return "".join(f"    {line}\n" for line in shown.splitlines())


def _unknown(code: str, codes: list[str]) -> str:
    number = "".join(letter for letter in code if letter.isdecimal())
    same = [one for one in codes if number and int(one[3:]) == int(number)]
    near = nearest(code, same) or ", ".join(same) or nearest(code, codes)
    guess = text(f" — ý bạn là {near}?", f" — did you mean {near}?") if near else ""
    return text(
        f"không có mã {code}{guess}; `baocao explain` liệt kê mọi quy tắc",
        f"there is no code {code}{guess}; `baocao explain` lists all rules",
    )
