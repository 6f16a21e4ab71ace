"""`manifest.json` beside the documents: what each was made from, to tell what is to be made anew.

Several runs may write to one folder at once: each adds the units it has made to whatever stands in
the file at that moment, under a lock, and replaces the file as a whole.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct, field

from generator.batch import loi
from generator.files import faults, read_bytes, write_atomic
from generator.problem import Stopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from generator.problem import Problem

NAME: Final = "manifest.json"
_LOCK: Final = ".manifest.lock"


class Pdf(Struct, frozen=True, kw_only=True):
    """The PDF of a document: its SHA-256, and that of the document it shows."""

    sha256: str
    of: str


class AcceptedWarning(Struct, frozen=True, kw_only=True):
    """A warning that the unit has looked into: its code, the place, and what the unit says."""

    code: str
    at: str
    reason: str


class Entry(Struct, frozen=True, kw_only=True):
    """What one document was made from.

    `inputs` are the unit's own files (None: looked for and not there), `shared` is the key of the
    files it shares with others in `Content.shared`; everything by SHA-256. `the_thuc` tells whether
    its layout was looked at.
    """

    data: str
    sha256: str
    inputs: dict[str, str | None]
    shared: str
    locale: str
    program: str
    the_thuc: bool = False
    warnings: int = 0
    accepted: tuple[AcceptedWarning, ...] = ()
    pdf: Pdf | None = None


class Content(Struct, kw_only=True):
    """A manifest: entries by unit; templates, form sets and register files by path."""

    units: dict[str, Entry] = field(default_factory=dict)
    shared: dict[str, dict[str, str]] = field(default_factory=dict)


class Manifest:
    """The manifest of a folder as it was when the run began, with what the run has added."""

    def __init__(self, folder: Path) -> None:
        """Read the manifest of `folder`, if there is one; `problem` says if it is of no use."""
        self._folder = folder
        self.problem: Problem | None = None
        self._added = Content()
        self._before = Content()
        try:
            self._before = _read(folder / NAME)
        except Stopped as stopped:
            self.problem = stopped.problems[0]

    @property
    def units(self) -> Mapping[str, Entry]:
        """Entries by unit."""
        return self._before.units | self._added.units

    def shared_of(self, entry: Entry) -> Mapping[str, str]:
        """Return the shared files that an entry was made from."""
        return self._before.shared.get(entry.shared) or self._added.shared.get(entry.shared, {})

    def add(self, unit: str, entry: Entry, shared: Mapping[str, str]) -> None:
        """Note what a document was made from; `save` writes it down."""
        self._added.units[unit] = entry
        self._added.shared[entry.shared] = dict(shared)

    def save(self) -> None:
        """Write what was added. Raises Stopped (HT-005)."""
        if not self._added.units:
            return
        path = self._folder / NAME
        with _locked(self._folder / _LOCK):
            try:
                current = _read(path)
            except Stopped:  # told when the run began
                current = Content()
            units = current.units | self._added.units
            known = current.shared | self._added.shared
            used = {entry.shared for entry in units.values()}
            content = Content(
                units=dict(sorted(units.items())),
                shared={key: known[key] for key in sorted(used) if key in known},
            )
            blob = msgspec.json.format(msgspec.json.encode(content), indent=1)
            write_atomic(path, blob + b"\n")


def key_of(shared: Mapping[str, str]) -> str:
    """Return the key of shared files: a digest of their names and digests."""
    return sha256(repr(sorted(shared.items())).encode()).hexdigest()[:16]


def _read(path: Path) -> Content:
    """Return the content of a manifest, empty where there is none. Raises Stopped."""
    if not path.exists():
        return Content()
    try:
        return msgspec.json.decode(read_bytes(path), type=Content)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Stopped([loi.unreadable_manifest(str(path), str(error))]) from error


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep other runs out; the system lifts the lock of a process that dies."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise Stopped([faults.not_written(path, error)]) from error
    with file:
        try:
            _lock(file)
        except OSError as error:  # Windows waits ten seconds at most
            raise Stopped([faults.not_written(path, error)]) from error
        yield


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  # there only

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl  # noqa: PLC0415  # not there on Windows

        fcntl.flock(file, fcntl.LOCK_EX)
