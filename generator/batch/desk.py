"""The files of one unit as its report is made: each read through here, so that it is remembered.

A name is a path from the project's folder (`data/2022-Q1/dong-nai-bien-hoa.yaml`), or a whole path
for data that lie outside of it. What was looked for and not there is remembered, too: when it
appears the report has to be made anew.
"""

from __future__ import annotations

import posixpath
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator import readers
from generator.anh import not_beside
from generator.files import DATA, as_on_disk, faults, read_bytes
from generator.pipeline import Source
from generator.problem import Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.period import Ky


class Disk(Struct, frozen=True, kw_only=True):
    """Reads files of the project at `root`, of those below the folders `allowed` (see `disk`).

    Folders stay where they are while it lives: of each it is found out once whether it is allowed,
    which takes longer than to read a file.
    """

    root: Path
    allowed: tuple[Path, ...]
    _folders: dict[Path, bool] = field(default_factory=dict)

    def __call__(self, name: str) -> bytes | None:
        """Return the content of a file, None where there is none. Raises Stopped (HT-0xx)."""
        try:
            path = as_on_disk(self.root / name)
            if not path.exists():
                return None
        except OSError as error:  # a name that no disk takes
            raise Stopped([faults.unreadable(Where(file=name), error)]) from error
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = self._is_allowed(folder)
        if not (self._is_allowed(path) if path.is_symlink() else self._folders[folder]):
            raise Stopped([not_beside(name)])
        return read_bytes(path, name)

    def _is_allowed(self, path: Path) -> bool:
        full = path.resolve()
        return any(full.is_relative_to(place) for place in self.allowed)


def disk(root: Path, folder: Path) -> Disk:
    """Return what reads the data of the project at `root`, and those in `folder` if it is another.

    What a template or a text asks for may come from outside the office: nothing else of the disk
    is within its reach, not by `..`, not by an absolute path, not by a link.
    """
    return Disk(root=root.resolve(), allowed=((root / DATA).resolve(), folder.resolve()))


class Desk:
    """Reads with `read`; `inputs` fills up with the SHA-256 of what was read (None: not there)."""

    def __init__(self, data: str, read: Callable[[str], bytes | None]) -> None:
        """Serve the report of the data file called `data`."""
        self._data, self._read = data, read
        self.inputs: dict[str, str | None] = {}

    def source(self) -> Source:
        """Return the data file and what goes with it. Raises Stopped where it is not there."""
        text = text_beside(self._data)
        written = self._get(text)
        return Source(
            blob=self._require(self._data, self._data),
            name=self._data,
            narrative=None if written is None else (written, text),
            beside=self._beside,
            earlier=self._earlier,
        )

    def _beside(self, path: str) -> bytes:
        folder = posixpath.dirname(self._data)
        name = posixpath.normpath(posixpath.join(folder, path.replace("\\", "/")))
        if not name.startswith(f"{folder}/"):
            raise Stopped([not_beside(path)])
        return self._require(name, path)

    def _earlier(self, ky: Ky, don_vi: str) -> tuple[bytes, str] | None:
        for suffix in readers.suffixes():
            name = f"{DATA}/{ky}/{don_vi}{suffix}"
            blob = self._get(name)
            if blob is not None:
                return blob, name
        return None

    def _require(self, name: str, asked: str) -> bytes:
        blob = self._get(name)
        if blob is None:
            raise Stopped([faults.missing(Where(file=asked), ())])
        return blob

    def _get(self, name: str) -> bytes | None:
        blob = self._read(name)
        self.inputs[name] = digest(blob)
        return blob


def text_beside(data: str) -> str:
    """Return the name of the text that goes with the data file called `data`."""
    return posixpath.splitext(data)[0] + ".md"


def digest(blob: bytes | None) -> str | None:
    """Return the SHA-256 of a file's content, None for no file."""
    return None if blob is None else sha256(blob).hexdigest()


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of the file at `path`, None where it is not there or cannot be read."""
    try:
        return digest(read_bytes(path))
    except Stopped:
        return None


def changed(inputs: Mapping[str, str | None], read: Callable[[str], bytes | None]) -> list[str]:
    """Return the names of those inputs that are not what they were."""
    return [name for name, before in inputs.items() if not _is_same(name, before, read)]


def _is_same(name: str, before: str | None, read: Callable[[str], bytes | None]) -> bool:
    try:
        return digest(read(name)) == before
    except Stopped:  # it cannot be read: whoever makes the report will say why
        return False
