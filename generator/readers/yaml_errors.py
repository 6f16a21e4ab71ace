"""What the YAML parser complains about, in the words of a clerk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problem import Message, Problem, Where

if TYPE_CHECKING:
    from typing import Final

    import yaml

_Advice = tuple[Message, Message]

_TAB: Final[_Advice] = (
    Message("Đầu dòng có dấu tab.", "The line begins with a tab."),
    Message("Thụt dòng bằng dấu cách.", "Indent with spaces."),
)
_SIGN: Final[_Advice] = (
    Message(
        "Giá trị không được bắt đầu bằng dấu @, dấu % hay dấu `.",
        "A value must not begin with @, % or `.",
    ),
    Message("Đặt cả giá trị trong ngoặc kép.", "Put the whole value in quotes."),
)
_OTHER: Final[_Advice] = (
    Message("Tệp sai cú pháp ở chỗ này.", "The syntax of the file is wrong here."),
    Message(
        "Xem lại dòng này và dòng ngay trên: dấu hai chấm, dấu ngoặc, độ thụt đầu dòng.",
        "Look at this line and the one above: colons, brackets, quotes, indentation.",
    ),
)
_INDENT: Final[_Advice] = (
    Message(
        "Dòng này thụt không thẳng với các dòng cùng cấp, hoặc còn chữ thừa sau giá trị.",
        "This line is not aligned with its neighbours, or there is more text after a value.",
    ),
    Message(
        "Cho thẳng hàng với dòng cùng cấp; giá trị có dấu ngoặc kép thì đóng ở cuối giá trị.",
        "Align it with its neighbours; close quotes only at the end of a value.",
    ),
)

_NO_SPACE: Final[_Advice] = (
    Message("Thiếu dấu cách sau dấu hai chấm.", "A space is missing after the colon."),
    Message("Viết `tên: giá trị`.", "Write `name: value`."),
)
# -- `ky:2022-Q1`, `"2.1":45`; `https://…` is none --
_CLOSE = re.compile(r""" *(?:- +)?(?:"[^"]*"|'[^']*'|[\w.-]+):(?=[^\s:/])""")
# -- what the parser says of it, mostly at the line after it --
_SAID_OF_IT: Final = (
    *("mapping values are not", "could not find expected ':'", "expected key"),
    "document start",  # a comment ends such a line
)

# The parser's own words (libyaml, and PyYAML without it) -> what they mean for the user.
_MEANINGS: Final[tuple[tuple[str, _Advice], ...]] = (
    (
        "mapping values are not allowed",
        (
            Message(
                "Có dấu hai chấm ở chỗ không thể có, hoặc dòng này thụt sai.",
                "There is a colon where none can be, or this line is indented wrongly.",
            ),
            Message(
                "Giá trị có dấu hai chấm thì đặt trong ngoặc kép; dòng cùng cấp phải thẳng hàng.",
                "Put a value with a colon in quotes; align lines of one level.",
            ),
        ),
    ),
    (
        "found unexpected end of stream",
        (
            Message("Thiếu dấu ngoặc kép đóng.", "A closing quote is missing."),
            Message(
                "Thêm dấu ngoặc cùng loại ở cuối giá trị.", "Add the same quote after the value."
            ),
        ),
    ),
    (
        "expected ',' or",
        (
            Message(
                "Thiếu dấu phẩy hoặc dấu ngoặc đóng ] hay }.",
                "A comma or a closing bracket ] or } is missing.",
            ),
            Message(
                "Xem lại các ngoặc trên dòng này và dòng trên.",
                "Look at the brackets of this line and the one above.",
            ),
        ),
    ),
    (
        "unknown escape character",
        (
            Message(
                "Dấu \\ trong ngoặc kép không được hiểu.",
                "The backslash in double quotes is not understood.",
            ),
            Message("Dùng ngoặc đơn '…' thay ngoặc kép.", "Use single quotes '…' instead."),
        ),
    ),
    (
        "block sequence entries are not allowed",
        (
            Message(
                "Dấu gạch đầu dòng `-` phải ở đầu một dòng riêng.",
                "The dash `-` of a list must begin a line of its own.",
            ),
            Message("Xuống dòng trước dấu `-`.", "Begin a new line before `-`."),
        ),
    ),
    ("found a tab character", _TAB),
    ("did not find expected '-' indicator", _INDENT),
    ("did not find expected key", _INDENT),
    ("expected <block end>", _INDENT),
    (
        "could not find expected ':'",
        (
            Message("Thiếu dấu hai chấm sau tên.", "A colon is missing after the name."),
            Message("Viết `tên: giá trị`.", "Write `name: value`."),
        ),
    ),
)


def syntax_problem(error: yaml.YAMLError, text: str, name: str, above: int = 0) -> Problem:
    """Return the parser's error as a problem (DL-002) at its line and column.

    `above` is the number of lines of the file that stand above `text`.
    """
    mark = getattr(error, "problem_mark", None)
    complaint = str(getattr(error, "problem", "") or "")
    opened = getattr(error, "context_mark", None)
    if mark is None:
        where, (message, hint) = Where(file=name), _OTHER
    else:
        at_end = "end of stream" in complaint or mark.line > text.rstrip().count("\n")
        if at_end and opened is not None:
            mark = opened  # the end helps nobody: show where the quote or bracket was opened
        line, column = mark.line, mark.column
        message, hint = _advice(complaint, text, line, column)
        said = any(words in complaint for words in _SAID_OF_IT)
        if said and (place := _missing_space(text, line)):
            (line, column), (message, hint) = place, _NO_SPACE
        where = Where(file=name, line=above + line + 1, column=column + 1)
    return Problem(code="DL-002", message=message, where=where, hint=hint)


def _missing_space(text: str, line: int) -> tuple[int, int] | None:
    """Return the place behind a colon without its space, in a line or else the one above it."""
    lines = text.split("\n")[: line + 1]
    told = [n for n, one in enumerate(lines) if one.strip() and not one.lstrip().startswith("#")]
    found = [(n, close.end()) for n in told[-2:] if (close := _CLOSE.match(lines[n]))]
    return found[-1] if found else None


def _advice(complaint: str, text: str, line: int, column: int) -> _Advice:
    if "cannot start any token" in complaint:
        lines = text.split("\n")
        character = lines[line][column : column + 1] if line < len(lines) else ""
        return _TAB if character == "\t" else _SIGN
    for words, advice in _MEANINGS:
        if words in complaint:
            return advice
    return _OTHER
