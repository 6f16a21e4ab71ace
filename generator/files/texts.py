"""Texts that were meant to stand beside a data file and are called otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import readers
from generator.files.disk import as_on_disk, is_aside
from generator.problem import Message, Problem, Severity, Where
from generator.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.files.folder import Folder

_KINDS = (".md.txt", ".md.md", ".markdown", ".md")  # Windows hides the last end of a name
_ALIKE = 0.85  # units of one province begin alike


def misnamed_texts(data_file: Path, folder: Folder) -> tuple[Problem, ...]:
    """Return a warning (HT-012) for a text whose name is nearly that of `data_file`.

    A data file that has its text beside it misses none.
    """
    if as_on_disk(data_file.with_suffix(".md")).is_file() or not data_file.parent.is_dir():
        return ()
    names = [path.name for path in data_file.parent.iterdir() if not is_aside(path.name)]
    stems = {name.removesuffix(end) for name in names for end in readers.suffixes()} - set(names)
    return tuple(
        _misnamed(folder.display(data_file.with_name(name)), data_file)
        for name, stem in sorted(_texts(names))
        if (name != f"{stem}.md" or stem not in stems)
        and nearest(stem, stems, _ALIKE) == data_file.stem
    )


def _texts(names: list[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        end = next((end for end in _KINDS if name.lower().endswith(end)), "")
        if end:
            yield name, name[: -len(end)]


def _misnamed(text: str, data_file: Path) -> Problem:
    wanted = data_file.with_suffix(".md").name
    return Problem(
        code="HT-012",
        severity=Severity.WARNING,
        message=Message(
            f"Lời văn {text} không được dùng: tên tệp phải là {wanted}.",
            f"The text {text} is not used: it must be called {wanted}.",
        ),
        where=Where(file=text),
        hint=Message(f"Đổi tên thành {wanted}.", f"Rename it to {wanted}."),
    )
