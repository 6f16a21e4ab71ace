"""Reading and writing single files. Writes are atomic: the whole file, or nothing."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import unicodedata
from typing import TYPE_CHECKING, Final

from generator import readers
from generator.files import faults
from generator.problem import Stopped, Where
from generator.word.own_hand import is_in_own_hand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_DEVICES: Final = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
# -- `.<name>.<process>-<chance>.tmp`: what a process that was killed left behind --
_LEFTOVER: Final = re.compile(r"\..*\.(?P<process>[0-9]+)-[^.]+\.tmp")


def read_bytes(path: Path, name: str = "") -> bytes:
    """Return the content of the file at `path`; problems call it `name`.

    A name counts by its letters, however they are composed (see `as_on_disk`).

    Raises Stopped with HT-001 to HT-004 when it is missing, a folder, not allowed or unreadable.
    """
    where = Where(file=name or str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        there = as_on_disk(path)
        if there != path:
            return read_bytes(there, where.file)
        problem = faults.missing(where, _beside(path))
        cause: OSError = error
    except IsADirectoryError as error:
        problem, cause = faults.folder(where), error
    except PermissionError as error:
        # -- Windows answers "permission denied" for a folder --
        problem = faults.folder(where) if path.is_dir() else faults.not_allowed(where)
        cause = error
    except OSError as error:
        problem, cause = faults.unreadable(where, error), error
    raise Stopped([problem]) from cause


def as_on_disk(path: Path) -> Path:
    """Return `path` with the name of the file that is there: one of the same letters is the same.

    macOS may write “á” as a letter and a mark, and files that come from there keep such names. It
    finds them by either spelling, Windows and Linux by the exact one alone.
    """
    if path.name.isascii() or path.exists() or not path.parent.is_dir():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    beside = path.parent.iterdir()
    return next((o for o in beside if unicodedata.normalize("NFC", o.name) == wanted), path)


def is_device(name: str) -> bool:
    """Tell whether Windows keeps `name` for a device: no file or folder can be called so there."""
    return bool(_DEVICES.fullmatch(name))


def is_aside(name: str) -> bool:
    """Tell whether a file is a program's own: hidden, or what Word leaves beside an open one.

    On drives that are not its own, a Mac puts a hidden `._x.yaml` beside each `x.yaml`.
    """
    return name.startswith((".", "~"))


def write_atomic(path: Path, blob: bytes, *, flushed: bool = True) -> None:
    """Write `blob` to `path`, whole or not at all, making the folders it needs.

    After a power failure, too, there is the old file or the new one, if it is `flushed`. Who writes
    many files may leave that for later (`flush`): a disk takes them together in far less time.

    Raises Stopped with HT-005 when the place cannot be written: a read-only folder, a full disk, a
    file that Word holds open.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, blob, flushed=flushed)
    except OSError as error:
        raise Stopped([faults.not_written(path, error)]) from error


def flush(paths: Iterable[Path]) -> None:
    """See to it that files that were written are on the disk, not only on their way there.

    Raises Stopped with HT-005 where that fails; a file that was moved since, or that Word holds
    open, is left alone.
    """
    last = None
    for path in paths:
        _flush(path, os.fsync)
        last = path
    if last:  # once for all: a drive writes down whatever it has
        _flush(last, _empty_drive)


def keep_edited(path: Path) -> None:
    """Raise Stopped with HT-024 where a Word file stands that other programs have saved.

    An empty one is nobody's work: a power failure leaves that.
    """
    if path.is_file() and path.stat().st_size and not is_in_own_hand(read_bytes(path)):
        raise Stopped([faults.edited(path)])


def _replace(path: Path, blob: bytes, *, flushed: bool) -> None:
    # -- not by `tempfile`: where Windows refuses a folder it tries ten thousand names before it
    # -- says so, and then gives the wrong reason --
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    file = temporary.open("xb")
    try:
        with file:
            file.write(blob)
            file.flush()
            if flushed:
                os.fsync(file.fileno())
                _empty_drive(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _flush(path: Path, how: Callable[[int], None]) -> None:
    try:
        with path.open("r+b") as file:
            how(file.fileno())
    except (FileNotFoundError, PermissionError):
        pass
    except OSError as error:
        raise Stopped([faults.not_written(path, error)]) from error


def _empty_drive(file: int) -> None:
    """Have the drive write down what it was given: on a Mac, `fsync` does not ask for that."""
    if sys.platform == "darwin":
        from fcntl import F_FULLFSYNC, fcntl  # noqa: PLC0415  # not there on Windows

        with contextlib.suppress(OSError):  # a network drive cannot be told
            fcntl(file, F_FULLFSYNC)


def clean(folder: Path) -> None:
    """Delete the unfinished files in `folder` of processes that are no more (`kill -9`)."""
    for path in folder.glob(".*.tmp"):
        found = _LEFTOVER.fullmatch(path.name)
        if found and not _is_alive(int(found["process"])):
            # -- on Windows a file that is being written cannot be deleted --
            with contextlib.suppress(OSError):
                path.unlink()


def _is_alive(process: int) -> bool:
    """Tell whether a process runs; on Windows, where asking would end it, never."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def _beside(path: Path) -> list[str]:
    """Return the names of the files like `path` in its folder.

    Of a data file that is there as another kind (`.yaml`, not `.xlsx`), that one alone.
    """
    if not path.parent.is_dir():
        return []
    kinds = readers.suffixes()
    if path.suffix in kinds:
        same = [path.with_suffix(kind) for kind in kinds]
        there = [other.name for other in same if other.is_file()]
        if there:
            return there
    names = [one.name for one in path.parent.iterdir() if one.suffix == path.suffix]
    return [name for name in names if not is_aside(name)]
