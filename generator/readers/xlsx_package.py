"""The archive behind a workbook: its XML parts, unpacked within limits, or why there are none.

Sizes are taken from the archive's own directory before anything is unpacked, and no more than what
the directory states is ever unpacked. No part may declare a document type: that is where entities,
external ones too, come from, and no program writes one into a workbook.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from functools import lru_cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from xml.etree import ElementTree as ET

from zlib_ng import zlib_ng

from generator.problem import Problem, Stopped, Where
from generator.readers import xlsx_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Final

    from generator.problem import Message

MAX_BYTES: Final = 10_000_000
MAX_PART: Final = 4_000_000  # a form takes about 20,000
MAX_TAGS: Final = 400_000  # of one part: an element takes some 300 bytes of memory
MAX_TOTAL: Final = 32_000_000

_SMALL: Final = 15_000  # bytes of a part that may well be in all workbooks; forms take more
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = 0x1
_LOCAL_HEAD: Final = 30  # bytes before the name of a member; the last four tell what follows
_DOCTYPE: Final = (
    b"<!DOCTYPE",
    "<!DOCTYPE".encode("utf-16-le"),
    "<!DOCTYPE".encode("utf-16-be"),
)
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)


_Parsed = TypeVar("_Parsed")
BROKEN_XML: Final = (ET.ParseError, ValueError, LookupError)


class Relation(NamedTuple):
    """What one part says of another: the last word of its type (`styles`), and its path."""

    kind: str
    path: str


class Package:
    """The parts of one workbook by their paths, each unpacked and parsed when it is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive. Raises `Stopped` with DL-080 ... DL-083 where it is none of ours."""
        self._name = name
        self._left = MAX_TOTAL
        if len(data) > MAX_BYTES:
            raise self.stopped("DL-083", xlsx_faults.too_large(MAX_BYTES))
        if data.startswith(_OLE):
            raise self._ole(data)
        self._data = data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            cut = data.startswith(b"PK")
            fault = xlsx_faults.DAMAGED if cut else xlsx_faults.NOT_A_WORKBOOK
            raise self.stopped("DL-082" if cut else "DL-080", fault) from error
        # -- some programs write other cases or backslashes than their own relations do --
        self._members = {_folded(one.filename): one for one in self._zip.infolist()}

    def parsed(self, blob: bytes, parse: Callable[[bytes], _Parsed]) -> _Parsed:
        """Return what `parse` makes of a part. Raises `Stopped` with DL-082 where it is no XML."""
        try:
            return parse(blob)
        except BROKEN_XML as error:
            raise self.stopped("DL-082", xlsx_faults.DAMAGED) from error

    def blob(self, path: str) -> bytes:
        """Return the part at `path`, unpacked.

        Raises `Stopped` with DL-081 (encrypted), DL-082 (damaged or absent), DL-083 (too large) or
        DL-084 (a document type).
        """
        info = self._members.get(_folded(path))
        if info is None:
            raise self.stopped("DL-082", xlsx_faults.DAMAGED)
        if info.flag_bits & _ENCRYPTED:
            raise self.stopped("DL-081", xlsx_faults.PROTECTED)
        self._left -= info.file_size
        if info.file_size > MAX_PART or self._left < 0:
            raise self.stopped("DL-083", xlsx_faults.UNPACKED_TOO_LARGE)
        try:
            blob = self._unpacked(info)
        except _BROKEN as error:
            raise self.stopped("DL-082", xlsx_faults.DAMAGED) from error
        if len(blob) > MAX_TAGS and blob.count(b"<") > MAX_TAGS:
            raise self.stopped("DL-083", xlsx_faults.UNPACKED_TOO_LARGE)
        if b"!" in blob and any(mark in blob for mark in _DOCTYPE):
            raise self.stopped("DL-084", xlsx_faults.UNSAFE)
        return blob

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.compress_type != zipfile.ZIP_DEFLATED:
            return self._zip.read(info)
        # -- what `zipfile` does, in a third of the time --
        named, extra = struct.unpack_from("<2H", self._data, info.header_offset + _LOCAL_HEAD - 4)
        start = info.header_offset + _LOCAL_HEAD + named + extra
        packed = self._data[start : start + info.compress_size]
        unpack = _common_part if info.file_size <= _SMALL else _part
        return unpack(packed, info.file_size, info.CRC)

    def relations(self, path: str) -> Mapping[str, Relation]:
        """Return what the part at `path` refers to, by relation id; nothing for a part alone."""
        folder, file = posixpath.split(path)
        beside = posixpath.join(folder, "_rels", f"{file}.rels")
        if _folded(beside) not in self._members:
            return {}
        return self.parsed(self.blob(beside), partial(_relations, folder))

    def stopped(self, code: str, fault: tuple[Message, Message]) -> Stopped:
        """Return the refusal of the whole file."""
        message, hint = fault
        return Stopped(
            [Problem(code=code, message=message, where=Where(file=self._name), hint=hint)]
        )

    def _ole(self, data: bytes) -> Stopped:
        """Return what an OLE file is: a workbook with a password, or one of Excel 97-2003."""
        if "EncryptedPackage".encode("utf-16-le") in data:
            return self.stopped("DL-081", xlsx_faults.PROTECTED)
        return self.stopped("DL-080", xlsx_faults.OLD_EXCEL)


def _part(packed: bytes, size: int, crc: int) -> bytes:
    """Return a part, unpacked. Raises BadZipFile where it is not what the directory says."""
    try:
        blob = bytes(zlib_ng.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1))
    except zlib_ng.error as error:  # type: ignore[misc]  # no stubs
        raise zipfile.BadZipFile("damaged") from error
    if len(blob) != size or zlib_ng.crc32(blob) != crc:
        raise zipfile.BadZipFile("damaged")
    return blob


# Half of the parts are the same in all workbooks of one mould: lists, formats, sheets left empty.
_common_part: Final = lru_cache(maxsize=50)(_part)


@lru_cache(maxsize=4)  # of the largest part, too: no more than four
def _relations(folder: str, blob: bytes) -> Mapping[str, Relation]:
    """Return what a part in `folder` refers to: the same in all workbooks of one mould."""
    return {
        one.get("Id", ""): Relation(
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))[1:],
        )
        for one in ET.fromstring(blob)
        if one.get("TargetMode") != "External"
    }


def _folded(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").casefold()
