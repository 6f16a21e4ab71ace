"""`baocao check --the-thuc`: finished Word files held against the rules of layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message, Problem, Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def checked(asked: Sequence[Path]) -> Iterator[tuple[str, Sequence[Problem], int]]:
    """Yield each Word file with what is wrong with its layout; nothing can be accepted there.

    Of a folder all its .docx files are taken. Raises Stopped (HT-049) for a folder without any.
    """
    from generator import the_thuc  # noqa: PLC0415  # only this option needs the rules
    from generator.files import read_bytes  # noqa: PLC0415

    for path in _word_files(asked):
        name = str(path)
        try:
            found = the_thuc.check(read_bytes(path, name), name)
        except Stopped as stopped:
            found = stopped.problems
        yield name, found, 0


def _word_files(asked: Sequence[Path]) -> Iterator[Path]:
    from generator.files import is_aside  # noqa: PLC0415

    for path in asked:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(file for file in path.rglob("*.docx") if not is_aside(file.name))
        if not inside:
            raise Stopped([_no_word_files(str(path))])
        yield from inside


def _no_word_files(name: str) -> Problem:
    return Problem(
        code="HT-049",
        where=Where(file=name),
        message=Message(
            "Trong thư mục không có tệp Word (.docx) nào.", "The folder holds no .docx files."
        ),
    )
