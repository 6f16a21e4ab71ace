"""An empty Mac volume: HFS+, "Mac OS Extended", as Apple's Technical Note TN1150 lays it out.

Linux writes to such volumes; Debian has no program any more that makes them.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = 4096  # and of a node of the trees
_DATE = 0xD0000000  # 2014, in seconds since 1904
_NAME = "Mac"
_CATALOG = 256  # blocks, enough for some thousands of files
_ROOT_PARENT, _ROOT, _FIRST_FILE = 1, 2, 16
_UNMOUNTED = 0x100
_HEADER, _LEAF = 1, -1  # kinds of nodes
_BIG_KEYS, _KEYS_OF_ANY_LENGTH = 2, 4
_FOLDER, _FOLDER_THREAD = 1, 3
_HEADERS_END = 248  # of a header node: where its map of nodes begins


def make_volume(path: Path, megabytes: int) -> None:
    """Write the image of an empty volume to `path`."""
    size = megabytes << 20
    blocks = size // _BLOCK
    bitmap = -(-blocks // (8 * _BLOCK))
    extents = 1 + bitmap
    catalog = extents + 1
    end = catalog + _CATALOG
    header = struct.pack(
        ">HHI4s5I2I3II2III8x32x",
        *(0x482B, 4, _UNMOUNTED, b"10.0", 0, _DATE, _DATE, _DATE, _DATE, 0, 0),
        *(_BLOCK, blocks, blocks - end - 1, end, _BLOCK, _BLOCK, _FIRST_FILE, 0),
    )
    forks = _fork(1, bitmap) + _fork(extents, 1) + _fork(catalog, _CATALOG)
    header = (header + forks).ljust(512, b"\0")
    with path.open("wb") as image:
        image.truncate(size)
        for place in (1024, size - 1024):
            image.seek(place)
            image.write(header)
        image.seek(_BLOCK)
        image.write(_bits([*range(end), blocks - 1], bitmap * _BLOCK))
        image.seek(extents * _BLOCK)
        image.write(_tree(nodes=1, leaves=[], longest_key=10, flags=_BIG_KEYS))
        flags = _BIG_KEYS | _KEYS_OF_ANY_LENGTH
        image.write(_tree(nodes=_CATALOG, leaves=_top_folder(), longest_key=516, flags=flags))


def _fork(start: int, blocks: int) -> bytes:
    """Return where a file of the volume's own lies: in one piece."""
    return struct.pack(">QIIII56x", blocks * _BLOCK, blocks * _BLOCK, blocks, start, blocks)


def _tree(nodes: int, leaves: list[bytes], longest_key: int, flags: int) -> bytes:
    """Return the beginning of a tree with at most one leaf; the rest of it is zeros."""
    used = 2 if leaves else 1
    depth = root = used - 1
    about = struct.pack(
        ">H4IHH2IHIBBI64x",
        *(depth, root, len(leaves), root, root, _BLOCK, longest_key, nodes, nodes - used),
        *(0, nodes * _BLOCK, 0, 0xCF, flags),
    )
    map_of_nodes = _bits(range(used), _BLOCK - _HEADERS_END - 8)
    header = _node(_HEADER, 0, [about, bytes(128), map_of_nodes])
    return header + (_node(_LEAF, 1, leaves) if leaves else b"")


def _node(kind: int, height: int, records: list[bytes]) -> bytes:
    places = [14]
    for record in records:
        places.append(places[-1] + len(record))
    start = struct.pack(">IIbBHH", 0, 0, kind, height, len(records), 0) + b"".join(records)
    ends = b"".join(struct.pack(">H", place) for place in reversed(places))
    return start.ljust(_BLOCK - len(ends), b"\0") + ends


def _top_folder() -> list[bytes]:
    """Return the records of the volume's top folder: by its name, and by its number."""
    dates = struct.pack(">5I", *[_DATE] * 5)
    owner = struct.pack(">IIBBHI", 0, 0, 0, 0, 0o40777, 0)
    folder = struct.pack(">hHII", _FOLDER, 0, 0, _ROOT) + dates + owner + bytes(40)
    thread = struct.pack(">hHI", _FOLDER_THREAD, 0, _ROOT_PARENT) + _name(_NAME)
    return [_key(_ROOT_PARENT, _NAME) + folder, _key(_ROOT, "") + thread]


def _key(parent: int, name: str) -> bytes:
    body = struct.pack(">I", parent) + _name(name)
    return struct.pack(">H", len(body)) + body


def _name(name: str) -> bytes:
    return struct.pack(">H", len(name)) + name.encode("utf-16-be")


def _bits(used: range | list[int], size: int) -> bytes:
    bits = bytearray(size)
    for number in used:
        bits[number // 8] |= 0x80 >> number % 8
    return bytes(bits)
