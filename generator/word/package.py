"""A docx as a zip archive: members kept as the compressed bytes they came in.

Only what is rendered is unpacked; every other member goes into the new document untouched.
Written archives carry the date 1980-01-01 and nothing of the machine, so that the same members
give the same bytes.
"""

from __future__ import annotations

import struct
import zipfile
from functools import lru_cache
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from zlib_ng import zlib_ng

from generator.word.faults import RefusedError, fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEVEL: Final = 6
MAX_MEMBERS: Final = 5_000
MAX_XML: Final = 64 * 2**20
MAX_TOTAL: Final = 256 * 2**20

# Small members are mostly the same in document after document: the list of parts, relationships,
# properties. Each of them takes as long to pack as a page of text, so the last ones are kept.
_SMALL: Final = 16_384
_KEPT: Final = 64

_DEFLATED: Final = 8
_STORED: Final = 0
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5HL")
_END: Final = struct.Struct("<4s4H2LH")
_DATE: Final = 0x21  # 1980-01-01, the first day a zip archive knows
_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Member(Struct, frozen=True, kw_only=True):
    """One file of the archive: raw deflate (method 8) or plain (method 0) bytes as they lie in it.

    `head` and `entry` are its records before the bytes and in the directory; the offset, which
    only the finished archive knows, is missing from the entry's middle.
    """

    name: str
    method: int
    crc: int
    size: int
    packed: bytes
    head: bytes
    entry: tuple[bytes, bytes]

    def data(self) -> bytes:
        """Return the unpacked bytes; raise `RefusedError` if they are damaged or grow too large."""
        if self.method == _STORED:
            return self.packed
        try:
            unpacker = zlib_ng.decompressobj(-15)
            data = bytes(unpacker.decompress(self.packed, self.size + 1))
        except zlib_ng.error as error:  # type: ignore[misc]  # no stubs
            raise damaged(self.name) from error
        if len(data) != self.size or zlib_ng.crc32(data) != self.crc:
            raise damaged(self.name)
        return data

    def beginning(self, size: int) -> bytes:
        """Return the first `size` unpacked bytes; raise `RefusedError` if they are damaged."""
        if self.method == _STORED:
            return self.packed[:size]
        try:
            return bytes(zlib_ng.decompressobj(-15).decompress(self.packed, size))
        except zlib_ng.error as error:  # type: ignore[misc]  # no stubs
            raise damaged(self.name) from error


def member(name: str, packing: tuple[int, int, int], packed: bytes) -> Member:
    """Return a member; `packing` is its method, CRC-32 and unpacked size."""
    method, crc, size = packing
    written = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    told = (flags, method, 0, _DATE, crc, len(packed), size, len(written))
    return Member(
        name=name,
        method=method,
        crc=crc,
        size=size,
        packed=packed,
        head=_LOCAL.pack(b"PK\3\4", 20, *told, 0) + written,
        entry=(_CENTRAL.pack(b"PK\1\2", 20, 20, *told, 0, 0, 0, 0, 0), written),
    )


def damaged(what: str) -> RefusedError:
    """Return the refusal of a damaged or truncated archive."""
    return RefusedError(
        fault(
            "MA-003",
            f"Tệp bị hỏng hoặc bị cắt cụt ({what}).",
            f"The file is damaged or cut short ({what}).",
            hint=(
                "Mở tệp bằng Word rồi lưu lại thành .docx, hoặc chép lại từ nguồn.",
                "Open it in Word and save it again as .docx, or copy it anew.",
            ),
        )
    )


def packed(name: str, data: bytes) -> Member:
    """Return `data` as a compressed member."""
    return _packed_small(name, data) if len(data) <= _SMALL else _packed(name, (data,))


def packed_chunks(name: str, chunks: Iterable[bytes]) -> Member:
    """Return the concatenation of `chunks` as a compressed member without holding all of it."""
    rest = iter(chunks)
    begun = list(islice(rest, 2))
    return packed(name, begun[0]) if len(begun) == 1 else _packed(name, chain(begun, rest))


@lru_cache(_KEPT)
def _packed_small(name: str, data: bytes) -> Member:
    return _packed(name, (data,))


def _packed(name: str, chunks: Iterable[bytes]) -> Member:
    packer = zlib_ng.compressobj(LEVEL, zlib_ng.DEFLATED, -15)
    crc, size, out = 0, 0, []
    for chunk in chunks:
        crc = zlib_ng.crc32(chunk, crc)
        size += len(chunk)
        out.append(packer.compress(chunk))
    out.append(packer.flush())
    return member(name, (_DEFLATED, crc, size), b"".join(out))


