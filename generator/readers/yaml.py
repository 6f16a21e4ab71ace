"""Data files in YAML: bytes -> `RawMap`, every value with its line and column.

Of YAML a data file needs mappings, lists and values; anchors, tags and second documents are
refused. Most files are written as plainly as that and are read line by line (`yaml_plain`). All
others are read from the events of PyYAML's parser (`yaml_tree`; the C one where it is built), not
from its constructors: those know the odd readings of YAML 1.1 (`NO` is false, `010` is eight,
`1:30` is ninety) and lose the places.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.problem import Message, Problem, Stopped, Where
from generator.raw import PartlyReadError, RawMap
from generator.readers.scalars import CONTROL, control_problem
from generator.readers.yaml_plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.raw import Raw

MAX_BYTES = 4_000_000


def read_yaml(data: bytes, name: str) -> RawMap:
    """Return the values of the YAML file `data`; `name` is its name in messages.

    Raises `Stopped` (DL-001 ... DL-008) with everything that could be found in one reading;
    `PartlyReadError` where nothing but names standing twice was found.
    """
    text = _decode(data, name)
    problems = list(_control_characters(text, name))
    if problems:
        raise Stopped(problems)
    plain = read_plain(text, name)
    if plain is not None:
        return plain
    # -- loading the parser takes longer than reading all files of a report without it --
    from generator.readers.yaml_tree import DUPLICATE, build_tree  # noqa: PLC0415

    root = build_tree(text, name, problems)
    if isinstance(root, RawMap):
        if not problems:
            return root
        # -- where a name stands twice the first counts: all else can be looked at --
        if all(problem.code == DUPLICATE for problem in problems):
            raise PartlyReadError(problems, root)
        raise Stopped(problems)
    raise Stopped(problems or [_not_a_mapping(root, name)])


def _not_a_mapping(root: Raw | None, name: str) -> Problem:
    if root is None:
        return Problem(
            code="DL-006",
            message=Message("Tệp trống, chưa có số liệu nào.", "The file is empty."),
            where=Where(file=name),
        )
    return Problem(
        code="DL-006",
        message=Message(
            "Tệp phải gồm các dòng `tên: giá trị`.",
            "The file must consist of lines `name: value`.",
        ),
        where=root.where,
        hint=Message("Ví dụ: `ky: 2022-Q1`.", "For example: `ky: 2022-Q1`."),
    )


def _decode(data: bytes, name: str) -> str:
    """Return the text of the file in NFC, without a byte order mark and with plain line ends."""
    if len(data) > MAX_BYTES:
        megabytes = MAX_BYTES // 1_000_000
        message = Message(
            f"Tệp quá lớn (quá {megabytes} MB).", f"The file is too large (over {megabytes} MB)."
        )
        raise Stopped([Problem(code="DL-008", message=message, where=Where(file=name))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Stopped([_not_utf8(data, error, name)]) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:64]
    guess = "UTF-16" if utf16 else "windows-1258, TCVN3 (ABC)"
    line = None if utf16 else data.count(b"\n", 0, error.start) + 1
    return Problem(
        code="DL-001",
        message=Message(
            f"Tệp không ở dạng UTF-8 (có thể là {guess}).",
            f"The file is not UTF-8 (perhaps {guess}).",
        ),
        where=Where(file=name, line=line),
        hint=Message(
            "Mở tệp bằng trình soạn thảo rồi lưu lại dạng UTF-8.",
            "Open the file in an editor and save it as UTF-8.",
        ),
    )


def _control_characters(text: str, name: str) -> Iterator[Problem]:
    for match in CONTROL.finditer(text):
        start = match.start()
        line = text.count("\n", 0, start) + 1
        yield control_problem(
            match[0], Where(file=name, line=line, column=start - text.rfind("\n", 0, start))
        )
