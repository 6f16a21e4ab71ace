"""Characters that carry something through Markdown, and characters no text may hold.

A value of the data must print as it is, whatever it contains: `*`, `|`, `# x`, leading spaces. So
before Markdown is read, every character of a value that could mean something to it is replaced
by a stand-in from a private-use plane of Unicode, which Markdown takes for a letter; afterwards
the stand-ins are turned back. (A backslash before each would not do: `**98\\%**chữ` is not bold,
a value that ends in a backslash would eat the next cell's border, and spaces cannot be escaped.)
Values that write themselves as WordprocessingML travel as one character that numbers them.

The two planes and the control characters are free for this because no text may contain them.
"""

from __future__ import annotations

import re
from typing import Final

_STAND_IN: Final = 0xF0000
_VALUE: Final = 0x100000
MAX_VALUES: Final = 0xFFFD

_HIDE: Final = {code: chr(_STAND_IN + code) for code in range(0x100) if not chr(code).isalnum()}
_SHOW: Final = {stand_in: chr(code) for code, stand_in in _HIDE.items()}
_STAND_INS: Final = re.compile("[\U000f0000-\U000f00ff]")

ILLEGAL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
    "\U000f0000-\U000f00ff\U00100000-\U0010ffff]"
)
_ILLEGAL_OUTPUT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
VALUES: Final = re.compile("([\U00100000-\U0010fffd])")

_LINE: Final = re.compile("\x02([0-9]+)\x03")


def hide(text: str) -> str:
    """Return `text` with everything that could act as Markdown replaced by its stand-in."""
    return text.replace("\r\n", "\n").translate(_HIDE)


def show(text: str) -> str:
    """Return `text` with all stand-ins turned back."""
    # -- few characters have to be turned back, `translate` would look up every one --
    for stand_in in set(_STAND_INS.findall(text)):
        text = text.replace(stand_in, _SHOW.get(stand_in, stand_in))
    return text


def value_mark(number: int) -> str:
    """Return the character that stands for the value of that number (from 0)."""
    return chr(_VALUE + number)


def value_number(mark: str) -> int:
    """Return the number of the value that `mark` stands for."""
    return ord(mark) - _VALUE


def illegal(text: str) -> str:
    """Return the first character of `text` that cannot be printed as `U+0000`, or nothing."""
    found = _ILLEGAL_OUTPUT.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def mark_line(number: int) -> str:
    """Return the invisible mark of a line of the source."""
    return f"\x02{number}\x03"


def mark_lines(text: str, first: int) -> str:
    """Return `text`, whose first line is line `first` of a source, with the mark of each line."""
    lines = text.split("\n")
    marked = [mark_line(first + number) + line for number, line in enumerate(lines)]
    # A line that only begins here belongs to whatever tag follows.
    marked[-1] = marked[-1] if lines[-1] else ""
    return "\n".join(marked)


def unmark_lines(text: str) -> tuple[str, list[int]]:
    """Return `text` without its line numbers, and for each of its lines the line it came from."""
    lines, numbers = [], []
    number = 1
    for line in text.split("\n"):
        pieces = _LINE.split(line)  # every second one is a number
        number = int(pieces[1]) if len(pieces) > 1 else number
        lines.append("".join(pieces[::2]))
        numbers.append(number)
    return "\n".join(lines), numbers