def read(blob: bytes) -> tuple[Member, ...]:
    """Return the members of an archive in their order; raise `RefusedError` for anything else."""
    _refuse_other_kinds(blob)
    try:
        with zipfile.ZipFile(BytesIO(blob)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, OSError) as error:
        raise damaged("zip") from error
    _refuse_bombs(infos)
    members = tuple(_member(blob, info) for info in infos)
    if len({one.name.lower() for one in members}) != len(members):
        raise damaged("hai phần trùng tên / two members of one name")
    return members


def write(members: Iterable[Member]) -> Iterator[bytes]:
    """Yield the bytes of an archive that holds `members` in their order."""
    directory, offset, count = [], 0, 0
    for one in members:
        yield one.head
        yield one.packed
        before, after = one.entry
        directory.append(before + offset.to_bytes(4, "little") + after)
        offset += len(one.head) + len(one.packed)
        count += 1
    listing = b"".join(directory)
    yield listing
    yield _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)


def _member(blob: bytes, info: zipfile.ZipInfo) -> Member:
    if info.flag_bits & _ENCRYPTED:
        raise RefusedError(
            fault(
                "MA-002",
                f"Phần {info.filename} được đặt mật khẩu.",
                f"The member {info.filename} is encrypted.",
                hint=("Lưu lại tệp không có mật khẩu.", "Save the file without a password."),
            )
        )
    if info.compress_type not in {_STORED, _DEFLATED}:
        raise damaged(f"{info.filename}: method {info.compress_type}")
    start = info.header_offset
    if blob[start : start + 4] != b"PK\3\4":
        raise damaged(info.filename)
    name_length, extra_length = struct.unpack_from("<2H", blob, start + 26)
    start += _LOCAL.size + name_length + extra_length
    raw = blob[start : start + info.compress_size]
    if len(raw) != info.compress_size:
        raise damaged(info.filename)
    packing = (info.compress_type, info.CRC, info.file_size)
    return member(info.filename.lstrip("/"), packing, raw)


def _refuse_bombs(infos: list[zipfile.ZipInfo]) -> None:
    total = sum(info.file_size for info in infos)
    big = [
        i.filename
        for i in infos
        if i.filename.endswith((".xml", ".rels")) and i.file_size > MAX_XML
    ]
    if len(infos) > MAX_MEMBERS or total > MAX_TOTAL or big:
        what = big[0] if big else f"{len(infos)}, {total // 2**20} MB"
        raise RefusedError(
            fault(
                "MA-004",
                f"Tệp bung ra quá lớn ({what}), có thể là tệp nén độc hại.",
                f"The file unpacks to too much ({what}); it may be a zip bomb.",
            )
        )


def _refuse_other_kinds(blob: bytes) -> None:
    if blob.startswith(b"PK\3\4"):
        return
    if blob.startswith(_OLE):
        raise _compound(blob)
    if not blob.startswith(b"PK"):
        kind = _kind(blob)
        raise RefusedError(
            fault(
                "MA-001",
                f"Đây không phải tệp .docx mà là {kind[0]}.",
                f"This is not a .docx file but {kind[1]}.",
                hint=(
                    "Mở bằng Word rồi chọn Lưu thành, kiểu Word Document (*.docx).",
                    "Open it in Word and save it as Word Document (*.docx).",
                ),
            )
        )


def _compound(blob: bytes) -> RefusedError:
    if "EncryptedPackage".encode("utf-16-le") in blob:
        return RefusedError(
            fault(
                "MA-002",
                "Tệp được đặt mật khẩu.",
                "The file is protected by a password.",
                hint=("Lưu lại tệp không có mật khẩu.", "Save the file without a password."),
            )
        )
    return RefusedError(
        fault(
            "MA-001",
            "Đây là tệp .doc của Word 97-2003, không phải .docx.",
            "This is a .doc of Word 97-2003, not a .docx.",
            hint=(
                "Mở bằng Word, Lưu thành kiểu Word Document (*.docx); đổi đuôi tệp là chưa đủ.",
                "Open it in Word and save it as Word Document (*.docx); renaming is not enough.",
            ),
        )
    )


def _kind(blob: bytes) -> tuple[str, str]:
    start = blob[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    kinds = (
        (b"{\\rtf", "tệp RTF", "an RTF file"),
        (b"%pdf", "tệp PDF", "a PDF file"),
        (b"<!doctype html", "trang HTML", "an HTML page"),
        (b"<html", "trang HTML", "an HTML page"),
        (b"<?xml", "tệp XML", "an XML file"),
    )
    if not start:
        return "tệp rỗng", "an empty file"
    return next(
        ((vi, en) for mark, vi, en in kinds if start.startswith(mark)),
        ("tệp loại khác", "a file of another kind"),
    )
