"""What a compiled library for Macs (a Mach-O file) says of itself, read on any system."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PROCESSORS = {"arm64": 0x0100000C, "x86_64": 0x01000007}
_FAT, _THIN = 0xCAFEBABE, 0xFEEDFACF
_LEAST, _LEAST_BEFORE = 0x32, 0x24
_LIBRARIES = (0x0C, 0x80000018, 0x8000001F)  # needed, welcome, handed on
_SIGNATURE = 0x1D
_START = 32


class Library(NamedTuple):
    """The oldest macOS it runs on; the libraries it needs; whether it is signed."""

    least: tuple[int, int]
    needs: tuple[str, ...]
    signed: bool


def read_library(blob: bytes, machine: str) -> Library:
    """Return what a library says of itself for a processor. Raises ValueError: it is not for it."""
    least, needs, signed = (0, 0), [], False
    for kind, command in _commands(_slice(blob, machine)):
        if kind in (_LEAST, _LEAST_BEFORE):
            (version,) = struct.unpack_from("<I", command, 12 if kind == _LEAST else 8)
            least = version >> 16, version >> 8 & 0xFF
        if kind in _LIBRARIES:
            (name,) = struct.unpack_from("<I", command, 8)
            needs.append(command[name:].split(b"\0")[0].decode())
        signed = signed or kind == _SIGNATURE
    return Library(least, tuple(needs), signed)


def _slice(blob: bytes, machine: str) -> bytes:
    if struct.unpack_from(">I", blob)[0] == _FAT:
        (count,) = struct.unpack_from(">I", blob, 4)
        for number in range(count):
            processor, _, start, size = struct.unpack_from(">IIII", blob, 8 + 20 * number)
            if processor == PROCESSORS[machine]:
                return blob[start : start + size]
    elif struct.unpack_from("<II", blob) == (_THIN, PROCESSORS[machine]):
        return blob
    raise ValueError(machine)


def _commands(blob: bytes) -> Iterator[tuple[int, bytes]]:
    (count,) = struct.unpack_from("<I", blob, 16)
    place = _START
    for _ in range(count):
        kind, size = struct.unpack_from("<II", blob, place)
        yield kind, blob[place : place + size]
        place += size
